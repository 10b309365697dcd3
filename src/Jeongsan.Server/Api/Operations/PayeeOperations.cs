using Jeongsan.Application.Payees;
using Jeongsan.Application.People;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Privacy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Operations;

/// <summary>지급 전 확인: who holds the partners' accounts, whether their businesses are open, and what stands against paying them.</summary>
internal static class PayeeOperations
{
    private const string Tag = "지급 전 확인 (자체 API)";

    public static void MapPayeeOperations(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/payee-checks").WithTags(Tag);
        routes.MapPost("", CheckPayees).Needs(PersonRight.Edit).Refuses<PayeeCheckError>();
        routes.MapGet("/policy", GetPayeeCheckPolicy).Needs(PersonRight.See).Refuses<PayeeCheckPolicyError>();
        routes.MapPut("/policy", SetPayeeCheckPolicy).Needs(PersonRight.Edit).Refuses<PayeeCheckPolicyError>();
        api.MapGet("/platform/bulk-payouts/{id}/payee-checks", GetBulkPayoutPayeeChecks).WithTags(Tag).Needs(PersonRight.See).Refuses<GetBulkPayoutError>();
        api.MapGet("/platform/partners/{id}/payee-check", GetPartnerPayeeCheck).WithTags(Tag).Needs(PersonRight.See).Refuses<PartnerPayeeCheckError>();
    }

    /// <param name="after">How many of the first the caller has; 0 for none.</param>
    private static async Task<Answer<GetPayeeChecksResponse>> GetBulkPayoutPayeeChecks(
        ApiCall call, string id, [FromQuery] int? after, [FromQuery] int? size, Store store, CancellationToken ct)
    {
        if (size is < 1 or > ApiLimits.PageSizeMax)
        {
            return Invalid.Field("size", $"1부터 {ApiLimits.PageSizeMax}까지의 수여야 해요.");
        }
        var now = await store.NowAsync(call.Tenant, ct);
        await using var db = store.Read(call.Tenant);
        var bulk = BulkPayoutId.From(id);
        return await db.Set<BulkPayout>().AnyAsync(row => row.Id == bulk, ct)
            ? Write(await PayeeStates.OfBulkAsync(db, bulk, now, ct), Math.Max(after ?? 0, 0), size ?? ApiLimits.PageSizeMax)
            : new BulkPayoutNotFoundError();
    }

    private static async Task<Answer<PayeeCheckView>> GetPartnerPayeeCheck(ApiCall call, string id, Store store, CancellationToken ct)
    {
        var now = await store.NowAsync(call.Tenant, ct);
        await using var db = store.Read(call.Tenant);
        var own = PartnerId.From(id);
        return await db.Set<Partner>().SingleOrDefaultAsync(row => row.Id == own, ct) is { } partner
            ? Write(await PayeeStates.OfPartnerAsync(db, partner, now, ct))
            : new PlatformPartnerNotFoundError();
    }

    /// <summary>Asks the ASP in the background; each question costs points. What was answered well within a day is not asked again.</summary>
    private static async Task<Answer<CheckPayeesResponse>> CheckPayees(ApiCall<CheckPayeesBody> call, CheckPayees check, CancellationToken ct)
    {
        var body = call.Body;
        if (body.BulkPayoutId is null == body.PartnerIds is null)
        {
            return Invalid.Request("bulkPayoutId와 partnerIds 가운데 하나만 적어 주세요.");
        }
        var asked = body.BulkPayoutId is { } bulk
            ? await check.OfBulkAsync(call.Tenant, call.Actor, BulkPayoutId.From(bulk), ct)
            : await check.HandleAsync(call.Tenant, call.Actor, body.PartnerIds!.Select(PartnerId.From).ToHashSet(), ct);
        return asked.Answer(counts => new CheckPayeesResponse { AccountCount = counts.AccountCount, BusinessCount = counts.BusinessCount }, Refuse);
    }

    private static async Task<Answer<PayeeCheckPolicyView>> GetPayeeCheckPolicy(ApiCall call, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        return new PayeeCheckPolicyView { AgeDaysMax = (await PlatformSettings.ReadAsync(db, ct)).PayeeCheckAgeDaysMax };
    }

    private static async Task<Answer<PayeeCheckPolicyView>> SetPayeeCheckPolicy(ApiCall<PayeeCheckPolicyView> call, PayeeCheckPolicy policy, CancellationToken ct) =>
        (await policy.SetAsync(call.Tenant, call.Actor, call.Body.AgeDaysMax, ct)).Answer(_ => call.Body, Refuse);

    private static ApiError Refuse(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound { Subject: "Partner" } => new PlatformPartnerNotFoundError(),
        StoredRefusal.NotFound => new BulkPayoutNotFoundError(),
        PayeeRefusal.OwnCompanyMissing => new B2bNotEnabledError(),
        PayeeRefusal.TooMany tooMany => Invalid.Field("partnerIds", PayeeWords.Of(tooMany)),
        PayeeRefusal.AgeOutOfRange age => Invalid.Field("ageDaysMax", PayeeWords.Of(age)),
        _ => Invalid.Of(refusal),
    };

    private static GetPayeeChecksResponse Write(IReadOnlyList<PayeeState> states, int after, int size) => new()
    {
        Items = [.. states.Skip(after).Take(size).Select(Write)],
        Count = states.Count,
        ProblemCount = states.Count(state => state.Problem is not null),
        HasMore = states.Count > after + size,
    };

    private static PayeeCheckView Write(PayeeState state) => new()
    {
        PartnerId = state.Partner.Value,
        AccountStatus = Code.Of(state.Check?.Account ?? AccountStatus.NotVerified).As<PlatformAccountStatus>(),
        AccountHolder = state.Check?.FoundHolder,
        AccountCheckedAt = state.Check?.AccountCheckedAt,
        BusinessStatus = Code.Of(state.Check?.Business ?? BusinessStatus.NotVerified).As<PlatformPartnerBusinessStatus>(),
        BusinessCheckedAt = state.Check?.BusinessCheckedAt,
        IsBeingChecked = state.Check is { IsAccountAsked: true } or { IsBusinessAsked: true },
        Problem = state.Problem is { } problem ? Code.Of(problem).As<PayeeProblemCode>() : null,
        ProblemMessage = state.Problem is { } why ? PayeeWords.Of(why) : null,
    };
}

internal enum PayeeProblemCode
{
    NotChecked = 0,
    CheckTooOld,
    AccountChanged,
    HolderDiffers,
    AccountNotFound,
    BusinessClosed,
    BusinessNotFound,
    InvoiceNotSent,
}

internal sealed record CheckPayeesBody
{
    /// <summary>All whom it may still pay.</summary>
    public string? BulkPayoutId { get; init; }

    /// <summary>In place of a bulk payout: these partners, at most 10,000.</summary>
    public IReadOnlyList<string>? PartnerIds { get; init; }
}

internal sealed record CheckPayeesResponse
{
    /// <summary>How many account holders are being asked for.</summary>
    public required int AccountCount { get; init; }

    /// <summary>How many businesses are being asked about.</summary>
    public required int BusinessCount { get; init; }
}

internal sealed record GetPayeeChecksResponse
{
    public required IReadOnlyList<PayeeCheckView> Items { get; init; }

    /// <summary>Of all, also those that aren't in this answer.</summary>
    public required int Count { get; init; }

    /// <summary>How many of all would not be paid now.</summary>
    public required int ProblemCount { get; init; }

    public required bool HasMore { get; init; }
}

internal sealed record PayeeCheckView
{
    [Subject(DataSubjectKind.Partner)]
    public required string PartnerId { get; init; }
    public required PlatformAccountStatus AccountStatus { get; init; }

    /// <summary>Whom the bank named.</summary>
    [Personal(PersonalDataItem.BankAccount)]
    public string? AccountHolder { get; init; }

    public DateTimeOffset? AccountCheckedAt { get; init; }
    public required PlatformPartnerBusinessStatus BusinessStatus { get; init; }
    public DateTimeOffset? BusinessCheckedAt { get; init; }

    /// <summary>True from the question until its answer.</summary>
    public required bool IsBeingChecked { get; init; }

    /// <summary>Why the partner would not be paid now; absent when nothing stands against it.</summary>
    public PayeeProblemCode? Problem { get; init; }

    /// <summary>The same in words, with the mend.</summary>
    public string? ProblemMessage { get; init; }
}

/// <summary>Absent: no check is demanded; what a check found stops a payout all the same.</summary>
internal sealed record PayeeCheckPolicyView
{
    /// <summary>How old the check of account and business may be when the money leaves, in days, 1 to 365.</summary>
    public int? AgeDaysMax { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PartnerNotToldError), typeof(PlatformPartnerNotFoundError), typeof(BulkPayoutNotFoundError), typeof(B2bNotEnabledError))]
internal sealed class PayeeCheckError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError))]
internal sealed class PayeeCheckPolicyError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PlatformPartnerNotFoundError))]
internal sealed class PartnerPayeeCheckError;

/// <summary>All that waits has something against its payee.</summary>
[ErrorType("PAYEES_NOT_PAYABLE", 409, "지급할 파트너가 모두 지급 전 확인에 걸려 아무것도 이체하지 않았어요. 파트너의 계좌와 사업자 상태를 확인해 주세요.")]
internal sealed record PayeesNotPayableError : ApiError
{
    public required IReadOnlyList<string> PartnerIds { get; init; }
}
