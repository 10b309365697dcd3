using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.TaxInvoices;

/// <summary>What an amendment (수정세금계산서) must have in common with its original.</summary>
internal static class AmendmentRules
{
    public static PopbillError? Check(EmulatorSession db, InvoiceForm f)
    {
        if (f.ModifyCode is null) return null;
        if (f.OrgNTSConfirmNum is null) return new(-11004011, "당초 국세청승인번호가 없습니다.");
        if (f.OrgNTSConfirmNum.Length != 24) return new(-11004010, "당초 국세청승인번호 형식이 올바르지 않습니다.");
        var itemKey = db.Text("SELECT item_key FROM approvals WHERE number = $0", f.OrgNTSConfirmNum);
        if (itemKey is null || InvoiceTable.ByItemKey(db, itemKey) is not { } original) return new(-11001055, "당초 세금계산서가 없습니다.");
        if (original.State != 304) return new(-11001056, "당초 세금계산서가 국세청에 전송되지 않았습니다.");
        if (original.Form.InvoicerCorpNum != f.InvoicerCorpNum) return new(-11001104, "공급자가 당초 세금계산서와 다릅니다.");
        if (original.Issuer != (f.IssueType == "위수탁" ? f.TrusteeCorpNum : f.InvoicerCorpNum)) return new(-11001057, "발행자가 당초 세금계산서와 다릅니다.");
        if (original.Form.TaxType == "면세" && f.TaxType != "면세") return new(-11001080, "면세 계산서는 면세로만 수정할 수 있습니다.");
        if (original.Form.TaxType != "면세" && f.TaxType == "면세") return new(-11001081, "과세와 영세는 서로만 바꿀 수 있습니다.");
        if (f.ModifyCode is 5 && original.Form.WriteDate != f.WriteDate) return new(-11002052, "작성일자가 당초 세금계산서와 같아야 합니다.");
        // Only the negative document of an amendment is bounded by the original.
        return InvoiceRules.Won(f.TotalAmount) is < 0 and { } total && Math.Abs(total) > Math.Abs(InvoiceRules.Won(original.Form.TotalAmount) ?? 0)
            ? new(-11001118, "당초 세금계산서의 금액을 넘을 수 없습니다.")
            : null;
    }
}
