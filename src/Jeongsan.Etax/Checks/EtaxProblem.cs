namespace Jeongsan.Etax;

/// <summary>What is wrong with an invoice, in the order in which the checks run.</summary>
public enum EtaxProblemCode
{
    ApprovalNumberMalformed,
    ApprovalNumberNotOfWriteDate,
    IssueTimeMissing,
    WriteDateAfterIssue,
    TypeUnknown,
    ImportNotIssuable,
    AmendmentReasonMissing,
    AmendmentReasonUnexpected,
    OriginalApprovalNumberUnexpected,
    OriginalApprovalNumberMissing,
    OriginalApprovalNumberMalformed,
    PurposeMissing,
    ValueMissing,
    NumberMalformed,
    NumberCheckDigitWrong,
    ResidentNumberUnusual,
    RecipientKindWrong,
    ForeignerNumberNotInRemarks,
    SubPlaceNumberMalformed,
    RecipientMailMissing,
    BrokerMissing,
    BrokerUnexpected,
    FieldNotOfThisParty,
    TooMany,
    TooLong,
    IllegalCharacter,
    AmountTooLarge,
    GrandTotalWrong,
    SignsDiffer,
    AmendmentNotNegative,
    TaxMissing,
    TaxUnexpected,
    PaymentsDiffer,
    PaymentKindUnknown,
    LinesDiffer,
    LineCountWrong,
}

/// <summary>One finding of <see cref="EtaxInvoiceChecks"/>.</summary>
/// <param name="Code">What is wrong.</param>
/// <param name="Field">The field's Korean label on the form.</param>
/// <param name="XmlPath">Where it stands in the XML, from TaxInvoice, lines counted from 1.</param>
/// <param name="Message">What is wrong, in one Korean sentence.</param>
/// <param name="NtsCode">The result code with which the National Tax Service would send the document back; null where it would not, or where this is not known.</param>
/// <param name="IsError">False: a warning only; the document may be right and can be signed.</param>
public sealed record EtaxProblem(EtaxProblemCode Code, string Field, string XmlPath, string Message, string? NtsCode, bool IsError = true);

/// <summary>An invoice with errors was to be signed. Call <see cref="EtaxInvoiceChecks.Check"/> first and show what it finds.</summary>
public sealed class InvalidEtaxInvoiceException(IReadOnlyList<EtaxProblem> problems)
    : Exception($"The invoice has {problems.Count} errors; the first: {problems[0].Code} at {problems[0].XmlPath}.")
{
    public IReadOnlyList<EtaxProblem> Problems { get; } = problems;
}
