using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Jeongsan.Application.Mails;
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

    public static TheoryData<string> Kinds => ["request", "again", "issued", "refused", "cancelled"];

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

    private static MailLetter Letter(string kind, MailSender sender, InvoiceMailFacts invoice, string reason) => kind switch
    {
        "request" => TaxInvoiceMails.RequestOfApproval(sender, invoice, Request),
        "again" => TaxInvoiceMails.RequestSentAgain(sender, invoice, Request),
        "issued" => TaxInvoiceMails.Issued(sender, invoice, "202610314100000112345678", new DateOnly(2026, 11, 2), Request.Link),
        "refused" => TaxInvoiceMails.Refused(sender, invoice, reason),
        "cancelled" => TaxInvoiceMails.RequestCancelled(sender, invoice, reason),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    [GeneratedRegex(">([^<]+)<")]
    private static partial Regex TextBetweenTags();
}
