using System.Text;

namespace ContractGenerator;

internal sealed record Written(int Records, int Enums, int Errors, int Unions, int Files);

/// <summary>Lays the contracts out in files of a readable length, by capability and by what they are.</summary>
internal static class ContractFiles
{
    private const int LinesMax = 380;

    public static Written Write(ReferenceDocument document, Capabilities capabilities, string targetFolder)
    {
        var writer = new ContractWriter(document);
        var files = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        int records = 0, enums = 0, errors = 0, unions = 0;
        foreach (var name in document.Schemas.Keys.Where(name => !document.IsMap(name)).OrderBy(name => name, StringComparer.Ordinal))
        {
            var (kind, text) = name switch
            {
                _ when document.IsErrorUnion(name) => Count(ref unions, "ErrorUnions", writer.ErrorUnion(name)),
                _ when document.IsError(name) => Count(ref errors, "Errors", writer.Error(name)),
                _ when document.IsEnum(name) => Count(ref enums, "Codes", writer.Enum(name)),
                _ when document.IsUnion(name) => Count(ref records, Side(capabilities, name), writer.Union(name)),
                _ => Count(ref records, Side(capabilities, name), writer.Record(name, IsAnsweredAlone(document, name))),
            };
            var capability = capabilities.Of(name);
            var file = $"{capability}/Contracts/{capability}{kind}";
            if (!files.TryGetValue(file, out var texts))
            {
                files[file] = texts = [];
            }

            texts.Add(text);
        }

        var count = files.Sum(file => WriteFile(Path.Combine(targetFolder, file.Key), file.Value));
        return new Written(records, enums, errors, unions, count);
    }

    private static (string Kind, string Text) Count(ref int counter, string kind, string text)
    {
        counter++;
        return (kind, text);
    }

    private static string Side(Capabilities capabilities, string name) =>
        (capabilities.InRequests.Contains(name), capabilities.InAnswers.Contains(name)) switch
        {
            (true, true) => "Values",
            (true, false) => "Requests",
            _ => "Answers",
        };

    private static bool IsAnsweredAlone(ReferenceDocument document, string name) =>
        document.Schemas.Any(schema => !schema.Value.TryGetProperty("oneOf", out _)
            && document.Mentions(schema.Value).Contains(name, StringComparer.Ordinal));

    private static int WriteFile(string path, List<string> texts)
    {
        var parts = new List<List<string>> { new() };
        var lines = 0;
        foreach (var text in texts)
        {
            var length = text.Count(character => character == '\n') + 1;
            if (lines + length > LinesMax)
            {
                parts.Add([]);
                lines = 0;
            }

            parts[^1].Add(text);
            lines += length;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        for (var index = 0; index < parts.Count; index++)
        {
            var content = new StringBuilder();
            var body = string.Join('\n', parts[index]);
            if (body.Contains("[Json", StringComparison.Ordinal))
            {
                content.Append("using System.Text.Json.Serialization;\n");
            }

            content.Append("\nnamespace Jeongsan.Server.Api.Contracts;\n\n").Append(body);
            File.WriteAllText($"{path}{(index == 0 ? "" : index + 1)}.cs", content.ToString().TrimStart('\n'));
        }

        return parts.Count;
    }
}
