using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies.Formulas;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Policies.Formulas;

/// <param name="BaseVersion">The newest version that the author knew; refused when there is a newer one. Null does not ask.</param>
/// <param name="ApplyAt">Null: now.</param>
public sealed record NewSettlementFormulas(SettlementFormulaTexts Texts, int? BaseVersion, DateTimeOffset? ApplyAt, string? Memo);

public static class FormulaSettingLimits
{
    public const int MemoLengthMax = 300;
}

public abstract record FormulaSettingRefusal : Refusal
{
    private FormulaSettingRefusal()
    {
    }

    /// <summary>All mistakes, so that they can be mended at once.</summary>
    public sealed record Wrong(IReadOnlyList<FormulaMistake> Mistakes) : FormulaSettingRefusal;

    public sealed record VersionMoved(int BaseVersion, int Newest) : FormulaSettingRefusal;

    public sealed record ApplyAtPassed(DateTimeOffset Now) : FormulaSettingRefusal;

    /// <summary>One change may wait at a time.</summary>
    public sealed record AlreadyScheduled(int Number, DateTimeOffset AppliesFrom) : FormulaSettingRefusal;

    public sealed record AlreadyApplied(int Number) : FormulaSettingRefusal;

    public sealed record MemoTooLong(int LengthMax) : FormulaSettingRefusal;
}

/// <summary>Saves formulas as a new version that holds from now or from a set time. What was calculated before keeps its version.</summary>
public sealed class SaveSettlementFormulas(Store store)
{
    public const string Subject = "SettlementFormulas";

    public Task<Outcome<SettlementFormulaVersion>> HandleAsync(Tenant tenant, Actor actor, NewSettlementFormulas formulas, CancellationToken ct) =>
        store.CommandAsync<SettlementFormulaVersion>(tenant, actor, async work =>
        {
            await TenantLock.TakeAsync(work, "settlement-formulas", ct);
            var newest = await work.Db.Set<SettlementFormulaVersion>().MaxAsync(row => (int?)row.Number, ct) ?? 0;
            var settings = await PlatformSettings.ToChangeAsync(work, ct);
            if (Check(formulas, newest, settings, work.Now) is { } refusal)
            {
                return refusal;
            }
            var version = new SettlementFormulaVersion
            {
                MerchantId = tenant.Merchant,
                Mode = tenant.Mode,
                Number = newest + 1,
                Key = work.NewId("formulas"),
                Texts = formulas.Texts,
                AppliesFrom = formulas.ApplyAt ?? work.Now,
                CreatedAt = work.Now,
                Memo = formulas.Memo,
            };
            work.Db.Add(version);
            settings.FormulaTimes = [.. settings.FormulaTimes ?? [], new FormulaTime(version.Number, version.Key, version.AppliesFrom)];
            work.Record(Subject, $"{version.Number}", formulas.ApplyAt is null ? "SettlementFormulasSaved" : "SettlementFormulasScheduled", why: formulas.Memo);
            return version;
        }, ct);

    /// <summary>Calls off a version whose time has not come.</summary>
    public Task<Outcome<SettlementFormulaVersion>> CancelAsync(Tenant tenant, Actor actor, int number, CancellationToken ct) =>
        store.CommandAsync<SettlementFormulaVersion>(tenant, actor, async work =>
        {
            await TenantLock.TakeAsync(work, "settlement-formulas", ct);
            if (await work.Db.Set<SettlementFormulaVersion>().SingleOrDefaultAsync(row => row.Number == number && row.CancelledAt == null, ct) is not { } version)
            {
                return new StoredRefusal.NotFound(Subject, $"{number}");
            }
            if (version.AppliesFrom <= work.Now)
            {
                return new FormulaSettingRefusal.AlreadyApplied(number);
            }
            version.CancelledAt = work.Now;
            var settings = await PlatformSettings.ToChangeAsync(work, ct);
            settings.FormulaTimes = [.. (settings.FormulaTimes ?? []).Where(time => time.Number != number)];
            work.Record(Subject, $"{number}", "SettlementFormulasCancelled");
            return version;
        }, ct);

    private static Refusal? Check(NewSettlementFormulas formulas, int newest, PlatformSettings settings, DateTimeOffset now) =>
        formulas.Memo?.Length > FormulaSettingLimits.MemoLengthMax ? new FormulaSettingRefusal.MemoTooLong(FormulaSettingLimits.MemoLengthMax)
        : formulas.BaseVersion is { } known && known != newest ? new FormulaSettingRefusal.VersionMoved(known, newest)
        : formulas.ApplyAt is { } at && at <= now ? new FormulaSettingRefusal.ApplyAtPassed(now)
        : settings.FormulaTimes?.FirstOrDefault(time => time.AppliesFrom > now) is { } waiting ? new FormulaSettingRefusal.AlreadyScheduled(waiting.Number, waiting.AppliesFrom)
        : SettlementFormulas.Check(formulas.Texts) is { Count: > 0 } mistakes ? new FormulaSettingRefusal.Wrong(mistakes)
        : null;
}
