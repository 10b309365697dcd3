using Jeongsan.Application.People;
using Jeongsan.Application.Statements;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Statements;
using Jeongsan.Server.Api.Partners;
using Jeongsan.Server.Api.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Statements;

/// <summary>정산내역서 보내기: of one payout, of many, again, and what became of it.</summary>
internal static class StatementSendingEndpoints
{
    public static void MapStatementSendings(this IEndpointRouteBuilder api)
    {
        const string Tag = "정산내역서 (자체 API)";
        api.MapPost("/platform/payouts/{id}/settlement-statement/send", SendSettlementStatement).WithTags(Tag).Needs(PersonRight.Edit).Refuses<SettlementStatementSendingError>();
        var routes = api.MapGroup("/platform/settlement-statements").WithTags(Tag);
        routes.MapPost("/send", SendSettlementStatements).Needs(PersonRight.Edit).Refuses<SettlementStatementSendingError>();
        routes.MapGet("", GetSettlementStatementSendings).Needs(PersonRight.See).Refuses<SettlementStatementSendingError>();
        routes.MapGet("/{id}", GetSettlementStatementSending).Needs(PersonRight.See).Refuses<SettlementStatementSendingError>();
        routes.MapPost("/{id}/resend", ResendSettlementStatement).Needs(PersonRight.Edit).Refuses<SettlementStatementSendingError>();
    }

    private static async Task<Answer<SettlementStatementSendingResponse>> SendSettlementStatement(
        ApiCall<SendSettlementStatementBody> call, string id, SendStatement send, Store store, CancellationToken ct)
    {
        if (call.Body.Email is { } email && !MailAddresses.IsUsable(email))
        {
            return Invalid.Field("email", "이메일 주소를 확인해 주세요.");
        }
        StatementTemplateId? template = call.Body.TemplateId is { } given ? StatementTemplateId.From(given) : null;
        return await AnswerAsync(call.Tenant, await send.HandleAsync(call.Tenant, call.Actor, PayoutId.From(id), template, call.Body.Email, ct), store, ct);
    }

    private static async Task<Answer<SendSettlementStatementsResponse>> SendSettlementStatements(
        ApiCall<SendSettlementStatementsBody> call, StatementTasks tasks, Store store, CancellationToken ct)
    {
        var body = call.Body;
        if (body.PayoutIds is { Count: > ApiLimits.BatchCountMax })
        {
            return Invalid.Field("payoutIds", $"{ApiLimits.BatchCountMax}개까지 보내 주세요. 일괄 지급 전체는 bulkPayoutId로 보낼 수 있어요.");
        }
        BulkPayoutId? bulk = body.BulkPayoutId is { } whole ? BulkPayoutId.From(whole) : null;
        StatementTemplateId? template = body.TemplateId is { } given ? StatementTemplateId.From(given) : null;
        var started = await tasks.StartAsync(call.Tenant, call.Actor, bulk, [.. (body.PayoutIds ?? []).Distinct(StringComparer.Ordinal).Select(PayoutId.From)], template, ct);
        if (started.IsRefused)
        {
            return StatementRefusals.Of(started.Refusal);
        }
        await using var db = store.Read(call.Tenant);
        return new SendSettlementStatementsResponse { BulkTask = await BulkTaskEndpoints.WriteAsync(db, started.Value, ct) };
    }

    private static async Task<Answer<GetSettlementStatementSendingsResponse>> GetSettlementStatementSendings(
        ApiCall<GetSettlementStatementSendingsBody> call, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(call.Body.Page);
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }
        await using var db = store.Read(call.Tenant);
        var page = await Filter(db.Set<StatementSending>(), call.Body.Filter).OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).PageAsync(paging.Value, ct);
        var problems = await StatementProblems.OfAsync(db, page.Items, ct);
        return new GetSettlementStatementSendingsResponse { Items = page.Write(row => Write(row, problems)), Page = page.Page };
    }

    private static async Task<Answer<SettlementStatementSendingResponse>> GetSettlementStatementSending(ApiCall call, string id, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var own = StatementSendingId.From(id);
        return await db.Set<StatementSending>().SingleOrDefaultAsync(row => row.Id == own, ct) is { } found
            ? new SettlementStatementSendingResponse { Sending = Write(found, await StatementProblems.OfAsync(db, [found], ct)) }
            : new SettlementStatementNotFoundError();
    }

    private static async Task<Answer<SettlementStatementSendingResponse>> ResendSettlementStatement(
        ApiCall<ResendSettlementStatementBody> call, string id, SendStatement send, Store store, CancellationToken ct)
    {
        if (call.Body.Email is { } email && !MailAddresses.IsUsable(email))
        {
            return Invalid.Field("email", "이메일 주소를 확인해 주세요.");
        }
        return await AnswerAsync(call.Tenant, await send.AgainAsync(call.Tenant, call.Actor, StatementSendingId.From(id), call.Body.Email, ct), store, ct);
    }

    private static async Task<Answer<SettlementStatementSendingResponse>> AnswerAsync(Tenant tenant, Outcome<StatementSending> outcome, Store store, CancellationToken ct)
    {
        if (outcome.IsRefused)
        {
            return StatementRefusals.Of(outcome.Refusal);
        }
        await using var db = store.Read(tenant);
        return new SettlementStatementSendingResponse { Sending = Write(outcome.Value, await StatementProblems.OfAsync(db, [outcome.Value], ct)) };
    }

    private static IQueryable<StatementSending> Filter(IQueryable<StatementSending> sendings, SettlementStatementSendingFilter? filter)
    {
        if (filter?.Statuses is { Count: > 0 } givenStatuses)
        {
            var statuses = givenStatuses.Select(status => Code.Of(status).As<StatementSendingStatus>()).ToArray();
            sendings = sendings.Where(row => statuses.Contains(row.Status));
        }
        if (filter?.PartnerIds is { Count: > 0 } givenPartners)
        {
            var partners = givenPartners.Select(PartnerId.From).ToArray();
            sendings = sendings.Where(row => partners.Contains(row.PartnerId));
        }
        if (filter?.PayoutIds is { Count: > 0 } givenPayouts)
        {
            var payouts = givenPayouts.Select(PayoutId.From).ToArray();
            sendings = sendings.Where(row => payouts.Contains(row.PayoutId));
        }
        if (filter?.BulkPayoutIds is { Count: > 0 } givenBulks)
        {
            var bulks = givenBulks.Select(BulkPayoutId.From).ToArray();
            sendings = sendings.Where(row => bulks.Contains(row.BulkPayoutId));
        }
        if (filter?.TemplateIds is { Count: > 0 } givenTemplates)
        {
            var templates = givenTemplates.Select(StatementTemplateId.From).ToArray();
            sendings = sendings.Where(row => templates.Contains(row.TemplateId));
        }
        if (filter?.TimestampRange is { } range)
        {
            var (from, until) = range.InUtc();
            sendings = sendings.Where(row => row.CreatedAt >= from && row.CreatedAt <= until);
        }
        return filter?.OnlyNewest == true ? sendings.Where(row => row.ReplacedAt == null) : sendings;
    }

    private static SettlementStatementSendingView Write(StatementSending sending, StatementProblems problems) => new()
    {
        Id = sending.Id.Value,
        PayoutId = sending.PayoutId.Value,
        BulkPayoutId = sending.BulkPayoutId.Value,
        PartnerId = sending.PartnerId.Value,
        PartnerName = sending.PartnerName,
        TemplateId = sending.TemplateId.Value,
        TemplateName = sending.Terms.Name,
        Attempt = sending.Attempt,
        Status = Code.Of(sending.Status).As<SettlementStatementSendingStatus>(),
        Email = StatementWords.Masked(sending.Email),
        CreatedAt = sending.CreatedAt,
        CreatedBy = sending.CreatedBy,
        SentAt = sending.SentAt,
        OpenedAt = sending.OpenedAt,
        ReplacedAt = sending.ReplacedAt,
        Problem = problems.Of(sending),
    };
}
