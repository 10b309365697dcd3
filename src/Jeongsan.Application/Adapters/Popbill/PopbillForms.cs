using System.Globalization;
using System.Security.Cryptography;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Popbill;

namespace Jeongsan.Application.Adapters.Popbill;

/// <summary>Our invoice in the words of the ASP's protocol.</summary>
internal static class PopbillForms
{
    public static TaxinvoiceForm Of(TaxInvoice invoice)
    {
        var content = invoice.Content;
        var supplier = content.Supplier;
        var recipient = content.Recipient;
        return new TaxinvoiceForm
        {
            WriteDate = Date(content.WriteDate),
            IssueType = content.Issuance == TaxInvoiceIssuance.Reverse ? "역발행" : "정발행",
            // The platform asks for the document, so the platform pays for it.
            ChargeDirection = content.Issuance == TaxInvoiceIssuance.Reverse ? "역과금" : "정과금",
            PurposeType = Purpose(content.Purpose),
            TaxType = Taxation(content.Taxation),
            SupplyCostTotal = Amount(content.TotalSupply),
            TaxTotal = Amount(content.TotalTax),
            TotalAmount = Amount(content.TotalAmount),
            Cash = Amount(content.PaymentMeans?.Cash),
            ChkBill = Amount(content.PaymentMeans?.Check),
            Credit = Amount(content.PaymentMeans?.Credit),
            Note = Amount(content.PaymentMeans?.Note),
            SerialNum = content.SerialNumber,
            Kwon = content.BookVolume,
            Ho = content.BookIssue,
            ModifyCode = content.Amendment is { } amendment ? AmendmentCode(amendment.Reason) : null,
            OrgNTSConfirmNum = content.Amendment?.OriginalNtsApprovalNumber,
            Remark1 = content.Remarks.ElementAtOrDefault(0),
            Remark2 = content.Remarks.ElementAtOrDefault(1),
            Remark3 = content.Remarks.ElementAtOrDefault(2),
            InvoicerCorpNum = supplier.Brn.Value,
            InvoicerMgtKey = invoice.SupplierDocumentKey,
            InvoicerTaxRegID = supplier.TaxRegistrationId,
            InvoicerCorpName = supplier.Name,
            InvoicerCEOName = supplier.RepresentativeName,
            InvoicerAddr = supplier.Address,
            InvoicerBizType = supplier.BusinessType,
            InvoicerBizClass = supplier.BusinessClass,
            InvoicerContactName = supplier.Contact?.Name,
            InvoicerTEL = supplier.Contact?.PhoneNumber,
            InvoicerHP = supplier.Contact?.MobilePhoneNumber,
            InvoicerEmail = supplier.Contact?.Email,
            InvoicerDeptName = supplier.Contact?.Department,
            // A text message goes to the other side: on issue to the recipient, on a request to the supplier.
            InvoicerSMSSendYN = content.Issuance == TaxInvoiceIssuance.Normal ? content.SendSms : null,
            InvoiceeSMSSendYN = content.Issuance == TaxInvoiceIssuance.Reverse ? content.SendSms : null,
            InvoiceeType = "사업자",
            InvoiceeCorpNum = recipient.Brn.Value,
            InvoiceeMgtKey = invoice.RecipientDocumentKey,
            InvoiceeTaxRegID = recipient.TaxRegistrationId,
            InvoiceeCorpName = recipient.Name,
            InvoiceeCEOName = recipient.RepresentativeName,
            InvoiceeAddr = recipient.Address,
            InvoiceeBizType = recipient.BusinessType,
            InvoiceeBizClass = recipient.BusinessClass,
            InvoiceeDeptName1 = recipient.Contact?.Department,
            InvoiceeContactName1 = recipient.Contact?.Name,
            InvoiceeTEL1 = recipient.Contact?.PhoneNumber,
            InvoiceeHP1 = recipient.Contact?.MobilePhoneNumber,
            InvoiceeEmail1 = recipient.Contact?.Email,
            Memo = invoice.Memo,
            DetailList = [.. content.Items.Index().Select(item => Line(item.Index + 1, item.Item))],
            AddContactList = content.AdditionalContacts.Count == 0 ? null
                : [.. content.AdditionalContacts.Index().Select(one => new TaxinvoiceContact { SerialNum = one.Index + 1, Email = one.Item.Email, ContactName = one.Item.Name })],
        };
    }

    /// <summary>
    /// An amendment can't be reverse-issued there (-11001054): it is written and issued in the supplier's name, at the supplier's
    /// or the partner account's cost (역과금 is for reverse issuance only, -11001006).
    /// </summary>
    public static TaxinvoiceForm Forward(TaxInvoice invoice, bool late) =>
        Of(invoice) with { IssueType = "정발행", ChargeDirection = "정과금", InvoiceeMgtKey = null, ForceIssue = late };

    /// <summary>
    /// A document number (문서번호) for an invoice: at most 24 letters and digits, always the same for the same invoice, so that
    /// after an unknown outcome the ASP can be asked by it.
    /// </summary>
    public static string DocumentKey(Domain.Foundation.Tenant tenant, TaxInvoiceId id)
    {
        var hash = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{tenant.Merchant}\n{tenant.Mode}\n{id.Value}"));
        return "JS" + Convert.ToHexString(hash)[..22];
    }

    private static TaxinvoiceLine Line(int number, TaxInvoiceItem item) => new()
    {
        SerialNum = number,
        PurchaseDT = item.PurchaseDate is { } date ? Date(date) : null,
        ItemName = item.Name,
        Spec = item.Spec,
        Qty = Scaled(item.Quantity),
        UnitCost = Scaled(item.UnitCost),
        SupplyCost = Amount(item.SupplyCost),
        Tax = Amount(item.Tax),
        Remark = item.Remark,
    };

    private static string Date(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Amount(Won amount) => amount.Value.ToString(CultureInfo.InvariantCulture);

    private static string? Amount(Won? amount) => amount is { } stated ? Amount(stated) : null;

    private static string? Scaled(ScaledNumber? number)
    {
        if (number is not { } given)
        {
            return null;
        }
        var digits = Math.Abs(given.Unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(given.Scale + 1, '0');
        var whole = digits[..^given.Scale];
        return (given.Unscaled < 0 ? "-" : "") + (given.Scale == 0 ? digits : $"{whole}.{digits[^given.Scale..]}");
    }

    private static int AmendmentCode(AmendmentReason reason) => reason switch
    {
        AmendmentReason.CorrectionOfEntryErrors => 1,
        AmendmentReason.ChangeInSupplyCost => 2,
        AmendmentReason.Return => 3,
        AmendmentReason.CancellationOfContract => 4,
        AmendmentReason.DuplicateIssuanceDueToError => 6,
        _ => throw new System.Diagnostics.UnreachableException(reason.ToString()),
    };

    private static string Purpose(TaxInvoicePurpose purpose) => purpose switch
    {
        TaxInvoicePurpose.Receipt => "영수",
        TaxInvoicePurpose.Invoice => "청구",
        TaxInvoicePurpose.None => "없음",
        _ => throw new System.Diagnostics.UnreachableException(purpose.ToString()),
    };

    private static string Taxation(TaxInvoiceTaxation taxation) => taxation switch
    {
        TaxInvoiceTaxation.Taxable => "과세",
        TaxInvoiceTaxation.ZeroRated => "영세",
        TaxInvoiceTaxation.Free => "면세",
        _ => throw new System.Diagnostics.UnreachableException(taxation.ToString()),
    };
}
