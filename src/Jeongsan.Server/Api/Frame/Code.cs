using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Jeongsan.Server.Api;

/// <summary>A code of the contracts in a query parameter, spelt as in JSON.</summary>
internal readonly record struct Code<TEnum>(TEnum Value) where TEnum : struct, Enum
{
    public static bool TryParse([NotNullWhen(true)] string? text, out Code<TEnum> code)
    {
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()) == text)
            {
                code = new Code<TEnum>(value);
                return true;
            }
        }

        code = default;
        return false;
    }
}

internal static class Code
{
    /// <summary>The enum behind a (nullable) <see cref="Code{TEnum}"/>; null for other types.</summary>
    public static Type? EnumOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Code<>) ? type.GetGenericArguments()[0] : null;
    }
}
