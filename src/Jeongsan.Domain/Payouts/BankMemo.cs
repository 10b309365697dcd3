using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Payouts;

/// <summary>통장 메모: what is printed in the bank books of both sides.</summary>
public static class BankMemo
{
    /// <summary>Banks print at most seven Korean letters or fourteen Latin ones.</summary>
    public const int WidthMax = 14;

    /// <summary>Null when both can be printed.</summary>
    public static Refusal? Check(string? withdrawalMemo, string? depositMemo) =>
        CheckOne("withdrawalMemo", withdrawalMemo) ?? CheckOne("depositMemo", depositMemo);

    /// <summary>The stated memo, else the platform's default, else the fallback cut to what fits.</summary>
    public static string Choose(string? stated, string? platformDefault, string fallback) =>
        !string.IsNullOrWhiteSpace(stated) ? stated
        : !string.IsNullOrWhiteSpace(platformDefault) ? platformDefault
        : Cut(fallback);

    /// <summary>Korean letters take two columns.</summary>
    public static int WidthOf(string text) => text.Sum(WidthOf);

    private static int WidthOf(char character) => character < 0x80 ? 1 : 2;

    private static PayoutRefusal? CheckOne(string field, string? memo) =>
        memo is not null && WidthOf(memo) > WidthMax ? new PayoutRefusal.FieldTooLong(field, WidthOf(memo), WidthMax) : null;

    private static string Cut(string text)
    {
        var width = 0;
        return new string([.. text.TakeWhile(character => (width += WidthOf(character)) <= WidthMax)]);
    }
}
