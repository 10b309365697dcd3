using System.Text.Json.Serialization;
using Jeongsan.Domain.Money;

namespace Jeongsan.Domain.Policies;

/// <summary>A fee before VAT: a share of the order amount, or a fixed amount per order.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(FixedRate), "FIXED_RATE")]
[JsonDerivedType(typeof(FixedAmount), "FIXED_AMOUNT")]
public abstract record Fee
{
    private Fee()
    {
    }

    public sealed record FixedRate(Rate Rate) : Fee;

    /// <param name="Amount">Never negative.</param>
    public sealed record FixedAmount(Won Amount, Currency Currency = Currency.Krw) : Fee;
}

/// <summary>Who bears the VAT on a fee. The partner's is subtracted from the settlement, the merchant's is not.</summary>
public enum Payer
{
    Partner = 0,
    Merchant = 1,
}
