using System.Globalization;

namespace Jeongsan.Popbill;

/// <summary>Published limits of the protocol, and the checks that keep a call which breaks one from being sent.</summary>
public static class PopbillLimits
{
    /// <summary>Characters of a document key: letters, digits, hyphen and underscore.</summary>
    public const int KeyLengthMax = 24;

    /// <summary>Invoices of one bulk submission.</summary>
    public const int BulkCountMax = 100;

    /// <summary>Characters of a bulk submission's id: letters, digits and hyphen.</summary>
    public const int SubmitIdLengthMax = 36;

    /// <summary>Document keys of one state look-up.</summary>
    public const int StatesCountMax = 1_000;

    /// <summary>Documents of one print page.</summary>
    public const int MassPrintCountMax = 100;

    /// <summary>Numbers of one business state look-up.</summary>
    public const int BusinessStatesCountMax = 1_000;

    public const int LinesCountMax = 99;
    public const int ContactsCountMax = 5;
    public const int FilesCountMax = 5;
    public const int MemoLengthMax = 200;
    public const int EmailSubjectLengthMax = 300;
    public const int AccountNumberLengthMax = 30;
    public const int QuitReasonLengthMax = 300;

    /// <summary>Entries of one page of a search.</summary>
    public const int PerPageMax = 1_000;

    internal static void Key(string field, string? key)
    {
        Required(field, key);
        Length(field, key, KeyLengthMax);
        Characters(field, key, c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
    }

    internal static void OptionalKey(string field, string? key)
    {
        if (!string.IsNullOrEmpty(key)) Key(field, key);
    }

    internal static void SubmitId(string? id)
    {
        Required("submitID", id);
        Length("submitID", id, SubmitIdLengthMax);
        Characters("submitID", id, c => char.IsAsciiLetterOrDigit(c) || c == '-');
    }

    internal static void Digits(string field, string? text, int length)
    {
        Required(field, text);
        if (text!.Length != length || !text.All(char.IsAsciiDigit)) throw Problem(field, PopbillFieldRule.BadForm, length);
    }

    internal static void Required(string field, string? text)
    {
        if (string.IsNullOrEmpty(text)) throw Problem(field, PopbillFieldRule.Missing);
    }

    internal static void Length(string field, string? text, int max, int min = 0)
    {
        if (text is null) return;
        if (text.Length > max) throw Problem(field, PopbillFieldRule.TooLong, max);
        if (text.Length < min) throw Problem(field, PopbillFieldRule.TooShort, min);
    }

    internal static void RequiredLength(string field, string? text, int max, int min = 0)
    {
        Required(field, text);
        Length(field, text, max, min);
    }

    internal static void Count<T>(string field, IReadOnlyCollection<T> list, int max)
    {
        ArgumentNullException.ThrowIfNull(list);
        if (list.Count == 0) throw Problem(field, PopbillFieldRule.Missing);
        if (list.Count > max) throw Problem(field, PopbillFieldRule.TooMany, max);
    }

    internal static void OptionalDay(string field, string? text)
    {
        if (!string.IsNullOrEmpty(text) && !DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) throw Problem(field, PopbillFieldRule.BadForm, 8);
    }

    internal static PopbillException Problem(string field, PopbillFieldRule rule, int? limit = null) => new(new PopbillFieldProblem(field, rule, limit));

    private static void Characters(string field, string? text, Func<char, bool> allowed)
    {
        if (text is not null && !text.All(allowed)) throw Problem(field, PopbillFieldRule.BadCharacter);
    }
}
