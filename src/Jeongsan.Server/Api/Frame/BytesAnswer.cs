using System.Net.Mime;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Jeongsan.Server.Api;

/// <summary>A file that somebody put in, of whatever kind, as the whole answer: to be saved under its name, never shown; or an error that the operation declared.</summary>
internal sealed class BytesAnswer : IResult, IAnswer, IEndpointMetadataProvider
{
    private readonly IResult _result;

    public BytesAnswer(byte[] content, string fileName) => _result = Results.File(content, MediaTypeNames.Application.Octet, fileName);

    public BytesAnswer(ApiError error) => _result = new ErrorAnswer(error);

    public bool IsRefused => _result is ErrorAnswer;

    public object? Content => null;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(new AnswersMetadata(typeof(string)) { MediaTypes = [MediaTypeNames.Application.Octet] });

    public Task ExecuteAsync(HttpContext httpContext) => _result.ExecuteAsync(httpContext);
}
