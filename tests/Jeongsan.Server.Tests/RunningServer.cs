using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Jeongsan.Server.Tests;
using Jeongsan.TestKit;

[assembly: AssemblyFixture(typeof(RunningServer))]

namespace Jeongsan.Server.Tests;

/// <summary>An answer's status and JSON.</summary>
/// <param name="MediaType">Of the content; absent without one.</param>
public sealed record Reply(HttpStatusCode Status, JsonElement Body, string Text, HttpResponseHeaders Headers, string? MediaType)
{
    public string? ErrorType => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("type", out var type) ? type.GetString() : null;

    public string Message => Body.GetProperty("message").GetString()!;
}

/// <summary>One real server for all tests of this assembly; each test makes things of its own.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    /// <summary>What Popbill was asked to send along with its events.</summary>
    public const string PopbillHookKey = "a-key-that-popbill-sends-along";

    /// <summary>What the bank signs its call-backs with.</summary>
    public const string BankSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /// <summary>What the mail provider signs its word about mails that came back with.</summary>
    public const string MailSecret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    private readonly SemaphoreSlim _starting = new(1);
    private ServerProcess? _server;
    private RunningServer? _onPostgres;
    private TestDatabase? _database;

    public ServerProcess Server => _server ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        _server = await ServerProcess.StartAsync(new ServerSettings
        {
            Variables = new Dictionary<string, string>
            {
                ["JEONGSAN_POPBILL_WEBHOOK_KEY"] = PopbillHookKey,
                ["JEONGSAN_BANK_CALLBACK_SECRET"] = BankSecret,
                ["JEONGSAN_MAIL_BOUNCE_SECRET"] = MailSecret,
            },
        });
        await TellAsync();
    }

    /// <summary>The test side has its notice published and in its terms, like a platform that works. The live side has told nobody anything.</summary>
    private async Task TellAsync()
    {
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/platform/privacy/notices?test=true", new { })).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/platform/privacy/told-in-terms?test=true", new { document = "파트너 이용약관 1.0", documentDate = "2026-01-01" })).Status);
    }

    /// <summary>This server, or another one on PostgreSQL, which is started for the first test that asks for it.</summary>
    public async Task<RunningServer> OnAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            return this;
        }
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _database ??= await TestDatabase.CreateAsync(kind);
            if (_onPostgres is null)
            {
                _onPostgres = new RunningServer { _server = await ServerProcess.StartAsync(new ServerSettings { Database = _database.ServerSetting }, TestContext.Current.CancellationToken) };
                await _onPostgres.TellAsync();
            }
            return _onPostgres;
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_onPostgres is not null)
        {
            await _onPostgres.DisposeAsync();
        }
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
        _starting.Dispose();
    }

    /// <summary>On the test side unless the path says otherwise; without a content type unless one is given.</summary>
    public async Task<Reply> SendAsync(
        HttpMethod method, string path, object? body = null, string? contentType = null, string? authorization = null, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Server.Address, path));
        request.Headers.TryAddWithoutValidation("Authorization", authorization ?? $"PortOne {Server.ApiSecret}");
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body as string ?? JsonSerializer.Serialize(body)));
            request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        }
        using var client = new HttpClient();
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var json = answer.Content.Headers.ContentType?.MediaType == "application/json" ? JsonDocument.Parse(text).RootElement : default;
        return new Reply(answer.StatusCode, json, text, answer.Headers, answer.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>A file as the plain body.</summary>
    public async Task<Reply> UploadAsync(string path, byte[] content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Server.Address, path)) { Content = new ByteArrayContent(content) };
        request.Headers.TryAddWithoutValidation("Authorization", $"PortOne {Server.ApiSecret}");
        using var client = new HttpClient();
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Reply(answer.StatusCode, JsonDocument.Parse(text).RootElement, text, answer.Headers, answer.Content.Headers.ContentType?.MediaType);
    }

    public Task<Reply> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public static object Contract(string id) => new
    {
        id,
        name = id,
        platformFee = new { fixedRate = 10_000 },
        platformFeeVatPayer = "PARTNER",
        subtractPaymentVatAmount = false,
        settlementCycle = new { lagDays = 2, datePolicy = "HOLIDAY_BEFORE", method = new { daily = new { } } },
    };

    public static object Person(string id, string contractId) => new
    {
        id,
        name = id,
        contact = new { name = "김정산", email = "person@partner.example" },
        account = new { bank = "SHINHAN", currency = "KRW", number = "110000000001", holder = "김정산" },
        defaultContractId = contractId,
        tags = Array.Empty<string>(),
        type = new { nonWhtPayer = new { } },
    };

    /// <summary>A contract and a partner of their own, on the test side.</summary>
    public async Task<string> NewPartnerAsync()
    {
        var id = NewId();
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/platform/contracts?test=true", Contract(id))).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/platform/partners?test=true", Person(id, id))).Status);
        return id;
    }

    /// <summary>Of the test side, in Seoul.</summary>
    public async Task<DateTimeOffset> NowAsync() =>
        (await GetAsync("/platform/test-clock")).Body.GetProperty("now").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(9));

    /// <summary>A partner of its own with one settlement of these manual transfers, gathered today.</summary>
    public async Task<(string Id, string Partner)> NewSettlementAsync(params long[] amounts)
    {
        var partner = await NewPartnerAsync();
        var today = (await NowAsync()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var amount in amounts)
        {
            Assert.Equal(HttpStatusCode.OK, (await PostAsync("/platform/transfers/manual?test=true", new { partnerId = partner, settlementAmount = amount, settlementDate = today })).Status);
        }
        var filter = Uri.EscapeDataString(JsonSerializer.Serialize(new { filter = new { partnerIds = new[] { partner } } }));
        // What is due is gathered at intervals.
        var id = await Polling.UntilAsync("the settlement", async _ =>
        {
            var items = (await GetAsync($"/platform/partner-settlements?test=true&requestBody={filter}")).Body.GetProperty("items");
            return items.GetArrayLength() == 1 && items[0].GetProperty("amount").GetInt64() == amounts.Sum() ? items[0].GetProperty("id").GetString() : null;
        }, TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        return (id, partner);
    }

    public static string NewId() => $"t-{Guid.NewGuid():n}";
}
