using Jeongsan.Application.People;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Transfers;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Operations;

/// <summary>어떻게 계산했나요: where each amount of a transfer comes from.</summary>
internal static class ExplanationOperations
{
    public static void MapExplanationOperations(this IEndpointRouteBuilder api) =>
        api.MapGroup("/platform/transfers/{id}/explanation").WithTags("정산건 (자체 API)").MapGet("", GetTransferExplanation).Needs(PersonRight.See).Refuses<GetTransferExplanationError>();

    private static async Task<Answer<GetTransferExplanationResponse>> GetTransferExplanation(ApiCall call, string id, ExplainTransfer explain, CancellationToken ct)
    {
        var explained = await explain.HandleAsync(call.Tenant, TransferId.From(id), ct);
        return explained.Answer(found => new GetTransferExplanationResponse { Explanation = ExplanationMapping.Write(found) }, _ => new PlatformTransferNotFoundError());
    }
}
