using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.TaxInvoices;

/// <summary>Longest allowed texts of the three parties and the head.</summary>
internal static class InvoiceLengthRules
{
    public static PopbillError? Check(InvoiceForm f)
    {
        (string? Text, int Max, int Code, string Label)[] limits =
        [
            (f.InvoicerContactName, 100, -11001018, "공급자 담당자명"), (f.InvoicerBizType, 100, -11001066, "공급자 업태"), (f.InvoicerBizClass, 100, -11001067, "공급자 종목"),
            (f.InvoicerCorpName, 200, -11001082, "공급자 상호"), (f.InvoicerCEOName, 100, -11001083, "공급자 대표자성명"), (f.InvoicerAddr, 300, -11001084, "공급자 주소"),
            (f.InvoicerTEL, 20, -11001085, "공급자 연락처"), (f.InvoicerEmail, 100, -11001086, "공급자 메일"), (f.Memo, 200, -11001087, "메모"),
            (f.InvoicerDeptName, 100, -11001109, "공급자 부서명"), (f.InvoicerHP, 20, -11001113, "공급자 휴대폰"),
            (f.InvoiceeContactName1, 100, -11001025, "공급받는자 담당자명"), (f.InvoiceeBizType, 100, -11001068, "공급받는자 업태"), (f.InvoiceeBizClass, 100, -11001069, "공급받는자 종목"),
            (f.InvoiceeCorpName, 200, -11001088, "공급받는자 상호"), (f.InvoiceeCEOName, 100, -11001089, "공급받는자 대표자성명"), (f.InvoiceeAddr, 300, -11001090, "공급받는자 주소"),
            (f.InvoiceeTEL1, 20, -11001091, "공급받는자 연락처"), (f.InvoiceeEmail1, 100, -11001092, "공급받는자 메일"), (f.InvoiceeDeptName1, 100, -11001110, "공급받는자 부서명"),
            (f.InvoiceeHP1, 20, -11001114, "공급받는자 휴대폰"), (f.InvoiceeHP2, 20, -11001115, "공급받는자 휴대폰2"),
            (f.TrusteeContactName, 100, -11001032, "수탁자 담당자명"), (f.TrusteeBizType, 100, -11001070, "수탁자 업태"), (f.TrusteeBizClass, 100, -11001071, "수탁자 종목"),
            (f.TrusteeCorpName, 200, -11001094, "수탁자 상호"), (f.TrusteeCEOName, 100, -11001095, "수탁자 대표자성명"), (f.TrusteeAddr, 300, -11001096, "수탁자 주소"),
            (f.TrusteeTEL, 20, -11001097, "수탁자 연락처"), (f.TrusteeEmail, 100, -11001098, "수탁자 메일"), (f.TrusteeDeptName, 100, -11001111, "수탁자 부서명"), (f.TrusteeHP, 20, -11001116, "수탁자 휴대폰"),
            (f.Remark1, 150, -11001100, "비고1"), (f.Remark2, 150, -11001101, "비고2"), (f.Remark3, 150, -11001102, "비고3"),
        ];
        foreach (var (text, max, code, label) in limits)
        {
            if (text?.Length > max) return new(code, $"{label}: {max}자까지 입력할 수 있습니다.");
        }
        return null;
    }
}
