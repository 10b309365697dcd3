namespace Jeongsan.Server.Console.Theme;

/// <summary>The colours of one theme. Everything that is coloured anywhere takes one of these; text on its ground meets WCAG AA.</summary>
internal sealed record Palette
{
    public required string Canvas { get; init; }
    public required string Surface { get; init; }
    public required string Sunken { get; init; }
    public required string Line { get; init; }
    public required string Ink { get; init; }
    public required string InkSoft { get; init; }
    public required string Accent { get; init; }
    public required string AccentInk { get; init; }
    public required string AccentSoft { get; init; }
    public required string Grey { get; init; }
    public required string GreySoft { get; init; }
    public required string Amber { get; init; }
    public required string AmberSoft { get; init; }
    public required string Blue { get; init; }
    public required string BlueSoft { get; init; }
    public required string Green { get; init; }
    public required string GreenSoft { get; init; }
    public required string Red { get; init; }
    public required string RedSoft { get; init; }

    internal static Palette Light { get; } = new()
    {
        Canvas = "#f5f6f8",
        Surface = "#ffffff",
        Sunken = "#eef0f3",
        Line = "#dde1e7",
        Ink = "#1b1f27",
        InkSoft = "#5a6270",
        Accent = "#1f57d6",
        AccentInk = "#ffffff",
        AccentSoft = "#e6edfc",
        Grey = "#535b68",
        GreySoft = "#eceef1",
        Amber = "#8a5300",
        AmberSoft = "#fdf0d5",
        Blue = "#1b4fc4",
        BlueSoft = "#e3ecfd",
        Green = "#14683a",
        GreenSoft = "#def3e6",
        Red = "#b3261e",
        RedSoft = "#fce5e3",
    };

    internal static Palette Dark { get; } = new()
    {
        Canvas = "#14161a",
        Surface = "#1c1f25",
        Sunken = "#23272f",
        Line = "#343a45",
        Ink = "#e8eaee",
        InkSoft = "#a4acb9",
        Accent = "#82abff",
        AccentInk = "#0c1526",
        AccentSoft = "#22304d",
        Grey = "#b4bbc6",
        GreySoft = "#2c313a",
        Amber = "#f0b95a",
        AmberSoft = "#3a2e16",
        Blue = "#8fb4ff",
        BlueSoft = "#203052",
        Green = "#74d29b",
        GreenSoft = "#17352a",
        Red = "#ff9c93",
        RedSoft = "#45211f",
    };

    /// <summary>The same names as CSS variables: <c>InkSoft</c> becomes <c>--ink-soft</c>.</summary>
    internal string ToCss() => string.Concat(typeof(Palette).GetProperties()
        .Where(property => property.PropertyType == typeof(string))
        .Select(property => $"--{Kebab(property.Name)}:{property.GetValue(this)};"));

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, index) => index > 0 && char.IsUpper(letter) ? $"-{letter}" : $"{letter}")).ToLowerInvariant();
}
