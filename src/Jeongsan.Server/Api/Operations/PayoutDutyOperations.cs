using Jeongsan.Application.Payouts;
using Jeongsan.Application.People;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Operations;

/// <summary>업무 분리: whether whoever confirms a bulk payout may execute it.</summary>
internal static class PayoutDutyOperations
{
    public static void MapPayoutDutyOperations(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/payout-duties").WithTags("일괄 지급 (자체 API)");
        routes.MapGet("", GetPayoutDuties).Needs(PersonRight.See).Refuses<PayoutDutiesError>();
        routes.MapPut("", SetPayoutDuties).Needs(PersonRight.Edit).Refuses<PayoutDutiesError>();
    }

    private static async Task<Answer<PayoutDutiesView>> GetPayoutDuties(ApiCall call, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        return new PayoutDutiesView { Separate = (await PlatformSettings.ReadAsync(db, ct)).SeparatesPayoutDuties };
    }

    private static async Task<Answer<PayoutDutiesView>> SetPayoutDuties(ApiCall<PayoutDutiesView> call, PayoutDuties duties, CancellationToken ct) =>
        (await duties.SetAsync(call.Tenant, call.Actor, call.Body.Separate, ct)).Answer(separate => new PayoutDutiesView { Separate = separate }, Invalid.Of);
}

internal sealed record PayoutDutiesView
{
    /// <summary>True: whoever confirmed a bulk payout neither executes nor schedules it.</summary>
    public required bool Separate { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError))]
internal sealed class PayoutDutiesError;
