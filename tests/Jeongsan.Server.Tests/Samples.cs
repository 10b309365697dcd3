using System.Reflection;
using Jeongsan.Application.Imports;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Policies.Formulas;

namespace Jeongsan.Server.Tests;

/// <summary>Some value of any record, list, id or number: as much as a mapping needs to be run.</summary>
internal static class Samples
{
    public static object Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => "sample",
            _ when type == typeof(int) => 1,
            _ when type == typeof(long) => 1L,
            _ when type == typeof(bool) => true,
            _ when type == typeof(char) => 'x',
            _ when type == typeof(Won) => new Won(1),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 11, 30),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero),
            { IsEnum: true } => Enum.GetValues(type).GetValue(0)!,
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) =>
                Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()))!,
            { IsGenericType: true } when type.IsAssignableFrom(type.GetGenericArguments()[0].MakeArrayType()) => ListOf(type.GetGenericArguments()[0]),
            { IsAbstract: true } => Of(type.Assembly.GetTypes().First(member => member.IsSubclassOf(type) && !member.IsAbstract)),
            _ => Construct(type),
        };
    }

    /// <summary>A refusal that stands in another record.</summary>
    private static Refusal ReasonWithin(Type type) =>
        type == typeof(ImportProblem) ? new CellRefusal.Missing()
        : type == typeof(FormulaMistake) ? new FormulaRefusal.Empty()
        : new PolicyRefusal.NameMissing();

    private static Array ListOf(Type item)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(Of(item), 0);
        return list;
    }

    /// <summary>Through the constructor with the most parameters that does not copy; required members are set as well.</summary>
    private static object Construct(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(candidate => candidate.GetParameters() is not [{ } only] || only.ParameterType != type)
            .OrderByDescending(candidate => candidate.GetParameters().Length)
            .FirstOrDefault();
        var made = constructor is null
            ? Activator.CreateInstance(type)!
            : constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.ParameterType == typeof(Refusal) ? ReasonWithin(type) : Of(parameter.ParameterType))]);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null && property.GetIndexParameters().Length == 0))
        {
            // Year 1 is no date that a request may hold.
            if (property.PropertyType != type && property.GetValue(made) is null or DateOnly { Year: 1 } or DateTimeOffset { Year: 1 })
            {
                property.SetValue(made, Of(property.PropertyType));
            }
        }
        return made;
    }
}
