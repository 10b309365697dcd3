using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Operations;

internal enum LedgerAccountCode
{
    Receipts,
    DiscountsBorne,
    Fees,
    Vat,
    Corrections,
    UnpaidToPartners,
    PayoutsDue,
    InTransit,
    WithheldTax,
    Bank,
    PaidOutside,
    Deposits,
}

internal sealed record LedgerBalanceView
{
    public required LedgerAccountCode Account { get; init; }

    /// <summary>The account's name in Korean.</summary>
    public required string Name { get; init; }

    public required CurrencyCode Currency { get; init; }

    /// <summary>Debit (차변) above 0, credit (대변) below. All of a currency come to 0.</summary>
    public required long Amount { get; init; }
}

internal sealed record GetLedgerBalancesResponse
{
    public required IReadOnlyList<LedgerBalanceView> Items { get; init; }
}

internal sealed record LedgerLineView
{
    /// <summary>Rises with each line; gaps are possible.</summary>
    public required long Sequence { get; init; }

    /// <summary>전표: lines of one change; their amounts come to 0.</summary>
    public required string EntryId { get; init; }

    public required LedgerAccountCode Account { get; init; }

    public required CurrencyCode Currency { get; init; }

    /// <summary>Debit (차변) above 0, credit (대변) below.</summary>
    public required long Amount { get; init; }

    /// <summary>What happened, as in the events.</summary>
    public required string Type { get; init; }

    public required string Subject { get; init; }

    public required string SubjectId { get; init; }

    public string? PartnerId { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed record GetLedgerLinesResponse
{
    public required IReadOnlyList<LedgerLineView> Items { get; init; }

    public required bool HasMore { get; init; }
}

internal sealed record AuditSumView
{
    public required long Count { get; init; }

    /// <summary>In whole won; other currencies aren't in it.</summary>
    public required long Amount { get; init; }
}

internal sealed record AuditDifferenceView
{
    /// <summary>What was held against what, in Korean.</summary>
    public required string Check { get; init; }

    public required string Subject { get; init; }

    public required string SubjectId { get; init; }

    /// <summary>Which figure or fact, in Korean.</summary>
    public required string What { get; init; }

    public required string Expected { get; init; }

    public required string Found { get; init; }
}

internal sealed record DownloadAuditPackBody
{
    /// <summary>The first day, in Seoul.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day, in Seoul; at most 366 days in all.</summary>
    public required DateOnly Until { get; init; }
}

internal sealed record AuditReportView
{
    public required AuditSumView Transfers { get; init; }

    public required AuditSumView PartnerSettlements { get; init; }

    public required AuditSumView Payouts { get; init; }

    public required AuditSumView BankLines { get; init; }

    public required AuditSumView TaxInvoices { get; init; }

    public required long DifferenceCount { get; init; }

    /// <summary>The first thousand.</summary>
    public required IReadOnlyList<AuditDifferenceView> Differences { get; init; }
}

internal sealed record AuditProofSummary
{
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int DifferenceCount { get; init; }

    /// <summary>SHA-256 of its content.</summary>
    public required string Hash { get; init; }
}

internal sealed record GetAuditProofsResponse
{
    /// <summary>The latest first.</summary>
    public required IReadOnlyList<AuditProofSummary> Items { get; init; }

    /// <summary>Verifies the signatures: PEM, ECDSA over P-256. Absent before the first proof.</summary>
    public string? PublicKey { get; init; }

    public required bool HasMore { get; init; }
}

internal sealed record AuditProofView
{
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int DifferenceCount { get; init; }

    /// <summary>JSON exactly as it was signed, the hash of the proof before it (before) included.</summary>
    public required string Content { get; init; }

    public required string Hash { get; init; }

    /// <summary>ECDSA with SHA-256 of the content in UTF-8, DER in base64.</summary>
    public required string Signature { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError))]
internal sealed class BooksError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(AuditProofNotFoundError))]
internal sealed class GetAuditProofError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(BooksBusyError))]
internal sealed class ProveBooksError;

[ErrorType("AUDIT_PROOF_NOT_FOUND", 404, "그 번호의 대조 증명이 없어요. 번호를 확인해 주세요.")]
internal sealed record AuditProofNotFoundError : ApiError;

[ErrorType("BOOKS_BUSY", 409, "다른 대조가 막 끝났거나 큰 작업이 기록되고 있어요. 잠시 뒤 증명 목록을 보고 다시 시도해 주세요.")]
internal sealed record BooksBusyError : ApiError;
