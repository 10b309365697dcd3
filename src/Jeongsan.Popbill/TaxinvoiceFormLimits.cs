namespace Jeongsan.Popbill;

/// <summary>Lengths and forms of a tax invoice's fields. What must be filled in is Popbill's to say: it depends on the call.</summary>
internal static class TaxinvoiceFormLimits
{
    public static void Check(TaxinvoiceForm form, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(form);
        PopbillLimits.OptionalDay(prefix + "writeDate", form.WriteDate);
        PopbillLimits.OptionalKey(prefix + "invoicerMgtKey", form.InvoicerMgtKey);
        PopbillLimits.OptionalKey(prefix + "invoiceeMgtKey", form.InvoiceeMgtKey);
        PopbillLimits.OptionalKey(prefix + "trusteeMgtKey", form.TrusteeMgtKey);
        PopbillLimits.OptionalKey(prefix + "dealInvoiceMgtKey", form.DealInvoiceMgtKey);
        foreach (var (field, text, max) in (IEnumerable<(string, string?, int)>)[.. Head(form), .. Invoicer(form), .. Invoicee(form), .. Trustee(form)])
        {
            PopbillLimits.Length(prefix + field, text, max);
        }
        if (form.Kwon is < 0 or > short.MaxValue) throw PopbillLimits.Problem(prefix + "kwon", PopbillFieldRule.BadForm, short.MaxValue);
        if (form.Ho is < 0 or > short.MaxValue) throw PopbillLimits.Problem(prefix + "ho", PopbillFieldRule.BadForm, short.MaxValue);
        if (form.ModifyCode is < 1 or > 6) throw PopbillLimits.Problem(prefix + "modifyCode", PopbillFieldRule.BadForm, 6);
        if (form.DetailList is { Count: > 0 } lines) Lines(prefix + "detailList", lines);
        if (form.AddContactList is { Count: > 0 } contacts) Contacts(prefix + "addContactList", contacts);
    }

    private static void Lines(string list, IReadOnlyList<TaxinvoiceLine> lines)
    {
        PopbillLimits.Count(list, lines, PopbillLimits.LinesCountMax);
        var seen = new HashSet<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, at) = (lines[i], $"{list}[{i}].");
            if (line.SerialNum is < 1 or > PopbillLimits.LinesCountMax) throw PopbillLimits.Problem(at + "serialNum", PopbillFieldRule.BadForm, PopbillLimits.LinesCountMax);
            if (!seen.Add(line.SerialNum)) throw PopbillLimits.Problem(at + "serialNum", PopbillFieldRule.Repeated);
            PopbillLimits.OptionalDay(at + "purchaseDT", line.PurchaseDT);
            PopbillLimits.Length(at + "itemName", line.ItemName, 100);
            PopbillLimits.Length(at + "spec", line.Spec, 60);
            PopbillLimits.Length(at + "qty", line.Qty, 12);
            PopbillLimits.Length(at + "unitCost", line.UnitCost, 18);
            PopbillLimits.Length(at + "supplyCost", line.SupplyCost, 18);
            PopbillLimits.Length(at + "tax", line.Tax, 18);
            PopbillLimits.Length(at + "remark", line.Remark, 100);
        }
    }

    private static void Contacts(string list, IReadOnlyList<TaxinvoiceContact> contacts)
    {
        PopbillLimits.Count(list, contacts, PopbillLimits.ContactsCountMax);
        var seen = new HashSet<int>();
        for (var i = 0; i < contacts.Count; i++)
        {
            var at = $"{list}[{i}].";
            if (!seen.Add(contacts[i].SerialNum)) throw PopbillLimits.Problem(at + "serialNum", PopbillFieldRule.Repeated);
            PopbillLimits.RequiredLength(at + "email", contacts[i].Email, 100);
            PopbillLimits.Length(at + "contactName", contacts[i].ContactName, 100);
        }
    }

    private static (string, string?, int)[] Head(TaxinvoiceForm f) =>
    [
        ("supplyCostTotal", f.SupplyCostTotal, 18), ("taxTotal", f.TaxTotal, 18), ("totalAmount", f.TotalAmount, 18), ("cash", f.Cash, 18), ("chkBill", f.ChkBill, 18),
        ("credit", f.Credit, 18), ("note", f.Note, 18), ("serialNum", f.SerialNum, 30), ("remark1", f.Remark1, 150), ("remark2", f.Remark2, 150), ("remark3", f.Remark3, 150),
        ("orgNTSConfirmNum", f.OrgNTSConfirmNum, 24), ("originalTaxinvoiceKey", f.OriginalTaxinvoiceKey, 18), ("memo", f.Memo, PopbillLimits.MemoLengthMax), ("emailSubject", f.EmailSubject, PopbillLimits.EmailSubjectLengthMax),
    ];

    private static (string, string?, int)[] Invoicer(TaxinvoiceForm f) =>
    [
        ("invoicerCorpNum", f.InvoicerCorpNum, 10), ("invoicerTaxRegID", f.InvoicerTaxRegID, 4), ("invoicerCorpName", f.InvoicerCorpName, 200), ("invoicerCEOName", f.InvoicerCEOName, 100),
        ("invoicerAddr", f.InvoicerAddr, 300), ("invoicerBizType", f.InvoicerBizType, 100), ("invoicerBizClass", f.InvoicerBizClass, 100), ("invoicerContactName", f.InvoicerContactName, 100),
        ("invoicerDeptName", f.InvoicerDeptName, 100), ("invoicerTEL", f.InvoicerTEL, 20), ("invoicerHP", f.InvoicerHP, 20), ("invoicerEmail", f.InvoicerEmail, 100),
    ];

    private static (string, string?, int)[] Invoicee(TaxinvoiceForm f) =>
    [
        ("invoiceeCorpNum", f.InvoiceeCorpNum, 13), ("invoiceeTaxRegID", f.InvoiceeTaxRegID, 4), ("invoiceeCorpName", f.InvoiceeCorpName, 200), ("invoiceeCEOName", f.InvoiceeCEOName, 100),
        ("invoiceeAddr", f.InvoiceeAddr, 300), ("invoiceeBizType", f.InvoiceeBizType, 100), ("invoiceeBizClass", f.InvoiceeBizClass, 100),
        ("invoiceeContactName1", f.InvoiceeContactName1, 100), ("invoiceeDeptName1", f.InvoiceeDeptName1, 100), ("invoiceeTEL1", f.InvoiceeTEL1, 20), ("invoiceeHP1", f.InvoiceeHP1, 20), ("invoiceeEmail1", f.InvoiceeEmail1, 100),
        ("invoiceeContactName2", f.InvoiceeContactName2, 100), ("invoiceeDeptName2", f.InvoiceeDeptName2, 100), ("invoiceeTEL2", f.InvoiceeTEL2, 20), ("invoiceeHP2", f.InvoiceeHP2, 20), ("invoiceeEmail2", f.InvoiceeEmail2, 100),
    ];

    private static (string, string?, int)[] Trustee(TaxinvoiceForm f) =>
    [
        ("trusteeCorpNum", f.TrusteeCorpNum, 10), ("trusteeTaxRegID", f.TrusteeTaxRegID, 4), ("trusteeCorpName", f.TrusteeCorpName, 200), ("trusteeCEOName", f.TrusteeCEOName, 100),
        ("trusteeAddr", f.TrusteeAddr, 300), ("trusteeBizType", f.TrusteeBizType, 100), ("trusteeBizClass", f.TrusteeBizClass, 100), ("trusteeContactName", f.TrusteeContactName, 100),
        ("trusteeDeptName", f.TrusteeDeptName, 100), ("trusteeTEL", f.TrusteeTEL, 20), ("trusteeHP", f.TrusteeHP, 20), ("trusteeEmail", f.TrusteeEmail, 100),
    ];
}
