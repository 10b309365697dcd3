using System.Text.RegularExpressions;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.TaxInvoices;

/// <summary>Rules of lines and of extra contacts.</summary>
internal static partial class InvoiceLineRules
{
    public static PopbillError? Check(InvoiceForm f)
    {
        var lines = f.DetailList ?? [];
        if (lines.Count > 99) return new(-11001047, "품목은 99개까지 입력할 수 있습니다.");
        if (lines.Any(l => l.SerialNum is not (>= 1 and <= 99))) return new(-11001048, "품목 일련번호가 올바르지 않습니다.");
        if (lines.Select(l => l.SerialNum).Distinct().Count() != lines.Count) return new(-11001105, "품목 일련번호가 중복됩니다.");
        if (lines.Select(One).FirstOrDefault(e => e is not null) is { } error) return error;
        if (f.TaxType == "과세" && lines.Count > 0 && lines.Sum(l => InvoiceRules.Won(l.Tax) ?? 0) != InvoiceRules.Won(f.TaxTotal)) return new(-11001073, "세액 합계가 품목 세액의 합과 다릅니다.");
        if (f.TaxType != "과세" && lines.Any(l => (InvoiceRules.Won(l.Tax) ?? 0) != 0)) return new(-11001077, "영세율과 면세는 품목 세액이 없어야 합니다.");
        return Contacts(f.AddContactList ?? []);
    }

    private static PopbillError? One(InvoiceLine l)
    {
        if (!(l.SupplyCost is null || InvoiceRules.Won(l.SupplyCost) is not null) || l.SupplyCost?.Length > 18) return new(-11001049, "품목 공급가액이 올바르지 않습니다.");
        if (!Decimals(l.Qty, 12)) return new(-11001050, "품목 수량은 소수점 2자리까지 입력할 수 있습니다.");
        if (!Decimals(l.UnitCost, 18)) return new(-11001051, "품목 단가는 소수점 2자리까지 입력할 수 있습니다.");
        if (!(l.Tax is null || InvoiceRules.Won(l.Tax) is not null) || l.Tax?.Length > 18) return new(-11001052, "품목 세액이 올바르지 않습니다.");
        if (l.ItemName?.Length > 100) return new(-11001064, "품목명은 100자까지 입력할 수 있습니다.");
        if (l.Spec?.Length > 60) return new(-11001112, "규격은 60자까지 입력할 수 있습니다.");
        return l.Remark?.Length > 100 ? new(-11001117, "품목 비고는 100자까지 입력할 수 있습니다.") : null;
    }

    private static PopbillError? Contacts(IReadOnlyList<InvoiceContact> contacts)
    {
        if (contacts.Count > 5) return new(-11001074, "추가담당자는 5명까지 입력할 수 있습니다.");
        if (contacts.Any(c => c.Email is null)) return new(-11001076, "추가담당자 메일이 없습니다.");
        if (contacts.Any(c => c.SerialNum is null)) return new(-11001106, "추가담당자 일련번호가 올바르지 않습니다.");
        return contacts.Select(c => c.SerialNum).Distinct().Count() == contacts.Count ? null : new(-11001107, "추가담당자 일련번호가 중복됩니다.");
    }

    private static bool Decimals(string? text, int lengthMax) => text is null || (text.Length <= lengthMax && DecimalPattern().IsMatch(text));

    [GeneratedRegex(@"^-?\d+(\.\d{1,2})?$")]
    private static partial Regex DecimalPattern();
}
