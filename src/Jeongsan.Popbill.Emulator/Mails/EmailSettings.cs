using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.Mails;

/// <summary>Which kinds of mail a company lets Popbill send; all at first.</summary>
internal static class EmailSettings
{
    private static readonly string[] Types =
    [
        "TAX_ISSUE", "TAX_ISSUE_INVOICER", "TAX_CHECK", "TAX_CANCEL_ISSUE", "TAX_REQUEST", "TAX_CANCEL_REQUEST", "TAX_REFUSE", "TAX_REVERSE_ISSUE",
        "TAX_TRUST_ISSUE", "TAX_TRUST_ISSUE_TRUSTEE", "TAX_TRUST_ISSUE_INVOICER", "TAX_TRUST_CANCEL_ISSUE", "TAX_TRUST_CANCEL_ISSUE_INVOICER",
        "TAX_CLOSEDOWN", "TAX_NTSFAIL_INVOICER", "TAX_SEND_INFO", "ETC_CERT_EXPIRATION",
    ];

    public static bool Sends(EmulatorSession db, string corpNum, string type) =>
        db.Number("SELECT COUNT(*) FROM email_settings WHERE corp_num = $0 AND type = $1 AND send = 0", corpNum, type) == 0;

    public static Answer List(ApiCall call) => Answer.Of(Types.Select(t => new { emailType = t, sendYN = Sends(call.Db, call.CorpNum, t) }).ToList());

    public static Answer Update(ApiCall call)
    {
        if (call.Q("EmailType") is not { } type) return new PopbillError(-11010048, "메일 종류가 없습니다.");
        if (!Types.Contains(type)) return new PopbillError(-11010016, "메일 종류가 올바르지 않습니다.");
        if (!bool.TryParse(call.Q("SendYN"), out var send)) return new PopbillError(-11010017, "전송 여부가 없습니다.");
        call.Db.Execute(
            "INSERT INTO email_settings (corp_num, type, send) VALUES ($0, $1, $2) ON CONFLICT (corp_num, type) DO UPDATE SET send = $2",
            call.CorpNum, type, send ? 1 : 0);
        return Answer.Done();
    }
}
