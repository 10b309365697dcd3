using System.Globalization;
using System.Text;
using Jeongsan.Etax;

namespace Jeongsan.Server.Hosting;

/// <summary>An invoice in plain Korean lines for a terminal. Natural persons' numbers are cut.</summary>
internal static class EtaxText
{
    public static string Describe(EtaxInvoice invoice)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{TaxInvoiceForm.Title(invoice)} ({invoice.TypeCode})");
        Line(text, "승인번호", invoice.ApprovalNumber ?? "없음 (미발행)");
        Line(text, "작성일자", invoice.WriteDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (invoice.AmendmentReason is { } reason) Line(text, "수정사유", reason.KoreanName());
        if (invoice.OriginalApprovalNumber is { } original) Line(text, "당초승인", original);
        Line(text, "공급자", Party(invoice.Supplier));
        Line(text, "공급받는자", Party(invoice.Recipient));
        if (invoice.Broker is { } broker) Line(text, "수탁자", Party(broker));
        foreach (var line in invoice.Lines) Line(text, "품목", $"{line.Name} {Won(line.SupplyAmount)} / {Won(line.TaxAmount)}");
        Line(text, "공급가액", Won(invoice.SupplyTotal));
        Line(text, "세액", Won(invoice.TaxTotal));
        Line(text, "합계금액", Won(invoice.GrandTotal));
        foreach (var remark in invoice.Remarks) Line(text, "비고", remark);
        return text.ToString().TrimEnd();
    }

    private static string Party(EtaxParty party)
    {
        var number = party.RegistrationNumber.Length > 10 ? party.RegistrationNumber[..7] + "******" : party.RegistrationNumber;
        return $"{number} {party.CompanyName} ({party.RepresentativeName})";
    }

    private static string Won(long? amount) => amount is { } won ? won.ToString("N0", CultureInfo.InvariantCulture) + "원" : "-";

    // A syllable takes two columns of a terminal. Control characters of a hostile document must not reach it.
    private static void Line(StringBuilder text, string name, string value) =>
        text.Append(name).Append(' ', Math.Max(1, 10 - 2 * name.Length)).AppendLine(string.Concat(value.Select(letter => char.IsControl(letter) ? ' ' : letter)));
}
