namespace Jeongsan.Server.Api;

/// <summary>Every limit of the API's frame.</summary>
internal static class ApiLimits
{
    /// <summary>A batch of partners fits with room to spare.</summary>
    public const int BodyBytesMax = 8 * 1024 * 1024;

    public const int FileBytesMax = Application.Imports.ImportLimits.FileBytesMax;

    /// <summary>What a form writes around its file.</summary>
    public const int FormBytesMax = 64 * 1024;

    /// <summary>Of dates and instants in requests.</summary>
    public const int YearMin = 1900;

    public const int YearMax = 2999;

    public const int PageSizeDefault = 10;

    public const int PageSizeMax = 1_000;

    public const int EventsSizeDefault = 100;

    /// <summary>Columns of one sheet.</summary>
    public const int SheetColumnsMax = 100;

    public const int BatchCountMax = 1_000;

    public const int IdempotencyKeyLengthMax = 256;

    /// <summary>Missing or wrong members that one answer lists.</summary>
    public const int ComplaintsMax = 10;

    public static readonly TimeSpan AccessTokenLife = TimeSpan.FromMinutes(30);

    public static readonly TimeSpan RefreshTokenLife = TimeSpan.FromDays(1);
}
