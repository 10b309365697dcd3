using Jeongsan.Application.Policies.Formulas;
using Jeongsan.Application.Rehearsals;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies.Formulas;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Transfers;

/// <summary>수식 시험: registers a sample order by the real path, shows what came of it, and takes everything back.</summary>
public sealed class TryOutOrder(Store store, RegisterOrders orders, FormulaBook book)
{
    /// <param name="draft">Formulas to try before they are saved; null tries those that hold.</param>
    public async Task<Outcome<ExplainedTransfer>> HandleAsync(Tenant tenant, Actor actor, NewOrder order, SettlementFormulaTexts? draft, CancellationToken ct)
    {
        if (draft is not null && SettlementFormulas.Check(draft) is { Count: > 0 } mistakes)
        {
            return new FormulaSettingRefusal.Wrong(mistakes);
        }
        var formulas = draft is null ? null : new HeldFormulas(0, SettlementFormulas.Parse(draft).Value);
        var tried = await store.CommandAsync<Done>(tenant, actor, async work =>
        {
            var settings = await PlatformSettings.ReadAsync(work.Db, ct);
            var held = formulas ?? await orders.HoldingAsync(work, settings, ct);
            var registered = (await orders.RegisterAsync(work, [order], held, ct))[0];
            if (registered.IsRefused)
            {
                return registered.Refusal;
            }
            await work.Db.SaveChangesAsync(ct);
            // A refusal is what undoes a command.
            return new TriedOut(ExplainTransfer.Explain(registered.Value, null, held, settings.FormulasAt(work.Now)?.AppliesFrom, settings));
        }, ct);
        return tried.Refusal is TriedOut result ? result.Explained : tried.Refusal!;
    }

    /// <summary>An order that was registered, as registering it under the draft would have made it: with its own contract, policies and date. Nothing is kept.</summary>
    public async Task<Outcome<ExplainedTransfer>> AgainAsync(Tenant tenant, TransferId id, SettlementFormulaTexts draft, CancellationToken ct)
    {
        if (SettlementFormulas.Check(draft) is { Count: > 0 } mistakes)
        {
            return new FormulaSettingRefusal.Wrong(mistakes);
        }
        var now = await store.NowAsync(tenant, ct);
        await using var db = store.Read(tenant);
        if (await db.Set<Transfer>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } order)
        {
            return new StoredRefusal.NotFound(RegisterOrder.Subject, id.Value);
        }
        if (order.Kind != TransferKind.Order)
        {
            return new TransferRefusal.NotAnOrder(id, order.Kind);
        }
        var rules = await RehearsalRules.ReadAsync(db, book, RuleChange.None with { Formulas = draft }, now, ct);
        if (rules.IsRefused)
        {
            return rules.Refusal;
        }
        var again = await rules.Value.ReplayAsync(db, order, ct);
        var settings = await PlatformSettings.ReadAsync(db, ct);
        var held = new HeldFormulas(0, SettlementFormulas.Parse(draft).Value);
        return again.Then<ExplainedTransfer>(replayed => ExplainTransfer.Explain(replayed.Order, null, held, null, settings));
    }

    private sealed record TriedOut(ExplainedTransfer Explained) : Refusal;
}
