using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;

namespace Jeongsan.Domain.BankFiles;

/// <summary>이체 파일: payouts that a person gives to the bank's site as one file. Its rows never change.</summary>
public sealed class BankFile : ITenantOwned
{
    private BankFile()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public BankFileId Id { get; private set; }
    public BulkPayoutId BulkPayoutId { get; private set; }
    public BankFileStatus Status { get; private set; }
    public DateTimeOffset StatusUpdatedAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Who executed, as <see cref="Actor"/> writes it.</summary>
    public string CreatorId { get; private set; } = null!;

    /// <summary>As it was when the file was made.</summary>
    public BankFileLayout Layout { get; private set; } = null!;

    public string FileName { get; private set; } = null!;

    /// <summary>Begins each row's key, so that rows of two files are told apart.</summary>
    public string Tag { get; private set; } = null!;

    public int RowCount { get; private set; }
    public Won TotalAmount { get; private set; }

    /// <summary>Of its bytes, in lower-case hexadecimal digits.</summary>
    public string Sha256 { get; private set; } = null!;

    public int ByteCount { get; private set; }

    /// <summary>When the bank was first seen to have it; null while nothing was heard.</summary>
    public DateTimeOffset? HeardAt { get; private set; }

    public string? DiscardReason { get; private set; }
    public int Version { get; private set; }

    public static BankFile Make(BankFileId id, BulkPayout bulk, Actor creator, BankFileLayout layout, BankFileContentFacts content, DateTimeOffset at) => new()
    {
        MerchantId = bulk.MerchantId,
        Mode = bulk.Mode,
        Id = id,
        BulkPayoutId = bulk.Id,
        Status = BankFileStatus.AwaitingResults,
        StatusUpdatedAt = at,
        CreatedAt = at,
        CreatorId = creator.ToString(),
        Layout = layout,
        FileName = content.FileName,
        Tag = content.Tag,
        RowCount = content.RowCount,
        TotalAmount = content.TotalAmount,
        Sha256 = content.Sha256,
        ByteCount = content.ByteCount,
        Version = 1,
    };

    /// <summary>Something of it was heard from the bank: from here on it can't be discarded.</summary>
    public Outcome<Move> ReadResults(DateTimeOffset at) =>
        MoveBy(BankFileCommand.ReadResults, at).Then<Move>(move =>
        {
            HeardAt ??= at;
            return move;
        });

    public Outcome<Move> Complete(DateTimeOffset at) => MoveBy(BankFileCommand.Complete, at);

    public Outcome<Move> Discard(string reason, DateTimeOffset at) =>
        MoveBy(BankFileCommand.Discard, at).Then<Move>(move =>
        {
            DiscardReason = reason;
            return move;
        });

    /// <summary>Null when it says enough and not too much.</summary>
    public static Refusal? CheckReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new BankFileRefusal.ReasonMissing()
        : reason.Length > BankFileLimits.ReasonLengthMax ? new BankFileRefusal.ReasonTooLong(BankFileLimits.ReasonLengthMax)
        : null;

    private Outcome<Move> MoveBy(BankFileCommand command, DateTimeOffset at)
    {
        var decided = BankFileLifecycle.Table.Decide(Status, command, new BankFileFacts(HeardAt is not null));
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }

        (Status, StatusUpdatedAt) = (decided.Value.To, at);
        Version++;
        return new Move(decided.Value.From.ToString(), command.ToString(), Status.ToString());
    }
}

/// <summary>What is known of a file's bytes once they are written.</summary>
public sealed record BankFileContentFacts(string FileName, string Tag, int RowCount, Won TotalAmount, string Sha256, int ByteCount);

/// <summary>One row of a file. A payout is in one file at most, ever: what is to be sent again is another payout.</summary>
public sealed class BankFileRow : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }
    public required BankFileId BankFileId { get; init; }

    /// <summary>From 1, without the head.</summary>
    public required int Number { get; init; }

    public required PayoutId PayoutId { get; init; }
    public required Won Amount { get; init; }
}
