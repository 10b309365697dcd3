using System.Globalization;
using System.Net;
using System.Text.Json;
using Jeongsan.TestKit;

namespace Jeongsan.Server.Tests;

/// <summary>Where the mail provider tells that a mail did not arrive.</summary>
public sealed class MailBounceHookTests(RunningServer server)
{
    private const string OfNobody = """{ "messageId": "<mail-of-nobody@jeongsan>", "recipient": "a@b.example", "kind": "HARD", "reason": "550" }""";

    [Theory]
    [InlineData(OfNobody)]
    [InlineData("""{ "messageId": "a\u0000@jeongsan", "recipient": "a@b.example", "kind": "HARD" }""")]
    [InlineData("""{ "messageId": 1, "recipient": [], "kind": "HARD" }""")]
    [InlineData("""{ "messageId": "<x@jeongsan>", "recipient": "a@b.example", "kind": "OTHER" }""")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task Tell_SignedAboutNoMailOfOurs_IsTaken(string body) => Assert.Equal((HttpStatusCode.NoContent, ""), await TellAsync(body, SignedHooks.Key(RunningServer.MailSecret)));

    [Fact]
    public async Task Tell_WithoutTheRightSignature_IsUnauthorized()
    {
        Assert.Equal((HttpStatusCode.Unauthorized, ""), await TellAsync(OfNobody, null));
        // The bank's secret is the bank's.
        Assert.Equal((HttpStatusCode.Unauthorized, ""), await TellAsync(OfNobody, SignedHooks.Key(RunningServer.BankSecret)));
    }

    [Fact]
    public async Task Tell_OfAMailOfOurs_ShowsThePartnerUntilItsAddressIsAnother()
    {
        var (_, partner) = await server.NewSettlementAsync(-5_000);
        var due = (await server.NowAsync()).AddDays(10).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var asked = await server.PostAsync($"/platform/receivables/{partner}/ask-back?test=true", new { amount = 5_000, dueOn = due, account = new { bank = "SHINHAN", number = "110000000000", holder = "플랫폼" } });
        Assert.True(asked.Status == HttpStatusCode.OK, asked.Text);
        var id = $"{asked.Body.GetProperty("id").GetString()}@jeongsan";
        await Polling.UntilTrueAsync("the mail", async _ => (await server.GetAsync("/mailbox.json?test=true")).Text.Contains(id, StringComparison.Ordinal), TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var told = JsonSerializer.Serialize(new { messageId = $"<{id}>", recipient = "Person@partner.example", kind = "HARD", reason = "550 5.1.1 <person@partner.example> unknown" });

        await Polling.UntilTrueAsync("the bounce to be known", async _ =>
        {
            Assert.Equal(HttpStatusCode.NoContent, (await TellAsync(told, SignedHooks.Key(RunningServer.MailSecret))).Status);
            return await ProblemAsync(partner) is not null;
        }, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        var problem = (await ProblemAsync(partner))!.Value;
        Assert.Equal(("BOUNCED", "550 5.1.1 <***> unknown"), (problem.GetProperty("kind").GetString(), problem.GetProperty("reason").GetString()));
        var changed = await server.SendAsync(HttpMethod.Patch, $"/platform/partners/{partner}?test=true", new { contact = new { name = "김정산", email = "other@partner.example" } });
        Assert.True(changed.Status == HttpStatusCode.OK, changed.Text);
        Assert.Null(await ProblemAsync(partner));
    }

    private async Task<JsonElement?> ProblemAsync(string partner)
    {
        var items = (await server.GetAsync("/platform/mail-problems?test=true")).Body.GetProperty("items").EnumerateArray();
        return items.FirstOrDefault(one => one.GetProperty("partnerId").GetString() == partner) is { ValueKind: JsonValueKind.Object } found ? found : null;
    }

    private Task<(HttpStatusCode Status, string Said)> TellAsync(string body, byte[]? key) => SignedHooks.TellAsync(server, "hooks/mail-bounces", body, key);
}
