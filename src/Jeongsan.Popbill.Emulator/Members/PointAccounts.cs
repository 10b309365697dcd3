using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.Members;

/// <summary>Prepaid points of members and of the partner. Never below zero.</summary>
internal static class PointAccounts
{
    public const string Partner = "partner";

    /// <summary>Null when it went through.</summary>
    public static PopbillError? Charge(ApiCall call, string account, long points, string itemKey)
    {
        var taken = call.OutOfPoints ? 0 : call.Db.Execute("UPDATE points SET balance = balance - $1 WHERE account = $0 AND balance >= $1", account, points);
        if (taken == 0) return account == Partner ? Errors.PartnerPointsTooLow : Errors.PointsTooLow;
        Record(call, account, -points, itemKey);
        return null;
    }

    public static void Refund(ApiCall call, string account, long points, string itemKey)
    {
        call.Db.Execute("UPDATE points SET balance = balance + $1 WHERE account = $0", account, points);
        Record(call, account, points, itemKey);
    }

    private static void Record(ApiCall call, string account, long change, string itemKey) =>
        call.Db.Execute("INSERT INTO point_moves (account, change, item_key, at) VALUES ($0, $1, $2, $3)", account, change, itemKey, EmulatorClock.Sortable(call.Now));
}
