using System.Reflection;
using System.Text;
using Jeongsan.Application.Sheets;
using Microsoft.AspNetCore.Http.Metadata;

namespace Jeongsan.Server.Api;

/// <summary>A sheet as its answer: rows are written as they come out of the database, so that its length costs no memory.</summary>
internal sealed class CsvAnswer : IResult, IAnswer, IEndpointMetadataProvider
{
    private const string MediaType = "text/csv";
    private const int FlushAtCharacters = 32 * 1024;

    private readonly string _fileName = "";
    private readonly IReadOnlyList<string> _headings = [];
    private readonly IAsyncEnumerable<IReadOnlyList<string>>? _rows;
    private readonly ApiError? _error;

    /// <param name="fileName">Letters, digits and dashes; ends in .csv.</param>
    public CsvAnswer(string fileName, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<string>> rows)
    {
        _fileName = fileName;
        _headings = headings;
        _rows = rows;
    }

    private CsvAnswer(ApiError error) => _error = error;

    public static implicit operator CsvAnswer(ApiError error) => new(error);

    public bool IsRefused => _error is not null;

    public object? Content => null;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(new AnswersMetadata(typeof(string)) { MediaTypes = [MediaType] });

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (_error is not null)
        {
            await ApiAnswers.WriteErrorAsync(httpContext, _error);
            return;
        }
        var response = httpContext.Response;
        response.ContentType = $"{MediaType}; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{_fileName}\"";
        // Spreadsheet programs take a file for Korean UTF-8 only when it begins with the mark.
        var text = new StringBuilder("\uFEFF").Append(Csv.Line(_headings));
        await foreach (var row in _rows!.WithCancellation(httpContext.RequestAborted))
        {
            text.Append(Csv.Line(row));
            if (text.Length >= FlushAtCharacters)
            {
                await response.WriteAsync(text.ToString(), httpContext.RequestAborted);
                text.Clear();
            }
        }
        await response.WriteAsync(text.ToString(), httpContext.RequestAborted);
    }
}
