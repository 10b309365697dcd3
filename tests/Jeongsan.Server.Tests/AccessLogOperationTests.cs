using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jeongsan.Server.Api;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Server.Tests;

/// <summary>접속기록 of the API: whoever is shown personal data of partners is written down.</summary>
public sealed partial class AccessLogOperationTests(RunningServer servers)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Read_OfAPartner_IsWrittenDownWithWhoWhoseWhatAndFromWhere(DatabaseKind kind)
    {
        var server = await servers.OnAsync(kind);
        var partner = await server.NewPartnerAsync();

        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync($"/platform/partners/{partner}?test=true")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync($"/platform/partners/{partner}-none?test=true")).Status);

        var record = Assert.Single(await RecordsAsync(server, $"partnerId={partner}"));
        Assert.Equal(("API_SECRET", "getPlatformPartner", $"id={partner}", 1), (Text(record, "actorKind"), Text(record, "operation"), Text(record, "target"), record.GetProperty("subjectCount").GetInt32()));
        Assert.Contains(Text(record, "networkAddress"), (string[])["127.0.0.1", "::ffff:127.0.0.1", "::1"]);
        Assert.Equal(("PARTNER", partner), (Text(record.GetProperty("subjects")[0], "kind"), Text(record.GetProperty("subjects")[0], "id")));
        Assert.Equal(["BUSINESS_IDENTITY", "CONTACT", "BANK_ACCOUNT", "BIRTHDATE"], record.GetProperty("items").EnumerateArray().Select(item => item.GetString()));
        Assert.Empty(await RecordsAsync(server, $"partnerId={partner}-none"));
        var check = (await server.GetAsync("/platform/privacy/access-records/check?test=true")).Body;
        Assert.True(check.GetProperty("isWhole").GetBoolean());
        Assert.True(check.GetProperty("lastNumber").GetInt64() >= record.GetProperty("number").GetInt64());
    }

    [Fact]
    public async Task Read_OfAList_NamesEachPartnerInItOnce()
    {
        string[] partners = [await servers.NewPartnerAsync(), await servers.NewPartnerAsync()];
        var filter = Uri.EscapeDataString(JsonSerializer.Serialize(new { filter = new { ids = partners } }));

        var list = await servers.GetAsync($"/platform/partners?test=true&requestBody={filter}");

        Assert.Equal((HttpStatusCode.OK, 2), (list.Status, list.Body.GetProperty("items").GetArrayLength()));
        var record = Assert.Single(await RecordsAsync(servers, $"partnerId={partners[1]}"));
        Assert.Equal(("getPlatformPartners", 2), (Text(record, "operation"), record.GetProperty("subjectCount").GetInt32()));
        // Writing is in the history, with who and when: only what is read is written down here.
        Assert.DoesNotContain(await RecordsAsync(servers, $"partnerId={partners[0]}"), one => Text(one, "operation").StartsWith("create", StringComparison.Ordinal));
    }

    /// <summary>What changes nothing leaves no history: it must not be a way to look unseen.</summary>
    [Fact]
    public async Task Read_ByATestBenchOrByAChangeOfNothing_IsWrittenDownToo()
    {
        var partner = await servers.NewPartnerAsync();
        var bench = await servers.PostAsync("/platform/settlement-formulas/test-bench?test=true", new
        {
            formulas = new { },
            order = new { partnerId = partner, paymentId = RunningServer.NewId(), orderDetail = new { orderAmount = 10_000 }, discounts = Array.Empty<object>(), additionalFees = Array.Empty<object>(), externalPaymentDetail = new { currency = "KRW" } },
        });
        Assert.Equal(HttpStatusCode.OK, bench.Status);
        Assert.Equal(HttpStatusCode.OK, (await servers.SendAsync(HttpMethod.Patch, $"/platform/partners/{partner}?test=true", new { })).Status);

        Assert.Equal(["testSettlementFormulas", "updatePlatformPartner"], (await RecordsAsync(servers, $"partnerId={partner}")).Select(record => Text(record, "operation")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Files_AreWrittenDownAsAWhole()
    {
        Assert.Equal(HttpStatusCode.OK, (await servers.GetAsync("/platform/payouts/sheet-file?test=true")).Status);

        var record = (await RecordsAsync(servers, "operation=downloadPayoutSheet"))[0];
        Assert.False(record.TryGetProperty("subjectCount", out _));
        Assert.Equal(0, record.GetProperty("subjects").GetArrayLength());
        Assert.Contains("BANK_ACCOUNT", record.GetProperty("items").EnumerateArray().Select(item => item.GetString()));
    }

    [Fact]
    public async Task AccountNumber_ThatWasLookedUp_IsKeptByItsLastDigitsOnly()
    {
        var answer = await servers.GetAsync("/platform/bank-accounts/SHINHAN/110555012345/holder?test=true");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var all = await servers.GetAsync("/platform/privacy/access-records?test=true&operation=getPlatformAccountHolder");
        Assert.Contains(all.Body.GetProperty("items").EnumerateArray(), record => Text(record.GetProperty("subjects")[0], "id") == "2345");
        Assert.DoesNotContain("110555012345", all.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_OfTheLog_HoldsItsRecordsWithTheirHashes()
    {
        var partner = await servers.NewPartnerAsync();
        await servers.GetAsync($"/platform/partners/{partner}?test=true");
        var record = Assert.Single(await RecordsAsync(servers, $"partnerId={partner}"));
        // By the machine's clock.
        var day = DateOnly.FromDateTime(record.GetProperty("at").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(9)).Date);

        var sheet = await servers.SendAsync(HttpMethod.Post, "/platform/privacy/access-records/sheet?test=true", new { from = day.ToString("O", CultureInfo.InvariantCulture), until = day.ToString("O", CultureInfo.InvariantCulture) });
        var tooLong = await servers.SendAsync(HttpMethod.Post, "/platform/privacy/access-records/sheet?test=true", new { from = "2024-01-01", until = "2025-06-01" });

        Assert.Equal("text/csv", sheet.MediaType);
        Assert.Contains(sheet.Text.Split("\r\n"), line => line.Contains(partner, StringComparison.Ordinal) && line.Contains(Text(record, "hash"), StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_REQUEST"), (tooLong.Status, tooLong.ErrorType));
    }

    /// <summary>Found by reflection: nobody has to remember to mark a new contract.</summary>
    [Fact]
    public void EveryFieldOfAnAnswer_ThatSoundsPersonal_IsMarkedAsWhatItIs()
    {
        var contracts = Answers().SelectMany(ShownData.ContractsOf).Distinct().ToList();
        Assert.True(contracts.Count > 200);

        var unmarked =
            from contract in contracts
            where contract.GetCustomAttribute<PersonalAttribute>() is null && contract.GetCustomAttribute<NotPersonalAttribute>() is null
            from property in contract.GetProperties()
            where SoundsPersonal().IsMatch(property.Name) && (property.PropertyType == typeof(string) || property.PropertyType == typeof(DateOnly?))
                && property.GetCustomAttribute<PersonalAttribute>() is null && property.GetCustomAttribute<NotPersonalAttribute>() is null
            select $"{contract.Name}.{property.Name}";
        Assert.Empty(unmarked);
    }

    /// <summary>What shows personal data also says whose, or is looked up by an address that does.</summary>
    [Fact]
    public void EveryAnswer_ThatHoldsPersonalData_SaysWhoseItIs()
    {
        string[] byAddress = ["PlatformAccountHolder", "B2bCertificate"];
        string[] ofEverybody = ["GetMailboxResponse"];

        var nobodys = Answers().Where(answer => ShownData.ItemsOf(answer).Count > 0 && !ShownData.NamesSubjects(answer)).Select(answer => answer.Name);

        Assert.Equal(byAddress.Concat(ofEverybody).Order(), nobodys.Distinct().Order());
    }

    [Fact]
    public async Task EveryFile_SaysInTheOpenApiDocumentWhatPersonalDataItHolds()
    {
        var document = JsonDocument.Parse(await servers.Server.Client.GetStringAsync(new Uri("openapi/v1.json", UriKind.Relative), Ct)).RootElement;
        var files =
            from path in document.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            where operation.Value.TryGetProperty("security", out var security) && security.ToString().Contains("portOne", StringComparison.Ordinal)
            let content = operation.Value.GetProperty("responses").GetProperty("200").GetProperty("content")
            where content.EnumerateObject().All(media => media.Name != "application/json")
            select (Name: $"{operation.Name} {path.Name}", operation.Value);
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(file.Value.TryGetProperty("x-personal-data", out _), file.Name));
    }

    private static IEnumerable<Type> Answers() =>
        from type in typeof(ShownData).Assembly.GetTypes()
        where type.Namespace?.StartsWith("Jeongsan.Server.Api", StringComparison.Ordinal) == true && type.Namespace?.Contains("SupplierDesk", StringComparison.Ordinal) == false
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        let returned = method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>) ? method.ReturnType.GetGenericArguments()[0] : method.ReturnType
        where returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(Answer<>)
        let answer = returned.GetGenericArguments()[0]
        where !answer.IsGenericParameter
        select answer;

    private static async Task<IReadOnlyList<JsonElement>> RecordsAsync(RunningServer server, string query) =>
        [.. (await server.GetAsync($"/platform/privacy/access-records?test=true&{query}")).Body.GetProperty("items").EnumerateArray()];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    [GeneratedRegex("Email|PhoneNumber|AccountNumber|Holder|Birthdate|Representative|Address$|CeoName|ContactName|Resident", RegexOptions.IgnoreCase)]
    private static partial Regex SoundsPersonal();
}
