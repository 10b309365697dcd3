using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Privacy;

/// <summary>Every way in which the desk of data subjects says no.</summary>
public abstract record SubjectRequestRefusal : Refusal
{
    private SubjectRequestRefusal()
    {
    }

    public sealed record NotInState(SubjectRequestStatus Status, SubjectRequestCommand Command) : SubjectRequestRefusal;

    public sealed record FieldMissing(string Field) : SubjectRequestRefusal;

    public sealed record TextTooLong(string Field, int Length, int LengthMax) : SubjectRequestRefusal;

    public sealed record DayInFuture(string Field, DateOnly Day, DateOnly Today) : SubjectRequestRefusal;

    /// <summary>Before it is known who asks, the only ground is that this could not be known.</summary>
    public sealed record IdentityNotChecked : SubjectRequestRefusal;

    public sealed record GroundNotOfKind(SubjectRequestKind Kind, SubjectRefusalGround? Ground) : SubjectRequestRefusal;

    /// <summary>Only access may be deferred (제35조 ③); the other duties have ten days.</summary>
    public sealed record NotDeferrable(SubjectRequestKind Kind) : SubjectRequestRefusal;

    public sealed record AlreadyDeferred(DateOnly Until) : SubjectRequestRefusal;

    /// <summary>시행령 제42조 ②: the reason is told within the ten days.</summary>
    public sealed record DeferredTooLate(DateOnly DueOn) : SubjectRequestRefusal;

    public sealed record DeferralNotLater(DateOnly DueOn) : SubjectRequestRefusal;

    /// <summary>Access is done when somebody took the export that is handed over.</summary>
    public sealed record ExportMissing : SubjectRequestRefusal;

    /// <summary>No version of the partner since the request came in differs from the one before.</summary>
    public sealed record NothingCorrected : SubjectRequestRefusal;
}
