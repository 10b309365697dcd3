namespace Jeongsan.Domain.Ledger;

/// <summary>계정. What stands on the debit side (차변) is positive in the ledger, what stands on the credit side (대변) negative.</summary>
public enum LedgerAccount
{
    /// <summary>결제 대금, debit: what buyers paid for the orders that were gathered into settlements.</summary>
    Receipts = 0,

    /// <summary>할인 부담금, debit: the platform's own part of discounts.</summary>
    DiscountsBorne,

    /// <summary>수수료, credit: platform fees and additional fees without VAT.</summary>
    Fees,

    /// <summary>부가세: credit, what is taken from partners (VAT on fees that they bear, payment VAT that their contract subtracts); debit, what is paid to them on top of a settlement without VAT.</summary>
    Vat,

    /// <summary>조정: manual transfers, and what a platform's own formula adds to a settlement or takes from it.</summary>
    Corrections,

    /// <summary>파트너 미지급금, credit: settlements that no payout holds.</summary>
    UnpaidToPartners,

    /// <summary>지급 확정액, credit: confirmed payouts whose money has not been ordered.</summary>
    PayoutsDue,

    /// <summary>이체 중, credit: ordered, and the bank has not said what became of it.</summary>
    InTransit,

    /// <summary>원천징수 예수금, credit: income tax and local income tax that were kept back for the tax office.</summary>
    WithheldTax,

    /// <summary>예금: deposits less withdrawals since the ledger began; not what the account held before.</summary>
    Bank,

    /// <summary>직접 지급, credit: paid outside the system.</summary>
    PaidOutside,

    /// <summary>입금, credit: what came into the bank account.</summary>
    Deposits,
}
