using Jeongsan.Application.SupplierDesk;

namespace Jeongsan.Server.Api.SupplierDesk;

/// <summary>What a supplier sees, to the wire.</summary>
internal static class SupplierDeskMapping
{
    public static GetSupplierLinkResponse Write(SupplierLinkView link) => new()
    {
        Kind = SupplierLinkKindCode.Approval,
        Platform = Write(link.Platform),
        SupplierName = link.SupplierName,
        LinkExpires = link.LinkExpires,
        Subject = link.Subject,
        State = Code.Of(link.State).As<SupplierInvoiceStateCode>(),
        TotalAmount = link.TotalAmountWon,
        Deadline = link.Deadline,
    };

    public static GetSupplierLinkResponse Write(CertificateLinkView link) => new()
    {
        Kind = SupplierLinkKindCode.Certificate,
        Platform = Write(link.Platform),
        SupplierName = link.SupplierName,
        LinkExpires = link.LinkExpires,
    };

    public static SupplierTaxInvoiceResponse Write(SupplierInvoiceView invoice) => new()
    {
        State = Code.Of(invoice.State).As<SupplierInvoiceStateCode>(),
        Subject = invoice.Subject,
        WriteDate = invoice.WriteDate,
        SupplyAmount = invoice.SupplyAmountWon,
        TaxAmount = invoice.TaxAmountWon,
        TotalAmount = invoice.TotalAmountWon,
        IsTaxFree = invoice.IsTaxFree,
        IsReceipt = invoice.IsReceipt,
        Supplier = Write(invoice.Supplier),
        Recipient = Write(invoice.Recipient),
        Lines =
        [
            .. invoice.Lines.Select(line => new SupplierInvoiceLineView
            {
                Date = line.Date,
                Name = line.Item,
                Specification = line.Specification,
                Quantity = line.Quantity,
                UnitPrice = line.UnitPrice,
                SupplyAmount = line.SupplyAmountWon,
                TaxAmount = line.TaxAmountWon,
                Remark = line.Remark,
            }),
        ],
        Remark = invoice.Remark,
        Deadline = invoice.Deadline,
        Amendment = invoice.AmendmentWords,
        WaitsFor = invoice.WaitsFor,
        ApprovalNumber = invoice.ApprovalNumber,
        TransmissionDate = invoice.TransmissionDate,
        IsSentToNts = invoice.IsSentToNts,
        RefusalReason = invoice.RefusalReason,
        LastProblem = invoice.LastProblem,
        Settlements = [.. invoice.Settlements.Select(line => new SupplierSettlementView { Label = line.Label, Date = line.Date, Amount = line.AmountWon })],
        OtherWaitingCount = invoice.OtherWaitingCount,
    };

    public static GetSupplierCertificateResponse Write(SupplierCertificateView certificate) => new()
    {
        IsRegistered = certificate.IsRegistered,
        Expires = certificate.Expires,
        RegistrationUrl = certificate.RegistrationUrl.AbsoluteUri,
    };

    private static SupplierPlatformView Write(SupplierPlatform platform) => new() { Name = platform.Name, ContactEmail = platform.ContactEmail, ContactPhone = platform.ContactPhone };

    private static SupplierPartyView Write(SupplierInvoiceParty party) => new()
    {
        BusinessRegistrationNumber = party.BusinessNumber,
        TaxRegistrationId = party.BranchNumber,
        Name = party.Name,
        RepresentativeName = party.Representative,
        Address = party.Address,
        BusinessType = party.BusinessType,
        BusinessClass = party.BusinessItem,
        Email = party.Email,
    };
}
