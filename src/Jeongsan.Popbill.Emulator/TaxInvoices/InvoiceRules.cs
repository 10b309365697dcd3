using System.Globalization;
using System.Text.RegularExpressions;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.TaxInvoices;

/// <summary>What Popbill checks in the content of an invoice, in this order, each with its code.</summary>
internal static partial class InvoiceRules
{
    private static readonly string[] IssueTypes = ["정발행", "역발행", "위수탁"];
    private static readonly string[] TaxTypes = ["과세", "영세", "면세"];
    private static readonly string[] PurposeTypes = ["영수", "청구", "없음"];
    private static readonly string[] InvoiceeTypes = ["사업자", "개인", "외국인"];

    public static PopbillError? Check(InvoiceForm f, string writer, bool checksums) =>
        Head(f) ?? Rights(f, writer) ?? Parties(f, checksums) ?? Keys(f) ?? Amounts(f) ?? InvoiceLineRules.Check(f) ?? InvoiceLengthRules.Check(f);

    /// <summary>Null when the text is no whole number of won.</summary>
    public static long? Won(string? text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var won) ? won : null;

    public static PopbillError? KeyForm(string? key, Side side) => key is null || KeyPattern().IsMatch(key) ? null : side switch
    {
        Side.Sell => new(-11001120, "공급자 문서번호 형식이 올바르지 않습니다."),
        Side.Buy => new(-11001121, "공급받는자 문서번호 형식이 올바르지 않습니다."),
        Side.Trustee => new(-11001122, "수탁자 문서번호 형식이 올바르지 않습니다."),
        _ => throw new ArgumentOutOfRangeException(nameof(side)),
    };

    private static PopbillError? Head(InvoiceForm f)
    {
        if (f.WriteDate is null) return new(-11001001, "작성일자가 없습니다.");
        if (!DateOnly.TryParseExact(f.WriteDate, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return new(-11001103, "작성일자가 올바르지 않습니다.");
        if (f.IssueType is null) return new(-11001003, "발행형태가 없습니다.");
        if (!IssueTypes.Contains(f.IssueType)) return new(-11001011, "발행형태가 올바르지 않습니다.");
        if (f.PurposeType is null || !PurposeTypes.Contains(f.PurposeType)) return new(-11001004, "영수/청구 구분이 없습니다.");
        if (f.TaxType is null || !TaxTypes.Contains(f.TaxType)) return new(-11001005, "과세형태가 없습니다.");
        if (f.ChargeDirection is not ("정과금" or "역과금")) return new(-11001012, "과금방향이 없습니다.");
        if (f.ChargeDirection == "역과금" && f.IssueType != "역발행") return new(-11001006, "역과금은 역발행에서만 쓸 수 있습니다.");
        if (f.ModifyCode is not (null or (>= 1 and <= 6))) return new(-11001009, "수정사유코드가 올바르지 않습니다.");
        return f.ModifyCode is not null && f.IssueType == "역발행" ? new(-11001054, "수정세금계산서는 역발행할 수 없습니다.") : null;
    }

    private static PopbillError? Rights(InvoiceForm f, string writer) => f.IssueType switch
    {
        "정발행" when f.InvoicerCorpNum != writer => new(-11001000, "공급자 사업자번호가 회원의 사업자번호와 다릅니다."),
        "역발행" when f.InvoiceeCorpNum != writer => new(-11001131, "공급받는자 사업자번호가 회원의 사업자번호와 다릅니다."),
        "위수탁" when f.TrusteeCorpNum != writer => new(-11001132, "수탁자 사업자번호가 회원의 사업자번호와 다릅니다."),
        _ => null,
    };

    private static PopbillError? Parties(InvoiceForm f, bool checksums)
    {
        if (f.InvoicerCorpNum is null) return new(-11001013, "공급자 사업자번호가 없습니다.");
        if (!Valid(f.InvoicerCorpNum, checksums)) return new(-11001014, "공급자 사업자번호가 올바르지 않습니다.");
        if (f.InvoicerCorpName is null) return new(-11001015, "공급자 상호가 없습니다.");
        if (f.InvoicerCEOName is null) return new(-11001016, "공급자 대표자성명이 없습니다.");
        if (!TaxRegForm(f.InvoicerTaxRegID)) return new(-11001019, "공급자 종사업장번호는 숫자 4자리입니다.");
        if (f.InvoiceeType is null || !InvoiceeTypes.Contains(f.InvoiceeType)) return new(-11001053, "공급받는자 구분이 없습니다.");
        if (f.InvoiceeCorpNum is null) return new(-11001020, "공급받는자 사업자번호가 없습니다.");
        if (f.InvoiceeType == "사업자" && f.InvoiceeCorpNum.Length != 10) return new(-11001061, "공급받는자 사업자번호는 10자리여야 합니다.");
        if (f.InvoiceeType == "개인" && f.InvoiceeCorpNum.Length != 13) return new(-11001062, "공급받는자 주민등록번호는 13자리여야 합니다.");
        if (f.InvoiceeType == "외국인" && f.InvoiceeCorpNum != "9999999999999") return new(-11001063, "외국인의 번호는 9999999999999여야 합니다.");
        if (f.InvoiceeType == "외국인" && f.Remark1 is null) return new(-11001007, "외국인은 비고1에 등록번호나 여권번호가 있어야 합니다.");
        if (f.InvoiceeType == "사업자" && !Valid(f.InvoiceeCorpNum, checksums)) return new(-11001021, "공급받는자 사업자번호가 올바르지 않습니다.");
        if (f.InvoiceeCorpName is null) return new(-11001022, "공급받는자 상호가 없습니다.");
        if (f.InvoiceeCEOName is null) return new(-11001023, "공급받는자 대표자성명이 없습니다.");
        if (!TaxRegForm(f.InvoiceeTaxRegID)) return new(-11001026, "공급받는자 종사업장번호는 숫자 4자리입니다.");
        if (f.IssueType != "위수탁") return null;
        if (f.TrusteeCorpNum is null) return new(-11001027, "수탁자 사업자번호가 없습니다.");
        if (!Valid(f.TrusteeCorpNum, checksums)) return new(-11001028, "수탁자 사업자번호가 올바르지 않습니다.");
        if (f.TrusteeCorpName is null) return new(-11001029, "수탁자 상호가 없습니다.");
        if (f.TrusteeCEOName is null) return new(-11001030, "수탁자 대표자성명이 없습니다.");
        return TaxRegForm(f.TrusteeTaxRegID) ? null : new(-11001033, "수탁자 종사업장번호는 숫자 4자리입니다.");
    }

    private static PopbillError? Keys(InvoiceForm f) => f.IssueType switch
    {
        "정발행" when f.InvoicerMgtKey is null => new(-11001035, "공급자 문서번호가 없습니다."),
        "역발행" when f.InvoiceeMgtKey is null => new(-11001036, "공급받는자 문서번호가 없습니다."),
        "위수탁" when f.TrusteeMgtKey is null => new(-11001037, "수탁자 문서번호가 없습니다."),
        _ => KeyForm(f.InvoicerMgtKey, Side.Sell) ?? KeyForm(f.InvoiceeMgtKey, Side.Buy) ?? KeyForm(f.TrusteeMgtKey, Side.Trustee),
    };

    private static PopbillError? Amounts(InvoiceForm f)
    {
        if (Won(f.SupplyCostTotal) is not { } supply) return new(-11001041, "공급가액 합계가 없습니다.");
        if (Won(f.TaxTotal) is not { } tax) return new(-11001042, "세액 합계가 없습니다.");
        if (Won(f.TotalAmount) is not { } total) return new(-11001043, "합계금액이 없습니다.");
        if (supply + tax != total) return new(-11001044, "합계금액이 공급가액과 세액의 합과 다릅니다.");
        if (Math.Sign(supply) * Math.Sign(tax) < 0) return new(-11001045, "공급가액과 세액의 부호가 다릅니다.");
        if (f.TaxType == "영세" && tax != 0) return new(-11001034, "영세율은 세액이 0이어야 합니다.");
        if (f.TaxType == "면세" && tax != 0) return new(-11001072, "면세는 세액이 0이어야 합니다.");
        if (f.TaxType == "과세" && Math.Abs(supply - (tax * 10)) > 10_000) return new(-11001133, "세액이 공급가액의 10%에서 1,000원 넘게 벗어납니다.");
        if (f.ModifyCode is 3 or 4 && total >= 0) return new(-11001010, "환입과 계약의 해제는 음수로만 작성할 수 있습니다.");
        string?[] parts = [f.Cash, f.ChkBill, f.Note, f.Credit];
        return parts.Any(p => p is not null) && parts.Sum(p => Won(p) ?? 0) != total ? new(-11001046, "합계금액이 현금, 수표, 어음, 외상의 합과 다릅니다.") : null;
    }

    private static bool Valid(string number, bool checksums) => number.Length == 10 && number.All(char.IsAsciiDigit) && (!checksums || Etax.BusinessNumber.IsValid(number));

    private static bool TaxRegForm(string? id) => id is null || (id.Length == 4 && id.All(char.IsAsciiDigit));

    [GeneratedRegex("^[A-Za-z0-9_-]{1,24}$")]
    private static partial Regex KeyPattern();
}
