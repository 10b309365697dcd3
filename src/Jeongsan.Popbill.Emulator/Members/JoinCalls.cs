using Jeongsan.Popbill.Emulator.Mails;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.Members;

/// <summary>Joining and asking who has joined: the calls without a token.</summary>
internal sealed class JoinCalls(PopbillEmulatorOptions options, Outgoing mails)
{
    public Answer IsMember(ApiCall call)
    {
        if (call.Q("LID") is not { } linkId) return Errors.LinkIdMissing;
        if (linkId != options.LinkId) return Errors.UnknownLinkId;
        var joined = Member.Find(call.Db, call.Q("CorpNum") ?? "") is not null;
        return Answer.Done(joined ? "가입" : "미가입", joined ? 1 : 0) with { DocumentKey = call.Q("CorpNum") };
    }

    public Answer IsIdUsed(ApiCall call)
    {
        var used = call.Db.Number("SELECT COUNT(*) FROM contacts WHERE id = $0", call.Q("ID")) > 0;
        return Answer.Done(used ? "사용중" : "사용가능", used ? 1 : 0);
    }

    public Answer Join(ApiCall call)
    {
        if (LenientJson.Read<Form>(call.Body) is not { } form) return Errors.NoJoinForm;
        if (form.LinkID is null) return Errors.LinkIdMissing;
        if (form.LinkID != options.LinkId) return Errors.UnknownLinkId;
        if (Missing(form) is { } missing) return missing;
        if (TooLong(form) is { } tooLong) return tooLong;
        if (form.CorpNum!.Length != 10 || !form.CorpNum.All(char.IsAsciiDigit)) return Errors.CorpNumLength;
        if (options.CheckBusinessNumbers && !Etax.BusinessNumber.IsValid(form.CorpNum)) return Errors.CorpNumUnusable;
        if (form.ID!.Length is < 4 or > 50) return Errors.LoginIdLength;
        if (!form.ID.All(c => char.IsAsciiLetterOrDigit(c) || "-_.@".Contains(c, StringComparison.Ordinal))) return Errors.LoginIdCharacters;
        if ((form.Password ?? form.PWD) is not { Length: >= 8 and <= 20 }) return Errors.PasswordForm;
        if (Member.Find(call.Db, form.CorpNum) is not null) return Errors.AlreadyMember;
        if (call.Db.Number("SELECT COUNT(*) FROM contacts WHERE id = $0", form.ID) > 0) return Errors.LoginIdInUse;

        var now = EmulatorClock.Stamp(call.Now);
        new Member
        {
            CorpNum = form.CorpNum,
            LoginId = form.ID,
            CorpName = form.CorpName,
            Ceoname = form.CEOName,
            Addr = form.Addr,
            BizType = form.BizType,
            BizClass = form.BizClass,
            JoinedAt = now,
        }.Add(call.Db);
        new Contact
        {
            Id = form.ID,
            PersonName = form.ContactName,
            Tel = form.ContactTEL,
            Hp = form.ContactHP,
            Fax = form.ContactFAX,
            Email = form.ContactEmail,
            SearchRole = 3,
            SearchAllAllowYN = true,
            MgrYN = true,
            RegDT = now,
        }.Save(call.Db, form.CorpNum);
        call.Db.Execute("INSERT INTO points (account, balance) VALUES ($0, $1)", form.CorpNum, options.MemberStartPoints);
        mails.Welcome(call, form.ContactEmail!, form.CorpName!, form.ID);
        return Answer.Done("가입되었습니다.") with { DocumentKey = form.CorpNum };
    }

    private static PopbillError? Missing(Form form) =>
        form switch
        {
            { CorpNum: null } => new(-10001004, "사업자번호가 없습니다."),
            { ID: null } => Errors.LoginIdMissing,
            { Password: null, PWD: null } => new(-10001002, "비밀번호가 없습니다."),
            { CEOName: null } => new(-10001005, "대표자성명이 없습니다."),
            { CorpName: null } => new(-10001006, "상호가 없습니다."),
            { Addr: null } => new(-10001007, "주소가 없습니다."),
            { BizType: null } => new(-10001008, "업태가 없습니다."),
            { BizClass: null } => new(-10001009, "종목이 없습니다."),
            { ContactName: null } => new(-10001013, "담당자 성명이 없습니다."),
            { ContactEmail: null } => new(-10001011, "담당자 메일이 없습니다."),
            { ContactTEL: null } => new(-10001012, "담당자 연락처가 없습니다."),
            _ => null,
        };

    private static PopbillError? TooLong(Form form) =>
        form switch
        {
            { BizType.Length: > 100 } => new(-10001054, "업태는 100자까지 입력할 수 있습니다."),
            { BizClass.Length: > 100 } => new(-10001055, "종목은 100자까지 입력할 수 있습니다."),
            { CEOName.Length: > 100 } => new(-10001056, "대표자성명은 100자까지 입력할 수 있습니다."),
            { CorpName.Length: > 200 } => new(-10001057, "상호는 200자까지 입력할 수 있습니다."),
            { Addr.Length: > 300 } => new(-10001058, "주소는 300자까지 입력할 수 있습니다."),
            { ContactEmail.Length: > 100 } => new(-10001077, "담당자 메일은 100자까지 입력할 수 있습니다."),
            { ContactTEL.Length: > 20 } => new(-10001078, "담당자 연락처는 20자까지 입력할 수 있습니다."),
            { ContactName.Length: > 100 } => new(-10001079, "담당자 성명은 100자까지 입력할 수 있습니다."),
            { ContactHP.Length: > 20 } => new(-10001080, "휴대폰 번호는 20자까지 입력할 수 있습니다."),
            { ContactFAX.Length: > 20 } => new(-10001096, "팩스 번호는 20자까지 입력할 수 있습니다."),
            _ => null,
        };

    private sealed record Form(
        string? LinkID, string? CorpNum, string? CorpName, string? CEOName, string? Addr, string? BizType, string? BizClass, string? ID,
        string? Password, string? PWD, string? ContactName, string? ContactEmail, string? ContactTEL, string? ContactHP, string? ContactFAX);
}
