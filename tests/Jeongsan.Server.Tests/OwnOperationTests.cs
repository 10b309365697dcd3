using System.Net;
using System.Text.Json;

namespace Jeongsan.Server.Tests;

/// <summary>Operations of our own, and settings.</summary>
public sealed class OwnOperationTests(RunningServer server)
{
    [Fact]
    public async Task Settings_ChangeOneMember_KeepsTheOthers()
    {
        await server.SendAsync(HttpMethod.Patch, "/platform/setting?test=true", new { defaultDepositMemo = "정산금", deductWht = true });

        var changed = await server.SendAsync(HttpMethod.Patch, "/platform/setting?test=true", new { defaultWithdrawalMemo = "지급" });

        var setting = changed.Body.GetProperty("setting");
        Assert.Equal("정산금", setting.GetProperty("defaultDepositMemo").GetString());
        Assert.Equal("지급", setting.GetProperty("defaultWithdrawalMemo").GetString());
        Assert.True(setting.GetProperty("deductWht").GetBoolean());
        Assert.Equal(setting.GetRawText(), (await server.GetAsync("/platform/setting?test=true")).Body.GetRawText());
    }

    [Fact]
    public async Task Settings_MemoThatBanksCut_IsRefused()
    {
        var reply = await server.SendAsync(HttpMethod.Patch, "/platform/setting?test=true", new { defaultDepositMemo = new string('가', 21) });

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.StartsWith("defaultDepositMemo:", reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_ReadAgainFromAnyPoint_AreTheSame()
    {
        var id = await server.NewPartnerAsync();

        var all = (await server.GetAsync($"/platform/events?test=true&subjectId={id}")).Body.GetProperty("items").EnumerateArray().ToArray();
        var after = (await server.GetAsync($"/platform/events?test=true&subjectId={id}&after={all[0].GetProperty("sequence").GetInt64()}")).Body.GetProperty("items").EnumerateArray().ToArray();

        // The contract, the partner, and that the platform's terms have told it.
        Assert.Equal(["ContractCreated", "PartnerCreated", "PartnerTold"], all.Select(one => one.GetProperty("type").GetString()));
        Assert.Equal(all[1..].Select(one => one.GetRawText()), after.Select(one => one.GetRawText()));
        Assert.All(all, one => Assert.Equal("API_SECRET", one.GetProperty("actorKind").GetString()));
    }

    [Fact]
    public async Task TestClock_OnlyMovesForward()
    {
        var now = (await server.GetAsync("/platform/test-clock")).Body.GetProperty("now").GetDateTimeOffset();

        var back = await server.PostAsync("/platform/test-clock/advance", new { to = now.AddDays(-1) });

        Assert.Equal(HttpStatusCode.BadRequest, back.Status);
        Assert.StartsWith("to:", back.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WebhookEndpoint_SecretIsShownOnce()
    {
        var made = (await server.PostAsync("/platform/webhook-endpoints?test=true", new { url = "https://hooks.example/x" })).Body.GetProperty("webhookEndpoint");
        Assert.StartsWith("whsec_", made.GetProperty("secret").GetString(), StringComparison.Ordinal);
        var id = made.GetProperty("id").GetString();

        var listed = (await server.GetAsync("/platform/webhook-endpoints?test=true")).Body.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("id").GetString() == id);

        Assert.False(listed.TryGetProperty("secret", out _));
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Delete, $"/platform/webhook-endpoints/{id}?test=true")).Status);
        Assert.Equal("WEBHOOK_ENDPOINT_NOT_FOUND", (await server.SendAsync(HttpMethod.Delete, $"/platform/webhook-endpoints/{id}?test=true")).ErrorType);
    }

    [Fact]
    public async Task WebhookEndpoint_SecretRotated_IsShownOnceAndTheOldOneIsStillValid()
    {
        var made = (await server.PostAsync("/platform/webhook-endpoints?test=true", new { url = "https://hooks.example/rotated" })).Body.GetProperty("webhookEndpoint");
        var id = made.GetProperty("id").GetString();

        var rotated = (await server.PostAsync($"/platform/webhook-endpoints/{id}/rotate-secret?test=true", new { })).Body;

        Assert.StartsWith("whsec_", rotated.GetProperty("webhookEndpoint").GetProperty("secret").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(made.GetProperty("secret").GetString(), rotated.GetProperty("webhookEndpoint").GetProperty("secret").GetString());
        var listed = (await server.GetAsync("/platform/webhook-endpoints?test=true")).Body.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("id").GetString() == id);
        Assert.Equal(rotated.GetProperty("oldSecretValidUntil").GetDateTimeOffset(), listed.GetProperty("oldSecretValidUntil").GetDateTimeOffset());
        Assert.Equal(("ON", 0, false), (listed.GetProperty("status").GetString(), listed.GetProperty("failedAttempts").GetInt32(), listed.TryGetProperty("switchedOffAt", out _)));

        for (var time = 0; time < 3; time++)
        {
            Assert.Equal(HttpStatusCode.OK, (await server.PostAsync($"/platform/webhook-endpoints/{id}/rotate-secret?test=true", new { })).Status);
        }
        Assert.Equal("TOO_MANY_WEBHOOK_SECRETS", (await server.PostAsync($"/platform/webhook-endpoints/{id}/rotate-secret?test=true", new { })).ErrorType);
        Assert.Equal("WEBHOOK_ENDPOINT_ON", (await server.PostAsync($"/platform/webhook-endpoints/{id}/switch-on?test=true", new { })).ErrorType);
        Assert.Equal(0, (await server.PostAsync($"/platform/webhook-endpoints/{id}/resend-undelivered?test=true", new { days = 30 })).Body.GetProperty("count").GetInt32());
        Assert.StartsWith("days:", (await server.PostAsync($"/platform/webhook-endpoints/{id}/resend-undelivered?test=true", new { days = 31 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwentyOrdersAtOnce_AreOneTransfer_AndTheOthersNameIt()
    {
        var partnerId = await server.NewPartnerAsync();
        var order = new { partnerId, paymentId = partnerId, orderDetail = new { orderAmount = 10_000 }, discounts = Array.Empty<object>(), additionalFees = Array.Empty<object>(), externalPaymentDetail = new { currency = "KRW" } };

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => server.PostAsync("/platform/transfers/order?test=true", order)));

        var made = Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
        var id = made.Body.GetProperty("transfer").GetProperty("id").GetString();
        Assert.All(replies.Where(reply => reply != made), reply =>
        {
            Assert.Equal("PLATFORM_TRANSFER_ALREADY_EXISTS", reply.ErrorType);
            Assert.Equal(id, reply.Body.GetProperty("transferId").GetString());
        });
        Assert.Equal(9_000 - 100, made.Body.GetProperty("transfer").GetProperty("amount").GetProperty("settlement").GetInt64());
        Assert.Equal("ORDER", made.Body.GetProperty("transfer").GetProperty("type").GetString());
    }

    [Fact]
    public async Task TaxInvoice_OfAnUnconnectedSupplier_IsRefusedAndLeavesNothing()
    {
        var key = $"K{Guid.NewGuid():n}"[..24];
        var invoice = new
        {
            taxInvoice = new
            {
                taxationType = "TAXABLE",
                writeDate = "2026-11-30",
                purposeType = "RECEIPT",
                totalSupplyAmount = 1_000,
                totalTaxAmount = 100,
                totalAmount = 1_100,
                recipientDocumentKey = key,
                supplier = new { brn = "1234567891", name = "가게", representativeName = "김" },
                recipient = new { brn = await OwnNumberAsync(), name = "플랫폼", representativeName = "이" },
            },
        };

        var reply = await server.PostAsync("/b2b/tax-invoices/request-reverse-issuance?test=true", invoice);

        Assert.Equal("B2B_SUPPLIER_NOT_FOUND", reply.ErrorType);
        Assert.Equal("B2B_TAX_INVOICE_NOT_FOUND", (await server.GetAsync($"/b2b/tax-invoices/{key}?test=true")).ErrorType);
    }

    /// <summary>The platform's own number, as the emulator welcomed it.</summary>
    private async Task<string> OwnNumberAsync()
    {
        var state = JsonDocument.Parse(await server.Server.Emulator.GetStringAsync(new Uri("emulator/state", UriKind.Relative), TestContext.Current.CancellationToken)).RootElement;
        return state.GetProperty("members").EnumerateArray().First().GetProperty("corpNum").GetString()!;
    }
}
