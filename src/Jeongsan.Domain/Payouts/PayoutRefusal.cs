using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Settlements;

namespace Jeongsan.Domain.Payouts;

/// <summary>Every way in which payouts and bulk payouts say no.</summary>
public abstract record PayoutRefusal : Refusal
{
    private PayoutRefusal()
    {
    }

    public sealed record NothingChosen : PayoutRefusal;

    public sealed record SettlementsDuplicated(IReadOnlyList<PartnerSettlementId> Ids) : PayoutRefusal;

    public sealed record SettlementsNotPayable(IReadOnlyList<PartnerSettlementId> Ids) : PayoutRefusal;

    /// <summary>The chosen settlements of these partners come to nothing or less.</summary>
    public sealed record NetNotPositive(IReadOnlyList<PartnerId> Partners) : PayoutRefusal;

    public sealed record TooManySettlementDates(int Count, int CountMax) : PayoutRefusal;

    /// <summary>A foreign-currency settlement cannot be remitted: it is completed by hand.</summary>
    public sealed record CurrencyNotPayable(Currency Currency) : PayoutRefusal;

    public sealed record CurrenciesMixed(Currency First, Currency Second) : PayoutRefusal;

    public sealed record FieldTooLong(string Field, int Length, int LengthMax) : PayoutRefusal;

    public sealed record FieldMissing(string Field) : PayoutRefusal;

    public sealed record BalanceInsufficient(Won Balance, Won Needed) : PayoutRefusal;

    /// <summary>Somebody changed its rows after the sum was shown.</summary>
    public sealed record TotalChanged(Won Seen, Won Now) : PayoutRefusal;

    /// <summary>Another bulk payout of the same account is running.</summary>
    public sealed record AnotherOngoing(BulkPayoutId Ongoing) : PayoutRefusal;

    /// <summary>Nothing of it waits for being sent: what was stopped is to be resumed first.</summary>
    public sealed record NothingToSend : PayoutRefusal;

    public sealed record NothingStopped : PayoutRefusal;

    public sealed record AlreadyScheduled(DateTimeOffset At) : PayoutRefusal;

    public sealed record NotScheduled : PayoutRefusal;

    /// <summary>Sent, being sent or cancelled: what the bank book says of them is settled.</summary>
    public sealed record MemosFixed(IReadOnlyList<PayoutId> Ids) : PayoutRefusal;

    /// <param name="StepMinutes">Schedules start on multiples of this.</param>
    public sealed record ScheduleNotOnStep(DateTimeOffset At, int StepMinutes) : PayoutRefusal;

    public sealed record ScheduleInPast(DateTimeOffset At, DateTimeOffset Now) : PayoutRefusal;

    /// <summary>Banks are in maintenance then (Seoul time).</summary>
    public sealed record ScheduleInMaintenance(DateTimeOffset At, TimeOnly From, TimeOnly Until) : PayoutRefusal;

    public sealed record TooManySchedules(int Count, int CountMax) : PayoutRefusal;

    /// <summary>What was paid by hand was paid on a day that has come.</summary>
    public sealed record CompletedInFuture(DateOnly CompletedOn, DateOnly Today) : PayoutRefusal;

    public sealed record UnscheduleFirst : PayoutRefusal;

    public sealed record NotInState(PayoutStatus Status, PayoutCommand Command) : PayoutRefusal;

    public sealed record BulkNotInState(BulkPayoutStatus Status, BulkPayoutCommand Command) : PayoutRefusal;
}
