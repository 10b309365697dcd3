using System.Numerics;
using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace Jeongsan.Etax.Fuzz;

/// <summary>Which branches the instrumented library took, as AFL counts them: 64 Ki counters, each in eight classes of how often.</summary>
internal sealed unsafe class Coverage : IDisposable
{
    private const int Size = 1 << 16;

    private readonly byte* map;
    private readonly byte[] seen = new byte[Size];

    public Coverage()
    {
        map = (byte*)NativeMemory.AllocZeroed(Size);
        Trace.SharedMem = map;
    }

    /// <summary>Branches taken so far by any input.</summary>
    public int BranchCount { get; private set; }

    public void Begin()
    {
        new Span<byte>(map, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>True when the run since <see cref="Begin"/> took a branch, or took one so many times, as no run before.</summary>
    public bool End()
    {
        var isNew = false;
        var words = new ReadOnlySpan<ulong>(map, Size / sizeof(ulong));
        for (var word = 0; word < words.Length; word++)
        {
            if (words[word] == 0) continue;
            for (var at = word * sizeof(ulong); at < (word + 1) * sizeof(ulong); at++)
            {
                if (map[at] == 0) continue;
                var bucket = (byte)(1 << BitOperations.Log2(map[at]));
                if ((seen[at] & bucket) != 0) continue;
                if (seen[at] == 0) BranchCount++;
                seen[at] |= bucket;
                isNew = true;
            }
        }
        return isNew;
    }

    public void Dispose()
    {
        // Instrumented code that still runs must not write into freed memory: the map stays until the process ends.
    }
}
