using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Jeongsan.Application.Mails;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.TaxInvoices;
using Xunit;

namespace Jeongsan.Application.Tests.Mails;

public sealed partial class TaxInvoiceMailsTests
{
    private static readonly MailSender Sender = new("㈜모두마켓", "tax@modu.example", "02-123-4567");

    private static readonly ApprovalRequest Request = new(
        new Uri("https://tax.modu.example/s/abc?x=1&y=2"), new DateOnly(2026, 11, 10), new DateOnly(2027, 1, 3));

    private static readonly InvoiceMailFacts Invoice = new()
    {
        SupplierName = "한빛공방",
        RecipientName = "㈜모두마켓",
        WriteDate = new DateOnly(2026, 10, 31),
        SupplyAmountWon = 1_000_000,
        TaxAmountWon = 100_000,
        Subject = "10월 정산",
    };

    public static TheoryData<string> Kinds => ["request", "again", "issued", "refused", "cancelled", "soon", "missed"];

    [Fact]
    public void RequestOfApproval_PlainFacts_SubjectAndPreviewNameAmountAndDeadline()
    {
        var letter = TaxInvoiceMails.RequestOfApproval(Sender, Invoice, Request);

        Assert.Equal("[㈜모두마켓] 10월 정산 세금계산서 승인 요청 · 1,100,000원", letter.Subject);
        Assert.Contains("1,100,000원 · 2026년 11월 10일 (화)까지", letter.Html, StringComparison.Ordinal);
        Assert.Contains("https://tax.modu.example/s/abc?x=1&y=2", letter.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"https://tax.modu.example/s/abc?x=1&amp;y=2\"", letter.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Compose_HostileNames_AreEncoded(string kind)
    {
        const string hostile = "<script>alert(\"1\")</script>&'";
        var letter = Letter(kind, Sender with { Name = hostile }, Invoice with { SupplierName = hostile, RecipientName = hostile, Subject = hostile }, hostile);

        Assert.DoesNotContain("<script", letter.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("alert(\"", letter.Html, StringComparison.Ordinal);
        Assert.Contains(hostile, WebUtility.HtmlDecode(letter.Html), StringComparison.Ordinal);
        Assert.Contains(hostile, letter.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Compose_EveryKind_PlainTextHoldsEveryWordOfTheHtml(string kind)
    {
        var letter = Letter(kind, Sender, Invoice, "금액이 계약과 다릅니다");
        var body = letter.Html[letter.Html.IndexOf("class=\"card\"", StringComparison.Ordinal)..];

        foreach (Match piece in TextBetweenTags().Matches(body))
        {
            var words = WebUtility.HtmlDecode(piece.Groups[1].Value).Trim();
            if (words.Length > 0 && !words.StartsWith("버튼이 열리지 않으면", StringComparison.Ordinal))
                Assert.Contains(words, letter.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Compose_EveryKind_NeedsNoImageOrStyleSheetAndIsUnder60Kilobytes(string kind)
    {
        var letter = Letter(kind, Sender, Invoice, new string('가', 500));

        Assert.DoesNotContain("<img", letter.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link", letter.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\n', letter.Subject);
        Assert.InRange(Encoding.UTF8.GetByteCount(letter.Html), 500, 60_000);
    }

    [Fact]
    public void RequestCancelled_NoReason_LeavesTheRowOut() =>
        Assert.DoesNotContain("취소 사유", TaxInvoiceMails.RequestCancelled(Sender, Invoice, null).Text, StringComparison.Ordinal);

    // 부가가치세법 제60조 ② 1 and 2: 1 % of the supply amount when late, 2 % after the final return of 25 January.
    [Fact]
    public void ToSupplier_DayBeforeAndMissed_SayWhatLateCostsInWon()
    {
        var soon = Letter("soon", Sender, Invoice, "");
        Assert.Equal("[㈜모두마켓] (내일 마감) 10월 정산 세금계산서 승인 안내 · 1,100,000원", soon.Subject);
        Assert.Contains("마감을 넘겨 발행하면 공급가액의 1%인 10,000원의 가산세가 공급자에게 부과될 수 있습니다.", soon.Text, StringComparison.Ordinal);
        Assert.Contains("2026년 11월 10일 (화)까지 확인하시고 승인해 주십시오.", soon.Text, StringComparison.Ordinal);

        var missed = Letter("missed", Sender, Invoice, "");
        Assert.Equal("[㈜모두마켓] (마감 지남) 10월 정산 세금계산서 승인 안내 · 1,100,000원", missed.Subject);
        Assert.Contains("확정신고 기한인 2027년 1월 25일 (월)까지도 발행되지 않으면 2%로 오릅니다.", missed.Text, StringComparison.Ordinal);
    }

    private static DeadlineNotice Notice(DeadlineReminderKind kind, DateOnly today)
    {
        var days = BusinessDays.WithoutEdits;
        var penalty = LatePenalty.Of(TaxInvoiceTaxation.Taxable, new Won(1_000_000), new DateOnly(2026, 10, 31), null, null, new DateOnly(2026, 11, 11), days);
        return new DeadlineNotice(kind, Request.Deadline.DayNumber - today.DayNumber, penalty, IssueDeadline.FinalReturn(new DateOnly(2026, 10, 31), days));
    }

    private static MailLetter Letter(string kind, MailSender sender, InvoiceMailFacts invoice, string reason) => kind switch
    {
        "request" => TaxInvoiceMails.RequestOfApproval(sender, invoice, Request),
        "again" => TaxInvoiceMails.RequestSentAgain(sender, invoice, Request),
        "issued" => TaxInvoiceMails.Issued(sender, invoice, "202610314100000112345678", new DateOnly(2026, 11, 2), Request.Link),
        "refused" => TaxInvoiceMails.Refused(sender, invoice, reason),
        "cancelled" => TaxInvoiceMails.RequestCancelled(sender, invoice, reason),
        "soon" => DeadlineMails.ToSupplier(sender, invoice, Request, Notice(DeadlineReminderKind.DayBefore, new DateOnly(2026, 11, 9))),
        "missed" => DeadlineMails.ToSupplier(sender, invoice, Request, Notice(DeadlineReminderKind.Missed, new DateOnly(2026, 11, 11))),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    [GeneratedRegex(">([^<]+)<")]
    private static partial Regex TextBetweenTags();
}
