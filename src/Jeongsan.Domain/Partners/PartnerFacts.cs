using System.Text.Json.Serialization;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;

namespace Jeongsan.Domain.Partners;

/// <summary>The person at the partner who gets mails.</summary>
public sealed record Contact(string Name, string? PhoneNumber, string Email);

/// <param name="Number">Digits only.</param>
public sealed record BankAccount(Bank Bank, Currency Currency, string Number, string Holder, AccountStatus Status = AccountStatus.NotVerified)
{
    public BankAccount Erased() => this with { Number = "", Holder = "" };
}

/// <summary>Whether the bank confirmed that the account belongs to the holder.</summary>
public enum AccountStatus
{
    NotVerified = 0,
    Verified,
    VerifyFailed,
    VerifyError,
    Unknown,
}

public enum PartnerStatus
{
    Approved = 0,
    Pending,
    Rejected,
}

public enum TaxationType
{
    /// <summary>일반과세.</summary>
    Normal = 0,

    /// <summary>간이과세, issues tax invoices.</summary>
    SimpleTaxInvoiceIssuer,

    /// <summary>간이과세, issues receipts only (부가가치세법 제36조).</summary>
    Simple,

    /// <summary>면세.</summary>
    TaxFree,
}

public enum BusinessStatus
{
    NotVerified = 0,
    VerifyError,
    NotFound,
    InBusiness,
    Closed,
    Suspended,
}

/// <summary>Which income of a withheld person it is.</summary>
public enum WithheldIncome
{
    /// <summary>사업소득 (인적용역): 3 % and local tax.</summary>
    Business = 0,

    /// <summary>기타소득: after deemed expenses, 20 % and local tax.</summary>
    Other,
}

public enum PartnerTypeName
{
    Business = 0,
    WhtPayer,
    NonWhtPayer,
}

/// <summary>What the partner is for the tax law.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Business), "BUSINESS")]
[JsonDerivedType(typeof(WhtPayer), "WHT_PAYER")]
[JsonDerivedType(typeof(NonWhtPayer), "NON_WHT_PAYER")]
public abstract record PartnerType
{
    private PartnerType()
    {
    }

    [JsonIgnore]
    public abstract PartnerTypeName Name { get; }

    /// <summary>The same kind of partner, of which nothing is known that tells who it was.</summary>
    public PartnerType Erased() => this switch
    {
        Business business => business with
        {
            CompanyName = PartnerProfile.ErasedName,
            BusinessRegistrationNumber = new BusinessRegistrationNumber("0000000000"),
            RepresentativeName = "",
            CompanyAddress = null,
            BusinessType = null,
            BusinessClass = null,
        },
        WhtPayer payer => payer with { Birthdate = null },
        NonWhtPayer payer => payer with { Birthdate = null },
        _ => throw new System.Diagnostics.UnreachableException(GetType().Name),
    };

    /// <param name="BusinessType">업태.</param>
    /// <param name="BusinessClass">종목.</param>
    public sealed record Business(
        string CompanyName,
        TaxationType TaxationType,
        BusinessStatus BusinessStatus,
        BusinessRegistrationNumber BusinessRegistrationNumber,
        string RepresentativeName,
        string? CompanyAddress,
        string? BusinessType,
        string? BusinessClass) : PartnerType
    {
        public override PartnerTypeName Name => PartnerTypeName.Business;

        /// <summary>True if VAT is part of what this partner is paid.</summary>
        [JsonIgnore]
        public bool ChargesVat => TaxationType is TaxationType.Normal or TaxationType.SimpleTaxInvoiceIssuer;
    }

    /// <summary>A natural person from whose payout income tax is withheld.</summary>
    public sealed record WhtPayer(DateOnly? Birthdate, WithheldIncome Income = WithheldIncome.Business) : PartnerType
    {
        public override PartnerTypeName Name => PartnerTypeName.WhtPayer;
    }

    public sealed record NonWhtPayer(DateOnly? Birthdate) : PartnerType
    {
        public override PartnerTypeName Name => PartnerTypeName.NonWhtPayer;
    }
}

/// <summary>What a person or program states about a partner; replaces all of it when edited.</summary>
public sealed record PartnerProfile(
    string Name,
    Contact Contact,
    BankAccount Account,
    ContractId DefaultContractId,
    string? Memo,
    IReadOnlyList<string> Tags,
    PartnerType Type,
    IReadOnlyList<Foundation.UserDefinedProperty> Properties)
{
    /// <summary>What stands in place of a name that was destroyed.</summary>
    public const string ErasedName = "파기된 파트너";

    /// <summary>What settlements and payouts still need of it: contract, bank, currency, and what kind of partner it was.</summary>
    public PartnerProfile Erased() =>
        new(ErasedName, new Contact("", null, ""), Account.Erased(), DefaultContractId, null, [], Type.Erased(), []);
}

/// <summary>A partner as it was when a transfer, settlement or payout copied it.</summary>
public sealed record PartnerSnapshot(
    PartnerId Id,
    PartnerProfile Profile,
    PartnerStatus Status,
    NtsConnectionStatus NtsConnection,
    string? NtsConnectionFailedReason,
    bool IsArchived,
    DateTimeOffset AppliedAt)
{
    public PartnerSnapshot Erased() => this with { Profile = Profile.Erased(), NtsConnectionFailedReason = null };
}
