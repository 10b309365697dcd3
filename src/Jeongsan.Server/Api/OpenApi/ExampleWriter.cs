using System.Text.Json.Nodes;

namespace Jeongsan.Server.Api.OpenApi;

/// <summary>An example of what a schema describes: what must be there, filled with invented things in the words of one language.</summary>
internal sealed class ExampleWriter(SchemaWriter schemas, bool isKorean)
{
    private const int DepthMax = 8;

    /// <summary>Preferred among the codes of an enum; else its first.</summary>
    private static readonly string[] UsualCodes = ["KRW", "SHINHAN", "NORMAL", "TAXABLE", "RECEIPT", "PARTNER"];

    public JsonNode? Of(JsonNode given, string name = "", int depth = 0)
    {
        var schema = schemas.Resolve(given);
        if (depth > DepthMax)
        {
            return null;
        }

        if (schema["oneOf"] is JsonArray members)
        {
            return Of(members[0]!, name, depth + 1);
        }

        if (schema["enum"] is JsonArray codes)
        {
            var all = codes.Select(code => code!.GetValue<string>()).ToArray();
            return UsualCodes.FirstOrDefault(all.Contains) ?? all[0];
        }

        return schema["type"]?.GetValue<string>() switch
        {
            "object" => Object(schema, name, depth),
            "array" => new JsonArray(Of(schema["items"]!, name.TrimEnd('s'), depth + 1)),
            "integer" => Number(name),
            "boolean" => false,
            _ => Text(schema["format"]?.GetValue<string>(), name),
        };
    }

    private JsonObject Object(JsonObject schema, string name, int depth)
    {
        var written = new JsonObject();
        var required = schema["required"] is JsonArray names ? names.Select(one => one!.GetValue<string>()).ToHashSet() : [];
        var properties = schema["properties"] as JsonObject ?? [];
        // Where one of several is to be chosen none is required by itself; a filter may be empty.
        if (required.Count == 0 && name != "filter" && properties.Count > 0)
        {
            required.Add(properties.ContainsKey("page") ? "page" : properties.First().Key);
        }

        foreach (var (key, value) in properties)
        {
            if (required.Contains(key) || name == "page" || (depth == 0 && key == "memo"))
            {
                written[key] = Of(value!, key, depth + 1);
            }
        }

        return written;
    }

    private static long Number(string name) => name switch
    {
        "number" or "pageNumber" or "scale" or "decimalScale" => 0,
        "size" or "pageSize" => 20,
        "lagDays" or "quantity" or "day" or "month" or "value" => 1,
        "daysOfMonth" or "daysOfMonth[]" => 31,
        "totalAmount" => 11_000,
        _ when name.Contains("tax", StringComparison.OrdinalIgnoreCase) => 1_000,
        _ => 10_000,
    };

    private string Text(string? format, string name) => format switch
    {
        "date" => "2026-11-30",
        "date-time" => "2026-12-01T00:00:00Z",
        _ when name.EndsWith("brn", StringComparison.OrdinalIgnoreCase) || name == "businessRegistrationNumber" => "1234567891",
        _ when name.Contains("email", StringComparison.OrdinalIgnoreCase) && name != "emailSubject" => "partner@example.com",
        _ when name.Contains("phone", StringComparison.OrdinalIgnoreCase) => "010-0000-0000",
        _ when name == "id" => "example-1",
        _ when name.EndsWith("Id", StringComparison.Ordinal) || name.EndsWith("Key", StringComparison.Ordinal) => IdOf(name),
        _ => Word(name),
    };

    /// <summary>defaultContractId becomes contract-1.</summary>
    private static string IdOf(string name)
    {
        var word = name[..^(name.EndsWith("Id", StringComparison.Ordinal) ? 2 : 3)];
        var start = word.Length;
        while (start > 0 && char.IsAsciiLetterLower(word[start - 1]))
        {
            start--;
        }

        var last = word[Math.Max(0, start - 1)..];
        return $"{char.ToLowerInvariant(last[0])}{last[1..]}-1";
    }

    private string Word(string name) => name switch
    {
        "url" => "https://example.com/webhooks",
        "month" => "2026-11",
        "number" or "accountNumber" => "110000001234",
        "expression" => "ORDER_AMOUNT * FIXED_RATE + FIXED_AMOUNT",
        "apiSecret" => "API_SECRET",
        "refreshToken" => "REFRESH_TOKEN",
        "companyName" => Say("㈜정산상점", "Jeongsan Shop Inc."),
        "representativeName" or "holder" => Say("김정산", "Kim Jeongsan"),
        "address" or "companyAddress" => Say("서울특별시 중구 세종대로 110", "110 Sejong-daero, Jung-gu, Seoul"),
        "businessType" => Say("도소매", "Wholesale and retail"),
        "businessClass" => Say("전자상거래", "E-commerce"),
        "memo" => Say("11월 정산", "Settlement of November"),
        "tag" => Say("서울", "Seoul"),
        "fileName" => Say("거래명세서.pdf", "statement.pdf"),
        "emailSubject" => Say("11월 세금계산서", "Tax invoice of November"),
        "document" => Say("파트너 이용약관 1.0 제12조", "Partner terms 1.0, article 12"),
        "reason" => Say("금액이 계약과 다릅니다", "The amount differs from the contract"),
        "country" => Say("대한민국", "Republic of Korea"),
        _ => Say("정산상점", "Jeongsan Shop"),
    };

    private string Say(string korean, string english) => isKorean ? korean : english;
}
