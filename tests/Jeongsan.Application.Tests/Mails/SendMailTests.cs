using System.Text;
using Jeongsan.Application.Mails;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Application.Tests.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.TestKit;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Xunit;

namespace Jeongsan.Application.Tests.Mails;

/// <summary>Mails that leave by SMTP.</summary>
public sealed class SendMailTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    [Theory]
    [InlineData(true, "공급자")]
    [InlineData(false, "공급받는자")]
    public async Task Send_MailWithAForm_CarriesItAsOnePdf(bool isSuppliersCopy, string copy)
    {
        await using var smtp = new SmtpListener();
        var options = new MailOptions { PublicAddress = new Uri("http://jeongsan.test"), SmtpHost = "127.0.0.1", SmtpPort = smtp.Port, FromAddress = "tax@market.example" };
        await using var world = await World.CreateAsync(DatabaseKind.Sqlite, more: services => services.AddSingleton(options));
        var desk = await InvoiceDesk.CreateAsync(world);
        var invoice = await desk.DraftReverseAsync();
        var letter = new OutgoingMail("시험마켓", "ask@market.example", "p0@partner.example", "세금계산서", $"<p>{copy}</p>", copy) { Form = new MailedForm(invoice.Id, isSuppliersCopy) };
        Platform.Must(await desk.Platform.CommandAsync(async work =>
        {
            await work.SendMailAsync(DataSubject.Of(new PartnerId("p0")), "mail-form", letter, CancellationToken.None);
            return new Done();
        }));
        await world.StartDispatcherAsync();

        var mail = await smtp.NextAsync(Limit);

        Assert.Equal(("세금계산서", "mail-form@jeongsan", copy), (mail.Subject, mail.MessageId, mail.TextBody?.Trim()));
        Assert.Equal("p0@partner.example", Assert.Single(mail.To.Mailboxes).Address);
        var attachment = Assert.IsType<MimePart>(Assert.Single(mail.Attachments));
        Assert.Equal(("application/pdf", $"{invoice.Id.Value}.pdf"), (attachment.ContentType.MimeType, attachment.FileName));
        using var content = new MemoryStream();
        await attachment.Content!.DecodeToAsync(content, CancellationToken.None);
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(content.ToArray()), StringComparison.Ordinal);
        Assert.EndsWith("%%EOF", Encoding.Latin1.GetString(content.ToArray()).TrimEnd(), StringComparison.Ordinal);
    }
}
