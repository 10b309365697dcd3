using Jeongsan.Application.People;
using Jeongsan.Application.Privacy;
using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Privacy;

/// <summary>개인정보 처리방침: the part about settlement, written from what is switched on.</summary>
internal static class PolicyEndpoints
{
    public static void MapPrivacyPolicy(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/privacy/policy").WithTags("개인정보 (자체 API)");
        routes.MapGet("", GetPrivacyPolicy).Needs(PersonRight.See).Refuses<PrivacyError>();
        routes.MapPost("", PublishPrivacyPolicy).Needs(PersonRight.Edit).Refuses<PrivacyError>();
    }

    private static async Task<Answer<PrivacyPolicyResponse>> GetPrivacyPolicy(ApiCall call, PublishPolicy policy, CancellationToken ct)
    {
        var state = await policy.ReadAsync(call.Tenant, ct);
        return new PrivacyPolicyResponse
        {
            Published = state.Newest is { } newest ? Write(newest) : null,
            IsTrue = state.IsTrue,
            Draft = state.Draft,
            Difference = string.Join('\n', state.Difference.Where(line => line.Change != TextChange.Same).Select(line => $"{(line.Change == TextChange.Added ? '+' : '-')} {line.Line}")),
        };
    }

    private static async Task<Answer<PublishPrivacyPolicyResponse>> PublishPrivacyPolicy(ApiCall<PublishPrivacyPolicyBody> call, PublishPolicy policy, CancellationToken ct) =>
        (await policy.HandleAsync(call.Tenant, call.Actor, new PolicyPublication(call.Body.Officer, call.Body.EffectiveFrom), ct))
            .Answer(published => new PublishPrivacyPolicyResponse { Policy = Write(published) }, PrivacyRefusals.Of);

    private static PrivacyPolicyView Write(PublishedPolicy policy) => new()
    {
        Number = policy.Number,
        Text = PolicyText.Of(policy),
        Officer = policy.Officer,
        EffectiveFrom = policy.EffectiveFrom,
        PublishedAt = policy.PublishedAt,
    };
}

internal sealed record PrivacyPolicyView
{
    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    /// <summary>Korean, lines separated by line feeds.</summary>
    public required string Text { get; init; }

    /// <summary>개인정보 보호책임자: name or department, and how to reach it.</summary>
    public required string Officer { get; init; }

    /// <summary>The first day on which it applies, in Seoul.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }
}

internal sealed record PrivacyPolicyResponse
{
    /// <summary>The newest; absent while nothing is published.</summary>
    public PrivacyPolicyView? Published { get; init; }

    /// <summary>Whether what is published says what is switched on now.</summary>
    public required bool IsTrue { get; init; }

    /// <summary>What follows from what is switched on now, without since when it applies.</summary>
    public required string Draft { get; init; }

    /// <summary>The lines that go and come when the draft is published, each after <c>-</c> or <c>+</c>; empty when nothing differs.</summary>
    public required string Difference { get; init; }
}

internal sealed record PublishPrivacyPolicyBody
{
    /// <summary>개인정보 보호책임자: name or department, and how to reach it; at most 200 characters.</summary>
    public required string Officer { get; init; }

    /// <summary>Today or later; absent: today.</summary>
    public DateOnly? EffectiveFrom { get; init; }
}

internal sealed record PublishPrivacyPolicyResponse
{
    public required PrivacyPolicyView Policy { get; init; }
}
