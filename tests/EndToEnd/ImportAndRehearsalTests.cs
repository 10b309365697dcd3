using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>가져오기 and 모의 정산, as somebody of the finance team does them.</summary>
[Collection("site")]
public sealed class ImportAndRehearsalTests(SampleSite site)
{
    private const string Head = "파트너 아이디,이름,유형,기본 계약 아이디,은행,계좌번호,예금주,담당자 이름,담당자 이메일,생년월일\r\n";

    [Fact]
    public async Task Import_FileWithAWrongCell_SaysTheMendAndRegistersNothing_AndTheMendedOneRegistersAll()
    {
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/imports", "가져오기");
        await page.ClickAsync("파트너");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "파트너", Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");

        await ChooseAsync(page, Head + Row("import-a", "가람(테스트)", "신한은행") + Row("import-b", "나래(테스트)", "없는은행"));

        await page.SeesAsync("고칠 칸이 1개 있어요");
        await page.SeesAsync("3행 ‘은행’");
        Assert.Equal(0, await page.Page.GetByRole(AriaRole.Button, new() { Name = "파트너 2곳 등록하기" }).CountAsync());
        await page.ShootAsync("console-import-wrong");

        var mended = Head + Row("import-a", "가람(테스트)", "신한은행") + Row("import-b", "나래(테스트)", "국민은행");
        await ChooseAsync(page, mended);
        await page.SeesAsync("파트너 2곳을 등록할 수 있어요");
        await page.ShootAsync("console-import-preview");
        await page.ClickAsync("파트너 2곳 등록하기");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "파트너 2곳", Exact = true })).ToBeVisibleAsync();

        await ChooseAsync(page, mended);
        // Both are there already: each row says so, and nothing is registered twice.
        await page.SeesAsync("이미 쓰는 아이디예요");
        await page.GoAsync("/partners?q=import-b", "파트너");
        await page.SeesAsync("나래(테스트)");
        await page.AssertFaultlessAsync();
    }

    [Fact]
    public async Task Import_Form_IsDownloadedAsExcelOpensIt()
    {
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/imports", "가져오기");

        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.FollowAsync("CSV 양식 받기"));

        Assert.Equal("주문 양식.csv", download.SuggestedFilename);
        var text = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains("order-20260901-0001", text, StringComparison.Ordinal);
        Assert.Equal(404, (await page.Page.APIRequest.GetAsync(new Uri(site.Server.Address, "console/import-form/7.csv").ToString())).Status);
        await page.AssertFaultlessAsync();
    }

    [Fact]
    public async Task Rehearsal_HigherFee_ShowsWhatEachPartnerWouldGetLess_AndChangesNothing()
    {
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/rehearsal", "모의 정산");
        await page.Page.GetByLabel("정산일 시작").FillAsync("2020-01-01");
        await page.Page.GetByLabel("정산일 끝").FillAsync("2035-12-31");

        await page.ClickAsync("모의 정산 해 보기");

        var difference = page.Page.Locator("table[aria-label=합계] td[data-label='지급 차이']");
        await Assertions.Expect(difference).ToHaveTextAsync("0");
        await page.Page.GetByLabel("계약").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Page.GetByLabel("플랫폼 수수료율(%)").FillAsync("20");
        await page.ClickAsync("모의 정산 해 보기");
        await Assertions.Expect(difference).ToContainTextAsync("-");
        await Assertions.Expect(page.Page.Locator("table[aria-label='파트너별 차이'] tbody tr").First).ToContainTextAsync("(테스트)");
        await page.ShootAsync("console-rehearsal");
        // Asked again without the change, everything is as it was.
        await page.Page.GetByLabel("계약").SelectOptionAsync("");
        await page.ClickAsync("모의 정산 해 보기");
        await Assertions.Expect(difference).ToHaveTextAsync("0");
        await page.AssertFaultlessAsync();
    }

    private static string Row(string id, string name, string bank) =>
        $"{id},{name},원천징수 대상,contract-sample,{bank},110-000-000001,{name},홍보기,{id}@partner.example,1990-01-01\r\n";

    private static Task ChooseAsync(WatchedPage page, string content) => page.Page.Locator("#import-file").SetInputFilesAsync(
        new FilePayload { Name = "partners.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) });
}
