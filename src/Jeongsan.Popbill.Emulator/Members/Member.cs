using System.Text.Json;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.Members;

internal sealed record Member
{
    public required string CorpNum { get; init; }
    public required string LoginId { get; init; }
    public string? CorpName { get; init; }
    public string? Ceoname { get; init; }
    public string? Addr { get; init; }
    public string? BizType { get; init; }
    public string? BizClass { get; init; }
    public required string JoinedAt { get; init; }

    public static Member? Find(EmulatorSession db, string corpNum) =>
        db.Text("SELECT facts FROM members WHERE corp_num = $0", corpNum) is { } facts ? JsonSerializer.Deserialize<Member>(facts, LenientJson.Options) : null;

    public void Add(EmulatorSession db) =>
        db.Execute("INSERT INTO members (corp_num, login_id, facts) VALUES ($0, $1, $2)", CorpNum, LoginId, JsonSerializer.Serialize(this, LenientJson.Options));

    public void Save(EmulatorSession db) =>
        db.Execute("UPDATE members SET facts = $1 WHERE corp_num = $0", CorpNum, JsonSerializer.Serialize(this, LenientJson.Options));
}

internal sealed record Contact
{
    public string? Id { get; init; }
    public string? PersonName { get; init; }
    public string? Tel { get; init; }
    public string? Hp { get; init; }
    public string? Fax { get; init; }
    public string? Email { get; init; }
    public int SearchRole { get; init; } = 1;
    public bool SearchAllAllowYN { get; init; }
    public bool MgrYN { get; init; }
    public string? RegDT { get; init; }
    public int State { get; init; } = 1;

    public static List<Contact> Of(EmulatorSession db, string corpNum) =>
        db.All("SELECT facts FROM contacts WHERE corp_num = $0 ORDER BY rowid", r => JsonSerializer.Deserialize<Contact>(r.GetString(0), LenientJson.Options)!, corpNum);

    public void Save(EmulatorSession db, string corpNum) =>
        db.Execute(
            "INSERT INTO contacts (corp_num, id, facts) VALUES ($0, $1, $2) ON CONFLICT (corp_num, id) DO UPDATE SET facts = $2",
            corpNum, Id, JsonSerializer.Serialize(this, LenientJson.Options));
}
