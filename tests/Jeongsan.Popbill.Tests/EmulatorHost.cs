using System.Net.Http.Json;
using System.Text.Json;
using Jeongsan.Etax;
using Jeongsan.Popbill.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Jeongsan.Popbill.Tests;

/// <summary>A real emulator on a free port with its own folder, and clients for it.</summary>
public sealed class EmulatorHost : IAsyncDisposable
{
    public const string Secret = "amVvbmdzYW4tZW11bGF0b3ItdGVzdC1zZWNyZXQtMDE=";

    // Test numbers: they pass the checksum, no tax office has the number 100, and middle digits 81 are an ordinary corporation.
    public const string Buyer = "1008100032";
    public const string Supplier = "1008100027";

    private readonly string _folder;
    private readonly Func<PopbillEmulatorOptions, PopbillEmulatorOptions> _options;
    private WebApplication _app = null!;

    private EmulatorHost(string folder, Func<PopbillEmulatorOptions, PopbillEmulatorOptions> options)
    {
        _folder = folder;
        _options = options;
    }

    public Uri Address { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public PopbillClient Client { get; private set; } = null!;

    public static async Task<EmulatorHost> StartAsync(Func<PopbillEmulatorOptions, PopbillEmulatorOptions>? options = null)
    {
        var host = new EmulatorHost(Directory.CreateTempSubdirectory("popbill-emulator-").FullName, options ?? (o => o));
        await host.OpenAsync();
        return host;
    }

    /// <summary>Stops the process part and starts it again on the same folder.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    public PopbillClient NewClient(TimeSpan? timeout = null, HttpMessageHandler? handler = null) => new(
        new PopbillOptions
        {
            LinkId = "TESTER",
            SecretKey = Secret,
            BaseAddress = Address,
            AuthAddress = Address,
            Timeout = timeout ?? TimeSpan.FromSeconds(30),
        },
        new HttpClient(handler ?? new SocketsHttpHandler()), TimeProvider.System);

    public async Task JoinAsync(string corpNum, string name = "시험상사") => await Client.Members.JoinAsync(
        new JoinForm
        {
            CorpNum = corpNum,
            CorpName = name,
            CEOName = "김대표",
            Addr = "서울시 중구 세종대로 1",
            BizType = "도소매",
            BizClass = "전자상거래",
            ID = "user" + corpNum,
            Password = "password1!",
            ContactName = "이담당",
            ContactEmail = $"user{corpNum}@example.com",
            ContactTEL = "02-1234-5678",
        },
        CancellationToken.None);

    /// <summary>Both members joined, the supplier with a certificate.</summary>
    public async Task JoinBothAsync()
    {
        await JoinAsync(Buyer, "구매상사");
        await JoinAsync(Supplier, "공급상사");
        await RegisterCertificateAsync(Supplier);
    }

    public async Task RegisterCertificateAsync(string corpNum)
    {
        var page = await Client.Certificates.RegistrationPageAsync(corpNum, CancellationToken.None);
        var html = await CertificatePage.SubmitAsync(Http, page, CertificatePage.Npki(corpNum));
        Assert.Contains("공동인증서를 등록했어요", html, StringComparison.Ordinal);
    }

    public async Task SetClockAsync(DateTimeOffset now)
    {
        var answer = await Http.PutAsJsonAsync("/emulator/clock", new { now });
        answer.EnsureSuccessStatusCode();
    }

    public async Task FaultAsync(params object[] rules)
    {
        var answer = await Http.PutAsJsonAsync("/emulator/faults", new { seed = 1, rules });
        answer.EnsureSuccessStatusCode();
    }

    public async Task<JsonElement> AdminAsync(string what) => await Http.GetFromJsonAsync<JsonElement>("/emulator/" + what);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task OpenAsync()
    {
        _app = PopbillEmulator.Create(_options(new PopbillEmulatorOptions { Urls = "http://127.0.0.1:0", DataFolder = _folder }));
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Http = new HttpClient { BaseAddress = Address };
        Client = NewClient();
    }

    private async Task CloseAsync()
    {
        Client.Dispose();
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
