using System.Collections.Concurrent;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Application.Imports;

public enum ImportStage
{
    Reading = 0,
    Checking,
    Writing,
}

/// <param name="ItemCount">0 while it is not known.</param>
public sealed record ImportStep(ImportStage Stage, int DoneCount, int ItemCount);

/// <summary>How far the imports of this process have come.</summary>
public sealed class ImportProgress
{
    private readonly ConcurrentDictionary<(Tenant, string), ImportStep> _steps = new();

    public ImportStep? Find(Tenant tenant, string id) => _steps.GetValueOrDefault((tenant, id));

    internal void Report(Tenant tenant, string? id, ImportStep step)
    {
        if (id is not null)
        {
            _steps[(tenant, id)] = step;
        }
    }

    internal void End(Tenant tenant, string? id)
    {
        if (id is not null)
        {
            _steps.TryRemove((tenant, id), out _);
        }
    }
}
