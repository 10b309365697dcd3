using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Privacy;

/// <summary>Every way in which the incident page says no.</summary>
public abstract record IncidentRefusal : Refusal
{
    private IncidentRefusal()
    {
    }

    public sealed record NotInState(IncidentStatus Status, IncidentCommand Command) : IncidentRefusal;

    public sealed record FieldMissing(string Field) : IncidentRefusal;

    public sealed record TextTooLong(string Field, int Length, int LengthMax) : IncidentRefusal;

    public sealed record InstantInFuture(string Field, DateTimeOffset At, DateTimeOffset Now) : IncidentRefusal;

    /// <summary>It was known before it was said to have begun.</summary>
    public sealed record PeriodReversed : IncidentRefusal;

    /// <summary>Nobody was chosen by anything.</summary>
    public sealed record ChoiceMissing : IncidentRefusal;

    public sealed record NobodyAffected : IncidentRefusal;

    /// <summary>제34조 ①: each of these must be told.</summary>
    public sealed record NoticePartMissing(IncidentNoticePart Part) : IncidentRefusal;

    public sealed record AffectedNotTold(int Count) : IncidentRefusal;

    /// <summary>제34조 ③: the Commission was not told yet.</summary>
    public sealed record NotReported : IncidentRefusal;
}
