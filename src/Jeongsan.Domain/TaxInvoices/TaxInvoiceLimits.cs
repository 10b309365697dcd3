namespace Jeongsan.Domain.TaxInvoices;

/// <summary>What the law's form, the NTS's document and the ASP take.</summary>
public static class TaxInvoiceLimits
{
    public const int ItemCountMax = 99;
    public const int RemarkCountMax = 3;
    public const int RemarkLengthMax = 150;
    public const int NameLengthMax = 200;
    public const int RepresentativeNameLengthMax = 100;
    public const int AddressLengthMax = 300;
    public const int BusinessTypeLengthMax = 100;
    public const int ItemNameLengthMax = 100;
    public const int ItemSpecLengthMax = 60;
    public const int ItemRemarkLengthMax = 100;
    public const int AdditionalContactCountMax = 5;
    public const int DocumentKeyLengthMax = 24;
}
