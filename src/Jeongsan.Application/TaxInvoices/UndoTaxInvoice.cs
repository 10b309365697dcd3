using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>거부, 요청 취소, 발행 취소: takes a step back before the NTS has the document. The ASP does it, from the outbox.</summary>
public sealed class UndoTaxInvoice(Store store)
{
    /// <summary>The supplier refuses.</summary>
    public Task<Outcome<TaxInvoice>> RefuseAsync(Tenant tenant, Actor actor, TaxInvoiceId id, BusinessRegistrationNumber given, string reason, CancellationToken ct) =>
        UndoAsync(tenant, actor, id, (invoice, work) => invoice.Refuse(given, reason, actor, work.Now), ct);

    /// <summary>The recipient takes its request back before approval.</summary>
    public Task<Outcome<TaxInvoice>> CancelRequestAsync(Tenant tenant, Actor actor, TaxInvoiceId id, string? reason, CancellationToken ct) =>
        UndoAsync(tenant, actor, id, (invoice, work) => invoice.CancelRequest(reason, actor, work.Now), ct);

    /// <summary>The same for one of many. Nothing has changed when it is refused.</summary>
    internal static async Task<Outcome<TaxInvoice>> BeginCancelRequestAsync(Work work, TaxInvoiceId id, CancellationToken ct)
    {
        var found = await work.FindInvoiceAsync(id, ct);
        if (found.IsRefused)
        {
            return found;
        }
        // What can't be cancelled anyway says its own reason.
        if (found.Value.Status == TaxInvoiceStatus.Requested
            && (await work.Privacy.AdmitAsync(CarryUndo.Carried.About(await work.SubjectAsync(found.Value, ct)), "", work.Now, ct)).Refusal is { } untold)
        {
            return untold;
        }
        var undone = await work.UndoAsync(found.Value, found.Value.CancelRequest(null, work.Actor, work.Now), ct);
        return undone.IsRefused ? undone.Refusal : found;
    }

    /// <summary>
    /// The supplier cancels after approval, before transmission. Both documents of a correction, or, when the other one is on its
    /// way to the NTS, none: one alone makes the books wrong. Then refused as if this one were in the other's state.
    /// </summary>
    public Task<Outcome<TaxInvoice>> CancelIssuanceAsync(Tenant tenant, Actor actor, TaxInvoiceId id, string? reason, CancellationToken ct) =>
        store.CommandAsync<TaxInvoice>(tenant, actor, async work =>
        {
            var found = await work.FindInvoiceAsync(id, ct);
            if (found.IsRefused)
            {
                return found;
            }
            foreach (var invoice in new[] { found.Value, await PairAsync(work, found.Value, ct) }.OfType<TaxInvoice>())
            {
                var undone = await work.UndoAsync(invoice, invoice.CancelIssuance(reason, actor, work.Now), ct);
                if (undone.IsRefused)
                {
                    return undone.Refusal;
                }
            }
            return found;
        }, ct);

    /// <summary>The other document of a correction, while it stands.</summary>
    private static async Task<TaxInvoice?> PairAsync(Work work, TaxInvoice invoice, CancellationToken ct)
    {
        var id = invoice.Content.Amendment?.PairTaxInvoiceId;
        return id is null ? null : await work.Db.Set<TaxInvoice>().SingleOrDefaultAsync(
            row => row.Id == id && row.DeletedAt == null && row.Status != TaxInvoiceStatus.CancelPending && !TaxInvoiceLifecycle.Ended.Contains(row.Status), ct);
    }

    private Task<Outcome<TaxInvoice>> UndoAsync(Tenant tenant, Actor actor, TaxInvoiceId id, Func<TaxInvoice, Work, Outcome<Move>> undo, CancellationToken ct) =>
        store.CommandAsync<TaxInvoice>(tenant, actor, async work =>
        {
            var found = await work.FindInvoiceAsync(id, ct);
            if (found.IsRefused)
            {
                return found;
            }
            var undone = await work.UndoAsync(found.Value, undo(found.Value, work), ct);
            return undone.IsRefused ? undone.Refusal : found;
        }, ct);
}

internal static class UndoWork
{
    /// <summary>Tells of a step back that the invoice took, and has the ASP take it.</summary>
    public static async Task<Outcome<Done>> UndoAsync(this Work work, TaxInvoice invoice, Outcome<Move> undone, CancellationToken ct)
    {
        if (undone.IsRefused)
        {
            return undone.Refusal;
        }
        await work.ToldAsync(invoice, undone.Value, ct);
        return await work.SendToAgencyAsync(
            invoice, CarryUndo.Carried, CarryUndo.MessageType, $"undo-{invoice.Id}-{invoice.Version}", new CarryUndo.Payload(invoice.Id), AgencyQueue.Undo(invoice), ct);
    }
}

/// <summary>Has the ASP do what the invoice's <see cref="TaxInvoice.AgencyAim"/> names.</summary>
internal sealed class CarryUndo(Store store, ITaxInvoiceAgency agency) : OutboxHandler
{
    public const string MessageType = "TaxInvoice.Undo";
    public static readonly CarriedData.OfPartners Carried = new(EntrustedWork.TaxInvoices, PersonalDataItem.BusinessIdentity);

    public sealed record Payload(TaxInvoiceId TaxInvoiceId);

    public override string Type => MessageType;

    public override CarriedData Carries => Carried;

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        var id = message.Read<Payload>().TaxInvoiceId;
        await using var db = store.Read(message.Tenant);
        var invoice = await db.Set<TaxInvoice>().SingleAsync(row => row.Id == id, ct);
        var (reached, confirm) = invoice.AgencyAim switch
        {
            TaxInvoiceAgencyAim.Refuse => (AgencyState.Refused, TaxInvoiceCommand.ConfirmRefusal),
            TaxInvoiceAgencyAim.CancelRequest => (AgencyState.RequestCancelled, TaxInvoiceCommand.ConfirmRequestCancelled),
            TaxInvoiceAgencyAim.CancelIssuance => (AgencyState.IssuanceCancelled, TaxInvoiceCommand.ConfirmIssuanceCancelled),
            // Somebody else concluded it meanwhile, e.g. the daily comparison with the ASP.
            _ => (AgencyState.Unknown, TaxInvoiceCommand.RejectCancel),
        };
        if (reached == AgencyState.Unknown)
        {
            return new Delivery.Finished(work => Task.CompletedTask);
        }
        if (invoice.Document == TaxInvoiceDocument.Modification && confirm != TaxInvoiceCommand.ConfirmIssuanceCancelled)
        {
            // The request of an amendment is ours alone.
            return Confirm(id, confirm, ct);
        }
        if (message.Attempts > 1 && await agency.FindAsync(message.Tenant, AgencyKey.Of(invoice), ct) is { } known && known.State == reached)
        {
            return Confirm(id, confirm, ct);
        }
        var undone = await ActAsync(message.Tenant, invoice, ct);
        if (!undone.IsRefused)
        {
            return Confirm(id, confirm, ct);
        }
        if (AgencyWords.Wait(undone.Refusal) is { } wait)
        {
            return wait;
        }
        // Refused, it may be because it was done before: an attempt whose answer was lost and which the look-up did not show yet.
        return await agency.FindAsync(message.Tenant, AgencyKey.Of(invoice), ct) is { } there && there.State == reached
            ? Confirm(id, confirm, ct)
            : new Delivery.Finished(work => work.ObserveAsync(id, new(TaxInvoiceCommand.RejectCancel, AgencyWords.Of(undone.Refusal)), ct));
    }

    private Task<Outcome<Done>> ActAsync(Tenant tenant, TaxInvoice invoice, CancellationToken ct) => invoice.AgencyAim switch
    {
        TaxInvoiceAgencyAim.Refuse => agency.RefuseAsync(tenant, invoice, invoice.StatusReason ?? "", ct),
        TaxInvoiceAgencyAim.CancelRequest => agency.CancelRequestAsync(tenant, invoice, invoice.StatusReason, ct),
        _ => agency.CancelIssuanceAsync(tenant, invoice, invoice.StatusReason, ct),
    };

    private static Delivery.Finished Confirm(TaxInvoiceId id, TaxInvoiceCommand confirm, CancellationToken ct) => new(work => work.ObserveAsync(id, new(confirm), ct));
}
