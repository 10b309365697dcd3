namespace Jeongsan.Etax;

/// <summary>공급자, 공급받는자 or 수탁자.</summary>
public sealed record EtaxParty
{
    /// <summary>Stands for a foreigner's number (외국인); the passport or registration number itself stands in the remarks.</summary>
    public const string ForeignerNumber = "9999999999999";

    /// <summary>등록번호 without hyphens: 10 digits, of a recipient also 13.</summary>
    public required string RegistrationNumber { get; init; }

    /// <summary>What the number is; of the recipient only, and required there.</summary>
    public EtaxRecipientKind? Kind { get; init; }

    /// <summary>종사업장번호, four digits.</summary>
    public string? SubPlaceNumber { get; init; }

    /// <summary>상호(법인명), at most 70 characters.</summary>
    public required string CompanyName { get; init; }

    /// <summary>성명(대표자), at most 30 characters.</summary>
    public required string RepresentativeName { get; init; }

    /// <summary>사업장 주소, at most 150 characters.</summary>
    public string? Address { get; init; }

    /// <summary>업태, at most 40 characters.</summary>
    public string? BusinessType { get; init; }

    /// <summary>종목, at most 40 characters.</summary>
    public string? BusinessItem { get; init; }

    public EtaxContact? Contact { get; init; }

    /// <summary>Of the recipient only.</summary>
    public EtaxContact? SecondContact { get; init; }
}

/// <summary>담당자. At least one of the four must be there, else leave out the contact itself.</summary>
public sealed record EtaxContact
{
    /// <summary>담당부서, at most 40 characters.</summary>
    public string? Department { get; init; }

    /// <summary>담당자 성명, at most 30 characters.</summary>
    public string? Name { get; init; }

    /// <summary>전화번호, at most 20 characters.</summary>
    public string? Phone { get; init; }

    /// <summary>이메일, at most 40 characters.</summary>
    public string? Email { get; init; }

    internal bool IsEmpty => string.IsNullOrEmpty(Department) && string.IsNullOrEmpty(Name) && string.IsNullOrEmpty(Phone) && string.IsNullOrEmpty(Email);
}
