using Jeongsan.Application.Settlements;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Transfers;

/// <summary>
/// Moves many transfers by one statement. Where from and where to stands in the life cycle's table, nowhere else. What a move
/// also writes is written by the same statement: each one rewrites the row and its places in the indexes.
/// </summary>
internal static class TransferMoves
{
    private const int SettlementsAtOnce = 500;

    /// <returns>How many transfers moved.</returns>
    public static async Task<int> MoveAsync(this Work work, IQueryable<Transfer> transfers, TransferCommand command, CancellationToken ct)
    {
        var moved = 0;
        foreach (var row in Rows(command))
        {
            moved += await transfers.Where(transfer => transfer.Status == row.From).ExecuteUpdateAsync(set => set
                .SetProperty(transfer => transfer.Status, row.To)
                .SetProperty(transfer => transfer.StatusUpdatedAt, work.Now)
                .SetProperty(transfer => transfer.Version, transfer => transfer.Version + 1), ct);
        }
        return moved;
    }

    /// <summary>Takes the transfers of a bulk payout's settlements into the payouts that hold these.</summary>
    public static async Task ConfirmPayoutsAsync(this Work work, BulkPayoutId bulk, CancellationToken ct)
    {
        var held = await work.Db.Set<PartnerSettlement>().Where(row => row.BulkPayoutId == bulk && row.PayoutId != null).OrderBy(row => row.Id)
            .Select(row => new { Settlement = row.Id, Payout = row.PayoutId!.Value }).ToListAsync(ct);
        foreach (var some in held.Chunk(SettlementsAtOnce))
        {
            var json = StorageJson.Write(some.Select(row => new { Settlement = row.Settlement.Value, Payout = row.Payout.Value }));
            foreach (var (from, to) in Rows(TransferCommand.ConfirmPayout).Select(row => (row.From.ToString(), row.To.ToString())))
            {
                await work.Db.Database.ExecuteSqlAsync(Confirm(work, json, from, to), ct);
            }
        }
    }

    /// <summary>By settlement, whose transfers an index knows; nothing else that PostgreSQL could walk by, see <see cref="SettleByKey"/>.</summary>
    private static FormattableString Confirm(Work work, string held, string from, string to)
    {
        var (merchant, mode, now) = (work.Tenant.Merchant.Value, work.Tenant.Mode.ToString(), work.Db.Stored(work.Now));
        return work.Db is PostgresJeongsanContext
            ? (FormattableString)$"""
                UPDATE transfers AS t SET payout_id = g.payout, status = {to}, status_updated_at = {now}, version = t.version + 1
                FROM jsonb_to_recordset({held}::jsonb) AS g(settlement text, payout text)
                WHERE t.merchant_id = {merchant} AND t.mode = {mode} AND t.partner_settlement_id = g.settlement AND t.status || '' = {from}
                """
            : $"""
                UPDATE transfers AS t SET payout_id = g.payout, status = {to}, status_updated_at = {now}, version = t.version + 1
                FROM (SELECT value ->> '$.settlement' AS settlement, value ->> '$.payout' AS payout FROM json_each({held})) AS g
                WHERE t.merchant_id = {merchant} AND t.mode = {mode} AND t.partner_settlement_id = g.settlement AND t.status = {from}
                """;
    }

    /// <summary>Gives the due transfers of each key their settlement, and the mark of the run that took them.</summary>
    public static async Task SettleAsync(this Work work, string run, IReadOnlyList<GatheringTarget> targets, CancellationToken ct)
    {
        foreach (var group in targets.GroupBy(target => target.Key.OnlyTransferId is not null))
        {
            var json = StorageJson.Write(group.Select(target => new
            {
                Settlement = target.Settlement.Value,
                Transfer = target.Key.OnlyTransferId?.Value,
                Partner = target.Key.PartnerId.Value,
                Contract = target.Key.ContractId?.Value ?? "",
                Kind = target.Key.Kind.ToString(),
                Day = target.Key.SettlementDate,
                Currency = target.Key.Currency.ToString(),
            }));
            foreach (var (from, to) in Rows(TransferCommand.Settle).Select(row => (row.From.ToString(), row.To.ToString())))
            {
                await work.Db.Database.ExecuteSqlAsync(group.Key ? SettleById(work, run, json, from, to) : SettleByKey(work, run, json, from, to), ct);
            }
        }
    }

    /// <summary>
    /// PostgreSQL is not shown the state as a column: before it has seen the statistics of a large import it would walk all due transfers
    /// by the index of states, once for each key, and not the partner's.
    /// </summary>
    private static FormattableString SettleByKey(Work work, string run, string targets, string from, string to)
    {
        var (merchant, mode, now) = (work.Tenant.Merchant.Value, work.Tenant.Mode.ToString(), work.Db.Stored(work.Now));
        return work.Db is PostgresJeongsanContext
            ? (FormattableString)$"""
                UPDATE transfers AS t SET partner_settlement_id = g.settlement, gathering_id = {run}, status = {to}, status_updated_at = {now}, version = t.version + 1
                FROM jsonb_to_recordset({targets}::jsonb) AS g(settlement text, partner text, contract text, kind text, day date, currency text)
                WHERE t.merchant_id = {merchant} AND t.mode = {mode} AND t.partner_id = g.partner AND t.settlement_date = g.day
                AND t.kind = g.kind AND t.settlement_currency = g.currency AND coalesce(t.contract_id, '') = g.contract AND t.status || '' = {from}
                """
            : $"""
                UPDATE transfers AS t SET partner_settlement_id = g.settlement, gathering_id = {run}, status = {to}, status_updated_at = {now}, version = t.version + 1
                FROM (SELECT value ->> '$.settlement' AS settlement, value ->> '$.partner' AS partner, value ->> '$.contract' AS contract,
                    value ->> '$.kind' AS kind, value ->> '$.day' AS day, value ->> '$.currency' AS currency FROM json_each({targets})) AS g
                WHERE t.merchant_id = {merchant} AND t.mode = {mode} AND t.partner_id = g.partner AND t.settlement_date = g.day
                AND t.kind = g.kind AND t.settlement_currency = g.currency AND coalesce(t.contract_id, '') = g.contract AND t.status = {from}
                """;
    }

    private static FormattableString SettleById(Work work, string run, string targets, string from, string to)
    {
        var (merchant, mode, now) = (work.Tenant.Merchant.Value, work.Tenant.Mode.ToString(), work.Db.Stored(work.Now));
        return work.Db is PostgresJeongsanContext
            ? (FormattableString)$"""
                UPDATE transfers AS t SET partner_settlement_id = g.settlement, gathering_id = {run}, status = {to}, status_updated_at = {now}, version = t.version + 1
                FROM jsonb_to_recordset({targets}::jsonb) AS g(settlement text, transfer text)
                WHERE t.merchant_id = {merchant} AND t.mode = {mode} AND t.id = g.transfer AND t.status = {from}
                """
            : $"""
                UPDATE transfers AS t SET partner_settlement_id = g.settlement, gathering_id = {run}, status = {to}, status_updated_at = {now}, version = t.version + 1
                FROM (SELECT value ->> '$.settlement' AS settlement, value ->> '$.transfer' AS transfer FROM json_each({targets})) AS g
                WHERE t.merchant_id = {merchant} AND t.mode = {mode} AND t.id = g.transfer AND t.status = {from}
                """;
    }

    public static IEnumerable<Transition<TransferStatus, TransferCommand, Done>> Rows(TransferCommand command) =>
        TransferLifecycle.Table.Table.Where(row => row.Command == command && row.Guard is null);
}
