using Jeongsan.Application.Policies.Formulas;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Application.UserDefinedProperties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Transfers;

/// <summary>A cancellation as a platform reports it.</summary>
/// <param name="Id">Chosen by the caller, or null for a new one.</param>
/// <param name="OrderTransfer">The order that it cancels; or</param>
/// <param name="PartnerId">partner</param>
/// <param name="PaymentId">and payment, when these have one order transfer only.</param>
/// <param name="StartDate">Null: today, or the order's start date when that is later.</param>
/// <param name="SettlementDate">Null: as the order's contract says.</param>
public sealed record NewOrderCancel(
    string? Id,
    TransferId? OrderTransfer,
    PartnerId? PartnerId,
    PaymentId? PaymentId,
    CancelRequest Request,
    CancellationId CancellationId,
    DateTimeOffset? CancelledAt,
    bool IsExternal,
    DateOnly? StartDate,
    DateOnly? SettlementDate,
    string? Memo,
    IReadOnlyList<UserDefinedProperty> Properties);

/// <summary>Registers a cancellation; the order remembers what was taken back, so that never more than the order is cancelled.</summary>
public sealed class RegisterOrderCancel(Store store, FormulaBook book)
{
    public Task<Outcome<Transfer>> HandleAsync(Tenant tenant, Actor actor, NewOrderCancel cancel, CancellationToken ct) =>
        store.CommandAsync<Transfer>(tenant, actor, work => RegisterAsync(work, cancel, ct), ct);

    private async Task<Outcome<Transfer>> RegisterAsync(Work work, NewOrderCancel cancel, CancellationToken ct)
    {
        if (await TransferKeys.CheckAsync(work, cancel.Id, ct) is { } unusable)
        {
            return unusable;
        }
        if (await work.UndefinedAsync(PropertyScope.Transfer, cancel.Properties, ct) is { } undefined)
        {
            return undefined;
        }
        // Cancellations of one order come in turn: each must see what the others took.
        await TenantLock.TakeAsync(work, $"cancel/{cancel.OrderTransfer}/{cancel.PartnerId}/{cancel.PaymentId}", ct);
        var found = await FindOrderAsync(work, cancel, ct);
        if (found.IsRefused)
        {
            return found;
        }
        var order = found.Value;
        if (order.Payment is { } payment && payment.IsExternal != cancel.IsExternal)
        {
            return new TransferRefusal.PaymentTypeMismatched(payment.IsExternal);
        }
        var (orderId, cancellationId) = (order.Id, cancel.CancellationId);
        if (await work.Db.Set<Transfer>().Where(row => row.OriginalTransferId == orderId && row.CancellationId == cancellationId).Select(row => (TransferId?)row.Id).FirstOrDefaultAsync(ct) is { } existing)
        {
            return new RegistrationRefusal.AlreadyRegistered(existing);
        }
        var settings = await PlatformSettings.ReadAsync(work.Db, ct);
        var dates = SettlementDates.For(work, settings, order.Contract!.Terms.SettlementCycle, cancel.StartDate, cancel.SettlementDate);
        if (dates.IsRefused)
        {
            return dates.Refusal;
        }
        var input = new OrderCancelInput(
            cancel.Request, new CancellationSnapshot(cancellationId, cancel.CancelledAt ?? work.Now), dates.Value.Start, dates.Value.Settlement, cancel.Memo, cancel.Properties);
        var formulas = (await book.OfVersionAsync(work.Db, order.FormulaVersion, ct)).Formulas;
        return order.Cancel(new TransferId(cancel.Id ?? work.NewId("transfer")), input, formulas, work.Today, work.Now)
            .Then<Transfer>(transfer => work.Keep(transfer, $"cancel:{orderId}:{cancellationId}", "OrderCancelRegistered"));
    }

    private static async Task<Outcome<Transfer>> FindOrderAsync(Work work, NewOrderCancel cancel, CancellationToken ct)
    {
        if (cancel.OrderTransfer is { } id)
        {
            var one = await work.Db.Set<Transfer>().SingleOrDefaultAsync(row => row.Id == id, ct);
            return one is null ? new StoredRefusal.NotFound(RegisterOrder.Subject, id.Value)
                : one.Kind == TransferKind.Order ? one : new TransferRefusal.NotAnOrder(id, one.Kind);
        }
        if (cancel.PartnerId is not { } partner || cancel.PaymentId is not { } payment)
        {
            return new TransferRefusal.FieldMissing("transferId");
        }
        var orders = await work.Db.Set<Transfer>().Where(row => row.PaymentId == payment && row.PartnerId == partner && row.Kind == TransferKind.Order).Take(2).ToListAsync(ct);
        return orders switch
        {
            [] => new StoredRefusal.NotFound(RegisterOrder.Subject, payment.Value),
            [var only] => only,
            _ => new RegistrationRefusal.TransferAmbiguous(payment.Value),
        };
    }
}
