using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Crash;

/// <summary>What the outside world has seen when the month is over.</summary>
internal sealed record MonthTrace(
    IReadOnlyList<Mail> Mails, JsonArray BankTransfers, JsonArray AgencyRequests, IReadOnlyList<WebhookArrival> Webhooks, int ReplayedCount);

/// <summary>
/// The month of three partners, from the contract to their invoices: one goes to the tax office by schedule, one is sent
/// there at once, and one request is taken back.
/// </summary>
internal sealed partial class Month(
    MortalServer server, WebhookReceiver receiver, OutboxProbe outbox, Func<Task> betweenSteps, CancellationToken cancellation)
{
    private const string Scheduled = "scheduled";
    private const string AtOnce = "at-once";
    private const string TakenBack = "taken-back";

    /// <summary>The partners' business numbers by their ids.</summary>
    public static IReadOnlyDictionary<string, string> Partners { get; } = new Dictionary<string, string>
    {
        [Scheduled] = "1148600017",
        [AtOnce] = "2148700013",
        [TakenBack] = "3018200025",
    };

    private readonly PlatformCalls _calls = new(server, cancellation);

    public async Task<MonthTrace> LiveAsync()
    {
        await SetUpAsync();
        await ConnectAsync();
        var settlementDate = await OrderAsync();
        await _calls.AdvanceClockAsync(InSeoul(settlementDate, 9, 0));
        await betweenSteps();
        var bulkPayoutId = await PayAsync(settlementDate);
        await SendStatementsAsync(bulkPayoutId);
        var invoices = await RequestInvoicesAsync(bulkPayoutId);
        await TakeBackAsync(invoices[TakenBack]);
        await ApproveAsync(Scheduled, invoices[Scheduled]);
        await ApproveAsync(AtOnce, invoices[AtOnce]);
        await SendAtOnceAsync(invoices[AtOnce]);
        await SendByScheduleAsync(invoices[Scheduled]);
        await SettleAsync();
        return new MonthTrace(
            await server.AskAsync(server.Process.Mailbox.AllAsync, cancellation),
            (await _calls.AskEmulatorAsync("bank/transfers")).AsArray(),
            (await _calls.AskEmulatorAsync("emulator/requests")).AsArray(),
            receiver.Arrivals,
            _calls.ReplayedCount);
    }

    private async Task SetUpAsync()
    {
        // As a real platform does: who gets the partners' data is published and stands in the terms, before anything is sent.
        await _calls.PostAsync("platform/privacy/notices", []);
        await _calls.PostAsync("platform/privacy/told-in-terms", new JsonObject { ["document"] = "파트너 이용약관 1.0", ["documentDate"] = "2026-01-01" });
        await _calls.PostAsync("platform/contracts", Parse("""
            { "id": "contract", "name": "기본 계약", "platformFee": { "fixedRate": 10000 }, "platformFeeVatPayer": "PARTNER", "subtractPaymentVatAmount": false,
              "settlementCycle": { "lagDays": 1, "datePolicy": "HOLIDAY_AFTER", "method": { "daily": {} } } }
            """));
        foreach (var (id, number) in Partners)
        {
            await _calls.PostAsync("platform/partners", Parse($$"""
                { "id": "{{id}}", "name": "{{id}} 상점", "defaultContractId": "contract", "tags": [],
                  "contact": { "name": "김정산", "phoneNumber": "010-0000-0000", "email": "{{MailOf(id)}}" },
                  "account": { "bank": "SHINHAN", "currency": "KRW", "number": "110000001234", "holder": "{{id}} 상점" },
                  "type": { "business": { "companyName": "{{id}} 상점", "taxationType": "NORMAL", "businessRegistrationNumber": "{{number}}", "representativeName": "김정산",
                            "companyAddress": "서울특별시 중구 세종대로 110", "businessType": "도소매", "businessClass": "전자상거래" } } }
                """));
        }

        await _calls.PostAsync("platform/webhook-endpoints", new JsonObject { ["url"] = receiver.Address.AbsoluteUri });
        await betweenSteps();
    }

    private async Task ConnectAsync()
    {
        foreach (var id in Partners.Keys)
            await _calls.PostAsync($"platform/partners/member-company-connect/{id}", []);
        await betweenSteps();
        foreach (var id in Partners.Keys)
        {
            await _calls.WaitAsync($"{id} to be connected", $"platform/partners/{id}", null,
                partner => partner["type"]!["memberCompanyConnectionStatus"]!.GetValue<string>() is "CONNECTED" ? partner : null);
        }
    }

    private async Task<DateOnly> OrderAsync()
    {
        JsonNode? made = null;
        foreach (var id in Partners.Keys)
        {
            made = await _calls.PostAsync("platform/transfers/order", Parse($$"""
                { "partnerId": "{{id}}", "paymentId": "order-{{id}}", "orderDetail": { "orderAmount": 110000 }, "discounts": [], "additionalFees": [],
                  "externalPaymentDetail": { "currency": "KRW" } }
                """));
        }

        await betweenSteps();
        return DateOnly.ParseExact(made!["transfer"]!["settlementDate"]!.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private async Task<string> PayAsync(DateOnly settlementDate)
    {
        var date = settlementDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await _calls.WaitAsync("the partner settlements", "platform/partner-settlements", Parse($$"""{ "filter": { "settlementDates": ["{{date}}"] } }"""),
            answer => answer["items"]!.AsArray() is { } items && items.Count == Partners.Count ? items : null);
        var bulk = await _calls.PostAsync("platform/bulk-payouts", Parse($$"""{ "name": "정산", "settlementDates": ["{{date}}"] }"""));
        var id = bulk["bulkPayout"]!["id"]!.GetValue<string>();
        await betweenSteps();
        await _calls.PostAsync($"platform/bulk-payouts/{id}/confirm", []);
        await betweenSteps();
        await _calls.PostAsync($"platform/bulk-payouts/{id}/schedule", new JsonObject { ["scheduledAt"] = $"{InSeoul(settlementDate, 10, 0):O}" });
        await betweenSteps();
        await _calls.AdvanceClockAsync(InSeoul(settlementDate, 10, 0));
        await betweenSteps();
        await _calls.WaitAsync("the bulk payout to be completed", "platform/bulk-payouts", Parse($$"""{ "filter": { "criteria": { "bulkPayoutId": "{{id}}" } } }"""),
            answer => answer["items"]!.AsArray().FirstOrDefault(one => one!["status"]!.GetValue<string>() is "COMPLETED"));
        return id;
    }

    private async Task SendStatementsAsync(string bulkPayoutId)
    {
        var sent = await _calls.PostAsync("platform/settlement-statements/send", new JsonObject { ["bulkPayoutId"] = bulkPayoutId });
        await betweenSteps();
        await _calls.WaitAsync("the statements to be sent", $"platform/bulk-tasks/{sent["bulkTask"]!["id"]!.GetValue<string>()}", null,
            answer => answer["bulkTask"]!["progressStats"]!["succeededCount"]!.GetValue<int>() == Partners.Count ? answer : null);
    }

    /// <summary>The invoices' ids by the partners' ids.</summary>
    private async Task<IReadOnlyDictionary<string, string>> RequestInvoicesAsync(string bulkPayoutId)
    {
        var drafted = await _calls.PostAsync("platform/bulk-tax-invoices/from-payouts", new JsonObject { ["bulkPayoutId"] = bulkPayoutId });
        await betweenSteps();
        await _calls.PostAsync($"platform/bulk-tax-invoices/{drafted["bulkTaxInvoice"]!["id"]!.GetValue<string>()}/request", []);
        await betweenSteps();
        var invoices = new Dictionary<string, string>();
        foreach (var made in drafted["taxInvoiceIds"]!.AsArray())
        {
            var id = made!.GetValue<string>();
            var invoice = await WaitForStatusAsync(id, "REQUESTED");
            var number = invoice["supplier"]!["brn"]!.GetValue<string>().Replace("-", "", StringComparison.Ordinal);
            invoices.Add(Partners.Single(partner => partner.Value == number).Key, id);
        }

        Assert.Equal(Partners.Count, invoices.Count);
        return invoices;
    }

    private async Task TakeBackAsync(string invoiceId)
    {
        await _calls.PostAsync($"b2b/tax-invoices/{invoiceId}/cancel-request?taxInvoiceKeyType=TAX_INVOICE_ID", new JsonObject { ["memo"] = "금액을 다시 계산합니다." });
        await betweenSteps();
        await WaitForStatusAsync(invoiceId, "REQUEST_CANCELLED");
    }

    private async Task ApproveAsync(string partnerId, string invoiceId)
    {
        var mail = await Polling.UntilAsync(
            "the request mail",
            async _ => (await server.AskAsync(server.Process.Mailbox.AllAsync, cancellation))
                .FirstOrDefault(one => one.To.Contains(MailOf(partnerId), StringComparison.Ordinal) && SupplierLink().IsMatch(one.Text)),
            cancellation: cancellation);
        using var visit = new SupplierVisit(server, SupplierLink().Match(mail.Text).Value, Partners[partnerId], cancellation);
        await visit.ApproveAsync();
        await betweenSteps();
        await WaitForStatusAsync(invoiceId, "ISSUED", "BEFORE_SENDING", "WAITING_SENDING");
    }

    private async Task SendAtOnceAsync(string invoiceId)
    {
        await _calls.PostAsync($"b2b/tax-invoices/{invoiceId}/send-to-nts?taxInvoiceKeyType=TAX_INVOICE_ID", []);
        await betweenSteps();
    }

    // 15:00 of the next business day; days off in between are passed over.
    private async Task SendByScheduleAsync(string invoiceId)
    {
        var now = (await _calls.GetAsync("platform/test-clock"))["now"]!.GetValue<string>();
        var day = DateOnly.FromDateTime(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture).ToOffset(TimeSpan.FromHours(9)).DateTime);
        for (var days = 1; days <= 7; days++)
            await _calls.AdvanceClockAsync(InSeoul(day.AddDays(days), 15, 1));
        await betweenSteps();
        await WaitForStatusAsync(invoiceId, "SENDING_COMPLETED");
    }

    // Nothing is left to be done. The server is asked something too, since nobody else would notice that it died.
    private Task SettleAsync() => Polling.UntilTrueAsync(
        "the outbox to be empty",
        async token =>
        {
            await _calls.GetAsync("platform/test-clock");
            return await outbox.IsEmptyAsync(token) && receiver.Arrivals.Where(one => one.Body.Contains("TaxInvoice.SendingCompleted", StringComparison.Ordinal)).DistinctBy(one => one.Id).Count() == 2;
        },
        cancellation: cancellation);

    private Task<JsonNode> WaitForStatusAsync(string invoiceId, params string[] statuses) => _calls.WaitAsync(
        $"the invoice to be {string.Join(" or ", statuses)}",
        $"b2b/tax-invoices/{invoiceId}?taxInvoiceKeyType=TAX_INVOICE_ID",
        null,
        invoice => statuses.Contains(invoice["status"]!.GetValue<string>()) ? invoice : null);

    private static string MailOf(string partnerId) => $"{partnerId}@partner.example";

    private static DateTimeOffset InSeoul(DateOnly date, int hour, int minute) => new(date.ToDateTime(new TimeOnly(hour, minute)), TimeSpan.FromHours(9));

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/s/[A-Za-z0-9_-]+")]
    private static partial Regex SupplierLink();
}
