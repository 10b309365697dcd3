using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jeongsan.Application.Adapters.Bank;

internal static class BankJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
}
