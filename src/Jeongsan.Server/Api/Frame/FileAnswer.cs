using System.Reflection;
using Jeongsan.Application.BankFiles;
using Jeongsan.Domain.BankFiles;
using Microsoft.AspNetCore.Http.Metadata;

namespace Jeongsan.Server.Api;

/// <summary>A sheet of either kind as the whole answer, to be saved under its name; or one of the errors that the operation declared.</summary>
internal sealed class FileAnswer : IResult, IAnswer, IEndpointMetadataProvider
{
    private readonly IResult _answer;

    public FileAnswer(byte[] content, string mediaType, string fileName) => _answer = Results.File(content, mediaType, fileName);

    private FileAnswer(ApiError error) => _answer = new ErrorAnswer(error);

    public static implicit operator FileAnswer(ApiError error) => new(error);

    public const string Csv = "text/csv";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public bool IsRefused => _answer is ErrorAnswer;

    public object? Content => null;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(new AnswersMetadata(typeof(string)) { MediaTypes = [Csv, Xlsx] });

    public static FileAnswer Of(BankFileDownload file) => new(file.Content, MediaTypeOf(file), file.FileName);

    public static string MediaTypeOf(BankFileDownload file) =>
        file.Format == BankFileFormat.Xlsx ? Xlsx : $"{Csv}; charset={(file.Encoding == CsvEncoding.Utf8 ? "utf-8" : "euc-kr")}";

    public Task ExecuteAsync(HttpContext httpContext) => _answer.ExecuteAsync(httpContext);
}
