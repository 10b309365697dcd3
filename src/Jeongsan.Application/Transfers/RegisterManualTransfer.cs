using Jeongsan.Application.Partners;
using Jeongsan.Application.Storage;
using Jeongsan.Application.UserDefinedProperties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Transfers;

/// <param name="Id">Chosen by the caller, or null for a new one.</param>
/// <param name="Settlement">May be negative.</param>
public sealed record NewManualTransfer(
    string? Id, PartnerId PartnerId, Won Settlement, Won SettlementTaxFree, DateOnly SettlementDate, Currency Currency, string? Memo, IReadOnlyList<UserDefinedProperty> Properties);

/// <summary>수기 정산: a correction by hand. It counts at once.</summary>
public sealed class RegisterManualTransfer(Store store)
{
    public Task<Outcome<Transfer>> HandleAsync(Tenant tenant, Actor actor, NewManualTransfer manual, CancellationToken ct) =>
        store.CommandAsync<Transfer>(tenant, actor, async work =>
        {
            if (await TransferKeys.CheckAsync(work, manual.Id, ct) is { } unusable)
            {
                return unusable;
            }
            if (await work.UndefinedAsync(PropertyScope.Transfer, manual.Properties, ct) is { } undefined)
            {
                return undefined;
            }
            if (SettlementDates.Check("settlementDate", manual.SettlementDate) is { } outside)
            {
                return outside;
            }
            var partnerId = manual.PartnerId;
            if (await work.Db.Set<Partner>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == partnerId && !row.IsArchived, ct) is not { } partner)
            {
                return new StoredRefusal.NotFound(CreatePartners.Subject, partnerId.Value);
            }
            var id = manual.Id ?? work.NewId("transfer");
            return Transfer.ByHand(
                    work.Tenant, new TransferId(id), new ManualTransferInput(partner.SnapshotAt(work.Now), manual.Settlement, manual.SettlementTaxFree, manual.SettlementDate, manual.Currency, manual.Memo, manual.Properties), work.Now)
                .Then<Transfer>(transfer => work.Keep(transfer, TransferKeys.ById(id), "ManualTransferRegistered"));
        }, ct);
}
