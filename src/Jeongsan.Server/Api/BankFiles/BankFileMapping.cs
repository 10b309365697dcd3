using Jeongsan.Application.BankFiles;
using Jeongsan.Application.Imports;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.BankFiles;

/// <summary>Bank files and their layouts, to the wire and back.</summary>
internal static class BankFileMapping
{
    public static BankFileLayoutView Write(BankFileLayout layout) => new()
    {
        Name = layout.Name,
        Bank = Code.Of(layout.Bank).As<Contracts.BankCode>(),
        Format = Code.Of(layout.Format).As<BankFileFormatCode>(),
        Encoding = Code.Of(layout.Encoding).As<BankFileEncodingCode>(),
        HasHeader = layout.HasHeader,
        HasHyphens = layout.HasHyphens,
        DepositMemoWidth = layout.DepositMemoWidth,
        WithdrawalMemoWidth = layout.WithdrawalMemoWidth,
        RowCountMax = layout.RowCountMax,
        Columns = [.. layout.Columns.Select(column => new BankFileColumnView { Header = column.Header, Value = Code.Of(column.Value).As<BankFileValueCode>(), Text = column.Text })],
        Results = new BankFileResultColumnsView
        {
            Key = layout.Results.Key,
            Account = layout.Results.Account,
            Amount = layout.Results.Amount,
            Status = layout.Results.Status,
            Reason = layout.Results.Reason,
            SuccessWords = layout.Results.SuccessWords,
            FailureWords = layout.Results.FailureWords,
            UnknownWords = layout.Results.UnknownWords,
        },
    };

    public static BankFileLayout Read(BankFileLayoutView view) => new(
        view.Name,
        Code.Of(view.Bank).As<Bank>(),
        Code.Of(view.Format).As<BankFileFormat>(),
        Code.Of(view.Encoding).As<CsvEncoding>(),
        view.HasHeader,
        view.HasHyphens,
        view.DepositMemoWidth,
        view.WithdrawalMemoWidth,
        view.RowCountMax,
        [.. view.Columns.Select(column => new BankFileColumn(column.Header, Code.Of(column.Value).As<BankFileValue>(), column.Text))],
        new ResultColumns(
            view.Results.Key, view.Results.Account, view.Results.Amount, view.Results.Status, view.Results.Reason,
            view.Results.SuccessWords, view.Results.FailureWords, view.Results.UnknownWords));

    public static PayoutSendingResponse Write(PayoutSending sending) => new()
    {
        Way = Code.Of(sending.Way).As<PayoutSendingWay>(),
        Layout = sending.Layout is { } layout ? Write(layout) : null,
    };

    public static BankFileView Write(BankFile file) => new()
    {
        Id = file.Id.Value,
        BulkPayoutId = file.BulkPayoutId.Value,
        Status = Code.Of(file.Status).As<BankFileStatusCode>(),
        FileName = file.FileName,
        LayoutName = file.Layout.Name,
        RowCount = file.RowCount,
        TotalAmount = file.TotalAmount.Value,
        Sha256 = file.Sha256,
        CreatorId = file.CreatorId,
        CreatedAt = file.CreatedAt,
        ResultReadAt = file.HeardAt,
        DiscardReason = file.DiscardReason,
    };

    public static BankFileRowView Write(BankFile file, BankFileRow row, Payout payout) => new()
    {
        Number = row.Number,
        Key = BankFileText.KeyOf(file.Tag, row.Number),
        PayoutId = row.PayoutId.Value,
        PartnerName = payout.Partner.Profile.Name,
        Amount = row.Amount.Value,
        PayoutStatus = Code.Of(payout.Status).As<PlatformPayoutStatus>(),
        FailReason = payout.FailReason,
    };

    public static BankFileReadView Write(BankFileResult result) => new()
    {
        Number = result.Number,
        FileName = result.FileName,
        SucceededCount = result.SucceededCount,
        FailedCount = result.FailedCount,
        UnknownCount = result.UnknownCount,
        ReadAt = result.ReadAt,
    };

    public static BankFileResultPreviewView Write(ResultPreview preview) => new()
    {
        WrongCount = preview.WrongCount,
        SucceedCount = preview.CountOf(ResultLineKind.WillSucceed),
        SucceedAmount = preview.SumOf(ResultLineKind.WillSucceed),
        FailCount = preview.CountOf(ResultLineKind.WillFail),
        FailAmount = preview.SumOf(ResultLineKind.WillFail),
        UnknownCount = preview.CountOf(ResultLineKind.StillUnknown),
        Rows = [.. preview.Lines.OrderByDescending(match => ResultMatch.IsWrong(match.Kind)).ThenBy(match => match.Line.Row).Take(ImportLimits.ProblemCountMax).Select(Write)],
        MissingCount = preview.Missing.Count,
        MissingNumbers = [.. preview.Missing.Take(ImportLimits.ProblemCountMax).Select(row => row.Number)],
    };

    private static BankFileResultRowView Write(MatchedLine match) => new()
    {
        Row = match.Line.Row,
        Kind = Code.Of(match.Kind).As<BankFileResultKind>(),
        Number = match.Filed?.Number,
        PayoutId = match.Filed?.Id.Value,
        PartnerName = match.Filed?.PartnerName,
        Account = match.Line.Account,
        Amount = match.Line.Amount,
        Status = match.Line.Status,
        Reason = match.Line.Reason,
        Message = BankFileWords.Of(match),
    };
}
