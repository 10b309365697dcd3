using Jeongsan.Application.Mails;
using Jeongsan.Application.Payouts;
using Jeongsan.Domain.Payouts;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Payouts;

/// <summary>The platform's people are written once what became of a bulk payout.</summary>
public sealed class PayoutResultTests : IClassFixture<PayoutWorlds>
{
    private readonly PayoutWorlds _worlds;

    public PayoutResultTests(PayoutWorlds worlds)
    {
        _worlds = worlds;
        worlds.Bank.BalanceWon = 1_000_000_000;
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Result_WithAFailure_NamesWhoWasNotPaidAndWhy(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind));
        var bulk = await platform.ConfirmedAsync();
        var payouts = await platform.PayoutsAsync(bulk.Id);
        _worlds.Bank.Decide = order => Task.FromResult<RemittanceState?>(order.TransferId == payouts[1].Id.Value ? RemittanceState.Failed : RemittanceState.Succeeded);

        Platform.Must(await platform.ExecuteAsync(bulk.Id));
        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Completed);

        var mail = Assert.Single(await MailsAsync(platform, bulk, 1));
        var failed = (await platform.PayoutsAsync(bulk.Id))[1];
        Assert.EndsWith($"{bulk.Name}: 1건을 지급하지 못했습니다", mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"2건 · {KoreanWords.Won((payouts[0].Amount + payouts[2].Amount).Value)}", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"1건 · {KoreanWords.Won(failed.Amount.Value)}", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"가게1 {KoreanWords.Won(failed.Amount.Value)}: {failed.FailReason}", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"/bulk-payouts/{bulk.Id}", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(failed.Account.Number, mail.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Result_OfAStoppedBulkPayoutThatGoesOn_IsWrittenOnceForEachEnd(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind));
        var bulk = await platform.ConfirmedAsync();
        var first = new TaskCompletionSource<RemittanceState?>();
        _worlds.Bank.Decide = _ => first.Task;
        Platform.Must(await platform.ExecuteAsync(bulk.Id));
        Platform.Must(await platform.StopAsync(bulk.Id));
        first.SetResult(RemittanceState.Succeeded);
        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Prepared);
        var halted = Assert.Single(await MailsAsync(platform, bulk, 1));
        Assert.EndsWith($"{bulk.Name}: 2건을 지급하지 못했습니다", halted.Subject, StringComparison.Ordinal);

        _worlds.Bank.Decide = _ => Task.FromResult<RemittanceState?>(RemittanceState.Succeeded);
        Platform.Must(await platform.ResumeAsync(bulk.Id));
        Platform.Must(await platform.ExecuteAsync(bulk.Id));
        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Completed);

        var mails = await MailsAsync(platform, bulk, 2);
        Assert.Equal(2, mails.Count);
        Assert.Single(mails, mail => mail.Subject.EndsWith($"{bulk.Name}: 3건을 모두 지급했습니다", StringComparison.Ordinal));
    }

    /// <summary>As many as arrived, once the last one of them did.</summary>
    private static Task<IReadOnlyList<MailboxMail>> MailsAsync(PayoutPlatform platform, BulkPayout bulk, int count) => Polling.UntilAsync<IReadOnlyList<MailboxMail>>($"{count} mails", async _ =>
    {
        List<MailboxMail> mails = [.. (await platform.Platform.RowsAsync<MailboxMail>()).Where(mail => mail.Id.StartsWith($"mail-payout-result-{bulk.Id}-", StringComparison.Ordinal))];
        return mails.Count >= count ? mails : null;
    }, PayoutPlatform.Limit, TestContext.Current.CancellationToken);
}
