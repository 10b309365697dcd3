using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.Privacy;

/// <summary>정보주체의 요구: a partner asks to see, correct, erase or stop what is done with its data, and gets an answer in time.</summary>
public sealed class SubjectRequest : ITenantOwned
{
    public const int TextLengthMax = 4_000;

    /// <summary>시행령 제41조 ④, 제43조 ③, 제44조 ②.</summary>
    private const int DaysToAnswer = 10;

    private SubjectRequest()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public SubjectRequestId Id { get; private set; }
    public PartnerId PartnerId { get; private set; }
    public SubjectRequestKind Kind { get; private set; }
    public RequestChannel Channel { get; private set; }
    public SubjectRequestStatus Status { get; private set; }
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>The last day on which it is in time, a deferral not counted.</summary>
    public DateOnly DueOn { get; private set; }
    public string Asked { get; private set; } = null!;

    /// <summary>As <see cref="Actor"/> writes it.</summary>
    public string RecordedBy { get; private set; } = null!;
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>How it was made sure that the right one asks.</summary>
    public string? IdentityMethod { get; private set; }
    public string? IdentifiedBy { get; private set; }
    public DateTimeOffset? IdentifiedAt { get; private set; }

    /// <summary>Of an access that can't be given in time.</summary>
    public DateOnly? DeferredUntil { get; private set; }
    public string? DeferralReason { get; private set; }

    /// <summary>When the partner's data was last taken out for it.</summary>
    public DateTimeOffset? ExportedAt { get; private set; }

    /// <summary>Null unless it was refused.</summary>
    public SubjectRefusalGround? Ground { get; private set; }

    /// <summary>What was done, or why it is refused; or why it was taken back.</summary>
    public string? Words { get; private set; }
    public IReadOnlyList<CorrectedField> Corrections { get; private set; } = [];
    public string? Erased { get; private set; }
    public string? Kept { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>The last day on which it is in time.</summary>
    public DateOnly Deadline => DeferredUntil ?? DueOn;

    public bool IsOpen => SubjectRequestLifecycle.Open.Contains(Status);

    public bool IsLate(DateOnly today) => IsOpen && today > Deadline;

    public static Outcome<SubjectRequest> Receive(Tenant tenant, SubjectRequestId id, ReceivedRequest received, BusinessDays calendar, DateOnly today, Actor by, DateTimeOffset at)
    {
        if (Check("asked", received.Asked) is { } refusal)
        {
            return refusal;
        }

        return received.ReceivedOn > today
            ? new SubjectRequestRefusal.DayInFuture("receivedOn", received.ReceivedOn, today)
            : new SubjectRequest
            {
                MerchantId = tenant.Merchant,
                Mode = tenant.Mode,
                Id = id,
                PartnerId = received.Partner,
                Kind = received.Kind,
                Channel = received.Channel,
                Status = SubjectRequestStatus.Received,
                ReceivedOn = received.ReceivedOn,
                DueOn = LastDay(received.ReceivedOn, calendar),
                Asked = received.Asked.Trim(),
                RecordedBy = by.ToString(),
                RecordedAt = at,
                Version = 1,
            };
    }

    /// <summary>민법 제157조: the day of receipt is not counted; 제161조: a Saturday or public holiday at the end makes it the next business day.</summary>
    public static DateOnly LastDay(DateOnly receivedOn, BusinessDays calendar) => calendar.LegalDeadline(receivedOn.AddDays(DaysToAnswer));

    /// <param name="method">How, and by what: 등록된 이메일로 되물어 확인, 신분증 사본 …</param>
    public Outcome<Move> CheckIdentity(string method, Actor by, DateTimeOffset at)
    {
        if (Check("method", method) is { } refusal)
        {
            return refusal;
        }

        return MoveBy(SubjectRequestCommand.CheckIdentity).Then<Move>(move =>
        {
            (IdentityMethod, IdentifiedBy, IdentifiedAt) = (method.Trim(), by.ToString(), at);
            return move;
        });
    }

    public Outcome<Move> Defer(DateOnly until, string reason, DateOnly today)
    {
        Refusal? refusal = Check("reason", reason)
            ?? (Kind != SubjectRequestKind.Access ? new SubjectRequestRefusal.NotDeferrable(Kind)
                : DeferredUntil is { } already ? new SubjectRequestRefusal.AlreadyDeferred(already)
                : today > DueOn ? new SubjectRequestRefusal.DeferredTooLate(DueOn)
                : until <= DueOn ? new SubjectRequestRefusal.DeferralNotLater(DueOn)
                : null);
        if (refusal is not null)
        {
            return refusal;
        }

        return MoveBy(SubjectRequestCommand.Defer).Then<Move>(move =>
        {
            (DeferredUntil, DeferralReason) = (until, reason.Trim());
            return move;
        });
    }

    /// <summary>Somebody took out all that is held of the partner, to hand it over.</summary>
    public Outcome<Done> NoteExport(DateTimeOffset at)
    {
        if (Kind != SubjectRequestKind.Access || Status is not (SubjectRequestStatus.Identified or SubjectRequestStatus.Completed or SubjectRequestStatus.Answering or SubjectRequestStatus.AnswerFailed or SubjectRequestStatus.Answered))
        {
            return new SubjectRequestRefusal.NotInState(Status, SubjectRequestCommand.Complete);
        }

        ExportedAt = at;
        Version++;
        return default(Done);
    }

    public Outcome<Move> Complete(RequestMeasures measures, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(measures);
        var isDeletion = Kind == SubjectRequestKind.Deletion;
        Refusal? refusal = Check("words", measures.Words) ?? (isDeletion ? Check("erased", measures.Erased) ?? Check("kept", measures.Kept) : null);
        if (refusal is not null)
        {
            return refusal;
        }

        if (!SubjectRequestLifecycle.Table.Knows(Status, SubjectRequestCommand.Complete))
        {
            return new SubjectRequestRefusal.NotInState(Status, SubjectRequestCommand.Complete);
        }

        refusal = Kind switch
        {
            SubjectRequestKind.Access when ExportedAt is null => new SubjectRequestRefusal.ExportMissing(),
            SubjectRequestKind.Correction when measures.Corrections.Count == 0 => new SubjectRequestRefusal.NothingCorrected(),
            _ => null,
        };
        if (refusal is not null)
        {
            return refusal;
        }

        return MoveBy(SubjectRequestCommand.Complete).Then<Move>(move =>
        {
            (Words, Corrections) = (measures.Words.Trim(), Kind == SubjectRequestKind.Correction ? measures.Corrections : []);
            (Erased, Kept) = isDeletion ? (measures.Erased!.Trim(), measures.Kept!.Trim()) : (null, null);
            (DecidedBy, DecidedAt) = (by.ToString(), at);
            return move;
        });
    }

    /// <param name="words">Why, so that whoever asked can follow it.</param>
    public Outcome<Move> Refuse(SubjectRefusalGround ground, string words, Actor by, DateTimeOffset at)
    {
        if (Check("words", words) is { } refusal)
        {
            return refusal;
        }

        return MoveBy(SubjectRequestCommand.Refuse, ground).Then<Move>(move =>
        {
            (Ground, Words, DecidedBy, DecidedAt) = (ground, words.Trim(), by.ToString(), at);
            return move;
        });
    }

    public Outcome<Move> Answer() => MoveBy(SubjectRequestCommand.Answer);

    /// <summary>Told on paper, by phone or face to face; what was said is kept beside it.</summary>
    public Outcome<Move> AnswerOtherwise(DateTimeOffset at) => MoveBy(SubjectRequestCommand.AnswerOtherwise).Then<Move>(move => Answered(move, at));

    public Outcome<Move> ConfirmAnswer(DateTimeOffset at) => MoveBy(SubjectRequestCommand.ConfirmAnswer).Then<Move>(move => Answered(move, at));

    public Outcome<Move> RejectAnswer() => MoveBy(SubjectRequestCommand.RejectAnswer);

    public Outcome<Move> Withdraw(string words)
    {
        if (Check("words", words) is { } refusal)
        {
            return refusal;
        }

        return MoveBy(SubjectRequestCommand.Withdraw).Then<Move>(move =>
        {
            Words = words.Trim();
            return move;
        });
    }

    internal static SubjectRequestRefusal? Check(string field, string? text) =>
        string.IsNullOrWhiteSpace(text) ? new SubjectRequestRefusal.FieldMissing(field)
        : text.Length > TextLengthMax ? new SubjectRequestRefusal.TextTooLong(field, text.Length, TextLengthMax)
        : null;

    private Outcome<Move> Answered(Move move, DateTimeOffset at)
    {
        AnsweredAt = at;
        return move;
    }

    private Outcome<Move> MoveBy(SubjectRequestCommand command, SubjectRefusalGround? ground = null)
    {
        var decided = SubjectRequestLifecycle.Table.Decide(Status, command, new SubjectRequestFacts(Kind, ground));
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }

        Status = decided.Value.To;
        Version++;
        return new Move(decided.Value.From.ToString(), command.ToString(), Status.ToString());
    }
}
