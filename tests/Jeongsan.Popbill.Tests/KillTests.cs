using System.Diagnostics;

namespace Jeongsan.Popbill.Tests;

/// <summary>The emulator as a process of its own, killed without warning: what was answered is there.</summary>
public sealed class KillTests
{
    private const string Buyer = EmulatorHost.Buyer;
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Kill_WhileCallsRun_LosesNothingThatWasAnswered()
    {
        var folder = Directory.CreateTempSubdirectory("popbill-killed-");
        try
        {
            var answered = new List<string>();
            for (var round = 0; round < 3; round++)
            {
                await using var emulator = await Alone.StartAsync(folder.FullName);
                using var client = emulator.NewClient();
                if (round == 0) await JoinAsync(client);
                foreach (var key in answered) Assert.NotNull(await client.TaxInvoices.FindAsync(Buyer, InvoiceSide.Recipient, key, None));
                var enough = new TaskCompletionSource();
                var calls = Enumerable.Range(0, 8).Select(worker => Task.Run(() => RegisterAsync(client, $"K{round}-{worker}", answered, enough))).ToList();
                await enough.Task.WaitAsync(TimeSpan.FromSeconds(120));
                emulator.Kill();
                await Task.WhenAll(calls);
            }
            await using var last = await Alone.StartAsync(folder.FullName);
            using var reader = last.NewClient();
            foreach (var keys in answered.Chunk(1000)) Assert.Equal(keys.Length, (await reader.TaxInvoices.FindManyAsync(Buyer, InvoiceSide.Recipient, keys, None)).Count);
            Assert.True(answered.Count >= 60);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Registers until the connection breaks; remembers what was answered.</summary>
    private static async Task RegisterAsync(PopbillClient client, string prefix, List<string> answered, TaskCompletionSource enough)
    {
        var mine = 0;
        try
        {
            while (true)
            {
                var key = $"{prefix}-{mine}";
                await client.TaxInvoices.RegisterAsync(Buyer, Invoices.Reverse(key) with { InvoicerMgtKey = null }, None);
                mine++;
                lock (answered)
                {
                    answered.Add(key);
                    if (answered.Count % 20 == 0) enough.TrySetResult();
                }
            }
        }
        catch (PopbillException e) when (e.Outcome is not PopbillOutcome.Refused)
        {
            // killed
        }
    }

    private static Task JoinAsync(PopbillClient client) => client.Members.JoinAsync(
        new JoinForm { CorpNum = Buyer, CorpName = "구매상사", CEOName = "이매입", Addr = "서울", BizType = "도매", BizClass = "식품", ID = "killed-one", Password = "password1!", ContactName = "이담당", ContactEmail = "a@example.com", ContactTEL = "02" }, None);

    private sealed class Alone : IAsyncDisposable
    {
        private readonly Process _process;

        private Alone(Process process, Uri address) => (_process, Address) = (process, address);

        public Uri Address { get; }

        public static async Task<Alone> StartAsync(string folder)
        {
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Jeongsan.Popbill.Emulator.dll"), "http://127.0.0.1:0", folder]) { RedirectStandardOutput = true };
            var process = Process.Start(start)!;
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                if (line.StartsWith("Listening on ", StringComparison.Ordinal)) return new Alone(process, new Uri(line["Listening on ".Length..]));
            }
            throw new InvalidOperationException("The emulator did not start.");
        }

        public PopbillClient NewClient() => new(
            new PopbillOptions { LinkId = "TESTER", SecretKey = EmulatorHost.Secret, BaseAddress = Address, AuthAddress = Address, Timeout = TimeSpan.FromSeconds(60) }, new HttpClient(), TimeProvider.System);

        public void Kill() => _process.Kill();

        public async ValueTask DisposeAsync()
        {
            if (!_process.HasExited) _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }
}
