using Jeongsan.Popbill.Emulator.Auth;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.Members;

/// <summary>Company, contacts, points and the popup links of /Member.</summary>
internal sealed class MemberCalls(PopbillEmulatorOptions options, PageTickets tickets)
{
    private static readonly string[] Pages = ["LOGIN", "CHRG", "PAYMENT", "USEHISTORY", "SEAL", "CERT"];

    public static Answer Company(ApiCall call) =>
        Member.Find(call.Db, call.CorpNum) is { } m ? Answer.Of(new { ceoname = m.Ceoname, corpName = m.CorpName, addr = m.Addr, bizType = m.BizType, bizClass = m.BizClass }) : Errors.NotAMember;

    public static Answer UpdateCompany(ApiCall call)
    {
        if (LenientJson.Read<CompanyForm>(call.Body) is not { } form) return new PopbillError(-10010008, "회사정보를 읽을 수 없습니다.");
        if (Member.Find(call.Db, call.CorpNum) is not { } member) return Errors.NotAMember;
        if (TooLong(form) is { } tooLong) return tooLong;
        (member with
        {
            Ceoname = form.Ceoname ?? member.Ceoname,
            CorpName = form.CorpName ?? member.CorpName,
            Addr = form.Addr ?? member.Addr,
            BizType = form.BizType ?? member.BizType,
            BizClass = form.BizClass ?? member.BizClass,
        }).Save(call.Db);
        return Answer.Done();
    }

    public static Answer Contacts(ApiCall call) => Answer.Of(Contact.Of(call.Db, call.CorpNum));

    public static Answer OneContact(ApiCall call)
    {
        if (LenientJson.ReadSingleQuoted<ContactForm>(call.Body) is not { Id: { } id }) return new PopbillError(-10010002, "담당자 아이디가 없습니다.");
        return Contact.Of(call.Db, call.CorpNum).Find(c => c.Id == id) is { } contact ? Answer.Of(contact) : Errors.ContactUnknown;
    }

    public static Answer AddContact(ApiCall call)
    {
        if (LenientJson.Read<ContactForm>(call.Body) is not { Id: { } id } form) return Errors.ContactMissing;
        if (id.Length is < 4 or > 50) return Errors.LoginIdLength;
        if ((form.Password ?? form.Pwd) is not { Length: >= 8 and <= 20 }) return Errors.PasswordForm;
        if (call.Db.Number("SELECT COUNT(*) FROM contacts WHERE id = $0", id) > 0) return Errors.LoginIdInUse;
        if (TooLong(form) is { } tooLong) return tooLong;
        Filled(form, new Contact { Id = id, RegDT = EmulatorClock.Stamp(call.Now) }).Save(call.Db, call.CorpNum);
        return Answer.Done();
    }

    public static Answer UpdateContact(ApiCall call)
    {
        if (LenientJson.Read<ContactForm>(call.Body) is not { Id: { } id } form) return Errors.ContactMissing;
        if (Contact.Of(call.Db, call.CorpNum).Find(c => c.Id == id) is not { } contact) return Errors.ContactUnknown;
        if (TooLong(form) is { } tooLong) return tooLong;
        Filled(form, contact).Save(call.Db, call.CorpNum);
        return Answer.Done();
    }

    public static Answer DeleteContact(ApiCall call)
    {
        if (call.Q("ContactID") is not { } id) return new PopbillError(-10010033, "삭제할 담당자 아이디가 없습니다.");
        if (Contact.Of(call.Db, call.CorpNum).Find(c => c.Id == id) is not { } contact) return Errors.ContactUnknown;
        if (contact.MgrYN) return Errors.ContactIsManager;
        call.Db.Execute("DELETE FROM contacts WHERE corp_num = $0 AND id = $1", call.CorpNum, id);
        return Answer.Done();
    }

    public Answer Page(ApiCall call) => call.Q("TG") is { } target && Pages.Contains(target) ? Answer.Url(tickets.Link(target, call.CorpNum)) : Errors.BadTogo;

    public Answer ChargeInfo() =>
        Answer.Of(new { unitCost = options.UnitCostPoints.ToString(System.Globalization.CultureInfo.InvariantCulture), chargeMethod = options.PartnerPays ? "파트너" : "연동", rateSystem = "종량제" });

    public Answer UnitCost() => Answer.Of(new { unitCost = options.UnitCostPoints });

    public static Answer Points(ApiCall call) => Answer.Of(new { remainPoint = Balance(call, call.CorpNum) });

    public static Answer PartnerPoints(ApiCall call) => Answer.Of(new { remainPoint = Balance(call, PointAccounts.Partner) });

    /// <summary>Texts, not numbers. The emulator gives no bonus points.</summary>
    public static Answer TotalPoints(ApiCall call)
    {
        var points = Balance(call, call.CorpNum).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Answer.Of(new { totalPoint = points, chargePoint = points, bonusPoint = "0" });
    }

    public Answer ChargePage(ApiCall call) => call.Q("TG") == "CHRG" ? Answer.Url(tickets.Link("CHRG", call.CorpNum)) : Errors.BadTogo;

    public static Answer RefundablePoints(ApiCall call) => Answer.Of(new { refundableBalance = Balance(call, call.CorpNum) });

    public static Answer Quit(ApiCall call)
    {
        if (LenientJson.ReadSingleQuoted<QuitForm>(call.Body) is not { QuitReason: { } reason }) return new PopbillError(-10001071, "탈퇴 사유가 없습니다.");
        if (reason.Length > 300) return new PopbillError(-10001076, "탈퇴 사유는 300자까지 입력할 수 있습니다.");
        foreach (var table in (string[])["contacts", "certificates", "members"]) call.Db.Execute($"DELETE FROM {table} WHERE corp_num = $0", call.CorpNum);
        call.Db.Execute("DELETE FROM points WHERE account = $0", call.CorpNum);
        return Answer.Done();
    }

    private static long Balance(ApiCall call, string account) => PointAccounts.Balance(call.Db, account);

    private static Contact Filled(ContactForm form, Contact contact) => contact with
    {
        PersonName = form.PersonName ?? contact.PersonName,
        Tel = form.Tel ?? contact.Tel,
        Hp = form.Hp ?? contact.Hp,
        Fax = form.Fax ?? contact.Fax,
        Email = form.Email ?? contact.Email,
        SearchRole = form.SearchRole ?? contact.SearchRole,
        SearchAllAllowYN = form.SearchAllAllowYN ?? contact.SearchAllAllowYN,
    };

    private static PopbillError? TooLong(CompanyForm form) => form switch
    {
        { BizType.Length: > 100 } => new(-10001054, "업태는 100자까지 입력할 수 있습니다."),
        { BizClass.Length: > 100 } => new(-10001055, "종목은 100자까지 입력할 수 있습니다."),
        { Ceoname.Length: > 100 } => new(-10001056, "대표자성명은 100자까지 입력할 수 있습니다."),
        { CorpName.Length: > 200 } => new(-10001057, "상호는 200자까지 입력할 수 있습니다."),
        { Addr.Length: > 300 } => new(-10001058, "주소는 300자까지 입력할 수 있습니다."),
        _ => null,
    };

    private static PopbillError? TooLong(ContactForm form) => form switch
    {
        { Email.Length: > 100 } => new(-10001077, "담당자 메일은 100자까지 입력할 수 있습니다."),
        { Tel.Length: > 20 } => new(-10001078, "담당자 연락처는 20자까지 입력할 수 있습니다."),
        { PersonName.Length: > 100 } => new(-10001079, "담당자 성명은 100자까지 입력할 수 있습니다."),
        { Hp.Length: > 20 } => new(-10001080, "휴대폰 번호는 20자까지 입력할 수 있습니다."),
        { Fax.Length: > 20 } => new(-10001096, "팩스 번호는 20자까지 입력할 수 있습니다."),
        _ => null,
    };

    private sealed record CompanyForm(string? Ceoname, string? CorpName, string? Addr, string? BizType, string? BizClass);

    private sealed record ContactForm(
        string? Id, string? Password, string? Pwd, string? PersonName, string? Tel, string? Hp, string? Fax, string? Email, int? SearchRole, bool? SearchAllAllowYN);

    private sealed record QuitForm(string? QuitReason);
}
