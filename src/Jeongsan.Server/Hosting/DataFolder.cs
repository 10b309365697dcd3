namespace Jeongsan.Server.Hosting;

/// <summary>The folder of everything that must survive, held by one server process at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(FileStream held, string owner)
    {
        _lock = held;
        Owner = owner;
    }

    /// <summary>Names this folder's process in the outbox; the same after a restart.</summary>
    public string Owner { get; }

    /// <exception cref="SettingException">Another server holds it.</exception>
    public static DataFolder Open(string folder)
    {
        Directory.CreateDirectory(folder);
        FileStream held;
        try
        {
            held = new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new SettingException("JEONGSAN_DATA", $"'{folder}' 폴더를 다른 정산 서버가 쓰고 있습니다. 그 서버를 끝내거나 다른 폴더를 지정해 주세요.");
        }
        var idFile = Path.Combine(folder, "instance-id");
        if (!File.Exists(idFile))
        {
            File.WriteAllText(idFile, Guid.NewGuid().ToString("N"));
        }
        return new DataFolder(held, File.ReadAllText(idFile).Trim());
    }

    public void Dispose() => _lock.Dispose();
}
