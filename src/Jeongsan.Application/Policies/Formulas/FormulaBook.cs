using System.Collections.Concurrent;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Policies.Formulas;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Policies.Formulas;

/// <summary>A version of a platform's formulas, ready to compute.</summary>
public sealed record HeldFormulas(int Number, SettlementFormulas Formulas)
{
    public static HeldFormulas Default { get; } = new(0, SettlementFormulas.Default);
}

/// <summary>Finds the formulas that hold. A version never changes, so each is read and parsed once.</summary>
public sealed class FormulaBook
{
    private readonly ConcurrentDictionary<string, SettlementFormulas> _parsed = new(StringComparer.Ordinal);

    /// <summary>Those that hold at that time by the tenant's clock.</summary>
    public Task<HeldFormulas> HoldingAsync(JeongsanContext db, PlatformSettings settings, DateTimeOffset at, CancellationToken ct) =>
        ReadAsync(db, settings.FormulasAt(at), ct);

    /// <summary>Those that a transfer was calculated with.</summary>
    public async Task<HeldFormulas> OfVersionAsync(JeongsanContext db, int number, CancellationToken ct) =>
        number == 0
            ? HeldFormulas.Default
            : await ReadAsync(db, (await PlatformSettings.ReadAsync(db, ct)).FormulaTimes?.FirstOrDefault(time => time.Number == number), ct);

    private async Task<HeldFormulas> ReadAsync(JeongsanContext db, FormulaTime? time, CancellationToken ct)
    {
        if (time is null)
        {
            return HeldFormulas.Default;
        }
        if (!_parsed.TryGetValue(time.Key, out var formulas))
        {
            var number = time.Number;
            var texts = await db.Set<SettlementFormulaVersion>().AsNoTracking().Where(row => row.Number == number).Select(row => row.Texts).SingleAsync(ct);
            formulas = _parsed.GetOrAdd(time.Key, SettlementFormulas.Parse(texts).Value);
        }
        return new HeldFormulas(time.Number, formulas);
    }
}
