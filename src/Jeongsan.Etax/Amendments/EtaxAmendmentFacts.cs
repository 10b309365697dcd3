namespace Jeongsan.Etax;

/// <summary>What happened to a document after it was issued: one of the reasons of 부가가치세법 시행령 제70조 제1항, with what the reason needs to be written down.</summary>
public abstract record EtaxAmendmentFacts
{
    private EtaxAmendmentFacts() { }

    /// <summary>기재사항의 착오·정정 (01).</summary>
    /// <param name="Right">The content as it should have been; its write date is the original's unless the date was the error. Numbers and reason are filled in by the planner.</param>
    /// <param name="Cause">Decides the number of 제70조 제1항 and the deadline.</param>
    public sealed record Correction(EtaxInvoice Right, EtaxCorrectionCause Cause) : EtaxAmendmentFacts;

    /// <summary>공급가액 변동 (02).</summary>
    /// <param name="On">The day on which the change became certain.</param>
    /// <param name="SupplyDifference">In won: what is added (positive) or taken away (negative).</param>
    /// <param name="TaxDifference">In won, of the same sign; 0 in tax-free and zero-rated documents.</param>
    public sealed record SupplyAmountChanged(DateOnly On, long SupplyDifference, long TaxDifference) : EtaxAmendmentFacts
    {
        /// <inheritdoc cref="Returned.TaxationChangedSince"/>
        public bool TaxationChangedSince { get; init; }
    }

    /// <summary>환입 (03): supplied goods came back.</summary>
    /// <param name="On">The day on which they came back.</param>
    /// <param name="Supply">Supply amount of what came back, in won; of the original's sign.</param>
    /// <param name="Tax">Its tax, in won.</param>
    public sealed record Returned(DateOnly On, long Supply, long Tax) : EtaxAmendmentFacts
    {
        /// <summary>Whether the supplier has changed between 일반과세자 and 간이과세자 since the original (제70조 제2항, 제3항): then the original's write date stays.</summary>
        public bool TaxationChangedSince { get; init; }
    }

    /// <summary>계약의 해제 (04): nothing was or will be supplied.</summary>
    /// <param name="On">The day of the rescission.</param>
    public sealed record ContractRescinded(DateOnly On) : EtaxAmendmentFacts
    {
        /// <inheritdoc cref="Returned.TaxationChangedSince"/>
        public bool TaxationChangedSince { get; init; }
    }

    /// <summary>내국신용장 사후개설 (05): a local letter of credit or purchase confirmation came after the supply.</summary>
    /// <param name="OpenedOn">The day of its opening.</param>
    public sealed record LocalLetterOfCreditOpened(DateOnly OpenedOn) : EtaxAmendmentFacts;

    /// <summary>착오에 의한 이중발급 등 (06).</summary>
    public sealed record IssuedByMistake(EtaxMistake Mistake) : EtaxAmendmentFacts;
}

/// <summary>Why the content was wrong.</summary>
public enum EtaxCorrectionCause
{
    /// <summary>필요적 기재사항을 착오로 잘못 적음 (제70조 제1항 제5호).</summary>
    RequiredItemMistaken,
    /// <summary>착오 외의 사유로 잘못 적음 (제6호).</summary>
    OtherwiseWrong,
    /// <summary>세율을 잘못 적용함 (제9호).</summary>
    WrongTaxRate,
}

/// <summary>Why the document should not exist.</summary>
public enum EtaxMistake
{
    /// <summary>착오로 이중 발급 (제70조 제1항 제7호).</summary>
    IssuedTwice,
    /// <summary>면세 등 발급 대상이 아닌 거래에 발급 (제8호).</summary>
    NotSubjectToInvoice,
}
