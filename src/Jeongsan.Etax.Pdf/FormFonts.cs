using System.Text;
using SkiaSharp;

namespace Jeongsan.Etax.Pdf;

/// <summary>The two weights of the form's font: whole for pictures, cut to what a document shows for PDFs.</summary>
internal sealed class FormFonts(SKTypeface regular, SKTypeface bold) : IDisposable
{
    private static readonly Lazy<TrueTypeFont> WholeRegular = new(() => new TrueTypeFont(Read("Pretendard-Regular.ttf")));
    private static readonly Lazy<TrueTypeFont> WholeBold = new(() => new TrueTypeFont(Read("Pretendard-Bold.ttf")));

    public SKTypeface Of(bool isBold) => isBold ? bold : regular;

    public static FormFonts Whole() => new(Load(Read("Pretendard-Regular.ttf")), Load(Read("Pretendard-Bold.ttf")));

    /// <summary>Only the characters of these pages.</summary>
    public static FormFonts CutFor(IEnumerable<FormPage> pages)
    {
        var (regular, bold) = (new HashSet<Rune>(), new HashSet<Rune>());
        foreach (var shape in pages.SelectMany(page => page.Shapes))
        {
            if (shape is FormShape.Letters letters) (letters.IsBold ? bold : regular).UnionWith(Printable(letters.Text).EnumerateRunes());
            else if (shape is FormShape.Mark mark) bold.UnionWith(Printable(mark.Text).EnumerateRunes());
        }
        return new(Load(FontSubset.Cut(WholeRegular.Value, regular)), Load(FontSubset.Cut(WholeBold.Value, bold)));
    }

    /// <summary>Composed syllables, and nothing that is not a character: lone surrogates and control characters become U+FFFD.</summary>
    public static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) printable.Append(Rune.IsControl(rune) ? "\uFFFD" : rune.ToString());
        return printable.ToString().Normalize(NormalizationForm.FormC);
    }

    public void Dispose()
    {
        regular.Dispose();
        bold.Dispose();
    }

    private static SKTypeface Load(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        return SKTypeface.FromData(data) ?? throw new System.Diagnostics.UnreachableException("This is not a font.");
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(FormFonts).Assembly.GetManifestResourceStream(name)!;
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return file;
    }
}
