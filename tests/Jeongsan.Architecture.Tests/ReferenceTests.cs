using System.Reflection;
using System.Xml.Linq;
using Xunit;

namespace Jeongsan.Architecture.Tests;

/// <summary>Dependencies point one way: Server → Application → Domain; Application → Etax, Etax.Pdf, Popbill; Emulator → Etax, Etax.Pdf; Etax.Pdf → Etax; Server → Emulator.</summary>
public sealed class ReferenceTests
{
    /// <summary>What each part may use of ours. A part that is not named here may use nothing and must be named.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Jeongsan.Domain"] = [],
        ["Jeongsan.Etax"] = [],
        ["Jeongsan.Etax.Pdf"] = ["Jeongsan.Etax"],
        ["Jeongsan.Popbill"] = [],
        ["Jeongsan.Popbill.Emulator"] = ["Jeongsan.Etax", "Jeongsan.Etax.Pdf"],
        ["Jeongsan.Application"] = ["Jeongsan.Domain", "Jeongsan.Etax", "Jeongsan.Etax.Pdf", "Jeongsan.Popbill"],
        ["Jeongsan.Server"] = ["Jeongsan.Application", "Jeongsan.Domain", "Jeongsan.Etax", "Jeongsan.Etax.Pdf", "Jeongsan.Popbill", "Jeongsan.Popbill.Emulator"],
    };

    private static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "Jeongsan.*.dll")
            .Where(file => !file.EndsWith(".Tests.dll", StringComparison.Ordinal) && !file.EndsWith("TestKit.dll", StringComparison.Ordinal))
            .Select(Assembly.LoadFrom),
    ];

    private static IReadOnlyList<string> Projects { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Sources.Root, "src"), "*.csproj", SearchOption.AllDirectories)];

    [Fact]
    public void EveryProject_IsLoadedAndNamed() =>
        Assert.Equal(
            Projects.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            Assemblies.Select(assembly => assembly.GetName().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Assemblies_ReferenceOnlyWhatTheDesignAllows() =>
        Assert.All(Assemblies, assembly => Assert.Empty(
            assembly.GetReferencedAssemblies()
                .Select(reference => reference.Name!)
                .Where(name => name.StartsWith("Jeongsan.", StringComparison.Ordinal))
                .Except(Allowed[assembly.GetName().Name!])));

    /// <summary>An unused reference does not reach the assembly, but it opens the door.</summary>
    [Fact]
    public void Projects_ReferenceOnlyWhatTheDesignAllows() =>
        Assert.All(Projects, project => Assert.Empty(
            XDocument.Load(project).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
                .Except(Allowed[Path.GetFileNameWithoutExtension(project)])));

    [Fact]
    public void Domain_HasNoPackage() =>
        Assert.Empty(XDocument.Load(Projects.Single(project => project.EndsWith("Jeongsan.Domain.csproj", StringComparison.Ordinal))).Descendants("PackageReference"));

    /// <summary>No I/O, no clock, no async, no dependency injection in the rules.</summary>
    [Fact]
    public void Domain_UsesOnlyTheFrameworksPureParts()
    {
        string[] pure = ["System.Runtime", "System.Collections", "System.Linq", "System.Text.Json", "System.Security.Cryptography", "System.Memory", "System.Numerics", "System.Runtime.Numerics", "System.Runtime.Extensions", "System.Collections.Concurrent", "System.Collections.Immutable", "System.Text.RegularExpressions", "System.Globalization"];
        var domain = Assemblies.Single(assembly => assembly.GetName().Name == "Jeongsan.Domain");
        Assert.Empty(domain.GetReferencedAssemblies().Select(reference => reference.Name!).Except(pure));
        Assert.Empty(domain.GetTypes().SelectMany(type => type.GetMethods(AllMembers)).Where(method => typeof(Task).IsAssignableFrom(method.ReturnType)).Select(method => $"{method.DeclaringType}.{method.Name}"));
    }

    private const BindingFlags AllMembers = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
}
