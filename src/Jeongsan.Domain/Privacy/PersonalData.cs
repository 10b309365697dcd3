namespace Jeongsan.Domain.Privacy;

/// <summary>Which data of a partner is meant, in the words of the register.</summary>
public enum PersonalDataItem
{
    /// <summary>Name or company, business number, representative, address, business type and item.</summary>
    BusinessIdentity = 0,

    /// <summary>The contact's name, e-mail, phone.</summary>
    Contact,

    /// <summary>Bank, account number, holder.</summary>
    BankAccount,
    Birthdate,

    /// <summary>Kept apart, never sent to an ASP.</summary>
    ResidentNumber,
    SettlementLines,
}

/// <summary>What a processor does for the platform.</summary>
public enum EntrustedWork
{
    /// <summary>Tax invoices and business-status look-up at the ASP.</summary>
    TaxInvoices = 0,
    AccountHolderCheck,
    Remittance,
    Mail,
    Hosting,
}

/// <summary>The seven points of a written entrustment (개인정보 보호법 제26조 ①, 시행령 제28조 ①).</summary>
public enum ContractPoint
{
    NoUseBeyondPurpose = 0,
    Safeguards,
    PurposeAndScope,
    SubEntrustingLimits,
    AccessLimits,
    Supervision,
    Liability,
}
