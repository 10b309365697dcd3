using Jeongsan.Application.Payouts;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Payouts;

/// <summary>A platform whose partners sold things, and the operations of its bulk payouts.</summary>
internal sealed record PayoutPlatform(Platform Platform)
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public Tenant Tenant => Platform.Tenant;

    private static Actor Actor => Platform.Actor;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Each partner has one settlement of each of the days.</summary>
    public static async Task<PayoutPlatform> SoldAsync(World world, int partners = 3, int days = 1, Mode mode = Mode.Test)
    {
        var platform = await Platform.CreateAsync(world, mode, partners);
        for (var index = 0; index < partners * days; index++)
        {
            // Orders of today, and corrections that fell due on the days before.
            _ = index < partners
                ? Platform.Must(await platform.OrderAsync(index, $"pay-{index}", 10_000 + (1_000 * index)))
                : Platform.Must(await platform.ManualAsync(index % partners, 10_000 + (1_000 * index), platform.Today.AddDays(-(index / partners))));
        }
        await platform.GatherAsync();
        return new PayoutPlatform(platform);
    }

    public T Get<T>() where T : notnull => Platform.World.Get<T>();

    public async Task<BulkPayout> CreateAsync(int days = 1) =>
        Platform.Must(await Platform.PayAsync([.. Enumerable.Range(0, days).Select(day => Platform.Today.AddDays(-day))]));

    public async Task<BulkPayout> ConfirmedAsync(int days = 1)
    {
        var bulk = await CreateAsync(days);
        return Platform.Must(await ConfirmAsync(bulk.Id));
    }

    public Task<Outcome<BulkPayout>> ConfirmAsync(BulkPayoutId id) => Get<ConfirmBulkPayout>().HandleAsync(Tenant, Actor, id, Ct);

    public Task<Outcome<BulkPayout>> ConfirmSeenAsync(BulkPayoutId id, Won seenTotal) => Get<ConfirmBulkPayout>().HandleAsync(Tenant, Actor, id, seenTotal, Ct);

    public Task<Outcome<BulkPayout>> ExecuteAsync(BulkPayoutId id) => Get<ExecuteBulkPayout>().HandleAsync(Tenant, Actor, id, secondFactorPassed: true, Ct);

    public Task<Outcome<BulkPayout>> ScheduleAsync(BulkPayoutId id, DateTimeOffset at) => Get<ScheduleBulkPayout>().HandleAsync(Tenant, Actor, id, at, secondFactorPassed: true, Ct);

    public Task<Outcome<BulkPayout>> RescheduleAsync(BulkPayoutId id, DateTimeOffset at) => Get<ScheduleBulkPayout>().AgainAsync(Tenant, Actor, id, at, secondFactorPassed: true, Ct);

    public Task<Outcome<BulkPayout>> UnscheduleAsync(BulkPayoutId id) => Get<ScheduleBulkPayout>().UnscheduleAsync(Tenant, Actor, id, Ct);

    public Task<Outcome<BulkPayout>> StopAsync(BulkPayoutId id) => Get<StopBulkPayout>().HandleAsync(Tenant, Actor, id, Ct);

    public Task<Outcome<BulkPayout>> ResumeAsync(BulkPayoutId id) => Get<StopBulkPayout>().ResumeAsync(Tenant, Actor, id, Ct);

    public Task<Outcome<BulkPayout>> CancelAsync(BulkPayoutId id) => Get<CancelPayouts>().AllAsync(Tenant, Actor, id, cancelTaxInvoice: false, Ct);

    public Task<Outcome<Payout>> CancelAsync(PayoutId id, bool cancelTaxInvoice = false) => Get<CancelPayouts>().OneAsync(Tenant, Actor, id, cancelTaxInvoice, Ct);

    public Task<Outcome<BulkPayout>> RetryAsync(BulkPayoutId id) => Get<RetryFailedPayouts>().HandleAsync(Tenant, Actor, id, newId: null, name: null, Ct);

    public Task<Outcome<BulkPayout>> TakeOutAsync(BulkPayoutId id, ChosenRows rows) => Get<ChangeBulkPayoutRows>().TakeOutAsync(Tenant, Actor, id, rows, Ct);

    public Task<Outcome<BulkPayout>> PutBackAsync(BulkPayoutId id, ChosenRows rows) => Get<ChangeBulkPayoutRows>().PutBackAsync(Tenant, Actor, id, rows, Ct);

    public async Task<IReadOnlyList<Payout>> PayoutsAsync(BulkPayoutId id) =>
        [.. (await Platform.RowsAsync<Payout>()).Where(payout => payout.BulkPayoutId == id).OrderBy(payout => payout.Index)];

    public async Task<BulkPayout> ReadAsync(BulkPayoutId id) => (await Platform.RowsAsync<BulkPayout>()).Single(bulk => bulk.Id == id);

    public async Task<IReadOnlyList<PartnerSettlement>> SettlementsAsync() => [.. (await Platform.RowsAsync<PartnerSettlement>()).OrderBy(row => row.Id.Value, StringComparer.Ordinal)];

    public Task UntilAsync(BulkPayoutId id, BulkPayoutStatus status) =>
        Polling.UntilTrueAsync($"the bulk payout to be {status}", async _ => (await ReadAsync(id)).Status == status, Limit, Ct);
}
