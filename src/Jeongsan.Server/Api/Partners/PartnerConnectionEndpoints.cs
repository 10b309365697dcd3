using Jeongsan.Application.BulkTasks;
using Jeongsan.Application.Partners;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Partners;

/// <summary>국세청 연동: one act under two names, for clients of either age.</summary>
internal static class PartnerConnectionEndpoints
{
    private const string ConnectCounterparty = "/platform/partners/counterparty-connect";
    private const string DisconnectCounterparty = "/platform/partners/counterparty-disconnect";
    private const string ConnectMember = "/platform/partners/member-company-connect";
    private const string DisconnectMember = "/platform/partners/member-company-disconnect";

    public static void MapPartnerConnections(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("파트너 국세청 연동");
        routes.MapPost(ConnectCounterparty + "/{id}", ConnectPartnerCounterparty).Needs(PersonRight.Edit).Refuses<ConnectPartnerCounterpartyError>();
        routes.MapPost(ConnectMember + "/{id}", ConnectPartnerMemberCompany).Needs(PersonRight.Edit).Refuses<ConnectPartnerMemberCompanyError>();
        routes.MapPost(DisconnectCounterparty + "/{id}", DisconnectPartnerCounterparty).Needs(PersonRight.Edit).Refuses<DisconnectPartnerCounterpartyError>();
        routes.MapPost(DisconnectMember + "/{id}", DisconnectPartnerMemberCompany).Needs(PersonRight.Edit).Refuses<DisconnectPartnerMemberCompanyError>();
        routes.MapPost(ConnectCounterparty, ConnectBulkPartnerCounterparty).Needs(PersonRight.Edit).Refuses<ConnectBulkPartnerCounterpartyError>();
        routes.MapPost(ConnectMember, ConnectBulkPartnerMemberCompany).Needs(PersonRight.Edit).Refuses<ConnectBulkPartnerMemberCompanyError>();
        routes.MapPost(DisconnectCounterparty, DisconnectBulkPartnerCounterparty).Needs(PersonRight.Edit).Refuses<DisconnectBulkPartnerCounterpartyError>();
        routes.MapPost(DisconnectMember, DisconnectBulkPartnerMemberCompany).Needs(PersonRight.Edit).Refuses<DisconnectBulkPartnerMemberCompanyError>();
    }

    private static async Task<Answer<ConnectPartnerCounterpartyResponse>> ConnectPartnerCounterparty(ApiCall call, string id, ConnectPartner connect, CancellationToken ct)
    {
        var connecting = await connect.HandleAsync(call.Tenant, call.Actor, PartnerId.From(id), ct);
        return connecting.Answer(partner => new ConnectPartnerCounterpartyResponse { Partner = PartnerMapping.Write(partner) }, refusal => PartnerRefusals.OfConnection(refusal, true));
    }

    private static async Task<Answer<ConnectPartnerMemberCompanyResponse>> ConnectPartnerMemberCompany(ApiCall call, string id, ConnectPartner connect, CancellationToken ct)
    {
        var connecting = await connect.HandleAsync(call.Tenant, call.Actor, PartnerId.From(id), ct);
        return connecting.Answer(partner => new ConnectPartnerMemberCompanyResponse { Partner = PartnerMapping.Write(partner) }, refusal => PartnerRefusals.OfConnection(refusal, false));
    }

    private static async Task<Answer<DisconnectPartnerCounterpartyResponse>> DisconnectPartnerCounterparty(ApiCall call, string id, DisconnectPartner disconnect, CancellationToken ct)
    {
        var ended = await disconnect.HandleAsync(call.Tenant, call.Actor, PartnerId.From(id), ct);
        return ended.Answer(partner => new DisconnectPartnerCounterpartyResponse { Partner = PartnerMapping.Write(partner) }, refusal => PartnerRefusals.OfConnection(refusal, true));
    }

    private static async Task<Answer<DisconnectPartnerMemberCompanyResponse>> DisconnectPartnerMemberCompany(ApiCall call, string id, DisconnectPartner disconnect, CancellationToken ct)
    {
        var ended = await disconnect.HandleAsync(call.Tenant, call.Actor, PartnerId.From(id), ct);
        return ended.Answer(partner => new DisconnectPartnerMemberCompanyResponse { Partner = PartnerMapping.Write(partner) }, refusal => PartnerRefusals.OfConnection(refusal, false));
    }

    private static async Task<Answer<ConnectBulkPartnerCounterpartyResponse>> ConnectBulkPartnerCounterparty(
        ApiCall<ConnectBulkPartnerCounterpartyBody> call, Store store, PartnerTasks tasks, CancellationToken ct) =>
        (await StartAsync(call.Tenant, call.Actor, BulkTaskKind.ConnectPartners, call.Body.Filter, store, tasks, ct))
            .Answer(task => new ConnectBulkPartnerCounterpartyResponse { BulkTask = task }, OfBulk);

    private static async Task<Answer<ConnectBulkPartnerMemberCompanyResponse>> ConnectBulkPartnerMemberCompany(
        ApiCall<ConnectBulkPartnerMemberCompanyBody> call, Store store, PartnerTasks tasks, CancellationToken ct) =>
        (await StartAsync(call.Tenant, call.Actor, BulkTaskKind.ConnectPartners, call.Body.Filter, store, tasks, ct))
            .Answer(task => new ConnectBulkPartnerMemberCompanyResponse { BulkTask = task }, OfBulk);

    private static async Task<Answer<DisconnectBulkPartnerCounterpartyResponse>> DisconnectBulkPartnerCounterparty(
        ApiCall<DisconnectBulkPartnerCounterpartyBody> call, Store store, PartnerTasks tasks, CancellationToken ct) =>
        (await StartAsync(call.Tenant, call.Actor, BulkTaskKind.DisconnectPartners, call.Body.Filter, store, tasks, ct))
            .Answer(task => new DisconnectBulkPartnerCounterpartyResponse { BulkTask = task }, OfBulk);

    private static async Task<Answer<DisconnectBulkPartnerMemberCompanyResponse>> DisconnectBulkPartnerMemberCompany(
        ApiCall<DisconnectBulkPartnerMemberCompanyBody> call, Store store, PartnerTasks tasks, CancellationToken ct) =>
        (await StartAsync(call.Tenant, call.Actor, BulkTaskKind.DisconnectPartners, call.Body.Filter, store, tasks, ct))
            .Answer(task => new DisconnectBulkPartnerMemberCompanyResponse { BulkTask = task }, OfBulk);

    private static async Task<Outcome<PlatformBulkTask>> StartAsync(
        Tenant tenant, Actor actor, BulkTaskKind kind, PlatformPartnerFilterInput? filter, Store store, PartnerTasks tasks, CancellationToken ct)
    {
        var chosen = await PartnerQueries.ChooseAsync(tenant, filter, store, ct, PartnerTypeName.Business);
        if (chosen.Length == 0)
        {
            return new NoTargetPartner();
        }
        var started = await tasks.StartAsync(tenant, actor, kind, chosen, ct);
        if (started.IsRefused)
        {
            return started.Refusal;
        }
        await using var db = store.Read(tenant);
        return await BulkTaskEndpoints.WriteAsync(db, started.Value, ct);
    }

    private static ApiError OfBulk(Refusal refusal) => refusal is NoTargetPartner ? new PlatformTargetPartnerNotFoundError() : PartnerRefusals.OfConnection(refusal, true);

    private sealed record NoTargetPartner : Refusal;
}
