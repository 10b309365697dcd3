using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.Payouts;

/// <summary>The platform's own account into which partners pay back what they owe.</summary>
/// <param name="Number">Digits only.</param>
/// <param name="Holder">As the bank shows it to whoever transfers.</param>
public sealed record RepaymentAccount(Bank Bank, string Number, string Holder)
{
    /// <remarks>Refused: AccountNumberMalformed, HolderMissing.</remarks>
    public AskBackRefusal? Check() =>
        Number.Length is < PartnerLimits.AccountNumberLengthMin or > PartnerLimits.AccountNumberLengthMax || !Number.All(char.IsAsciiDigit)
            ? new AskBackRefusal.AccountNumberMalformed(PartnerLimits.AccountNumberLengthMin, PartnerLimits.AccountNumberLengthMax)
            : string.IsNullOrWhiteSpace(Holder) || Holder.Length > PartnerLimits.NameLengthMax ? new AskBackRefusal.HolderMissing(PartnerLimits.NameLengthMax) : null;
}
