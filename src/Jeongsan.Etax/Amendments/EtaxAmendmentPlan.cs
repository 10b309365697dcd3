using System.Diagnostics.CodeAnalysis;

namespace Jeongsan.Etax;

/// <summary>Why no amendment can be planned from the given facts.</summary>
public enum EtaxAmendmentRefusal
{
    /// <summary>The original has no approval number: it is not issued yet and can simply be changed.</summary>
    OriginalNotIssued,
    /// <summary>Only the customs amend import documents.</summary>
    OriginalIsImport,
    /// <summary>The reason arose before the original's write date.</summary>
    ReasonBeforeOriginal,
    /// <summary>The reason lies in the future.</summary>
    ReasonInFuture,
    /// <summary>The difference is 0, or the right content is the original's.</summary>
    NothingChanges,
    /// <summary>Supply and tax change in different directions.</summary>
    SignsDiffer,
    /// <summary>A tax difference in a tax-free or zero-rated document, or none where the supply is taxed.</summary>
    TaxDoesNotFit,
    /// <summary>More is taken away than the original holds.</summary>
    MoreThanOriginal,
    /// <summary>What came back must have the original's sign.</summary>
    ReturnNotOfOriginalsSign,
    /// <summary>Another supplier, or 세금계산서 and 계산서 mixed: the dealing needs a document of its own, and the original reason 06.</summary>
    RightContentOfAnotherKind,
    /// <summary>The right content fails <see cref="EtaxInvoiceChecks"/>.</summary>
    RightContentFaulty,
    /// <summary>제6호: more than a year after the day after the final return's deadline.</summary>
    CorrectionTooLate,
    /// <summary>제4호: opened more than 25 days after the tax period, or the original is not a taxed document.</summary>
    LetterOfCreditDoesNotApply,
    /// <summary>The original's three remarks are so full that the date which the law asks for finds no room.</summary>
    RemarksFull,
}

/// <summary>Which tax return an amendment changes.</summary>
public enum EtaxReturnEffect
{
    /// <summary>The return of the period in which the reason arose; the original's return stays as it is.</summary>
    PeriodOfReason,
    /// <summary>The return of the original's period, which is not due yet.</summary>
    PeriodOfOriginal,
    /// <summary>The return of the original's period, whose deadline has passed: an amended return must follow.</summary>
    AmendedReturnOfOriginal,
}

/// <summary>One way to deal with a difference.</summary>
/// <param name="IsAmendment">True: the plan's documents now. False: the difference is taken into the next month's ordinary document.</param>
/// <param name="WriteDate">작성일자 of the document that carries the difference.</param>
/// <param name="IssueBy">Inclusive; null when the law sets no day.</param>
/// <param name="IsRecommended">Exactly one way of a plan is.</param>
/// <param name="Explanation">In Korean.</param>
public sealed record EtaxAmendmentWay(bool IsAmendment, DateOnly WriteDate, DateOnly? IssueBy, bool IsRecommended, string Explanation);

/// <summary>What to write, by when, and why.</summary>
public sealed record EtaxAmendmentPlan
{
    public required EtaxAmendmentReason Reason { get; init; }

    /// <summary>Such as <c>부가가치세법 시행령 제70조 제1항 제3호</c>.</summary>
    public required string Article { get; init; }

    /// <summary>One or two, in the order of issuing; without approval number, issue time and management number, which the issuer gives.</summary>
    public required ValueList<EtaxInvoice> Documents { get; init; }

    /// <summary>Last day to issue, inclusive; null when the law sets none.</summary>
    public required DateOnly? IssueBy { get; init; }

    /// <summary>The deadline in Korean words.</summary>
    public required string DeadlineText { get; init; }

    public required EtaxReturnEffect ReturnEffect { get; init; }

    /// <summary>What is written and why, sentence by sentence, in Korean.</summary>
    public required ValueList<string> Explanation { get; init; }

    /// <summary>The amendment itself, and where the law's practice knows another way, that one too.</summary>
    public required ValueList<EtaxAmendmentWay> Ways { get; init; }

    /// <summary>공급가액 that the documents add to the original, in won.</summary>
    public long SupplyChange => Documents.Sum(document => document.SupplyTotal);

    /// <summary>세액 that the documents add to the original, in won.</summary>
    public long TaxChange => Documents.Sum(document => document.TaxTotal);
}

/// <summary>A plan, or why there is none. Exactly one of the two is set.</summary>
public sealed record EtaxAmendmentPlanning
{
    public EtaxAmendmentPlan? Plan { get; init; }

    public EtaxAmendmentRefusal? Refusal { get; init; }

    [MemberNotNullWhen(true, nameof(Plan))]
    public bool IsPlanned => Plan is not null;

    /// <summary>The refusal in Korean with what to do instead; empty when planned.</summary>
    public string Message => Refusal switch
    {
        null => "",
        EtaxAmendmentRefusal.OriginalNotIssued => "아직 발행하지 않은 세금계산서입니다. 수정세금계산서 대신 내용을 고쳐서 발행해 주세요.",
        EtaxAmendmentRefusal.OriginalIsImport => "수입세금계산서는 세관장만 수정할 수 있습니다.",
        EtaxAmendmentRefusal.ReasonBeforeOriginal => "사유가 생긴 날이 당초 작성일자보다 빠릅니다. 날짜를 다시 확인해 주세요.",
        EtaxAmendmentRefusal.ReasonInFuture => "사유가 생긴 날이 아직 오지 않았습니다. 그날이 지난 뒤에 수정해 주세요.",
        EtaxAmendmentRefusal.NothingChanges => "당초 세금계산서와 달라지는 내용이 없습니다.",
        EtaxAmendmentRefusal.SignsDiffer => "공급가액과 세액의 증감 방향이 다릅니다.",
        EtaxAmendmentRefusal.TaxDoesNotFit => "세액이 과세 유형과 맞지 않습니다. 면세와 영세율은 세액이 0원이어야 하고, 과세는 세액이 있어야 합니다.",
        EtaxAmendmentRefusal.MoreThanOriginal => "당초 세금계산서의 금액보다 많이 줄일 수 없습니다.",
        EtaxAmendmentRefusal.ReturnNotOfOriginalsSign => "돌아온 재화의 금액은 당초 세금계산서와 부호가 같아야 합니다.",
        EtaxAmendmentRefusal.RightContentOfAnotherKind => "공급자가 다르거나 과세와 면세가 바뀌었습니다. 당초 세금계산서를 사유 06으로 취소하고 새로 발행해 주세요.",
        EtaxAmendmentRefusal.RightContentFaulty => "바르게 고친 내용에 발행할 수 없는 항목이 있습니다.",
        EtaxAmendmentRefusal.CorrectionTooLate => "확정신고기한 다음 날부터 1년이 지나 수정세금계산서를 발행할 수 없습니다.",
        EtaxAmendmentRefusal.LetterOfCreditDoesNotApply => "내국신용장·구매확인서는 과세기간이 끝난 뒤 25일 안에 개설된 과세 거래에만 적용할 수 있습니다.",
        EtaxAmendmentRefusal.RemarksFull => "비고 세 칸이 가득 차서 법이 정한 날짜를 적을 자리가 없습니다. 비고를 줄여 주세요.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
