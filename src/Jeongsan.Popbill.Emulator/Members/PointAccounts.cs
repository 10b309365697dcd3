using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.Members;

/// <summary>Prepaid points of members and of the partner. Never below zero.</summary>
internal static class PointAccounts
{
    public const string Partner = "partner";

    /// <summary>Codes of what points are for follow the products' scopes.</summary>
    public const int TaxInvoice = 110;
    public const int Sms = 150;
    public const int Fax = 160;
    public const int None = 0;

    // Popbill's table of txType is not public: these are the emulator's.
    private const int Charged = 1;
    private const int Used = 2;
    private const int GivenBack = 3;
    private const int PaidOut = 4;

    /// <summary>Null when it went through.</summary>
    public static PopbillError? Charge(ApiCall call, string account, long points, string itemKey, int itemCode)
    {
        var taken = call.OutOfPoints ? 0 : call.Db.Execute("UPDATE points SET balance = balance - $1 WHERE account = $0 AND balance >= $1", account, points);
        if (taken == 0) return account == Partner ? Errors.PartnerPointsTooLow : Errors.PointsTooLow;
        Record(call.Db, call.Now, account, -points, itemKey, itemCode, Used);
        return null;
    }

    public static void Refund(ApiCall call, string account, long points, string itemKey, int itemCode) =>
        Add(call.Db, call.Now, account, points, itemKey, itemCode, GivenBack);

    /// <summary>Points that were bought.</summary>
    public static void Buy(EmulatorSession db, DateTimeOffset now, string account, long points, string settleCode) => Add(db, now, account, points, settleCode, None, Charged);

    /// <summary>False when there are not so many.</summary>
    public static bool PayOut(ApiCall call, string account, long points, string refundCode)
    {
        if (call.Db.Execute("UPDATE points SET balance = balance - $1 WHERE account = $0 AND balance >= $1", account, points) == 0) return false;
        Record(call.Db, call.Now, account, -points, refundCode, None, PaidOut);
        return true;
    }

    public static long Balance(EmulatorSession db, string account) => db.Number("SELECT balance FROM points WHERE account = $0", account);

    private static void Add(EmulatorSession db, DateTimeOffset now, string account, long points, string reference, int itemCode, int kind)
    {
        db.Execute("UPDATE points SET balance = balance + $1 WHERE account = $0", account, points);
        Record(db, now, account, points, reference, itemCode, kind);
    }

    private static void Record(EmulatorSession db, DateTimeOffset now, string account, long change, string reference, int itemCode, int kind) => db.Execute(
        "INSERT INTO point_moves (account, change, item_key, at, item_code, kind, balance) VALUES ($0, $1, $2, $3, $4, $5, $6)",
        account, change, reference, EmulatorClock.Sortable(now), itemCode, kind, Balance(db, account));
}
