using System.Text.Json;
using System.Text.Json.Nodes;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.TaxInvoices;

/// <summary>Invoices as Popbill answers them: TaxinvoiceInfo and the detail object.</summary>
internal static class InvoiceShapes
{
    public static object Info(Invoice i) => new
    {
        itemKey = i.ItemKey,
        taxType = i.Form.TaxType,
        writeDate = i.Form.WriteDate,
        regDT = i.Facts.RegDT,
        issueType = i.Form.IssueType,
        supplyCostTotal = i.Form.SupplyCostTotal,
        taxTotal = i.Form.TaxTotal,
        purposeType = i.Form.PurposeType,
        issueDT = i.Facts.IssueDT,
        lateIssueYN = i.Facts.LateIssue,
        preIssueDT = (string?)null,
        openYN = i.Facts.Opened,
        openDT = i.Facts.OpenDT,
        stateMemo = i.Facts.StateMemo,
        stateCode = i.State,
        stateDT = i.Facts.StateDT,
        ntsconfirmNum = i.Facts.NtsConfirmNum,
        ntsresult = i.Facts.NtsResult,
        ntssendDT = i.Facts.NtsSendDT,
        ntsresultDT = i.Facts.NtsResultDT,
        ntssendErrCode = i.Facts.NtsErrCode,
        modifyCode = i.Form.ModifyCode,
        interOPYN = false,
        invoicerCorpName = i.Form.InvoicerCorpName,
        invoicerCorpNum = i.Form.InvoicerCorpNum,
        invoicerMgtKey = i.Form.InvoicerMgtKey,
        invoicerPrintYN = false,
        invoiceeCorpName = i.Form.InvoiceeCorpName,
        invoiceeCorpNum = i.Form.InvoiceeCorpNum,
        invoiceeMgtKey = i.Form.InvoiceeMgtKey,
        invoiceePrintYN = false,
        trusteeCorpName = i.Form.TrusteeCorpName,
        trusteeCorpNum = i.Form.TrusteeCorpNum,
        trusteeMgtKey = i.Form.TrusteeMgtKey,
        trusteePrintYN = false,
        closeDownState = i.Facts.CloseDownState,
        closeDownStateDate = i.Facts.CloseDownStateDate,
    };

    public static object Detail(Invoice i)
    {
        var detail = JsonSerializer.SerializeToNode(i.Form with { Memo = null, EmailSubject = null, ForceIssue = null, NtsconfirmNum = i.Facts.NtsConfirmNum }, LenientJson.Options)!.AsObject();
        foreach (var name in (string[])["memo", "emailSubject", "forceIssue"]) detail.Remove(name);
        // Flags that a client reads as plain booleans are never null.
        foreach (var (name, value) in detail.Where(p => p.Key.EndsWith("YN", StringComparison.Ordinal) && p.Value is null).ToList()) detail[name] = JsonValue.Create(false);
        detail["closeDownState"] = i.Facts.CloseDownState;
        detail["closeDownStateDate"] = i.Facts.CloseDownStateDate;
        return detail;
    }
}
