using Jeongsan.Etax;
using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>
/// A second month, by the buttons of the console and on the suppliers' phones: paid, invoiced, approved, refused, cancelled, and
/// every end of a link. One walk, because each step needs the one before.
/// </summary>
[Collection("site")]
public sealed class SupplierTests(SampleSite site)
{
    private const string SoriNumber = "3058100020";
    private const string HaneulNumber = "2018600010";

    [Fact]
    public async Task SecondMonth_ByButtonsAndPhones_EndsEachInvoiceInItsWay()
    {
        await using var console = await site.ConsoleAsync();
        await ApproveOnThePhoneAsync(console);

        await PayAsync(console);
        // The links of the month before are in the mailbox already; this month's are others.
        var before = await site.LinksAsync();
        await InvoiceAsync(console);
        await RefuseAsync(await site.NewestLinkAsync("partner-haneul", before));
        await CancelAsync(console, await site.NewestLinkAsync("partner-gani", before));
        await ApproveAgainAndSendAsync(console, await site.NewestLinkAsync("partner-sori", before));
        await ExpireAsync(await site.NewestLinkAsync("partner-chaek", before));
        await console.AssertFaultlessAsync();
    }

    /// <summary>The invoice that the sample left waiting: from the mail to the done page, over every stumbling block.</summary>
    private async Task ApproveOnThePhoneAsync(WatchedPage console)
    {
        var replaced = await site.NewestLinkAsync("partner-sori");
        await console.GoAsync("/tax-invoices?state=waiting", "발행 현황");
        await console.FollowAsync("소리공방(테스트)");
        await console.ClickAsync("승인 요청 메일 다시 보내기");
        await Assertions.Expect(console.Page.GetByText("먼저 보낸 메일의 링크는 닫혔어요")).ToBeVisibleAsync();
        var link = await site.NewestLinkAsync("partner-sori", new HashSet<string> { replaced });

        await using var phone = await site.PhoneAsync();
        await phone.GoAsync(replaced, "더 새로운 메일이 있습니다");
        await phone.ShootAsync("supplier-replaced");
        await phone.GoAsync(link, "세금계산서 승인을 요청했습니다");
        await phone.ShootAsync("supplier-1-open");
        await EnterAsync(phone, HaneulNumber);
        await phone.SeesAsync("이 세금계산서의 사업자등록번호와 다릅니다");
        await EnterAsync(phone, SoriNumber);
        await phone.SeesAsync("공급받는 자 ㈜샘플마켓(테스트)");
        await Assertions.Expect(phone.Page.Locator(".form-pages svg")).ToBeVisibleAsync();
        Assert.True(await phone.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await phone.ShootAsync("supplier-2-invoice");

        await phone.ClickAsync("승인하고 발행");
        await phone.HeadingAsync("공동인증서를 한 번 등록해 주세요");
        await phone.ShootAsync("supplier-3-certificate");
        await RegisterAsync(phone);
        await phone.HeadingAsync("공동인증서가 등록되어 있어요");
        await phone.FollowAsync("세금계산서 승인하러 가기");
        await phone.ClickAsync("승인하고 발행");
        await phone.HeadingAsync("발행되었습니다");
        await phone.SeesAsync("승인번호");
        await phone.ShootAsync("supplier-4-done");
        await AssertPdfAsync(phone, "세금계산서 PDF 받기");
        await AssertPdfAsync(console, "PDF 받기");
        await phone.GoAsync(link, "이미 승인하셨습니다");
        await phone.ShootAsync("supplier-already");
        await phone.AssertFaultlessAsync();
    }

    /// <summary>The lawful form behind a link, fetched with the browser's own cookies.</summary>
    private static async Task AssertPdfAsync(WatchedPage page, string link)
    {
        var address = await page.Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).GetAttributeAsync("href");
        var answer = await page.Page.APIRequest.GetAsync(new Uri(new Uri(page.Page.Url), address!).AbsoluteUri);
        Assert.Equal((200, "application/pdf"), (answer.Status, answer.Headers["content-type"]));
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(await answer.BodyAsync()), StringComparison.Ordinal);
    }

    /// <summary>Wrong files first, each refused in its own words; then the pair of files of a browser's certificate store.</summary>
    private static async Task RegisterAsync(WatchedPage phone)
    {
        var now = DateTimeOffset.UtcNow;
        var another = TestAuthority.IssueCertificate(HaneulNumber, "하늘상점(테스트)", now.AddDays(-1), now.AddYears(1));
        var expired = TestAuthority.IssueCertificate(SoriNumber, "소리공방(테스트)", now.AddYears(-2), now.AddYears(-1));
        var right = TestAuthority.IssueCertificate(SoriNumber, "소리공방(테스트)", now.AddDays(-1), now.AddYears(3));

        await phone.FollowAsync("인증서 등록하러 가기");
        await phone.HeadingAsync("공동인증서 등록");
        await phone.ShootAsync("agency-certificate");
        await UploadAsync(phone, TestCertificate.Password, ("pfx", "company.p12", another.Pfx));
        var wrongCompany = await phone.Page.GetByRole(AriaRole.Alert).InnerTextAsync();
        Assert.Contains("의 인증서가 아니에요", wrongCompany, StringComparison.Ordinal);
        await UploadAsync(phone, TestCertificate.Password, ("pfx", "company.p12", expired.Pfx));
        var tooOld = await phone.Page.GetByRole(AriaRole.Alert).InnerTextAsync();
        Assert.Contains("에 끝난 인증서예요", tooOld, StringComparison.Ordinal);
        await phone.ShootAsync("agency-certificate-expired");
        await UploadAsync(phone, "wrong1234", ("signCert", "signCert.der", right.SignCert), ("signPri", "signPri.key", right.SignPri));
        Assert.Contains("비밀번호", await phone.Page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await UploadAsync(phone, TestCertificate.Password, ("signCert", "signCert.der", right.SignCert), ("signPri", "signPri.key", right.SignPri));
        await phone.HeadingAsync("공동인증서를 등록했어요");
        await phone.FollowAsync("돌아가기");
    }

    private static async Task UploadAsync(WatchedPage phone, string password, params (string Field, string Name, ReadOnlyMemory<byte> Content)[] files)
    {
        foreach (var (field, name, content) in files)
            await phone.Page.Locator($"#{field}").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content.ToArray() });
        await phone.Page.GetByLabel("인증서 비밀번호").FillAsync(password);
        await phone.ClickAsync("등록하기");
        await phone.Page.WaitForLoadStateAsync();
    }

    /// <summary>Orders of four partners, gathered on their day, chosen, confirmed, and paid with the second factor.</summary>
    private async Task PayAsync(WatchedPage console)
    {
        foreach (var (partner, amount) in new[] { ("partner-haneul", 300_000), ("partner-gani", 400_000), ("partner-chaek", 500_000), ("partner-sori", 600_000) })
            await site.OrderAsync(partner, $"second-month-{partner}", amount);
        await site.AdvanceToAsync((await site.TestNowAsync()).AddDays(40));

        await console.GoAsync("/settlements?state=PayoutPrepared", "정산 내역");
        await console.Page.GetByLabel("이 쪽 모두 선택").CheckAsync();
        await console.ShootAsync("console-settlements-chosen");
        await console.ClickAsync("4개 파트너 일괄 지급 만들기");
        await console.SeesAsync("확정");
        await console.Page.GetByRole(AriaRole.Button, new() { NameString = "지급 확정" }).ClickAsync();
        await console.Page.GetByRole(AriaRole.Button, new() { NameString = "이체하기" }).ClickAsync();
        var dialog = console.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("되돌릴 수 없습니다");
        await console.ShootAsync("console-second-factor");
        await dialog.GetByLabel("인증 앱에 나온 6자리").FillAsync("000000");
        await dialog.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await dialog.GetByLabel("인증 앱에 나온 6자리").FillAsync(await site.Owner.NextCodeAsync());
        await dialog.Locator("button[type=submit]").ClickAsync();
        await console.SeesAsync("4 / 4건 끝남");
        await console.ShootAsync("console-bulk-payout-done");
    }

    private static async Task InvoiceAsync(WatchedPage console)
    {
        await console.FollowAsync("4건 세금계산서 작성");
        await console.HeadingAsync("지급에서 한꺼번에 쓰기");
        await console.ClickAsync("지급 4건에서 쓸 것 확인하기");
        await console.SeesAsync("세금계산서 4건, 합계");
        await console.ShootAsync("console-bulk-invoices-preview");
        await console.ClickAsync("세금계산서 4건 쓰기");
        await console.SeesAsync("작성 중 4");
        await console.ShootAsync("console-bulk-invoices");
        await console.Page.GetByLabel("이 쪽 모두 선택").CheckAsync();
        await console.ClickAsync("파트너 4곳에 발행 요청 메일 보내기");
        await console.HeadingAsync("세금계산서 발행 요청");
        await console.SeesAsync("4 / 4 · 성공 4");
        await console.ShootAsync("console-bulk-invoices-requested");
    }

    private async Task RefuseAsync(string link)
    {
        await using var phone = await site.PhoneAsync(isDark: true);
        await phone.GoAsync(link, "세금계산서 승인을 요청했습니다");
        await EnterAsync(phone, HaneulNumber);
        await phone.SeesAsync("공급받는 자");
        await phone.ShootAsync("supplier-dark-invoice");
        await phone.FollowAsync("금액이 달라요 (거부)");
        await phone.ClickAsync("거부하고 사유 보내기");
        await phone.SeesAsync("거부 사유를 하나 골라 주세요");
        await phone.Page.GetByLabel("금액이 계약과 다릅니다").CheckAsync();
        await phone.Page.GetByLabel("자세한 내용 (선택)").FillAsync("수수료가 두 번 빠졌습니다.");
        await phone.ShootAsync("supplier-refuse");
        await phone.ClickAsync("거부하고 사유 보내기");
        await phone.HeadingAsync("거부하신 내용을 전달했습니다");
        await phone.GoAsync(link, "이미 거부하셨습니다");
        await phone.AssertFaultlessAsync();
    }

    private async Task CancelAsync(WatchedPage console, string link)
    {
        await console.GoAsync("/tax-invoices?state=waiting", "발행 현황");
        await console.FollowAsync("가니네(테스트)");
        await console.ClickAsync("요청 취소");
        await console.SeesAsync("요청 취소 시작");

        await using var phone = await site.PhoneAsync();
        await phone.GoAsync(link, "요청이 취소되었습니다");
        await phone.ShootAsync("supplier-cancelled");
        await console.GoAsync("/tax-invoices?state=trouble", "발행 현황");
        await console.FollowAsync("하늘상점(테스트)");
        await console.SeesAsync("금액이 계약과 다릅니다: 수수료가 두 번 빠졌습니다.");
        await console.ShootAsync("console-refused-invoice");
    }

    private async Task ApproveAgainAndSendAsync(WatchedPage console, string link)
    {
        await using var phone = await site.PhoneAsync();
        await phone.GoAsync(link, "세금계산서 승인을 요청했습니다");
        await EnterAsync(phone, SoriNumber);
        await phone.ClickAsync("승인하고 발행");
        await phone.HeadingAsync("발행되었습니다");

        await console.GoAsync("/tax-invoices?state=issued", "발행 현황");
        await console.Page.Locator("table.list tbody a", new() { HasTextString = "소리공방" }).First.ClickAsync();
        await console.ClickAsync("국세청에 바로 전송");
        await Assertions.Expect(console.Page.GetByText("국세청 전송을 시작했어요.")).ToBeVisibleAsync();
    }

    private async Task ExpireAsync(string link)
    {
        await site.AdvanceToAsync((await site.TestNowAsync()).AddDays(62));
        await using var phone = await site.PhoneAsync();
        await phone.GoAsync(link, "링크의 기한이 지났습니다");
        await phone.SeesAsync("승인 요청 메일을 다시 보내 달라고");
        await phone.ShootAsync("supplier-expired");
        await phone.GoAsync($"{link[..^4]}AAAA", "링크를 찾을 수 없습니다");
        await phone.AssertFaultlessAsync();
    }

    private static async Task EnterAsync(WatchedPage phone, string number)
    {
        await phone.Page.GetByLabel("사업자등록번호").FillAsync(number);
        await phone.ClickAsync("세금계산서 확인하기");
    }
}
