using System.Reflection;
using System.Text.RegularExpressions;
using Jeongsan.Domain.Foundation;
using Xunit;

namespace Jeongsan.Architecture.Tests;

/// <summary>Nothing but a life cycle's table assigns a status.</summary>
public sealed partial class StatusTests
{
    private static IReadOnlyList<Type> StatusTypes { get; } =
    [
        .. typeof(ILifecycle).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Select(property => property.PropertyType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Lifecycle<,,>))
            .Select(type => type.GetGenericArguments()[0])
            .Distinct(),
    ];

    private static IReadOnlyList<PropertyInfo> StatusProperties { get; } =
    [
        .. typeof(ILifecycle).Assembly.GetTypes()
            .Where(type => type.IsClass && typeof(ITenantOwned).IsAssignableFrom(type))
            .SelectMany(type => type.GetProperties())
            .Where(property => StatusTypes.Contains(property.PropertyType)),
    ];

    [Fact]
    public void Statuses_AreFound() => Assert.True(StatusTypes.Count >= 6 && StatusProperties.Count >= 6);

    [Fact]
    public void Statuses_HavePrivateSetters() => Assert.All(StatusProperties, property => Assert.True(property.SetMethod is null or { IsPrivate: true }, $"{property.DeclaringType}.{property.Name}"));

    /// <summary>Inside an aggregate the status is taken from the decided row, or is the start of a new one.</summary>
    [Fact]
    public void Statuses_AreAssignedFromDecidedRowsOnly()
    {
        var names = StatusProperties.Select(property => property.Name).ToHashSet();
        var aggregates = StatusProperties.Select(property => property.DeclaringType!.Name).ToHashSet();
        Assert.Empty(Sources.Of("Jeongsan.Domain")
            .Where(file => aggregates.Contains(Path.GetFileNameWithoutExtension(file.Path)))
            .SelectMany(file => file.Find(line => Assigned(line).Any(names.Contains) && !IsDecided(line) && !IsStart(line))));
    }

    /// <summary>A set-based update names no status of its own: it takes where to from the life cycle's row.</summary>
    [Fact]
    public void Statuses_InSetBasedUpdates_ComeFromLifecycleRows()
    {
        var names = StatusProperties.Select(property => property.Name).ToHashSet();
        var updates = Sources.Of("Jeongsan.Application").Concat(Sources.Of("Jeongsan.Server"))
            // There a status is that of an HTTP answer.
            .Where(file => !file.Path.EndsWith("/Idempotency.cs", StringComparison.Ordinal))
            .SelectMany(file => file.Find(line => SetBased().Match(line) is { Success: true } set && names.Contains(set.Groups[1].Value))).ToList();
        Assert.NotEmpty(updates);
        Assert.All(updates, update => Assert.Contains("row.To", update, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Assigned(string line) =>
        Single().Match(line) is { Success: true } single ? [single.Groups[1].Value]
        : Many().Match(line) is { Success: true } many ? many.Groups[1].Value.Split(',').Select(name => name.Trim())
        : [];

    private static bool IsDecided(string line) => line.Contains("decided.Value.To", StringComparison.Ordinal) || line.Contains("row.To", StringComparison.Ordinal);

    /// <summary>In an object initializer: "Status = X," with a comma, where the aggregate is made.</summary>
    private static bool IsStart(string line) => line.TrimEnd().EndsWith(',');

    [GeneratedRegex(@"\.SetProperty\(\s*\w+\s*=>\s*\w+\.(\w+)\s*,")]
    private static partial Regex SetBased();

    [GeneratedRegex(@"^\s*(?:this\.)?(\w+)\s*=[^=>]")]
    private static partial Regex Single();

    [GeneratedRegex(@"^\s*\(([\w\s,.]+)\)\s*=[^=>]")]
    private static partial Regex Many();
}
