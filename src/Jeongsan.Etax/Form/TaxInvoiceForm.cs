using System.Globalization;

namespace Jeongsan.Etax;

/// <summary>Whose copy of the form it is: it decides the colour.</summary>
public enum FormCopy
{
    /// <summary>공급자 보관용, red.</summary>
    Supplier,
    /// <summary>공급받는자 보관용, blue.</summary>
    Recipient,
}

/// <summary>Draws an invoice in the lawful form (부가가치세법 시행규칙 별지 제14호 서식) as SVG, one A4 page each; text stays text, everything is escaped.</summary>
public static class TaxInvoiceForm
{
    private const int Left = 30;
    private const int Width = FormCanvas.PageWidth - 2 * Left;
    private const int Top = 40;
    private const int Bottom = 1070;
    private const int RowHeight = 28;
    private const int RowsMin = 4;
    private const int HeadRow = 22;

    /// <summary>The pages, at least one. Without an approval number the pages say 미발행.</summary>
    /// <param name="invoice">Valid or not: what there is gets drawn.</param>
    /// <param name="copy">Red for the supplier, blue for the recipient.</param>
    /// <param name="showResidentNumber">Whether a natural person's number is drawn in full; otherwise its last six digits are hidden.</param>
    /// <param name="isTrimmed">Ends the only page below the form, for a screen, instead of with the paper.</param>
    public static IReadOnlyList<string> RenderSvg(EtaxInvoice invoice, FormCopy copy, bool showResidentNumber = false, bool isTrimmed = false) =>
        [.. Draw(invoice, copy, showResidentNumber, isTrimmed).Select(FormSvg.Write)];

    internal static IReadOnlyList<FormPage> Draw(EtaxInvoice invoice, FormCopy copy, bool showResidentNumber, bool isTrimmed = false)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        var pages = new List<FormPage>();
        var drawn = 0;
        var pageCount = 1;
        do
        {
            var canvas = new FormCanvas(copy == FormCopy.Supplier ? "#c8102e" : "#1d4fa3");
            var y = DrawHead(canvas, invoice, copy, showResidentNumber);
            var rowsMax = (Bottom - y - HeadRow - 2 * HeadRow - 8) / RowHeight;
            pageCount = Math.Max(1, (invoice.Lines.Count + rowsMax - 1) / rowsMax);
            var lines = invoice.Lines.Skip(drawn).Take(rowsMax).ToList();
            drawn += lines.Count;
            var isLast = drawn >= invoice.Lines.Count;
            y = FormLines.Draw(canvas, invoice, lines, new FormBox(Left, y, Width, RowHeight), Math.Max(RowsMin, lines.Count));
            if (isLast) DrawFoot(canvas, invoice, y);
            else canvas.Note(new(Left, y + 4, Width, HeadRow), "다음 장에 계속", FormAlign.End);
            if (pageCount > 1) canvas.Note(new(Left, Bottom + 10, Width, HeadRow), $"{pages.Count + 1} / {pageCount}", FormAlign.Middle);
            if (isLast && isTrimmed && pageCount == 1) canvas.Height = y + HeadRow + RowHeight + Top;
            if (string.IsNullOrEmpty(invoice.ApprovalNumber)) canvas.Watermark("미발행");
            pages.Add(canvas.ToPage($"{Title(invoice)} {CopyName(copy)} {pages.Count + 1}/{pageCount}"));
        }
        while (drawn < invoice.Lines.Count);
        return pages;
    }

    /// <summary>The form's name, such as 수정전자세금계산서.</summary>
    public static string Title(EtaxInvoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        return $"{(invoice.Kind.IsAmended() ? "수정" : "")}{(invoice.Class == EtaxClass.Import ? "수입" : "")}전자{(invoice.Kind.IsTaxFree() ? "" : "세금")}계산서";
    }

    private static string CopyName(FormCopy copy) => copy == FormCopy.Supplier ? "(공급자 보관용)" : "(공급받는자 보관용)";

    private static int DrawHead(FormCanvas canvas, EtaxInvoice invoice, FormCopy copy, bool showResidentNumber)
    {
        const int height = 72;
        const int half = Width / 2;
        var marks = string.Join(" · ", new[] { invoice.Class.IsZeroRated() ? "영세율" : null, invoice.Class.HasBroker() ? "위수탁" : null }.OfType<string>());
        canvas.Frame(new(Left, Top, Width, height));
        canvas.Title(new(Left, Top + 6, half, 34), Title(invoice), 240);
        canvas.Title(new(Left, Top + 42, half, 20), marks.Length == 0 ? CopyName(copy) : $"{CopyName(copy)} · {marks}", 110, isBold: false);
        canvas.Label(new(Left + half, Top, 76, 24), "책번호");
        canvas.Value(new(Left + half + 76, Top, 145, 24), "권", FormAlign.End);
        canvas.Value(new(Left + half + 221, Top, 146, 24), "호", FormAlign.End);
        canvas.Label(new(Left + half, Top + 24, 76, 24), "일련번호");
        canvas.Value(new(Left + half + 76, Top + 24, 291, 24), invoice.ManagementId);
        canvas.Label(new(Left + half, Top + 48, 76, 24), "승인번호");
        canvas.Value(new(Left + half + 76, Top + 48, 291, 24), ApprovalNumberText(invoice.ApprovalNumber));

        var y = Top + height;
        var left = FormParty.Draw(canvas, new(Left, y, half, 0), "공급자", invoice.Supplier, isRecipient: false, showResidentNumber);
        FormParty.Draw(canvas, new(Left + half, y, half, 0), "공급받는자", invoice.Recipient, isRecipient: true, showResidentNumber);
        y = left;
        if (invoice.Broker is { } broker) y = FormParty.Draw(canvas, new(Left, y, Width, 0), "수탁자", broker, isRecipient: false, showResidentNumber);
        return DrawTotals(canvas, invoice, y);
    }

    private static int DrawTotals(FormCanvas canvas, EtaxInvoice invoice, int y)
    {
        var cells = new List<(string Label, string? Value, FormAlign Align, int Weight)>
        {
            ("작성일자", invoice.WriteDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), FormAlign.Middle, 3),
            ("공급가액", FormNumbers.Won(invoice.SupplyTotal), FormAlign.End, 5),
        };
        if (!invoice.Kind.IsTaxFree()) cells.Add(("세액", FormNumbers.Won(invoice.TaxTotal), FormAlign.End, 5));
        if (invoice.Kind.IsAmended()) cells.Add(("수정사유", invoice.AmendmentReason?.KoreanName(), FormAlign.Middle, 5));
        FormRow.Draw(canvas, new(Left, y, Width, HeadRow), RowHeight, cells);
        y += HeadRow + RowHeight;
        canvas.Label(new(Left, y, 76, 34), "비고");
        var remarks = string.Join(" / ", invoice.Remarks);
        if (!string.IsNullOrEmpty(invoice.OriginalApprovalNumber))
            remarks = $"당초 승인번호 {ApprovalNumberText(invoice.OriginalApprovalNumber)}{(remarks.Length > 0 ? " / " : "")}{remarks}";
        canvas.Value(new(Left + 76, y, Width - 76, 34), remarks);
        return y + 34;
    }

    private static void DrawFoot(FormCanvas canvas, EtaxInvoice invoice, int y)
    {
        const int sentence = 170;
        string? Paid(EtaxPaymentKind kind) =>
            invoice.Payments.Any(payment => payment.Kind == kind) ? FormNumbers.Won(invoice.Payments.Where(payment => payment.Kind == kind).Sum(payment => payment.Amount)) : null;
        FormRow.Draw(canvas, new(Left, y, Width - sentence, HeadRow), RowHeight,
        [
            ("합계금액", FormNumbers.Won(invoice.GrandTotal), FormAlign.End, 6),
            ("현금", Paid(EtaxPaymentKind.Cash), FormAlign.End, 5),
            ("수표", Paid(EtaxPaymentKind.Cheque), FormAlign.End, 5),
            ("어음", Paid(EtaxPaymentKind.PromissoryNote), FormAlign.End, 5),
            ("외상미수금", Paid(EtaxPaymentKind.Credit), FormAlign.End, 5),
        ]);
        var box = new FormBox(Left + Width - sentence, y, sentence, HeadRow + RowHeight);
        canvas.Frame(box);
        canvas.Title(box, invoice.Purpose switch
        {
            EtaxPurpose.Receipt => "이 금액을 (영수) 함",
            EtaxPurpose.Charge => "이 금액을 (청구) 함",
            _ => "이 금액을 (     ) 함",
        }, 120);
    }

    private static string? ApprovalNumberText(string? number) =>
        number is { Length: ApprovalNumber.Length } ? $"{number[..8]}-{number[8..16]}-{number[16..]}" : number;
}
