using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>What must happen before an amendment is issued.</summary>
public enum AmendmentWait
{
    /// <summary>The supplier's approval; of what we issue ourselves: our own.</summary>
    Approval,

    /// <summary>The approval of a correction's other document.</summary>
    PairApproval,

    /// <summary>The original's transmission to the NTS.</summary>
    OriginalTransmission,
}

/// <summary>
/// 수정세금계산서 and its original. The ASP issues no amendment before the original reached the NTS (-11001056), so an approved
/// one waits here for it; and the two documents of a correction wait for each other, for one alone makes the books wrong.
/// </summary>
public static class Amendments
{
    internal const string UntilSent = "당초 세금계산서가 국세청에 전송되기를 기다리고 있습니다. 전송되면 자동으로 발행합니다.";
    internal const string UntilPairApproved = "함께 발행할 수정세금계산서 한 장의 승인을 기다리고 있습니다. 승인되면 두 장을 자동으로 발행합니다.";
    internal const string PairEnded = "함께 발행할 수정세금계산서 한 장이 거부되거나 취소되어 이 한 장도 발행하지 않았습니다. 요청을 취소하고 수정세금계산서를 다시 만들어 주세요.";
    internal const string OriginalEnded = "당초 세금계산서가 국세청에 전송되지 않아 수정세금계산서를 발행할 수 없습니다.";

    /// <summary>Amendments of the original that were neither refused nor cancelled, oldest first.</summary>
    internal static async Task<IReadOnlyList<TaxInvoice>> LiveOfAsync(JeongsanContext db, TaxInvoice original, CancellationToken ct)
    {
        var (supplier, recipient) = (original.SupplierBrn, original.RecipientBrn);
        var amendments = await db.Set<TaxInvoice>()
            .Where(row => row.SupplierBrn == supplier && row.RecipientBrn == recipient && row.Document == TaxInvoiceDocument.Modification && row.DeletedAt == null)
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            .ToListAsync(ct);
        return [.. amendments.Where(row => row.Content.Amendment?.OriginalTaxInvoiceId == original.Id && !IsEnded(row.Status))];
    }

    /// <summary>What an amendment still waits for; empty for any other invoice, and once it is issued or ended.</summary>
    public static async Task<IReadOnlyList<AmendmentWait>> WaitsOfAsync(JeongsanContext db, TaxInvoice invoice, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(invoice);
        if (invoice.Content.Amendment is not { } amendment || IsEnded(invoice.Status) || invoice.IssuedAt is not null)
        {
            return [];
        }
        var (original, pair) = await StatesAsync(db, amendment, ct);
        return
        [
            .. invoice.Status == TaxInvoiceStatus.IssuePending ? [] : new[] { AmendmentWait.Approval },
            .. pair is { } other && !IsApproved(other) ? [AmendmentWait.PairApproval] : Array.Empty<AmendmentWait>(),
            .. original is null or TaxInvoiceStatus.SendingCompleted ? [] : new[] { AmendmentWait.OriginalTransmission },
        ];
    }

    /// <summary>Null when the invoice can be issued now.</summary>
    internal static async Task<string?> WaitsForAsync(Work work, TaxInvoice invoice, CancellationToken ct)
    {
        if (invoice.Content.Amendment is not { } amendment)
        {
            return null;
        }
        var (original, pair) = await StatesAsync(work.Db, amendment, ct);
        return original is not (null or TaxInvoiceStatus.SendingCompleted) ? UntilSent
            : pair is { } other && !IsApproved(other) ? UntilPairApproved
            : null;
    }

    /// <summary>Deleted ones count as they were: what was deleted had ended.</summary>
    internal static async Task<(TaxInvoiceStatus? Original, TaxInvoiceStatus? Pair)> StatesAsync(JeongsanContext db, TaxInvoiceAmendment amendment, CancellationToken ct)
    {
        var (original, pair) = (amendment.OriginalTaxInvoiceId, amendment.PairTaxInvoiceId ?? amendment.OriginalTaxInvoiceId);
        var states = await db.Set<TaxInvoice>().Where(row => row.Id == original || row.Id == pair)
            .Select(row => new { row.Id, row.Status, row.DeletedAt }).ToDictionaryAsync(row => row.Id, row => row.DeletedAt is null ? row.Status : TaxInvoiceStatus.RequestCancelled, ct);
        return (
            states.TryGetValue(original, out var first) ? first : null,
            amendment.PairTaxInvoiceId is { } id && states.TryGetValue(id, out var second) ? second : null);
    }

    /// <summary>Issued, and not failed at the NTS: what can be amended. Before, an invoice is edited or cancelled.</summary>
    public static bool IsAmendable(TaxInvoiceStatus status) => status is TaxInvoiceStatus.Issued or TaxInvoiceStatus.BeforeSending or TaxInvoiceStatus.WaitingSending
        or TaxInvoiceStatus.SendingPending or TaxInvoiceStatus.Sending or TaxInvoiceStatus.SendingCompleted;

    /// <summary>Never to be issued.</summary>
    internal static bool IsEnded(TaxInvoiceStatus status) =>
        status is TaxInvoiceStatus.RequestRefused or TaxInvoiceStatus.RequestCancelled or TaxInvoiceStatus.IssuanceCancelled or TaxInvoiceStatus.DraftFailed;

    /// <summary>The supplier has said yes, and takes it back no more before the ASP has answered.</summary>
    internal static bool IsApproved(TaxInvoiceStatus status) => status is TaxInvoiceStatus.IssuePending or TaxInvoiceStatus.SendingFailed || IsAmendable(status);
}

/// <summary>Lets approved amendments go on when what they wait for has happened, or ends them when it never will.</summary>
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
        var (original, pair) = await Amendments.StatesAsync(work.Db, amendment, ct);
        if (original is TaxInvoiceStatus.SendingFailed or TaxInvoiceStatus.IssuanceCancelled)
        {
            await work.ObserveAsync(id, new(TaxInvoiceCommand.RejectIssue, Amendments.OriginalEnded), ct);
        }
        else if (pair is { } other && Amendments.IsEnded(other))
        {
            await work.ObserveAsync(id, new(TaxInvoiceCommand.RejectIssue, Amendments.PairEnded), ct);
        }
        else if (await Amendments.WaitsForAsync(work, invoice, ct) is not { } waitsFor)
        {
            invoice.StopWaiting();
            work.Record(TaxInvoiceWork.Subject, id.Value, "AmendmentReleased");
            // Refused, nothing of this is kept, and the next round tries again.
            var sent = await CarryIssue.SendAsync(work, invoice, ct);
            if (sent.IsRefused)
            {
                return sent.Refusal;
            }
        }
        else if (waitsFor != invoice.StatusReason)
        {
            invoice.WaitFor(waitsFor);
        }
        return new Done();
    }
}
