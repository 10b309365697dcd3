using System.Reflection;
using System.Security.Cryptography;
using Jeongsan.Server.Api.Contracts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Jeongsan.Server.Api.SupplierDesk;

/// <summary>
/// That the business number of a link was right, for half an hour: a sealed token that only this server opens. It holds the
/// link's own token, so that every call still asks whether the link lives.
/// </summary>
internal sealed class SupplierVisits(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(30);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Jeongsan.Api.SupplierVisit.v1").ToTimeLimitedDataProtector();

    public static int Seconds => (int)Length.TotalSeconds;

    public string Begin(string linkToken) => _protector.Protect(linkToken, Length);

    /// <summary>The link's token; null when the visit is over or was never ours.</summary>
    public string? Open(string visitToken)
    {
        try
        {
            return _protector.Unprotect(visitToken);
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }
}

/// <summary>Endpoint metadata: which of the document's security schemes the operation takes instead of an API secret.</summary>
internal sealed record SupplierSecurity(string Scheme)
{
    public const string Link = "supplierLink";
    public const string Visit = "supplierVisit";
}

/// <summary>Behind the token of a mail's link.</summary>
internal sealed record LinkCall(string Token, ApiError? Problem) : ICheckedRequest, IEndpointParameterMetadataProvider
{
    public static ValueTask<LinkCall?> BindAsync(HttpContext context)
    {
        var (token, problem) = SupplierBearer.OfLink(context);
        return ValueTask.FromResult<LinkCall?>(new LinkCall(token, problem));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new SupplierSecurity(SupplierSecurity.Link));
}

/// <summary>The same with the request's JSON, which nobody reads for a stranger.</summary>
internal sealed record LinkCall<TBody>(string Token, string NetworkAddress, TBody Body, ApiError? Problem) : ICheckedRequest, IEndpointParameterMetadataProvider
    where TBody : class
{
    public static async ValueTask<LinkCall<TBody>?> BindAsync(HttpContext context)
    {
        var (token, problem) = SupplierBearer.OfLink(context);
        var (body, badBody) = problem is null ? await RequestBody.ReadAsync<TBody>(context) : default;
        return new LinkCall<TBody>(token, context.Connection.RemoteIpAddress?.ToString() ?? "", body!, problem ?? badBody);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new SupplierSecurity(SupplierSecurity.Link));
        builder.Metadata.Add(new TakesMetadata(typeof(TBody)));
    }
}

/// <summary>Behind the business number.</summary>
/// <param name="Token">Of the link.</param>
internal sealed record VisitCall(string Token, ApiError? Problem) : ICheckedRequest, IEndpointParameterMetadataProvider
{
    public static ValueTask<VisitCall?> BindAsync(HttpContext context)
    {
        var (token, problem) = SupplierBearer.OfVisit(context);
        return ValueTask.FromResult<VisitCall?>(new VisitCall(token, problem));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new SupplierSecurity(SupplierSecurity.Visit));
}

/// <inheritdoc cref="VisitCall"/>
internal sealed record VisitCall<TBody>(string Token, TBody Body, ApiError? Problem) : ICheckedRequest, IEndpointParameterMetadataProvider
    where TBody : class
{
    public static async ValueTask<VisitCall<TBody>?> BindAsync(HttpContext context)
    {
        var (token, problem) = SupplierBearer.OfVisit(context);
        var (body, badBody) = problem is null ? await RequestBody.ReadAsync<TBody>(context) : default;
        return new VisitCall<TBody>(token, body!, problem ?? badBody);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new SupplierSecurity(SupplierSecurity.Visit));
        builder.Metadata.Add(new TakesMetadata(typeof(TBody)));
    }
}

/// <summary>What stands in the header: never in an address, which servers and proxies write down.</summary>
internal static class SupplierBearer
{
    /// <summary>Longer than any of ours.</summary>
    private const int LengthMax = 1_000;

    private const string Kind = "Bearer ";

    public static (string Token, ApiError? Problem) OfLink(HttpContext context) =>
        Read(context) is { } token ? (token, null) : ("", new UnauthorizedError { Message = "메일 링크의 토큰을 Authorization: Bearer로 보내 주세요." });

    public static (string Token, ApiError? Problem) OfVisit(HttpContext context) =>
        Read(context) is { } visit && context.RequestServices.GetRequiredService<SupplierVisits>().Open(visit) is { } token
            ? (token, null)
            : ("", new UnauthorizedError { Message = "사업자등록번호를 먼저 확인하고(POST /supplier-desk/visit), 받은 accessToken을 Authorization: Bearer로 보내 주세요. 30분 뒤에는 다시 확인해야 해요." });

    private static string? Read(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Kind, StringComparison.OrdinalIgnoreCase) && header.Length is > 7 and <= LengthMax ? header[Kind.Length..].Trim() : null;
    }
}
