using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.TaxInvoices;

internal enum InvoiceCommand
{
    Update,
    Attach,
    Request,
    CancelRequest,
    Refuse,
    Issue,
    CancelIssue,
    File,
    Delete,
}

/// <summary>Who may do what in which state, with the code that answers each "no". Checked in the order kind, actor, state.</summary>
internal static class InvoiceLifecycle
{
    private sealed record Row(InvoiceCommand Command, string? Kind, Func<Invoice, string?> Actor, int[] From, int To, PopbillError WrongActor, PopbillError WrongState);

    private static readonly PopbillError IssueState = new(-11002013, "발행할 수 있는 상태가 아닙니다.");
    private static readonly PopbillError NotSupplier = new(-11002012, "공급자만 발행할 수 있습니다.");
    private static readonly PopbillError FileIssuer = new(-11004003, "발행한 사업자만 국세청에 전송할 수 있습니다.");

    private static readonly Row[] Table =
    [
        //   command                    kind      actor                          from                       to   wrong actor, wrong state
        new(InvoiceCommand.Update, null, Writer, [100], 100, new(-11002001, "작성자만 수정할 수 있습니다."), new(-11002002, "임시저장 상태에서만 수정할 수 있습니다.")),
        new(InvoiceCommand.Request, "역발행", Recipient, [100], 200, new(-11002017, "공급받는자만 발행을 요청할 수 있습니다."), new(-11002018, "임시저장 상태에서만 발행을 요청할 수 있습니다.")),
        new(InvoiceCommand.CancelRequest, "역발행", Recipient, [200], 500, new(-11002019, "공급받는자만 요청을 취소할 수 있습니다."), new(-11002022, "취소할 수 있는 상태가 아닙니다.")),
        new(InvoiceCommand.Refuse, "역발행", Supplier, [200], 400, new(-11002027, "공급자만 거부할 수 있습니다."), new(-11002042, "발행대기 상태에서만 거부할 수 있습니다.")),
        new(InvoiceCommand.Issue, "정발행", Supplier, [100], 300, NotSupplier, IssueState),
        new(InvoiceCommand.Issue, "위수탁", Trustee, [100], 300, new(-11002011, "수탁자만 발행할 수 있습니다."), IssueState),
        new(InvoiceCommand.Issue, "역발행", Supplier, [200], 300, NotSupplier, IssueState),
        new(InvoiceCommand.CancelIssue, "위수탁", Trustee, [300], 600, new(-11002020, "수탁자만 발행을 취소할 수 있습니다."), new(-11002030, "발행완료 상태에서만 취소할 수 있습니다.")),
        new(InvoiceCommand.CancelIssue, null, Supplier, [300], 600, new(-11002021, "공급자만 발행을 취소할 수 있습니다."), new(-11002030, "발행완료 상태에서만 취소할 수 있습니다.")),
        new(InvoiceCommand.File, null, i => i.Issuer, [300], 302, FileIssuer, new(-11004002, "발행완료 상태에서만 국세청에 전송할 수 있습니다.")),
        new(InvoiceCommand.Attach, null, Writer, [100], 100, new(-11005004, "작성자만 첨부파일을 바꿀 수 있습니다."), new(-11005007, "임시저장 상태에서만 첨부할 수 있습니다.")),
        new(InvoiceCommand.Delete, null, Writer, [100, 305, 400, 500, 600], 0, new(-11002003, "작성자만 삭제할 수 있습니다."), new(-11002005, "삭제할 수 있는 상태가 아닙니다.")),
    ];

    /// <summary>The state after the command, or the error that it answers.</summary>
    public static (int To, PopbillError? Error) Next(Invoice invoice, InvoiceCommand command, string actor)
    {
        if (Array.Find(Table, r => r.Command == command && (r.Kind is null || r.Kind == invoice.Form.IssueType)) is not { } row) return (0, WrongKind(command));
        if (row.Actor(invoice) != actor) return (0, row.WrongActor);
        if (row.From.Contains(invoice.State)) return (row.To, null);
        return (0, command switch
        {
            InvoiceCommand.Issue when invoice.State is >= 300 and < 400 => new(-11002051, "이미 발행된 세금계산서입니다."),
            InvoiceCommand.File when invoice.State is > 300 and < 400 => new(-11004005, "이미 전송 중이거나 전송된 세금계산서입니다."),
            _ => row.WrongState,
        });
    }

    private static PopbillError WrongKind(InvoiceCommand command) => command switch
    {
        InvoiceCommand.Request => new(-11002016, "역발행 세금계산서만 요청할 수 있습니다."),
        InvoiceCommand.CancelRequest => new(-11002039, "역발행 세금계산서만 요청을 취소할 수 있습니다."),
        InvoiceCommand.Refuse => new(-11002041, "역발행 세금계산서만 거부할 수 있습니다."),
        _ => IssueState,
    };

    private static string? Writer(Invoice invoice) => invoice.Writer;

    private static string? Supplier(Invoice invoice) => invoice.Form.InvoicerCorpNum;

    private static string? Recipient(Invoice invoice) => invoice.Form.InvoiceeCorpNum;

    private static string? Trustee(Invoice invoice) => invoice.Form.TrusteeCorpNum;
}
