using System.Text;
using Jeongsan.Popbill.Emulator.Mails;
using Jeongsan.Popbill.Emulator.Members;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.TaxInvoices;

/// <summary>Mails, text messages and faxes on demand. Messages and faxes cost points and stay in the mailbox.</summary>
internal sealed class NoticeCalls(PopbillEmulatorOptions options, Outgoing mails)
{
    private const int SmsBytesMax = 90;

    public Answer Email(ApiCall call, Invoice invoice)
    {
        if (LenientJson.Read<Form>(call.Body) is not { Receiver: { } receiver }) return new PopbillError(-11005002, "메일 주소가 없거나 보낼 수 없는 상태입니다.");
        mails.Again(call, invoice, receiver);
        return Answer.Done();
    }

    public Answer Sms(ApiCall call, Invoice invoice)
    {
        var form = LenientJson.Read<Form>(call.Body) ?? new Form(null, null, null);
        if (invoice.State == 100) return new PopbillError(-11005014, "임시저장 문서는 문자를 보낼 수 없습니다.");
        if (form.Sender is null) return new PopbillError(-11005009, "발신번호가 없습니다.");
        if (form.Receiver is null) return new PopbillError(-11005010, "수신번호가 없습니다.");
        if (form.Contents is null) return new PopbillError(-11005011, "문자 내용이 없습니다.");
        if (PointAccounts.Charge(call, Payer(call.CorpNum), options.SmsCostPoints, invoice.ItemKey, PointAccounts.Sms) is { } poor) return poor;
        Outgoing.Message(call, invoice, "SMS", form.Receiver, Kept(form.Contents));
        return Answer.Done();
    }

    public Answer Fax(ApiCall call, Invoice invoice)
    {
        var form = LenientJson.Read<Form>(call.Body) ?? new Form(null, null, null);
        if (invoice.State == 100) return new PopbillError(-11005015, "임시저장 문서는 팩스를 보낼 수 없습니다.");
        if (form.Sender is null) return new PopbillError(-11005012, "발신번호가 없습니다.");
        if (form.Receiver is null) return new PopbillError(-11005013, "수신번호가 없습니다.");
        if (PointAccounts.Charge(call, Payer(call.CorpNum), options.FaxCostPoints, invoice.ItemKey, PointAccounts.Fax) is { } poor) return poor;
        Outgoing.Message(call, invoice, "FAX", form.Receiver, $"세금계산서 {invoice.Facts.NtsConfirmNum ?? invoice.ItemKey}");
        return Answer.Done();
    }

    /// <summary>The text message that an invoice orders with itself. Too few points keep it from being sent, not the invoice from being issued.</summary>
    public void Announce(ApiCall call, Invoice invoice, string? phone, string text)
    {
        if (phone is null || PointAccounts.Charge(call, Payer(call.CorpNum), options.SmsCostPoints, invoice.ItemKey, PointAccounts.Sms) is not null) return;
        Outgoing.Message(call, invoice, "SMS", phone, Kept(text));
    }

    private string Payer(string corpNum) => options.PartnerPays ? PointAccounts.Partner : corpNum;

    /// <summary>90 bytes in the encoding of the phone networks, a Korean letter counting two; the rest is lost.</summary>
    private static string Kept(string text)
    {
        var kept = new StringBuilder();
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.IsAscii ? 1 : 2;
            if (bytes > SmsBytesMax) break;
            kept.Append(rune.ToString());
        }
        return kept.ToString();
    }

    private sealed record Form(string? Sender, string? Receiver, string? Contents);
}
