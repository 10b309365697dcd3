using System.IO.Compression;
using System.Text;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Requests;

/// <param name="Content">A ZIP; the file goes with its stream.</param>
/// <param name="Partner">Whose data it is.</param>
public sealed record ExportedPartner(Stream Content, string FileName, PartnerId Partner);

/// <summary>열람 자료: all that is held of one partner as one ZIP, JSON for programs and one page for people. Taken only for an access whose asker is known.</summary>
public sealed class ExportPartner(Store store)
{
    private const int BufferSize = 64 * 1024;

    /// <remarks>Refused: NotFound, NotInState.</remarks>
    public async Task<Outcome<ExportedPartner>> HandleAsync(Tenant tenant, Actor actor, SubjectRequestId id, CancellationToken ct)
    {
        var noted = await store.CommandAsync<SubjectRequest>(tenant, actor, async work =>
        {
            if (await work.Db.Set<SubjectRequest>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } request)
            {
                return new StoredRefusal.NotFound(SubjectRequestWork.Subject, id.Value);
            }
            var taken = request.NoteExport(work.Now);
            if (taken.IsRefused)
            {
                return taken.Refusal;
            }
            work.Record(SubjectRequestWork.Subject, id.Value, "SubjectDataExported");
            return request;
        }, ct);
        if (noted.IsRefused)
        {
            return noted.Refusal;
        }
        await using var db = store.Read(tenant);
        var partner = noted.Value.PartnerId;
        var found = await db.Set<Partner>().SingleAsync(row => row.Id == partner, ct);
        return new ExportedPartner(await FileAsync(db, found, await store.NowAsync(tenant, ct), ct), $"personal-data-{id}.zip", partner);
    }

    private static async Task<Stream> FileAsync(JeongsanContext db, Partner partner, DateTimeOffset at, CancellationToken ct)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, BufferSize, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
            await using (zip)
            {
                await new PartnerExport(db, zip, partner, at).WriteAsync(ct);
            }
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
        file.Position = 0;
        return file;
    }
}
