using Jeongsan.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>Every room of the console, as somebody of the finance team opens it after the sample month.</summary>
[Collection("site")]
public sealed class ConsoleTests(SampleSite site)
{
    [Fact]
    public async Task Home_AfterTheSampleMonth_SaysWhatWaitsAndUntilWhen()
    {
        await using var page = await site.ConsoleAsync();

        await page.GoAsync("/", "오늘 할 일");

        await page.SeesAsync("승인을 기다리는 세금계산서");
        await Assertions.Expect(page.Page.Locator(".bar")).ToContainTextAsync("샘플마켓");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "테스트", Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");
        await page.ShootAsync("console-home");
        await page.FollowAsync("파트너");
        await page.HeadingAsync("파트너");
        await page.AssertFaultlessAsync();
    }

    [Theory]
    [InlineData("/partners", "파트너", "책마을(테스트)", "준비 완료")]
    [InlineData("/transfers", "정산건", "바다(테스트)", "지급 완료")]
    [InlineData("/settlements?state=PaidOut", "정산 내역", "-19,847", "하늘상점(테스트)")]
    [InlineData("/bulk-payouts", "일괄 지급", "월 정산", "3,421,368")]
    [InlineData("/payouts", "지급 내역", "-22,840", "669,744")]
    [InlineData("/account-transfers?q=%EC%9D%B4%EC%95%88", "이체 내역", "이안(테스트)", "-669,744")]
    [InlineData("/tax-invoices?state=sent", "발행 현황", "책마을(테스트)", "국세청 전송 완료")]
    [InlineData("/statements", "정산내역서", "하늘상점(테스트)", "보냄")]
    [InlineData("/mailbox", "메일함", "세금계산서 승인 요청", "연동회원 가입이 완료")]
    [InlineData("/messages?state=done", "보내지 못한 것", "세금계산서 발행 요청", "보냄")]
    [InlineData("/search?q=%ED%95%98%EB%8A%98", "검색 결과", "하늘상점(테스트)", "파트너")]
    public async Task List_Opened_ShowsTheSampleMonth(string address, string heading, string fact, string anotherFact)
    {
        await using var page = await site.ConsoleAsync();

        await page.GoAsync(address, heading);

        await page.SeesAsync(fact);
        await page.SeesAsync(anotherFact);
        await page.ShootAsync($"console-{heading.Replace(' ', '-')}");
        await page.AssertFaultlessAsync();
    }

    [Theory]
    [InlineData("/partners?q=%EC%B1%85%EB%A7%88%EC%9D%84", "책마을(테스트)", "신한은행", "국세청 연동 완료")]
    [InlineData("/transfers?sort=date&page=2", "주문", "플랫폼 수수료", "주문 등록")]
    [InlineData("/settlements?state=PaidOut&sort=amount", "하늘상점(테스트) -19,847원", "정산 금액", "지급 완료")]
    [InlineData("/bulk-payouts?q=%EC%9B%94%20%EC%A0%95%EC%82%B0", "월 정산", "6 / 6건 끝남", "일괄 지급 실행")]
    [InlineData("/payouts?q=%EC%9D%B4%EC%95%88", "이안(테스트) 669,744원", "신한은행", "송금 완료")]
    [InlineData("/tax-invoices?q=%EC%B1%85%EB%A7%88%EC%9D%84&state=sent", "책마을(테스트)", "전자계산서", "전자문서 확인하고 보관")]
    [InlineData("/mailbox", "메일함", "세금계산서가 발행되었습니다", "글자만 보기")]
    public async Task Detail_OpenedFromItsList_ShowsFactsAndHistory(string list, string heading, string fact, string happened)
    {
        await using var page = await site.ConsoleAsync();
        await page.Page.GotoAsync(list);

        await page.Page.Locator("table.list tbody a, .mails a").First.ClickAsync();

        await page.HeadingAsync(heading);
        await page.SeesAsync(fact);
        await page.SeesAsync(happened);
        await page.ShootAsync($"console-{list.Trim('/').Split('?')[0]}-detail");
        await page.AssertFaultlessAsync();
    }

    [Fact]
    public async Task Mailbox_MailOfAnIssuedInvoice_CarriesItsFormAsAPdf()
    {
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/mailbox", "메일함");
        await page.Page.Locator(".mails a", new() { HasText = "세금계산서가 발행되었습니다" }).First.ClickAsync();
        var attachment = page.Page.Locator("a[data-mail-attachment]");

        var download = await page.Page.RunAndWaitForDownloadAsync(() => attachment.ClickAsync());

        Assert.Equal(await attachment.InnerTextAsync(), download.SuggestedFilename);
        var file = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(file), StringComparison.Ordinal);
        // A request carries none: what it asks to approve is shown only behind the business number.
        await page.Page.Locator(".mails a", new() { HasText = "세금계산서 승인 요청" }).First.ClickAsync();
        await Assertions.Expect(page.Page.Locator("section[aria-label=메일] h2")).ToContainTextAsync("승인 요청");
        await Assertions.Expect(attachment).ToHaveCountAsync(0);
        await page.AssertFaultlessAsync();
    }

    /// <summary>From a sent invoice to the two documents of a correction, and what they wait for.</summary>
    [Fact]
    public async Task Amend_Correction_ShowsBothDocumentsBeforeAndWhatTheyWaitForAfter()
    {
        var links = await site.LinksAsync();
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/tax-invoices?q=%EC%B1%85%EB%A7%88%EC%9D%84&state=sent", "발행 현황");
        await page.Page.Locator("table.list tbody a").First.ClickAsync();
        await page.FollowAsync("수정 발행하기");
        await page.HeadingAsync("수정세금계산서 쓰기");
        await page.Page.GetByRole(AriaRole.Radio, new() { Name = "기재사항 정정" }).CheckAsync();
        await page.ClickAsync("다음");
        await page.ClickAsync("쓸 문서 확인하기");
        await page.SeesAsync("당초 세금계산서와 달라지는 내용이 없습니다");

        await page.Page.GetByLabel("공급자 대표자").FillAsync("김정정");
        await page.ShootAsync("amend-facts");
        await page.ClickAsync("쓸 문서 확인하기");

        await page.SeesAsync("이렇게 2장을 씁니다");
        await page.SeesAsync("당초 금액을 취소하는 것");
        await page.SeesAsync("바르게 적은 것");
        await page.SeesAsync("부가가치세법 시행령 제70조 제1항 제5호");
        await page.ShootAsync("amend-summary");
        await page.ClickAsync("수정세금계산서 2장을 쓰고 공급자에게 승인 요청 메일 보내기");

        await page.SeesAsync("수정세금계산서 2장을 썼습니다");
        await page.SeesAsync("공급자의 승인, 함께 발행할 다른 한 장의 승인");
        await page.ShootAsync("amend-result");
        await page.Page.Locator(".documents tbody a").First.ClickAsync();
        await page.SeesAsync("함께 발행할 한 장 보기");
        // Both mails are there before another test waits for one of its own.
        await Polling.UntilTrueAsync("both mails", async _ => (await site.LinksAsync()).Count >= links.Count + 2, TimeSpan.FromSeconds(90));
        await page.AssertFaultlessAsync();
    }

    [Fact]
    public async Task List_FilteredSortedAndTurned_IsTheSameAfterReload()
    {
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/transfers", "정산건");

        await page.FollowAsync("지급 완료");
        await Assertions.Expect(page.Page.Locator(".chip[aria-current=true]")).ToHaveTextAsync("지급 완료");
        await page.Page.GetByRole(AriaRole.Columnheader, new() { Name = "정산 금액(원)" }).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.Page.Locator("th[aria-sort=ascending]")).ToContainTextAsync("정산 금액(원)");
        await page.FollowAsync("다음");
        await page.SeesAsync("51–");

        Assert.Contains("state=", page.Page.Url, StringComparison.Ordinal);
        Assert.Contains("sort=amount", page.Page.Url, StringComparison.Ordinal);
        Assert.Contains("page=2", page.Page.Url, StringComparison.Ordinal);
        var shown = await page.Page.Locator("tbody").InnerTextAsync();
        await page.Page.ReloadAsync();
        await page.SeesAsync("51–");
        Assert.Equal(shown, await page.Page.Locator("tbody").InnerTextAsync());
        await page.AssertFaultlessAsync();
    }

    [Fact]
    public async Task Address_OfNothing_SaysSoAndLeadsHome()
    {
        await using var page = await site.ConsoleAsync();

        await page.GoAsync("/tax-invoices/tax-invoice-of-nobody", "찾을 수 없는 페이지예요");

        await page.SeesAsync("홈");
        await page.AssertFaultlessAsync();
    }

    [Fact]
    public async Task LiveMode_Chosen_ShowsNothingOfTheTest()
    {
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/", "오늘 할 일");

        await page.ClickAsync("운영");

        await page.HeadingAsync("오늘 할 일");
        Assert.Equal(0, await page.Page.GetByText("테스트 시계").CountAsync());
        await page.GoAsync("/partners", "파트너");
        await page.SeesAsync("API로 파트너를 등록하면");
        await page.AssertFaultlessAsync();
    }

    [Fact]
    public async Task Phone_AndDark_ListsAreCardsAndNothingIsWiderThanTheScreen()
    {
        await using var desktop = await site.ConsoleAsync();
        await using var page = await site.OpenAsync(await desktop.Page.Context.StorageStateAsync(), 390, 844, isDark: true);

        foreach (var (address, heading) in new[] { ("/", "오늘 할 일"), ("/tax-invoices", "발행 현황"), ("/bulk-payouts", "일괄 지급"), ("/account-transfers", "이체 내역"), ("/settings/holidays", "휴일") })
        {
            await page.GoAsync(address, heading);
            await Assertions.Expect(page.Page.Locator(".task, table.list tbody tr").First).ToBeVisibleAsync();
            Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), address);
            await page.ShootAsync($"console-phone-dark-{heading.Replace(' ', '-')}");
        }
        await page.AssertFaultlessAsync();
    }

    [Fact]
    public async Task EveryField_OfTheConsole_HasAName()
    {
        await using var page = await site.ConsoleAsync();
        foreach (var address in new[] { "/", "/settlements", "/tax-invoices", "/mailbox", "/statements", "/statement-templates", "/contracts/new", "/formulas", "/settings/holidays", "/counterparties/new" })
        {
            await page.Page.GotoAsync(address);
            await Assertions.Expect(page.Page.Locator("h1")).ToBeVisibleAsync();
            var nameless = await page.Page.EvaluateAsync<string[]>("""
                [...document.querySelectorAll('input:not([type=hidden]), button, a[href], select, textarea')]
                  .filter(e => e.checkVisibility() && !(e.getAttribute('aria-label') || e.labels?.length || e.innerText?.trim() || e.title || e.tabIndex < 0))
                  .map(e => e.outerHTML.slice(0, 120))
                """);
            Assert.Empty(nameless);
        }
    }

    [Fact]
    public async Task ReadOnlyPerson_SeesFiguresAndNoButtonsThatChangeThem()
    {
        await site.ExecuteAsync($"""
            INSERT INTO people (merchant_id, id, email, name, role, password_hash, protected_totp_secret, last_totp_step, security_stamp, created_at, version)
            SELECT merchant_id, 'person-reader', 'reader@samplemarket.example', '읽는 사람', 'ReadOnly', password_hash, NULL, 0, 'stamp-of-the-reader', created_at, 0
            FROM people WHERE email = '{SampleSite.OwnerEmail}'
            """);
        await using var page = await site.OpenAsync(null);
        await SignIn.EnrolAsync(page.Page, site.Server.Address, "reader@samplemarket.example");

        await Assertions.Expect(page.Page.Locator(".person-name")).ToHaveTextAsync("읽는 사람");
        Assert.Equal(0, await page.Page.GetByRole(AriaRole.Button, new() { Name = "다음 날로" }).CountAsync());
        await page.GoAsync("/tax-invoices?state=waiting", "발행 현황");
        await page.Page.Locator("table.list tbody a").First.ClickAsync();
        await page.SeesAsync("이력");
        Assert.Equal(0, await page.Page.GetByRole(AriaRole.Button, new() { Name = "승인 요청 메일 다시 보내기" }).CountAsync());
        Assert.Equal(0, await page.Page.GetByRole(AriaRole.Button, new() { Name = "요청 취소" }).CountAsync());
        await page.GoAsync("/contracts/contract-sample", "기본 계약");
        await page.SeesAsync("주문 금액의 10%");
        Assert.Equal(0, await page.Page.GetByRole(AriaRole.Button, new() { Name = "지금 고치기" }).CountAsync());
        await page.GoAsync("/formulas", "계산식");
        Assert.Equal(0, await page.Page.GetByRole(AriaRole.Button, new() { Name = "다음 주문부터 이 계산식 쓰기" }).CountAsync());
        await page.ShootAsync("console-read-only");
        await page.AssertFaultlessAsync();
    }

    [Fact]
    public async Task SignIn_WrongPasswordAndUsedCode_AreRefusedInWords()
    {
        await using var page = await site.OpenAsync(null);
        await page.Page.GotoAsync("/payouts");
        await page.Page.GetByLabel("이메일").FillAsync(SampleSite.OwnerEmail);
        await page.Page.GetByLabel("비밀번호").FillAsync("wrong-horse-battery");
        await page.ClickAsync("다음");
        await page.SeesAsync("맞지 않");
        await page.ShootAsync("sign-in-wrong");

        await page.Page.GetByLabel("비밀번호").FillAsync(SampleSite.Password);
        await page.ClickAsync("다음");
        var code = await site.Owner.NextCodeAsync();
        await page.Page.GetByLabel("인증 앱에 나온 6자리").FillAsync(code);
        await page.ClickAsync("로그인");
        await page.HeadingAsync("지급 내역");

        await using var thief = await site.OpenAsync(null);
        await thief.Page.GotoAsync("/sign-in");
        await thief.Page.GetByLabel("이메일").FillAsync(SampleSite.OwnerEmail);
        await thief.Page.GetByLabel("비밀번호").FillAsync(SampleSite.Password);
        await thief.ClickAsync("다음");
        await thief.Page.GetByLabel("인증 앱에 나온 6자리").FillAsync(code);
        await thief.ClickAsync("로그인");
        await Assertions.Expect(thief.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("인증번호");
    }

    [Fact]
    public async Task FailedMessage_SentAgain_GoesOutAndLeavesTheList()
    {
        await site.ExecuteAsync("UPDATE outbox SET state = 'Failed', last_problem = '팝빌에 연결하지 못했습니다.', finished_at = NULL WHERE type = 'OwnCompany.Join' AND mode = 'Test'");
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/messages", "보내지 못한 것");
        await page.SeesAsync("팝빌에 연결하지 못했습니다.");
        await page.ShootAsync("console-failed-message");

        await page.ClickAsync("다시 보내기");

        await page.SeesAsync("보내지 못한 메시지가 없어요");
        await page.Page.GotoAsync("/messages?state=done&q=OwnCompany");
        await page.SeesAsync("우리 회사 팝빌 연동");
        await page.AssertFaultlessAsync();
    }
}
