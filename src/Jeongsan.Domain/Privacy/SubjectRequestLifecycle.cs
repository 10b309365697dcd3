using Jeongsan.Domain.Foundation;
using static Jeongsan.Domain.Privacy.SubjectRequestCommand;
using static Jeongsan.Domain.Privacy.SubjectRequestStatus;

namespace Jeongsan.Domain.Privacy;

public enum SubjectRequestStatus
{
    Received = 0,

    /// <summary>We know that whoever asks is the one whose data it is.</summary>
    Identified,

    /// <summary>Done, not told yet.</summary>
    Completed,

    /// <summary>Refused with a ground of the law, not told yet.</summary>
    Refused,

    /// <summary>The answer's mail is on its way.</summary>
    Answering,

    /// <summary>The mail reached nobody: another one, or another way.</summary>
    AnswerFailed,
    Answered,

    /// <summary>Whoever asked took it back.</summary>
    Withdrawn,
}

public enum SubjectRequestCommand
{
    CheckIdentity,

    /// <summary>An access later than within the ten days, with the reason told (제35조 ③).</summary>
    Defer,
    Complete,
    Refuse,
    Answer,
    AnswerOtherwise,
    ConfirmAnswer,
    RejectAnswer,
    Withdraw,
}

/// <param name="Ground">Of a refusal.</param>
public sealed record SubjectRequestFacts(SubjectRequestKind Kind, SubjectRefusalGround? Ground = null);

public static class SubjectRequestLifecycle
{
    private static readonly Guard<SubjectRequestFacts> CouldNotIdentify = new("identity not proven", facts =>
        facts.Ground == SubjectRefusalGround.IdentityNotProven ? null : new SubjectRequestRefusal.IdentityNotChecked());

    private static readonly Guard<SubjectRequestFacts> GroundOfKind = new("ground of the law for this kind", facts =>
        facts.Ground is { } ground && SubjectRefusalGrounds.Of(facts.Kind).Contains(ground) ? null : new SubjectRequestRefusal.GroundNotOfKind(facts.Kind, facts.Ground));

    public static Lifecycle<SubjectRequestStatus, SubjectRequestCommand, SubjectRequestFacts> Table { get; } = new(
        "SubjectRequest",
        [Received],
        (status, command) => new SubjectRequestRefusal.NotInState(status, command),
        [
            new(Received, CheckIdentity, Identified),
            new(Received, Defer, Received),
            new(Received, Refuse, Refused, CouldNotIdentify),
            new(Received, Withdraw, Withdrawn),
            new(Identified, Defer, Identified),
            new(Identified, Complete, Completed),
            new(Identified, Refuse, Refused, GroundOfKind),
            new(Identified, Withdraw, Withdrawn),
            new(Completed, Answer, Answering),
            new(Completed, AnswerOtherwise, Answered),
            new(Refused, Answer, Answering),
            new(Refused, AnswerOtherwise, Answered),
            new(Answering, ConfirmAnswer, Answered),
            new(Answering, RejectAnswer, AnswerFailed),
            new(AnswerFailed, Answer, Answering),
            new(AnswerFailed, AnswerOtherwise, Answered),
        ]);

    /// <summary>States in which somebody of the platform has something to do.</summary>
    public static IReadOnlyList<SubjectRequestStatus> Open { get; } = [Received, Identified, Completed, Refused, Answering, AnswerFailed];
}
