using Jeongsan.Domain.Ledger;

namespace Jeongsan.Application.Ledger;

/// <summary>Accounts as a Korean bookkeeper calls them.</summary>
public static class LedgerWords
{
    public static string Of(LedgerAccount account) => account switch
    {
        LedgerAccount.Receipts => "결제 대금",
        LedgerAccount.DiscountsBorne => "할인 부담금",
        LedgerAccount.Fees => "수수료",
        LedgerAccount.Vat => "부가세",
        LedgerAccount.Corrections => "조정",
        LedgerAccount.UnpaidToPartners => "파트너 미지급금",
        LedgerAccount.PayoutsDue => "지급 확정액",
        LedgerAccount.InTransit => "이체 중",
        LedgerAccount.WithheldTax => "원천징수 예수금",
        LedgerAccount.Bank => "예금",
        LedgerAccount.PaidOutside => "직접 지급",
        LedgerAccount.Deposits => "입금",
        _ => throw new System.Diagnostics.UnreachableException(account.ToString()),
    };
}
