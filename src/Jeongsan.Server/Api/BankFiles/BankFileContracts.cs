using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.BankFiles;

internal enum PayoutSendingWay
{
    /// <summary>One by one through the remittance service.</summary>
    RemittanceApi,

    /// <summary>As a file that a person gives to the bank's site.</summary>
    BankFile,
}

internal enum BankFileFormatCode
{
    Xlsx,
    Csv,
}

internal enum BankFileEncodingCode
{
    Utf8,
    Cp949,
}

internal enum BankFileValueCode
{
    BankCode,
    BankName,
    AccountNumber,
    Amount,
    Holder,
    DepositMemo,
    WithdrawalMemo,
    RowNumber,

    /// <summary>Names the file and the row; a bank that gives it back makes results certain.</summary>
    RowKey,
    PartnerName,
    FixedText,
    Empty,
}

internal sealed record BankFileColumnView
{
    public required string Header { get; init; }

    public required BankFileValueCode Value { get; init; }

    /// <summary>Of FIXED_TEXT.</summary>
    public string? Text { get; init; }
}

internal sealed record BankFileResultColumnsView
{
    /// <summary>The column that gives back our row number or key; absent when there is none.</summary>
    public string? Key { get; init; }

    public required string Account { get; init; }

    public required string Amount { get; init; }

    public required string Status { get; init; }

    public string? Reason { get; init; }

    /// <summary>Whole texts of the status, spaces aside; whatever has no meaning is not known.</summary>
    public required IReadOnlyList<string> SuccessWords { get; init; }

    public required IReadOnlyList<string> FailureWords { get; init; }

    /// <summary>With one of these anywhere in the status or the reason a row is not known, whatever else it says.</summary>
    public required IReadOnlyList<string> UnknownWords { get; init; }
}

internal sealed record BankFileLayoutView
{
    public required string Name { get; init; }

    /// <summary>Whose site it is for.</summary>
    public required BankCode Bank { get; init; }

    public required BankFileFormatCode Format { get; init; }

    /// <summary>Of CSV.</summary>
    public required BankFileEncodingCode Encoding { get; init; }

    public required bool HasHeader { get; init; }

    /// <summary>Account numbers divided as people write them.</summary>
    public required bool HasHyphens { get; init; }

    /// <summary>Korean letters take two; what is longer is cut.</summary>
    public required int DepositMemoWidth { get; init; }

    public required int WithdrawalMemoWidth { get; init; }

    public required int RowCountMax { get; init; }

    public required IReadOnlyList<BankFileColumnView> Columns { get; init; }

    public required BankFileResultColumnsView Results { get; init; }
}

internal sealed record GetBankFileLayoutsResponse
{
    public required IReadOnlyList<BankFileLayoutView> Items { get; init; }
}

internal sealed record SetPayoutSendingBody
{
    public required PayoutSendingWay Way { get; init; }

    /// <summary>A layout of the platform's own; or</summary>
    public BankFileLayoutView? Layout { get; init; }

    /// <summary>the standard one for this bank's site. Neither: the one that was chosen before.</summary>
    public BankCode? StandardLayout { get; init; }
}

internal sealed record PayoutSendingResponse
{
    public required PayoutSendingWay Way { get; init; }

    public BankFileLayoutView? Layout { get; init; }
}

internal enum BankFileStatusCode
{
    AwaitingResults,
    Completed,
    Discarded,
}

internal sealed record BankFileView
{
    public required string Id { get; init; }

    public required string BulkPayoutId { get; init; }

    public required BankFileStatusCode Status { get; init; }

    public required string FileName { get; init; }

    public required string LayoutName { get; init; }

    public required int RowCount { get; init; }

    public required long TotalAmount { get; init; }

    /// <summary>Of the file's bytes, which are the same each time it is taken.</summary>
    public required string Sha256 { get; init; }

    public required string CreatorId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a result of it was first read: from then on it can't be discarded.</summary>
    public DateTimeOffset? ResultReadAt { get; init; }

    public string? DiscardReason { get; init; }
}

internal sealed record GetBankFilesBody
{
    public PageInput? Page { get; init; }

    /// <summary>The file of this bulk payout.</summary>
    public string? BulkPayoutId { get; init; }
}

internal sealed record GetBankFilesResponse
{
    public required IReadOnlyList<BankFileView> Items { get; init; }

    public required PageInfo Page { get; init; }
}

internal sealed record BankFileRowView
{
    /// <summary>From 1, without the head.</summary>
    public required int Number { get; init; }

    public required string Key { get; init; }

    public required string PayoutId { get; init; }

    public required string PartnerName { get; init; }

    public required long Amount { get; init; }

    public required PlatformPayoutStatus PayoutStatus { get; init; }

    public string? FailReason { get; init; }
}

internal sealed record BankFileReadView
{
    public required int Number { get; init; }

    public string? FileName { get; init; }

    /// <summary>What it changed.</summary>
    public required int SucceededCount { get; init; }

    public required int FailedCount { get; init; }

    /// <summary>Rows of which the bank did not know the end.</summary>
    public required int UnknownCount { get; init; }

    public required DateTimeOffset ReadAt { get; init; }
}

internal sealed record GetBankFileResponse
{
    public required BankFileView BankFile { get; init; }

    public required IReadOnlyList<BankFileRowView> Rows { get; init; }

    public required IReadOnlyList<BankFileReadView> Results { get; init; }
}

internal sealed record BankFileResponse
{
    public required BankFileView BankFile { get; init; }
}

internal enum BankFileResultKind
{
    WillSucceed,
    WillFail,
    StillUnknown,
    AlreadyKnown,
    NotAPayout,
    Mismatched,
    NotInFile,
    Duplicate,
    Ambiguous,
    Contradicting,
}

internal sealed record BankFileResultRowView
{
    /// <summary>As the spreadsheet counts.</summary>
    public required int Row { get; init; }

    public required BankFileResultKind Kind { get; init; }

    /// <summary>Of our file; absent where none of it is meant.</summary>
    public int? Number { get; init; }

    public string? PayoutId { get; init; }

    public string? PartnerName { get; init; }

    public required string Account { get; init; }

    public required string Amount { get; init; }

    public required string Status { get; init; }

    public string? Reason { get; init; }

    /// <summary>Korean: what comes of it, or what to do.</summary>
    public required string Message { get; init; }
}

internal sealed record BankFileResultPreviewView
{
    /// <summary>With one of them nothing of the result file is taken.</summary>
    public required int WrongCount { get; init; }

    public required int SucceedCount { get; init; }

    public required long SucceedAmount { get; init; }

    public required int FailCount { get; init; }

    public required long FailAmount { get; init; }

    public required int UnknownCount { get; init; }

    /// <summary>The first thousand, those that are wrong before the others.</summary>
    public required IReadOnlyList<BankFileResultRowView> Rows { get; init; }

    /// <summary>Payouts without a result that this file says nothing about.</summary>
    public required int MissingCount { get; init; }

    /// <summary>Their numbers in our file; the first thousand.</summary>
    public required IReadOnlyList<int> MissingNumbers { get; init; }
}

internal sealed record PreviewBankFileResultResponse
{
    public required BankFileResultPreviewView Preview { get; init; }
}

internal sealed record ReadBankFileResultResponse
{
    public required BankFileReadView Result { get; init; }

    public required BankFileView BankFile { get; init; }
}

internal sealed record DiscardBankFileBody
{
    /// <summary>Why it was not given to the bank; kept.</summary>
    public required string Reason { get; init; }
}

internal sealed record MarkBankFileRowBody
{
    public required string PayoutId { get; init; }

    /// <summary>True: the money reached the partner. False: it surely did not, and the settlements can be paid again.</summary>
    public required bool IsPaid { get; init; }

    /// <summary>Where this was seen; kept.</summary>
    public required string Reason { get; init; }
}

internal sealed record MarkBankFileRowResponse
{
    public required BankFileRowView Row { get; init; }
}
