using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;

namespace Jeongsan.Domain.Statements;

/// <summary>Why and how a statement is sent.</summary>
/// <param name="Number">From 1, over all sendings of the payout.</param>
/// <param name="Attempt">From 1, over the sendings of the payout by this template.</param>
/// <param name="To">One mail address.</param>
/// <param name="By">As <see cref="Actor"/> writes it.</param>
public sealed record StatementOrder(StatementTemplateId TemplateId, StatementTerms Terms, int Number, int Attempt, string To, string By);

/// <summary>One mail with the link to one payout's statement. A re-send is another one; the link of the one before dies.</summary>
public sealed class StatementSending : ITenantOwned
{
    private StatementSending()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public StatementSendingId Id { get; private set; }
    public PayoutId PayoutId { get; private set; }
    public BulkPayoutId BulkPayoutId { get; private set; }
    public PartnerId PartnerId { get; private set; }

    /// <summary>As the payout names the partner.</summary>
    public string PartnerName { get; private set; } = null!;

    /// <summary>May be deleted since.</summary>
    public StatementTemplateId TemplateId { get; private set; }

    /// <summary>The template as it was when this was decided: what the partner sees stays what it was sent.</summary>
    public StatementTerms Terms { get; private set; } = null!;

    /// <summary>From 1, over all sendings of the payout.</summary>
    public int Number { get; private set; }

    /// <summary>From 1, over the sendings of the payout by the same template.</summary>
    public int Attempt { get; private set; }

    public StatementSendingStatus Status { get; private set; }

    /// <summary>Where the mail goes. Lists show it masked.</summary>
    public string Email { get; private set; } = null!;

    public DateTimeOffset CreatedAt { get; private set; }
    public string CreatedBy { get; private set; } = null!;
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Why it failed and the mend, in Korean.</summary>
    public string? FailReason { get; private set; }

    /// <summary>When the partner first passed the link's question.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>When a newer sending of the same statement closed its link.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    /// <summary>The bulk task that it belongs to, and its turn in it.</summary>
    public string? BulkTaskId { get; private set; }

    public int? BulkTaskIndex { get; private set; }
    public int Version { get; private set; }

    public static StatementSending Start(StatementSendingId id, Payout payout, StatementOrder order, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(payout);
        ArgumentNullException.ThrowIfNull(order);
        return new StatementSending
        {
            MerchantId = payout.MerchantId,
            Mode = payout.Mode,
            Id = id,
            PayoutId = payout.Id,
            BulkPayoutId = payout.BulkPayoutId,
            PartnerId = payout.PartnerId,
            PartnerName = payout.Partner.Profile.Name,
            TemplateId = order.TemplateId,
            Terms = order.Terms,
            Number = order.Number,
            Attempt = order.Attempt,
            Status = StatementSendingStatus.Waiting,
            Email = order.To,
            CreatedAt = at,
            CreatedBy = order.By,
            Version = 1,
        };
    }

    /// <summary>Whether a payout's statement may be sent: not before its amounts are fixed, and not when another payout pays them.</summary>
    public static bool MaySend(PayoutStatus status) => status switch
    {
        PayoutStatus.Confirmed or PayoutStatus.Scheduled or PayoutStatus.Processing or PayoutStatus.Succeeded or PayoutStatus.Stopped => true,
        PayoutStatus.Prepared or PayoutStatus.Failed or PayoutStatus.Cancelled => false,
        _ => throw new System.Diagnostics.UnreachableException(status.ToString()),
    };

    public void BelongTo(string bulkTaskId, int index) => (BulkTaskId, BulkTaskIndex) = (bulkTaskId, index);

    public Outcome<Move> ConfirmSent(DateTimeOffset at) => MoveBy(StatementSendingCommand.ConfirmSent).Then<Move>(move =>
    {
        SentAt = at;
        return move;
    });

    /// <param name="reason">Only a sure "no", never a time-out.</param>
    public Outcome<Move> Reject(string reason) => MoveBy(StatementSendingCommand.RejectSending).Then<Move>(move =>
    {
        FailReason = reason;
        return move;
    });

    /// <summary>A newer sending takes its place.</summary>
    public Outcome<Move> Replace(DateTimeOffset at) => MoveBy(StatementSendingCommand.SendAgain).Then<Move>(move =>
    {
        ReplacedAt ??= at;
        return move;
    });

    public void NoteOpened(DateTimeOffset at)
    {
        if (OpenedAt is null)
        {
            OpenedAt = at;
            Version++;
        }
    }

    private Outcome<Move> MoveBy(StatementSendingCommand command)
    {
        var decided = StatementSendingLifecycle.Table.Decide(Status, command, default);
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }

        Status = decided.Value.To;
        Version++;
        return new Move(decided.Value.From.ToString(), command.ToString(), Status.ToString());
    }
}
