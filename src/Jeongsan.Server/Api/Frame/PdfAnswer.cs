using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Jeongsan.Server.Api;

/// <summary>A PDF as the whole answer, to be saved under its name, or an error that the operation declared.</summary>
internal sealed class PdfAnswer : IResult, IAnswer, IEndpointMetadataProvider
{
    private const string MediaType = "application/pdf";
    private readonly IResult _result;

    public PdfAnswer(byte[] content, string fileName) => _result = Results.File(content, MediaType, fileName);

    public PdfAnswer(ApiError error) => _result = new ErrorAnswer(error);

    public bool IsRefused => _result is ErrorAnswer;

    public object? Content => null;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(new AnswersMetadata(typeof(string)) { MediaTypes = [MediaType] });

    public Task ExecuteAsync(HttpContext httpContext) => _result.ExecuteAsync(httpContext);
}
