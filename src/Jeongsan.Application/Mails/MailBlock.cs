namespace Jeongsan.Application.Mails;

/// <summary>One piece of a mail; each knows both of its forms, so that the plain text can't fall behind the HTML.</summary>
internal abstract record MailBlock
{
    private MailBlock()
    {
    }

    internal sealed record Heading(string Words) : MailBlock;

    internal sealed record Paragraph(string Words) : MailBlock;

    internal sealed record Facts(IReadOnlyList<(string Label, string Value)> Rows) : MailBlock;

    /// <summary>One button, and the raw link below it for those whose mail program hides buttons.</summary>
    internal sealed record Button(string Label, Uri Target) : MailBlock;

    internal sealed record Small(string Words) : MailBlock;
}
