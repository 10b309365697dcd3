using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Jeongsan.Server.Api;

/// <summary>A sheet of either kind as the whole answer, to be saved under its name.</summary>
internal sealed class FileAnswer(byte[] content, string mediaType, string fileName) : IResult, IEndpointMetadataProvider
{
    public const string Csv = "text/csv";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(new AnswersMetadata(typeof(string)) { MediaTypes = [Csv, Xlsx] });

    public Task ExecuteAsync(HttpContext httpContext) => Results.File(content, mediaType, fileName).ExecuteAsync(httpContext);
}
