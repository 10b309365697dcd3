using System.Globalization;
using Jeongsan.Application.Ledger;
using Jeongsan.Application.Settlements;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <param name="CompletedOn">The day of the payment; null: now.</param>
public sealed record PaidByHand(BulkPayoutId BulkPayoutId, string? Name, IReadOnlyList<PartnerSettlementId> SettlementIds, DateOnly? CompletedOn);

/// <summary>
/// 지급 완료 처리: settlements that were paid outside the system, e.g. in a foreign currency. They become a completed bulk
/// payout with one payout for each partner; no money moves.
/// </summary>
public sealed class CompletePayoutByHand(Store store)
{
    public Task<Outcome<BulkPayout>> HandleAsync(Tenant tenant, Actor actor, PaidByHand command, CancellationToken ct) =>
        store.CommandAsync<BulkPayout>(tenant, actor, async work =>
        {
            var id = command.BulkPayoutId;
            if (CallerIds.Check(PayoutWork.BulkSubject, id.Value) is { } unusable)
            {
                return unusable;
            }
            if (command.CompletedOn > work.Today)
            {
                return new PayoutRefusal.CompletedInFuture(command.CompletedOn.Value, work.Today);
            }
            if (await work.Db.Set<BulkPayout>().AnyAsync(row => row.Id == id, ct))
            {
                return new StoredRefusal.AlreadyExists(PayoutWork.BulkSubject, id.Value);
            }
            var chosen = await work.ChosenAsync(command.SettlementIds, ct);
            if (chosen.IsRefused)
            {
                return chosen.Refusal;
            }
            var selected = await work.SelectAsync(chosen.Value, PayoutRoute.ByHand, command.CompletedOn ?? work.Today, leaveOutNegatives: false, ct);
            if (selected.IsRefused)
            {
                return selected.Refusal;
            }
            var name = command.Name ?? string.Create(CultureInfo.InvariantCulture, $"{command.CompletedOn ?? work.Today:yyyy-MM-dd} 직접 지급");
            var created = BulkPayout.Create(tenant, id, name, actor, PayoutMethod.Direct, selected.Value, work.Now);
            return created.IsRefused ? created : await CompleteAsync(work, created.Value, selected.Value, chosen.Value, command.CompletedOn, ct);
        }, ct);

    private static async Task<Outcome<BulkPayout>> CompleteAsync(
        Work work, BulkPayout bulk, PayoutSelection selection, List<PartnerSettlement> chosen, DateOnly? completedOn, CancellationToken ct)
    {
        var paidAt = completedOn is { } day && day != work.Today ? SeoulTime.At(day, TimeOnly.MinValue) : work.Now;
        var byId = chosen.ToDictionary(row => row.Id);
        foreach (var (index, payable) in selection.Partners.Index())
        {
            var payout = Payout.Prepare(new PayoutId(work.NewId("payout")), bulk, index, payable, work.Now);
            work.Db.Add(payout);
            await work.NotePayoutAsync(payout, PayoutWork.CompletedByHand, payout.CompleteByHand(paidAt, work.Now), ct);
            foreach (var id in payable.Settlements)
            {
                var completed = byId[id].CompleteByHand(bulk.Id, payout.Id, work.Now);
                if (completed.IsRefused)
                {
                    return completed.Refusal;
                }
                work.Note("PartnerSettlement", id.Value, "PartnerSettlementCompletedByHand", completed);
            }
        }
        work.Db.Add(bulk);
        work.Note(PayoutWork.BulkSubject, bulk.Id.Value, "BulkPayoutCompletedByHand", bulk.CompleteByHand(work.Now));
        // Written first: the transfers below are found by what the settlements say now.
        await work.Db.SaveChangesAsync(ct);
        var settlements = work.Db.Set<PartnerSettlement>().Where(row => row.BulkPayoutId == bulk.Id);
        var transfers = work.Db.Set<Transfer>().Where(transfer => settlements.Any(row => row.Id == transfer.PartnerSettlementId));
        await transfers.ExecuteUpdateAsync(set => set.SetProperty(
            transfer => transfer.PayoutId, transfer => settlements.Where(row => row.Id == transfer.PartnerSettlementId).Select(row => row.PayoutId).First()), ct);
        await work.MoveAsync(transfers, TransferCommand.CompleteByHand, ct);
        return bulk;
    }
}
