using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;

namespace Jeongsan.Domain.BankFiles;

/// <summary>Every way in which bank files and their layouts say no.</summary>
public abstract record BankFileRefusal : Refusal
{
    private BankFileRefusal()
    {
    }

    /// <summary>Payouts are to be sent by file, and nobody chose how the file looks.</summary>
    public sealed record LayoutMissing : BankFileRefusal;

    /// <summary>No layout of ours is for this bank.</summary>
    public sealed record NoStandardLayout : BankFileRefusal;

    public sealed record LayoutFieldMissing(string Field) : BankFileRefusal;

    public sealed record LayoutFieldTooLong(string Field, int LengthMax) : BankFileRefusal;

    public sealed record LayoutTooMany(string Field, int CountMax) : BankFileRefusal;

    public sealed record LayoutOutOfRange(string Field, int Min, int Max) : BankFileRefusal;

    /// <summary>Two columns, or two meanings of a result, have the same name.</summary>
    public sealed record LayoutTextTwice(string Field, string Text) : BankFileRefusal;

    /// <summary>A spreadsheet would run it.</summary>
    public sealed record LayoutFormula(string Field, string Text) : BankFileRefusal;

    /// <summary>Without exactly one column of it the bank can't send the money.</summary>
    public sealed record LayoutValueNotOnce(BankFileValue Value) : BankFileRefusal;

    public sealed record LayoutBankMissing : BankFileRefusal;

    public sealed record TooManyRows(int Count, int CountMax) : BankFileRefusal;

    /// <summary>Their account's institution has no code that banks know it by.</summary>
    public sealed record BanksWithoutCode(IReadOnlyList<PayoutId> Ids) : BankFileRefusal;

    /// <summary>A file is made when a person is there to give it to the bank; the bank's own site can send it later.</summary>
    public sealed record NotSchedulable : BankFileRefusal;

    /// <summary>Its payouts are in a file whose results are not known: nothing of them can be taken back.</summary>
    public sealed record AwaitingResults(BankFileId Id) : BankFileRefusal;

    /// <summary>The bank has it: a result was read, or marked by hand.</summary>
    public sealed record ResultsRead : BankFileRefusal;

    /// <summary>A person said that it was never given to the bank.</summary>
    public sealed record Discarded : BankFileRefusal;

    public sealed record NotInState(BankFileStatus Status, BankFileCommand Command) : BankFileRefusal;

    public sealed record ReasonMissing : BankFileRefusal;

    public sealed record ReasonTooLong(int LengthMax) : BankFileRefusal;

    public sealed record NotInFile(PayoutId Id) : BankFileRefusal;

    /// <summary>It ended otherwise already, and that is final.</summary>
    public sealed record ContradictsKnown(PayoutStatus Known) : BankFileRefusal;

    /// <summary>What is stored is not what was made: it is not given out.</summary>
    public sealed record ContentAltered : BankFileRefusal;
}
