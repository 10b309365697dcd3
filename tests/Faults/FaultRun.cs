using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Jeongsan.TestKit;

namespace Jeongsan.Faults;

/// <summary>
/// Platform and suppliers act on every invoice of the plan until each is where its fate leads, while the ASP misbehaves and
/// servers die. Whoever gets no answer looks at the state and, if nothing happened, tries again.
/// </summary>
internal sealed partial class FaultRun(RunPlan plan, Fleet fleet, AgencyHost agency, Ledgers ledgers, Action<string> say, CancellationToken ct)
{
    private const int FaultPercent = 5;
    private const int ActorsMax = 12;
    private const int PartnerCount = 10;
    private const string OwnNumber = "1234567891";
    private const string RefusalReason = "금액이 계약과 다릅니다";
    private static readonly TimeSpan Tell = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest time in which no invoice moves before the run is given up.</summary>
    private static readonly TimeSpan Standstill = TimeSpan.FromMinutes(4);

    private readonly ConcurrentDictionary<string, string> _tokens = new();
    private readonly ConcurrentDictionary<string, byte> _acting = new();
    private readonly List<Task> _deaths = [];
    private readonly Dictionary<string, string> _seen = [];
    private readonly HashSet<string> _mailsRead = [];
    private int _moves;
    private int _killsBegun;

    private static IReadOnlyList<string> Suppliers { get; } = [.. Enumerable.Range(0, PartnerCount).Select(NumberOf)];

    public async Task RunAsync()
    {
        var began = Stopwatch.GetTimestamp();
        await SetUpAsync();
        await agency.MisbehaveAsync(plan.Seed, FaultPercent);
        await ActUntilAsync("every invoice to be decided", IsDecided);
        say($"decided after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s, {fleet.Kills} kills");
        await SendAsync();
        await ActUntilAsync("every invoice to be final", (fate, status) => Verdict.Allowed(fate).Contains(status));
        await Task.WhenAll(_deaths);
        await agency.BehaveAsync();
        await Polling.UntilTrueAsync("the outbox to be empty", async _ => (await ledgers.OpenMessagesAsync(ct)).Count == 0, Standstill, ct);
        say($"final after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s, {fleet.Kills} kills");
    }

    private async Task SetUpAsync()
    {
        // As a real platform does: who gets the partners' data is published and stands in the terms, before anything is sent.
        await fleet.MustAsync(HttpMethod.Post, "platform/privacy/notices?test=true", [], ct);
        await fleet.MustAsync(HttpMethod.Post, "platform/privacy/told-in-terms?test=true", new JsonObject { ["document"] = "파트너 이용약관 1.0", ["documentDate"] = "2026-01-01" }, ct);
        await fleet.MustAsync(HttpMethod.Post, "platform/contracts?test=true", Parse("""
            { "id": "contract", "name": "기본 계약", "platformFee": { "fixedRate": 10000 }, "platformFeeVatPayer": "PARTNER", "subtractPaymentVatAmount": false,
              "settlementCycle": { "lagDays": 1, "datePolicy": "HOLIDAY_AFTER", "method": { "daily": {} } } }
            """), ct);
        foreach (var (index, number) in Suppliers.Index())
        {
            await fleet.MustAsync(HttpMethod.Post, "platform/partners?test=true", Parse($$"""
                { "id": "p{{index}}", "name": "가게{{index}}", "defaultContractId": "contract", "tags": [],
                  "contact": { "name": "김정산", "phoneNumber": "010-0000-0000", "email": "p{{index}}@partner.example" },
                  "account": { "bank": "SHINHAN", "currency": "KRW", "number": "110000001234", "holder": "가게{{index}}" },
                  "type": { "business": { "companyName": "가게{{index}}", "taxationType": "NORMAL", "businessRegistrationNumber": "{{number}}", "representativeName": "김정산",
                            "companyAddress": "서울특별시 중구 세종대로 110", "businessType": "도소매", "businessClass": "전자상거래" } } }
                """), ct);
            await fleet.MustAsync(HttpMethod.Post, $"platform/partners/member-company-connect/p{index}?test=true", [], ct);
        }
        foreach (var (index, number) in Suppliers.Index())
        {
            await Polling.UntilTrueAsync($"p{index} to be connected", async _ =>
                (await fleet.MustAsync(HttpMethod.Get, $"platform/partners/p{index}?test=true", null, ct))["type"]!["memberCompanyConnectionStatus"]!.GetValue<string>() is "CONNECTED",
                TimeSpan.FromSeconds(60), ct);
            await agency.RegisterCertificateAsync(number, $"가게{index}");
        }
    }

    /// <summary>Acts on whatever has not come where it should, until everything has.</summary>
    private async Task ActUntilAsync(string what, Func<Fate, string, bool> holds)
    {
        var (movedAt, toldAt) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
        while (true)
        {
            var ours = await ledgers.OursAsync(ct);
            var moves = Count(ours);
            await KillWhatIsDueAsync();
            await ReadMailsAsync();
            var byName = ours.ToDictionary(one => one.Name);
            var left = Enumerable.Range(0, plan.InvoiceCount).Where(index => !byName.TryGetValue(RunPlan.NameOf(index), out var one) || !holds(plan.Fates[index], one.Status)).ToList();
            if (left.Count == 0)
                return;
            movedAt = moves > 0 ? Stopwatch.GetTimestamp() : movedAt;
            if (Stopwatch.GetElapsedTime(movedAt) > Standstill)
                throw new TimeoutException($"Nothing moves while waiting for {what}: {await TellAsync(left, byName)}");
            if (Stopwatch.GetElapsedTime(toldAt) > Tell)
            {
                toldAt = Stopwatch.GetTimestamp();
                say($"{left.Count} left: {string.Join(", ", ours.GroupBy(one => one.Status).Select(group => $"{group.Key} {group.Count()}"))}; {(await ledgers.OpenMessagesAsync(ct)).Count} messages open, {fleet.Kills} kills");
            }
            foreach (var index in left)
                Begin(index, byName.GetValueOrDefault(RunPlan.NameOf(index)));
            await Task.Delay(Look, ct);
        }
    }

    private int Count(IReadOnlyList<OurInvoice> ours)
    {
        var moves = 0;
        foreach (var one in ours)
        {
            if (_seen.GetValueOrDefault(one.Name) == one.Status)
                continue;
            _seen[one.Name] = one.Status;
            moves++;
        }
        _moves += moves;
        return moves;
    }

    /// <summary>One at a time: a server that is being started again isn't killed.</summary>
    private async Task KillWhatIsDueAsync()
    {
        if (_deaths.Any(death => !death.IsCompleted))
            return;
        await Task.WhenAll(_deaths);
        if (_killsBegun < plan.Kills.Count && _moves >= plan.Kills[_killsBegun].AfterMoves)
            _deaths.Add(fleet.KillAndStartAgainAsync(plan.Kills[_killsBegun++].Server, agency.Address, ct));
    }

    /// <summary>The links of request mails, by the invoices that they are about.</summary>
    private async Task ReadMailsAsync()
    {
        foreach (var mail in await ledgers.MailsAsync(ct))
        {
            if (_mailsRead.Add(mail.Id) && Link().Match(mail.Body) is { Success: true } link && Name().Match(mail.Body) is { Success: true } name)
                _tokens[name.Value] = link.Groups[1].Value;
        }
    }

    private void Begin(int index, OurInvoice? invoice)
    {
        var name = RunPlan.NameOf(index);
        if (What(index, invoice) is { } act && _acting.Count < ActorsMax && _acting.TryAdd(name, 0))
            _ = ActAsync(name, act);
    }

    private async Task ActAsync(string name, Func<Task> act)
    {
        try
        {
            await act();
        }
        finally
        {
            _acting.TryRemove(name, out _);
        }
    }

    /// <summary>What somebody does next about the invoice; null while it is the turn of the servers.</summary>
    private Func<Task>? What(int index, OurInvoice? invoice)
    {
        var (name, fate) = (RunPlan.NameOf(index), plan.Fates[index]);
        return (invoice?.Status, fate) switch
        {
            (null, _) => () => fleet.TryPostAsync("b2b/tax-invoices/request-reverse-issuance?test=true", Invoice(index), $"create-{plan.Seed}-{index}", ct),
            ("Requested", Fate.TakeBack) => () => fleet.TryPostAsync($"b2b/tax-invoices/{invoice!.Id}/cancel-request?taxInvoiceKeyType=TAX_INVOICE_ID&test=true", [], null, ct),
            ("Requested" or "IssueFailed", Fate.Refuse) when _tokens.TryGetValue(name, out var token) => () => VisitAsync(index, token, RefusalReason),
            ("Requested" or "IssueFailed", _) when fate is not Fate.TakeBack && _tokens.TryGetValue(name, out var token) => () => VisitAsync(index, token, null),
            ("Issued", Fate.ApproveAndCancel) => () => fleet.TryPostAsync($"b2b/tax-invoices/{invoice!.Id}/cancel-issuance?taxInvoiceKeyType=TAX_INVOICE_ID&test=true", [], null, ct),
            ("Issued" or "BeforeSending", Fate.ApproveAndSend) => () => fleet.TryPostAsync($"b2b/tax-invoices/{invoice!.Id}/send-to-nts?taxInvoiceKeyType=TAX_INVOICE_ID&test=true", [], null, ct),
            _ => null,
        };
    }

    private Task VisitAsync(int index, string token, string? refusalReason) =>
        SupplierVisit.TryAsync(fleet.AnyAddress(), token, Suppliers[index % Suppliers.Count], refusalReason, ct);

    /// <summary>15:00 of the next business day comes for everybody; days off in between are passed over.</summary>
    private async Task SendAsync()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime);
        var at = new DateTimeOffset(today.AddDays(6).ToDateTime(new TimeOnly(15, 2)), TimeSpan.FromHours(9));
        await agency.SetClockAsync(at);
        await Polling.UntilTrueAsync(
            "the clock to be moved",
            async token => await fleet.TryPostAsync("platform/test-clock/advance?test=true", new JsonObject { ["to"] = at.ToString("O", CultureInfo.InvariantCulture) }, null, token) is not null
                || await NowAsync() >= at,
            TimeSpan.FromMinutes(2),
            ct);
    }

    private async Task<DateTimeOffset> NowAsync() =>
        DateTimeOffset.Parse((await fleet.MustAsync(HttpMethod.Get, "platform/test-clock?test=true", null, ct))["now"]!.GetValue<string>(), CultureInfo.InvariantCulture);

    private static bool IsDecided(Fate fate, string status) =>
        fate == Fate.Approve ? status is "Issued" or "BeforeSending" or "WaitingSending" or "Sending" or "SendingCompleted" or "SendingFailed" : Verdict.Allowed(fate).Contains(status);

    private async Task<string> TellAsync(List<int> left, Dictionary<string, OurInvoice> byName)
    {
        var some = left.Take(10).Select(index => $"{RunPlan.NameOf(index)} {plan.Fates[index]}: {byName.GetValueOrDefault(RunPlan.NameOf(index))}");
        return $"{left.Count} left\n{string.Join('\n', some)}\n{string.Join('\n', (await ledgers.OpenMessagesAsync(ct)).Take(20))}\n{fleet.First.Output}";
    }

    private static JsonObject Invoice(int index)
    {
        var supplier = index % Suppliers.Count;
        var supply = 10_000 + (index * 10);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Parse($$"""
            { "memo": "{{RunPlan.NameOf(index)}}",
              "taxInvoice": { "taxationType": "TAXABLE", "writeDate": "{{today}}", "purposeType": "RECEIPT",
                "totalSupplyAmount": {{supply}}, "totalTaxAmount": {{supply / 10}}, "totalAmount": {{supply + (supply / 10)}},
                "supplier": { "brn": "{{Suppliers[supplier]}}", "name": "가게{{supplier}}", "representativeName": "김정산", "address": "서울특별시 중구 세종대로 110",
                  "businessType": "도소매", "businessClass": "전자상거래", "contact": { "name": "김정산", "email": "p{{supplier}}@partner.example" } },
                "recipient": { "brn": "{{OwnNumber}}", "name": "㈜샘플마켓(테스트)", "representativeName": "김보기", "address": "서울특별시 중구 보기로 1",
                  "businessType": "정보통신업", "businessClass": "온라인 플랫폼", "contact": { "name": "재무팀", "email": "finance@samplemarket.example" } },
                "items": [{ "name": "{{RunPlan.NameOf(index)}}", "supplyCostAmount": {{supply}}, "taxAmount": {{supply / 10}} }] } }
            """);
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    /// <summary>Invented; passes the check digit. The middle digits 81 are an ordinary corporation.</summary>
    private static string NumberOf(int partner)
    {
        var first = string.Create(CultureInfo.InvariantCulture, $"{301 + partner}8171{partner:D2}");
        int[] weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];
        var digits = first.Select(digit => digit - '0').ToArray();
        var sum = weights.Zip(digits, (weight, digit) => weight * digit).Sum() + (digits[8] * 5 / 10);
        return string.Create(CultureInfo.InvariantCulture, $"{first}{(10 - (sum % 10)) % 10}");
    }

    [GeneratedRegex("/s/([A-Za-z0-9_-]+)")]
    private static partial Regex Link();

    [GeneratedRegex("정산-[0-9]{5}호")]
    private static partial Regex Name();
}
