using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Jeongsan.Application.Mails;

/// <summary>Lays blocks out as one column of HTML without images or style sheets, and as plain text.</summary>
internal static class MailLayout
{
    // Everything but the characters that mean something in HTML stays readable in the source.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Head =
        """
        <!doctype html>
        <html lang="ko">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <style>
        :root { color-scheme: light dark; }
        @media (prefers-color-scheme: dark) {
          .page { background: #16181d !important; } .card { background: #1f2229 !important; border-color: #363b45 !important; }
          .ink { color: #e8eaee !important; } .soft { color: #a9b0bc !important; } .line { border-color: #363b45 !important; }
          .link { color: #8fb4ff !important; }
        }
        </style>
        """;

    internal static MailLetter Compose(string subject, string preview, MailSender sender, IReadOnlyList<MailBlock> blocks) =>
        new(subject, Html(subject, preview, sender, blocks), Text(sender, blocks));

    private static string Html(string subject, string preview, MailSender sender, IReadOnlyList<MailBlock> blocks)
    {
        var html = new StringBuilder(Head)
            .Append("\n<title>").Append(Encode(subject)).Append("</title>\n</head>\n")
            .Append("<body class=\"page\" style=\"margin:0;padding:24px 12px;background:#f3f4f6;font-family:Pretendard,'Apple SD Gothic Neo','Malgun Gothic',sans-serif;font-size:16px;line-height:1.6\">\n")
            .Append("<div style=\"display:none;max-height:0;overflow:hidden\">").Append(Encode(preview)).Append("</div>\n")
            .Append("<div class=\"card\" style=\"max-width:560px;margin:0 auto;background:#ffffff;border:1px solid #e0e3e8;border-radius:8px;padding:28px 24px\">\n")
            .Append("<p class=\"ink\" style=\"margin:0 0 20px;font-weight:700;color:#1b1f27\">").Append(Encode(sender.Name)).Append("</p>\n");
        foreach (var block in blocks)
            AppendHtml(html, block);
        return html
            .Append("<p class=\"soft line\" style=\"margin:28px 0 0;padding-top:16px;border-top:1px solid #e0e3e8;font-size:13px;color:#5c6470\">")
            .Append(Encode(Contact(sender))).Append("</p>\n</div>\n</body>\n</html>\n")
            .ToString();
    }

    private static void AppendHtml(StringBuilder html, MailBlock block)
    {
        switch (block)
        {
            case MailBlock.Heading heading:
                html.Append("<h1 class=\"ink\" style=\"margin:0 0 16px;font-size:21px;line-height:1.4;color:#1b1f27\">").Append(Encode(heading.Words)).Append("</h1>\n");
                break;
            case MailBlock.Paragraph paragraph:
                html.Append("<p class=\"ink\" style=\"margin:0 0 16px;color:#1b1f27\">").Append(Encode(paragraph.Words)).Append("</p>\n");
                break;
            case MailBlock.Facts facts:
                html.Append("<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" style=\"width:100%;margin:0 0 20px;border-collapse:collapse\">\n");
                foreach (var (label, value) in facts.Rows)
                    html.Append("<tr><td class=\"soft line\" style=\"padding:8px 12px 8px 0;border-bottom:1px solid #e0e3e8;color:#5c6470;white-space:nowrap;vertical-align:top\">").Append(Encode(label))
                        .Append("</td><td class=\"ink line\" style=\"padding:8px 0;border-bottom:1px solid #e0e3e8;color:#1b1f27;text-align:right;font-variant-numeric:tabular-nums\">").Append(Encode(value)).Append("</td></tr>\n");
                html.Append("</table>\n");
                break;
            case MailBlock.Button button:
                var target = Encode(button.Target.AbsoluteUri);
                html.Append("<p style=\"margin:24px 0 8px\"><a href=\"").Append(target)
                    .Append("\" style=\"display:block;padding:14px 20px;border-radius:6px;background:#1f57d6;color:#ffffff;font-weight:700;text-align:center;text-decoration:none\">").Append(Encode(button.Label)).Append("</a></p>\n")
                    .Append("<p class=\"soft\" style=\"margin:0 0 20px;font-size:13px;color:#5c6470;word-break:break-all\">버튼이 열리지 않으면 이 주소를 주소창에 붙여 넣어 주십시오.<br><a class=\"link\" style=\"color:#1f57d6\" href=\"")
                    .Append(target).Append("\">").Append(target).Append("</a></p>\n");
                break;
            case MailBlock.Small small:
                html.Append("<p class=\"soft\" style=\"margin:0 0 10px;font-size:13px;color:#5c6470\">").Append(Encode(small.Words)).Append("</p>\n");
                break;
        }
    }

    private static string Text(MailSender sender, IReadOnlyList<MailBlock> blocks)
    {
        var text = new StringBuilder().Append(sender.Name).Append("\n\n");
        foreach (var block in blocks)
        {
            switch (block)
            {
                case MailBlock.Heading heading:
                    text.Append("■ ").Append(heading.Words);
                    break;
                case MailBlock.Paragraph paragraph:
                    text.Append(paragraph.Words);
                    break;
                case MailBlock.Facts facts:
                    text.AppendJoin('\n', facts.Rows.Select(row => $"- {row.Label}: {row.Value}"));
                    break;
                case MailBlock.Button button:
                    text.Append(button.Label).Append(":\n").Append(button.Target.AbsoluteUri);
                    break;
                case MailBlock.Small small:
                    text.Append(small.Words);
                    break;
            }
            text.Append("\n\n");
        }
        return text.Append("--\n").Append(Contact(sender)).Append('\n').ToString();
    }

    private static string Contact(MailSender sender) => sender.ContactPhone is { Length: > 0 } phone
        ? $"문의: {sender.Name} · {sender.ContactEmail} · {phone}"
        : $"문의: {sender.Name} · {sender.ContactEmail}";

    private static string Encode(string words) => Encoder.Encode(words);
}
