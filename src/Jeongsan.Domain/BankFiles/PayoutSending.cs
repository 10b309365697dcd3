namespace Jeongsan.Domain.BankFiles;

/// <summary>How a platform sends its payouts.</summary>
/// <param name="Layout">There whenever the way is a file; kept beside another way, to come back to.</param>
public sealed record PayoutSending(PayoutWay Way, BankFileLayout? Layout)
{
    public static PayoutSending ByApi { get; } = new(PayoutWay.RemittanceApi, null);
}
