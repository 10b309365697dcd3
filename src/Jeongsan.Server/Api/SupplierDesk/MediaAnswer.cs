using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Jeongsan.Server.Api.SupplierDesk;

internal interface IMediaType
{
    static abstract string Name { get; }
}

internal sealed class PdfMedia : IMediaType
{
    public static string Name => "application/pdf";
}

internal sealed class XmlMedia : IMediaType
{
    public static string Name => "application/xml";
}

/// <summary>A document to be saved under its name, or one of the errors that the operation declared.</summary>
internal sealed class MediaAnswer<TMedia> : IResult, IEndpointMetadataProvider where TMedia : IMediaType
{
    private readonly (byte[] Content, string FileName)? _file;
    private readonly ApiError? _error;

    public MediaAnswer(byte[] content, string fileName) => _file = (content, fileName);

    private MediaAnswer(ApiError error) => _error = error;

    public static implicit operator MediaAnswer<TMedia>(ApiError error) => new(error);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(new AnswersMetadata(typeof(string)) { MediaTypes = [TMedia.Name] });

    public Task ExecuteAsync(HttpContext httpContext) => _file is var (content, fileName)
        ? Results.File(content, TMedia.Name, fileName).ExecuteAsync(httpContext)
        : ApiAnswers.WriteErrorAsync(httpContext, _error!);
}
