using Jeongsan.Application.Mails;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>Sends the request mail again, also to another address. The links of all earlier mails die.</summary>
public sealed class ResendRequest(Store store, SupplierMails mails)
{
    public Task<Outcome<TaxInvoice>> HandleAsync(Tenant tenant, Actor actor, TaxInvoiceId id, string? toAddress, CancellationToken ct) =>
        store.CommandAsync<TaxInvoice>(tenant, actor, work => BeginAsync(work, mails, id, toAddress, ct), ct);

    /// <summary>Nothing has changed when it is refused.</summary>
    internal static async Task<Outcome<TaxInvoice>> BeginAsync(Work work, SupplierMails mails, TaxInvoiceId id, string? toAddress, CancellationToken ct)
    {
        var found = await work.FindInvoiceAsync(id, ct);
        if (found.IsRefused)
        {
            return found;
        }
        if ((await work.Privacy.AdmitAsync(SendMail.Carried.About(await work.SubjectAsync(found.Value, ct)), "", work.Now, ct)).Refusal is { } untold)
        {
            return untold;
        }
        var resent = found.Value.Resend(work.Now);
        if (resent.IsRefused)
        {
            return resent.Refusal;
        }
        await work.ToldAsync(found.Value, resent.Value, ct);
        await mails.RequestApprovalAsync(work, found.Value, again: true, toAddress, ct);
        return found;
    }
}
