using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Server.Tests;

/// <summary>지급 전 확인 through the API, asked at the ASP's emulator.</summary>
public sealed class PayeeOperationTests(RunningServer server)
{
    [Fact]
    public async Task Check_AsksTheBank_AndTheAnswerStandsWithThePartner()
    {
        var right = await PartnerAsync("김정산", "110000004001", "김정산");
        var wrong = await PartnerAsync("박정산", "110000004002", "이다름");

        var asked = await server.PostAsync("/platform/payee-checks?test=true", new { partnerIds = new[] { right, wrong } });

        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Equal((2, 0), (asked.Body.GetProperty("accountCount").GetInt32(), asked.Body.GetProperty("businessCount").GetInt32()));
        var good = await AnsweredAsync(right);
        Assert.Equal("VERIFIED", good.GetProperty("accountStatus").GetString());
        Assert.Equal("김정산", good.GetProperty("accountHolder").GetString());
        Assert.False(good.TryGetProperty("problem", out _));
        var bad = await AnsweredAsync(wrong);
        Assert.Equal(("VERIFY_FAILED", "HOLDER_DIFFERS"), (bad.GetProperty("accountStatus").GetString(), bad.GetProperty("problem").GetString()));
        Assert.Contains("예금주", bad.GetProperty("problemMessage").GetString(), StringComparison.Ordinal);
        Assert.Equal("VERIFIED", (await server.GetAsync($"/platform/partners/{right}?test=true")).Body.GetProperty("account").GetProperty("status").GetString());
        Assert.Equal("VERIFY_FAILED", (await server.GetAsync($"/platform/partners/{wrong}?test=true")).Body.GetProperty("account").GetProperty("status").GetString());

        // Each question costs: what was answered well today is not asked again, what was wrong is.
        var again = await server.PostAsync("/platform/payee-checks?test=true", new { partnerIds = new[] { right, wrong } });
        Assert.Equal(1, again.Body.GetProperty("accountCount").GetInt32());
    }

    [Fact]
    public async Task Execute_PayeeWhoseAccountIsAnothers_IsRefusedByItsOwnType()
    {
        var partner = await PartnerAsync("최정산", "110000004003", "남의계좌");
        var today = (await server.NowAsync()).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await server.PostAsync("/platform/transfers/manual?test=true", new { partnerId = partner, settlementAmount = 10_000, settlementDate = today });
        var filter = Uri.EscapeDataString(JsonSerializer.Serialize(new { filter = new { partnerIds = new[] { partner } } }));
        var settlement = await Polling.UntilAsync("the settlement", async _ =>
        {
            var items = (await server.GetAsync($"/platform/partner-settlements?test=true&requestBody={filter}")).Body.GetProperty("items");
            return items.GetArrayLength() == 1 ? items[0].GetProperty("id").GetString() : null;
        }, TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        var made = await server.PostAsync("/platform/bulk-payouts?test=true", new { name = "확인 시험", partnerSettlementIds = new[] { settlement } });
        var bulk = made.Body.GetProperty("bulkPayout").GetProperty("id").GetString();
        await server.PostAsync($"/platform/bulk-payouts/{bulk}/confirm?test=true", new { });

        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync("/platform/payee-checks?test=true", new { bulkPayoutId = bulk })).Status);
        await AnsweredAsync(partner);
        var all = (await server.GetAsync($"/platform/bulk-payouts/{bulk}/payee-checks?test=true")).Body;
        var refused = await server.PostAsync($"/platform/bulk-payouts/{bulk}/execute?test=true", new { });

        Assert.Equal((1, 1), (all.GetProperty("count").GetInt32(), all.GetProperty("problemCount").GetInt32()));
        Assert.Equal("PAYEES_NOT_PAYABLE", refused.ErrorType);
        Assert.Equal(partner, Assert.Single(refused.Body.GetProperty("partnerIds").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Policy_OutOfRange_IsRefusedWithTheField()
    {
        var refused = await server.SendAsync(HttpMethod.Put, "/platform/payee-checks/policy?test=true", new { ageDaysMax = 0 });
        Assert.Equal("INVALID_REQUEST", refused.ErrorType);
        Assert.Contains("ageDaysMax", refused.Message, StringComparison.Ordinal);
        Assert.Equal("INVALID_REQUEST", (await server.PostAsync("/platform/payee-checks?test=true", new { })).ErrorType);
        Assert.Equal("PLATFORM_PARTNER_NOT_FOUND", (await server.PostAsync("/platform/payee-checks?test=true", new { partnerIds = new[] { "nobody" } })).ErrorType);
        Assert.Equal("BULK_PAYOUT_NOT_FOUND", (await server.GetAsync("/platform/bulk-payouts/none/payee-checks?test=true")).ErrorType);
    }

    /// <param name="found">Whom the bank names.</param>
    private async Task<string> PartnerAsync(string holder, string number, string found)
    {
        await server.Server.Emulator.PutAsJsonAsync("/emulator/accounts", new { bankCode = "0088", accountNumber = number, holder = found });
        var id = RunningServer.NewId();
        await server.PostAsync("/platform/contracts?test=true", RunningServer.Contract(id));
        var made = await server.PostAsync("/platform/partners?test=true", new
        {
            id,
            name = holder,
            contact = new { name = holder, email = "payee@partner.example" },
            account = new { bank = "SHINHAN", currency = "KRW", number, holder },
            defaultContractId = id,
            tags = Array.Empty<string>(),
            type = new { nonWhtPayer = new { } },
        });
        Assert.True(made.Status == HttpStatusCode.OK, made.Text);
        return id;
    }

    private async Task<JsonElement> AnsweredAsync(string partner)
    {
        JsonElement item = default;
        await Polling.UntilTrueAsync("the answer", async _ =>
        {
            item = (await server.GetAsync($"/platform/partners/{partner}/payee-check?test=true")).Body;
            return item.TryGetProperty("accountCheckedAt", out var _) && !item.GetProperty("isBeingChecked").GetBoolean();
        }, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        return item;
    }
}
