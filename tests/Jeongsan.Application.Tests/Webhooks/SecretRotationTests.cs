using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Webhooks;
using Jeongsan.Domain.Foundation;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Webhooks;

/// <summary>A new signing secret, and the day in which the old one still fits.</summary>
public sealed class SecretRotationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Rotate_ForADay_SignsWithBothSecretsAndAfterwardsWithTheNewOneOnly(DatabaseKind kind)
    {
        await using var site = await WebhookSite.CreateAsync(kind);
        await site.World.StartDispatcherAsync();
        await AssertSignedAsync(site, site.Endpoint.Secret);

        var rotated = Platform.Must(await RotateAsync(site));

        Assert.NotEqual(site.Endpoint.Secret, rotated.Secret);
        Assert.Equal(site.Time.GetUtcNow().AddHours(24), rotated.OldValidUntil);
        await AssertSignedAsync(site, rotated.Secret, site.Endpoint.Secret);
        site.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        await AssertSignedAsync(site, rotated.Secret, site.Endpoint.Secret);
        site.Time.Advance(TimeSpan.FromSeconds(1));
        await AssertSignedAsync(site, rotated.Secret);
        Assert.Contains(await site.Platform.RowsAsync<HistoryRow>(), row => row.What == "WebhookSecretRotated" && row.SubjectId == site.Endpoint.Id);
    }

    /// <summary>Who repeats it because the answer was lost must not end the secret that the receiver knows.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Rotate_AgainWithinTheDay_KeepsTheFirstSecretToo(DatabaseKind kind)
    {
        await using var site = await WebhookSite.CreateAsync(kind);
        await site.World.StartDispatcherAsync();
        var lost = Platform.Must(await RotateAsync(site));
        site.Time.Advance(TimeSpan.FromHours(1));
        var known = Platform.Must(await RotateAsync(site));

        await AssertSignedAsync(site, known.Secret, lost.Secret, site.Endpoint.Secret);
        site.Time.Advance(TimeSpan.FromHours(23));
        await AssertSignedAsync(site, known.Secret, lost.Secret);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Rotate_FiveTimesWithinADayOrUnknown_IsRefused(DatabaseKind kind)
    {
        await using var site = await WebhookSite.CreateAsync(kind);
        var until = site.Time.GetUtcNow().AddHours(24);
        for (var time = 0; time < RotateWebhookSecret.RetiredMax; time++)
        {
            Platform.Must(await RotateAsync(site));
            site.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(until, Assert.IsType<WebhookRefusal.TooManySecrets>((await RotateAsync(site)).Refusal).Until);
        site.Time.Advance(TimeSpan.FromHours(20));
        Platform.Must(await RotateAsync(site));
        Assert.IsType<WebhookRefusal.EndpointNotFound>((await site.Get<RotateWebhookSecret>().HandleAsync(site.Platform.Tenant, Platform.Actor, "webhook-none", Ct)).Refusal);
        Assert.IsType<WebhookRefusal.EndpointNotFound>(
            (await site.Get<RotateWebhookSecret>().HandleAsync(site.Platform.Tenant with { Mode = Mode.Live }, Platform.Actor, site.Endpoint.Id, Ct)).Refusal);
    }

    private static Task<Outcome<RotatedSecret>> RotateAsync(WebhookSite site) => site.Get<RotateWebhookSecret>().HandleAsync(site.Platform.Tenant, Platform.Actor, site.Endpoint.Id, Ct);

    /// <summary>The next event's signatures, one for each of these secrets, separated by a space as the Standard Webhooks libraries read them.</summary>
    private static async Task AssertSignedAsync(WebhookSite site, params string[] secrets)
    {
        var delivered = await site.UntilAsync(await site.HappenAsync(), message => message.State == OutboxState.Done);

        var arrival = site.Receiver.Arrivals[^1];
        Assert.Equal(delivered.Delivery.Id, arrival.Id);
        Assert.Equal(string.Join(' ', secrets.Select(secret => WebhookSignature.Sign(secret, arrival.Id, site.Time.GetUtcNow(), arrival.Body))), site.Receiver.Signatures[^1]);
    }
}
