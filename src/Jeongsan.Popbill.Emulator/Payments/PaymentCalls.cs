using System.Globalization;
using System.Text.Json;
using Jeongsan.Popbill.Emulator.Members;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.Payments;

internal sealed record Payment(
    string ProductType, string ProductName, string SettleType, string? SettlerName, string? SettlerEmail, string SettleCost, string SettlePoint, int SettleState, string RegDT, string StateDT);

internal sealed record Refund(string ReqDT, string RequestPoint, string? AccountBank, string? AccountNum, string? AccountName, int State, string? Reason);

/// <summary>Points by bank transfer, given back, and what they were used for. State numbers are the emulator's: 1 waiting, 2 done.</summary>
internal static class PaymentCalls
{
    private const int Waiting = 1;
    private const int Done = 2;
    private const int SpanMonthsMax = 6;

    public static Answer Order(ApiCall call)
    {
        if (LenientJson.Read<PaymentForm>(call.Body) is not { } form) return Errors.Malformed;
        if (form.SettlerName is null || form.SettlerEmail is null) return Errors.ContactMissing;
        if (Won(form.SettleCost) is not (> 0 and { } cost)) return new PopbillError(-99910011, "결제금액이 올바르지 않습니다.");
        var now = EmulatorClock.Stamp(call.Now);
        var code = string.Create(CultureInfo.InvariantCulture, $"{now}{Settings.Next(call.Db, "payment-sequence") % 10_000:D4}");
        var text = cost.ToString(CultureInfo.InvariantCulture);
        var payment = new Payment("POINT", "포인트 충전", "무통장입금", form.SettlerName, form.SettlerEmail, text, text, Waiting, now, now);
        call.Db.Execute("INSERT INTO payments (code, corp_num, facts) VALUES ($0, $1, $2)", code, call.CorpNum, JsonSerializer.Serialize(payment, LenientJson.Options));
        return Answer.Of(new { code = 1, message = "접수되었습니다.", settleCode = code }) with { DocumentKey = code };
    }

    public static Answer OrderState(ApiCall call, string code) =>
        call.Db.Text("SELECT facts FROM payments WHERE code = $0 AND corp_num = $1", code, call.CorpNum) is { } facts
            ? Answer.Of(JsonSerializer.Deserialize<Payment>(facts, LenientJson.Options)!)
            : new PopbillError(-99009028, "결제 정보가 없습니다.");

    /// <summary>The deposit arrived; the admin API says so. False when there is nothing to pay.</summary>
    public static bool Pay(EmulatorSession db, string code, DateTimeOffset now)
    {
        var found = db.One("SELECT corp_num, facts FROM payments WHERE code = $0", r => Tuple.Create(r.GetString(0), JsonSerializer.Deserialize<Payment>(r.GetString(1), LenientJson.Options)!), code);
        if (found is null || found.Item2.SettleState != Waiting) return false;
        var paid = found.Item2 with { SettleState = Done, StateDT = EmulatorClock.Stamp(now) };
        db.Execute("UPDATE payments SET facts = $1 WHERE code = $0", code, JsonSerializer.Serialize(paid, LenientJson.Options));
        PointAccounts.Buy(db, now, found.Item1, long.Parse(paid.SettlePoint, CultureInfo.InvariantCulture), code);
        return true;
    }

    public static Answer OrderHistory(ApiCall call)
    {
        if (Span(call, out var from, out var to) is { } error) return error;
        var all = call.Db.All("SELECT facts FROM payments WHERE corp_num = $0 ORDER BY code DESC", r => JsonSerializer.Deserialize<Payment>(r.GetString(0), LenientJson.Options)!, call.CorpNum);
        return Page(call, [.. all.Where(p => string.CompareOrdinal(p.RegDT[..8], from) >= 0 && string.CompareOrdinal(p.RegDT[..8], to) <= 0)]);
    }

    public static Answer UseHistory(ApiCall call)
    {
        if (Span(call, out var from, out var to) is { } error) return error;
        var manager = Contact.Of(call.Db, call.CorpNum).Find(c => c.MgrYN);
        var all = call.Db.All("SELECT item_code, kind, change, balance, at FROM point_moves WHERE account = $0 ORDER BY id", r => new
        {
            itemCode = r.GetInt32(0),
            txType = r.GetInt32(1),
            txPoint = r.GetInt64(2).ToString(CultureInfo.InvariantCulture),
            balance = r.GetInt64(3).ToString(CultureInfo.InvariantCulture),
            txDT = EmulatorClock.Stamp(DateTimeOffset.Parse(r.GetString(4), CultureInfo.InvariantCulture)),
            userID = manager?.Id,
            userName = manager?.PersonName,
        }, call.CorpNum).Where(m => string.CompareOrdinal(m.txDT[..8], from) >= 0 && string.CompareOrdinal(m.txDT[..8], to) <= 0).ToList();
        if (call.Q("Order") != "A") all.Reverse();
        return Page(call, all);
    }

    public static Answer RefundPoints(ApiCall call)
    {
        if (LenientJson.Read<RefundForm>(call.Body) is not { } form) return new PopbillError(-10010021, "환불 신청 정보를 읽을 수 없습니다.");
        if (Missing(form) is { } missing) return missing;
        if (Won(form.RequestPoint) is not (> 0 and { } points)) return new PopbillError(-10010024, "환불 포인트가 올바르지 않습니다.");
        var now = EmulatorClock.Stamp(call.Now);
        var code = string.Create(CultureInfo.InvariantCulture, $"{now}{Settings.Next(call.Db, "refund-sequence") % 10_000:D4}");
        if (!PointAccounts.PayOut(call, call.CorpNum, points, code)) return new PopbillError(-10010023, "환불할 수 있는 포인트를 넘었습니다.");
        var refund = new Refund(now, form.RequestPoint!, form.AccountBank, form.AccountNum, form.AccountName, Waiting, form.Reason);
        call.Db.Execute("INSERT INTO refunds (code, corp_num, facts) VALUES ($0, $1, $2)", code, call.CorpNum, JsonSerializer.Serialize(refund, LenientJson.Options));
        return Answer.Of(new { code = 1, message = "접수되었습니다.", refundCode = code }) with { DocumentKey = code };
    }

    public static Answer RefundState(ApiCall call, string code) =>
        call.Db.Text("SELECT facts FROM refunds WHERE code = $0 AND corp_num = $1", code, call.CorpNum) is { } facts
            ? Answer.Of(JsonSerializer.Deserialize<Refund>(facts, LenientJson.Options)!)
            : new PopbillError(-99009038, "환불 정보가 없습니다.");

    public static Answer RefundHistory(ApiCall call) =>
        Page(call, call.Db.All("SELECT facts FROM refunds WHERE corp_num = $0 ORDER BY code DESC", r => JsonSerializer.Deserialize<Refund>(r.GetString(0), LenientJson.Options)!, call.CorpNum));

    private static PopbillError? Missing(RefundForm form) => form switch
    {
        { ContactName: null } => new(-99009018, "담당자 성명이 없습니다."),
        { Tel: null } => new(-99009019, "담당자 연락처가 없습니다."),
        { RequestPoint: null } => new(-99009020, "환불 포인트가 없습니다."),
        { AccountBank: null } => new(-99009021, "은행이 없습니다."),
        { AccountName: null } => new(-99009022, "예금주가 없습니다."),
        { AccountNum: null } => new(-99009023, "계좌번호가 없습니다."),
        _ => null,
    };

    private static PopbillError? Span(ApiCall call, out string from, out string to)
    {
        (from, to) = (call.Q("SDate") ?? "", call.Q("EDate") ?? "");
        if (from.Length == 0) return new(-10010036, "시작일자가 없습니다.");
        if (to.Length == 0) return new(-10010037, "종료일자가 없습니다.");
        if (!Day(from, out var first)) return new(-10010034, "시작일자가 올바르지 않습니다.");
        return Day(to, out var last) && last <= first.AddMonths(SpanMonthsMax) ? null : new(-10010035, "종료일자가 올바르지 않습니다.");
    }

    private static Answer Page<T>(ApiCall call, List<T> all)
    {
        var page = Math.Max(1, Whole(call.Q("Page")) ?? 1);
        var perPage = Math.Clamp(Whole(call.Q("PerPage")) ?? 500, 1, 1000);
        return Answer.Of(new
        {
            code = 1,
            message = "정상적으로 처리되었습니다.",
            total = all.Count,
            perPage,
            pageNum = page,
            pageCount = (all.Count + perPage - 1) / perPage,
            list = all.Skip((page - 1) * perPage).Take(perPage).ToList(),
        });
    }

    private static bool Day(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static int? Whole(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long? Won(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var won) ? won : null;

    private sealed record PaymentForm(string? SettlerName, string? SettlerEmail, string? NotifyHP, string? PaymentName, string? SettleCost);

    private sealed record RefundForm(string? ContactName, string? Tel, string? RequestPoint, string? AccountBank, string? AccountNum, string? AccountName, string? Reason);
}
