using System.Globalization;
using System.Security.Cryptography;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>
/// Decides what suppliers are written about an invoice. Each request mail holds its own link, and closes those of the mails before it: it may go to another address.
/// A reminder goes where the last request went, and closes nothing: whichever of these mails is opened, and whatever becomes of the reminder, its link works. The form goes with the mail that tells of the
/// issue; a request carries none, because what it asks to approve is shown only to who knows the business number.
/// </summary>
public sealed class SupplierMails(MailOptions options)
{
    public async Task RequestApprovalAsync(Work work, TaxInvoice invoice, bool again, string? toAddress, CancellationToken ct)
    {
        if ((toAddress ?? invoice.Content.Supplier.Contact?.Email) is not { Length: > 0 } to)
        {
            return;
        }
        foreach (var older in await work.Db.Set<SupplierLink>().Where(row => row.TaxInvoiceId == invoice.Id && row.ReplacedAt == null).ToListAsync(ct))
        {
            older.Replace(work.Now);
        }
        var (link, request) = NewLink(work, invoice, to);
        var sender = await SupplierSender.ReadAsync(work.Db, ct);
        var letter = again ? TaxInvoiceMails.RequestSentAgain(sender, Facts(invoice), request) : TaxInvoiceMails.RequestOfApproval(sender, Facts(invoice), request);
        await SendAsync(work, invoice, $"mail-{link.Id}", sender, to, letter, ct);
    }

    /// <summary>Reminds of the deadline. False when there is no address to write to.</summary>
    internal async Task<bool> RemindAsync(Work work, TaxInvoice invoice, DeadlineReminderKind kind, BusinessDays businessDays, CancellationToken ct)
    {
        var id = invoice.Id;
        var last = await work.Db.Set<SupplierLink>().Where(row => row.TaxInvoiceId == id && row.ReplacedAt == null).OrderByDescending(row => row.Id).Select(row => row.Email).FirstOrDefaultAsync(ct);
        if ((last ?? invoice.Content.Supplier.Contact?.Email) is not { Length: > 0 } to)
        {
            return false;
        }
        var (_, request) = NewLink(work, invoice, to);
        var sender = await SupplierSender.ReadAsync(work.Db, ct);
        var letter = DeadlineMails.ToSupplier(sender, Facts(invoice), request, DeadlineNotice.Of(invoice, kind, work.Today, businessDays));
        // One mail of each kind for one invoice: its key can't be decided twice.
        await SendAsync(work, invoice, $"mail-reminder-{kind}-{id}", sender, to, letter, ct, reminder: new MailedReminder(id, kind));
        return true;
    }

    /// <summary>What the invoice is for, in the words of its first line.</summary>
    public static string SubjectOf(TaxInvoice invoice) =>
        invoice.Content.Items is [{ Name: { Length: > 0 } name }, ..] ? name : string.Create(CultureInfo.InvariantCulture, $"{invoice.WriteDate.Month}월 정산");

    internal static async Task IssuedAsync(Work work, TaxInvoice invoice, DateOnly transmissionDate, CancellationToken ct)
    {
        var sender = await SupplierSender.ReadAsync(work.Db, ct);
        await SendToSupplierAsync(
            work, invoice, "issued", sender, TaxInvoiceMails.Issued(sender, Facts(invoice), invoice.NtsApprovalNumber ?? "", transmissionDate, view: null), ct,
            new MailedForm(invoice.Id, IsSuppliersCopy: true));
    }

    internal static async Task RefusedAsync(Work work, TaxInvoice invoice, CancellationToken ct)
    {
        var sender = await SupplierSender.ReadAsync(work.Db, ct);
        await SendToSupplierAsync(work, invoice, "refused", sender, TaxInvoiceMails.Refused(sender, Facts(invoice), invoice.StatusReason ?? ""), ct);
    }

    internal static async Task RequestCancelledAsync(Work work, TaxInvoice invoice, CancellationToken ct)
    {
        var sender = await SupplierSender.ReadAsync(work.Db, ct);
        await SendToSupplierAsync(work, invoice, "cancelled", sender, TaxInvoiceMails.RequestCancelled(sender, Facts(invoice), invoice.StatusReason), ct);
    }

    private (SupplierLink Link, ApprovalRequest Request) NewLink(Work work, TaxInvoice invoice, string to)
    {
        var (link, token) = SupplierLink.Create(new SupplierLinkId(work.NewId("link")), invoice, to, RandomNumberGenerator.GetBytes(SupplierLink.TokenSizeBytes), work.Now);
        work.Db.Add(link);
        return (link, new ApprovalRequest(new Uri($"{options.PublicAddress.AbsoluteUri.TrimEnd('/')}/s/{token}"), invoice.IssuanceDueDate, SeoulTime.DateOf(link.ExpiresAt).AddDays(-1)));
    }

    private static async Task SendToSupplierAsync(Work work, TaxInvoice invoice, string about, MailSender sender, MailLetter letter, CancellationToken ct, MailedForm? form = null)
    {
        if (invoice.Content.Supplier.Contact?.Email is { Length: > 0 } to)
        {
            await SendAsync(work, invoice, $"mail-{about}-{invoice.Id}", sender, to, letter, ct, form);
        }
    }

    private static async Task SendAsync(Work work, TaxInvoice invoice, string key, MailSender sender, string to, MailLetter letter, CancellationToken ct, MailedForm? form = null, MailedReminder? reminder = null) =>
        await work.SendMailAsync(
            await work.SubjectAsync(invoice, ct), key, new OutgoingMail(sender.Name, sender.ContactEmail, to, letter.Subject, letter.Html, letter.Text)
            {
                Form = form,
                Reminder = reminder,
                About = new MailedAbout("TaxInvoice", invoice.Id.Value),
            }, ct);

    internal static InvoiceMailFacts Facts(TaxInvoice invoice) => new()
    {
        SupplierName = invoice.SupplierName,
        RecipientName = invoice.RecipientName,
        WriteDate = invoice.WriteDate,
        SupplyAmountWon = invoice.TotalSupplyAmount.Value,
        TaxAmountWon = invoice.TotalTaxAmount.Value,
        Subject = SubjectOf(invoice),
    };
}
