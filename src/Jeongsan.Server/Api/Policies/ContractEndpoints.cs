using Commands = Jeongsan.Application.Policies.Contracts;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Policies;

/// <summary>계약: the platform's fee and when settlements fall due.</summary>
internal static class ContractEndpoints
{
    public static void MapContracts(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("계약");
        routes.MapPost("/platform/contracts", CreatePlatformContract).Needs(PersonRight.Edit).Refuses<CreatePlatformContractError>();
        routes.MapGet("/platform/contracts", GetPlatformContracts).Needs(PersonRight.See).Refuses<GetPlatformContractsError>();
        routes.MapGet("/platform/contracts/{id}", GetPlatformContract).Needs(PersonRight.See).Refuses<GetPlatformContractError>();
        routes.MapPatch("/platform/contracts/{id}", UpdatePlatformContract).Needs(PersonRight.Edit).Refuses<UpdatePlatformContractError>();
        routes.MapPost("/platform/contracts/{id}/archive", ArchivePlatformContract).Needs(PersonRight.Edit).Refuses<ArchivePlatformContractError>();
        routes.MapPost("/platform/contracts/{id}/recover", RecoverPlatformContract).Needs(PersonRight.Edit).Refuses<RecoverPlatformContractError>();
    }

    private static async Task<Answer<CreatePlatformContractResponse>> CreatePlatformContract(
        ApiCall<CreatePlatformContractBody> call, Commands contracts, CancellationToken ct)
    {
        var terms = Read(call.Body);
        if (terms.IsRefused)
        {
            return Refuse(terms.Refusal);
        }

        var created = await contracts.CreateAsync(call.Tenant, call.Actor, call.Body.Id, terms.Value, ct);
        return created.Answer(contract => new CreatePlatformContractResponse { Contract = PolicyMapping.Write(contract) }, Refuse);
    }

    private static async Task<Answer<GetPlatformContractsResponse>> GetPlatformContracts(
        ApiCall<GetPlatformContractsBody> call, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(call.Body.Page);
        if (paging.IsRefused)
        {
            return Refuse(paging.Refusal);
        }

        await using var db = store.Read(call.Tenant);
        var page = await Filter(Json(db, call.Body.Filter).Rows<Contract>(db), call.Body.Filter).OrderBy(contract => contract.Id).PageAsync(paging.Value, ct);
        return new GetPlatformContractsResponse { Items = page.Write(PolicyMapping.Write), Page = page.Page };
    }

    private static async Task<Answer<PlatformContract>> GetPlatformContract(ApiCall call, string id, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var own = ContractId.From(id);
        return await db.Set<Contract>().SingleOrDefaultAsync(contract => contract.Id == own, ct) is { } found
            ? PolicyMapping.Write(found)
            : new PlatformContractNotFoundError();
    }

    private static async Task<Answer<UpdatePlatformContractResponse>> UpdatePlatformContract(
        ApiCall<UpdatePlatformContractBody> call, string id, Commands contracts, CancellationToken ct)
    {
        var change = Read(call.Body);
        if (change.IsRefused)
        {
            return Refuse(change.Refusal);
        }

        var updated = await contracts.UpdateAsync(call.Tenant, call.Actor, id, change.Value, ct);
        return updated.Answer(contract => new UpdatePlatformContractResponse { Contract = PolicyMapping.Write(contract) }, Refuse);
    }

    private static async Task<Answer<ArchivePlatformContractResponse>> ArchivePlatformContract(
        ApiCall call, string id, Commands contracts, CancellationToken ct)
    {
        var archived = await contracts.ArchiveAsync(call.Tenant, call.Actor, id, ct);
        return archived.Answer(contract => new ArchivePlatformContractResponse { Contract = PolicyMapping.Write(contract) }, Refuse);
    }

    private static async Task<Answer<RecoverPlatformContractResponse>> RecoverPlatformContract(
        ApiCall call, string id, Commands contracts, CancellationToken ct)
    {
        var recovered = await contracts.RecoverAsync(call.Tenant, call.Actor, id, ct);
        return recovered.Answer(contract => new RecoverPlatformContractResponse { Contract = PolicyMapping.Write(contract) }, Refuse);
    }

    private static Outcome<ContractTerms> Read(CreatePlatformContractBody body)
    {
        var fee = PolicyMapping.Read("platformFee", body.PlatformFee);
        if (fee.IsRefused)
        {
            return fee.Refusal;
        }

        return PolicyMapping.Read("settlementCycle", body.SettlementCycle).Then<ContractTerms>(cycle => new ContractTerms(
            body.Name, body.Memo, fee.Value, Code.Of(body.PlatformFeeVatPayer).As<Payer>(), body.SubtractPaymentVatAmount, cycle, body.PaysAfterInvoice == true));
    }

    /// <summary>What is absent stays.</summary>
    internal static Outcome<ContractChange> Read(UpdatePlatformContractBody body)
    {
        var fee = body.PlatformFee is { } givenFee ? PolicyMapping.Read("platformFee", givenFee) : default;
        if (fee.IsRefused)
        {
            return fee.Refusal;
        }

        var cycle = body.SettlementCycle is { } givenCycle ? PolicyMapping.Read("settlementCycle", givenCycle) : default;
        return cycle.Then<ContractChange>(known => new ContractChange(
            body.Name,
            body.Memo,
            fee.Value,
            body.PlatformFeeVatPayer is { } payer ? Code.Of(payer).As<Payer>() : null,
            body.SubtractPaymentVatAmount,
            known,
            body.PaysAfterInvoice));
    }

    private static IQueryable<Contract> Filter(IQueryable<Contract> contracts, PlatformContractFilterInput? filter)
    {
        if (filter?.IsArchived is { } isArchived)
        {
            contracts = contracts.Where(contract => contract.IsArchived == isArchived);
        }

        if (filter?.PlatformFeePayers is { Count: > 0 } givenPayers)
        {
            var payers = givenPayers.Select(payer => Code.Of(payer).As<Payer>()).ToArray();
            contracts = contracts.Where(contract => payers.Contains(contract.PlatformFeeVatPayer));
        }

        if (filter?.Keyword?.Id is { } id)
        {
            contracts = contracts.Where(contract => ((string)(object)contract.Id).Contains(id));
        }

        if (filter?.Keyword?.Name is { } name)
        {
            contracts = contracts.Where(contract => contract.Name.Contains(name));
        }

        return contracts;
    }

    private static JsonFilter Json(JeongsanContext db, PlatformContractFilterInput? filter) => JsonFilter.For(db)
        .Among(filter?.CycleTypes?.Select(ApiJson.Code), new JsonText("settlement_cycle", "method.type"))
        .Among(filter?.DatePolicies?.Select(policy => policy.ToString()), new JsonText("settlement_cycle", "datePolicy"));

    internal static ApiError Refuse(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound => new PlatformContractNotFoundError(),
        StoredRefusal.AlreadyExists => new PlatformContractAlreadyExistsError(),
        PolicyRefusal.NotScheduled => new PlatformContractNotFoundError { Message = PolicyRefusals.NothingScheduled },
        PolicyRefusal.ScheduleExists => new PlatformContractScheduleAlreadyExistsError(),
        PolicyRefusal.Archived => new PlatformArchivedContractError(),
        PolicyRefusal.ArchivedWhileScheduled => new PlatformCannotArchiveScheduledContractError(),
        _ => PolicyRefusals.Of(refusal),
    };
}
