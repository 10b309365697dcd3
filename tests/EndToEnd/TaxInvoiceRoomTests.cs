using Jeongsan.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>An invoice that is written by hand in its form, requested while mails fail, and taken back with others.</summary>
[Collection("site")]
public sealed class TaxInvoiceRoomTests(SampleSite site)
{
    private const string Elsewhere = "accountant@elsewhere.example";

    [Fact]
    public async Task Write_InTheForm_SaysWhatIsWrongAddsUpAndIsADraftThatCanBeChanged()
    {
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/tax-invoices", "발행 현황");
        await page.FollowAsync("세금계산서 작성");
        await page.HeadingAsync("세금계산서 작성");
        await page.ClickAsync("초안으로 저장하기");
        await page.SeesAsync("공급자를 골라 주세요.");
        await page.SeesAsync("품목을 한 줄 이상 적어 주세요.");
        await page.ShootAsync("invoice-write-problems");

        await FillAsync(page, "촬영비", "2", "150,000");
        await Sum(page, "공급가액 합계", "300,000");
        await Sum(page, "세액 합계", "30,000");
        await page.ClickAsync("줄 더하기");
        await page.Page.GetByLabel("품목 2", new() { Exact = true }).FillAsync("편집비");
        await page.Page.GetByLabel("공급가액 2", new() { Exact = true }).FillAsync("99999");
        await Sum(page, "합계금액", "439,998");
        await page.ClickAsync("서식으로 미리 보기");
        await page.SeesAsync("서식 미리 보기");
        await page.ShootAsync("invoice-write");
        await page.ClickAsync("초안으로 저장하기");
        await page.HeadingAsync("하늘상점(테스트) 439,998원");

        await page.FollowAsync("고치기");
        await page.HeadingAsync("세금계산서 초안 고치기");
        await page.ClickAsync("2번째 줄 지우기");
        await Sum(page, "합계금액", "330,000");
        await page.Page.SetViewportSizeAsync(390, 844);
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.ShootAsync("invoice-write-phone");
        await page.ClickAsync("초안으로 저장하기");
        await page.HeadingAsync("하늘상점(테스트) 330,000원");
        await page.ClickAsync("초안 지우기");
        await page.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "초안 지우기" }).ClickAsync();
        await page.HeadingAsync("발행 현황");
        foreach (var (address, heading, fact) in new[] { ("/tax-invoices/bulk", "일괄 세금계산서", "전송 완료"), ("/tax-invoices/bulk/new", "지급에서 한꺼번에 쓰기", "지급") })
        {
            await page.GoAsync(address, heading);
            await page.SeesAsync(fact);
            Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), address);
            await page.ShootAsync($"invoices-bulk-phone-{heading.Length}");
        }
        await page.AssertFaultlessAsync();
    }

    [Fact]
    public async Task Request_ResentWhileTheMailServerFails_ArrivesLater_AndIsTakenBackInBulk()
    {
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/tax-invoices/new", "세금계산서 작성");
        await FillAsync(page, "교육비", "1", "70,000");
        await page.ClickAsync("하늘상점(테스트)에 발행 요청 메일 보내기");
        await page.HeadingAsync("하늘상점(테스트) 77,000원");
        var invoice = new Uri(page.Page.Url).AbsolutePath;
        await Polling.UntilTrueAsync("the request", async _ =>
        {
            await page.GoAsync(invoice, "하늘상점(테스트) 77,000원");
            return await page.Page.GetByRole(AriaRole.Button, new() { Name = "다른 주소로 보내기" }).CountAsync() > 0;
        }, TimeSpan.FromSeconds(60));

        await page.GoAsync("/failure-theatre", "고장 극장");
        await page.ClickAsync("메일 서버가 지금은 받지 않음 켜기");
        await page.SeesAsync("고장 · 1번 남음");
        await page.ShootAsync("failure-theatre");
        await page.GoAsync(invoice, "하늘상점(테스트) 77,000원");
        await page.ClickAsync("다른 주소로 보내기");
        await page.Page.GetByLabel("받는 주소").FillAsync(Elsewhere);
        await page.ClickAsync("이 주소로 메일 보내기");
        await Polling.UntilTrueAsync("the mail", async token => (await site.Server.Mailbox.AllAsync(token)).Any(mail => mail.To == Elsewhere), TimeSpan.FromSeconds(60));
        await page.GoAsync("/failure-theatre", "고장 극장");
        await page.SeesAsync("정상");
        await Assertions.Expect(page.Page.GetByText("번 남음")).ToHaveCountAsync(0);
        await page.Page.SetViewportSizeAsync(390, 844);
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.ShootAsync("failure-theatre-phone");

        await CancelInBulkAsync(page, invoice);
        await page.GoAsync("/events?state=invoices", "기록");
        await page.SeesAsync("승인 요청 메일 다시 보내기");
        await page.ShootAsync("events-phone");
        await page.Page.SetViewportSizeAsync(1280, 900);
        await page.ShootAsync("events");
        await page.GoAsync("/events?state=settings&q=%EA%B3%A0%EC%9E%A5", "기록");
        await page.SeesAsync("메일 서버가 지금은 받지 않음, 다음 1번");
        await page.Page.Locator("table.list tbody a").First.ClickAsync();
        await page.HeadingAsync("고장 극장");
        await page.AssertFaultlessAsync();
    }

    /// <summary>On the phone, where lists are cards.</summary>
    private static async Task CancelInBulkAsync(WatchedPage page, string invoice)
    {
        await page.GoAsync("/tax-invoices?state=waiting&sort=amount", "발행 현황");
        var row = page.Page.Locator("table.list tbody tr").Filter(new() { Has = page.Page.Locator($"a[href='{invoice}']") });
        await row.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.SeesAsync("1건 · 77,000원");
        await page.ShootAsync("invoices-chosen-phone");
        await page.ClickAsync("1건 요청 취소");
        await page.ClickAsync("1건 요청 취소하기");
        await page.HeadingAsync("세금계산서 요청 취소");
        await page.SeesAsync("1 / 1 · 성공 1");
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.ShootAsync("invoices-cancelled-phone");
    }

    private static async Task FillAsync(WatchedPage page, string item, string quantity, string unit)
    {
        await page.Page.GetByLabel("공급자 찾기: 이름 또는 사업자등록번호").FillAsync("하늘");
        await page.Page.Locator(".pick", new() { HasText = "하늘상점(테스트)" }).ClickAsync();
        await page.SeesAsync("다른 공급자");
        await page.Page.GetByLabel("품목 1", new() { Exact = true }).FillAsync(item);
        await page.Page.GetByLabel("수량 1", new() { Exact = true }).FillAsync(quantity);
        await page.Page.GetByLabel("단가 1", new() { Exact = true }).FillAsync(unit);
    }

    private static Task Sum(WatchedPage page, string name, string digits) => Assertions.Expect(page.Page.GetByLabel(name, new() { Exact = true })).ToHaveTextAsync(digits);
}
