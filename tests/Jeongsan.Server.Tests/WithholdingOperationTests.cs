using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Jeongsan.TestKit;

namespace Jeongsan.Server.Tests;

/// <summary>원천징수 over HTTP.</summary>
public sealed class WithholdingOperationTests(RunningServer servers)
{
    private const string Csv = "text/csv";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Withholding_OfAPersonPaidThisMonth_IsInListAndBothFiles(DatabaseKind kind)
    {
        var server = await servers.OnAsync(kind);
        var name = $"'=@{RunningServer.NewId()}";
        var (partner, now) = await PaidPersonAsync(server, name, 123_456);
        var month = now.ToString("yyyy-MM", CultureInfo.InvariantCulture);

        foreach (var query in new[] { $"month={month}", $"year={now.Year}" })
        {
            var list = (await server.GetAsync($"/platform/withholding?test=true&{query}")).Body;
            var row = list.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("partnerId").GetString() == partner);
            Assert.Equal(
                (name, "1990-**-**", "BUSINESS", 3_000, 1, 123_456L, 3_700L, 370L, 119_386L),
                (row.GetProperty("name").GetString(), row.GetProperty("maskedBirthdate").GetString(), row.GetProperty("incomeType").GetString(), row.GetProperty("rate").GetInt32(), row.GetProperty("paymentCount").GetInt32(),
                    row.GetProperty("paidAmount").GetInt64(), row.GetProperty("incomeTax").GetInt64(), row.GetProperty("localIncomeTax").GetInt64(), row.GetProperty("netAmount").GetInt64()));
            Assert.DoesNotContain("1990-01-02", list.GetRawText(), StringComparison.Ordinal);
            var business = list.GetProperty("totals").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "A25");
            Assert.Equal(
                list.GetProperty("items").EnumerateArray().Where(one => one.GetProperty("incomeType").GetString() == "BUSINESS").Sum(one => one.GetProperty("incomeTax").GetInt64()),
                business.GetProperty("incomeTax").GetInt64());
            var due = list.GetProperty("months").EnumerateArray().Single(one => one.GetProperty("month").GetString() == month);
            var tax = DateOnly.ParseExact(due.GetProperty("taxPaymentDueDate").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            Assert.True(tax >= new DateOnly(now.Year, now.Month, 10).AddMonths(1));
            Assert.Equal(tax.DayNumber - DateOnly.FromDateTime(now.DateTime).DayNumber, due.GetProperty("taxPaymentDaysLeft").GetInt32());
        }

        var csv = Encoding.UTF8.GetString(await FileAsync(server, new { format = "CSV", month }, Csv, $"withholding-business-{month}.csv"));
        Assert.Contains($",{now.Year},{now.Month},,{name},1990-01-02,,,1,123456,3,3700,370\r\n", csv, StringComparison.Ordinal);
        Assert.StartsWith("\uFEFF일련번호,귀속연도,지급월,업종코드 (직접 입력: 정산에 없음),소득자 성명,", csv, StringComparison.Ordinal);
        var sheet = await SheetAsync(await FileAsync(server, new { format = "XLSX", month }, Xlsx, $"withholding-business-{month}.xlsx"));
        Assert.Contains($"t=\"inlineStr\"><is><t xml:space=\"preserve\">&apos;=@{name[3..]}</t>", sheet, StringComparison.Ordinal);
        Assert.Contains("t=\"inlineStr\"><is><t xml:space=\"preserve\">1990-01-02</t>", sheet, StringComparison.Ordinal);
        Assert.Contains("<v>123456</v>", sheet, StringComparison.Ordinal);
        Assert.Contains("필요경비", Encoding.UTF8.GetString(await FileAsync(server, new { format = "CSV", year = now.Year, incomeType = "OTHER" }, Csv, $"withholding-other-{now.Year}.csv")), StringComparison.Ordinal);

        var noted = (await server.GetAsync("/platform/events?test=true&subjectId=withholding")).Body.GetProperty("items").EnumerateArray().ToList();
        Assert.True(noted.Count >= 3);
        Assert.All(noted, one => Assert.Equal("SheetDownloaded", one.GetProperty("type").GetString()));
    }

    [Theory]
    [InlineData("month=2026-13", "month:")]
    [InlineData("month=202611", "month:")]
    [InlineData("month=1999-01", "month:")]
    [InlineData("year=1999", "year:")]
    [InlineData("year=2049", "year:")]
    [InlineData("month=2026-11&year=2026", "year:")]
    [InlineData("month=2026-11&size=0", "size:")]
    public async Task Withholding_OfNoPeriod_IsRefusedWithTheField(string query, string field)
    {
        var reply = await servers.GetAsync($"/platform/withholding?test=true&{query}");
        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_REQUEST"), (reply.Status, reply.ErrorType));
        Assert.StartsWith(field, reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withholding_WithoutAPeriod_IsTheLastMonth()
    {
        var list = await servers.GetAsync("/platform/withholding?test=true");
        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.Equal((await servers.NowAsync()).AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture), list.Body.GetProperty("period").GetString());
        Assert.Equal("INVALID_REQUEST", (await servers.PostAsync("/platform/withholding/sheet?test=true", new { format = "CSV", month = "11월" })).ErrorType);
        Assert.Equal("INVALID_REQUEST", (await servers.PostAsync("/platform/withholding/sheet?test=true", new { month = "2026-11" })).ErrorType);
    }

    private static async Task<(string Partner, DateTimeOffset Now)> PaidPersonAsync(RunningServer server, string name, long amount)
    {
        var id = RunningServer.NewId();
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync("/platform/contracts?test=true", RunningServer.Contract(id))).Status);
        var made = await server.PostAsync("/platform/partners?test=true", new
        {
            id,
            name,
            contact = new { name = "김정산", email = "person@partner.example" },
            account = new { bank = "SHINHAN", currency = "KRW", number = "110000000001", holder = "김정산" },
            defaultContractId = id,
            tags = Array.Empty<string>(),
            type = new { whtPayer = new { birthdate = "1990-01-02" } },
        });
        Assert.True(made.Status == HttpStatusCode.OK, made.Text);
        var today = (await server.NowAsync()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync("/platform/transfers/manual?test=true", new { partnerId = id, settlementAmount = amount, settlementDate = today })).Status);
        var filter = Uri.EscapeDataString(JsonSerializer.Serialize(new { filter = new { partnerIds = new[] { id } } }));
        var settlement = await Polling.UntilAsync("the settlement", async _ =>
        {
            var items = (await server.GetAsync($"/platform/partner-settlements?test=true&requestBody={filter}")).Body.GetProperty("items");
            return items.GetArrayLength() == 1 ? items[0].GetProperty("id").GetString() : null;
        }, TimeSpan.FromMinutes(2), Ct);
        var done = await server.PostAsync("/platform/partner-settlements/complete-payout?test=true", new { bulkPayoutId = id, partnerSettlementIds = new[] { settlement } });
        Assert.True(done.Status == HttpStatusCode.OK, done.Text);
        return (id, await server.NowAsync());
    }

    private static async Task<byte[]> FileAsync(RunningServer server, object body, string mediaType, string fileName)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Server.Address, "/platform/withholding/sheet?test=true")) { Content = new StringContent(JsonSerializer.Serialize(body)) };
        request.Headers.Authorization = new AuthenticationHeaderValue("PortOne", server.Server.ApiSecret);
        using var client = new HttpClient();
        using var answer = await client.SendAsync(request, Ct);
        Assert.Equal((HttpStatusCode.OK, mediaType, fileName), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.FileName));
        return await answer.Content.ReadAsByteArrayAsync(Ct);
    }

    private static async Task<string> SheetAsync(byte[] file)
    {
        await using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        using var reader = new StreamReader(await zip.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync(Ct), Encoding.UTF8);
        return await reader.ReadToEndAsync(Ct);
    }
}
