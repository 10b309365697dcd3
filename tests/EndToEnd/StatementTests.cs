using System.Text.RegularExpressions;
using Jeongsan.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>A settlement statement from the console's button to the partner's phone: template, mail, page, PDF.</summary>
[Collection("site")]
public sealed partial class StatementTests(SampleSite site)
{
    private const string SoriNumber = "3058100020";
    private const string HaneulNumber = "2018600010";

    [Fact]
    public async Task Statement_FromTheConsoleToThePhone_IsReadAndKeptAsPdf()
    {
        await using var console = await site.ConsoleAsync();
        await WriteTemplateAsync(console);
        var before = await LinksAsync();
        await SendByButtonAsync(console);
        var link = await NewestAsync(before);
        Assert.Equal(link, await ReadInMailboxAsync(console));
        await ReadOnThePhoneAsync(link);
        before = await LinksAsync();
        await ResendAsync(console);
        await using var phone = await site.PhoneAsync();
        await phone.GoAsync(link, "더 새로운 메일이 있습니다");
        await phone.GoAsync(await NewestAsync(before), "보낸 정산내역서입니다");
        await console.AssertFaultlessAsync();
    }

    private static async Task WriteTemplateAsync(WatchedPage console)
    {
        await console.GoAsync("/statement-templates", "정산내역서 양식");
        await console.ClickAsync("새 양식");
        await Assertions.Expect(console.Page.Locator("main h2").First).ToHaveTextAsync("새 양식");
        // What is refused stays written.
        await console.Page.GetByLabel("안내문 (맨 아래)").FillAsync("문의는 고객센터로 해 주세요.");
        await console.ClickAsync("양식 저장하기");
        await Assertions.Expect(console.Page.GetByText("양식의 이름을 적어 주세요.")).ToBeVisibleAsync();
        await Assertions.Expect(console.Page.GetByLabel("안내문 (맨 아래)")).ToHaveValueAsync("문의는 고객센터로 해 주세요.");
        await console.Page.GetByLabel("이름").FillAsync("주문까지 자세히");
        await console.Page.GetByLabel("내역을 얼마나 자세히 적을까요?").SelectOptionAsync("Transfers");
        await console.Page.GetByLabel("통장 메모").CheckAsync();
        await console.Page.GetByLabel("인사말 (메일에도 들어가요)").FillAsync("이번 달도 함께해 주셔서 감사합니다.");
        await console.Page.GetByLabel("이름").FocusAsync();
        await console.SeesAsync("이번 달도 함께해 주셔서 감사합니다.");
        await console.SeesAsync("통장 메모");
        await console.ClickAsync("양식 저장하기");
        await Assertions.Expect(console.Page.GetByText("양식을 저장했어요.")).ToBeVisibleAsync();
        await console.ShootAsync("console-statement-template");
        var address = await console.Page.GetByRole(AriaRole.Link, new() { Name = "저장한 양식을 PDF로 보기" }).GetAttributeAsync("href");
        await AssertPdfAsync(console, address!);
    }

    /// <summary>By the template that was just written, since the sample sent the usual one to everybody.</summary>
    private static async Task SendByButtonAsync(WatchedPage console)
    {
        await console.GoAsync("/payouts", "지급 내역");
        await console.Page.Locator("table.list tbody a", new() { HasTextString = "소리공방" }).First.ClickAsync();
        await console.ClickAsync("정산내역서 보내기");
        var dialog = console.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("양식").SelectOptionAsync(new SelectOptionValue { Label = "주문까지 자세히" });
        await console.ShootAsync("console-statement-send");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "정산내역서 메일 1통 보내기" }).ClickAsync();
        await console.HeadingAsync("정산내역서 보내기");
        await console.SeesAsync("성공 1");
        await console.ShootAsync("console-statement-task");
    }

    /// <returns>Where the mail's button leads.</returns>
    private static async Task<string?> ReadInMailboxAsync(WatchedPage console)
    {
        await console.GoAsync("/mailbox", "메일함");
        await console.Page.Locator(".mails a", new() { HasTextString = "정산내역서" }).First.ClickAsync();
        await Assertions.Expect(console.Page.Locator("section h2")).ToContainTextAsync("정산내역서");
        await Assertions.Expect(console.Page.FrameLocator(".mail-frame").Locator("body")).ToContainTextAsync("이번 달도 함께해 주셔서 감사합니다.");
        await console.ShootAsync("console-statement-mail");
        return await console.Page.Locator("[data-mail-link]").First.GetAttributeAsync("href");
    }

    private async Task ReadOnThePhoneAsync(string link)
    {
        await using var phone = await site.PhoneAsync();
        await phone.GoAsync(link, "보낸 정산내역서입니다");
        await phone.ShootAsync("statement-1-open");
        await EnterAsync(phone, HaneulNumber);
        await phone.SeesAsync("등록된 사업자등록번호와 다릅니다");
        await EnterAsync(phone, SoriNumber);
        await phone.SeesAsync("이번 달도 함께해 주셔서 감사합니다.");
        await phone.SeesAsync("지급 금액");
        // A short list is open from the start.
        if (await phone.Page.Locator("details.why[open]").CountAsync() == 0) await phone.Page.Locator("summary").ClickAsync();
        await Assertions.Expect(phone.Page.Locator(".statement-lines tr").Nth(1)).ToBeVisibleAsync();
        await phone.SeesAsync("받은 정산내역서");
        await phone.SeesAsync("(지금 화면)");
        // The sample month's invoice with its state, whatever it is by now.
        await Assertions.Expect(phone.Page.Locator("td:has(.hint-inline)").First).ToContainTextAsync("정산");
        Assert.True(await phone.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await phone.ShootAsync("statement-2-shown");
        await AssertPdfAsync(phone, (await phone.Page.GetByRole(AriaRole.Link, new() { Name = "PDF로 받기", Exact = true }).GetAttributeAsync("href"))!);
        // The one that the sample sent stands in the list, and opens without another question.
        await phone.Page.Locator("main table.plain a[href^='/t/']").First.ClickAsync();
        await phone.SeesAsync("정산내역서");
        await Assertions.Expect(phone.Page.GetByText("이번 달도 함께해 주셔서 감사합니다.")).ToHaveCountAsync(0);
        await phone.AssertFaultlessAsync();
        await using var dark = await site.PhoneAsync(isDark: true);
        await dark.GoAsync(link, "보낸 정산내역서입니다");
        await EnterAsync(dark, SoriNumber);
        await dark.SeesAsync("지급 금액");
        await dark.ShootAsync("statement-2-shown-dark");
    }

    private static async Task ResendAsync(WatchedPage console)
    {
        await console.GoAsync("/statements", "정산내역서");
        await Assertions.Expect(console.Page.Locator("table.list tbody tr").First).ToContainTextAsync("주문까지 자세히");
        await console.ShootAsync("console-statements");
        await console.Page.Locator("table.list tbody tr").First.GetByRole(AriaRole.Button, new() { Name = "다시 보내기" }).ClickAsync();
        var dialog = console.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("다른 주소로 보내기 (비워 두면 파트너 담당자에게)").FillAsync("accountant@office.example");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "정산내역서 메일 1통 다시 보내기" }).ClickAsync();
        await Assertions.Expect(console.Page.GetByText("다시 보냈어요. 먼저 보낸 메일의 링크는 닫혔어요.")).ToBeVisibleAsync();
    }

    private static async Task EnterAsync(WatchedPage phone, string number)
    {
        await phone.Page.GetByLabel("사업자등록번호").FillAsync(number);
        await phone.ClickAsync("정산내역서 보기");
    }

    /// <summary>Fetched with the browser's own cookies.</summary>
    private static async Task AssertPdfAsync(WatchedPage page, string address)
    {
        var answer = await page.Page.APIRequest.GetAsync(new Uri(new Uri(page.Page.Url), address).AbsoluteUri);
        Assert.Equal((200, "application/pdf"), (answer.Status, answer.Headers["content-type"]));
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(await answer.BodyAsync()), StringComparison.Ordinal);
    }

    private async Task<IReadOnlySet<string>> LinksAsync() =>
        (await site.Server.Mailbox.AllAsync()).Select(mail => Link().Match(mail.Text)).Where(link => link.Success).Select(link => link.Value).ToHashSet();

    private async Task<string> NewestAsync(IReadOnlySet<string> before) => await Polling.UntilAsync("the statement's mail", async _ => (await LinksAsync()).Except(before).FirstOrDefault());

    [GeneratedRegex(@"http://[^\s]+/t/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
