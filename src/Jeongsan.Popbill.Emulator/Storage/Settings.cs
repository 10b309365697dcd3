using System.Globalization;

namespace Jeongsan.Popbill.Emulator.Storage;

internal static class Settings
{
    public static string? Get(EmulatorSession db, string name) => db.Text("SELECT value FROM settings WHERE name = $0", name);

    public static void Set(EmulatorSession db, string name, string value) =>
        db.Execute("INSERT INTO settings (name, value) VALUES ($0, $1) ON CONFLICT (name) DO UPDATE SET value = $1", name, value);

    /// <summary>1, 2, 3, … and never the same number twice.</summary>
    public static long Next(EmulatorSession db, string name)
    {
        var next = long.Parse(Get(db, name) ?? "0", CultureInfo.InvariantCulture) + 1;
        Set(db, name, next.ToString(CultureInfo.InvariantCulture));
        return next;
    }
}
