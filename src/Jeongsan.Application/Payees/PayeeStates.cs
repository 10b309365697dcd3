using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payees;

/// <param name="Check">Null: nobody asked.</param>
/// <param name="Problem">Null: nothing stands against paying.</param>
public sealed record PayeeState(PartnerId Partner, string Name, PayeeCheck? Check, PayeeProblem? Problem);

/// <summary>What is known of payees, judged as it would be if the money left now.</summary>
public static class PayeeStates
{
    /// <summary>Of the payouts of a bulk payout that may still leave, in their order.</summary>
    public static async Task<IReadOnlyList<PayeeState>> OfBulkAsync(JeongsanContext db, BulkPayoutId bulk, DateTimeOffset now, CancellationToken ct)
    {
        var payouts = await db.Set<Payout>()
            .Where(row => row.BulkPayoutId == bulk && (row.Status == PayoutStatus.Prepared || row.Status == PayoutStatus.Confirmed || row.Status == PayoutStatus.Scheduled || row.Status == PayoutStatus.Stopped))
            .OrderBy(row => row.Index).ToListAsync(ct);
        return await OfAsync(db, payouts, now, ct);
    }

    internal static async Task<IReadOnlyList<PayeeState>> OfAsync(JeongsanContext db, IReadOnlyCollection<Payout> payouts, DateTimeOffset now, CancellationToken ct)
    {
        var ageDaysMax = (await PlatformSettings.ReadAsync(db, ct)).PayeeCheckAgeDaysMax;
        var checks = await PayeeChecks.OfAsync(db, payouts.Select(payout => payout.PartnerId), ct);
        var uninvoiced = await InvoicedFirst.WaitingAsync(db, payouts, ct);
        return [.. payouts.Select(StateOfPayout)];

        PayeeState StateOfPayout(Payout payout)
        {
            var state = StateOf(payout.PartnerId, payout.Partner.Profile.Name, checks.GetValueOrDefault(payout.PartnerId), payout.Account, payout.Partner.Profile.Type, ageDaysMax, now);
            return state.Problem is null && uninvoiced.Contains(payout.Id) ? state with { Problem = PayeeProblem.InvoiceNotSent } : state;
        }
    }

    /// <summary>Of the partner as it is now, whatever it is to be paid.</summary>
    public static async Task<PayeeState> OfPartnerAsync(JeongsanContext db, Partner partner, DateTimeOffset now, CancellationToken ct)
    {
        var check = await db.Set<PayeeCheck>().SingleOrDefaultAsync(row => row.PartnerId == partner.Id, ct);
        return StateOf(partner.Id, partner.Name, check, partner.Account, partner.Type, (await PlatformSettings.ReadAsync(db, ct)).PayeeCheckAgeDaysMax, now);
    }

    private static PayeeState StateOf(PartnerId id, string name, PayeeCheck? check, BankAccount account, PartnerType type, int? ageDaysMax, DateTimeOffset now) =>
        new(id, name, check, PayeeRule.Judge(check, account, type, ageDaysMax, now));
}
