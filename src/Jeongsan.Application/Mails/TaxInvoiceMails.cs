namespace Jeongsan.Application.Mails;

/// <summary>What suppliers are written about their tax invoices. Pure: the same facts give the same letter.</summary>
public static class TaxInvoiceMails
{
    /// <summary>The first request: approve or refuse by the personal link.</summary>
    public static MailLetter RequestOfApproval(MailSender sender, InvoiceMailFacts invoice, ApprovalRequest request) => MailLayout.Compose(
        $"[{sender.Name}] {invoice.Subject} 세금계산서 승인 요청 · {KoreanWords.Won(invoice.TotalAmountWon)}",
        Preview(invoice, request),
        sender,
        [
            new MailBlock.Heading($"{KoreanWords.WithParticle(sender.Name, "이", "가")} {invoice.Subject} 세금계산서 승인을 요청했습니다"),
            new MailBlock.Paragraph($"{invoice.SupplierName} 담당자님, 안녕하십니까. 아래 내용으로 {KoreanWords.WithParticle(sender.Name, "이", "가")} 작성한 세금계산서(역발행)를 확인하시고 승인해 주십시오. 승인하시면 세금계산서가 발행되어 국세청으로 전송됩니다."),
            new MailBlock.Facts([.. Amounts(invoice), ("승인 마감", $"{KoreanWords.DateInText(request.Deadline)}까지")]),
            new MailBlock.Button("내용 확인하고 승인하기", request.Link),
            .. Reassurance(sender, invoice, request),
        ]);

    /// <summary>The same request again with a new link; the link of every earlier mail is dead.</summary>
    public static MailLetter RequestSentAgain(MailSender sender, InvoiceMailFacts invoice, ApprovalRequest request) => MailLayout.Compose(
        $"[{sender.Name}] (다시 보냄) {invoice.Subject} 세금계산서 승인 요청 · {KoreanWords.Won(invoice.TotalAmountWon)}",
        Preview(invoice, request),
        sender,
        [
            new MailBlock.Heading($"{invoice.Subject} 세금계산서가 승인을 기다리고 있습니다"),
            new MailBlock.Paragraph($"{invoice.SupplierName} 담당자님, 안녕하십니까. 승인 요청 메일을 다시 보내 드립니다. 먼저 받으신 메일의 링크는 더 이상 열리지 않으니 이 메일의 링크를 이용해 주십시오."),
            new MailBlock.Facts([.. Amounts(invoice), ("승인 마감", $"{KoreanWords.DateInText(request.Deadline)}까지")]),
            new MailBlock.Button("내용 확인하고 승인하기", request.Link),
            .. Reassurance(sender, invoice, request),
        ]);

    /// <summary>The supplier approved: signed, numbered, and to be sent to the NTS on the given day.</summary>
    /// <param name="approvalNumber">24 characters.</param>
    /// <param name="transmissionDate">The business day on which it goes to the NTS at 15:00.</param>
    public static MailLetter Issued(MailSender sender, InvoiceMailFacts invoice, string approvalNumber, DateOnly transmissionDate, Uri? view) => MailLayout.Compose(
        $"[{sender.Name}] {invoice.Subject} 세금계산서가 발행되었습니다",
        $"{KoreanWords.Won(invoice.TotalAmountWon)} · {KoreanWords.DateInText(transmissionDate)} 15시에 국세청으로 전송됩니다",
        sender,
        [
            new MailBlock.Heading($"{invoice.Subject} 세금계산서가 발행되었습니다"),
            new MailBlock.Paragraph($"{invoice.SupplierName} 담당자님, 승인하신 세금계산서가 전자서명되어 발행되었습니다. {KoreanWords.DateInText(transmissionDate)} 15시에 국세청으로 전송됩니다. 더 하실 일은 없습니다."),
            new MailBlock.Facts([.. Amounts(invoice), ("국세청 승인번호", approvalNumber), ("국세청 전송 예정", $"{KoreanWords.DateInText(transmissionDate)} 15시")]),
            .. view is null ? Array.Empty<MailBlock>() : [new MailBlock.Button("세금계산서 보기", view)],
            new MailBlock.Small("세금계산서(공급자 보관용)를 PDF로 첨부했습니다. 원본은 국세청에 전송되는 전자문서입니다."),
            new MailBlock.Small($"이 메일은 {invoice.SupplierName}의 세금계산서 담당자로 등록된 주소로 보냈습니다."),
        ]);

    /// <summary>The platform itself supplied and issued: to the recipient (공급받는 자), who has nothing to approve.</summary>
    /// <param name="view">Opens the invoice in its lawful form.</param>
    public static MailLetter IssuedToRecipient(MailSender sender, InvoiceMailFacts invoice, string approvalNumber, Uri view) => MailLayout.Compose(
        $"[{sender.Name}] {invoice.Subject} 세금계산서가 발행되었습니다 · {KoreanWords.Won(invoice.TotalAmountWon)}",
        $"{KoreanWords.Won(invoice.TotalAmountWon)} · 공급자 {invoice.SupplierName} · 하실 일은 없습니다",
        sender,
        [
            new MailBlock.Heading($"{KoreanWords.WithParticle(sender.Name, "이", "가")} 세금계산서를 발행했습니다"),
            new MailBlock.Paragraph($"{invoice.RecipientName} 담당자님, 안녕하십니까. 아래 내용의 전자세금계산서가 발행되었습니다. 국세청에도 전송되므로 따로 하실 일은 없습니다."),
            new MailBlock.Facts([.. Amounts(invoice), ("국세청 승인번호", approvalNumber)]),
            new MailBlock.Button("세금계산서 보기", view),
            new MailBlock.Small("세금계산서(공급받는자 보관용)를 PDF로 첨부했습니다. 원본은 국세청에 전송되는 전자문서입니다."),
            new MailBlock.Small($"내용이 거래와 다르면 {sender.ContactEmail}로 알려 주십시오. 링크는 두 달 동안 열립니다."),
            new MailBlock.Small($"이 메일은 {KoreanWords.WithParticle(sender.Name, "과", "와")} 거래하시는 {invoice.RecipientName}의 세금계산서 담당자로 등록된 주소로 보냈습니다."),
        ]);

    /// <summary>The supplier refused: a receipt that says what happens next.</summary>
    public static MailLetter Refused(MailSender sender, InvoiceMailFacts invoice, string reason) => MailLayout.Compose(
        $"[{sender.Name}] {invoice.Subject} 세금계산서 승인 요청을 거부하셨습니다",
        $"{KoreanWords.Won(invoice.TotalAmountWon)} · 거부 사유: {reason}",
        sender,
        [
            new MailBlock.Heading("거부하신 내용을 전달했습니다"),
            new MailBlock.Paragraph($"{invoice.SupplierName} 담당자님, 아래 세금계산서는 발행되지 않습니다. {KoreanWords.WithParticle(sender.Name, "이", "가")} 사유를 확인한 뒤 고친 세금계산서로 다시 요청드립니다."),
            new MailBlock.Facts([.. Amounts(invoice), ("거부 사유", reason)]),
            new MailBlock.Small($"거부하신 적이 없다면 {sender.ContactEmail}로 바로 알려 주십시오."),
        ]);

    /// <summary>The platform took its request back before it was approved.</summary>
    public static MailLetter RequestCancelled(MailSender sender, InvoiceMailFacts invoice, string? reason) => MailLayout.Compose(
        $"[{sender.Name}] {invoice.Subject} 세금계산서 승인 요청이 취소되었습니다",
        $"{KoreanWords.Won(invoice.TotalAmountWon)} · 하실 일은 없습니다",
        sender,
        [
            new MailBlock.Heading($"{invoice.Subject} 세금계산서 승인 요청이 취소되었습니다"),
            new MailBlock.Paragraph($"{invoice.SupplierName} 담당자님, {KoreanWords.WithParticle(sender.Name, "이", "가")} 아래 요청을 취소했습니다. 하실 일은 없으며, 먼저 받으신 메일의 링크는 더 이상 열리지 않습니다."),
            new MailBlock.Facts(reason is { Length: > 0 } ? [.. Amounts(invoice), ("취소 사유", reason)] : Amounts(invoice)),
            new MailBlock.Small("내용이 바뀐 세금계산서가 필요하면 새 승인 요청 메일을 따로 보내 드립니다."),
        ]);

    private static List<(string Label, string Value)> Amounts(InvoiceMailFacts invoice) =>
    [
        ("합계금액", KoreanWords.Won(invoice.TotalAmountWon)),
        ("공급가액", KoreanWords.Won(invoice.SupplyAmountWon)),
        ("세액", KoreanWords.Won(invoice.TaxAmountWon)),
        ("작성일자", KoreanWords.DateInText(invoice.WriteDate)),
        ("공급자", invoice.SupplierName),
        ("공급받는 자", invoice.RecipientName),
    ];

    private static string Preview(InvoiceMailFacts invoice, ApprovalRequest request) =>
        $"{KoreanWords.Won(invoice.TotalAmountWon)} · {KoreanWords.DateInText(request.Deadline)}까지 승인해 주십시오";

    private static IEnumerable<MailBlock> Reassurance(MailSender sender, InvoiceMailFacts invoice, ApprovalRequest request) =>
    [
        new MailBlock.Small($"금액이 다르거나 거래 사실이 없으면 같은 화면에서 거부하실 수 있습니다. 링크는 {KoreanWords.DateInText(request.LinkExpires)}까지 열립니다."),
        new MailBlock.Small($"이 메일은 {KoreanWords.WithParticle(sender.Name, "과", "와")} 거래하시는 {invoice.SupplierName}의 세금계산서 담당자로 등록된 주소로 보냈습니다. 저희는 메일이나 전화로 비밀번호를 묻지 않으며, 화면에서는 먼저 사업자등록번호를 확인합니다."),
    ];
}
