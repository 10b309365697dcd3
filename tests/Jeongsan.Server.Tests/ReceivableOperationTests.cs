using System.Globalization;
using System.Net;
using Jeongsan.TestKit;

namespace Jeongsan.Server.Tests;

/// <summary>정산일별 지급할 금액과 미수금, over the wire.</summary>
public sealed class ReceivableOperationTests(RunningServer server)
{
    [Fact]
    public async Task Receivable_FromTheListToItsRepayment_IsToldWithItsAge()
    {
        var (_, partner) = await server.NewSettlementAsync(-12_000, 2_000);
        var today = (await server.NowAsync()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        var owed = await FindAsync(partner);

        Assert.Equal((10_000, today, 0, 1), (owed!.Value.GetProperty("amount").GetInt64(), owed.Value.GetProperty("since").GetString(), owed.Value.GetProperty("ageDays").GetInt32(), owed.Value.GetProperty("settlementCount").GetInt32()));
        var dates = (await server.GetAsync("/platform/payable-dates?test=true")).Body.GetProperty("items").EnumerateArray();
        Assert.Contains(dates, day => day.GetProperty("settlementDate").GetString() == today && day.GetProperty("settlementCount").GetInt32() >= 1 && day.GetProperty("partnerCount").GetInt32() >= 1);

        var wrong = await server.PostAsync($"/platform/receivables/{partner}/repay?test=true", new { amount = 9_999 });
        Assert.Equal((HttpStatusCode.Conflict, "RECEIVABLE_AMOUNT_CHANGED", 10_000), (wrong.Status, wrong.ErrorType, wrong.Body.GetProperty("amount").GetInt64()));
        var repaid = await server.PostAsync($"/platform/receivables/{partner}/repay?test=true", new { amount = 10_000, memo = "계좌로 받음" });
        Assert.Equal(HttpStatusCode.OK, repaid.Status);
        var transfer = (await server.GetAsync($"/platform/transfers/{repaid.Body.GetProperty("transferId").GetString()}?test=true")).Body;
        Assert.Equal(("계좌로 받음", 10_000), (transfer.GetProperty("memo").GetString(), transfer.GetProperty("settlementAmount").GetInt64()));

        // Moving the clock does what is due.
        var later = await server.PostAsync("/platform/test-clock/advance?test=true", new { to = (await server.NowAsync()).AddMinutes(1) });
        Assert.Equal(HttpStatusCode.OK, later.Status);
        Assert.Null(await FindAsync(partner));
        var none = await server.PostAsync($"/platform/receivables/{partner}/repay?test=true", new { amount = 10_000 });
        Assert.Equal(("RECEIVABLE_AMOUNT_CHANGED", 0), (none.ErrorType, none.Body.GetProperty("amount").GetInt64()));
        Assert.Equal("PLATFORM_PARTNER_NOT_FOUND", (await server.PostAsync("/platform/receivables/nobody/repay?test=true", new { amount = 1 })).ErrorType);
    }

    [Fact]
    public async Task AskBack_FromTheListToTheMail_IsToldWithItsDay()
    {
        var (_, partner) = await server.NewSettlementAsync(-30_000);
        var due = (await server.NowAsync()).AddDays(10).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var path = $"/platform/receivables/{partner}/ask-back?test=true";

        Assert.Equal("PLATFORM_PARTNER_NOT_FOUND", (await server.PostAsync("/platform/receivables/nobody/ask-back?test=true", new { amount = 1, dueOn = due })).ErrorType);
        var wrong = await server.PostAsync(path, new { amount = 1, dueOn = due });
        Assert.Equal(("RECEIVABLE_AMOUNT_CHANGED", 30_000), (wrong.ErrorType, wrong.Body.GetProperty("amount").GetInt64()));
        var late = await server.PostAsync(path, new { amount = 30_000, dueOn = "2001-01-01", account = Account });
        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_REQUEST"), (late.Status, late.ErrorType));
        Assert.StartsWith("dueOn: ", late.Message, StringComparison.Ordinal);
        var asked = await server.PostAsync(path, new { amount = 30_000, dueOn = due, account = Account });
        Assert.Equal((HttpStatusCode.OK, 30_000, due), (asked.Status, asked.Body.GetProperty("amount").GetInt64(), asked.Body.GetProperty("dueOn").GetString()));
        Assert.Equal((HttpStatusCode.Conflict, "RECEIVABLE_ALREADY_ASKED"), ((await server.PostAsync(path, new { amount = 30_000, dueOn = due })).Status, (await server.PostAsync(path, new { amount = 30_000, dueOn = due })).ErrorType));
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync(path, new { amount = 30_000, dueOn = due, again = true })).Status);

        var owed = await FindAsync(partner);
        Assert.Equal(due, owed!.Value.GetProperty("askedBack").GetProperty("dueOn").GetString());
        var account = (await server.GetAsync("/platform/receivables?test=true")).Body.GetProperty("repaymentAccount");
        Assert.Equal(("SHINHAN", "110000000000", "플랫폼"), (account.GetProperty("bank").GetString(), account.GetProperty("number").GetString(), account.GetProperty("holder").GetString()));
        var id = asked.Body.GetProperty("id").GetString();
        var mail = await Polling.UntilAsync("the mail", async _ => (await server.GetAsync("/mailbox.json?test=true")).Text is { } mails && mails.Contains(id!, StringComparison.Ordinal) ? mails : null,
            TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Contains("정산금 30,000원 반환 요청", mail, StringComparison.Ordinal);
    }

    private static object Account => new { bank = "SHINHAN", number = "110-000-000000", holder = "플랫폼" };

    [Fact]
    public async Task BulkPayout_CarriesReceivables_WithDatesOnly()
    {
        var (settlement, _) = await server.NewSettlementAsync(1_000);

        var refused = await server.PostAsync("/platform/bulk-payouts?test=true", new { partnerSettlementIds = new[] { settlement }, carryReceivables = true });

        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_REQUEST"), (refused.Status, refused.ErrorType));
        Assert.Contains("carryReceivables", refused.Text, StringComparison.Ordinal);
    }

    private async Task<System.Text.Json.JsonElement?> FindAsync(string partner)
    {
        for (var page = 0; ; page++)
        {
            var items = (await server.GetAsync($"/platform/receivables?test=true&page={page}&size=100")).Body.GetProperty("items").EnumerateArray().ToList();
            if (items.Count == 0)
            {
                return null;
            }
            if (items.FirstOrDefault(one => one.GetProperty("partnerId").GetString() == partner) is { ValueKind: System.Text.Json.JsonValueKind.Object } found)
            {
                return found;
            }
        }
    }
}
