using System.Collections.Frozen;
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
    /// <summary>A code of the domain on its way to the contract's code of the same name, or back: <c>Code.Of(bank).As&lt;BankCode&gt;()</c>.</summary>
    public static NamedCode<TFrom> Of<TFrom>(TFrom value) where TFrom : struct, Enum => new(value);

    /// <summary>The enum behind a (nullable) <see cref="Code{TEnum}"/>; null for other types.</summary>
    public static Type? EnumOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Code<>) ? type.GetGenericArguments()[0] : null;
    }
}

internal readonly record struct NamedCode<TFrom>(TFrom Value) where TFrom : struct, Enum
{
    public TTo As<TTo>() where TTo : struct, Enum => SameNames<TTo>.Table[Value];

    // Fails at its first use when one side has a member that the other lacks.
    private static class SameNames<TTo> where TTo : struct, Enum
    {
        public static readonly FrozenDictionary<TFrom, TTo> Table =
            Enum.GetValues<TFrom>().ToFrozenDictionary(value => value, value => Enum.Parse<TTo>(value.ToString()));
    }
}
