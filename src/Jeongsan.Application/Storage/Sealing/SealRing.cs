using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Storage.Sealing;

/// <summary>The keys of one database, and which of them seals what is written now.</summary>
public sealed class SealRing : IDisposable
{
    /// <summary>A process looks for a new key at least so often when it writes.</summary>
    internal static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(20);

    private readonly ContextFactory _contexts;
    private readonly string _masterPath;
    private readonly Lock _loading = new();
    private volatile IReadOnlyList<SealKey> _keys = [];
    private long _loadedAt;

    internal SealRing(ContextFactory contexts, string masterPath)
    {
        (_contexts, _masterPath) = (contexts, masterPath);
        Seals.Know(this);
    }

    /// <summary>The newest key first.</summary>
    internal IReadOnlyList<SealKey> Keys
    {
        get
        {
            if (_keys.Count == 0)
            {
                Load();
            }
            return _keys;
        }
    }

    internal SealKey Current
    {
        get
        {
            // One looks, the others go on with what they have.
            if (_keys.Count > 0 && Stopwatch.GetElapsedTime(Volatile.Read(ref _loadedAt)) > LookAgain && _loading.TryEnter())
            {
                try
                {
                    Load();
                }
                finally
                {
                    _loading.Exit();
                }
            }
            return Keys.Count > 0 ? _keys[0] : throw new InvalidOperationException("The database has no key yet: it is made with the tables.");
        }
    }

    /// <summary>How a text may stand in a sealed column: once for each key.</summary>
    internal string[] FormsOf(string text) => [.. Keys.Select(key => key.Seal(text))];

    /// <summary>Makes the first key, and the master key with it.</summary>
    /// <returns>False when the database has keys.</returns>
    /// <exception cref="MasterKeyException">The database has keys, and the master key doesn't open them.</exception>
    internal async Task<bool> BeginAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var db = _contexts.CreateForAll();
        if (await db.Set<DataKey>().AnyAsync(ct))
        {
            Load();
            return false;
        }
        MasterKey.Make(_masterPath);
        await AddKeyAsync(now, ct);
        return true;
    }

    /// <summary>From now on this process seals with a new key, the others do within <see cref="LookAgain"/>.</summary>
    internal async Task<DataKey> AddKeyAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var db = _contexts.CreateForAll();
        var last = await db.Set<DataKey>().MaxAsync(stored => (DateTimeOffset?)stored.CreatedAt, ct);
        var key = new DataKey
        {
            Id = SealKey.NewId(),
            // Later than every other, whatever the clock says: the newest is the one that seals.
            CreatedAt = last is { } before && before >= now ? before.AddMilliseconds(1) : now,
            Wrapped = MasterKey.Read(_masterPath).Wrap(RandomNumberGenerator.GetBytes(SealKey.SecretBytes)),
        };
        db.Add(key);
        await db.SaveChangesAsync(ct);
        Load();
        return key;
    }

    internal void Load()
    {
        lock (_loading)
        {
            using var db = _contexts.CreateForAll();
            var stored = db.Set<DataKey>().AsNoTracking().OrderByDescending(key => key.CreatedAt).ThenByDescending(key => key.Id).ToList();
            var known = _keys.ToDictionary(key => key.Id);
            MasterKey? master = null;
            _keys = [.. stored.Select(key => known.GetValueOrDefault(key.Id) ?? Unwrapped(master ??= MasterKey.Read(_masterPath), key))];
            foreach (var key in _keys)
            {
                Seals.Know(key);
            }
            Volatile.Write(ref _loadedAt, Stopwatch.GetTimestamp());
        }
    }

    public void Dispose() => Seals.Forget(this);

    private SealKey Unwrapped(MasterKey master, DataKey key)
    {
        try
        {
            return new SealKey(key.Id, master.Unwrap(key.Wrapped));
        }
        catch (CryptographicException)
        {
            throw new MasterKeyException(_masterPath, MasterKeyProblem.Another);
        }
    }
}
