using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TestClocks;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Server.Api.Operations;

/// <summary>테스트 시계: moves the test side forward, so that a month passes in a second.</summary>
internal static class TestClockOperations
{
    public static void MapTestClockOperations(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/test-clock").WithTags("테스트 시계 (자체 API)");
        routes.MapGet("", GetTestClock).Needs(PersonRight.See).Refuses<TestClockError>();
        routes.MapPost("/advance", AdvanceTestClock).Needs(PersonRight.MoveTestClock).Refuses<TestClockError>();
    }

    private static async Task<Answer<TestClockResponse>> GetTestClock(ApiCall call, Store store, CancellationToken ct) =>
        new TestClockResponse { Now = await store.NowAsync(call.Tenant with { Mode = Mode.Test }, ct) };

    /// <summary>There is a clock on the test side only, so that is the one meant.</summary>
    private static async Task<Answer<TestClockResponse>> AdvanceTestClock(ApiCall<AdvanceTestClockBody> call, AdvanceTestClock advance, CancellationToken ct)
    {
        var advanced = await advance.HandleAsync(call.Tenant with { Mode = Mode.Test }, call.Actor, call.Body.To, ct);
        return advanced.Answer(now => new TestClockResponse { Now = now }, Refuse);
    }

    private static ApiError Refuse(Refusal refusal) => refusal switch
    {
        TestClockRefusal.ClockOnlyMovesForward clock => Invalid.Field("to", $"시계는 앞으로만 갈 수 있어요. 지금은 {clock.Now:O}예요."),
        TestClockRefusal.TooFar far => Invalid.Field("to", $"{far.Limit:yyyy-MM-dd}까지만 갈 수 있어요."),
        _ => Invalid.Of(refusal),
    };
}
