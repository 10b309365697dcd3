using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;
using Jeongsan.Domain.Privacy;

namespace Jeongsan.Server.Api;

/// <summary>On a contract, or one property of it: what of a person or a partner stands there.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
internal sealed class PersonalAttribute(params PersonalDataItem[] items) : Attribute
{
    public IReadOnlyList<PersonalDataItem> Items => items;
}

/// <summary>On a property of a contract: whose data stands in the contract.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SubjectAttribute(DataSubjectKind kind) : Attribute
{
    public DataSubjectKind Kind => kind;
}

/// <summary>On a contract or a property whose name sounds like personal data: why it is nobody's among the partners.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
internal sealed class NotPersonalAttribute(string why) : Attribute
{
    public string Why => why;
}

/// <summary>Which personal data an answer holds, and whose: read off the marks on its contract, so that no operation has to say it.</summary>
internal static class ShownData
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PersonalDataItem>> ItemsByType = new();
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Member>> MembersByType = new();

    /// <summary>Everything that an answer of this type may hold.</summary>
    public static IReadOnlyList<PersonalDataItem> ItemsOf(Type answer) => ItemsByType.GetOrAdd(answer, type =>
    {
        var items = new SortedSet<PersonalDataItem>();
        foreach (var contract in ContractsOf(type))
        {
            items.UnionWith(contract.GetCustomAttribute<PersonalAttribute>()?.Items ?? []);
            items.UnionWith(contract.GetProperties().SelectMany(property => property.GetCustomAttribute<PersonalAttribute>()?.Items ?? []));
        }
        return [.. items];
    });

    /// <summary>Every contract that an answer of this type may hold, itself included.</summary>
    public static IReadOnlyCollection<Type> ContractsOf(Type answer)
    {
        var found = new HashSet<Type>();
        var open = new Stack<Type>([answer]);
        while (open.TryPop(out var type))
        {
            foreach (var part in PartsOf(type).Where(found.Add))
            {
                foreach (var next in part.GetProperties().Select(property => property.PropertyType).Concat(part.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Select(derived => derived.DerivedType)))
                {
                    open.Push(next);
                }
            }
        }
        return found;
    }

    /// <summary>Whether answers of this type say whose data they hold.</summary>
    public static bool NamesSubjects(Type answer) => ContractsOf(answer).Any(contract => contract.GetProperties().Any(property => property.GetCustomAttribute<SubjectAttribute>() is not null));

    /// <summary>Whose data the answer holds, each once.</summary>
    public static IReadOnlyCollection<DataSubject> SubjectsOf(object answer)
    {
        var subjects = new HashSet<DataSubject>();
        Collect(answer, subjects);
        return subjects;
    }

    private static void Collect(object? value, HashSet<DataSubject> subjects)
    {
        switch (value)
        {
            case null or string:
                break;
            case IDictionary map:
                foreach (var one in map.Values)
                {
                    Collect(one, subjects);
                }
                break;
            case IEnumerable list:
                foreach (var one in list)
                {
                    Collect(one, subjects);
                }
                break;
            default:
                foreach (var member in MembersByType.GetOrAdd(value.GetType(), MembersOf))
                {
                    var held = member.Property.GetValue(value);
                    if (member.Subject is { } kind)
                    {
                        if (held is string { Length: > 0 } id)
                        {
                            subjects.Add(new DataSubject(kind, id));
                        }
                    }
                    else
                    {
                        Collect(held, subjects);
                    }
                }
                break;
        }
    }

    /// <summary>Only what leads to a subject is looked into.</summary>
    private static IReadOnlyList<Member> MembersOf(Type contract) => IsContract(contract)
        ?
        [
            .. contract.GetProperties().Select(property => new Member(property, property.GetCustomAttribute<SubjectAttribute>()?.Kind))
                .Where(member => member.Subject is not null || NamesSubjects(member.Property.PropertyType)),
        ]
        : [];

    /// <summary>The contracts in a property's type: itself, or what its list or map holds.</summary>
    private static IEnumerable<Type> PartsOf(Type type) =>
        type.IsArray ? PartsOf(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(PartsOf)
        : IsContract(type) ? [type] : [];

    private static bool IsContract(Type type) => type is { IsClass: true, IsGenericType: false } && type.Assembly == typeof(ShownData).Assembly;

    private sealed record Member(PropertyInfo Property, DataSubjectKind? Subject);
}
