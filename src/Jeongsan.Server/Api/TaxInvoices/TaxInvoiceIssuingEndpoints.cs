using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.TaxInvoices;

/// <summary>세금계산서: 발행 승인과 거부, by a program that acts for the supplier: our own company, or one whose certificate the ASP has.</summary>
internal static class TaxInvoiceIssuingEndpoints
{
    private const int ReasonLengthMax = 200;
    private const int SubjectLengthMax = 200;
    private const string NoReason = "사유를 적지 않음";

    public static void MapTaxInvoiceIssuing(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/b2b/tax-invoices").WithTags("세금계산서");
        routes.MapPost("/issue-immediately", IssueB2bTaxInvoiceImmediately).Needs(PersonRight.Edit).Refuses<IssueB2bTaxInvoiceImmediatelyError>();
        routes.MapPost("/{taxInvoiceKey}/issue", IssueB2bTaxInvoice).Needs(PersonRight.Edit).Refuses<IssueB2bTaxInvoiceError>();
        routes.MapPost("/{taxInvoiceKey}/refuse-request", RefuseB2bTaxInvoiceRequest).Needs(PersonRight.Edit).Refuses<RefuseB2bTaxInvoiceRequestError>();
    }

    private static async Task<Answer<IssueB2bTaxInvoiceImmediatelyResponse>> IssueB2bTaxInvoiceImmediately(
        ApiCall<IssueB2bTaxInvoiceImmediatelyBody> call, Store store, IssueByPlatform issue, CancellationToken ct)
    {
        // The operation's name says the type; REVERSE stated is a contradiction that the use case refuses.
        var input = call.Body.TaxInvoice with { IssuanceType = call.Body.TaxInvoice.IssuanceType ?? B2bTaxInvoiceIssuanceType.Normal };
        var written = await TaxInvoiceWritingEndpoints.ReadAsync(call.Tenant, input, call.Body.Memo, call.Body.Modification, store, ct);
        var issued = written.IsRefused
            ? written.Refusal
            : await issue.ImmediatelyAsync(call.Tenant, call.Actor, written.Value with { CreatesRecipient = call.Body.CreateRecipientCounterparty == true }, ct);
        var today = await TaxInvoiceLookup.TodayAsync(call.Tenant, store, ct);
        return issued.Answer(invoice => new IssueB2bTaxInvoiceImmediatelyResponse { TaxInvoice = TaxInvoiceMapping.Write(invoice, today) }, TaxInvoiceRefusals.OfWriting);
    }

    private static async Task<Answer<IssueB2bTaxInvoiceResponse>> IssueB2bTaxInvoice(
        ApiCall<IssueB2bTaxInvoiceBody> call, string taxInvoiceKey, [AsParameters] TaxInvoiceKeyQuery key, Store store, IssueByPlatform issue, CancellationToken ct)
    {
        if (call.Body.EmailSubject is { } subject && (subject.Length is 0 or > SubjectLengthMax || subject.Any(char.IsControl)))
        {
            return Invalid.Field("emailSubject", $"줄바꿈 없이 1~{SubjectLengthMax}자로 적어 주세요.");
        }
        var done = await TaxInvoiceLookup.ActAsync(
            call.Tenant, taxInvoiceKey, key, store, id => issue.HandleAsync(call.Tenant, call.Actor, id, call.Body.Memo, call.Body.EmailSubject, ct), ct);
        return done.Answer(invoice => new IssueB2bTaxInvoiceResponse { TaxInvoice = invoice }, TaxInvoiceRefusals.OfIssue);
    }

    private static async Task<Answer<RefuseB2bTaxInvoiceRequestResponse>> RefuseB2bTaxInvoiceRequest(
        ApiCall<RefuseB2bTaxInvoiceRequestBody> call, string taxInvoiceKey, [AsParameters] TaxInvoiceKeyQuery key, Store store, UndoTaxInvoice undo, CancellationToken ct)
    {
        if (call.Body.Memo?.Length > ReasonLengthMax)
        {
            return Invalid.Field("memo", $"{ReasonLengthMax}자 이하로 적어 주세요.");
        }
        if (await TaxInvoiceLookup.FindAsync(call.Tenant, taxInvoiceKey, key, store, ct) is not { } found)
        {
            return new B2bTaxInvoiceNotFoundError();
        }
        var refused = await undo.RefuseAsync(call.Tenant, call.Actor, found.Id, found.SupplierBrn, call.Body.Memo is { Length: > 0 } reason ? reason : NoReason, ct);
        var today = await TaxInvoiceLookup.TodayAsync(call.Tenant, store, ct);
        return refused.Answer(invoice => new RefuseB2bTaxInvoiceRequestResponse { TaxInvoice = TaxInvoiceMapping.Write(invoice, today) }, TaxInvoiceRefusals.Of);
    }
}
