using System.Text.RegularExpressions;
using Xunit;

namespace Jeongsan.Architecture.Tests;

/// <summary>House rules over the source, found by reading it.</summary>
public sealed partial class HouseRuleTests
{
    private const int FunctionLineCountMax = 70;
    private const int FileLineCountMax = 400;

    [Fact]
    public void Source_HasNoWallClock() =>
        Assert.Empty(Sources.Product.SelectMany(file => file.Find(WallClock().IsMatch)));

    [Fact]
    public void Source_HasNoBlockingWait() =>
        Assert.Empty(Sources.All.Where(file => file.Project != "Jeongsan.Architecture.Tests").SelectMany(file => file.Find(BlockingWait().IsMatch)));

    [Fact]
    public void Source_HasNothingLeftToDo() =>
        Assert.Empty(Sources.All.Where(file => file.Project != "Jeongsan.Architecture.Tests").SelectMany(file =>
            file.Lines.Index().Where(line => LeftToDo().IsMatch(line.Item)).Select(line => $"{file.Path}:{line.Index + 1}: {line.Item.Trim()}")));

    [Fact]
    public void Source_SilencesNoWarning() =>
        Assert.Empty(Sources.Product.SelectMany(file => file.Find(line => line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal))));

    /// <summary>A formula may have fractions on its way; everything else counts whole won.</summary>
    [Fact]
    public void Domain_HasNoFractionalNumbersOutsideFormulas() =>
        Assert.Empty(Sources.Of("Jeongsan.Domain")
            .Where(file => !file.Path.StartsWith("src/Jeongsan.Domain/Policies/Formulas/", StringComparison.Ordinal))
            .SelectMany(file => file.Find(Fractional().IsMatch)));

    /// <summary>Where money is stored, summed and moved; only the ASP's forms and the supplier's view write quantities with a point.</summary>
    [Fact]
    public void Application_HasNoFractionalNumbersNearMoney() =>
        Assert.Empty(Sources.Of("Jeongsan.Application")
            .Where(file => !file.Path.Contains("/Adapters/Popbill/", StringComparison.Ordinal) && !file.Path.Contains("/SupplierDesk/", StringComparison.Ordinal) && !file.Path.EndsWith("/OutboxTelemetry.cs", StringComparison.Ordinal))
            .SelectMany(file => file.Find(Fractional().IsMatch)));

    [Fact]
    public void Domain_HasNoFloatingPointAnywhere() =>
        Assert.Empty(Sources.Of("Jeongsan.Domain").SelectMany(file => file.Find(line => Fractional().Match(line).Value is "double" or "float" or "Half" or "Math.Pow")));

    [Fact]
    public void Files_AreAtMostFourHundredLines() =>
        Assert.Empty(Sources.All.Where(file => file.Lines.Count > FileLineCountMax).Select(file => $"{file.Path}: {file.Lines.Count}"));

    [Fact]
    public void Functions_AreAtMostSeventyLines() =>
        Assert.Empty(Sources.All.SelectMany(file => Functions.Of(file)
            .Where(function => function.LineCount > FunctionLineCountMax)
            .Select(function => $"{file.Path}:{function.Line}: {function.LineCount} lines: {function.Signature}")));

    [Fact]
    public void Names_SayWhatThingsAre() =>
        Assert.Empty(Sources.Product.SelectMany(file => file.Find(VagueName().IsMatch)));

    /// <summary>The scan must see something, or the other tests hold nothing.</summary>
    [Fact]
    public void Scan_SeesTheProductAndItsFunctions()
    {
        Assert.Contains(Sources.All, file => file.Path == "src/Jeongsan.Domain/Money/Won.cs");
        var lifecycle = Sources.All.Single(file => file.Path == "src/Jeongsan.Domain/Foundation/Lifecycle.cs");
        Assert.Contains(Functions.Of(lifecycle), function => function.Signature.Contains("Decide", StringComparison.Ordinal) && function.LineCount is > 10 and < 25);
    }

    /// <summary>Each rule finds what it forbids, in code and not in a text.</summary>
    [Theory]
    [InlineData("var now = DateTime.Now;", nameof(WallClock))]
    [InlineData("task.Wait();", nameof(BlockingWait))]
    [InlineData("var x = LoadAsync(id).Result;", nameof(BlockingWait))]
    [InlineData("double amount = 1;", nameof(Fractional))]
    [InlineData("internal sealed class MoneyHelper", nameof(VagueName))]
    public void Rules_OnForbiddenCode_FindIt(string code, string rule)
    {
        var regex = rule switch
        {
            nameof(WallClock) => WallClock(),
            nameof(BlockingWait) => BlockingWait(),
            nameof(Fractional) => Fractional(),
            _ => VagueName(),
        };
        Assert.Matches(regex, CodeText.Blank(code));
        Assert.DoesNotMatch(regex, CodeText.Blank($"var text = \"{code}\"; // {code}"));
    }

    [Fact]
    public void Functions_OfALongOne_CountItsLines()
    {
        string[] lines = ["public class A", "{", "    public int Long(", "        int x)", "    {", .. Enumerable.Repeat("        x++;", 80), "    }", "}"];
        var function = Assert.Single(Functions.Of(new SourceFile("src/A/A.cs", lines, lines)));
        Assert.Equal((3, 84), (function.Line, function.LineCount));
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bStopwatch\.StartNew\b|\bEnvironment\.TickCount")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"\.Wait\(\)|\bThread\.Sleep\b|\.GetAwaiter\(\)\.GetResult\(\)|\bTask\.WaitAll\b|\bTask\.WaitAny\b|Async\([^;]*\)\.Result\b")]
    private static partial Regex BlockingWait();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException|\bSkip\s*=\s*""")]
    private static partial Regex LeftToDo();

    [GeneratedRegex(@"\b(double|float|decimal|Half)\b|\bMath\.Pow\b")]
    private static partial Regex Fractional();

    [GeneratedRegex(@"\b(class|record|struct|interface)\s+\w*(Helper|Helpers|Manager|Util|Utils|Utility|Common)\b")]
    private static partial Regex VagueName();
}
