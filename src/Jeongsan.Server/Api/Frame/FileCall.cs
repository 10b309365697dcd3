using System.Security.Cryptography;
using Jeongsan.Domain.Foundation;
using Microsoft.AspNetCore.Http.Metadata;
using System.Reflection;

namespace Jeongsan.Server.Api;

/// <summary>A request whose body is a file, whatever its content type says: a plain body, or the first file of a form.</summary>
internal sealed record FileCall(Tenant Tenant, Actor Actor, byte[] Content, string? FileName, ApiError? Problem) : ICheckedRequest, IIdentifiedCall, IEndpointParameterMetadataProvider
{
    object IIdentifiedCall.Content => Convert.ToHexString(SHA256.HashData(Content));

    public static async ValueTask<FileCall?> BindAsync(HttpContext context)
    {
        var caller = ApiCaller.Of(context.User);
        var (mode, badMode) = TestMode.Choose(context.Request.Query, fromBody: null);
        var tenant = new Tenant(caller.Merchant, mode);
        if (badMode is not null)
        {
            return new FileCall(tenant, caller.Actor, [], null, badMode);
        }

        if (context.Request.HasFormContentType)
        {
            return await OfFormAsync(context, tenant, caller.Actor);
        }

        var (content, problem) = await ReadAsync(context.Request.Body, context.RequestAborted);
        return new FileCall(tenant, caller.Actor, content, context.Request.Query["fileName"].FirstOrDefault(), problem);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new TakesFileMetadata());
        // Larger than what JSON may be; read and counted here.
        builder.Metadata.Add(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(ApiLimits.FileBytesMax + ApiLimits.FormBytesMax));
        builder.Metadata.Add(new Microsoft.AspNetCore.Mvc.RequestFormLimitsAttribute { MultipartBodyLengthLimit = ApiLimits.FileBytesMax + ApiLimits.FormBytesMax, ValueCountLimit = 10, KeyLengthLimit = 100 });
    }

    private static async Task<FileCall> OfFormAsync(HttpContext context, Tenant tenant, Actor actor)
    {
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            if (form.Files is not [{ } file])
            {
                return new FileCall(tenant, actor, [], null, Invalid.Field("file", "파일을 하나만 보내 주세요."));
            }

            await using var stream = file.OpenReadStream();
            var (content, problem) = await ReadAsync(stream, context.RequestAborted);
            return new FileCall(tenant, actor, content, context.Request.Query["fileName"].FirstOrDefault() ?? file.FileName, problem);
        }
        catch (InvalidDataException)
        {
            return new FileCall(tenant, actor, [], null, new FileTooLargeError());
        }
    }

    private static async Task<(byte[] Content, ApiError? TooLarge)> ReadAsync(Stream body, CancellationToken ct)
    {
        var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = await body.ReadAsync(chunk, ct)) > 0)
        {
            if (buffer.Length + read > ApiLimits.FileBytesMax)
            {
                return ([], new FileTooLargeError());
            }

            buffer.Write(chunk, 0, read);
        }

        return (buffer.ToArray(), null);
    }
}

/// <summary>Endpoint metadata: the request carries a file.</summary>
internal sealed record TakesFileMetadata;

[ErrorType("INVALID_REQUEST", 413, "파일이 너무 커요. 32MB 이하로 나누어 보내 주세요.")]
internal sealed record FileTooLargeError : ApiError;
