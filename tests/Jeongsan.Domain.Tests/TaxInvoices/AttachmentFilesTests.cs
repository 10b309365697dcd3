using System.Text;
using Jeongsan.Domain.TaxInvoices;
using Xunit;

namespace Jeongsan.Domain.Tests.TaxInvoices;

public sealed class AttachmentFilesTests
{
    [Theory]
    [InlineData("거래명세서 10월.pdf")]
    [InlineData("a.PNG")]
    [InlineData("견적.v2.xlsx")]
    public void Name_OfAKindThatIsTaken_IsUsable(string name) => Assert.Null(AttachmentFiles.CheckName(name));

    [Theory]
    [InlineData("", nameof(AttachmentRefusal.NameUnusable))]
    [InlineData("../a.pdf", nameof(AttachmentRefusal.NameUnusable))]
    [InlineData("a\\b.pdf", nameof(AttachmentRefusal.NameUnusable))]
    [InlineData("a\r\nx: y.pdf", nameof(AttachmentRefusal.NameUnusable))]
    [InlineData(".pdf", nameof(AttachmentRefusal.NameUnusable))]
    [InlineData(" a.pdf", nameof(AttachmentRefusal.NameUnusable))]
    [InlineData("a.pdf;x", nameof(AttachmentRefusal.NameUnusable))]
    [InlineData("a.exe", nameof(AttachmentRefusal.KindBarred))]
    [InlineData("a.pdf.js", nameof(AttachmentRefusal.KindBarred))]
    [InlineData("a.html", nameof(AttachmentRefusal.KindBarred))]
    [InlineData("pdf", nameof(AttachmentRefusal.KindBarred))]
    public void Name_Unusable_IsRefused(string name, string reason) => Assert.Equal(reason, AttachmentFiles.CheckName(name)?.Reason);

    [Fact]
    public void Name_TooLong_IsRefused() => Assert.IsType<AttachmentRefusal.NameUnusable>(AttachmentFiles.CheckName(new string('a', AttachmentFiles.NameLengthMax) + ".pdf"));

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7 ...")]
    [InlineData("a.txt", "안녕하세요")]
    [InlineData("a.gif", "GIF89a...")]
    public void Content_AsTheNameSays_IsTaken(string name, string content) => Assert.Null(AttachmentFiles.CheckContent(name, Encoding.UTF8.GetBytes(content)));

    [Theory]
    [InlineData("a.pdf", "MZ\u0090")]
    [InlineData("a.png", "%PDF-1.7")]
    [InlineData("a.txt", "text with a \0 byte")]
    [InlineData("a.xlsx", "<html>")]
    public void Content_OfAnotherKind_IsRefusedAsContentMismatched(string name, string content) =>
        Assert.IsType<AttachmentRefusal.ContentMismatched>(AttachmentFiles.CheckContent(name, Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Content_EmptyOrTooLarge_IsRefused()
    {
        Assert.IsType<AttachmentRefusal.Empty>(AttachmentFiles.CheckContent("a.pdf", []));
        Assert.IsType<AttachmentRefusal.TooLarge>(AttachmentFiles.CheckContent("a.txt", new byte[AttachmentFiles.SizeBytesMax + 1]));
    }

    [Fact]
    public void EveryKind_HasItsOwnBeginningsChecked() => Assert.All(AttachmentFiles.Kinds, kind =>
        Assert.IsType<AttachmentRefusal.ContentMismatched>(AttachmentFiles.CheckContent($"a.{kind}", "\0nothing"u8)));
}
