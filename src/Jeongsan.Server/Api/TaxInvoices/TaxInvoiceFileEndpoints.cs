using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.TaxInvoices;

/// <summary>세금계산서의 파일: announced, uploaded, attached to a draft.</summary>
internal static class TaxInvoiceFileEndpoints
{
    /// <summary>What is larger is cut off.</summary>
    private const int DrainedBytesMax = 4 * AttachmentFiles.SizeBytesMax;

    private const string One = "/b2b/tax-invoices/{taxInvoiceKey}";

    public static void MapTaxInvoiceFiles(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("세금계산서");
        routes.MapPost("/b2b/file-upload-url", CreateB2bFileUploadUrl).Needs(PersonRight.Edit).Refuses<CreateB2bFileUploadUrlError>();
        routes.MapPost(One + "/attach-file", AttachB2bTaxInvoiceFile).Needs(PersonRight.Edit).Refuses<AttachB2bTaxInvoiceFileError>();
        routes.MapGet(One + "/attachments", GetB2bTaxInvoiceAttachments).Needs(PersonRight.See).Refuses<GetB2bTaxInvoiceAttachmentsError>();
        routes.MapDelete(One + "/attachments/{attachmentId}", DeleteB2bTaxInvoiceAttachment).Needs(PersonRight.Edit).Refuses<DeleteB2bTaxInvoiceAttachmentError>();
    }

    /// <summary>Where files are sent to: the address itself is the authorization.</summary>
    public static void MapUploads(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPut("/uploads/{token}", PutFileAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<Answer<CreateB2bFileUploadUrlPayload>> CreateB2bFileUploadUrl(
        ApiCall<CreateB2bFileUploadUrlBody> call, UploadFile upload, SealedLinks links, CancellationToken ct)
    {
        var announced = await upload.AnnounceAsync(call.Tenant, call.Actor, call.Body.FileName, ct);
        return announced.Answer(
            file => new CreateB2bFileUploadUrlPayload { FileId = file.Id.Value, Url = links.Upload(call.Tenant, file.Id).AbsoluteUri }, TaxInvoiceRefusals.OfFile);
    }

    private static async Task<IResult> PutFileAsync(HttpContext http, string token, UploadFile upload, SealedLinks links, CancellationToken ct)
    {
        if (links.OpenUpload(token) is not { } link)
        {
            return new ErrorAnswer(new UploadLinkDeadError());
        }
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = DrainedBytesMax;
        }
        if (await ReadAsync(http.Request.Body, ct) is not { } content)
        {
            return new ErrorAnswer(TaxInvoiceRefusals.OfFile(new AttachmentRefusal.TooLarge(AttachmentFiles.SizeBytesMax)));
        }
        var stored = await upload.StoreAsync(link.Tenant, link.File, content, ct);
        return stored.IsRefused ? new ErrorAnswer(TaxInvoiceRefusals.OfFile(stored.Refusal)) : Results.Ok();
    }

    /// <summary>Null when it is too large: then it is read to its end without being kept, because senders read no answer before they have sent all.</summary>
    private static async Task<byte[]?> ReadAsync(Stream body, CancellationToken ct)
    {
        using var content = new MemoryStream();
        var chunk = new byte[16 * 1024];
        var isTooLarge = false;
        int read;
        while ((read = await body.ReadAsync(chunk, ct)) > 0)
        {
            isTooLarge |= content.Length + read > AttachmentFiles.SizeBytesMax;
            if (!isTooLarge)
            {
                content.Write(chunk, 0, read);
            }
        }
        return isTooLarge ? null : content.ToArray();
    }

    private static async Task<Answer<Nothing>> AttachB2bTaxInvoiceFile(
        ApiCall<AttachB2bTaxInvoiceFileBody> call, string taxInvoiceKey, [AsParameters] TaxInvoiceKeyQuery key, Store store, AttachFile attach, CancellationToken ct)
    {
        if (await TaxInvoiceLookup.FindAsync(call.Tenant, taxInvoiceKey, key, store, ct) is not { } found)
        {
            return new B2bTaxInvoiceNotFoundError();
        }
        var attached = await attach.AttachAsync(call.Tenant, call.Actor, found.Id, UploadedFileId.From(call.Body.FileId), ct);
        return attached.Answer(_ => new Nothing(), TaxInvoiceRefusals.OfFile);
    }

    private static async Task<Answer<GetB2bTaxInvoiceAttachmentsResponse>> GetB2bTaxInvoiceAttachments(
        ApiCall call, string taxInvoiceKey, [AsParameters] TaxInvoiceKeyQuery key, Store store, CancellationToken ct)
    {
        if (await TaxInvoiceLookup.FindAsync(call.Tenant, taxInvoiceKey, key, store, ct) is not { } found)
        {
            return new B2bTaxInvoiceNotFoundError();
        }
        await using var db = store.Read(call.Tenant);
        var attached = await db.Set<TaxInvoiceAttachment>().Where(row => row.TaxInvoiceId == found.Id).OrderBy(row => row.Id).ToListAsync(ct);
        return new GetB2bTaxInvoiceAttachmentsResponse
        {
            Attachments = [.. attached.Select(row => new B2bTaxInvoiceAttachment { Id = row.Id.Value, Name = row.Name, AttachedAt = row.AttachedAt })],
        };
    }

    private static async Task<Answer<Nothing>> DeleteB2bTaxInvoiceAttachment(
        ApiCall call, string taxInvoiceKey, string attachmentId, [AsParameters] TaxInvoiceKeyQuery key, Store store, AttachFile attach, CancellationToken ct)
    {
        if (await TaxInvoiceLookup.FindAsync(call.Tenant, taxInvoiceKey, key, store, ct) is not { } found)
        {
            return new B2bTaxInvoiceNotFoundError();
        }
        var detached = await attach.DetachAsync(call.Tenant, call.Actor, found.Id, AttachmentId.From(attachmentId), ct);
        return detached.Answer(_ => new Nothing(), TaxInvoiceRefusals.OfFile);
    }
}

[ErrorType("UPLOAD_LINK_DEAD", 403, "파일을 올릴 수 없는 주소예요. 기한(30분)이 지났다면 새 업로드 주소를 받아 주세요.")]
internal sealed record UploadLinkDeadError : ApiError;
