namespace Jeongsan.Domain.BankFiles;

/// <summary>What a result file says of one row.</summary>
public enum ResultWord
{
    /// <summary>처리 중, 확인 요망, or a text that nobody gave a meaning.</summary>
    Unknown = 0,
    Succeeded,

    /// <summary>Surely no money moved.</summary>
    Failed,
}

/// <summary>From a bank's words to what is true. Only a text that was given a meaning has one: nothing is guessed.</summary>
public static class ResultWords
{
    public static ResultWord Read(ResultColumns columns, string status, string? reason)
    {
        var said = Plain(status);
        if (columns.UnknownWords.Select(Plain).Any(word => said.Contains(word, StringComparison.Ordinal) || (reason is not null && Plain(reason).Contains(word, StringComparison.Ordinal))))
        {
            return ResultWord.Unknown;
        }
        return columns.SuccessWords.Any(word => Plain(word) == said) ? ResultWord.Succeeded
            : columns.FailureWords.Any(word => Plain(word) == said) ? ResultWord.Failed
            : ResultWord.Unknown;
    }

    internal static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
