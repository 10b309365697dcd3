using Jeongsan.Application.People;
using Jeongsan.Application.Settlements;
using Jeongsan.Domain.Settlements;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Settlements;

namespace Jeongsan.Server.Api.Operations;

/// <summary>정산 내역의 상태 변경: what people may do with settlements that no payout holds.</summary>
internal static class SettlementOperations
{
    public static void MapSettlementOperations(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/partner-settlements").WithTags("정산 내역 (자체 API)");
        routes.MapPost("/withhold", WithholdPartnerSettlements).Needs(PersonRight.Edit).Refuses<PartnerSettlementStateError>();
        routes.MapPost("/exclude", ExcludePartnerSettlements).Needs(PersonRight.Edit).Refuses<PartnerSettlementStateError>();
        routes.MapPost("/prepare", PreparePartnerSettlements).Needs(PersonRight.Edit).Refuses<PartnerSettlementStateError>();
    }

    /// <summary>지급 보류.</summary>
    private static Task<Answer<PartnerSettlementsResponse>> WithholdPartnerSettlements(ApiCall<PartnerSettlementsBody> call, MoveSettlements move, CancellationToken ct) =>
        MoveAsync(call, move, PartnerSettlementCommand.Withhold, ct);

    /// <summary>지급 제외.</summary>
    private static Task<Answer<PartnerSettlementsResponse>> ExcludePartnerSettlements(ApiCall<PartnerSettlementsBody> call, MoveSettlements move, CancellationToken ct) =>
        MoveAsync(call, move, PartnerSettlementCommand.Exclude, ct);

    /// <summary>Back to 지급 예정.</summary>
    private static Task<Answer<PartnerSettlementsResponse>> PreparePartnerSettlements(ApiCall<PartnerSettlementsBody> call, MoveSettlements move, CancellationToken ct) =>
        MoveAsync(call, move, PartnerSettlementCommand.Prepare, ct);

    private static async Task<Answer<PartnerSettlementsResponse>> MoveAsync(
        ApiCall<PartnerSettlementsBody> call, MoveSettlements move, PartnerSettlementCommand command, CancellationToken ct)
    {
        if (SettlementRefusals.TooMany(call.Body.PartnerSettlementIds) is { } tooMany)
        {
            return tooMany;
        }

        var moved = await move.HandleAsync(call.Tenant, call.Actor, [.. call.Body.PartnerSettlementIds.Select(PartnerSettlementId.From)], command, ct);
        return moved.Answer(settlements => new PartnerSettlementsResponse { PartnerSettlements = [.. settlements.Select(SettlementMapping.Write)] }, SettlementRefusals.OfMove);
    }
}

internal sealed record PartnerSettlementsBody
{
    public required IReadOnlyList<string> PartnerSettlementIds { get; init; }
}

internal sealed record PartnerSettlementsResponse
{
    public required IReadOnlyList<PlatformPartnerSettlement> PartnerSettlements { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PlatformPartnerSettlementsNotFoundError), typeof(PartnerSettlementsNotInStateError))]
internal sealed class PartnerSettlementStateError;

[ErrorType("PARTNER_SETTLEMENTS_NOT_IN_STATE", 409, "이 상태에서는 바꿀 수 없는 정산 내역이 있어요. ids의 정산 내역을 확인해 주세요.")]
internal sealed record PartnerSettlementsNotInStateError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }
}
