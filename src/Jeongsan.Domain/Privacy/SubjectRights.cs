using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.Privacy;

/// <summary>What somebody may ask about its own data (개인정보 보호법 제35조~제37조).</summary>
public enum SubjectRequestKind
{
    /// <summary>열람, 제35조.</summary>
    Access = 0,

    /// <summary>정정, 제36조.</summary>
    Correction,

    /// <summary>삭제, 제36조.</summary>
    Deletion,

    /// <summary>처리정지, 제37조.</summary>
    Stop,
}

/// <summary>How a request came in.</summary>
public enum RequestChannel
{
    Mail = 0,
    Phone,
    Paper,

    /// <summary>By way of the page that a partner opens from our mails.</summary>
    SupplierPage,
}

/// <summary>Why the law lets a request be refused; which of them fit stands in <see cref="SubjectRefusalGrounds"/>.</summary>
public enum SubjectRefusalGround
{
    /// <summary>시행령 제46조: whoever asks could not be told to be the one whose data it is, or its agent.</summary>
    IdentityNotProven = 0,

    /// <summary>제35조 ④ 1호: a law forbids or limits access.</summary>
    AccessLimitedByLaw,

    /// <summary>제35조 ④ 2호, 제37조 ② 2호: life, body, property or other interests of others would be harmed.</summary>
    HarmToOthers,

    /// <summary>제36조 ① 단서: another law or decree says that this data is collected (e.g. 국세기본법 제85조의3: five years).</summary>
    KeptByLaw,

    /// <summary>시행령 제43조 ②: another law has its own way of correcting or deleting it.</summary>
    OtherProcedure,

    /// <summary>제36조 ②: looked into, and the data is right as it is.</summary>
    FoundCorrect,

    /// <summary>제37조 ② 1호: a law says so, or a duty by law can't be done otherwise (e.g. 부가가치세법 제32조).</summary>
    LegalDuty,

    /// <summary>제37조 ② 4호: the contract can't be carried out without it, and whoever asks did not clearly end the contract.</summary>
    ContractImpossible,
}

public static class SubjectRefusalGrounds
{
    /// <summary>The grounds that the law knows for a kind of request.</summary>
    public static IReadOnlyList<SubjectRefusalGround> Of(SubjectRequestKind kind) => kind switch
    {
        SubjectRequestKind.Access => [SubjectRefusalGround.IdentityNotProven, SubjectRefusalGround.AccessLimitedByLaw, SubjectRefusalGround.HarmToOthers],
        SubjectRequestKind.Correction => [SubjectRefusalGround.IdentityNotProven, SubjectRefusalGround.OtherProcedure, SubjectRefusalGround.FoundCorrect],
        SubjectRequestKind.Deletion => [SubjectRefusalGround.IdentityNotProven, SubjectRefusalGround.KeptByLaw, SubjectRefusalGround.OtherProcedure],
        SubjectRequestKind.Stop => [SubjectRefusalGround.IdentityNotProven, SubjectRefusalGround.LegalDuty, SubjectRefusalGround.HarmToOthers, SubjectRefusalGround.ContractImpossible],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <summary>A request as it came in.</summary>
/// <param name="ReceivedOn">The day in Seoul on which it arrived.</param>
/// <param name="Asked">What is asked for, in the words of whoever asks.</param>
public sealed record ReceivedRequest(PartnerId Partner, SubjectRequestKind Kind, RequestChannel Channel, DateOnly ReceivedOn, string Asked);

/// <summary>One field of a partner that a correction changed. Accounts and birth dates are masked.</summary>
/// <param name="From">Null when there was nothing.</param>
/// <param name="To">Null when nothing is there any more.</param>
public sealed record CorrectedField(string Field, string? From, string? To);

/// <summary>What was done about a request.</summary>
/// <param name="Words">For whoever asked.</param>
/// <param name="Corrections">Of a correction: what is different since the request came in.</param>
/// <param name="Erased">Of a deletion: what was erased.</param>
/// <param name="Kept">Of a deletion: what stays, until when and by which law; or that nothing does.</param>
public sealed record RequestMeasures(string Words, IReadOnlyList<CorrectedField> Corrections, string? Erased = null, string? Kept = null);
