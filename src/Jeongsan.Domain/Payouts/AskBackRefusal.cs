using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.Payouts;

/// <summary>Every way in which asking a partner for its debt says no, in the order in which it is checked.</summary>
public abstract record AskBackRefusal : Refusal
{
    private AskBackRefusal()
    {
    }

    /// <summary>What the partner owes is not what was asked for, zero included.</summary>
    public sealed record AmountChanged(PartnerId PartnerId, Won Now) : AskBackRefusal;

    /// <summary>Neither was one given nor does the platform have one.</summary>
    public sealed record AccountMissing : AskBackRefusal;

    public sealed record AccountNumberMalformed(int LengthMin, int LengthMax) : AskBackRefusal;

    public sealed record HolderMissing(int LengthMax) : AskBackRefusal;

    /// <summary>Before today, or later than anybody waits.</summary>
    public sealed record DueOnOutOfRange(DateOnly From, DateOnly Until) : AskBackRefusal;

    /// <summary>Today, for the same amount: only who says so asks again.</summary>
    public sealed record AlreadyAskedToday(PartnerId PartnerId, Won Amount) : AskBackRefusal;

    /// <summary>The platform has not entered the company in whose name its partners are written to.</summary>
    public sealed record CompanyMissing : AskBackRefusal;

    public sealed record AddressMissing(PartnerId PartnerId) : AskBackRefusal;
}
