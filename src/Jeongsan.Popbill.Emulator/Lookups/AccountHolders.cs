using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.Lookups;

/// <summary>예금주조회. Holders set through the admin API win; the others are invented from the account number, always the same.</summary>
internal sealed class AccountHolders(PopbillEmulatorOptions options)
{
    private const string NoAccount = "2";
    private const string OtherIdentity = "3";
    private static readonly string[] Families = ["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임"];
    private static readonly string[] Given = ["민준", "서연", "도윤", "지우", "하준", "서윤", "은우", "지민", "시우", "수아"];

    public Answer Name(ApiCall call)
    {
        if (Form(call, -18201000, 2, 5, 6, 7, 8) is { } error) return error;
        var (holder, _) = Find(call);
        return Answer.Of(Shape(call, holder, holder is null ? NoAccount : options.AccountFoundResult, null, null));
    }

    public Answer Identity(ApiCall call)
    {
        if (Form(call, -18301000, 2, 3, 4, 5, 6) is { } error) return error;
        if (call.Q("t") is not ("P" or "B")) return new PopbillError(-18301008, "식별번호 구분이 올바르지 않습니다.");
        var identity = call.Q("p");
        if (identity is null) return new PopbillError(-18301009, "식별번호가 없습니다.");
        if (!identity.All(char.IsAsciiDigit)) return new PopbillError(-18301010, "식별번호가 올바르지 않습니다.");
        if (call.Q("t") == "P" && identity.Length != 6) return new PopbillError(-18301011, "생년월일은 6자리입니다.");
        if (call.Q("t") == "B" && identity.Length != 10) return new PopbillError(-18301012, "사업자번호는 10자리입니다.");
        var (holder, owner) = Find(call);
        var same = owner is null ? !call.Q("n")!.EndsWith("1111", StringComparison.Ordinal) : owner == identity;
        var result = holder is null ? NoAccount : same ? options.AccountFoundResult : OtherIdentity;
        return Answer.Of(Shape(call, same ? holder : null, result, call.Q("t"), identity));
    }

    private static PopbillError? Form(ApiCall call, int block, int tooLong, int bankMissing, int bankBad, int numberMissing, int numberBad)
    {
        if (call.Q("c") is not { } bank) return new(block - bankMissing, "기관코드가 없습니다.");
        if (bank.Length != 4 || !bank.All(char.IsAsciiDigit)) return new(block - bankBad, "기관코드가 올바르지 않습니다.");
        if (call.Q("n") is not { } number) return new(block - numberMissing, "계좌번호가 없습니다.");
        if (number.Length > 30) return new(block - tooLong, "계좌번호는 30자리까지 입력할 수 있습니다.");
        return number.Length >= 7 && number.All(char.IsAsciiDigit) ? null : new(block - numberBad, "계좌번호가 올바르지 않습니다.");
    }

    private static (string? Holder, string? Identity) Find(ApiCall call)
    {
        var set = call.Db.One("SELECT holder, identity FROM accounts WHERE bank = $0 AND number = $1",
            r => Tuple.Create(r.GetString(0), r.IsDBNull(1) ? null : r.GetString(1)), call.Q("c"), call.Q("n"));
        if (set is not null) return (set.Item1, set.Item2);
        if (call.Q("n")!.EndsWith("0000", StringComparison.Ordinal)) return (null, null);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(call.Q("c") + call.Q("n")));
        return (Families[hash[0] % Families.Length] + Given[hash[1] % Given.Length], null);
    }

    private static object Shape(ApiCall call, string? holder, string result, string? identityKind, string? identity)
    {
        var message = holder is not null ? "조회되었습니다." : result == NoAccount ? "해당 계좌가 없습니다." : "예금주의 식별번호가 다릅니다.";
        var epoch = call.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var at = EmulatorClock.Stamp(call.Now);
        return identityKind is null
            ? new { resultCode = result, result, resultMessage = message, accountName = holder, bankCode = call.Q("c"), accountNumber = call.Q("n"), checkDate = epoch, checkDT = at }
            : new { result, resultMessage = message, accountName = holder, bankCode = call.Q("c"), accountNumber = call.Q("n"), identityNumType = identityKind, identityNum = identity, checkDate = epoch, checkDT = at };
    }
}
