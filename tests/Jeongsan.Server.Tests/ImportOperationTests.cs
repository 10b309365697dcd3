using System.Net;
using System.Text;
using System.Text.Json;
using Jeongsan.TestKit;

namespace Jeongsan.Server.Tests;

/// <summary>Files over the API: form, preview, import, what became of it.</summary>
public sealed class ImportOperationTests(RunningServer servers)
{
    private static readonly Encoding Cp949 = CodePagesEncodingProvider.Instance.GetEncoding(949)!;

    private static string Path(string kind, string more = "") => $"/platform/imports{more}?test=true&kind={kind}";

    private static JsonElement[] Problems(JsonElement preview) => [.. preview.GetProperty("problems").EnumerateArray()];

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Import_OrdersInEachEncoding_AreTransfersAfterTheirPreview(DatabaseKind kind)
    {
        var server = await servers.OnAsync(kind);
        var partner = await server.NewPartnerAsync();
        var id = RunningServer.NewId();
        var rows = $"파트너 아이디,결제 아이디,주문 금액,주문명\n{partner},{id}-1,10000,똠방각하\n{partner},{id}-2,\"20,000\",펲시콜라\n";
        var (index, files) = (0, new[] { Cp949.GetBytes(rows), Encoding.UTF8.GetBytes(rows.Replace("-1,", "-3,").Replace("-2,", "-4,")), [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(rows.Replace("-1,", "-5,").Replace("-2,", "-6,"))] });
        foreach (var file in files)
        {
            var preview = (await server.UploadAsync(Path("ORDERS", "/preview"), file)).Body.GetProperty("preview");
            Assert.Equal((2, 2, 0), (preview.GetProperty("rowCount").GetInt32(), preview.GetProperty("itemCount").GetInt32(), preview.GetProperty("problemCount").GetInt32()));
            Assert.Equal("똠방각하", preview.GetProperty("rows")[0][3].GetString());
            var imported = await server.UploadAsync($"{Path("ORDERS")}&importId={id}-{index}&fileName=%EC%A3%BC%EB%AC%B8.csv", file);
            Assert.Equal(HttpStatusCode.OK, imported.Status);
            var told = (await server.GetAsync($"/platform/imports/{id}-{index++}?test=true")).Body.GetProperty("import");
            Assert.Equal(imported.Body.GetProperty("import").GetProperty("id").GetString(), told.GetProperty("id").GetString());
            Assert.Equal(("IMPORTED", "주문.csv", 2), (told.GetProperty("status").GetString(), told.GetProperty("fileName").GetString(), told.GetProperty("itemCount").GetInt32()));
        }
        var transfers = (await server.GetAsync($"/platform/transfer-summaries?test=true&requestBody={Uri.EscapeDataString(JsonSerializer.Serialize(new { filter = new { keyword = new { partnerId = partner } } }))}")).Body;
        Assert.Equal(6, transfers.GetProperty("page").GetProperty("totalCount").GetInt32());
        var again = await server.UploadAsync($"{Path("ORDERS")}&importId={id}-again", files[0]);
        Assert.Equal((HttpStatusCode.Conflict, "ALREADY_IMPORTED", $"{id}-0"), (again.Status, again.ErrorType, again.Body.GetProperty("importId").GetString()));
        Assert.Equal("IMPORT_ID_ALREADY_USED", (await server.UploadAsync($"{Path("ORDERS")}&importId={id}-0", Encoding.UTF8.GetBytes(rows + "\n"))).ErrorType);
        Assert.Equal("IMPORT_NOT_FOUND", (await server.GetAsync("/platform/imports/none?test=true")).ErrorType);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Import_WrongCells_TakesNothingAndSaysEachMendInKorean(DatabaseKind kind)
    {
        var server = await servers.OnAsync(kind);
        var partner = await server.NewPartnerAsync();
        var file = Encoding.UTF8.GetBytes($"파트너 아이디,정산 금액,정산일\n{partner},-3000,2026-09-30\nnobody,1000,2026-09-30\n{partner},천원,2026-13-01\n");

        var refused = await server.UploadAsync(Path("MANUAL_TRANSFERS"), file);

        Assert.Equal((HttpStatusCode.BadRequest, "IMPORT_ROWS_WRONG"), (refused.Status, refused.ErrorType));
        var problems = Problems(refused.Body.GetProperty("preview"));
        Assert.Equal([(3, "파트너 아이디"), (4, "정산 금액"), (4, "정산일")], problems.Select(problem => (problem.GetProperty("row").GetInt32(), problem.GetProperty("column").GetString()!)));
        Assert.Contains("먼저 파트너를 등록하거나 아이디를 확인해 주세요", problems[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.All(problems, problem => Assert.Matches("^[34]행 ‘.+’: .*주세요[.]$", problem.GetProperty("message").GetString()));
        Assert.Equal("천원", problems[1].GetProperty("value").GetString());
        Assert.Equal(refused.Body.GetProperty("preview").GetRawText(), (await server.UploadAsync(Path("MANUAL_TRANSFERS", "/preview"), file)).Body.GetProperty("preview").GetRawText());
        Assert.DoesNotContain(partner, (await server.GetAsync("/platform/partner-settlements?test=true")).Text, StringComparison.Ordinal);
        var broken = await server.UploadAsync(Path("PARTNERS", "/preview"), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        Assert.Equal("IMPORT_FILE_UNREADABLE", broken.ErrorType);
        Assert.Contains("다른 이름으로 저장", broken.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Form_OfEachKindAndFormat_IsAFileThatAPreviewReads(DatabaseKind kind)
    {
        var server = await servers.OnAsync(kind);
        foreach (var of in new[] { "ORDERS", "MANUAL_TRANSFERS", "PARTNERS", "TAX_INVOICES" })
        {
            foreach (var format in new[] { "CSV", "XLSX" })
            {
                var form = await server.Server.Client.GetByteArrayAsync(new Uri(server.Server.Address, Path(of, "/form") + $"&format={format}"), TestContext.Current.CancellationToken);
                var preview = await server.UploadAsync(Path(of, "/preview"), form);
                Assert.Equal(HttpStatusCode.OK, preview.Status);
                // The example row names things that are not there.
                Assert.Equal((1, 1), (preview.Body.GetProperty("preview").GetProperty("rowCount").GetInt32(), Problems(preview.Body.GetProperty("preview")).Length));
            }
        }
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Import_Partners_CanBeReadAsPartners(DatabaseKind kind)
    {
        var server = await servers.OnAsync(kind);
        var contract = await server.NewPartnerAsync();
        var file = Encoding.UTF8.GetBytes(
            "파트너 아이디,이름,유형,기본 계약 아이디,은행,계좌번호,예금주,담당자 이름,담당자 이메일\n"
            + $"{contract}-i,박강사,원천징수 대상,{contract},카카오뱅크,3333000000001,박강사,박강사,p@example.com\n");

        Assert.Equal(HttpStatusCode.OK, (await server.UploadAsync(Path("PARTNERS"), file)).Status);

        var partner = (await server.GetAsync($"/platform/partners/{contract}-i?test=true")).Body;
        Assert.Equal(("박강사", "WHT_PAYER", contract), (partner.GetProperty("name").GetString(), partner.GetProperty("type").GetProperty("type").GetString(), partner.GetProperty("defaultContractId").GetString()));
        Assert.Single((await server.GetAsync($"/platform/partners/{contract}-i/versions?test=true")).Body.GetProperty("items").EnumerateArray());
    }
}
