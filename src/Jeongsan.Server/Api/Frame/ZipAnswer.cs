using System.Reflection;
using Jeongsan.Application.Audit;
using Microsoft.AspNetCore.Http.Metadata;

namespace Jeongsan.Server.Api;

/// <summary>A ZIP as the whole answer, to be saved under its name, or an error that the operation declared.</summary>
internal sealed class ZipAnswer : IResult, IAnswer, IEndpointMetadataProvider
{
    private readonly IResult _result;

    /// <param name="content">Closed when it was sent.</param>
    public ZipAnswer(Stream content, string fileName) => _result = Results.Stream(content, AuditPack.MediaType, fileName);

    public ZipAnswer(ApiError error) => _result = new ErrorAnswer(error);

    public bool IsRefused => _result is ErrorAnswer;

    public object? Content => null;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(new AnswersMetadata(typeof(string)) { MediaTypes = [AuditPack.MediaType] });

    public Task ExecuteAsync(HttpContext httpContext) => _result.ExecuteAsync(httpContext);
}
