namespace Jeongsan.Server.Api.Contracts;

internal enum PlatformBusinessStatus
{
    InBusiness,
    Closed,
    Suspended,
}

internal enum PlatformTaxationType
{
    Normal,
    SimpleTaxInvoiceIssuer,
    Simple,
    TaxFree,
    AssignedIdNumber,
    Special,
}
