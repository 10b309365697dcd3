using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.Payouts;

/// <summary>What of a debt fell due on one day.</summary>
/// <param name="Amount">Won; positive where the day made the debt smaller.</param>
public sealed record AskBackDay(DateOnly SettlementDate, Won Amount);

/// <param name="Number">From 1, over what was asked of the partner.</param>
/// <param name="DueOn">The last day (inclusive) on which the money is waited for.</param>
/// <param name="To">One mail address.</param>
/// <param name="By">As <see cref="Actor"/> writes it.</param>
public sealed record AskBackOrder(int Number, IReadOnlyList<AskBackDay> Days, DateOnly DueOn, RepaymentAccount Account, string To, string By);

/// <summary>미수금 요청: that a partner was asked for what it owes. A fact; asking again is another one.</summary>
public sealed class AskBack : ITenantOwned
{
    /// <summary>Whoever gives longer has no debt to ask for now.</summary>
    public const int DueInDaysMax = 180;

    private AskBack()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public AskBackId Id { get; private set; }
    public PartnerId PartnerId { get; private set; }

    /// <summary>From 1, over what was asked of the partner.</summary>
    public int Number { get; private set; }

    /// <summary>Won, above zero: all that the partner owed then.</summary>
    public Won Amount { get; private set; }

    /// <summary>What it was made of, the earliest day first; less the amount they are zero.</summary>
    public IReadOnlyList<AskBackDay> Days { get; private set; } = null!;

    /// <summary>The last day (inclusive) on which the money is waited for.</summary>
    public DateOnly DueOn { get; private set; }
    public RepaymentAccount Account { get; private set; } = null!;

    /// <summary>Where the mail goes. Lists show it masked.</summary>
    public string Email { get; private set; } = null!;
    public DateTimeOffset AskedAt { get; private set; }
    public string AskedBy { get; private set; } = null!;

    public static AskBack Start(Tenant tenant, AskBackId id, PartnerId partner, AskBackOrder order, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new AskBack
        {
            MerchantId = tenant.Merchant,
            Mode = tenant.Mode,
            Id = id,
            PartnerId = partner,
            Number = order.Number,
            Amount = -order.Days.Select(day => day.Amount).Total(),
            Days = order.Days,
            DueOn = order.DueOn,
            Account = order.Account,
            Email = order.To,
            AskedAt = at,
            AskedBy = order.By,
        };
    }

    /// <remarks>Refused: DueOnOutOfRange.</remarks>
    public static AskBackRefusal? CheckDueOn(DateOnly dueOn, DateOnly today) =>
        dueOn < today || dueOn > today.AddDays(DueInDaysMax) ? new AskBackRefusal.DueOnOutOfRange(today, today.AddDays(DueInDaysMax)) : null;

    /// <summary>The day on which it was asked, in Seoul.</summary>
    public DateOnly AskedOn => SeoulTime.DateOf(AskedAt);
}
