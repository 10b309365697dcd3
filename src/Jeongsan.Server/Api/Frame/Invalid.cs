using System.Diagnostics;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Privacy;

namespace Jeongsan.Server.Api;

/// <summary>A member of a request that its shape allows and the API does not.</summary>
internal sealed record RequestRefusal(string Field, string Mend) : Refusal;

/// <summary>Says which member of a request is wrong, and the mend.</summary>
internal static class Invalid
{
    public static InvalidRequestError Field(string field, string mend) => new() { Message = $"{field}: {mend}" };

    public static InvalidRequestError Request(string sentence) => new() { Message = sentence };

    /// <summary>Refusals that any capability may meet; the rest must have been mapped by the capability itself.</summary>
    public static ApiError Of(Refusal refusal) => refusal switch
    {
        RequestRefusal request => Field(request.Field, request.Mend),
        PrivacyRefusal privacy => PrivacyRefusals.OfPrivacy(privacy),
        StoredRefusal.IdNotUsable id => Field("id", $"공백과 / 없이 1~{id.LengthMax}자로 적어 주세요."),
        _ => throw new UnreachableException($"No API error for {refusal.Reason}"),
    };
}
