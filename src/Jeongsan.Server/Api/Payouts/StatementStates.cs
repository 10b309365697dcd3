using Jeongsan.Application.Storage;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Statements;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Payouts;

/// <summary>The newest statement of each payout, whatever template it was sent by.</summary>
internal sealed class StatementStates
{
    private readonly Dictionary<PayoutId, StatementSending> _newest;

    private StatementStates(Dictionary<PayoutId, StatementSending> newest) => _newest = newest;

    public static async Task<StatementStates> OfAsync(JeongsanContext db, IReadOnlyList<Payout> payouts, CancellationToken ct)
    {
        var ids = payouts.Select(payout => payout.Id).ToArray();
        return new StatementStates(await Newest(db).Where(row => ids.Contains(row.PayoutId)).ToDictionaryAsync(row => row.PayoutId, ct));
    }

    public static IQueryable<StatementSending> Newest(JeongsanContext db) =>
        db.Set<StatementSending>().Where(row => !db.Set<StatementSending>().Any(later => later.PayoutId == row.PayoutId && later.Number > row.Number));

    public PlatformPayoutSettlementStatementSummary Of(Payout payout) => _newest.TryGetValue(payout.Id, out var newest)
        ? new PlatformPayoutSettlementStatementSummary { Status = CodeOf(newest.Status), Id = newest.Id.Value, IssuedAt = newest.SentAt }
        : new PlatformPayoutSettlementStatementSummary { Status = PlatformPayoutSettlementStatementStatus.Unsent };

    /// <summary>Null for UNSENT, which no statement is.</summary>
    public static StatementSendingStatus? StatusOf(PlatformPayoutSettlementStatementStatus code) => code switch
    {
        PlatformPayoutSettlementStatementStatus.Sent => StatementSendingStatus.Sent,
        PlatformPayoutSettlementStatementStatus.SendFailed => StatementSendingStatus.Failed,
        PlatformPayoutSettlementStatementStatus.SendPrepared => StatementSendingStatus.Waiting,
        _ => null,
    };

    private static PlatformPayoutSettlementStatementStatus CodeOf(StatementSendingStatus status) => status switch
    {
        StatementSendingStatus.Waiting => PlatformPayoutSettlementStatementStatus.SendPrepared,
        StatementSendingStatus.Sent => PlatformPayoutSettlementStatementStatus.Sent,
        StatementSendingStatus.Failed => PlatformPayoutSettlementStatementStatus.SendFailed,
        _ => throw new System.Diagnostics.UnreachableException(status.ToString()),
    };
}
