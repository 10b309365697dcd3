using Jeongsan.Application.People;
using Jeongsan.Application.Statements;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Statements;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Statements;

/// <summary>정산내역서 양식: what statements show.</summary>
internal static class StatementTemplateEndpoints
{
    public static void MapStatementTemplates(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/settlement-statement-templates").WithTags("정산내역서 (자체 API)");
        routes.MapPost("", CreateSettlementStatementTemplate).Needs(PersonRight.Edit).Refuses<SettlementStatementTemplateError>();
        routes.MapGet("", GetSettlementStatementTemplates).Needs(PersonRight.See).Refuses<SettlementStatementTemplateError>();
        routes.MapGet("/preview", PreviewSettlementStatement).Needs(PersonRight.Download).Shows(PersonalDataItem.BusinessIdentity, PersonalDataItem.SettlementLines).Refuses<SettlementStatementTemplateError>();
        routes.MapGet("/{id}", GetSettlementStatementTemplate).Needs(PersonRight.See).Refuses<SettlementStatementTemplateError>();
        routes.MapPut("/{id}", UpdateSettlementStatementTemplate).Needs(PersonRight.Edit).Refuses<SettlementStatementTemplateError>();
        routes.MapDelete("/{id}", DeleteSettlementStatementTemplate).Needs(PersonRight.Edit).Refuses<SettlementStatementTemplateError>();
    }

    private static async Task<Answer<SettlementStatementTemplateResponse>> CreateSettlementStatementTemplate(
        ApiCall<CreateSettlementStatementTemplateBody> call, StatementTemplates templates, CancellationToken ct)
    {
        var body = call.Body;
        var terms = Read(body.Name, body.Items, body.Greeting, body.Notice);
        return (await templates.CreateAsync(call.Tenant, call.Actor, body.Id, terms, body.IsDefault == true, ct)).Answer(Respond, StatementRefusals.Of);
    }

    private static async Task<Answer<GetSettlementStatementTemplatesResponse>> GetSettlementStatementTemplates(ApiCall call, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var all = await db.Set<StatementTemplate>().OrderByDescending(template => template.IsDefault).ThenBy(template => template.Id).ToListAsync(ct);
        return new GetSettlementStatementTemplatesResponse { Items = [.. all.Select(Write)] };
    }

    private static async Task<Answer<SettlementStatementTemplateResponse>> GetSettlementStatementTemplate(ApiCall call, string id, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        return await FindAsync(db, StatementTemplateId.From(id), ct) is { } found ? Respond(found) : new SettlementStatementTemplateNotFoundError();
    }

    private static async Task<Answer<SettlementStatementTemplateResponse>> UpdateSettlementStatementTemplate(
        ApiCall<UpdateSettlementStatementTemplateBody> call, string id, StatementTemplates templates, Store store, CancellationToken ct)
    {
        var (body, own) = (call.Body, StatementTemplateId.From(id));
        await using var db = store.Read(call.Tenant);
        if (await FindAsync(db, own, ct) is not { } found)
        {
            return new SettlementStatementTemplateNotFoundError();
        }
        var terms = Read(body.Name, body.Items, body.Greeting, body.Notice);
        return (await templates.UpdateAsync(call.Tenant, call.Actor, own, terms, body.IsDefault ?? found.IsDefault, ct)).Answer(Respond, StatementRefusals.Of);
    }

    private static async Task<Answer<DeleteSettlementStatementTemplateResponse>> DeleteSettlementStatementTemplate(ApiCall call, string id, StatementTemplates templates, CancellationToken ct) =>
        (await templates.DeleteAsync(call.Tenant, call.Actor, StatementTemplateId.From(id), ct)).Answer(_ => new DeleteSettlementStatementTemplateResponse(), StatementRefusals.Of);

    /// <summary>A real payout by a template, saved or not. Nothing is sent and nothing is kept.</summary>
    private static async Task<PdfAnswer> PreviewSettlementStatement(ApiCall<PreviewSettlementStatementBody> call, PreviewStatement preview, CancellationToken ct)
    {
        var body = call.Body;
        var wanted = new WantedPreview(
            body.PayoutId is { } payout ? PayoutId.From(payout) : null,
            body.TemplateId is { } template ? StatementTemplateId.From(template) : null,
            body.Items is { } items ? Read("-", items, body.Greeting, body.Notice) : null);
        var made = await preview.HandleAsync(call.Tenant, wanted, ct);
        return made.IsRefused ? new PdfAnswer(StatementRefusals.Of(made.Refusal)) : new PdfAnswer(made.Value, "settlement-statement-preview.pdf");
    }

    private static Task<StatementTemplate?> FindAsync(JeongsanContext db, StatementTemplateId id, CancellationToken ct) =>
        db.Set<StatementTemplate>().SingleOrDefaultAsync(template => template.Id == id, ct);

    private static StatementTerms Read(string name, SettlementStatementItems items, string? greeting, string? notice) => new(
        name.Trim(), Code.Of(items.Detail).As<StatementDetail>(), items.PlatformFee, items.AdditionalFee, items.DiscountShare, items.Vat, items.WithheldTax, items.BankAccount, items.BankMemo,
        string.IsNullOrWhiteSpace(greeting) ? null : greeting.Trim(), string.IsNullOrWhiteSpace(notice) ? null : notice.Trim());

    private static SettlementStatementTemplateResponse Respond(StatementTemplate template) => new() { Template = Write(template) };

    private static SettlementStatementTemplateView Write(StatementTemplate template)
    {
        var terms = template.Terms;
        return new SettlementStatementTemplateView
        {
            Id = template.Id.Value,
            Name = terms.Name,
            IsDefault = template.IsDefault,
            Items = new SettlementStatementItems
            {
                Detail = Code.Of(terms.Detail).As<SettlementStatementDetail>(),
                PlatformFee = terms.ShowsPlatformFee,
                AdditionalFee = terms.ShowsAdditionalFee,
                DiscountShare = terms.ShowsDiscountShare,
                Vat = terms.ShowsVat,
                WithheldTax = terms.ShowsWithheldTax,
                BankAccount = terms.ShowsBankAccount,
                BankMemo = terms.ShowsBankMemo,
            },
            Greeting = terms.Greeting,
            Notice = terms.Notice,
            CreatedAt = template.CreatedAt,
            UpdatedAt = template.UpdatedAt,
        };
    }
}
