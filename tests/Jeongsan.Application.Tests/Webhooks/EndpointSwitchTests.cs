using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Webhooks;
using Jeongsan.Domain.Foundation;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Webhooks;

/// <summary>An endpoint that takes nothing for days is switched off, and on again by a person.</summary>
public sealed class EndpointSwitchTests
{
    private static readonly TimeSpan FiveDays = TimeSpan.FromDays(5);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Failures_ForFiveDays_SwitchItOffAndTellThePlatformOnce(DatabaseKind kind)
    {
        await using var site = await WebhookSite.CreateAsync(kind);
        var begun = site.Time.GetUtcNow();
        await site.FailAsync(10);
        site.Time.Advance(FiveDays - TimeSpan.FromSeconds(1));
        await site.FailAsync();
        Assert.Null((await site.EndpointAsync()).SwitchedOffAt);
        site.Time.Advance(TimeSpan.FromSeconds(1));
        await site.FailAsync(2);

        var off = await site.EndpointAsync();
        Assert.Equal((begun, begun + FiveDays, 12, "웹훅을 받는 쪽이 HTTP 503로 답했습니다."), (off.FailingSince, off.SwitchedOffAt, off.FailedAttempts, off.SwitchedOffWhy));
        var mail = Assert.Single(await site.Platform.RowsAsync<OutboxMessage>(), message => message.Type == SendStaffMail.MessageType).Read<OutgoingMail>();
        Assert.Equal("finance@market.example", mail.To);
        Assert.Contains("웹훅이 며칠째 전달되지 않아 주소를 껐습니다", mail.Subject, StringComparison.Ordinal);
        Assert.All(
            [site.Endpoint.Url.AbsoluteUri, "2026-09-01 12:00부터", "12번", "HTTP 503로 답했습니다", "점검 중", "다시 켜기", "http://jeongsan.test/settings/webhooks"],
            words => Assert.Contains(words, mail.Text, StringComparison.Ordinal));
        Assert.Single(await site.Platform.RowsAsync<HistoryRow>(), row => row.What == "WebhookSwitchedOff");
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Failures_NineInAWeek_LeaveItOnUntilTheTenth(DatabaseKind kind)
    {
        await using var site = await WebhookSite.CreateAsync(kind);
        await site.FailAsync(8);
        site.Time.Advance(TimeSpan.FromDays(7));
        await site.FailAsync();
        Assert.Null((await site.EndpointAsync()).SwitchedOffAt);
        await site.FailAsync();
        Assert.NotNull((await site.EndpointAsync()).SwitchedOffAt);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Failures_WithASuccessInBetween_CountFromTheSuccessOn(DatabaseKind kind)
    {
        await using var site = await WebhookSite.CreateAsync(kind);
        await site.FailAsync(20);
        site.Time.Advance(FiveDays);
        await site.SucceedAsync();
        await site.FailAsync(20);
        Assert.Equal((20, null), ((await site.EndpointAsync()).FailedAttempts, (await site.EndpointAsync()).SwitchedOffAt));
        site.Time.Advance(FiveDays);
        await site.FailAsync();
        Assert.NotNull((await site.EndpointAsync()).SwitchedOffAt);
    }

    /// <summary>What happens meanwhile is kept, tried by nobody, and comes in its order after the receiver was mended.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task SwitchedOff_EventsAreKeptAndResentAfterItIsOnAgain(DatabaseKind kind)
    {
        await using var site = await WebhookSite.CreateAsync(kind);
        site.Receiver.Answer = (503, "점검 중");
        await site.World.StartDispatcherAsync();
        await site.FailAsync(9);
        // Too long ago to be resent.
        var old = await site.HappenAsync();
        await site.UntilAsync(old, message => message is { State: OutboxState.Pending, Attempts: 1 });
        site.Time.Advance(TimeSpan.FromDays(10));
        var last = await site.HappenAsync();
        await site.UntilAsync(last, message => message is { Attempts: 1, State: not OutboxState.Running });
        await Polling.UntilTrueAsync("the endpoint to be off", async _ => (await site.EndpointAsync()).SwitchedOffAt is not null, TimeSpan.FromMinutes(1), Ct);
        site.Time.Advance(TimeSpan.FromMinutes(10));
        // What still waited for its next attempt is given up.
        await site.UntilAsync(last, message => message.State == OutboxState.Failed && message.LastProblem == WebhookWork.OffWords);
        var posted = site.Receiver.Arrivals.Count;
        var missed = await site.HappenAsync();

        var kept = await site.DeliveryAsync(missed);
        Assert.Equal((OutboxState.Failed, 0, WebhookWork.OffWords), (kept.Message.State, kept.Message.Attempts, kept.Message.LastProblem));
        Assert.Contains($"\"taxInvoiceId\":\"{missed}\"", kept.Body, StringComparison.Ordinal);
        await using (var db = site.World.Store.Read(site.Platform.Tenant))
        {
            Assert.DoesNotContain(GivenUpMessages.Of(db), message => message.Key == kept.Delivery.Id);
        }
        Assert.IsType<WebhookRefusal.EndpointOff>((await site.Get<ResendWebhook>().HandleAsync(site.Platform.Tenant, Platform.Actor, site.Endpoint.Id, kept.Delivery.Id, Ct)).Refusal);
        Assert.IsType<WebhookRefusal.EndpointOff>((await ResendAsync(site, 7)).Refusal);
        Assert.Equal(posted, site.Receiver.Arrivals.Count);

        site.Receiver.Answer = (200, "");
        Platform.Must(await SwitchOnAsync(site));
        Assert.IsType<WebhookRefusal.EndpointOn>((await SwitchOnAsync(site)).Refusal);
        Assert.Equal(2, Platform.Must(await ResendAsync(site, 7)).Count);
        await site.UntilAsync(last, message => message.State == OutboxState.Done);
        await site.UntilAsync(missed, message => message.State == OutboxState.Done);
        await site.UntilAsync(old, message => message.State == OutboxState.Failed);
        Assert.Equal(0, Platform.Must(await ResendAsync(site, 7)).Count);
        Assert.Equal((0, null, null, null), await StateAsync(site));
    }

    /// <summary>What waits for its next attempt goes at once: later events of the same thing wait behind it.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task ResendUndelivered_OneWaitsForItsNextAttempt_IsSentAtOnce(DatabaseKind kind)
    {
        await using var site = await WebhookSite.CreateAsync(kind);
        site.Receiver.Answer = (503, "");
        await site.World.StartDispatcherAsync();
        var number = await site.HappenAsync();
        await site.UntilAsync(number, message => message is { State: OutboxState.Pending, Attempts: 1 });

        site.Receiver.Answer = (200, "");
        Assert.Equal(1, Platform.Must(await ResendAsync(site, 1)).Count);
        await site.UntilAsync(number, message => message is { State: OutboxState.Done, Attempts: 2 });
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task ResendUndelivered_DaysOutOfRangeOrAnothersEndpoint_IsRefused(DatabaseKind kind)
    {
        await using var site = await WebhookSite.CreateAsync(kind);
        Assert.IsType<WebhookRefusal.DaysOutOfRange>((await ResendAsync(site, 0)).Refusal);
        Assert.IsType<WebhookRefusal.DaysOutOfRange>((await ResendAsync(site, 31)).Refusal);
        var live = site.Platform.Tenant with { Mode = Mode.Live };
        Assert.IsType<WebhookRefusal.EndpointNotFound>((await site.Get<ResendUndelivered>().HandleAsync(live, Platform.Actor, site.Endpoint.Id, 7, Ct)).Refusal);
        Assert.IsType<WebhookRefusal.EndpointNotFound>((await site.Get<SwitchOnWebhook>().HandleAsync(live, Platform.Actor, site.Endpoint.Id, Ct)).Refusal);
    }

    private static async Task<(int, DateTimeOffset?, DateTimeOffset?, string?)> StateAsync(WebhookSite site) =>
        await site.EndpointAsync() is var endpoint ? (endpoint.FailedAttempts, endpoint.FailingSince, endpoint.SwitchedOffAt, endpoint.SwitchedOffWhy) : default;

    private static Task<Outcome<Done>> SwitchOnAsync(WebhookSite site) => site.Get<SwitchOnWebhook>().HandleAsync(site.Platform.Tenant, Platform.Actor, site.Endpoint.Id, Ct);

    private static Task<Outcome<ResentWebhooks>> ResendAsync(WebhookSite site, int days) =>
        site.Get<ResendUndelivered>().HandleAsync(site.Platform.Tenant, Platform.Actor, site.Endpoint.Id, days, Ct);
}
