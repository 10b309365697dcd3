using System.Text.RegularExpressions;
using Jeongsan.Application.BulkTasks;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Statements;
using Jeongsan.Application.SupplierDesk;
using Jeongsan.Application.Tests.Payouts;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Statements;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Statements;

/// <summary>A platform with one confirmed bulk payout, and the operations of its statements.</summary>
internal sealed partial class StatementPlatform(PayoutPlatform sold, BulkPayoutId bulk, IReadOnlyList<Payout> payouts)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    public Platform Platform => sold.Platform;

    public PayoutPlatform Sold => sold;

    public BulkPayoutId Bulk => bulk;

    public IReadOnlyList<Payout> Payouts => payouts;

    public StatementDesk Desk => Get<StatementDesk>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<StatementPlatform> ConfirmedAsync(World world, int partners = 3)
    {
        var sold = await PayoutPlatform.SoldAsync(world, partners);
        var bulk = await sold.ConfirmedAsync();
        return new StatementPlatform(sold, bulk.Id, await sold.PayoutsAsync(bulk.Id));
    }

    public T Get<T>() where T : notnull => Platform.World.Get<T>();

    public Task<Outcome<StatementSending>> SendAsync(PayoutId payout, string? template = null, string? email = null) =>
        Get<SendStatement>().HandleAsync(Platform.Tenant, Platform.Actor, payout, template is null ? null : new StatementTemplateId(template), email, Ct);

    public Task<Outcome<StatementSending>> AgainAsync(StatementSendingId id, string? email = null) => Get<SendStatement>().AgainAsync(Platform.Tenant, Platform.Actor, id, email, Ct);

    public Task<Outcome<BulkTask>> SendAllAsync(string operatorId = "test") =>
        Get<StatementTasks>().StartAsync(Platform.Tenant, new Actor(ActorKind.Person, operatorId), bulk, [], template: null, Ct);

    public Task<Outcome<StatementTemplate>> CreateTemplateAsync(string id, string name, bool isDefault = false, StatementTerms? terms = null) =>
        Get<StatementTemplates>().CreateAsync(Platform.Tenant, Platform.Actor, id, (terms ?? StatementTerms.Usual) with { Name = name }, isDefault, Ct);

    public async Task<IReadOnlyList<StatementSending>> SendingsAsync() => [.. (await Platform.RowsAsync<StatementSending>()).OrderBy(row => row.Id.Value, StringComparer.Ordinal)];

    public async Task<StatementSending> ReadAsync(StatementSendingId id) => (await SendingsAsync()).Single(row => row.Id == id);

    public Task UntilAsync(StatementSendingId id, StatementSendingStatus status) =>
        Polling.UntilTrueAsync($"the statement to be {status}", async _ => (await ReadAsync(id)).Status == status, Limit, Ct);

    public Task UntilNothingWaitsAsync() =>
        Polling.UntilTrueAsync("the outbox to be empty", async _ => (await Platform.RowsAsync<OutboxMessage>()).All(row => row.State is OutboxState.Done or OutboxState.Failed), Limit, Ct);

    /// <summary>Mails that lead to a statement.</summary>
    public async Task<IReadOnlyList<MailboxMail>> MailsAsync() => [.. (await Platform.RowsAsync<MailboxMail>()).Where(mail => Link().IsMatch(mail.Text)).OrderBy(mail => mail.SentAt).ThenBy(mail => mail.Id)];

    /// <summary>Of the mail of a sending that was sent.</summary>
    public async Task<string> TokenAsync(StatementSendingId id)
    {
        await UntilAsync(id, StatementSendingStatus.Sent);
        return Link().Match((await MailsAsync()).Single(mail => mail.Id == $"mail-{id}@jeongsan").Text).Groups[1].Value;
    }

    [GeneratedRegex("http://jeongsan.test/t/([A-Za-z0-9_-]{43})")]
    private static partial Regex Link();
}
