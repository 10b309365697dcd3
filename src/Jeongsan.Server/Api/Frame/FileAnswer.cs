using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Jeongsan.Server.Api;

/// <summary>A file as the whole answer, to be saved under its name.</summary>
internal sealed class FileAnswer(byte[] content, string mediaType, string fileName) : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(new AnswersMetadata(typeof(string), "application/octet-stream"));

    public Task ExecuteAsync(HttpContext httpContext) => Results.File(content, mediaType, fileName).ExecuteAsync(httpContext);
}
