using Jeongsan.Application.Mails;
using Jeongsan.Application.SupplierDesk;
using Jeongsan.Domain.Foundation;
using Jeongsan.Etax;
using Jeongsan.Etax.Pdf;
using Jeongsan.Server.Console.Details;

namespace Jeongsan.Server.Api.SupplierDesk;

/// <summary>
/// What a supplier does at the page behind a mail's link, for programs: with the link's token instead of an API secret, and
/// with the same rules, counts and refusals, for it is the same desk.
/// </summary>
internal static class SupplierDeskEndpoints
{
    public const string Root = "/supplier-desk";

    private const int ReasonLengthMax = 200;
    private const int BusinessNumberLength = 10;

    public static void MapSupplierDesk(this IEndpointRouteBuilder endpoints)
    {
        var desk = endpoints.MapGroup(Root).WithTags("공급자 링크 (자체 API)").AllowAnonymous();
        desk.MapGet("/link", GetSupplierLink).Refuses<SupplierLinkError>();
        desk.MapPost("/visit", BeginSupplierVisit).Refuses<SupplierLinkError>();
        desk.MapGet("/certificate", GetSupplierCertificate).Refuses<SupplierTaxInvoiceError>();
        desk.MapGet("/tax-invoice", GetSupplierTaxInvoice).Refuses<SupplierTaxInvoiceError>();
        desk.MapPost("/tax-invoice/approve", ApproveSupplierTaxInvoice).Refuses<SupplierTaxInvoiceError>();
        desk.MapPost("/tax-invoice/refuse", RefuseSupplierTaxInvoice).Refuses<SupplierTaxInvoiceError>();
        desk.MapPost("/tax-invoice/cancel", CancelSupplierTaxInvoice).Refuses<SupplierTaxInvoiceError>();
        desk.MapGet("/tax-invoice/history", GetSupplierTaxInvoiceHistory).Refuses<SupplierTaxInvoiceError>();
        desk.MapGet("/tax-invoice/pdf", DownloadSupplierTaxInvoicePdf).Refuses<SupplierTaxInvoiceError>();
        desk.MapGet("/tax-invoice/xml", DownloadSupplierTaxInvoiceXml).Refuses<SupplierTaxInvoiceError>();
    }

    private static async Task<Answer<GetSupplierLinkResponse>> GetSupplierLink(LinkCall call, SupplierAccess desk, CertificateDesk certificates, CancellationToken ct)
    {
        var approval = await desk.OpenAsync(call.Token, ct);
        return approval.Refusal is SupplierDeskRefusal.LinkUnknown
            ? (await certificates.OpenAsync(call.Token, ct)).Answer(SupplierDeskMapping.Write, SupplierDeskRefusals.OfLink)
            : approval.Answer(SupplierDeskMapping.Write, SupplierDeskRefusals.OfLink);
    }

    private static async Task<Answer<BeginSupplierVisitResponse>> BeginSupplierVisit(
        LinkCall<BeginSupplierVisitBody> call, SupplierAccess desk, CertificateDesk certificates, SupplierVisits visits, CancellationToken ct)
    {
        var digits = call.Body.BusinessRegistrationNumber.Replace("-", "", StringComparison.Ordinal);
        if (digits.Length != BusinessNumberLength || !digits.All(char.IsAsciiDigit))
        {
            return Invalid.Field("businessRegistrationNumber", "사업자등록번호 10자리를 모두 적어 주세요.");
        }
        var entered = await desk.CheckBusinessNumberAsync(call.Token, digits, call.NetworkAddress, ct);
        if (entered.Refusal is SupplierDeskRefusal.LinkUnknown)
        {
            entered = await certificates.CheckBusinessNumberAsync(call.Token, digits, call.NetworkAddress, ct);
        }
        return entered.Answer(
            _ => new BeginSupplierVisitResponse { AccessToken = visits.Begin(call.Token), ExpiresInSeconds = SupplierVisits.Seconds }, SupplierDeskRefusals.OfLink);
    }

    private static async Task<Answer<GetSupplierCertificateResponse>> GetSupplierCertificate(
        VisitCall call, SupplierAccess desk, CertificateDesk certificates, MailOptions mail, CancellationToken ct)
    {
        var approval = await desk.CertificateAsync(call.Token, new Uri(mail.PublicAddress, $"/s/{call.Token}/certificate"), ct);
        return approval.Refusal is SupplierDeskRefusal.LinkUnknown
            ? (await certificates.CertificateAsync(call.Token, new Uri(mail.PublicAddress, $"/c/{call.Token}"), ct)).Answer(SupplierDeskMapping.Write, SupplierDeskRefusals.Of)
            : approval.Answer(SupplierDeskMapping.Write, SupplierDeskRefusals.Of);
    }

    private static async Task<Answer<SupplierTaxInvoiceResponse>> GetSupplierTaxInvoice(VisitCall call, SupplierAccess desk, CancellationToken ct) =>
        (await desk.ViewAsync(call.Token, ct)).Answer(SupplierDeskMapping.Write, SupplierDeskRefusals.Of);

    private static async Task<Answer<SupplierTaxInvoiceResponse>> ApproveSupplierTaxInvoice(VisitCall call, SupplierAccess desk, CancellationToken ct) =>
        await AfterAsync(await desk.ApproveAsync(call.Token, ct), call.Token, desk, ct);

    private static async Task<Answer<SupplierTaxInvoiceResponse>> RefuseSupplierTaxInvoice(VisitCall<SupplierReasonBody> call, SupplierAccess desk, CancellationToken ct) =>
        Reason(call.Body) is { } reason ? await AfterAsync(await desk.RefuseAsync(call.Token, reason, ct), call.Token, desk, ct) : NoReason();

    private static async Task<Answer<SupplierTaxInvoiceResponse>> CancelSupplierTaxInvoice(VisitCall<SupplierReasonBody> call, SupplierAccess desk, CancellationToken ct) =>
        Reason(call.Body) is { } reason ? await AfterAsync(await desk.CancelIssuanceAsync(call.Token, reason, ct), call.Token, desk, ct) : NoReason();

    private static async Task<Answer<GetSupplierTaxInvoiceHistoryResponse>> GetSupplierTaxInvoiceHistory(VisitCall call, SupplierAccess desk, CancellationToken ct) =>
        (await desk.HistoryAsync(call.Token, ct)).Answer(
            rows => new GetSupplierTaxInvoiceHistoryResponse
            {
                Items = [.. rows.Select(row => new SupplierTaxInvoiceEvent { At = row.At, What = HistoryWords.Of(row.What), By = By(row.By) })],
            },
            SupplierDeskRefusals.Of);

    private static async Task<MediaAnswer<PdfMedia>> DownloadSupplierTaxInvoicePdf(VisitCall call, SupplierAccess desk, CancellationToken ct)
    {
        var form = await desk.FormAsync(call.Token, ct);
        return form.IsRefused
            ? SupplierDeskRefusals.Of(form.Refusal)
            : new MediaAnswer<PdfMedia>(TaxInvoicePdf.RenderPdf(form.Value, FormCopy.Supplier), $"{form.Value.ApprovalNumber ?? "draft"}.pdf");
    }

    private static async Task<MediaAnswer<XmlMedia>> DownloadSupplierTaxInvoiceXml(VisitCall call, SupplierAccess desk, CancellationToken ct)
    {
        var xml = await desk.XmlAsync(call.Token, ct);
        return xml.IsRefused ? SupplierDeskRefusals.Of(xml.Refusal) : new MediaAnswer<XmlMedia>(xml.Value.ToArray(), "tax-invoice.xml");
    }

    /// <summary>The invoice as it is now.</summary>
    private static async Task<Answer<SupplierTaxInvoiceResponse>> AfterAsync(Outcome<Done> done, string token, SupplierAccess desk, CancellationToken ct) => done.IsRefused
        ? SupplierDeskRefusals.Of(done.Refusal)
        : (await desk.ViewAsync(token, ct)).Answer(SupplierDeskMapping.Write, SupplierDeskRefusals.Of);

    private static string? Reason(SupplierReasonBody body) => body.Reason.Trim() is { Length: > 0 and <= ReasonLengthMax } reason ? reason : null;

    private static Answer<SupplierTaxInvoiceResponse> NoReason() => Invalid.Field("reason", $"사유를 1~{ReasonLengthMax}자로 적어 주세요.");

    private static SupplierEventByCode By(ActorKind kind) => kind switch
    {
        ActorKind.Supplier => SupplierEventByCode.Supplier,
        ActorKind.Person or ActorKind.ApiSecret => SupplierEventByCode.Platform,
        _ => SupplierEventByCode.System,
    };
}
