using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api;

/// <summary>Says which member of a request is wrong, and the mend.</summary>
internal static class Invalid
{
    public static InvalidRequestError Field(string field, string mend) => new() { Message = $"{field}: {mend}" };

    public static InvalidRequestError Request(string sentence) => new() { Message = sentence };
}
