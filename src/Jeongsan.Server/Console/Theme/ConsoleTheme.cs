using MudBlazor;

namespace Jeongsan.Server.Console.Theme;

/// <summary>Turns the two palettes into what MudBlazor and our own style sheets read.</summary>
internal static class ConsoleTheme
{
    internal const string FontFamily = "Pretendard Variable";

    /// <summary>Served as a style sheet: the chosen theme wins over the system's, the system's over light.</summary>
    internal static string TokensCss { get; } =
        $":root{{color-scheme:light;{Palette.Light.ToCss()}}}\n"
        + $"@media (prefers-color-scheme:dark){{:root:not([data-theme=\"light\"]){{color-scheme:dark;{Palette.Dark.ToCss()}}}}}\n"
        + $":root[data-theme=\"dark\"]{{color-scheme:dark;{Palette.Dark.ToCss()}}}\n";

    internal static MudTheme Mud { get; } = new()
    {
        PaletteLight = Fill(new PaletteLight(), Palette.Light),
        PaletteDark = Fill(new PaletteDark(), Palette.Dark),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = [FontFamily, "Noto Sans CJK KR", "sans-serif"], FontSize = "0.9375rem", LineHeight = "1.5" },
            Button = new ButtonTypography { FontFamily = [FontFamily, "Noto Sans CJK KR", "sans-serif"], FontSize = "0.9375rem", FontWeight = "600", TextTransform = "none", LineHeight = "1.5" },
        },
    };

    private static T Fill<T>(T mud, Palette palette) where T : MudBlazor.Palette
    {
        mud.Primary = palette.Accent;
        mud.PrimaryContrastText = palette.AccentInk;
        mud.Background = palette.Canvas;
        mud.Surface = palette.Surface;
        mud.TextPrimary = palette.Ink;
        mud.TextSecondary = palette.InkSoft;
        mud.ActionDefault = palette.InkSoft;
        mud.LinesDefault = palette.Line;
        mud.LinesInputs = palette.InkSoft;
        mud.Divider = palette.Line;
        mud.TableLines = palette.Line;
        mud.Success = palette.Green;
        mud.Warning = palette.Amber;
        mud.Error = palette.Red;
        mud.Info = palette.Blue;
        mud.DrawerBackground = palette.Surface;
        mud.DrawerText = palette.Ink;
        mud.AppbarBackground = palette.Surface;
        mud.AppbarText = palette.Ink;
        return mud;
    }
}
