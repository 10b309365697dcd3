using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Statements;
using Jeongsan.Domain.Transfers;
using Jeongsan.Etax.Pdf;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Statements;

/// <summary>정산내역서: what a payout consists of and how what is paid follows from it, for the partner who gets it.</summary>
/// <param name="Company">Null while the platform has entered no company of its own.</param>
/// <param name="Settlements">What the payout pays, in the order of settlement dates; also after it failed or was cancelled.</param>
public sealed record SettlementStatement(Payout Payout, OwnCompany? Company, IReadOnlyList<PartnerSettlement> Settlements)
{
    /// <summary>Those of the settlements, where they are asked for and aren't too many; else null.</summary>
    public IReadOnlyList<Transfer>? Transfers { get; private init; }

    /// <summary>Null when there is no such payout.</summary>
    public static async Task<SettlementStatement?> ReadAsync(JeongsanContext db, PayoutId id, CancellationToken ct)
    {
        if (await db.Set<Payout>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } payout)
        {
            return null;
        }
        PayoutId? held = id;
        var settlements = payout.SettlementIds is { } ids
            ? db.Set<PartnerSettlement>().Where(row => ids.Contains(row.Id))
            : db.Set<PartnerSettlement>().Where(row => row.PayoutId == held);
        return new SettlementStatement(payout, await db.Set<OwnCompany>().SingleOrDefaultAsync(ct), await settlements.OrderBy(row => row.SettlementDate).ThenBy(row => row.Id).ToListAsync(ct));
    }

    /// <summary>The same with as much of its sums as a template shows.</summary>
    public static async Task<SettlementStatement?> ReadAsync(JeongsanContext db, PayoutId id, StatementTerms terms, CancellationToken ct)
    {
        if (await ReadAsync(db, id, ct) is not { } statement)
        {
            return null;
        }
        if (terms.Detail != StatementDetail.Transfers)
        {
            return statement;
        }
        PartnerSettlementId?[] ids = [.. statement.Settlements.Select(row => (PartnerSettlementId?)row.Id)];
        var transfers = await db.Set<Transfer>().Where(row => ids.Contains(row.PartnerSettlementId))
            .OrderBy(row => row.SettlementDate).ThenBy(row => row.Id).Take(StatementLimits.TransfersListedMax + 1).ToListAsync(ct);
        return transfers.Count > StatementLimits.TransfersListedMax ? statement : statement with { Transfers = transfers };
    }

    /// <summary>Amounts as they count in the settlement: a cancellation's are negative.</summary>
    public static SettlementAmounts Signed(PartnerSettlement settlement) => Signed(settlement.Kind, settlement.Amounts);

    internal static SettlementAmounts Signed(TransferKind kind, SettlementAmounts amounts) => kind == TransferKind.OrderCancel ? SettlementAmounts.Zero - amounts : amounts;

    public byte[] ToPdf(StatementTerms terms) => TablePdf.Render(StatementPaper.Of(this, terms));
}
