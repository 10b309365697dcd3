using System.Diagnostics;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Etax;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>Our invoice as the tax office's document, to be shown in its lawful form. What is signed comes from the agency, not from here.</summary>
public static class EtaxForm
{
    private const int HundredthsScale = 2;

    /// <summary>Every fact that the form prints. An invoice that nobody has issued has no approval number, and its form says so.</summary>
    public static EtaxInvoice Of(TaxInvoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        return Of(invoice.Content) with
        {
            IssuedAt = invoice.IssuedAt,
            ApprovalNumber = invoice.IssuedAt is null ? null : invoice.NtsApprovalNumber,
            ManagementId = invoice.RecipientDocumentKey,
        };
    }

    /// <summary>The same, of an invoice that is only stated yet.</summary>
    public static EtaxInvoice Of(TaxInvoiceContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new EtaxInvoice
        {
            Kind = Kind(content),
            Class = content.Taxation == TaxInvoiceTaxation.ZeroRated ? EtaxClass.ZeroRated : EtaxClass.General,
            WriteDate = content.WriteDate,
            Purpose = Purpose(content.Purpose),
            AmendmentReason = content.Amendment is { } amendment ? Reason(amendment.Reason) : null,
            OriginalApprovalNumber = content.Amendment?.OriginalNtsApprovalNumber,
            Remarks = [.. content.Remarks],
            Supplier = Party(content.Supplier),
            Recipient = Party(content.Recipient) with { Kind = EtaxRecipientKind.Business },
            Payments = [.. Payments(content.PaymentMeans)],
            SupplyTotal = content.TotalSupply.Value,
            TaxTotal = content.TotalTax.Value,
            GrandTotal = content.TotalAmount.Value,
            Lines = [.. content.Items.Select(item => Line(item, content.Taxation))],
        };
    }

    private static EtaxKind Kind(TaxInvoiceContent content) => (content.Taxation == TaxInvoiceTaxation.Free, content.Amendment is not null) switch
    {
        (false, false) => EtaxKind.TaxInvoice,
        (false, true) => EtaxKind.AmendedTaxInvoice,
        (true, false) => EtaxKind.TaxFreeInvoice,
        (true, true) => EtaxKind.AmendedTaxFreeInvoice,
    };

    private static EtaxPurpose? Purpose(TaxInvoicePurpose purpose) => purpose switch
    {
        TaxInvoicePurpose.Receipt => EtaxPurpose.Receipt,
        TaxInvoicePurpose.Invoice => EtaxPurpose.Charge,
        TaxInvoicePurpose.None => null,
        _ => throw new UnreachableException(purpose.ToString()),
    };

    internal static EtaxAmendmentReason Reason(AmendmentReason reason) => reason switch
    {
        AmendmentReason.CorrectionOfEntryErrors => EtaxAmendmentReason.Correction,
        AmendmentReason.ChangeInSupplyCost => EtaxAmendmentReason.SupplyAmountChanged,
        AmendmentReason.Return => EtaxAmendmentReason.Returned,
        AmendmentReason.CancellationOfContract => EtaxAmendmentReason.ContractRescinded,
        AmendmentReason.DuplicateIssuanceDueToError => EtaxAmendmentReason.IssuedByMistake,
        _ => throw new UnreachableException(reason.ToString()),
    };

    private static EtaxParty Party(TaxInvoiceParty party) => new()
    {
        RegistrationNumber = party.Brn.Value,
        SubPlaceNumber = party.TaxRegistrationId,
        CompanyName = party.Name,
        RepresentativeName = party.RepresentativeName,
        Address = party.Address,
        BusinessType = party.BusinessType,
        BusinessItem = party.BusinessClass,
        Contact = party.Contact is { } contact
            ? new EtaxContact { Department = contact.Department, Name = contact.Name, Phone = contact.PhoneNumber ?? contact.MobilePhoneNumber, Email = contact.Email }
            : null,
    };

    private static IEnumerable<EtaxPayment> Payments(TaxInvoicePaymentMeans? means)
    {
        (EtaxPaymentKind Kind, Won? Amount)[] parts =
        [
            (EtaxPaymentKind.Cash, means?.Cash),
            (EtaxPaymentKind.Cheque, means?.Check),
            (EtaxPaymentKind.PromissoryNote, means?.Note),
            (EtaxPaymentKind.Credit, means?.Credit),
        ];
        return parts.Where(part => part.Amount is not null).Select(part => new EtaxPayment(part.Kind, part.Amount!.Value.Value));
    }

    private static EtaxLine Line(TaxInvoiceItem item, TaxInvoiceTaxation taxation) => new()
    {
        SupplyDate = item.PurchaseDate,
        Name = item.Name,
        Specification = item.Spec,
        Quantity = Hundredths(item.Quantity),
        UnitPrice = Hundredths(item.UnitCost),
        SupplyAmount = item.SupplyCost?.Value,
        TaxAmount = taxation == TaxInvoiceTaxation.Free ? null : item.Tax?.Value,
        Remark = item.Remark,
    };

    /// <summary>Two decimals are all that the standard holds; a number with more prints none rather than a rounded one.</summary>
    private static Hundredths? Hundredths(ScaledNumber? number)
    {
        if (number is not { } given)
        {
            return null;
        }
        var value = given.Unscaled;
        for (var scale = given.Scale; scale < HundredthsScale; scale++)
        {
            value *= 10;
        }
        for (var scale = given.Scale; scale > HundredthsScale; scale--)
        {
            if (value % 10 != 0)
            {
                return null;
            }
            value /= 10;
        }
        return new Hundredths(value);
    }
}
