using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>Writes the recipients of our own forward invoice that it was issued. Each mail holds a link that shows it.</summary>
internal sealed class TellRecipient(Store store, SealedLinks links) : OutboxHandler
{
    public const string MessageType = "TaxInvoice.TellRecipient";

    public sealed record Payload(TaxInvoiceId TaxInvoiceId);

    public override string Type => MessageType;

    public override CarriedData Carries => new CarriedData.Nothing("only decides a mail, which is asked at the gate itself");

    public static void Send(Work work, TaxInvoice invoice) =>
        work.Send(MessageType, $"tell-recipient-{invoice.Id}", $"Recipient:{invoice.Id}", new Payload(invoice.Id));

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        var id = message.Read<Payload>().TaxInvoiceId;
        await using var db = store.Read(message.Tenant);
        var invoice = await db.Set<TaxInvoice>().SingleAsync(row => row.Id == id, ct);
        var view = links.MailedInvoice(message.Tenant, id);
        return new Delivery.Finished(work => WriteAsync(work, invoice, view, ct));
    }

    private static async Task WriteAsync(Work work, TaxInvoice invoice, Uri view, CancellationToken ct)
    {
        var to = new[] { invoice.Content.Recipient.Contact?.Email }.Concat(invoice.Content.AdditionalContacts.Select(contact => contact.Email))
            .OfType<string>().Where(address => address.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        if (to.Length == 0)
        {
            return;
        }
        var sender = await SupplierSender.ReadAsync(work.Db, ct);
        var recipient = await work.SubjectAsync(invoice, ct);
        var letter = TaxInvoiceMails.IssuedToRecipient(sender, SupplierMails.Facts(invoice), invoice.NtsApprovalNumber ?? "", view);
        foreach (var (number, address) in to.Index())
        {
            await work.SendMailAsync(
                recipient, $"mail-recipient-{invoice.Id}-{number}",
                new OutgoingMail(sender.Name, sender.ContactEmail, address, invoice.Content.EmailSubject ?? letter.Subject, letter.Html, letter.Text)
                {
                    Form = new MailedForm(invoice.Id, IsSuppliersCopy: false),
                    About = new MailedAbout("TaxInvoice", invoice.Id.Value),
                }, ct);
        }
    }
}
