using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Jeongsan.Application.Storage.Sealing;

/// <summary>
/// Seals and opens what columns hold. Conversions of columns belong to the model, which all databases of a process share: so each
/// context says whose ring seals what it writes (<see cref="Under"/>), and what is read names its key itself.
/// </summary>
internal static class Seals
{
    private static readonly AsyncLocal<SealRing?> Writing = new();
    private static readonly ConcurrentDictionary<string, SealKey> Keys = new();
    private static readonly ConcurrentDictionary<SealRing, byte> Rings = new();

    public static void Know(SealRing ring) => Rings.TryAdd(ring, 0);

    public static void Know(SealKey key) => Keys.TryAdd(key.Id, key);

    public static void Forget(SealRing ring) => Rings.TryRemove(ring, out _);

    /// <summary>Until it is disposed, the ring's present key seals what this flow of control writes.</summary>
    public static Scope Under(SealRing ring)
    {
        var before = Writing.Value;
        Writing.Value = ring;
        return new Scope(before);
    }

    public static string Seal(string text) => Current.Seal(text);

    public static byte[] Seal(byte[] content) => Current.Seal(content);

    /// <summary>What was never sealed is returned as it is: rows of before.</summary>
    /// <exception cref="CryptographicException">Its key is unknown, or it was altered.</exception>
    public static string Open(string text) => SealKey.IdOf(text) is { } id ? Find(id).Open(text) : text;

    /// <inheritdoc cref="Open(string)"/>
    public static byte[] Open(byte[] content) => SealKey.IdOf(content) is { } id ? Find(id).Open(content) : content;

    private static SealKey Current => (Writing.Value ?? throw new InvalidOperationException("Nothing says whose key seals this: write through a context.")).Current;

    private static SealKey Find(string id)
    {
        if (Keys.TryGetValue(id, out var known))
        {
            return known;
        }
        // Another process has begun a new key since.
        foreach (var ring in Rings.Keys)
        {
            ring.Load();
        }
        return Keys.TryGetValue(id, out known) ? known : throw new CryptographicException($"The key {id} that a column is sealed with is not in the database.");
    }

    public readonly struct Scope(SealRing? before) : IDisposable
    {
        public void Dispose() => Writing.Value = before;
    }
}
