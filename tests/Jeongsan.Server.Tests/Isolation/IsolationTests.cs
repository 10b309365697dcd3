using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jeongsan.Application.Merchants;
using Jeongsan.TestKit;
using Microsoft.Data.Sqlite;

namespace Jeongsan.Server.Tests.Isolation;

/// <summary>
/// Walks every operation of the server's own document with the ids of a month's real things, as another merchant (live and
/// test) and as the same merchant's live side: nobody sees anything of them, and nothing of them is changed.
/// </summary>
public sealed partial class IsolationTests
{
    private const string OtherSecret = "another-merchants-secret-0123456789";
    private const string EmptySecret = "empty-merchants-secret-0123456789";
    private const string Dates = @"^\d{4}-\d\d-\d\d";
    private static readonly TimeSpan SampleLimit = TimeSpan.FromMinutes(4);

    /// <summary>What they answer comes from outside and is the same for everybody.</summary>
    private static readonly string[] LookUps = ["/platform/companies/", "/platform/bank-accounts/", "/b2b/companies/"];

    /// <summary>The way in, the clock that runs by itself, and the mails that the emulator sent to everybody in the agency's name.</summary>
    private static readonly string[] NotOfTenants = ["/login/", "/token/", "/platform/test-clock", "/mailbox.json"];

    /// <summary>The owner's own look is written down there.</summary>
    private static readonly string[] GrowsByReading = ["/platform/privacy/access-records"];

    private readonly List<string> _problems = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryOperation_OfAnotherTenant_NeitherSeesNorTouchesAnything()
    {
        await using var server = await ServerProcess.StartAsync(new ServerSettings { Arguments = ["sample"] }, Cancellation);
        await Polling.UntilTrueAsync("the sample month to be filled", _ => Task.FromResult(server.Output.Contains("샘플 한 달이 끝났습니다", StringComparison.Ordinal)), SampleLimit, Cancellation);
        await AddMerchantsAsync(server);
        var operations = ApiOperation.AllOf(JsonDocument.Parse(await server.Client.GetStringAsync(new Uri("openapi/v1.json", UriKind.Relative), Cancellation)).RootElement)
            .Where(operation => !NotOfTenants.Any(start => operation.Path.StartsWith(start, StringComparison.Ordinal))).ToArray();
        var owner = new Caller(server, server.ApiSecret, IsTest: true);
        await AddBankFileAsync(owner);
        await AddRequestAndIncidentAsync(owner);
        var known = await LearnAsync(owner, operations);
        var before = await SnapshotAsync(owner, operations, known);
        var owned = Texts(before.Values);
        // What a merchant that has nothing reads is everybody's: defaults, formulas, the law.
        var everybodys = Texts((await ReadAsync(new Caller(server, EmptySecret, IsTest: true), operations, known)).Values);
        Assert.Empty(everybodys.Intersect(known.All));
        owned.ExceptWith(everybodys);
        // The first start writes the same register of processors and the same own company to both sides of a platform.
        var sames = await ReadAsync(new Caller(server, server.ApiSecret, IsTest: false), [.. operations.Where(operation => operation.Path is "/platform/privacy" or "/platform/own-company")], known);
        owned.ExceptWith(Texts(sames.Values));
        Assert.True(owned.Count > 100, $"Only {owned.Count} texts of the owner's are known.");

        Caller[] others = [new(server, OtherSecret, IsTest: true), new(server, OtherSecret, IsTest: false), new(server, server.ApiSecret, IsTest: false)];
        var reached = new HashSet<string>();
        foreach (var other in others)
        {
            foreach (var operation in operations)
            {
                if (await TryAsync(other, operation, known, owned))
                {
                    reached.Add(operation.ToString());
                }
            }
        }

        Assert.True(_problems.Count == 0, string.Join('\n', _problems));
        var after = await SnapshotAsync(owner, operations, known);
        Assert.All(before, one => Assert.Equal(one.Value, after[one.Key]));
        // A merchant without a company of its own has nothing to write invoices in the name of.
        const string Draft = """{"taxInvoice":{"taxationType":"TAXABLE","issuanceType":"NORMAL","writeDate":"2026-11-30","purposeType":"RECEIPT","totalSupplyAmount":1,"totalTaxAmount":0,"totalAmount":1,"recipient":{"brn":"6050500057"}}}""";
        Assert.Contains("B2B_NOT_ENABLED", (await new Caller(server, EmptySecret, IsTest: true).SendAsync(HttpMethod.Post, "/b2b/tax-invoices/draft", Draft)).Text, StringComparison.Ordinal);
        // Whatever stops at the form of its request was not tried.
        var untried = operations.Select(operation => operation.ToString()).Where(operation => !reached.Contains(operation)).ToList();
        Assert.True(untried.Count == 0, $"Stopped at their form: {string.Join(", ", untried)}");
    }

    /// <returns>True when the request was understood, whatever came of it.</returns>
    private async Task<bool> TryAsync(Caller other, ApiOperation operation, KnownIds known, IReadOnlyCollection<string> owned)
    {
        var (path, ids) = operation.Fill(known);
        var body = operation.Example(known)?.ToJsonString();
        other.Said.Add($"{path} {body}");
        var (status, text) = await other.SendAsync(operation.Method, path, body);
        // 502 and 503 are declared answers of look-ups that have nobody to ask for.
        if (status == HttpStatusCode.InternalServerError)
        {
            _problems.Add($"{other}: {operation} answers {(int)status}: {text}");
        }
        // What the tenant said itself may come back, in a message or as a new thing of its own.
        var seen = LookUps.Any(start => operation.Path.StartsWith(start, StringComparison.Ordinal))
            ? null
            : owned.FirstOrDefault(one => text.Contains(text.StartsWith('{') ? $"\"{one}\"" : one, StringComparison.Ordinal) && !other.Said.Exists(said => said.Contains(one, StringComparison.Ordinal)));
        if (seen is not null)
        {
            _problems.Add($"{other}: {operation} shows {seen}: {text[..Math.Min(text.Length, 600)]}");
        }
        // Deleting or reading by an id of the owner's finds nothing.
        if (ids.Count > 0 && status == HttpStatusCode.OK && operation.IsRead && seen is null && !LookUps.Any(start => operation.Path.StartsWith(start, StringComparison.Ordinal)))
        {
            _problems.Add($"{other}: {operation} finds the owner's {string.Join(", ", ids)}: {text[..Math.Min(text.Length, 600)]}");
        }
        return status != HttpStatusCode.BadRequest || !text.Contains("INVALID_REQUEST", StringComparison.Ordinal);
    }

    private static async Task<KnownIds> LearnAsync(Caller owner, IReadOnlyList<ApiOperation> operations)
    {
        var known = new KnownIds();
        foreach (var list in operations.Where(operation => operation.IsRead && !operation.Path.Contains('{', StringComparison.Ordinal)))
        {
            var (status, text) = await owner.SendAsync(HttpMethod.Get, list.Path, null);
            if (status == HttpStatusCode.OK && text.StartsWith('{'))
            {
                known.Learn(list.Path, JsonDocument.Parse(text).RootElement);
            }
        }
        // Documents of the month: by id and by their number, and the company that wrote them.
        var invoice = JsonDocument.Parse((await owner.SendAsync(HttpMethod.Get, "/b2b/tax-invoices", null)).Text).RootElement.GetProperty("items")[0];
        known.Add("/b2b/tax-invoices/taxInvoiceKey", invoice.GetProperty("id").GetString()!);
        known.Add("/b2b/counterparties/brn", invoice.GetProperty("supplierBrn").GetString()!);
        WrittenBodies.AddTo(known);
        known.Add("bank", "SHINHAN");
        known.Add("accountNumber", "110123456789");
        known.Add("businessRegistrationNumber", invoice.GetProperty("supplierBrn").GetString()!);
        return known;
    }

    /// <summary>All that the owner reads, when nothing moves any more.</summary>
    private static async Task<Dictionary<string, string>> SnapshotAsync(Caller owner, IReadOnlyList<ApiOperation> all, KnownIds known)
    {
        var operations = all.Where(operation => !GrowsByReading.Any(start => operation.Path.StartsWith(start, StringComparison.Ordinal))).ToArray();
        var before = await ReadAsync(owner, operations, known);
        return await Polling.UntilAsync("the owner's data to rest", async _ =>
        {
            var now = await ReadAsync(owner, operations, known);
            var rests = now.All(one => before[one.Key] == one.Value);
            before = now;
            return rests ? now : null;
        }, TimeSpan.FromMinutes(2), Cancellation);
    }

    private static async Task<Dictionary<string, string>> ReadAsync(Caller owner, IReadOnlyList<ApiOperation> operations, KnownIds known)
    {
        var read = new Dictionary<string, string>();
        // Looking at a certificate asks outside and leaves a line in the register: nothing would ever rest.
        foreach (var operation in operations.Where(operation => operation.IsRead && !operation.Path.Contains("/certificate", StringComparison.Ordinal)
            && !LookUps.Any(start => operation.Path.StartsWith(start, StringComparison.Ordinal))))
        {
            var (status, text) = await owner.SendAsync(HttpMethod.Get, operation.Fill(known).Path, null);
            // Addresses are sealed anew each time.
            if (status == HttpStatusCode.OK && !operation.Path.EndsWith("-url", StringComparison.Ordinal))
            {
                read[operation.Path] = text;
            }
        }
        return read;
    }

    /// <summary>Texts by which the owner's data can be told: ids, names, numbers; no codes and no dates.</summary>
    private static HashSet<string> Texts(IEnumerable<string> answers)
    {
        var texts = new HashSet<string>();
        void Collect(JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var member in element.EnumerateObject()) Collect(member.Value);
                    break;
                case JsonValueKind.Array:
                    foreach (var item in element.EnumerateArray()) Collect(item);
                    break;
                case JsonValueKind.String when element.GetString() is { Length: >= 6 } text && !Code().IsMatch(text) && !Regex.IsMatch(text, Dates):
                    texts.Add(text);
                    break;
                default:
                    break;
            }
        }
        foreach (var answer in answers.Where(answer => answer.StartsWith('{')))
        {
            Collect(JsonDocument.Parse(answer).RootElement);
        }
        return texts;
    }

    /// <summary>PAYOUT_PREPARED, PartnerCreated, TaxInvoice.Issued, system.</summary>
    [GeneratedRegex(@"^[A-Za-z_.]+$")]
    private static partial Regex Code();

    /// <summary>There is no operation that makes a merchant: an installation's operator does it.</summary>
    private static async Task AddMerchantsAsync(ServerProcess server)
    {
        await using var db = new SqliteConnection($"Data Source={Path.Combine(server.DataFolder, "jeongsan.db")};Default Timeout=30");
        await db.OpenAsync(Cancellation);
        await using var command = db.CreateCommand();
        command.CommandText = """
            INSERT INTO merchants (id, name, created_at) VALUES ('merchant-other', '다른 플랫폼', 0);
            INSERT INTO api_secrets (id, merchant_id, name, hash, created_at) VALUES ('secret-other', 'merchant-other', '다른 키', $other, 0);
            INSERT INTO merchants (id, name, created_at) VALUES ('merchant-empty', '빈 플랫폼', 0);
            INSERT INTO api_secrets (id, merchant_id, name, hash, created_at) VALUES ('secret-empty', 'merchant-empty', '빈 키', $empty, 0);
            """;
        command.Parameters.AddWithValue("$other", ApiSecret.HashOf(OtherSecret));
        command.Parameters.AddWithValue("$empty", ApiSecret.HashOf(EmptySecret));
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>The sample month is paid by the remittance service: one more payout leaves as a file.</summary>
    private static async Task AddBankFileAsync(Caller owner)
    {
        async Task<JsonElement> Must(HttpMethod method, string path, object body)
        {
            var (status, text) = await owner.SendAsync(method, path, JsonSerializer.Serialize(body));
            Assert.True(status == HttpStatusCode.OK, $"{path}: {text}");
            return JsonDocument.Parse(text).RootElement;
        }
        var partner = (await Must(HttpMethod.Get, "/platform/partners", new { })).GetProperty("items")[0].GetProperty("id").GetString();
        var today = (await Must(HttpMethod.Get, "/platform/test-clock", new { })).GetProperty("now").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await Must(HttpMethod.Post, "/platform/transfers/manual", new { partnerId = partner, settlementAmount = 12_345, settlementDate = today });
        var settlement = await Polling.UntilAsync("the settlement of a bank file", async _ =>
        {
            var found = (await Must(HttpMethod.Get, "/platform/partner-settlements", new { filter = new { partnerIds = new[] { partner }, statuses = new[] { "PAYOUT_PREPARED" } } })).GetProperty("items");
            return found.EnumerateArray().Where(item => item.GetProperty("amount").GetInt64() == 12_345).Select(item => item.GetProperty("id").GetString()).FirstOrDefault();
        }, TimeSpan.FromMinutes(2), Cancellation);
        await Must(HttpMethod.Put, "/platform/payout-sending", new { way = "BANK_FILE", standardLayout = "KOOKMIN" });
        var bulk = (await Must(HttpMethod.Post, "/platform/bulk-payouts", new { partnerSettlementIds = new[] { settlement } })).GetProperty("bulkPayout").GetProperty("id").GetString();
        await Must(HttpMethod.Post, $"/platform/bulk-payouts/{bulk}/confirm", new { });
        await Must(HttpMethod.Post, $"/platform/bulk-payouts/{bulk}/execute", new { });
    }

    /// <summary>Nothing of the kind happens in the sample month.</summary>
    private static async Task AddRequestAndIncidentAsync(Caller owner)
    {
        async Task<JsonElement> Must(HttpMethod method, string path, object body)
        {
            var (status, text) = await owner.SendAsync(method, path, JsonSerializer.Serialize(body));
            Assert.True(status == HttpStatusCode.OK, $"{path}: {text}");
            return JsonDocument.Parse(text).RootElement;
        }
        var partner = (await Must(HttpMethod.Get, "/platform/partners", new { })).GetProperty("items")[0].GetProperty("id").GetString();
        var request = (await Must(HttpMethod.Post, "/platform/privacy/requests", new { partnerId = partner, kind = "STOP", channel = "PHONE", receivedOn = "2026-01-05", asked = "우리 정보를 멈춰 주세요" }))
            .GetProperty("request").GetProperty("id").GetString();
        await Must(HttpMethod.Post, $"/platform/privacy/requests/{request}/identify", new { method = "등록된 번호로 전화" });
        var incident = (await Must(HttpMethod.Post, "/platform/privacy/incidents", new { knownAt = "2026-01-05T00:00:00Z", what = "메일을 잘못 보낸 사고", certainty = "LIKELY", items = new[] { "CONTACT" } }))
            .GetProperty("incident").GetProperty("id").GetString();
        await Must(HttpMethod.Post, $"/platform/privacy/incidents/{incident}/confirm-affected", new { partnerIds = new[] { partner } });
    }

    private sealed record Caller(ServerProcess Server, string Secret, bool IsTest)
    {
        /// <summary>All that it has sent.</summary>
        public List<string> Said { get; } = [];

        public override string ToString() => $"{(Secret == OtherSecret ? "another merchant" : "the same merchant")}, {(IsTest ? "test" : "live")}";

        public async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpMethod method, string path, string? body)
        {
            var query = $"?test={(IsTest ? "true" : "false")}";
            if (body is not null && method == HttpMethod.Get)
            {
                query += $"&requestBody={Uri.EscapeDataString(body)}";
            }
            using var request = new HttpRequestMessage(method, new Uri(Server.Address, $"{path}{query}"));
            request.Headers.Authorization = new AuthenticationHeaderValue("PortOne", Secret);
            if (body is not null && method != HttpMethod.Get)
            {
                request.Content = new StringContent(body, Encoding.UTF8);
            }
            using var client = new HttpClient();
            using var answer = await client.SendAsync(request, Cancellation);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        }
    }
}
