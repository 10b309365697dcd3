using System.Linq.Expressions;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Withholding;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Withholding;

/// <summary>
/// 원천징수 목록: what was paid to withheld persons, by the day it was paid. What they were for the tax law is what the payout
/// remembers; names and birth dates are today's, so that a correction reaches the list.
/// </summary>
public sealed class ReadWithholding(Store store)
{
    // A quote within a text is stored as an escape, so that no name can contain these.
    private const string IsPerson = "\"type\":\"WHT_PAYER\"";
    private const string IsOther = "\"income\":\"Other\"";

    public async Task<WithholdingList> HandleAsync(Tenant tenant, WithholdingPeriod period, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        var (from, until) = (period.From, period.Until);
        var paid = db.Set<Payout>().Where(payout => payout.Status == PayoutStatus.Succeeded && payout.PaidAt >= from && payout.PaidAt < until
            && ((string)(object)payout.Partner).Contains(IsPerson));
        var groups = await GroupAsync(paid, period, ct);
        var persons = await db.Set<Partner>().Where(partner => paid.Any(payout => payout.PartnerId == partner.Id))
            .Select(partner => new { partner.Id, partner.Name, partner.Type }).ToListAsync(ct);
        var settings = await PlatformSettings.ReadAsync(db, ct);
        return WithholdingList.Of(
            period,
            [.. groups.Where(group => group is { IsDeducted: true, IsForeign: false }).Select(group => group.Sum)],
            persons.ToDictionary(person => person.Id, person => new WithheldPerson(person.Id, person.Name, BirthdateOf(person.Type))),
            new LeftOutPayments(
                groups.Where(group => group is { IsDeducted: false, IsForeign: false }).Sum(group => group.Sum.PaymentCount),
                groups.Where(group => group.IsForeign).Sum(group => group.Sum.PaymentCount)),
            settings.BusinessDays());
    }

    private static async Task<List<Group>> GroupAsync(IQueryable<Payout> paid, WithholdingPeriod period, CancellationToken ct)
    {
        var rows = await paid.Select(ByMonth(period)).GroupBy(row => new { row.PartnerId, row.IsOther, row.IsForeign, row.IsDeducted, row.Month })
            .Select(group => new
            {
                group.Key,
                Count = group.Count(),
                Paid = group.Sum(row => row.Amount),
                Expenses = group.Sum(row => row.Expenses),
                IncomeTax = group.Sum(row => row.IncomeTax),
                LocalIncomeTax = group.Sum(row => row.LocalIncomeTax),
            }).ToListAsync(ct);
        return [.. rows.Select(row => new Group(
            row.Key.IsDeducted,
            row.Key.IsForeign,
            new WithheldSum(
                row.Key.PartnerId, row.Key.IsOther ? WithheldIncome.Other : WithheldIncome.Business, row.Key.Month, row.Count,
                new Won(row.Paid), row.Key.IsOther ? new Won(row.Expenses) : Won.Zero, new Won(row.IncomeTax), new Won(row.LocalIncomeTax))))];
    }

    /// <summary>One row for each payout, with the month in Seoul in which it was paid: how many months of the year had begun.</summary>
    private static Expression<Func<Payout, Paid>> ByMonth(WithholdingPeriod period)
    {
        var starts = Enumerable.Range(0, 13).Select(month => period.StartOf(Math.Clamp(month, 1, 12))).ToArray();
        var (february, march, april, may, june, july) = (starts[2], starts[3], starts[4], starts[5], starts[6], starts[7]);
        var (august, september, october, november, december) = (starts[8], starts[9], starts[10], starts[11], starts[12]);
        var (whole, expenses) = ((long)Rate.Whole, (long)WithholdingTax.RatesOn(WithheldIncome.Other, new DateOnly(period.Year, period.LastMonth, 1)).DeemedExpenses.Per100000);
        return payout => new Paid
        {
            PartnerId = payout.PartnerId,
            IsOther = ((string)(object)payout.Partner).Contains(IsOther),
            IsForeign = payout.Currency != Currency.Krw,
            IsDeducted = payout.DeductWht,
            Month = 1 + (payout.PaidAt >= february ? 1 : 0) + (payout.PaidAt >= march ? 1 : 0) + (payout.PaidAt >= april ? 1 : 0) + (payout.PaidAt >= may ? 1 : 0)
                + (payout.PaidAt >= june ? 1 : 0) + (payout.PaidAt >= july ? 1 : 0) + (payout.PaidAt >= august ? 1 : 0) + (payout.PaidAt >= september ? 1 : 0)
                + (payout.PaidAt >= october ? 1 : 0) + (payout.PaidAt >= november ? 1 : 0) + (payout.PaidAt >= december ? 1 : 0),
            Amount = (long)(object)payout.Amount + (long)(object)payout.IncomeTaxAmount + (long)(object)payout.LocalIncomeTaxAmount,
            Expenses = ((long)(object)payout.Amount + (long)(object)payout.IncomeTaxAmount + (long)(object)payout.LocalIncomeTaxAmount) * expenses / whole,
            IncomeTax = (long)(object)payout.IncomeTaxAmount,
            LocalIncomeTax = (long)(object)payout.LocalIncomeTaxAmount,
        };
    }

    private static DateOnly? BirthdateOf(PartnerType type) => type switch
    {
        PartnerType.WhtPayer person => person.Birthdate,
        PartnerType.NonWhtPayer person => person.Birthdate,
        // Became a business since: its birth date is no longer held.
        PartnerType.Business => null,
        _ => throw new System.Diagnostics.UnreachableException(type.Name.ToString()),
    };

    private sealed record Group(bool IsDeducted, bool IsForeign, WithheldSum Sum);

    /// <summary>A payout's columns as the database adds them up.</summary>
    private sealed class Paid
    {
        public required PartnerId PartnerId { get; init; }
        public required bool IsOther { get; init; }
        public required bool IsForeign { get; init; }
        public required bool IsDeducted { get; init; }
        public required int Month { get; init; }

        /// <summary>Before tax.</summary>
        public required long Amount { get; init; }

        public required long Expenses { get; init; }
        public required long IncomeTax { get; init; }
        public required long LocalIncomeTax { get; init; }
    }
}
