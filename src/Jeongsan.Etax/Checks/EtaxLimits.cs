namespace Jeongsan.Etax;

/// <summary>The standard's lengths and counts. Lengths are taken to count characters: which unit the schema means is not published.</summary>
public static class EtaxLimits
{
    public const int LineCountMax = 99;
    public const int RemarkCountMax = 3;
    public const int PaymentCountMax = 4;
    public const int ManagementIdMax = 24;
    public const int RemarkMax = 150;
    public const int CompanyNameMax = 70;
    public const int RepresentativeNameMax = 30;
    public const int BusinessTypeMax = 40;
    public const int BusinessItemMax = 40;
    public const int AddressMax = 150;
    public const int DepartmentMax = 40;
    public const int ContactNameMax = 30;
    public const int PhoneMax = 20;
    public const int EmailMax = 40;
    public const int LineNameMax = 100;
    public const int SpecificationMax = 60;
    public const int LineRemarkMax = 100;

    /// <summary>Every amount, in won, stays within ± this, so that a document's sums cannot overflow.</summary>
    public const long AmountMax = 999_999_999_999_999;

    /// <summary>How long the standard takes a text to be: the one place that counts.</summary>
    public static int LengthOf(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes()) length++;
        return length;
    }
}
