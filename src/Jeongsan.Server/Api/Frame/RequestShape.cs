using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Jeongsan.Server.Api;

/// <summary>
/// Explains in Korean why a request's JSON does not fit its contract: which member, and the mend.
/// Runs only after reading has failed, so that well-formed requests pay nothing for it.
/// </summary>
internal static class RequestShape
{
    public static ApiError Explain(ReadOnlyMemory<byte> json, Type contract, JsonException fault)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = ApiJson.Options.MaxDepth });
        }
        catch (JsonException malformed)
        {
            return Invalid.Request(string.Create(
                CultureInfo.InvariantCulture,
                $"요청 본문이 올바른 JSON이 아니에요. {malformed.LineNumber + 1}번째 줄 {malformed.BytePositionInLine + 1}번째 글자 근처를 확인해 주세요."));
        }

        using (document)
        {
            var complaints = new List<string>();
            Check(document.RootElement, contract, "", complaints);
            return complaints.Count > 0
                ? Invalid.Request(string.Join(" ", complaints.Take(ApiLimits.ComplaintsMax)))
                : Invalid.Field(FieldOf(fault.Path), "값의 형식을 확인해 주세요.");
        }
    }

    private static string FieldOf(string? path) => string.IsNullOrEmpty(path) || path == "$" ? "요청 본문" : path.TrimStart('$').TrimStart('.');

    private static void Check(JsonElement element, Type type, string path, List<string> complaints)
    {
        if (complaints.Count >= ApiLimits.ComplaintsMax)
        {
            return;
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        var info = ApiJson.Options.GetTypeInfo(type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object:
                CheckObject(element, info, path, complaints);
                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Check(item, info.ElementType!, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), complaints);
                }

                break;
            case JsonTypeInfoKind.Enumerable:
                Complain(path, "배열이어야 해요.", complaints);
                break;
            case JsonTypeInfoKind.Dictionary when element.ValueKind == JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Check(member.Value, info.ElementType!, Join(path, member.Name), complaints);
                }

                break;
            case JsonTypeInfoKind.Dictionary:
                Complain(path, "객체여야 해요.", complaints);
                break;
            default:
                CheckValue(element, type, path, complaints);
                break;
        }
    }

    private static void CheckObject(JsonElement element, JsonTypeInfo info, string path, List<string> complaints)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Complain(path, "객체여야 해요.", complaints);
            return;
        }

        foreach (var property in info.Properties)
        {
            var given = element.TryGetProperty(property.Name, out var value) && value.ValueKind != JsonValueKind.Null;
            if (given)
            {
                Check(value, property.PropertyType, Join(path, property.Name), complaints);
            }
            else if (property.IsRequired)
            {
                Complain(Join(path, property.Name), "꼭 있어야 하는 값이에요.", complaints);
            }
        }
    }

    private static void CheckValue(JsonElement element, Type type, string path, List<string> complaints)
    {
        try
        {
            if (element.ValueKind == JsonValueKind.Null)
            {
                Complain(path, "null은 쓸 수 없어요.", complaints);
            }
            else
            {
                element.Deserialize(type, ApiJson.Options);
            }
        }
        catch (JsonException)
        {
            Complain(path, MendFor(type), complaints);
        }
    }

    private static string MendFor(Type type) => type switch
    {
        { IsEnum: true } => $"{string.Join(", ", EnumCodes(type))} 중 하나여야 해요.",
        _ when type == typeof(string) => "문자열이어야 해요. 널 문자(U+0000)는 쓸 수 없어요.",
        _ when type == typeof(bool) => "true 또는 false여야 해요.",
        _ when type == typeof(int) => "정수여야 해요. (-2147483648 ~ 2147483647)",
        _ when type == typeof(long) => "정수여야 해요.",
        _ when type == typeof(DateOnly) => "yyyy-MM-dd 형식의 날짜여야 해요. (1900년 ~ 2999년)",
        _ when type == typeof(DateTimeOffset) => "2026-01-31T09:00:00+09:00처럼 RFC 3339 형식의 시각이어야 해요. (1900년 ~ 2999년)",
        _ => "값의 형식을 확인해 주세요.",
    };

    public static IEnumerable<string> EnumCodes(Type type) => Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseUpper.ConvertName);

    private static void Complain(string path, string mend, List<string> complaints) =>
        complaints.Add($"{(path.Length == 0 ? "요청 본문" : path)}: {mend}");

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
