namespace Jeongsan.Domain.Statements;

/// <summary>Every limit of settlement statements.</summary>
public static class StatementLimits
{
    public const int NameLengthMax = 100;

    /// <summary>Of a greeting and of a notice.</summary>
    public const int TextLengthMax = 1_000;

    public const int TemplateCountMax = 50;

    /// <summary>Transfers on one statement; with more of them it lists settlements and says so.</summary>
    public const int TransfersListedMax = 2_000;

    /// <summary>RFC 5321.</summary>
    public const int EmailLengthMax = 254;
}
