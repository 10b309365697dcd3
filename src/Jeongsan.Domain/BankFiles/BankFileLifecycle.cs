using Jeongsan.Domain.Foundation;
using static Jeongsan.Domain.BankFiles.BankFileCommand;
using static Jeongsan.Domain.BankFiles.BankFileStatus;

namespace Jeongsan.Domain.BankFiles;

public enum BankFileStatus
{
    /// <summary>Made. What the bank does with its rows is unknown until a result says so.</summary>
    AwaitingResults = 0,

    /// <summary>The result of every row is known.</summary>
    Completed,

    /// <summary>파일 폐기: a person said that it was never given to the bank.</summary>
    Discarded,
}

public enum BankFileCommand
{
    /// <summary>Results of some rows were read or told, or the bank was seen to have the file.</summary>
    ReadResults,
    Complete,
    Discard,
}

/// <param name="HasResults">Whether anything was heard of it from the bank.</param>
public readonly record struct BankFileFacts(bool HasResults);

public static class BankFileLifecycle
{
    private static readonly Guard<BankFileFacts> NothingHeard = new("NothingHeard", facts => facts.HasResults ? new BankFileRefusal.ResultsRead() : null);

    public static Lifecycle<BankFileStatus, BankFileCommand, BankFileFacts> Table { get; } = new(
        "BankFile",
        [AwaitingResults],
        (status, command) => status == Discarded ? new BankFileRefusal.Discarded() : new BankFileRefusal.NotInState(status, command),
        [
            new(AwaitingResults, ReadResults, AwaitingResults),
            new(AwaitingResults, Complete, Completed),
            new(AwaitingResults, Discard, Discarded, NothingHeard),
        ]);
}
