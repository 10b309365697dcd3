using System.Text.RegularExpressions;
using Xunit;

namespace Jeongsan.Architecture.Tests;

/// <summary>접속기록: what the console shows of a person is written down. (Of the API, the contracts say it: see the server's own tests.)</summary>
public sealed partial class AccessLogTests
{
    /// <summary>Pages that show what the person has just brought along.</summary>
    private static readonly Dictionary<string, string> NotOfPartners = new(StringComparer.Ordinal)
    {
        ["BankFiles/ResultTable.razor"] = "rows of a file that the person has just uploaded, masked",
        ["Team/PeoplePage.razor"] = "the platform's own people, not those of a partner",
    };

    private static string Console { get; } = Path.Combine(Sources.Root, "src", "Jeongsan.Server", "Console");

    [Fact]
    public void Pages_ThatShowPersonalData_WriteDownWhoSeesIt()
    {
        var pages = Directory.EnumerateFiles(Console, "*.razor", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(Console, file).Replace('\\', '/'), File.ReadAllText);
        var showing = pages.Where(page => PersonalData().IsMatch(page.Value) && !NotOfPartners.ContainsKey(page.Key)).ToList();
        Assert.True(showing.Count >= 6, "The words that tell personal data find hardly a page any more.");

        var silent = showing.Where(page => !WritesDown(page.Value) && !Users(pages, page.Key).All(user => WritesDown(user.Value))).Select(page => page.Key);
        Assert.Empty(silent);
        Assert.All(NotOfPartners.Keys, page => Assert.Matches(PersonalData(), pages[page]));
    }

    [Fact]
    public void Files_OfTheConsole_SayWhatPersonalDataTheyHold()
    {
        var files = Sources.Of("Jeongsan.Server").Where(file => file.Path.Contains("/Console/", StringComparison.Ordinal) && file.Path.EndsWith("Download.cs", StringComparison.Ordinal) || file.Path.EndsWith("Downloads.cs", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count >= 8);
        Assert.All(files, file => Assert.Contains(file.Code, line => line.Contains(".NotesAccess(", StringComparison.Ordinal)));
    }

    private static bool WritesDown(string page) => page.Contains("<Noted ", StringComparison.Ordinal) || page.Contains("Log.NoteAsync(", StringComparison.Ordinal);

    /// <summary>A component is shown by pages; at least one.</summary>
    private static IReadOnlyList<KeyValuePair<string, string>> Users(Dictionary<string, string> pages, string component)
    {
        var tag = $"<{Path.GetFileNameWithoutExtension(component)} ";
        var users = pages.Where(page => page.Value.Contains(tag, StringComparison.Ordinal)).ToList();
        return users.Count > 0 ? users : [new(component, "")];
    }

    [GeneratedRegex(@"@[\w.!?()]*\b(Contact\??\.|Account\.Number|Account\.Holder|MaskedAccount\(|FoundHolder|RepresentativeName|CompanyAddress|Birthdate|\.Email\b|Masked\(|open\.To\b)")]
    private static partial Regex PersonalData();
}
