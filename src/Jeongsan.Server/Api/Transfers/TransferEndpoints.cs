using Jeongsan.Application.People;
using Jeongsan.Application.Sheets;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Transfers;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Transfers;

/// <summary>정산건: orders, cancellations and corrections.</summary>
internal static class TransferEndpoints
{
    public static void MapTransfers(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("정산건");
        routes.MapPost("/platform/transfers/order", CreatePlatformOrderTransfer).Needs(PersonRight.Edit).Refuses<CreatePlatformOrderTransferError>();
        routes.MapPost("/platform/transfers/order-cancel", CreatePlatformOrderCancelTransfer).Needs(PersonRight.Edit).Refuses<CreatePlatformOrderCancelTransferError>();
        routes.MapPost("/platform/transfers/manual", CreatePlatformManualTransfer).Needs(PersonRight.Edit).Refuses<CreatePlatformManualTransferError>();
        routes.MapDelete("/platform/transfers/{id}", DeletePlatformTransfer).Needs(PersonRight.Edit).Refuses<DeletePlatformTransferError>();
        routes.MapGet("/platform/transfers/{id}", GetPlatformTransfer).Needs(PersonRight.See).Refuses<GetPlatformTransferError>();
        routes.MapGet("/platform/transfer-summaries", GetPlatformTransferSummaries).Needs(PersonRight.See).Refuses<GetPlatformTransferSummariesError>();
        routes.MapGet("/platform/transfer-summaries/sheet-file", DownloadPlatformTransferSheet).Needs(PersonRight.Download).Shows(PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact, PersonalDataItem.SettlementLines).Refuses<DownloadPlatformTransferSheetError>();
    }

    private static async Task<Answer<CreateOrderTransferResponse>> CreatePlatformOrderTransfer(
        ApiCall<CreatePlatformOrderTransferBody> call, RegisterOrder register, CancellationToken ct)
    {
        var order = TransferReading.Read(call.Body);
        var registered = order.IsRefused ? (Outcome<Transfer>)order.Refusal : await register.HandleAsync(call.Tenant, call.Actor, order.Value, ct);
        return registered.Answer(transfer => new CreateOrderTransferResponse { Transfer = TransferMapping.WriteOrder(transfer) }, TransferRefusals.Of);
    }

    private static async Task<Answer<CreateOrderCancelTransferResponse>> CreatePlatformOrderCancelTransfer(
        ApiCall<CreatePlatformOrderCancelTransferBody> call, RegisterOrderCancel register, CancellationToken ct)
    {
        var cancel = TransferReading.Read(call.Body);
        var registered = cancel.IsRefused ? (Outcome<Transfer>)cancel.Refusal : await register.HandleAsync(call.Tenant, call.Actor, cancel.Value, ct);
        return registered.Answer(transfer => new CreateOrderCancelTransferResponse { Transfer = TransferMapping.WriteOrderCancel(transfer) }, TransferRefusals.Of);
    }

    private static async Task<Answer<CreateManualTransferResponse>> CreatePlatformManualTransfer(
        ApiCall<CreatePlatformManualTransferBody> call, RegisterManualTransfer register, CancellationToken ct)
    {
        var manual = TransferReading.Read(call.Body);
        var registered = manual.IsRefused ? (Outcome<Transfer>)manual.Refusal : await register.HandleAsync(call.Tenant, call.Actor, manual.Value, ct);
        return registered.Answer(transfer => new CreateManualTransferResponse { Transfer = TransferMapping.WriteManual(transfer) }, TransferRefusals.Of);
    }

    private static async Task<Answer<DeletePlatformTransferResponse>> DeletePlatformTransfer(ApiCall call, string id, DeleteTransfer delete, CancellationToken ct)
    {
        var deleted = await delete.HandleAsync(call.Tenant, call.Actor, TransferId.From(id), ct);
        return deleted.Answer(_ => new DeletePlatformTransferResponse(), TransferRefusals.Of);
    }

    private static async Task<Answer<PlatformTransfer>> GetPlatformTransfer(ApiCall call, string id, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var own = TransferId.From(id);
        return await db.Set<Transfer>().SingleOrDefaultAsync(transfer => transfer.Id == own, ct) is { } found
            ? TransferMapping.Write(found)
            : new PlatformTransferNotFoundError();
    }

    private static async Task<Answer<GetPlatformTransferSummariesResponse>> GetPlatformTransferSummaries(
        ApiCall<GetPlatformTransferSummariesBody> call, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(call.Body.Page);
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }

        await using var db = store.Read(call.Tenant);
        var page = await TransferQueries.Of(db, call.Body.Filter).PageAsync(paging.Value, ct);
        return new GetPlatformTransferSummariesResponse { TransferSummaries = page.Write(TransferSummaryMapping.Write), Page = page.Page };
    }

    private static async Task<CsvAnswer> DownloadPlatformTransferSheet(ApiCall<DownloadPlatformTransferSheetBody> call, Store store, NoteSheet note, CancellationToken ct) =>
        await TransferSheet.Kind.AnswerAsync(call.Tenant, call.Actor, call.Body.Fields, stop => TransferSheet.RowsAsync(store, call.Tenant, call.Body.Filter, stop), note, ct);
}
