using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.Faults;

[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
internal enum FaultKind
{
    /// <summary>Answers correctly, but late.</summary>
    Late,

    /// <summary>Answers 500 without doing anything.</summary>
    ServerError,

    /// <summary>Does the work, then never answers.</summary>
    TimeoutAfterWork,

    /// <summary>Does the work, then breaks the connection in the middle of the answer.</summary>
    DropMidAnswer,

    /// <summary>Does the work, then answers broken JSON.</summary>
    MalformedJson,

    /// <summary>Refuses with a maintenance notice.</summary>
    Maintenance,

    /// <summary>Everything that costs points fails as if none were left.</summary>
    OutOfPoints,

    /// <summary>The tax office refuses the next document with <see cref="FaultRule.NtsCode"/>.</summary>
    NtsRefusal,

    /// <summary>The tax office's answer to the next document comes <see cref="FaultRule.DelayMs"/> later: the state stays 300 until then.</summary>
    StateLate,

    /// <summary>The next event is sent <see cref="FaultRule.DelayMs"/> later.</summary>
    EventLate,

    /// <summary>The next event is sent after the one that follows it for the same document.</summary>
    EventOutOfOrder,
}

/// <summary>One rule. It applies <see cref="Times"/> times (null: without end), each time with <see cref="Percent"/> chance out of 100.</summary>
internal sealed record FaultRule(FaultKind Kind, string? Verb, string? PathContains, int? Times, int? Percent, int? DelayMs, string? NtsCode)
{
    /// <summary>Whether it meets a call, not a document or an event.</summary>
    [JsonIgnore]
    public bool IsOfCalls => Kind is not (FaultKind.NtsRefusal or FaultKind.StateLate or FaultKind.EventLate or FaultKind.EventOutOfOrder);
}

/// <summary>The plan, kept in the database. Chances come from the seed and a counter, so that a run can be repeated.</summary>
internal sealed class FaultPlan
{
    private const string Setting = "faults";
    private const string Draws = "fault-draws";

    private string? _text;
    private Plan _plan = new(0, []);

    public sealed record Plan(long Seed, List<FaultRule> Rules);

    public static Plan Get(EmulatorSession db) =>
        Settings.Get(db, Setting) is { } text ? JsonSerializer.Deserialize<Plan>(text, LenientJson.Options)! : new Plan(0, []);

    public static void Set(EmulatorSession db, Plan plan)
    {
        Settings.Set(db, Setting, JsonSerializer.Serialize(plan, LenientJson.Options));
        Settings.Set(db, Draws, "0");
    }

    /// <summary>The fault of this call, counted off the plan; null for none.</summary>
    public FaultRule? ForCall(EmulatorSession db, string method, string path, string? verb) =>
        Take(db, r => r.IsOfCalls
            && (r.Verb is null || string.Equals(r.Verb, verb ?? method, StringComparison.OrdinalIgnoreCase))
            && (r.PathContains is null || path.Contains(r.PathContains, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The code with which the tax office refuses the next document; null for none.</summary>
    public string? NtsRefusal(EmulatorSession db) => Take(db, r => r.Kind == FaultKind.NtsRefusal) is { } rule ? rule.NtsCode ?? "ERR099" : null;

    /// <summary>How much later the tax office's answer to the next document comes; null for in time.</summary>
    public TimeSpan? StateLate(EmulatorSession db) => Take(db, r => r.Kind == FaultKind.StateLate) is { } rule ? TimeSpan.FromMilliseconds(rule.DelayMs ?? 60_000) : null;

    /// <summary>What happens to the next event; null for nothing.</summary>
    public FaultRule? ForEvent(EmulatorSession db) => Take(db, r => r.Kind is FaultKind.EventLate or FaultKind.EventOutOfOrder);

    private FaultRule? Take(EmulatorSession db, Func<FaultRule, bool> applies)
    {
        var plan = Current(db);
        for (var i = 0; i < plan.Rules.Count; i++)
        {
            var rule = plan.Rules[i];
            if (rule.Times == 0 || !applies(rule) || !Hits(db, plan.Seed, rule.Percent ?? 100)) continue;
            if (rule.Times is { } left)
            {
                List<FaultRule> rules = [.. plan.Rules];
                rules[i] = rule with { Times = left - 1 };
                Settings.Set(db, Setting, JsonSerializer.Serialize(plan with { Rules = rules }, LenientJson.Options));
            }
            return rule;
        }
        return null;
    }

    /// <summary>Parsed anew only when the stored text is another: a rolled back change is none.</summary>
    private Plan Current(EmulatorSession db)
    {
        var text = Settings.Get(db, Setting);
        if (text != _text) (_text, _plan) = (text, text is null ? new Plan(0, []) : JsonSerializer.Deserialize<Plan>(text, LenientJson.Options)!);
        return _plan;
    }

    private static bool Hits(EmulatorSession db, long seed, int percent)
    {
        if (percent >= 100) return true;
        var draw = Settings.Next(db, Draws);
        var hash = System.Security.Cryptography.SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{draw}")));
        return BitConverter.ToUInt16(hash) % 100 < percent;
    }
}
