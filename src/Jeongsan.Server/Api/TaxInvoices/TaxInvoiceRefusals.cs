using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.TaxInvoices;

/// <summary>How tax invoices' refusals read on the wire.</summary>
internal static class TaxInvoiceRefusals
{
    public static ApiError Of(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound or TaxInvoiceRefusal.Deleted => new B2bTaxInvoiceNotFoundError(),
        TaxInvoiceRefusal.SupplierNotConnected supplier => new B2bCounterpartyNtsNotConnectedError { Brn = supplier.Brn.Value },
        TaxInvoiceRefusal.NotDrafted => new B2bTaxInvoiceNotDraftedStatusError(),
        TaxInvoiceRefusal.NotRequested => new B2bTaxInvoiceNotRequestedStatusError(),
        TaxInvoiceRefusal.NotIssued => new B2bTaxInvoiceNotIssuedStatusError(),
        TaxInvoiceRefusal.NotDeletable => new B2bTaxInvoiceNonDeletableStatusError(),
        TaxInvoiceRefusal.IssuanceMismatched => new B2bIssuanceTypeMismatchError(),
        TaxInvoiceRefusal.NotInState => Invalid.Field("taxInvoiceKey", "지금 상태의 세금계산서에는 할 수 없는 일이에요. 상태를 확인해 주세요."),
        _ => Invalid.Of(refusal),
    };
}
