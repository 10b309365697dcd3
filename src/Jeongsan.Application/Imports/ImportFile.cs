using System.Security.Cryptography;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Imports;

/// <param name="Id">Chosen by the caller, who can then ask how far it has come; null for a new one.</param>
/// <param name="Again">Import content that was imported before.</param>
public sealed record ImportUpload(ImportKind Kind, byte[] Content, string? FileName, string? Id = null, bool Again = false);

/// <summary>가져오기: a file of orders, corrections or partners, looked through first and then taken whole or not at all.</summary>
public sealed class ImportFile(Store store, ImportSets sets, ImportProgress progress)
{
    public const string Subject = "Import";

    /// <summary>Rows that are looked at together.</summary>
    private const int SetCountMax = 2_000;

    /// <summary>What would come of it, with all mistakes. Nothing is kept.</summary>
    public async Task<Outcome<ImportPreview>> PreviewAsync(Tenant tenant, Actor actor, ImportUpload upload, CancellationToken ct)
    {
        progress.Report(tenant, upload.Id, new ImportStep(ImportStage.Reading, 0, 0));
        try
        {
            var read = await ReadAsync(tenant, upload, ct);
            return read.IsRefused ? read.Refusal : await CheckAsync(tenant, actor, upload, read.Value, ct);
        }
        finally
        {
            progress.End(tenant, upload.Id);
        }
    }

    /// <summary>All of it in one transaction, or <see cref="ImportRefusal.Wrong"/> with all mistakes.</summary>
    public async Task<Outcome<ImportRecord>> ImportAsync(Tenant tenant, Actor actor, ImportUpload upload, CancellationToken ct)
    {
        if (CallerIds.Check(Subject, upload.Id) is { } unusable)
        {
            return unusable;
        }
        if (upload.FileName?.Length > ImportLimits.FileNameLengthMax)
        {
            return new ImportRefusal.FileNameTooLong(ImportLimits.FileNameLengthMax);
        }
        progress.Report(tenant, upload.Id, new ImportStep(ImportStage.Reading, 0, 0));
        try
        {
            var read = await ReadAsync(tenant, upload, ct);
            if (read.IsRefused)
            {
                return read.Refusal;
            }
            var (reader, set, rowCount) = read.Value;
            if (reader.ProblemCount > 0)
            {
                var checkedNow = await CheckAsync(tenant, actor, upload, read.Value, ct);
                return new ImportRefusal.Wrong(checkedNow.Value);
            }
            var hash = Convert.ToHexStringLower(SHA256.HashData(upload.Content));
            var imported = await store.CommandAsync<ImportRecord>(tenant, actor, work => WriteAsync(work, upload, set, hash, rowCount, ct), ct);
            return imported.Refusal is SetRefused refused ? new ImportRefusal.Wrong(Preview(read.Value, refused.Problems)) : imported;
        }
        finally
        {
            progress.End(tenant, upload.Id);
        }
    }

    private async Task<Outcome<ImportRecord>> WriteAsync(Work work, ImportUpload upload, ImportSet set, string hash, int rowCount, CancellationToken ct)
    {
        if (upload.Id is { } own && await work.Db.Set<ImportRecord>().AnyAsync(row => row.Id == own, ct))
        {
            return new StoredRefusal.AlreadyExists(Subject, own);
        }
        var kind = upload.Kind;
        if (!upload.Again && await work.Db.Set<ImportRecord>().FirstOrDefaultAsync(row => row.Kind == kind && row.Guard == hash, ct) is { } before)
        {
            return new ImportRefusal.AlreadyImported(before.Id, before.ImportedAt);
        }
        var id = upload.Id ?? work.NewId("import");
        if (await set.BeginAsync(work, id, upload.FileName, ct) is { } unusable)
        {
            return unusable;
        }
        var problems = new List<ImportProblem>();
        for (var start = 0; start < set.Count; start += SetCountMax)
        {
            progress.Report(work.Tenant, upload.Id, new ImportStep(ImportStage.Writing, start, set.Count));
            problems.AddRange(await set.WriteAsync(work, start, Math.Min(SetCountMax, set.Count - start), problems.Count == 0, ct));
        }
        if (problems.Count > 0)
        {
            return new SetRefused(problems);
        }
        var record = new ImportRecord
        {
            MerchantId = work.Tenant.Merchant,
            Mode = work.Tenant.Mode,
            Id = id,
            Kind = kind,
            FileName = upload.FileName,
            Guard = upload.Again ? $"{hash}/{id}" : hash,
            RowCount = rowCount,
            ItemCount = set.Count,
            ActorKind = work.Actor.Kind,
            ActorId = work.Actor.Id,
            ImportedAt = work.Now,
        };
        work.Db.Add(record);
        work.Record(Subject, id, "FileImported", to: kind.ToString());
        return record;
    }

    private async Task<Outcome<ImportPreview>> CheckAsync(Tenant tenant, Actor actor, ImportUpload upload, Reading read, CancellationToken ct)
    {
        var problems = new List<ImportProblem>();
        for (var start = 0; start < read.Set.Count; start += SetCountMax)
        {
            progress.Report(tenant, upload.Id, new ImportStep(ImportStage.Checking, start, read.Set.Count));
            var from = start;
            var checkedNow = await store.CommandAsync<Done>(
                tenant, actor, async work => new SetRefused(await read.Set.CheckAsync(work, from, Math.Min(SetCountMax, read.Set.Count - from), ct)), ct);
            problems.AddRange(((SetRefused)checkedNow.Refusal!).Problems);
        }
        return Preview(read, problems);
    }

    private async Task<Outcome<Reading>> ReadAsync(Tenant tenant, ImportUpload upload, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        var settings = await PlatformSettings.ReadAsync(db, ct);
        return TableFile.Read(upload.Content, ct).Then(table => RowReader.Of(table, ImportForm.ColumnsOf(upload.Kind))
            .Then<Reading>(reader => new Reading(reader, sets.Read(upload.Kind, reader, settings), table.Rows.Count) { Table = table }));
    }

    private static ImportPreview Preview(Reading read, IReadOnlyList<ImportProblem> found)
    {
        IReadOnlyList<ImportProblem> all = [.. read.Reader.Problems.Concat(found).OrderBy(problem => problem.Row)];
        return new ImportPreview(
            read.RowCount,
            read.Set.Count,
            read.Reader.ProblemCount + found.Count,
            [.. all.Take(ImportLimits.ProblemCountMax)],
            read.Table.Columns,
            [.. read.Table.Rows.Take(ImportLimits.ShownRowCountMax)]);
    }

    private sealed record Reading(RowReader Reader, ImportSet Set, int RowCount)
    {
        public required Table Table { get; init; }
    }

    /// <summary>Undoes the command, and carries what was found.</summary>
    private sealed record SetRefused(IReadOnlyList<ImportProblem> Problems) : Refusal;
}
