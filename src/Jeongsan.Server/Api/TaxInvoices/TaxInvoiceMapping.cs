using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.TaxInvoices;

/// <summary>Tax invoices from the domain to the wire.</summary>
internal static class TaxInvoiceMapping
{
    public static B2bTaxInvoice Write(TaxInvoice invoice, DateOnly today) => new()
    {
        Id = invoice.Id.Value,
        Status = Code.Of(invoice.Status).As<B2bTaxInvoiceStatus>(),
        TaxationType = Code.Of(invoice.Taxation).As<B2bTaxInvoiceTaxationType>(),
        DocumentModificationType = Code.Of(invoice.Document).As<B2bTaxInvoiceDocumentModificationType>(),
        IsDelayed = invoice.IsDelayed(today),
        IssuanceType = Code.Of(invoice.Issuance).As<B2bTaxInvoiceIssuanceType>(),
        BulkTaxInvoiceId = invoice.BulkTaxInvoiceId?.Value,
        SerialNumber = invoice.Content.SerialNumber,
        BookVolume = invoice.Content.BookVolume,
        BookIssue = invoice.Content.BookIssue,
        WriteDate = invoice.WriteDate,
        IssuanceDueDate = invoice.IssuanceDueDate,
        PurposeType = Code.Of(invoice.Purpose).As<B2bTaxInvoicePurposeType>(),
        TotalSupplyAmount = invoice.TotalSupplyAmount.Value,
        TotalTaxAmount = invoice.TotalTaxAmount.Value,
        TotalAmount = invoice.TotalAmount.Value,
        CashAmount = invoice.Content.PaymentMeans?.Cash?.Value,
        CheckAmount = invoice.Content.PaymentMeans?.Check?.Value,
        CreditAmount = invoice.Content.PaymentMeans?.Credit?.Value,
        NoteAmount = invoice.Content.PaymentMeans?.Note?.Value,
        Remarks = invoice.Content.Remarks,
        SupplierDocumentKey = invoice.SupplierDocumentKey,
        Supplier = Write(invoice.Content.Supplier, invoice.SupplierCounterpartyId),
        RecipientDocumentKey = invoice.RecipientDocumentKey,
        Recipient = Write(invoice.Content.Recipient, invoice.RecipientCounterpartyId),
        SendSms = invoice.Content.SendSms,
        Modification = invoice.Content.Amendment is { } amendment
            ? new B2bTaxInvoiceModification
            {
                Type = Code.Of(amendment.Reason).As<B2bTaxInvoiceModificationType>(),
                OriginalNtsApprovalNumber = amendment.OriginalNtsApprovalNumber,
                OriginalTaxInvoiceId = amendment.OriginalTaxInvoiceId.Value,
                RootTaxInvoiceId = amendment.RootTaxInvoiceId.Value,
            }
            : null,
        Items = [.. invoice.Content.Items.Select(Write)],
        AdditionalContacts = [.. invoice.Content.AdditionalContacts.Select(contact => new B2bTaxInvoiceAdditionalContact { Name = contact.Name, Email = contact.Email, PhoneNumber = contact.PhoneNumber })],
        Memo = invoice.Memo,
        DraftedAt = invoice.DraftedAt,
        RequestedAt = invoice.RequestedAt,
        IssuedAt = invoice.IssuedAt,
        StatusUpdatedAt = invoice.StatusUpdatedAt,
        NtsSentAt = invoice.NtsSentAt,
        NtsApprovalNumber = invoice.NtsApprovalNumber,
        NtsResult = invoice.NtsResult,
        NtsResultCode = invoice.NtsResultCode,
        NtsResultReceivedAt = invoice.NtsResultReceivedAt,
        DeletedAt = invoice.DeletedAt,
    };

    public static B2bTaxInvoiceSummary WriteSummary(TaxInvoice invoice, B2bCompanyStateBusinessStatus? recipientStatus, DateOnly today) => new()
    {
        Id = invoice.Id.Value,
        TaxationType = Code.Of(invoice.Taxation).As<B2bTaxInvoiceTaxationType>(),
        DocumentModificationType = Code.Of(invoice.Document).As<B2bTaxInvoiceDocumentModificationType>(),
        IsDelayed = invoice.IsDelayed(today),
        IssuanceType = Code.Of(invoice.Issuance).As<B2bTaxInvoiceIssuanceType>(),
        BulkTaxInvoiceId = invoice.BulkTaxInvoiceId?.Value,
        PayoutId = invoice.PayoutId?.Value,
        TotalSupplyAmount = invoice.TotalSupplyAmount.Value,
        TotalTaxAmount = invoice.TotalTaxAmount.Value,
        TotalAmount = invoice.TotalAmount.Value,
        PurposeType = Code.Of(invoice.Purpose).As<B2bTaxInvoicePurposeType>(),
        SupplierBrn = invoice.SupplierBrn.Value,
        SupplierName = invoice.SupplierName,
        SupplierRepresentativeName = invoice.Content.Supplier.RepresentativeName,
        SupplierDocumentKey = invoice.SupplierDocumentKey,
        SupplierCounterpartyId = invoice.SupplierCounterpartyId,
        RecipientBrn = invoice.RecipientBrn.Value,
        RecipientName = invoice.RecipientName,
        RecipientRepresentativeName = invoice.Content.Recipient.RepresentativeName,
        RecipientDocumentKey = invoice.RecipientDocumentKey,
        RecipientCounterpartyId = invoice.RecipientCounterpartyId,
        RecipientBusinessStatus = recipientStatus,
        WriteDate = invoice.WriteDate,
        IssuanceDueDate = invoice.IssuanceDueDate,
        Status = Code.Of(invoice.Status).As<B2bTaxInvoiceStatus>(),
        DraftedAt = invoice.DraftedAt,
        RequestedAt = invoice.RequestedAt,
        IssuedAt = invoice.IssuedAt,
        OpenedAt = invoice.OpenedAt,
        StatusUpdatedAt = invoice.StatusUpdatedAt,
        NtsSentAt = invoice.NtsSentAt,
        NtsApprovalNumber = invoice.NtsApprovalNumber,
        NtsResult = invoice.NtsResult,
        NtsResultReceivedAt = invoice.NtsResultReceivedAt,
        NtsResultCode = invoice.NtsResultCode,
        Memo = invoice.Memo,
        Items = [.. invoice.Content.Items.Select(Write)],
    };

    private static B2bTaxInvoiceCompany Write(TaxInvoiceParty party, string? counterpartyId) => new()
    {
        Brn = party.Brn.Value,
        CounterpartyId = counterpartyId,
        TaxRegistrationId = party.TaxRegistrationId,
        Name = party.Name,
        RepresentativeName = party.RepresentativeName,
        Address = party.Address,
        BusinessType = party.BusinessType,
        BusinessClass = party.BusinessClass,
        Contact = party.Contact is { } contact
            ? new B2bTaxInvoiceContact
            {
                Name = contact.Name,
                Department = contact.Department,
                PhoneNumber = contact.PhoneNumber,
                MobilePhoneNumber = contact.MobilePhoneNumber,
                Email = contact.Email,
            }
            : null,
    };

    private static B2bTaxInvoiceItem Write(TaxInvoiceItem item) => new()
    {
        PurchaseDate = item.PurchaseDate,
        Name = item.Name,
        Spec = item.Spec,
        Quantity = Write(item.Quantity),
        UnitCostAmount = Write(item.UnitCost),
        SupplyCostAmount = item.SupplyCost?.Value,
        TaxAmount = item.Tax?.Value,
        Remark = item.Remark,
    };

    private static UnscaledDecimal? Write(ScaledNumber? number) =>
        number is { } value ? new UnscaledDecimal { Value = value.Unscaled, Scale = value.Scale } : null;
}
