using Jeongsan.Application.People;
using Jeongsan.Application.Rehearsals;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Partners;
using Jeongsan.Server.Api.Policies;

namespace Jeongsan.Server.Api.Operations;

/// <summary>모의 정산: what a change of rules would have made of a period, before anybody approves it. Changes nothing.</summary>
internal static class RehearsalOperations
{
    public static void MapRehearsalOperations(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/settlement-rehearsals").WithTags("모의 정산 (자체 API)");
        routes.MapPost("", RehearseSettlements).Reads().Needs(PersonRight.See).Refuses<RehearseSettlementsError>()
            .WithSummary("아직 저장하지 않은 계약·정책·계산식으로 지난 기간을 다시 정산해 파트너마다 얼마가 달라지는지 봐요. 아무것도 바꾸지 않아요. (Replays a period under contracts, policies or formulas that are not saved yet and tells each partner's difference. Changes nothing.)");
        routes.MapPost("/partners/{partnerId}", RehearsePartner).Reads().Needs(PersonRight.See).Refuses<RehearseSettlementsError>()
            .WithSummary("파트너 한 곳의 정산 내역과 정산건을 바꾸기 전과 바꾼 뒤로 나란히 봐요. (One partner's settlements and transfers, before and after the change.)");
    }

    private static async Task<Answer<RehearseSettlementsResponse>> RehearseSettlements(ApiCall<RehearseSettlementsBody> call, RehearseSettlements rehearse, CancellationToken ct)
    {
        var paging = Paging.Of(call.Body.Page);
        var read = paging.Then(page => Read(call.Body, page));
        if (read.IsRefused)
        {
            return Refuse(read.Refusal);
        }

        var rehearsed = await rehearse.HandleAsync(call.Tenant, read.Value, ct);
        return rehearsed.Answer(
            rehearsal => new RehearseSettlementsResponse
            {
                Totals = [.. rehearsal.Totals.Select(RehearsalMapping.Write)],
                Partners = [.. rehearsal.Partners.Select(RehearsalMapping.Write)],
                Page = paging.Value.Info(rehearsal.PartnerCount),
            },
            Refuse);
    }

    private static async Task<Answer<RehearsePartnerResponse>> RehearsePartner(
        ApiCall<RehearseSettlementsBody> call, string partnerId, RehearseSettlements rehearse, CancellationToken ct)
    {
        var paging = Paging.Of(call.Body.Page);
        var read = paging.Then(page => Read(call.Body, page));
        if (read.IsRefused)
        {
            return Refuse(read.Refusal);
        }

        var rehearsed = await rehearse.OfPartnerAsync(call.Tenant, PartnerId.From(partnerId), read.Value, ct);
        return rehearsed.Answer(
            rehearsal => new RehearsePartnerResponse
            {
                Settlements = [.. rehearsal.Settlements.Select(RehearsalMapping.Write)],
                Transfers = [.. rehearsal.Transfers.Select(RehearsalMapping.Write)],
                Page = paging.Value.Info(rehearsal.TransferCount),
            },
            Refuse);
    }

    private static Outcome<NewRehearsal> Read(RehearseSettlementsBody body, Paging paging) =>
        RehearsalMapping.Read(body.Change ?? new SettlementRuleChange()).Then<NewRehearsal>(change => new NewRehearsal(
            new RehearsalPeriod(body.Period.From, body.Period.Until, Code.Of(body.Period.Basis ?? SettlementRehearsalBasis.SettlementDate).As<RehearsalBasis>()),
            change,
            body.IsOnlyChanged ?? false,
            paging.Number,
            paging.Size));

    internal static ApiError Refuse(Refusal refusal) => refusal switch
    {
        RehearsalRefusal.PeriodReversed => Invalid.Field("period.until", "period.from과 같거나 그 뒤의 날짜여야 해요."),
        RehearsalRefusal.TooManyChanges many => Invalid.Field("change", $"한 번에 {many.CountMax}개까지 바꿔 볼 수 있어요."),
        RehearsalRefusal.PageTooFar far => Invalid.Field("page", $"차이가 큰 {far.CountMax}곳까지 볼 수 있어요. 그 밖의 파트너는 아이디로 확인해 주세요."),
        RehearsalRefusal.NotFound { Subject: "Contract" } => new PlatformContractNotFoundError(),
        RehearsalRefusal.NotFound { Subject: "DiscountSharePolicy" } => new PlatformDiscountSharePolicyNotFoundError(),
        RehearsalRefusal.NotFound { Subject: "AdditionalFeePolicy" } => new PlatformAdditionalFeePolicyNotFoundError(),
        RehearsalRefusal.NotFound => new PlatformPartnerNotFoundError(),
        RehearsalRefusal.TermsRefused { Subject: "Partner" } partner => PartnerRefusals.OfEdit(partner.Why),
        RehearsalRefusal.TermsRefused terms => PolicyRefusals.Of(terms.Why),
        RehearsalRefusal.FormulasWrong wrong => new SettlementFormulasWrongError { Mistakes = [.. wrong.Mistakes.Select(FormulaMapping.Write)] },
        PartnerRefusal => PartnerRefusals.OfEdit(refusal),
        _ => PolicyRefusals.Of(refusal),
    };
}
