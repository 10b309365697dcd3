using Jeongsan.Application.Policies.Formulas;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies.Formulas;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Transfers;

/// <summary>All that a transfer's amounts come from.</summary>
/// <param name="Original">Of a cancellation: the order that it cancels; null when that one is gone.</param>
/// <param name="Formulas">Of the version that calculated it.</param>
/// <param name="FormulasApplyFrom">Null for the formulas that hold while a platform sets none.</param>
/// <param name="Steps">Each evaluation of a formula, in its order; of an order only.</param>
/// <param name="IsReproduced">Calculating it again gives the stored amounts. False would be a fault of ours.</param>
/// <param name="DateByContract">The settlement date that the contract's cycle gives today; the transfer's own may have been stated.</param>
public sealed record ExplainedTransfer(
    Transfer Transfer,
    Transfer? Original,
    HeldFormulas Formulas,
    DateTimeOffset? FormulasApplyFrom,
    IReadOnlyList<FormulaStep> Steps,
    bool IsReproduced,
    DateOnly? DateByContract);

/// <summary>어떻게 계산했나요: each amount of a transfer with its formula, inputs, rounding and policy.</summary>
public sealed class ExplainTransfer(Store store, FormulaBook book)
{
    public async Task<Outcome<ExplainedTransfer>> HandleAsync(Tenant tenant, TransferId id, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        if (await db.Set<Transfer>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } transfer)
        {
            return new StoredRefusal.NotFound(RegisterOrder.Subject, id.Value);
        }
        var formulas = await book.OfVersionAsync(db, transfer.FormulaVersion, ct);
        var original = transfer.OriginalTransferId is { } originalId ? await db.Set<Transfer>().SingleOrDefaultAsync(row => row.Id == originalId, ct) : null;
        var number = transfer.FormulaVersion;
        var appliesFrom = await db.Set<SettlementFormulaVersion>().Where(row => row.Number == number).Select(row => (DateTimeOffset?)row.AppliesFrom).SingleOrDefaultAsync(ct);
        return Explain(transfer, original, formulas, appliesFrom, await PlatformSettings.ReadAsync(db, ct));
    }

    internal static ExplainedTransfer Explain(Transfer transfer, Transfer? original, HeldFormulas formulas, DateTimeOffset? appliesFrom, PlatformSettings settings)
    {
        DateOnly? byContract = transfer is { Contract: { } contract, SettlementStartDate: { } start }
            ? contract.Terms.SettlementCycle.DateFor(start, settings.BusinessDays(), settings.AdjustSettlementDateAfterHolidayIfEarlier)
            : null;
        if (transfer.Kind != TransferKind.Order)
        {
            return new ExplainedTransfer(transfer, original, formulas, appliesFrom, [], IsReproduced: true, byContract);
        }
        var trace = new FormulaTrace();
        var again = TransferReplay.Calculate(transfer, transfer.Contract!.Terms, formulas.Formulas, trace);
        var isReproduced = !again.IsRefused && again.Value.Details.Amounts == transfer.Amounts && again.Value.FormulaResults.SequenceEqual(transfer.FormulaResults);
        return new ExplainedTransfer(transfer, null, formulas, appliesFrom, trace.Steps, isReproduced, byContract);
    }
}
