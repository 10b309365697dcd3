using Jeongsan.Domain.Foundation;
using static Jeongsan.Domain.Privacy.IncidentCommand;
using static Jeongsan.Domain.Privacy.IncidentStatus;

namespace Jeongsan.Domain.Privacy;

public enum IncidentStatus
{
    /// <summary>Known; whose data it is about is being found out.</summary>
    Open = 0,

    /// <summary>Whose data it is about is frozen.</summary>
    Confirmed,

    /// <summary>They are being told, or were.</summary>
    Telling,
    Closed,
}

public enum IncidentCommand
{
    /// <summary>What is known of it grows.</summary>
    Describe,
    ConfirmAffected,
    WriteNotice,
    Tell,
    NoteReport,
    Close,
}

/// <param name="UntoldCount">Affected partners whom no notice reached yet.</param>
public sealed record IncidentFacts(Incident Incident, int UntoldCount = 0);

public static class IncidentLifecycle
{
    private static readonly Guard<IncidentFacts> SomebodyAffected = new("somebody is affected, every part of the notice is written", facts =>
        facts.Incident.AffectedCount == 0 ? new IncidentRefusal.NobodyAffected()
        : facts.Incident.Notice.FirstMissing() is { } part ? new IncidentRefusal.NoticePartMissing(part)
        : null);

    /// <summary>Nothing leaked, or only of people who are no partners: those are told by hand.</summary>
    private static readonly Guard<IncidentFacts> NoPartnerAffected = new("no partner affected, reported where it must be", facts =>
        facts.Incident.AffectedCount > 0 ? new IncidentRefusal.AffectedNotTold(facts.Incident.AffectedCount)
        : facts.Incident is { OthersCount: > 0, MustBeReported: true, ReportedAt: null } ? new IncidentRefusal.NotReported()
        : null);

    private static readonly Guard<IncidentFacts> EverybodyTold = new("everybody told, reported where it must be", facts =>
        facts.UntoldCount > 0 ? new IncidentRefusal.AffectedNotTold(facts.UntoldCount)
        : facts.Incident is { MustBeReported: true, ReportedAt: null } ? new IncidentRefusal.NotReported()
        : null);

    public static Lifecycle<IncidentStatus, IncidentCommand, IncidentFacts> Table { get; } = new(
        "Incident",
        [Open],
        (status, command) => new IncidentRefusal.NotInState(status, command),
        [
            new(Open, Describe, Open),
            new(Open, WriteNotice, Open),
            new(Open, NoteReport, Open),
            new(Open, ConfirmAffected, Confirmed),
            new(Open, Close, Closed, NoPartnerAffected),
            new(Confirmed, WriteNotice, Confirmed),
            new(Confirmed, NoteReport, Confirmed),
            new(Confirmed, Tell, Telling, SomebodyAffected),
            new(Confirmed, Close, Closed, NoPartnerAffected),
            new(Telling, Tell, Telling, SomebodyAffected),
            new(Telling, NoteReport, Telling),
            new(Telling, Close, Closed, EverybodyTold),
        ]);
}
