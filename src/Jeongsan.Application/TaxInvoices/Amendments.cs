using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>
/// 수정세금계산서 and its original. The ASP issues no amendment before the original reached the NTS (-11001056), so an approved
/// one waits here for it.
/// </summary>
internal static class Amendments
{
    private const string UntilSent = "당초 세금계산서가 국세청에 전송되기를 기다리고 있습니다. 전송되면 자동으로 발행합니다.";

    /// <summary>Null when the invoice can be issued now.</summary>
    public static async Task<string?> WaitsForAsync(Work work, TaxInvoice invoice, CancellationToken ct)
    {
        if (invoice.Content.Amendment is not { } amendment)
        {
            return null;
        }
        var id = amendment.OriginalTaxInvoiceId;
        var original = await work.Db.Set<TaxInvoice>().Where(row => row.Id == id).Select(row => (TaxInvoiceStatus?)row.Status).SingleOrDefaultAsync(ct);
        return original is null or TaxInvoiceStatus.SendingCompleted ? null : UntilSent;
    }
}

/// <summary>Lets approved amendments go on when their originals have reached the NTS, or ends them when these never will.</summary>
internal sealed class ReleaseAmendments(Store store) : DueStep
{
    /// <summary>After the comparison that tells what the NTS said.</summary>
    public override int Order => 60;

    public override async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        var waiting = await db.Set<TaxInvoice>()
            .Where(row => row.Status == TaxInvoiceStatus.IssuePending && row.Document == TaxInvoiceDocument.Modification && row.StatusReason != null)
            .Select(row => row.Id)
            .ToListAsync(ct);
        foreach (var id in waiting)
        {
            await store.CommandAsync<Done>(tenant, Actor.System, work => ReleaseAsync(work, id, ct), ct);
        }
    }

    private static async Task<Outcome<Done>> ReleaseAsync(Work work, TaxInvoiceId id, CancellationToken ct)
    {
        var invoice = await work.Db.Set<TaxInvoice>().SingleAsync(row => row.Id == id, ct);
        if (invoice.Status != TaxInvoiceStatus.IssuePending || invoice.StatusReason is null || invoice.Content.Amendment is not { } amendment)
        {
            return new Done();
        }
        var original = await work.Db.Set<TaxInvoice>().SingleAsync(row => row.Id == amendment.OriginalTaxInvoiceId, ct);
        switch (original.Status)
        {
            case TaxInvoiceStatus.SendingCompleted:
                invoice.StopWaiting();
                work.Record(TaxInvoiceWork.Subject, id.Value, "AmendmentReleased");
                // Refused, nothing of this is kept, and the next round tries again.
                var sent = await CarryIssue.SendAsync(work, invoice, ct);
                if (sent.IsRefused)
                {
                    return sent.Refusal;
                }
                break;
            case TaxInvoiceStatus.SendingFailed or TaxInvoiceStatus.IssuanceCancelled:
                await work.ObserveAsync(id, new(TaxInvoiceCommand.RejectIssue, "당초 세금계산서가 국세청에 전송되지 않아 수정세금계산서를 발행할 수 없습니다."), ct);
                break;
            default:
                break;
        }
        return new Done();
    }
}
