using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Application.Sheets;

/// <summary>Writes down who took which columns out as a file.</summary>
public sealed class NoteSheet(Store store)
{
    public Task<Outcome<Done>> HandleAsync(Tenant tenant, Actor actor, string sheet, IReadOnlyList<string> columns, CancellationToken ct) =>
        store.CommandAsync<Done>(tenant, actor, work =>
        {
            work.Record("Sheet", sheet, "SheetDownloaded", why: string.Join(", ", columns));
            return Task.FromResult<Outcome<Done>>(new Done());
        }, ct);
}
