namespace Jeongsan.Application.Adapters.Failures;

/// <summary>Failures on order of something for trying out: each happens the next so many times, or until it is switched off. A restart forgets them.</summary>
public class CountedFailures<TKind> where TKind : struct, Enum
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKind, int?> _left = [];

    /// <summary>Kind → how often it still happens; null: until it is switched off.</summary>
    public IReadOnlyDictionary<TKind, int?> Left
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<TKind, int?>(_left);
            }
        }
    }

    /// <param name="times">Null: until it is switched off.</param>
    public void SwitchOn(TKind kind, int? times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times ?? 1, 1);
        lock (_gate)
        {
            _left[kind] = times;
        }
    }

    public void SwitchOff(TKind kind)
    {
        lock (_gate)
        {
            _left.Remove(kind);
        }
    }

    /// <summary>True when it happens now; counted.</summary>
    public bool Take(TKind kind)
    {
        lock (_gate)
        {
            if (!_left.TryGetValue(kind, out var left))
            {
                return false;
            }
            if (left == 1)
            {
                _left.Remove(kind);
            }
            else
            {
                _left[kind] = left - 1;
            }
            return true;
        }
    }
}
