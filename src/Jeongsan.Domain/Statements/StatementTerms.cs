using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Statements;

/// <summary>How far a statement goes into its sums.</summary>
public enum StatementDetail
{
    /// <summary>One line for orders, one for cancellations, one for corrections by hand.</summary>
    Sums = 0,

    /// <summary>One line for each partner settlement.</summary>
    Settlements,

    /// <summary>One line for each transfer.</summary>
    Transfers,
}

/// <summary>What a statement shows. Sums and what is paid always stand on it.</summary>
/// <param name="Greeting">Above the facts, and in the mail; lines may break.</param>
/// <param name="Notice">At the end.</param>
public sealed record StatementTerms(
    string Name,
    StatementDetail Detail,
    bool ShowsPlatformFee,
    bool ShowsAdditionalFee,
    bool ShowsDiscountShare,
    bool ShowsVat,
    bool ShowsWithheldTax,
    bool ShowsBankAccount,
    bool ShowsBankMemo,
    string? Greeting,
    string? Notice)
{
    /// <summary>What a platform that chose nothing sends.</summary>
    public static StatementTerms Usual { get; } = new("기본 양식", StatementDetail.Settlements, true, true, true, true, true, true, false, null, null);

    /// <summary>Null when they can be kept.</summary>
    public StatementRefusal? Check() =>
        string.IsNullOrWhiteSpace(Name) ? new StatementRefusal.FieldMissing("name")
        : Name.Length > StatementLimits.NameLengthMax ? new StatementRefusal.FieldTooLong("name", StatementLimits.NameLengthMax)
        : Greeting is { Length: > StatementLimits.TextLengthMax } ? new StatementRefusal.FieldTooLong("greeting", StatementLimits.TextLengthMax)
        : Notice is { Length: > StatementLimits.TextLengthMax } ? new StatementRefusal.FieldTooLong("notice", StatementLimits.TextLengthMax)
        : null;
}
