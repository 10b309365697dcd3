using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Etax;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.TaxInvoices;

namespace Jeongsan.Server.Api.Operations;

/// <summary>수정세금계산서 by what happened; the law decides what is written.</summary>
internal static class AmendmentOperations
{
    /// <summary>So that supply and tax together, and the sum of 99 items, stay readable amounts.</summary>
    private const long AmountMax = Won.Limit / 200;

    public static void MapAmendmentOperations(this IEndpointRouteBuilder api) =>
        api.MapGroup("/platform/tax-invoices").WithTags("세금계산서 (자체 API)")
            .MapPost("/{taxInvoiceId}/amend", AmendTaxInvoice).Needs(PersonRight.Edit).Refuses<AmendTaxInvoiceError>();

    private static async Task<Answer<AmendTaxInvoiceResponse>> AmendTaxInvoice(
        ApiCall<AmendTaxInvoiceBody> call, string taxInvoiceId, AmendTaxInvoice amend, Store store, CancellationToken ct)
    {
        var cause = Cause(call.Body);
        if (cause.IsRefused)
        {
            return Of(cause.Refusal);
        }
        var amended = await amend.HandleAsync(call.Tenant, call.Actor, TaxInvoiceId.From(taxInvoiceId), cause.Value, call.Body.Memo, ct);
        var today = await TaxInvoiceLookup.TodayAsync(call.Tenant, store, ct);
        return amended.Answer(invoices => new AmendTaxInvoiceResponse { TaxInvoices = [.. invoices.Select(invoice => TaxInvoiceMapping.Write(invoice, today))] }, Of);
    }

    private static Outcome<AmendmentCause> Cause(AmendTaxInvoiceBody body)
    {
        if (Amounts(body).FirstOrDefault(amount => amount.Value is < -AmountMax or > AmountMax).Field is { } field)
        {
            return new RequestRefusal(field, "다룰 수 있는 금액을 넘었어요.");
        }
        return body.Cause switch
        {
            AmendmentCauseKind.Correction when body is { CorrectionCause: { } why, Corrected: { } right } => Corrected(why, right),
            AmendmentCauseKind.Correction => new RequestRefusal("correctionCause, corrected", "왜 잘못 적었는지와 바르게 고친 내용을 모두 적어 주세요."),
            AmendmentCauseKind.SupplyChanged when body is { On: { } on, SupplyAmount: { } supply, TaxAmount: { } tax } => new AmendmentCause.SupplyChanged(on, new Won(supply), new Won(tax)),
            AmendmentCauseKind.Returned when body is { On: { } on, SupplyAmount: { } supply, TaxAmount: { } tax } => new AmendmentCause.Returned(on, new Won(supply), new Won(tax)),
            AmendmentCauseKind.SupplyChanged or AmendmentCauseKind.Returned =>
                new RequestRefusal("on, supplyAmount, taxAmount", "사유가 생긴 날(on)과 공급가액(supplyAmount), 세액(taxAmount)을 모두 적어 주세요."),
            AmendmentCauseKind.ContractCancelled when body.On is { } on => new AmendmentCause.ContractCancelled(on),
            AmendmentCauseKind.ContractCancelled => new RequestRefusal("on", "계약을 해제한 날(on)을 적어 주세요."),
            AmendmentCauseKind.IssuedTwice => new AmendmentCause.IssuedTwice(),
            AmendmentCauseKind.NotSubject => new AmendmentCause.NotSubject(),
            _ => throw new System.Diagnostics.UnreachableException(body.Cause.ToString()),
        };
    }

    private static Outcome<AmendmentCause> Corrected(CorrectionCauseKind why, CorrectedTaxInvoice right)
    {
        var items = TaxInvoiceReading.Items("corrected.items", right.Items);
        if (items.IsRefused)
        {
            return items.Refusal;
        }
        return new AmendmentCause.Corrected(Code.Of(why).As<EtaxCorrectionCause>(), new CorrectedContent
        {
            WriteDate = right.WriteDate,
            Taxation = right.TaxationType is { } taxation ? Code.Of(taxation).As<TaxInvoiceTaxation>() : null,
            Purpose = right.PurposeType is { } purpose ? Code.Of(purpose).As<TaxInvoicePurpose>() : null,
            Supply = Amount(right.TotalSupplyAmount),
            Tax = Amount(right.TotalTaxAmount),
            Items = right.Items is null ? null : items.Value,
            Remarks = right.Remarks,
            Supplier = Party(right.Supplier),
            Recipient = Party(right.Recipient),
        });
    }

    private static CorrectedParty? Party(CorrectedCompany? company) => company is null
        ? null
        : new CorrectedParty(company.Name, company.RepresentativeName, company.Address, company.BusinessType, company.BusinessClass, company.TaxRegistrationId);

    private static IEnumerable<(string Field, long? Value)> Amounts(AmendTaxInvoiceBody body) =>
    [
        ("supplyAmount", body.SupplyAmount),
        ("taxAmount", body.TaxAmount),
        ("corrected.totalSupplyAmount", body.Corrected?.TotalSupplyAmount),
        ("corrected.totalTaxAmount", body.Corrected?.TotalTaxAmount),
        .. (body.Corrected?.Items ?? []).SelectMany(item => new (string, long?)[] { ("corrected.items.supplyCostAmount", item.SupplyCostAmount), ("corrected.items.taxAmount", item.TaxAmount) }),
    ];

    private static Won? Amount(long? amount) => amount is { } given ? new Won(given) : null;

    private static ApiError Of(Refusal refusal) => refusal switch
    {
        AmendmentRefusal.OriginalNotIssued => new B2bTaxInvoiceNotIssuedStatusError(),
        AmendmentRefusal.AlreadyAmended already => new TaxInvoiceAlreadyAmendedError { TaxInvoiceId = already.By.Value },
        AmendmentRefusal.NotPlanned planned => Invalid.Request(planned.Words),
        TaxInvoiceRefusal content when TaxInvoiceRefusals.OfContent(content, "corrected") is { } faulty => faulty,
        _ => TaxInvoiceRefusals.OfWriting(refusal),
    };
}
