using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Jeongsan.Popbill.Emulator.Wire;

/// <summary>One part of a multipart body, read as the official SDKs write it: a name with a trailing semicolon, headers in lower case, a whole local path for a file's name.</summary>
internal sealed partial record FormPart(string? Name, string? FileName, byte[] Bytes)
{
    /// <summary>Empty when the body is no multipart body, or a broken one.</summary>
    public static async Task<IReadOnlyList<FormPart>> ReadAsync(string? contentType, byte[] body)
    {
        if (contentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true) return [];
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is not { Length: > 0 } boundary) return [];
        var parts = new List<FormPart>();
        try
        {
            var reader = new MultipartReader(boundary, new MemoryStream(body));
            while (await reader.ReadNextSectionAsync() is { } section)
            {
                using var bytes = new MemoryStream();
                await section.Body.CopyToAsync(bytes);
                var disposition = section.ContentDisposition ?? "";
                parts.Add(new FormPart(Value(NameOf(), disposition), Value(FileNameOf(), disposition), bytes.ToArray()));
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return [];
        }
        return parts;
    }

    private static string? Value(Regex pattern, string disposition) => pattern.Match(disposition) is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex("(?<![a-z])name=\"?([^\";]*)\"?", RegexOptions.IgnoreCase)]
    private static partial Regex NameOf();

    [GeneratedRegex("filename=\"([^\"]*)\"", RegexOptions.IgnoreCase)]
    private static partial Regex FileNameOf();
}
