using System.Security.Cryptography;
using System.Text;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <summary>Every way in which a repayment says no.</summary>
public abstract record ReceivableRefusal : Refusal
{
    private ReceivableRefusal()
    {
    }

    /// <summary>What the partner owes is not what was repaid, zero included: settlements came or went meanwhile.</summary>
    public sealed record AmountChanged(PartnerId PartnerId, Won Now) : ReceivableRefusal;

    /// <summary>This very debt was noted as repaid already.</summary>
    public sealed record AlreadyRepaid(PartnerId PartnerId) : ReceivableRefusal;
}

/// <summary>
/// 미수금 회수: the partner paid back outside the system all that it owes. A manual transfer of the amount makes up for the debt; no tax
/// invoice changes by it, so that a supply that was cancelled still needs its amendment.
/// </summary>
public sealed class RepayReceivable(Store store)
{
    private const int FingerprintLength = 32;

    /// <param name="amount">Won; all that the partner owes, as it was seen.</param>
    /// <remarks>Refused: NotFound, AmountChanged, AlreadyRepaid, and those of a transfer's memo.</remarks>
    public Task<Outcome<Transfer>> HandleAsync(Tenant tenant, Actor actor, PartnerId partnerId, Won amount, string? memo, CancellationToken ct) =>
        store.CommandAsync<Transfer>(tenant, actor, async work =>
        {
            if (await work.Db.Set<Partner>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == partnerId, ct) is not { } partner)
            {
                return new StoredRefusal.NotFound("Partner", partnerId.Value);
            }
            var debt = await Receivables.DebtOfAsync(work.Db, partnerId, work.Today, ct);
            var owed = debt.Owed;
            // The same settlements with the same sums are one debt: whoever presses twice, or at the same time, repays it once.
            var settlements = string.Join(';', debt.Settlements.Select(row => $"{row.Id}:{row.SignedSettlement.Value}"));
            var id = $"repaid-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settlements)))[..FingerprintLength]}";
            if (await TransferKeys.CheckAsync(work, id, ct) is not null)
            {
                return new ReceivableRefusal.AlreadyRepaid(partnerId);
            }
            if (owed != amount || owed <= Won.Zero)
            {
                return new ReceivableRefusal.AmountChanged(partnerId, Won.Max(owed, Won.Zero));
            }
            var taxFree = Won.Min(Won.Max(-debt.Settlements.Select(row => row.SignedSettlementTaxFree).Total(), Won.Zero), owed);
            var input = new ManualTransferInput(partner.SnapshotAt(work.Now), owed, taxFree, work.Today, Currency.Krw, memo ?? "미수금 회수", []);
            return Transfer.ByHand(work.Tenant, new TransferId(id), input, work.Now).Then<Transfer>(transfer => work.Keep(transfer, TransferKeys.ById(id), "ReceivableRepaid"));
        }, ct);
}
