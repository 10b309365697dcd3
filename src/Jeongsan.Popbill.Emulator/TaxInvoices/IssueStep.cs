using System.Globalization;
using Jeongsan.Popbill.Emulator.Certificates;
using Jeongsan.Popbill.Emulator.Filing;
using Jeongsan.Popbill.Emulator.Lookups;
using Jeongsan.Popbill.Emulator.Mails;
using Jeongsan.Popbill.Emulator.Members;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.Webhooks;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.TaxInvoices;

/// <summary>Issuing: who, which state, in time, with which certificate, at whose cost; then approval number and signature.</summary>
internal sealed class IssueStep(PopbillEmulatorOptions options, InvoiceJournal journal, CertificateStore certificates, NoticeCalls notices, WebhookOutbox webhooks, Outgoing mails)
{
    private static readonly TimeOnly FilingHour = new(15, 0);

    public Answer Issue(ApiCall call, Invoice invoice, Memo memo)
    {
        var (to, error) = InvoiceLifecycle.Next(invoice, InvoiceCommand.Issue, call.CorpNum);
        if (error is not null) return error;
        var today = EmulatorClock.SeoulDay(call.Now);
        var writeDate = DateOnly.ParseExact(invoice.Form.WriteDate!, "yyyyMMdd", CultureInfo.InvariantCulture);
        if (writeDate > today) return InvoiceErrors.FutureWriteDate;
        var named = NamedHolidays.Of(call.Db);
        if (invoice.Form.ModifyCode == 5 && today > LetterOfCreditDeadline(writeDate)) return InvoiceErrors.LetterOfCreditLate;
        var late = today > Deadline(writeDate, named) && invoice.Form.ModifyCode is null;
        if (late && memo.ForceIssue != true) return InvoiceErrors.Late;
        var (key, unusable) = certificates.KeyOf(call.Db, invoice.Issuer, call.Now);
        if (key is null) return unusable!;
        var payer = Payer(invoice);
        if (PointAccounts.Charge(call, payer, options.UnitCostPoints, invoice.ItemKey, PointAccounts.TaxInvoice) is { } poor) return poor;

        var number = ApprovalNumbers.Next(call.Db, options, writeDate, invoice.ItemKey);
        var document = InvoiceDocument.Of(invoice, number, call.Now);
        if (Etax.EtaxInvoiceChecks.Check(document).FirstOrDefault(p => p.IsError) is { } problem) return new PopbillError(-11000001, problem.Message);
        InvoiceTable.SetXml(call.Db, invoice.ItemKey, Etax.EtaxSigner.Sign(document, key));
        var (state, date) = BusinessStates.OfRecipient(call.Db, invoice.Form);
        var issued = invoice with
        {
            FileAt = EmulatorClock.SeoulTime(KoreanBusinessDays.After(today, named), FilingHour),
            Facts = invoice.Facts with
            {
                IssueDT = EmulatorClock.Stamp(call.Now),
                LateIssue = late,
                NtsConfirmNum = number,
                PaidBy = payer,
                PaidPoints = options.UnitCostPoints,
                CloseDownState = state,
                CloseDownStateDate = date,
            },
        };
        issued = journal.Move(call.Db, issued, to, call.Now, InvoiceJournal.Line(call, 300, "발행", "ISSUE", memo.Text), "Issue");
        mails.Invoice(call, issued, issued.IsReverse ? "TAX_REVERSE_ISSUE" : "TAX_ISSUE", issued.Form.InvoiceeEmail1, memo.EmailSubject);
        webhooks.Add(call.Db, issued, "CLOSEDOWN", call.Now);
        if (issued.Form.InvoicerSMSSendYN == true || issued.Form.TrusteeSMSSendYN == true) notices.Announce(call, issued, issued.Form.InvoiceeHP1, $"[팝빌] {issued.Form.InvoicerCorpName}에서 세금계산서를 발행했습니다.");
        foreach (var contact in issued.Form.AddContactList ?? []) mails.Invoice(call, issued, "TAX_ISSUE", contact.Email, memo.EmailSubject);
        return Answer.Of(new { code = 1, message = "발행되었습니다.", ntsConfirmNum = number, issueDT = issued.Facts.IssueDT }) with
        {
            DocumentKey = issued.IsReverse ? issued.Form.InvoiceeMgtKey : issued.KeyOf(issued.IsConsigned ? Side.Trustee : Side.Sell),
        };
    }

    /// <summary>부가가치세법 제34조 제3항: the 10th of the next month, or the next business day.</summary>
    internal static DateOnly Deadline(DateOnly writeDate, IReadOnlyCollection<DateOnly>? named = null) =>
        KoreanBusinessDays.OnOrAfter(new DateOnly(writeDate.Year, writeDate.Month, 10).AddMonths(1), named);

    /// <summary>내국신용장: the 20th of the month after the half-year in which it was written.</summary>
    private static DateOnly LetterOfCreditDeadline(DateOnly writeDate) => writeDate.Month <= 6 ? new(writeDate.Year, 7, 20) : new(writeDate.Year + 1, 1, 20);

    private string Payer(Invoice invoice) =>
        options.PartnerPays ? PointAccounts.Partner : invoice.Form.ChargeDirection == "역과금" ? invoice.Form.InvoiceeCorpNum! : invoice.Issuer;
}
