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

    /// <summary>More than the actors do until the next look; the oldest invoices come first.</summary>
    private const int ActsOfALook = 200;
    private const int PartnerCount = 10;
    private const string OwnNumber = "1234567891";
    private const string RefusalReason = "금액이 계약과 다릅니다";
    private static readonly TimeSpan Tell = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest time in which no invoice moves before the run is given up.</summary>
    private static readonly TimeSpan Standstill = TimeSpan.FromMinutes(5);

    private readonly Cast _cast = new(ActorsMax, ct);
    private readonly Dictionary<string, string> _tokens = [];
    private readonly Dictionary<string, OurInvoice> _ours = [];
    private readonly HashSet<string> _mailsRead = [];
    private Task _death = Task.CompletedTask;
    private int _killsBegun;

    private static IReadOnlyList<string> Suppliers { get; } = [.. Enumerable.Range(0, PartnerCount).Select(NumberOf)];

    public async Task RunAsync()
    {
        var began = Stopwatch.GetTimestamp();
        await SetUpAsync();
        await agency.MisbehaveAsync(plan.Seed, FaultPercent);
        await _cast.PerformAsync(async token =>
        {
            await ActUntilAsync("every invoice to be decided", IsDecided, token);
            say($"decided after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s, {fleet.Kills} kills");
            await SendAsync();
            await ActUntilAsync("every invoice to be final", (fate, status) => Verdict.Allowed(fate).Contains(status), token);
        });
        await _death;
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

    /// <summary>Has the cast act on whatever has not come where it should, until everything has and the deaths of this part are through.</summary>
    private async Task ActUntilAsync(string what, Func<Fate, string, bool> holds, CancellationToken over)
    {
        var (movedAt, toldAt) = (Stopwatch.GetTimestamp(), 0L);
        while (true)
        {
            // Now and then everything anew: what committed late may have been passed over.
            var isTold = toldAt == 0 || Stopwatch.GetElapsedTime(toldAt) > Tell;
            movedAt = await ReadOursAsync(isTold) > 0 ? Stopwatch.GetTimestamp() : movedAt;
            await ReadMailsAsync(isTold);
            await KillWhatIsDueAsync();
            var left = Enumerable.Range(0, plan.InvoiceCount).Where(index => !_ours.TryGetValue(RunPlan.NameOf(index), out var one) || !holds(plan.Fates[index], one.Status)).ToList();
            if (left.Count == 0 && _death.IsCompleted && !IsKillDue)
                return;
            if (Stopwatch.GetElapsedTime(movedAt) > Standstill)
                throw new TimeoutException($"Nothing moves while waiting for {what}: {await TellAsync(left)}");
            if (isTold)
            {
                toldAt = Stopwatch.GetTimestamp();
                say($"{left.Count} left: {string.Join(", ", _ours.Values.GroupBy(one => one.Status).Select(group => $"{group.Key} {group.Count()}"))}; {(await ledgers.OpenMessagesAsync(ct)).Count} messages open, {fleet.Kills} kills");
            }
            _cast.Give([.. left.Select(index => What(index, _ours.GetValueOrDefault(RunPlan.NameOf(index)))).OfType<Act>().Take(ActsOfALook)]);
            await Task.Delay(Look, over);
        }
    }

    /// <returns>How many moved.</returns>
    private async Task<int> ReadOursAsync(bool anew)
    {
        var moves = 0;
        foreach (var one in await ledgers.OursAsync(anew, ct))
        {
            moves += _ours.GetValueOrDefault(one.Name)?.Status == one.Status ? 0 : 1;
            _ours[one.Name] = one;
        }
        return moves;
    }

    /// <summary>By how far the plan has come, so that no speed of the machine leaves a kill out.</summary>
    private bool IsKillDue => _killsBegun < plan.Kills.Count && Steps >= plan.Kills[_killsBegun].AfterSteps;

    /// <summary>Each invoice takes three: it is there, it is decided, it is final.</summary>
    private int Steps => _ours.Values.Sum(one => plan.FateOf(one.Name) is var fate && Verdict.Allowed(fate).Contains(one.Status) ? 3 : IsDecided(fate, one.Status) ? 2 : 1);

    /// <summary>One at a time: a server that is being started again isn't killed.</summary>
    private async Task KillWhatIsDueAsync()
    {
        if (!_death.IsCompleted)
            return;
        await _death;
        if (IsKillDue)
            _death = fleet.KillAndStartAgainAsync(plan.Kills[_killsBegun++].Server, agency.Address, ct);
    }

    /// <summary>The links of request mails, by the invoices that they are about.</summary>
    private async Task ReadMailsAsync(bool anew)
    {
        foreach (var mail in await ledgers.MailsAsync(anew, ct))
        {
            if (_mailsRead.Add(mail.Id) && Link().Match(mail.Body) is { Success: true } link && Name().Match(mail.Body) is { Success: true } name)
                _tokens[name.Value] = link.Groups[1].Value;
        }
    }

    /// <summary>What somebody does next about the invoice; null while it is the turn of the servers.</summary>
    private Act? What(int index, OurInvoice? invoice)
    {
        var (name, fate) = (RunPlan.NameOf(index), plan.Fates[index]);
        Func<Task>? perform = (invoice?.Status, fate) switch
        {
            (null, _) => () => fleet.TryPostAsync("b2b/tax-invoices/request-reverse-issuance?test=true", Invoice(index), $"create-{plan.Seed}-{index}", ct),
            ("Requested", Fate.TakeBack) => () => fleet.TryPostAsync($"b2b/tax-invoices/{invoice!.Id}/cancel-request?taxInvoiceKeyType=TAX_INVOICE_ID&test=true", [], null, ct),
            ("Requested" or "IssueFailed", Fate.Refuse) when _tokens.TryGetValue(name, out var token) => () => VisitAsync(index, token, RefusalReason),
            ("Requested" or "IssueFailed", _) when fate is not Fate.TakeBack && _tokens.TryGetValue(name, out var token) => () => VisitAsync(index, token, null),
            ("Issued", Fate.ApproveAndCancel) => () => fleet.TryPostAsync($"b2b/tax-invoices/{invoice!.Id}/cancel-issuance?taxInvoiceKeyType=TAX_INVOICE_ID&test=true", [], null, ct),
            ("Issued" or "BeforeSending", Fate.ApproveAndSend) => () => fleet.TryPostAsync($"b2b/tax-invoices/{invoice!.Id}/send-to-nts?taxInvoiceKeyType=TAX_INVOICE_ID&test=true", [], null, ct),
            _ => null,
        };
        return perform is null ? null : new Act(name, perform);
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

    private async Task<string> TellAsync(List<int> left)
    {
        var some = left.Take(10).Select(index => $"{RunPlan.NameOf(index)} {plan.Fates[index]}: {_ours.GetValueOrDefault(RunPlan.NameOf(index))}");
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
