using System.Security.Cryptography;
using System.Text;

namespace Jeongsan.Application.Storage.Sealing;

/// <summary>
/// Seals the keys that seal columns. It stands in a file apart from the database (<c>JEONGSAN_MASTER_KEY_FILE</c>), so that a copy of
/// the database alone shows no account number.
/// </summary>
internal sealed class MasterKey
{
    private readonly SealKey _key;

    private MasterKey(byte[] secret) => _key = new SealKey("master", secret);

    public static bool Exists(string path) => File.Exists(path);

    /// <exception cref="MasterKeyException">There is none, or it can't be read.</exception>
    public static MasterKey Read(string path)
    {
        try
        {
            var secret = Convert.FromBase64String(File.ReadAllText(path).Trim());
            return secret.Length == SealKey.SecretBytes ? new MasterKey(secret) : throw new MasterKeyException(path, MasterKeyProblem.Unreadable);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new MasterKeyException(path, MasterKeyProblem.Missing);
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyException(path, MasterKeyProblem.Unreadable);
        }
    }

    /// <summary>Makes the file, readable by this user only, unless it exists.</summary>
    /// <exception cref="MasterKeyException">It can't be written.</exception>
    public static void Make(string path)
    {
        if (File.Exists(path))
        {
            return;
        }
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            // Whole or not at all, also when the machine stops now: written beside it first.
            var draft = $"{path}.{Guid.NewGuid():N}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }
            using (var file = new FileStream(draft, options))
            {
                file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(SealKey.SecretBytes)) + "\n"));
                file.Flush(flushToDisk: true);
            }
            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(draft);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyException(path, MasterKeyProblem.Unwritable);
        }
    }

    public byte[] Wrap(byte[] secret) => _key.Encrypt(secret);

    /// <exception cref="CryptographicException">Another master key's.</exception>
    public byte[] Unwrap(byte[] wrapped) => _key.Decrypt(wrapped);
}

public enum MasterKeyProblem
{
    /// <summary>The database has sealed columns, and the file is not there.</summary>
    Missing,
    Unreadable,
    Unwritable,

    /// <summary>The database's keys were sealed with another one.</summary>
    Another,
}

/// <summary>The master key can't be used; nothing sealed can be read.</summary>
public sealed class MasterKeyException(string path, MasterKeyProblem problem) : Exception($"The master key {path} can't be used: {problem}.")
{
    public string Path => path;

    public MasterKeyProblem Problem => problem;
}
