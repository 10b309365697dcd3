using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>Files come in two steps: announced by name with the API's authorization, then sent to an address that only takes this one.</summary>
public sealed class UploadFile(Store store)
{
    internal const string Subject = "UploadedFile";

    public Task<Outcome<UploadedFile>> AnnounceAsync(Tenant tenant, Actor actor, string name, CancellationToken ct) =>
        store.CommandAsync<UploadedFile>(tenant, actor, work =>
        {
            if (AttachmentFiles.CheckName(name) is { } refusal)
            {
                return Task.FromResult<Outcome<UploadedFile>>(refusal);
            }
            var file = new UploadedFile
            {
                MerchantId = work.Tenant.Merchant,
                Mode = work.Tenant.Mode,
                Id = new UploadedFileId(work.NewId("file")),
                Name = name,
                CreatedAt = work.RealNow,
            };
            work.Db.Add(file);
            return Task.FromResult<Outcome<UploadedFile>>(file);
        }, ct);

    /// <summary>May be repeated until it is attached: a broken upload is sent again.</summary>
    public Task<Outcome<Done>> StoreAsync(Tenant tenant, UploadedFileId id, byte[] content, CancellationToken ct) =>
        store.CommandAsync<Done>(tenant, Actor.System, async work =>
        {
            if (await work.Db.Set<UploadedFile>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } file)
            {
                return new AttachmentRefusal.FileNotFound(id);
            }
            if (AttachmentFiles.CheckContent(file.Name, content) is { } refusal)
            {
                return refusal;
            }
            if (await work.Db.Set<TaxInvoiceAttachment>().AnyAsync(row => row.FileId == id, ct))
            {
                return new AttachmentRefusal.InUse(id);
            }
            (file.Content, file.SizeBytes, file.UploadedAt) = (content, content.Length, work.RealNow);
            return new Done();
        }, ct);
}

/// <summary>첨부: puts an uploaded file on a draft, and takes it off again. The ASP gets the files with the document.</summary>
public sealed class AttachFile(Store store)
{
    public Task<Outcome<TaxInvoiceAttachment>> AttachAsync(Tenant tenant, Actor actor, TaxInvoiceId id, UploadedFileId fileId, CancellationToken ct) =>
        store.CommandAsync<TaxInvoiceAttachment>(tenant, actor, async work =>
        {
            var noted = await NoteAsync(work, id, ct);
            if (noted.IsRefused)
            {
                return noted.Refusal;
            }
            if (await work.Db.Set<UploadedFile>().Where(row => row.Id == fileId && row.UploadedAt != null).Select(row => new { row.Name, row.SizeBytes }).SingleOrDefaultAsync(ct) is not { } file)
            {
                return new AttachmentRefusal.FileNotFound(fileId);
            }
            var present = await work.Db.Set<TaxInvoiceAttachment>().Where(row => row.TaxInvoiceId == id).ToListAsync(ct);
            if (present.Find(row => row.FileId == fileId) is { } again)
            {
                return again;
            }
            if (present.Count >= AttachmentFiles.CountMax)
            {
                return new AttachmentRefusal.TooMany(AttachmentFiles.CountMax);
            }
            var attachment = new TaxInvoiceAttachment
            {
                MerchantId = work.Tenant.Merchant,
                Mode = work.Tenant.Mode,
                Id = new AttachmentId(work.NewId("attachment")),
                TaxInvoiceId = id,
                FileId = fileId,
                Name = file.Name,
                SizeBytes = file.SizeBytes,
                AttachedAt = work.Now,
            };
            work.Db.Add(attachment);
            work.Record(TaxInvoiceWork.Subject, id.Value, "FileAttached", why: file.Name);
            return attachment;
        }, ct);

    public Task<Outcome<Done>> DetachAsync(Tenant tenant, Actor actor, TaxInvoiceId id, AttachmentId attachmentId, CancellationToken ct) =>
        store.CommandAsync<Done>(tenant, actor, async work =>
        {
            var noted = await NoteAsync(work, id, ct);
            if (noted.IsRefused)
            {
                return noted;
            }
            if (await work.Db.Set<TaxInvoiceAttachment>().SingleOrDefaultAsync(row => row.Id == attachmentId && row.TaxInvoiceId == id, ct) is not { } attachment)
            {
                return new AttachmentRefusal.NotFound(attachmentId);
            }
            work.Db.Remove(attachment);
            work.Record(TaxInvoiceWork.Subject, id.Value, "FileDetached", why: attachment.Name);
            return new Done();
        }, ct);

    private static async Task<Outcome<Done>> NoteAsync(Work work, TaxInvoiceId id, CancellationToken ct)
    {
        var found = await work.FindInvoiceAsync(id, ct);
        return found.Then<Done>(invoice => invoice.NoteAttachments());
    }
}

/// <summary>Throws away what was announced or uploaded a day ago and is attached to nothing.</summary>
internal sealed class ForgetFiles(Store store, TimeProvider time) : DueStep
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    public override int Order => 90;

    public override async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        var before = time.GetUtcNow() - KeptFor;
        await using (var db = store.Read(tenant))
        {
            if (!await Old(db, before).AnyAsync(ct))
            {
                return;
            }
        }
        await store.CommandAsync<Done>(tenant, Actor.System, async work =>
        {
            await Old(work.Db, before).ExecuteDeleteAsync(ct);
            return new Done();
        }, ct);
    }

    private static IQueryable<UploadedFile> Old(JeongsanContext db, DateTimeOffset before) => db.Set<UploadedFile>()
        .Where(file => file.CreatedAt < before && !db.Set<TaxInvoiceAttachment>().Any(attachment => attachment.FileId == file.Id));
}
