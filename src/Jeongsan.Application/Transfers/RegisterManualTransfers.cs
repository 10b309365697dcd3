using Jeongsan.Application.Partners;
using Jeongsan.Application.Storage;
using Jeongsan.Application.UserDefinedProperties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Transfers;

/// <summary>Registers many corrections by the set: a handful of statements however many there are.</summary>
internal static class RegisterManualTransfers
{
    private const int AskedCountMax = 500;

    /// <summary>Why not, or null, for each.</summary>
    public static async Task<IReadOnlyList<Refusal?>> DecideAsync(Work work, IReadOnlyList<NewManualTransfer> manuals, CancellationToken ct) =>
        [.. (await MakeAsync(work, manuals, ct)).Select(made => made.Refusal)];

    /// <summary>The same, and writes those that aren't refused.</summary>
    public static async Task<IReadOnlyList<Refusal?>> WriteAsync(Work work, IReadOnlyList<NewManualTransfer> manuals, CancellationToken ct)
    {
        var outcomes = await MakeAsync(work, manuals, ct);
        Transfer[] made = [.. outcomes.Where(one => !one.IsRefused).Select(one => one.Value)];
        await work.Db.InsertAsync(made, ct, (TransferMapping.NaturalKey, transfer => TransferKeys.ById(transfer.Id.Value)));
        await work.RecordAsync([.. made.Select(transfer => work.Line(RegisterOrder.Subject, transfer.Id.Value, "ManualTransferRegistered", to: transfer.Status.ToString()))], ct);
        return [.. outcomes.Select(one => one.Refusal)];
    }

    private static async Task<List<Outcome<Transfer>>> MakeAsync(Work work, IReadOnlyList<NewManualTransfer> manuals, CancellationToken ct)
    {
        var partners = new Dictionary<PartnerId, Partner>();
        foreach (var ids in manuals.Select(manual => manual.PartnerId).Distinct().Chunk(AskedCountMax))
        {
            foreach (var partner in await work.Db.Set<Partner>().AsNoTracking().Where(row => ids.Contains(row.Id) && !row.IsArchived).ToListAsync(ct))
            {
                partners.Add(partner.Id, partner);
            }
        }
        var taken = new HashSet<TransferId>();
        foreach (var ids in manuals.Where(manual => manual.Id is not null).Select(manual => new TransferId(manual.Id!)).Chunk(AskedCountMax))
        {
            taken.UnionWith(await work.Db.Set<Transfer>().Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(ct));
        }
        var outcomes = new List<Outcome<Transfer>>(manuals.Count);
        foreach (var manual in manuals)
        {
            var undefined = await work.UndefinedAsync(PropertyScope.Transfer, manual.Properties, ct);
            var outcome = Make(work, manual, partners, taken, undefined);
            if (!outcome.IsRefused)
            {
                taken.Add(outcome.Value.Id);
            }
            outcomes.Add(outcome);
        }
        return outcomes;
    }

    /// <summary>In the order in which a single one is checked.</summary>
    private static Outcome<Transfer> Make(Work work, NewManualTransfer manual, Dictionary<PartnerId, Partner> partners, HashSet<TransferId> taken, Refusal? undefined)
    {
        if (CallerIds.Check(RegisterOrder.Subject, manual.Id) is { } unusable)
        {
            return unusable;
        }
        var id = new TransferId(manual.Id ?? work.NewId("transfer"));
        if (taken.Contains(id))
        {
            return new StoredRefusal.AlreadyExists(RegisterOrder.Subject, id.Value);
        }
        if ((undefined ?? SettlementDates.Check("settlementDate", manual.SettlementDate)) is { } refusal)
        {
            return refusal;
        }
        return !partners.TryGetValue(manual.PartnerId, out var partner) ? new StoredRefusal.NotFound(CreatePartners.Subject, manual.PartnerId.Value)
            : Transfer.ByHand(
                work.Tenant, id, new ManualTransferInput(partner.SnapshotAt(work.Now), manual.Settlement, manual.SettlementTaxFree, manual.SettlementDate, manual.Currency, manual.Memo, manual.Properties), work.Now);
    }
}
