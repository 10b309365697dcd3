using Jeongsan.Popbill.Emulator.Faults;
using Jeongsan.Popbill.Emulator.Filing;
using Jeongsan.Popbill.Emulator.Payments;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Jeongsan.Popbill.Emulator.Admin;

/// <summary>What only an emulator has: its clock, what it sent, what it was asked, and faults on order.</summary>
internal static class AdminEndpoints
{
    public sealed record ClockForm(DateTimeOffset? Now);

    public sealed record PointsForm(string CorpNum, long Points);

    public sealed record BusinessForm(string? TaxType, string? State, string? StateDate);

    public sealed record AccountForm(string BankCode, string AccountNumber, string Holder, string? Identity);

    public static void Map(IEndpointRouteBuilder app)
    {
        var admin = app.MapGroup("/emulator");
        admin.MapGet("/clock", async (EmulatorStore store, EmulatorClock clock, CancellationToken ct) => Json(new { now = await store.InTransactionAsync(clock.Now, ct) }));
        admin.MapPut("/clock", SetClockAsync);
        admin.MapGet("/mails", async (EmulatorStore store, CancellationToken ct) => Json(await store.InTransactionAsync(AdminReads.Mails, ct)));
        admin.MapGet("/state", async (EmulatorStore store, EmulatorClock clock, CancellationToken ct) => Json(await store.InTransactionAsync(db => AdminReads.State(db, clock.Now(db)), ct)));
        admin.MapGet("/requests", async (EmulatorStore store, CancellationToken ct) => Json(await store.InTransactionAsync(AdminReads.Requests, ct)));
        admin.MapGet("/webhooks", async (EmulatorStore store, CancellationToken ct) => Json(await store.InTransactionAsync(AdminReads.Webhooks, ct)));
        admin.MapGet("/faults", async (EmulatorStore store, CancellationToken ct) => Json(await store.InTransactionAsync(FaultPlan.Get, ct)));
        admin.MapPut("/faults", (HttpContext http, EmulatorStore store) => Do<FaultPlan.Plan>(http, store, (db, plan) => FaultPlan.Set(db, plan with { Rules = plan.Rules ?? [] })));
        MapLater(admin);
        admin.MapPut("/points", (HttpContext http, EmulatorStore store) => Do<PointsForm>(http, store, (db, f) =>
            db.Execute("INSERT INTO points (account, balance) VALUES ($0, $1) ON CONFLICT (account) DO UPDATE SET balance = $1", f.CorpNum, f.Points)));
        admin.MapPut("/businesses/{number}", (string number, HttpContext http, EmulatorStore store) => Do<BusinessForm>(http, store, (db, f) =>
            db.Execute("INSERT INTO businesses (number, tax_type, state, state_date) VALUES ($0, $1, $2, $3) ON CONFLICT (number) DO UPDATE SET tax_type = $1, state = $2, state_date = $3", number, f.TaxType, f.State, f.StateDate)));
        admin.MapPut("/accounts", (HttpContext http, EmulatorStore store) => Do<AccountForm>(http, store, (db, f) =>
            db.Execute("INSERT INTO accounts (bank, number, holder, identity) VALUES ($0, $1, $2, $3) ON CONFLICT (bank, number) DO UPDATE SET holder = $2, identity = $3", f.BankCode, f.AccountNumber, f.Holder, f.Identity)));
    }

    private static void MapLater(RouteGroupBuilder admin)
    {
        admin.MapGet("/pace", async (EmulatorStore store, Pace pace, CancellationToken ct) => Json(await store.InTransactionAsync(pace.Of, ct)));
        admin.MapPut("/pace", (HttpContext http, EmulatorStore store, Pace pace) => Do<PaceRule>(http, store, pace.Set));
        admin.MapGet("/holidays", async (EmulatorStore store, CancellationToken ct) => Json(await store.InTransactionAsync(NamedHolidays.Of, ct)));
        admin.MapPut("/holidays", (HttpContext http, EmulatorStore store) => Do<List<DateOnly>>(http, store, NamedHolidays.Set));
        admin.MapPut("/payments/{code}", async (string code, EmulatorStore store, EmulatorClock clock) =>
            Json(new { ok = await store.InTransactionAsync(db => PaymentCalls.Pay(db, code, clock.Now(db)), CancellationToken.None) }));
    }

    /// <summary>Everything that became due is filed before the answer.</summary>
    private static async Task<IResult> SetClockAsync(HttpContext http, EmulatorStore store, EmulatorClock clock, FilingWorker filing)
    {
        if (await ReadAsync<ClockForm>(http) is not { } form) return Bad();
        await store.InTransactionAsync(db => { clock.Set(db, form.Now ?? clock.RealNow); return true; }, CancellationToken.None);
        await filing.FileDueAsync(CancellationToken.None);
        return Json(new { now = await store.InTransactionAsync(clock.Now, http.RequestAborted) });
    }

    private static async Task<IResult> Do<T>(HttpContext http, EmulatorStore store, Action<EmulatorSession, T> change) where T : class
    {
        if (await ReadAsync<T>(http) is not { } form) return Bad();
        await store.InTransactionAsync(db => { change(db, form); return true; }, CancellationToken.None);
        return Json(new { ok = true });
    }

    private static async Task<T?> ReadAsync<T>(HttpContext http) where T : class
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return LenientJson.Read<T>(body.ToArray());
    }

    private static IResult Bad() => Results.Json(new { ok = false, message = "요청 본문을 읽을 수 없습니다." }, LenientJson.Options, statusCode: 400);

    private static IResult Json(object value) => Results.Json(value, LenientJson.Options);
}
