using System.Globalization;
using Jeongsan.Etax;

namespace Jeongsan.Popbill.Emulator.TaxInvoices;

/// <summary>The NTS document of an invoice.</summary>
internal static class InvoiceDocument
{
    public static EtaxInvoice Of(Invoice invoice, string? approvalNumber, DateTimeOffset? issuedAt)
    {
        var f = invoice.Form;
        return new EtaxInvoice
        {
            ManagementId = invoice.ItemKey,
            IssuedAt = issuedAt,
            ApprovalNumber = approvalNumber,
            Kind = KindOf(f),
            Class = ClassOf(f),
            Remarks = [.. new[] { f.Remark1, f.Remark2, f.Remark3 }.OfType<string>()],
            WriteDate = Day(f.WriteDate)!.Value,
            AmendmentReason = f.ModifyCode is { } code ? (EtaxAmendmentReason)code : null,
            // 없음 has no code in the standard; the document then says 청구.
            Purpose = f.PurposeType == "영수" ? EtaxPurpose.Receipt : EtaxPurpose.Charge,
            OriginalApprovalNumber = f.ModifyCode is null ? null : f.OrgNTSConfirmNum,
            Supplier = Supplier(f),
            Recipient = Recipient(f),
            Broker = f.IssueType == "위수탁" ? Broker(f) : null,
            Payments = [.. Payments(f)],
            SupplyTotal = InvoiceRules.Won(f.SupplyCostTotal)!.Value,
            TaxTotal = InvoiceRules.Won(f.TaxTotal)!.Value,
            GrandTotal = InvoiceRules.Won(f.TotalAmount)!.Value,
            Lines = [.. Lines(f)],
        };
    }

    private static EtaxKind KindOf(InvoiceForm f) => (f.TaxType == "면세", f.ModifyCode is not null) switch
    {
        (false, false) => EtaxKind.TaxInvoice,
        (false, true) => EtaxKind.AmendedTaxInvoice,
        (true, false) => EtaxKind.TaxFreeInvoice,
        (true, true) => EtaxKind.AmendedTaxFreeInvoice,
    };

    private static EtaxClass ClassOf(InvoiceForm f) => (f.TaxType == "영세", f.IssueType == "위수탁") switch
    {
        (false, false) => EtaxClass.General,
        (true, false) => EtaxClass.ZeroRated,
        (false, true) => EtaxClass.Consigned,
        (true, true) => EtaxClass.ZeroRatedConsigned,
    };

    private static EtaxParty Supplier(InvoiceForm f) => new()
    {
        RegistrationNumber = f.InvoicerCorpNum!,
        SubPlaceNumber = f.InvoicerTaxRegID,
        CompanyName = f.InvoicerCorpName!,
        RepresentativeName = f.InvoicerCEOName!,
        Address = Cut(f.InvoicerAddr, EtaxLimits.AddressMax),
        BusinessType = Cut(f.InvoicerBizType, EtaxLimits.BusinessTypeMax),
        BusinessItem = Cut(f.InvoicerBizClass, EtaxLimits.BusinessItemMax),
        Contact = Contact(f.InvoicerDeptName, f.InvoicerContactName, f.InvoicerTEL, f.InvoicerEmail),
    };

    private static EtaxParty Recipient(InvoiceForm f) => new()
    {
        RegistrationNumber = f.InvoiceeCorpNum!,
        SubPlaceNumber = f.InvoiceeTaxRegID,
        CompanyName = f.InvoiceeCorpName!,
        RepresentativeName = f.InvoiceeCEOName!,
        Address = Cut(f.InvoiceeAddr, EtaxLimits.AddressMax),
        BusinessType = Cut(f.InvoiceeBizType, EtaxLimits.BusinessTypeMax),
        BusinessItem = Cut(f.InvoiceeBizClass, EtaxLimits.BusinessItemMax),
        Kind = f.InvoiceeType switch { "개인" => EtaxRecipientKind.Resident, "외국인" => EtaxRecipientKind.Foreigner, _ => EtaxRecipientKind.Business },
        Contact = Contact(f.InvoiceeDeptName1, f.InvoiceeContactName1, f.InvoiceeTEL1, f.InvoiceeEmail1),
        SecondContact = Contact(f.InvoiceeDeptName2, f.InvoiceeContactName2, f.InvoiceeTEL2, f.InvoiceeEmail2),
    };

    private static EtaxParty Broker(InvoiceForm f) => new()
    {
        RegistrationNumber = f.TrusteeCorpNum!,
        SubPlaceNumber = f.TrusteeTaxRegID,
        CompanyName = f.TrusteeCorpName!,
        RepresentativeName = f.TrusteeCEOName!,
        Address = Cut(f.TrusteeAddr, EtaxLimits.AddressMax),
        BusinessType = Cut(f.TrusteeBizType, EtaxLimits.BusinessTypeMax),
        BusinessItem = Cut(f.TrusteeBizClass, EtaxLimits.BusinessItemMax),
        Contact = Contact(f.TrusteeDeptName, f.TrusteeContactName, f.TrusteeTEL, f.TrusteeEmail),
    };

    private static EtaxContact? Contact(string? department, string? name, string? phone, string? email) =>
        department is null && name is null && phone is null && email is null ? null : new EtaxContact { Department = Cut(department, EtaxLimits.DepartmentMax), Name = Cut(name, EtaxLimits.ContactNameMax), Phone = phone, Email = email };

    private static IEnumerable<EtaxPayment> Payments(InvoiceForm f)
    {
        (EtaxPaymentKind Kind, string? Text)[] all = [(EtaxPaymentKind.Cash, f.Cash), (EtaxPaymentKind.Cheque, f.ChkBill), (EtaxPaymentKind.PromissoryNote, f.Note), (EtaxPaymentKind.Credit, f.Credit)];
        return all.Where(p => InvoiceRules.Won(p.Text) is not null and not 0).Select(p => new EtaxPayment(p.Kind, InvoiceRules.Won(p.Text)!.Value));
    }

    private static IEnumerable<EtaxLine> Lines(InvoiceForm f)
    {
        // The standard wants at least one line; Popbill takes none.
        if (f.DetailList is not { Count: > 0 } lines) return [new EtaxLine { SupplyDate = Day(f.WriteDate), SupplyAmount = InvoiceRules.Won(f.SupplyCostTotal), TaxAmount = InvoiceRules.Won(f.TaxTotal) }];
        return lines.OrderBy(l => l.SerialNum).Select(l => new EtaxLine
        {
            SupplyDate = Day(l.PurchaseDT) ?? Day(f.WriteDate),
            Name = l.ItemName,
            Specification = l.Spec,
            Quantity = Hundredths.TryParse(l.Qty, out var quantity) ? quantity : null,
            UnitPrice = Hundredths.TryParse(l.UnitCost, out var price) ? price : null,
            SupplyAmount = InvoiceRules.Won(l.SupplyCost),
            TaxAmount = f.TaxType == "면세" ? null : InvoiceRules.Won(l.Tax),
            Remark = l.Remark,
        });
    }

    /// <summary>Popbill takes longer texts than the standard has room for; what is not required by law is cut.</summary>
    private static string? Cut(string? text, int lengthMax) => text is null || EtaxLimits.LengthOf(text) <= lengthMax ? text : string.Concat(text.EnumerateRunes().Take(lengthMax));

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
