using System.Net;
using System.Text.Json;
using Jeongsan.TestKit;

namespace Jeongsan.Server.Tests;

/// <summary>모의 정산 over the API.</summary>
public sealed class RehearsalOperationTests(RunningServer servers)
{
    private const string Path = "/platform/settlement-rehearsals";

    private static readonly object Period = new { from = "2026-08-01", until = "2026-08-31", basis = "START_DATE" };

    private static object Order(string partner, string payment, long amount) => new
    {
        partnerId = partner,
        paymentId = payment,
        orderDetail = new { orderAmount = amount },
        discounts = Array.Empty<object>(),
        additionalFees = Array.Empty<object>(),
        settlementStartDate = "2026-08-05",
        externalPaymentDetail = new { currency = "KRW" },
    };

    /// <summary>A partner with two orders of August, one of which is cancelled by half.</summary>
    private static async Task<string> StartAsync(RunningServer server)
    {
        var id = await server.NewPartnerAsync();
        foreach (var (payment, amount) in new[] { ($"{id}-1", 10_000L), ($"{id}-2", 30_000L) })
        {
            Assert.Equal(HttpStatusCode.OK, (await server.PostAsync("/platform/transfers/order?test=true", Order(id, payment, amount))).Status);
        }
        var cancelled = await server.PostAsync("/platform/transfers/order-cancel?test=true", new
        {
            partnerId = id,
            paymentId = $"{id}-1",
            cancellationId = $"{id}-c",
            orderDetail = new { orderAmount = 5_000 },
            discounts = Array.Empty<object>(),
            settlementStartDate = "2026-08-06",
            externalCancellationDetail = new { },
        });
        Assert.Equal(HttpStatusCode.OK, cancelled.Status);
        return id;
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Rehearse_HigherFee_TellsThePartnersDifferenceAndChangesNothing(DatabaseKind kind)
    {
        var server = await servers.OnAsync(kind);
        var id = await StartAsync(server);
        var contract = (await server.GetAsync($"/platform/contracts/{id}?test=true")).Text;
        var change = new { contracts = new[] { new { id, update = new { platformFee = new { fixedRate = 20_000 } } } } };

        var unchanged = await server.PostAsync($"{Path}/partners/{id}?test=true", new { period = Period });
        Assert.All(unchanged.Body.GetProperty("transfers").EnumerateArray(), transfer => Assert.Equal(transfer.GetProperty("before").GetRawText(), transfer.GetProperty("after").GetRawText()));
        var rehearsed = await server.PostAsync($"{Path}?test=true", new { period = Period, change, isOnlyChanged = true });

        Assert.Equal(HttpStatusCode.OK, rehearsed.Status);
        var mine = Assert.Single(rehearsed.Body.GetProperty("partners").EnumerateArray());
        var sum = mine.GetProperty("sum");
        Assert.Equal((id, 3), (mine.GetProperty("partnerId").GetString(), sum.GetProperty("changedCount").GetInt32()));
        // 35,000 won remain: 11 % with VAT before, 22 % after.
        Assert.Equal((31_150, 27_300), (Settlement(sum, "before"), Settlement(sum, "after")));
        Assert.Equal(-3_850, sum.GetProperty("difference").GetInt64());
        var partner = (await server.PostAsync($"{Path}/partners/{id}?test=true", new { period = Period, change, page = new { number = 0, size = 2 } })).Body;
        Assert.Equal((2, 3), (partner.GetProperty("transfers").GetArrayLength(), partner.GetProperty("page").GetProperty("totalCount").GetInt32()));
        Assert.Equal(["ORDER", "ORDER_CANCEL"], partner.GetProperty("settlements").EnumerateArray().Select(one => one.GetProperty("type").GetString()!).Order());
        Assert.Equal(contract, (await server.GetAsync($"/platform/contracts/{id}?test=true")).Text);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Rehearse_FormulaThatRefusesAnOrder_SaysWhyInKorean(DatabaseKind kind)
    {
        var server = await servers.OnAsync(kind);
        var id = await StartAsync(server);
        var change = new { formulas = new { platformFee = new { expression = "ORDER_AMOUNT * 0.1 - 2000", rounding = "FLOOR" } } };

        var partner = (await server.PostAsync($"{Path}/partners/{id}?test=true", new { period = Period, change })).Body;

        var refused = partner.GetProperty("transfers").EnumerateArray().Where(transfer => transfer.TryGetProperty("problem", out _)).ToArray();
        Assert.Equal(["ORDER", "ORDER_CANCEL"], refused.Select(transfer => transfer.GetProperty("type").GetString()!).Order());
        Assert.All(refused, transfer => Assert.Matches("[가-힣]", transfer.GetProperty("problem").GetProperty("message").GetString()));
        Assert.All(refused, transfer => Assert.False(transfer.TryGetProperty("after", out _)));
    }

    [Fact]
    public async Task Rehearse_WhatCouldNotBeSaved_IsRefusedAsSavingWouldBe()
    {
        async Task<string?> ErrorAsync(object change) => (await servers.PostAsync($"{Path}?test=true", new { period = Period, change })).ErrorType;

        Assert.Equal("PLATFORM_CONTRACT_NOT_FOUND", await ErrorAsync(new { contracts = new[] { new { id = "none", update = new { } } } }));
        Assert.Equal("PLATFORM_PARTNER_NOT_FOUND", await ErrorAsync(new { partners = new[] { new { id = "none" } } }));
        Assert.Equal("PLATFORM_DISCOUNT_SHARE_POLICY_NOT_FOUND", await ErrorAsync(new { discountSharePolicies = new[] { new { id = "none", update = new { } } } }));
        Assert.Equal("PLATFORM_ADDITIONAL_FEE_POLICY_NOT_FOUND", await ErrorAsync(new { additionalFeePolicies = new[] { new { id = "none", update = new { } } } }));
        Assert.Equal("SETTLEMENT_FORMULAS_WRONG", await ErrorAsync(new { formulas = new { settlement = new { expression = "ORDER_AMOUNT +", rounding = "FLOOR" } } }));
        var id = await servers.NewPartnerAsync();
        var twice = await servers.PostAsync($"{Path}?test=true", new { period = Period, change = new { contracts = new[] { new { id, update = new { } }, new { id, update = new { } } } } });
        Assert.StartsWith("change.contracts:", twice.Message, StringComparison.Ordinal);
        var reversed = await servers.PostAsync($"{Path}?test=true", new { period = new { from = "2026-08-31", until = "2026-08-01" } });
        Assert.StartsWith("period.until:", reversed.Message, StringComparison.Ordinal);
    }

    private static long Settlement(JsonElement sum, string side) => sum.GetProperty(side).GetProperty("amounts").GetProperty("settlement").GetInt64();
}
