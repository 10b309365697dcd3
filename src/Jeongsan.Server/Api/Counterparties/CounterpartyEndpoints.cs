using Jeongsan.Application.Counterparties;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Partners;
using Jeongsan.Server.Api.Companies;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Counterparties;

/// <summary>거래처: companies that tax invoices are exchanged with. Partners are among them from the moment they are connected, and are edited as partners.</summary>
internal static class CounterpartyEndpoints
{
    private const string One = "/b2b/counterparties/{counterpartyId}";

    public static void MapCounterparties(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("거래처");
        routes.MapGet("/b2b/counterparties", GetB2bCounterparties).Needs(PersonRight.See).Refuses<GetB2bCounterpartiesError>();
        routes.MapPost("/b2b/counterparties", CreateB2bCounterparty).Needs(PersonRight.Edit).Refuses<CreateB2bCounterpartyError>();
        routes.MapGet(One, GetB2bCounterparty).Needs(PersonRight.See).Refuses<GetB2bCounterpartyError>();
        routes.MapPatch(One, UpdateB2bCounterparty).Needs(PersonRight.Edit).Refuses<UpdateB2bCounterpartyError>();
        routes.MapDelete(One, DeleteB2bCounterparty).Needs(PersonRight.Edit).Refuses<DeleteB2bCounterpartyError>();

        var own = api.MapGroup("").WithTags("거래처 (자체 API)");
        own.MapPost(One + "/connect", ConnectCounterpartyToNts).Needs(PersonRight.Edit).Refuses<ConnectCounterpartyError>();
        own.MapPost(One + "/disconnect", DisconnectCounterpartyFromNts).Needs(PersonRight.Edit).Refuses<DisconnectCounterpartyError>();
    }

    private static async Task<Answer<GetB2bCounterpartiesResponse>> GetB2bCounterparties(ApiCall<GetB2bCounterpartiesBody> call, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(call.Body.Page);
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }
        await using var db = store.Read(call.Tenant);
        var page = await CounterpartyQueries.PageAsync(db, call.Body.Filter, paging.Value, ct);
        return new GetB2bCounterpartiesResponse { Items = page.Items, Page = page.Page };
    }

    private static async Task<Answer<B2bCounterparty>> GetB2bCounterparty(ApiCall call, string counterpartyId, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var (id, partnerId) = (CounterpartyId.From(counterpartyId), PartnerId.From(counterpartyId));
        if (await db.Set<Counterparty>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } found)
        {
            return CounterpartyMapping.Write(found);
        }
        return await PartnerCounterparties.Of(db.Set<Partner>()).SingleOrDefaultAsync(row => row.Id == partnerId, ct) is { } partner
            ? CounterpartyMapping.Write(partner)
            : new B2bCounterpartyNotFoundError { CounterpartyId = counterpartyId };
    }

    private static async Task<Answer<CreateB2bCounterpartyResponse>> CreateB2bCounterparty(
        ApiCall<CreateB2bCounterpartyBody> call, CounterpartyChecks checks, CreateCounterparty create, CancellationToken ct)
    {
        var input = call.Body.Counterparty;
        if (Brns.Read(input.Brn) is not { HasValidCheckDigit: true } brn)
        {
            return new B2bCounterpartyBrnInvalidError();
        }
        var (lookedUp, problem) = await checks.RunAsync(call.Tenant, call.Actor, brn, call.Body.Options, ct);
        if (problem is not null)
        {
            return problem;
        }
        var profile = CounterpartyReading.Read(lookedUp.Fill(input));
        var created = await create.HandleAsync(call.Tenant, call.Actor, new NewCounterparty(call.Body.CounterpartyId, brn, profile, lookedUp.Noted), ct);
        return created.Answer(made => new CreateB2bCounterpartyResponse { Counterparty = CounterpartyMapping.Write(made) }, CounterpartyRefusals.Of);
    }

    private static async Task<Answer<UpdateB2bCounterpartyResponse>> UpdateB2bCounterparty(
        ApiCall<UpdateB2bCounterpartyBody> call, string counterpartyId, CounterpartyChecks checks, UpdateCounterparty update, CancellationToken ct)
    {
        var input = call.Body.Counterparty;
        var brn = Brns.Read(input.Brn);
        var (lookedUp, problem) = await checks.RunAsync(call.Tenant, call.Actor, brn, call.Body.Options, ct);
        if (problem is not null)
        {
            return problem;
        }
        var change = new CounterpartyChange(brn, present => CounterpartyReading.Merge(lookedUp.Fill(input), present), lookedUp.Noted);
        var updated = await update.HandleAsync(call.Tenant, call.Actor, CounterpartyId.From(counterpartyId), change, ct);
        return updated.Answer(made => new UpdateB2bCounterpartyResponse { Counterparty = CounterpartyMapping.Write(made) }, CounterpartyRefusals.Of);
    }

    private static async Task<Answer<DeleteB2bCounterpartyResponse>> DeleteB2bCounterparty(
        ApiCall<DeleteB2bCounterpartyBody> call, string counterpartyId, DeleteCounterparty delete, CancellationToken ct)
    {
        var deleted = await delete.HandleAsync(call.Tenant, call.Actor, CounterpartyId.From(counterpartyId), ct);
        return deleted.Answer(_ => new DeleteB2bCounterpartyResponse(), CounterpartyRefusals.Of);
    }

    private static async Task<Answer<CounterpartyConnectionResponse>> ConnectCounterpartyToNts(ApiCall call, string counterpartyId, ConnectCounterparty connect, CancellationToken ct)
    {
        var begun = await connect.ConnectAsync(call.Tenant, call.Actor, CounterpartyId.From(counterpartyId), ct);
        return begun.Answer(made => new CounterpartyConnectionResponse { Counterparty = CounterpartyMapping.Write(made) }, CounterpartyRefusals.Of);
    }

    private static async Task<Answer<CounterpartyConnectionResponse>> DisconnectCounterpartyFromNts(ApiCall call, string counterpartyId, ConnectCounterparty connect, CancellationToken ct)
    {
        var ended = await connect.DisconnectAsync(call.Tenant, call.Actor, CounterpartyId.From(counterpartyId), ct);
        return ended.Answer(made => new CounterpartyConnectionResponse { Counterparty = CounterpartyMapping.Write(made) }, CounterpartyRefusals.Of);
    }
}

internal sealed record CounterpartyConnectionResponse
{
    public required B2bCounterparty Counterparty { get; init; }
}

[OneOf(
    typeof(B2bCounterpartyMissingRequiredFieldsError), typeof(B2bCounterpartyNotFoundError), typeof(B2bCounterpartyPartnerNotConnectableError), typeof(CounterpartyNotConnectableStatusError),
    typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PartnerNotToldError))]
internal sealed class ConnectCounterpartyError;

[OneOf(
    typeof(B2bCounterpartyNotFoundError), typeof(B2bCounterpartyNtsNotConnectedError), typeof(B2bCounterpartyOngoingTaxInvoiceExistsError), typeof(B2bCounterpartyPartnerNotConnectableError),
    typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError))]
internal sealed class DisconnectCounterpartyError;
