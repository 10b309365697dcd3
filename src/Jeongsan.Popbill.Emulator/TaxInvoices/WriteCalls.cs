using System.Globalization;
using System.Web;
using Jeongsan.Popbill.Emulator.Mails;
using Jeongsan.Popbill.Emulator.Members;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.TaxInvoices;

/// <summary>Everything that changes an invoice.</summary>
internal sealed class WriteCalls(PopbillEmulatorOptions options, InvoiceJournal journal, IssueStep issueStep, NoticeCalls notices, Outgoing mails)
{
    public Answer Register(ApiCall call) => Create(call, Read(call), out var invoice) ?? Keyed(Answer.Done(), invoice);

    public Answer RegisterAndRequest(ApiCall call) => Create(call, Read(call), out var invoice) ?? Request(call, invoice, invoice.Form.Memo);

    public Answer RegisterAndIssue(ApiCall call) => RegisterAndIssue(call, Read(call));

    /// <summary>One invoice, on its own or of a bulk submission.</summary>
    public Answer RegisterAndIssue(ApiCall call, InvoiceForm? form)
    {
        if (Create(call, form, out var invoice) is { } error) return error;
        return issueStep.Issue(call, invoice, new Memo(invoice.Form.Memo, invoice.Form.EmailSubject, invoice.Form.ForceIssue));
    }

    public Answer Act(ApiCall call, Side side, string key)
    {
        if (InvoiceTable.ByKey(call.Db, call.CorpNum, side, key) is not { } invoice) return InvoiceErrors.NoSuchKey;
        var memo = LenientJson.Read<Memo>(call.Body) ?? new Memo(null, null, null);
        return call.Verb switch
        {
            "PATCH" => Update(call, invoice),
            "DELETE" => Delete(call, invoice),
            "REQUEST" => Request(call, invoice, memo.Text),
            "CANCELREQUEST" => CancelRequest(call, invoice, memo.Text),
            "REFUSE" => Refuse(call, invoice, memo.Text),
            "ISSUE" => issueStep.Issue(call, invoice, memo),
            "CANCELISSUE" => CancelIssue(call, invoice, memo.Text),
            "NTS" => SendToNts(call, invoice),
            "EMAIL" => notices.Email(call, invoice),
            "SMS" => notices.Sms(call, invoice),
            "FAX" => notices.Fax(call, invoice),
            "SEND" or "CANCELSEND" or "ACCEPT" or "DENY" => InvoiceErrors.PreIssueRetired,
            _ => Errors.UnknownPath,
        };
    }

    public static Answer AssignKey(ApiCall call, string itemKey, Side side)
    {
        var key = HttpUtility.ParseQueryString(System.Text.Encoding.UTF8.GetString(call.Body))["MgtKey"];
        if (string.IsNullOrEmpty(key)) return new PopbillError(-11005017, "할당할 문서번호가 없습니다.");
        if (InvoiceTable.ByItemKey(call.Db, itemKey) is not { } invoice || !invoice.MaySee(call.CorpNum)) return InvoiceErrors.NoSuchInvoice;
        if (side == Side.Trustee && !invoice.IsConsigned) return new PopbillError(-11005020, "위수탁 세금계산서가 아닙니다.");
        if (invoice.CorpOf(side) != call.CorpNum) return new PopbillError(-11000008, "세금계산서에 대한 권한이 없습니다.");
        if (invoice.KeyOf(side) is not null) return InvoiceErrors.HasKey(side);
        if (InvoiceRules.KeyForm(key, side) is { } form) return form;
        if (InvoiceTable.KeyIsUsed(call.Db, call.CorpNum, side, key)) return InvoiceErrors.KeyUsed(side);
        var named = invoice with
        {
            Form = side switch
            {
                Side.Sell => invoice.Form with { InvoicerMgtKey = key },
                Side.Buy => invoice.Form with { InvoiceeMgtKey = key },
                Side.Trustee => invoice.Form with { TrusteeMgtKey = key },
                _ => throw new ArgumentOutOfRangeException(nameof(side)),
            },
        };
        InvoiceTable.Save(call.Db, named);
        return Answer.Done() with { DocumentKey = key };
    }

    private static InvoiceForm? Read(ApiCall call) => call.Body.Length == 0 ? null : LenientJson.Read<InvoiceForm>(call.Body);

    /// <summary>Null when it is stored; otherwise why not.</summary>
    private Answer? Create(ApiCall call, InvoiceForm? form, out Invoice invoice)
    {
        invoice = null!;
        if (form is null) return call.Body.Length == 0 ? InvoiceErrors.BodyEmpty : InvoiceErrors.BodyUnreadable;
        if (call.Verb == "REQUEST" && form.IssueType is not (null or "역발행")) return new PopbillError(-11002016, "역발행 세금계산서만 요청할 수 있습니다.");
        var error = InvoiceRules.Check(form, call.CorpNum, options.CheckBusinessNumbers) ?? UsedKey(call.Db, form) ?? AmendmentRules.Check(call.Db, form);
        if (error is not null) return (Answer)error with { DocumentKey = WriterKey(form) };
        invoice = Stored(call, form);
        return null;
    }

    private static Invoice Stored(ApiCall call, InvoiceForm form)
    {
        var now = EmulatorClock.Stamp(call.Now);
        var sequence = Settings.Next(call.Db, "item-key-sequence") % 100_000;
        var invoice = new Invoice
        {
            ItemKey = string.Create(CultureInfo.InvariantCulture, $"0{now[2..]}{sequence:D5}"),
            Writer = call.CorpNum,
            State = 100,
            Form = form,
            Facts = new InvoiceFacts { RegDT = now, StateDT = now, StateMemo = form.Memo },
        };
        InvoiceTable.Save(call.Db, invoice);
        InvoiceJournal.Write(call.Db, invoice.ItemKey, InvoiceJournal.Line(call, 100, "임시저장", "REGISTER", form.Memo));
        return invoice;
    }

    private Answer Update(ApiCall call, Invoice invoice)
    {
        if (InvoiceLifecycle.Next(invoice, InvoiceCommand.Update, call.CorpNum).Error is { } refused) return refused;
        if (LenientJson.Read<InvoiceForm>(call.Body) is not { } form) return new PopbillError(-11010004, "수정할 정보를 읽을 수 없습니다.");
        // Document numbers are given once; an update without them keeps them.
        form = form with
        {
            InvoicerMgtKey = invoice.Form.InvoicerMgtKey ?? form.InvoicerMgtKey,
            InvoiceeMgtKey = invoice.Form.InvoiceeMgtKey ?? form.InvoiceeMgtKey,
            TrusteeMgtKey = invoice.Form.TrusteeMgtKey ?? form.TrusteeMgtKey,
        };
        if (InvoiceRules.Check(form, call.CorpNum, options.CheckBusinessNumbers) is { } rule) return rule;
        journal.Move(call.Db, invoice with { Form = form }, 100, call.Now, InvoiceJournal.Line(call, 101, "수정", "UPDATE", form.Memo), null);
        return Keyed(Answer.Done(), invoice);
    }

    private static Answer Delete(ApiCall call, Invoice invoice)
    {
        if (InvoiceLifecycle.Next(invoice, InvoiceCommand.Delete, call.CorpNum).Error is { } refused) return refused;
        InvoiceTable.Delete(call.Db, invoice.ItemKey);
        return Keyed(Answer.Done(), invoice);
    }

    private Answer Request(ApiCall call, Invoice invoice, string? memo)
    {
        var (to, error) = InvoiceLifecycle.Next(invoice, InvoiceCommand.Request, call.CorpNum);
        if (error is not null) return error;
        if (Member.Find(call.Db, invoice.Form.InvoicerCorpNum!) is null) return (Answer)Errors.NotAMember with { DocumentKey = invoice.Form.InvoiceeMgtKey };
        var moved = journal.Move(call.Db, invoice, to, call.Now, InvoiceJournal.Line(call, 200, "역발행 요청", "REQUEST", memo), "Request");
        mails.Invoice(call, moved, "TAX_REQUEST", moved.Form.InvoicerEmail, null);
        if (moved.Form.InvoiceeSMSSendYN == true) notices.Announce(call, moved, moved.Form.InvoicerHP, $"[팝빌] {moved.Form.InvoiceeCorpName}에서 발행을 요청했습니다.");
        return Keyed(Answer.Done(), moved);
    }

    private Answer CancelRequest(ApiCall call, Invoice invoice, string? memo)
    {
        var (to, error) = InvoiceLifecycle.Next(invoice, InvoiceCommand.CancelRequest, call.CorpNum);
        if (error is not null) return error;
        var moved = journal.Move(call.Db, invoice, to, call.Now, InvoiceJournal.Line(call, 500, "역발행 요청 취소", "CANCELREQUEST", memo), "CancelRequest");
        mails.Invoice(call, moved, "TAX_CANCEL_REQUEST", moved.Form.InvoicerEmail, null);
        return Keyed(Answer.Done(), moved);
    }

    private Answer Refuse(ApiCall call, Invoice invoice, string? memo)
    {
        var (to, error) = InvoiceLifecycle.Next(invoice, InvoiceCommand.Refuse, call.CorpNum);
        if (error is not null) return error;
        var moved = journal.Move(call.Db, invoice, to, call.Now, InvoiceJournal.Line(call, 400, "역발행 거부", "REFUSE", memo), "Refuse");
        mails.Invoice(call, moved, "TAX_REFUSE", moved.Form.InvoiceeEmail1, null);
        return Keyed(Answer.Done(), moved);
    }

    private Answer CancelIssue(ApiCall call, Invoice invoice, string? memo)
    {
        var (to, error) = InvoiceLifecycle.Next(invoice, InvoiceCommand.CancelIssue, call.CorpNum);
        if (error is not null) return error;
        if (invoice.Facts.PaidBy is { } payer) PointAccounts.Refund(call, payer, invoice.Facts.PaidPoints, invoice.ItemKey, PointAccounts.TaxInvoice);
        var unpaid = invoice with { FileAt = null, Facts = invoice.Facts with { PaidBy = null, PaidPoints = 0 } };
        var moved = journal.Move(call.Db, unpaid, to, call.Now, InvoiceJournal.Line(call, 600, "발행 취소", "CANCELISSUE", memo), "CancelIssue");
        mails.Invoice(call, moved, "TAX_CANCEL_ISSUE", moved.Form.InvoiceeEmail1, null);
        return Keyed(Answer.Done(), moved);
    }

    private Answer SendToNts(ApiCall call, Invoice invoice)
    {
        var (to, error) = InvoiceLifecycle.Next(invoice, InvoiceCommand.File, call.CorpNum);
        if (error is not null) return error;
        journal.Move(call.Db, invoice with { FileAt = call.Now }, to, call.Now, InvoiceJournal.Line(call, 302, "국세청 즉시 전송 요청", "NTS", null), null);
        return Keyed(Answer.Done(), invoice);
    }

    private static PopbillError? UsedKey(EmulatorSession db, InvoiceForm f) =>
        InvoiceTable.KeyIsUsed(db, f.InvoicerCorpNum, Side.Sell, f.InvoicerMgtKey) ? InvoiceErrors.KeyUsed(Side.Sell)
        : InvoiceTable.KeyIsUsed(db, f.InvoiceeCorpNum, Side.Buy, f.InvoiceeMgtKey) ? InvoiceErrors.KeyUsed(Side.Buy)
        : InvoiceTable.KeyIsUsed(db, f.TrusteeCorpNum, Side.Trustee, f.TrusteeMgtKey) ? InvoiceErrors.KeyUsed(Side.Trustee)
        : null;

    private static string? WriterKey(InvoiceForm f) => f.IssueType switch { "역발행" => f.InvoiceeMgtKey, "위수탁" => f.TrusteeMgtKey, _ => f.InvoicerMgtKey };

    private static Answer Keyed(Answer answer, Invoice invoice) => answer with { DocumentKey = WriterKey(invoice.Form) };
}
