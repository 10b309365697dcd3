using Jeongsan.Application.BankFiles;
using Jeongsan.Application.People;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Privacy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.BankFiles;

/// <summary>이체 파일: how payouts leave, the files for the bank's site, and what the bank made of them.</summary>
internal static class BankFileEndpoints
{
    public static void MapBankFiles(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform").WithTags("이체 파일 (자체 API)");
        routes.MapGet("/payout-sending", GetPayoutSending).Needs(PersonRight.See).Refuses<GetBankFilesError>();
        routes.MapPut("/payout-sending", SetPayoutSending).Needs(PersonRight.Edit).Refuses<SetPayoutSendingError>();
        routes.MapGet("/bank-file-layouts", GetBankFileLayouts).Needs(PersonRight.See).Refuses<GetBankFilesError>();
        routes.MapGet("/bank-files", GetBankFiles).Needs(PersonRight.See).Refuses<GetBankFilesError>();
        routes.MapGet("/bank-files/{id}", GetBankFile).Needs(PersonRight.See).Refuses<GetBankFileError>();
        routes.MapGet("/bank-files/{id}/content", DownloadBankFile).Needs(PersonRight.Download).Shows(PersonalDataItem.BankAccount).Refuses<DownloadBankFileError>();
        routes.MapPost("/bank-files/{id}/results/preview", PreviewBankFileResult).Needs(PersonRight.ExecutePayout).Refuses<PreviewBankFileResultError>();
        routes.MapPost("/bank-files/{id}/results", ReadBankFileResult).Needs(PersonRight.ExecutePayout).Refuses<ReadBankFileResultError>();
        routes.MapPost("/bank-files/{id}/discard", DiscardBankFile).Needs(PersonRight.ExecutePayout).Refuses<DiscardBankFileError>();
        routes.MapPost("/bank-files/{id}/mark", MarkBankFileRow).Needs(PersonRight.ExecutePayout).Refuses<MarkBankFileRowError>();
    }

    private static async Task<Answer<PayoutSendingResponse>> GetPayoutSending(ApiCall call, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        return BankFileMapping.Write((await PlatformSettings.ReadAsync(db, ct)).SendingNow);
    }

    private static async Task<Answer<PayoutSendingResponse>> SetPayoutSending(ApiCall<SetPayoutSendingBody> call, ChoosePayoutSending choose, CancellationToken ct)
    {
        var body = call.Body;
        if (body.Layout is not null && body.StandardLayout is not null)
        {
            return Invalid.Request("layout과 standardLayout 가운데 하나만 적어 주세요.");
        }

        // JSON's null is an item that no contract forbids.
        if (body.Layout?.Columns.Any(column => column is null) == true)
        {
            return Invalid.Field("layout.columns", "null은 쓸 수 없어요.");
        }

        var command = new NewPayoutSending(
            Code.Of(body.Way).As<PayoutWay>(), body.Layout is { } layout ? BankFileMapping.Read(layout) : null, body.StandardLayout is { } bank ? Code.Of(bank).As<Bank>() : null);
        var chosen = await choose.HandleAsync(call.Tenant, call.Actor, command, ct);
        return chosen.Answer(BankFileMapping.Write, BankFileErrors.Of);
    }

    private static Answer<GetBankFileLayoutsResponse> GetBankFileLayouts(ApiCall call) =>
        new GetBankFileLayoutsResponse { Items = [.. StandardLayouts.All.Select(BankFileMapping.Write)] };

    private static async Task<Answer<GetBankFilesResponse>> GetBankFiles(ApiCall<GetBankFilesBody> call, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(call.Body.Page);
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }

        await using var db = store.Read(call.Tenant);
        var files = db.Set<BankFile>().AsQueryable();
        if (call.Body.BulkPayoutId is { } given)
        {
            var bulk = BulkPayoutId.From(given);
            files = files.Where(file => file.BulkPayoutId == bulk);
        }

        var page = await files.OrderByDescending(file => file.Id).PageAsync(paging.Value, ct);
        return new GetBankFilesResponse { Items = page.Write(BankFileMapping.Write), Page = page.Page };
    }

    private static async Task<Answer<GetBankFileResponse>> GetBankFile(ApiCall call, string id, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var own = BankFileId.From(id);
        if (await db.Set<BankFile>().SingleOrDefaultAsync(row => row.Id == own, ct) is not { } file)
        {
            return new BankFileNotFoundError();
        }

        var rows = await BankFileRows.OfAsync(db, own, ct);
        var results = await db.Set<BankFileResult>().Where(row => row.BankFileId == own).OrderBy(row => row.Number).ToListAsync(ct);
        return new GetBankFileResponse
        {
            BankFile = BankFileMapping.Write(file),
            Rows = [.. rows.Select(row => BankFileMapping.Write(file, row.Row, row.Payout))],
            Results = [.. results.Select(BankFileMapping.Write)],
        };
    }

    /// <summary>Who takes it is noted: accounts of many partners leave with it.</summary>
    private static async Task<FileAnswer> DownloadBankFile(ApiCall call, string id, DownloadBankFile download, CancellationToken ct)
    {
        var taken = await download.HandleAsync(call.Tenant, call.Actor, BankFileId.From(id), ct);
        return taken.IsRefused ? BankFileErrors.Of(taken.Refusal) : FileAnswer.Of(taken.Value);
    }

    private static async Task<Answer<PreviewBankFileResultResponse>> PreviewBankFileResult(FileCall call, string id, ReadBankFileResult read, CancellationToken ct)
    {
        var preview = await read.PreviewAsync(call.Tenant, new ResultUpload(BankFileId.From(id), call.Content, call.FileName), ct);
        return preview.Answer(found => new PreviewBankFileResultResponse { Preview = BankFileMapping.Write(found) }, BankFileErrors.Of);
    }

    private static async Task<Answer<ReadBankFileResultResponse>> ReadBankFileResult(
        FileCall call, string id, [FromQuery] string? fileName, ReadBankFileResult read, Store store, CancellationToken ct)
    {
        var own = BankFileId.From(id);
        var taken = await read.ApplyAsync(call.Tenant, call.Actor, new ResultUpload(own, call.Content, fileName ?? call.FileName), ct);
        if (taken.IsRefused)
        {
            return BankFileErrors.Of(taken.Refusal);
        }

        await using var db = store.Read(call.Tenant);
        return new ReadBankFileResultResponse { Result = BankFileMapping.Write(taken.Value), BankFile = BankFileMapping.Write(await db.Set<BankFile>().SingleAsync(row => row.Id == own, ct)) };
    }

    /// <summary>By API in test mode only: a program has no second factor.</summary>
    private static async Task<Answer<BankFileResponse>> DiscardBankFile(ApiCall<DiscardBankFileBody> call, string id, DiscardBankFile discard, CancellationToken ct)
    {
        var discarded = await discard.HandleAsync(call.Tenant, call.Actor, BankFileId.From(id), call.Body.Reason, secondFactorPassed: false, ct);
        return discarded.Answer(file => new BankFileResponse { BankFile = BankFileMapping.Write(file) }, BankFileErrors.Of);
    }

    /// <summary>As discarding: by API in test mode only.</summary>
    private static async Task<Answer<MarkBankFileRowResponse>> MarkBankFileRow(ApiCall<MarkBankFileRowBody> call, string id, MarkBankFileRow mark, Store store, CancellationToken ct)
    {
        var command = new RowMark(BankFileId.From(id), PayoutId.From(call.Body.PayoutId), call.Body.IsPaid, call.Body.Reason);
        var marked = await mark.HandleAsync(call.Tenant, call.Actor, command, secondFactorPassed: false, ct);
        if (marked.IsRefused)
        {
            return BankFileErrors.Of(marked.Refusal);
        }

        await using var db = store.Read(call.Tenant);
        var file = await db.Set<BankFile>().SingleAsync(row => row.Id == command.BankFileId, ct);
        var row = await db.Set<BankFileRow>().SingleAsync(one => one.PayoutId == command.PayoutId, ct);
        return new MarkBankFileRowResponse { Row = BankFileMapping.Write(file, row, marked.Value) };
    }
}
