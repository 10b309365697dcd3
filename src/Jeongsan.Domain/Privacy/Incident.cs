using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Privacy;

public enum IncidentCertainty
{
    Certain = 0,

    /// <summary>유출등의 가능성: since 2026 this must be told too.</summary>
    Likely,
}

/// <summary>What is known of a leak, a loss or a theft.</summary>
/// <param name="What">What happened.</param>
/// <param name="Begun">When it began, as far as is known.</param>
/// <param name="Ended">When it ended; null while it goes on or nobody knows.</param>
/// <param name="HasSensitive">Sensitive data (제23조) or unique identifiers (제24조) are among it.</param>
/// <param name="ByIntrusion">Somebody from outside broke into a system.</param>
public sealed record IncidentDescription(
    DateTimeOffset KnownAt, string What, DateTimeOffset? Begun, DateTimeOffset? Ended, IncidentCertainty Certainty, IReadOnlyList<PersonalDataItem> Items, bool HasSensitive, bool ByIntrusion);

/// <summary>유출 사고 (제34조): the clock, whose data, what they are told, and that it was reported.</summary>
public sealed class Incident : ITenantOwned
{
    public const int TextLengthMax = 4_000;
    public const int ReceiptLengthMax = 100;

    /// <summary>시행령 제40조 ① 1호.</summary>
    public const int ReportedFrom = 1_000;

    /// <summary>시행령 제39조 ①, 제40조 ①: within 72 hours of knowing.</summary>
    private static readonly TimeSpan Clock = TimeSpan.FromHours(72);

    private Incident()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public IncidentId Id { get; private set; }
    public IncidentStatus Status { get; private set; }

    /// <summary>When the platform came to know: both clocks start here.</summary>
    public DateTimeOffset KnownAt { get; private set; }
    public string What { get; private set; } = null!;
    public DateTimeOffset? Begun { get; private set; }
    public DateTimeOffset? Ended { get; private set; }
    public IncidentCertainty Certainty { get; private set; }
    public IReadOnlyList<PersonalDataItem> Items { get; private set; } = [];
    public bool HasSensitive { get; private set; }
    public bool ByIntrusion { get; private set; }

    /// <summary>How the affected were found, in words.</summary>
    public string? ChosenBy { get; private set; }

    /// <summary>Partners; 0 until they are confirmed.</summary>
    public int AffectedCount { get; private set; }

    /// <summary>People whose data was in the same records and who are no partners: told by hand.</summary>
    public int OthersCount { get; private set; }
    public IncidentNotice Notice { get; private set; } = IncidentNotice.Empty;

    /// <summary>The notice as it was sent; null until then.</summary>
    public string? ToldText { get; private set; }
    public DateTimeOffset? ToldAt { get; private set; }
    public DateTimeOffset? ReportedAt { get; private set; }

    /// <summary>The Commission's number of the report.</summary>
    public string? ReceiptNumber { get; private set; }
    public string? Summary { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public string RecordedBy { get; private set; } = null!;
    public DateTimeOffset RecordedAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>By when the affected and, where it must be, the Commission are told.</summary>
    public DateTimeOffset DueAt => KnownAt + Clock;

    /// <summary>시행령 제40조 ①: a thousand people, sensitive data or unique identifiers, or somebody broke in from outside.</summary>
    public bool MustBeReported => AffectedCount + OthersCount >= ReportedFrom || HasSensitive || ByIntrusion || Items.Contains(PersonalDataItem.ResidentNumber);

    public bool IsOpen => Status != IncidentStatus.Closed;

    public static Outcome<Incident> Record(Tenant tenant, IncidentId id, IncidentDescription description, Actor by, DateTimeOffset at)
    {
        if (Check(description, at) is { } refusal)
        {
            return refusal;
        }

        var incident = new Incident { MerchantId = tenant.Merchant, Mode = tenant.Mode, Id = id, Status = IncidentStatus.Open, RecordedBy = by.ToString(), RecordedAt = at };
        incident.Take(description);
        return incident;
    }

    public Outcome<Move> Describe(IncidentDescription description, DateTimeOffset now)
    {
        if (Check(description, now) is { } refusal)
        {
            return refusal;
        }

        return MoveBy(IncidentCommand.Describe).Then<Move>(move =>
        {
            Take(description);
            return move;
        });
    }

    /// <summary>Freezes whose data it is about.</summary>
    /// <param name="chosenBy">How they were found, in words.</param>
    public Outcome<Move> ConfirmAffected(int partners, int others, string chosenBy) => MoveBy(IncidentCommand.ConfirmAffected).Then<Move>(move =>
    {
        (AffectedCount, OthersCount, ChosenBy) = (partners, others, chosenBy);
        return move;
    });

    public Outcome<Move> WriteNotice(IncidentNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (notice.Parts().FirstOrDefault(part => part.Words.Length > IncidentNotice.PartLengthMax) is { Words.Length: > 0 } tooLong)
        {
            return new IncidentRefusal.TextTooLong(tooLong.Part.ToString(), tooLong.Words.Length, IncidentNotice.PartLengthMax);
        }

        return MoveBy(IncidentCommand.WriteNotice).Then<Move>(move =>
        {
            Notice = notice;
            return move;
        });
    }

    /// <summary>Begins to tell them, or goes on; the words stay those of the first time.</summary>
    public Outcome<Move> Tell(string text, DateTimeOffset at) => MoveBy(IncidentCommand.Tell).Then<Move>(move =>
    {
        (ToldText, ToldAt) = (ToldText ?? text, ToldAt ?? at);
        return move;
    });

    /// <param name="reportedAt">Not after now.</param>
    public Outcome<Move> NoteReport(DateTimeOffset reportedAt, string receiptNumber, DateTimeOffset now)
    {
        Refusal? refusal = CheckText("receiptNumber", receiptNumber, ReceiptLengthMax) ?? (reportedAt > now ? new IncidentRefusal.InstantInFuture("reportedAt", reportedAt, now) : null);
        if (refusal is not null)
        {
            return refusal;
        }

        return MoveBy(IncidentCommand.NoteReport).Then<Move>(move =>
        {
            (ReportedAt, ReceiptNumber) = (reportedAt, receiptNumber.Trim());
            return move;
        });
    }

    /// <param name="summary">What it was, what was done, what keeps it from happening again.</param>
    public Outcome<Move> Close(string summary, int untoldCount, DateTimeOffset at)
    {
        if (CheckText("summary", summary, TextLengthMax) is { } refusal)
        {
            return refusal;
        }

        return MoveBy(IncidentCommand.Close, untoldCount).Then<Move>(move =>
        {
            (Summary, ClosedAt) = (summary.Trim(), at);
            return move;
        });
    }

    private static IncidentRefusal? Check(IncidentDescription description, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(description);
        return CheckText("what", description.What, TextLengthMax)
            ?? (description.KnownAt > now ? new IncidentRefusal.InstantInFuture("knownAt", description.KnownAt, now)
                : description.Items.Count == 0 ? new IncidentRefusal.FieldMissing("items")
                : description.Begun > description.KnownAt || description.Ended < description.Begun ? new IncidentRefusal.PeriodReversed()
                : null);
    }

    private static IncidentRefusal? CheckText(string field, string? text, int lengthMax) =>
        string.IsNullOrWhiteSpace(text) ? new IncidentRefusal.FieldMissing(field)
        : text.Length > lengthMax ? new IncidentRefusal.TextTooLong(field, text.Length, lengthMax)
        : null;

    private void Take(IncidentDescription description)
    {
        (KnownAt, What, Begun, Ended) = (description.KnownAt, description.What.Trim(), description.Begun, description.Ended);
        (Certainty, Items, HasSensitive, ByIntrusion) = (description.Certainty, description.Items, description.HasSensitive, description.ByIntrusion);
        Version++;
    }

    private Outcome<Move> MoveBy(IncidentCommand command, int untoldCount = 0)
    {
        var decided = IncidentLifecycle.Table.Decide(Status, command, new IncidentFacts(this, untoldCount));
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }

        Status = decided.Value.To;
        Version++;
        return new Move(decided.Value.From.ToString(), command.ToString(), Status.ToString());
    }
}
