using System.Globalization;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <param name="Id">Chosen by the caller, or null for a new one.</param>
/// <param name="SettlementDates">All payable settlements of these dates in won, or</param>
/// <param name="SettlementIds">exactly these.</param>
public sealed record NewBulkPayout(string? Id, string? Name, IReadOnlyList<DateOnly>? SettlementDates, IReadOnlyList<PartnerSettlementId>? SettlementIds)
{
    /// <summary>For bank books, where nobody sets another memo; null for the platform's default.</summary>
    public string? WithdrawalMemo { get; init; }

    public string? DepositMemo { get; init; }

    /// <summary>With dates: what the same partners owe from other dates is netted too (이월된 미수금 상계).</summary>
    public bool CarriesReceivables { get; init; }
}

/// <summary>
/// Chooses settlements to be paid together and holds them, so that no other bulk payout can take them. Partners whose net is
/// zero or less are left out when dates were chosen, and refuse the whole when they were named.
/// </summary>
public sealed class CreateBulkPayout(Store store)
{
    public Task<Outcome<BulkPayout>> HandleAsync(Tenant tenant, Actor actor, NewBulkPayout command, CancellationToken ct) =>
        store.CommandAsync<BulkPayout>(tenant, actor, work => CreateAsync(work, command, ct), ct);

    internal static async Task<Outcome<BulkPayout>> CreateAsync(Work work, NewBulkPayout command, CancellationToken ct)
    {
        if (CallerIds.Check(PayoutWork.BulkSubject, command.Id) is { } unusable)
        {
            return unusable;
        }
        var id = new BulkPayoutId(command.Id ?? work.NewId("bulk-payout"));
        if (await work.Db.Set<BulkPayout>().AnyAsync(row => row.Id == id, ct))
        {
            return new StoredRefusal.AlreadyExists(PayoutWork.BulkSubject, id.Value);
        }
        if (BankMemo.Check(command.WithdrawalMemo, command.DepositMemo) is { } unprintable)
        {
            return unprintable;
        }
        var chosen = await ChosenAsync(work, command, ct);
        if (command.SettlementIds is { } named && named.FirstOrDefault(one => chosen.All(row => row.Id != one)) is { Value: not null } missing)
        {
            return new StoredRefusal.NotFound("PartnerSettlement", missing.Value);
        }
        if (command is { CarriesReceivables: true, SettlementIds: null })
        {
            chosen.AddRange(await Receivables.CarriedIntoAsync(work.Db, chosen, PayoutSelection.SettlementDateCountMax, ct));
        }
        var all = chosen.ToArray();
        var memos = await work.BankMemosAsync(command.WithdrawalMemo, command.DepositMemo, ct);
        var selected = await work.SelectAsync(chosen, PayoutRoute.Remittance, work.Today, leaveOutNegatives: command.SettlementIds is null, ct, memos);
        if (selected.IsRefused)
        {
            return selected.Refusal;
        }
        var name = command.Name ?? string.Create(CultureInfo.InvariantCulture, $"{work.Today:yyyy-MM-dd} 일괄 지급");
        return BulkPayout.Create(work.Tenant, id, name, work.Actor, PayoutMethod.Direct, selected.Value, work.Now)
            .Then<BulkPayout>(bulk =>
            {
                bulk.LeaveOut([.. all.Except(chosen).Select(row => new LeftOutSettlement(row.Id, row.PartnerId, LeftOutReason.NetNotPositive))]);
                return bulk.SetBankMemos(command.WithdrawalMemo, command.DepositMemo).Then<BulkPayout>(_ => Hold(work, bulk, selected.Value, chosen));
            });
    }

    private static Task<List<PartnerSettlement>> ChosenAsync(Work work, NewBulkPayout command, CancellationToken ct)
    {
        if (command.SettlementIds is { } ids)
        {
            return work.Db.Set<PartnerSettlement>().Where(row => ids.Contains(row.Id)).ToListAsync(ct);
        }
        var dates = command.SettlementDates ?? [];
        return Receivables.PayableIn(work.Db).Where(row => dates.Contains(row.SettlementDate)).ToListAsync(ct);
    }

    private static Outcome<BulkPayout> Hold(Work work, BulkPayout bulk, PayoutSelection selection, List<PartnerSettlement> chosen)
    {
        work.Db.Add(bulk);
        var byId = chosen.ToDictionary(row => row.Id);
        foreach (var (index, payable) in selection.Partners.Index())
        {
            var payout = Payout.Prepare(new PayoutId(work.NewId("payout")), bulk, index, payable, work.Now);
            work.Db.Add(payout);
            foreach (var settlement in payable.Settlements)
            {
                var held = byId[settlement].Confirm(bulk.Id, payout.Id, work.Now);
                if (held.IsRefused)
                {
                    return held.Refusal;
                }
            }
        }
        work.Record(PayoutWork.BulkSubject, bulk.Id.Value, "BulkPayoutCreated", to: bulk.Status.ToString());
        return bulk;
    }
}
