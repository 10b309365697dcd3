using System.Net.Http.Json;
using System.Text.Json;
using Jeongsan.Application.Adapters.Bank;
using Jeongsan.Application.Mails;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Server.Console.Session;

namespace Jeongsan.Server.Console.Failures;

/// <param name="Address">Where the emulators listen.</param>
/// <param name="HasPopbill">False where the real ASP is used.</param>
/// <param name="HasBank">False where a real provider is used.</param>
/// <param name="HasMailbox">False where mails leave by SMTP.</param>
public sealed record FailureDeskOptions(Uri Address, bool HasPopbill, bool HasBank, bool HasMailbox)
{
    public bool Has(FailingSide side) => side switch
    {
        FailingSide.Popbill or FailingSide.Nts => HasPopbill,
        FailingSide.Bank => HasBank,
        FailingSide.Mail => HasMailbox,
        _ => throw new System.Diagnostics.UnreachableException($"{side}"),
    };
}

/// <summary>Switches the emulators' failures on and off, and tells which are on. Of the real services it switches nothing.</summary>
public sealed class FailureDesk(HttpClient http, FailureDeskOptions options, MailboxFailures mailbox, Store store)
{
    private const string Subject = "Emulator";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Id of the failure → how often it still happens, null until switched off. Null as a whole: an emulator does not answer.</summary>
    public async Task<IReadOnlyDictionary<string, int?>?> ReadAsync(CancellationToken ct)
    {
        try
        {
            var on = new Dictionary<string, int?>();
            var plan = options.HasPopbill ? await PlanAsync(ct) : new Plan(0, []);
            var bank = (options.HasBank ? await http.GetFromJsonAsync<Dictionary<string, int?>>(At("/bank/failures"), Json, ct) : null) ?? new Dictionary<string, int?>();
            foreach (var failure in FailureCast.All.Where(failure => options.Has(failure.Side)))
            {
                switch (failure.Side)
                {
                    case FailingSide.Popbill or FailingSide.Nts when plan.Rules.Find(rule => rule.Kind == failure.Kind && rule.Times != 0) is { } ordered:
                        on[failure.Id] = ordered.Times;
                        break;
                    case FailingSide.Bank when bank.TryGetValue(failure.Kind, out var times):
                        on[failure.Id] = times;
                        break;
                    case FailingSide.Mail when mailbox.Left.TryGetValue(Enum.Parse<MailboxFailure>(failure.Kind), out var left):
                        on[failure.Id] = left;
                        break;
                    default:
                        break;
                }
            }
            return on;
        }
        catch (Exception fault) when (IsUnanswered(fault, ct))
        {
            return null;
        }
    }

    /// <param name="times">The next so many; null: until it is switched off; 0: off.</param>
    /// <returns>False when the emulator does not answer, the role may not, or the session looks at live.</returns>
    public async Task<bool> SwitchAsync(ConsoleSession session, OrderedFailure failure, int? times, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(failure);
        if (!session.IsTest || !session.May(PersonRight.MoveTestClock) || !options.Has(failure.Side))
        {
            return false;
        }
        try
        {
            await SwitchAsync(failure, times, ct);
        }
        catch (Exception fault) when (IsUnanswered(fault, ct))
        {
            return false;
        }
        await store.CommandAsync<Done>(session.Tenant, session.Actor, work =>
        {
            work.Record(Subject, failure.Id, times == 0 ? "FailureSwitchedOff" : "FailureSwitchedOn", why: times is > 0 and var count ? $"{failure.Title}, 다음 {count}번" : failure.Title);
            return Task.FromResult<Outcome<Done>>(new Done());
        }, ct);
        return true;
    }

    private async Task SwitchAsync(OrderedFailure failure, int? times, CancellationToken ct)
    {
        switch (failure.Side)
        {
            case FailingSide.Mail:
                var kind = Enum.Parse<MailboxFailure>(failure.Kind);
                if (times == 0)
                {
                    mailbox.SwitchOff(kind);
                }
                else
                {
                    mailbox.SwitchOn(kind, times);
                }
                break;
            case FailingSide.Bank:
                (await http.PutAsJsonAsync(At("/bank/failures"), new { kind = Enum.Parse<BankFailure>(failure.Kind), times }, Json, ct)).EnsureSuccessStatusCode();
                break;
            default:
                var plan = await PlanAsync(ct);
                plan.Rules.RemoveAll(rule => rule.Kind == failure.Kind || rule.Times == 0);
                if (times != 0)
                {
                    plan.Rules.Add(new Rule(failure.Kind, null, null, times, null, failure.DelayMs, null));
                }
                (await http.PutAsJsonAsync(At("/emulator/faults"), plan, Json, ct)).EnsureSuccessStatusCode();
                break;
        }
    }

    private async Task<Plan> PlanAsync(CancellationToken ct) => await http.GetFromJsonAsync<Plan>(At("/emulator/faults"), Json, ct) ?? new Plan(0, []);

    private Uri At(string path) => new(options.Address, path);

    private static bool IsUnanswered(Exception fault, CancellationToken ct) =>
        fault is HttpRequestException or JsonException || (fault is TaskCanceledException && !ct.IsCancellationRequested);

    /// <summary>The emulator's plan of faults; what others put into it stays.</summary>
    private sealed record Plan(long Seed, List<Rule> Rules);

    private sealed record Rule(string Kind, string? Verb, string? PathContains, int? Times, int? Percent, int? DelayMs, string? NtsCode);
}
