using Jeongsan.Application.People;
using Jeongsan.Application.Statements;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Statements;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Partners;

namespace Jeongsan.Server.Api.Operations;

/// <summary>정산내역서: what a payout consists of, for the partner who gets it. Its transfers are those of its settlements.</summary>
internal static class StatementOperations
{
    public static void MapStatementOperations(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/payouts/{id}").WithTags("정산내역서 (자체 API)");
        routes.MapGet("/settlement-statement", GetSettlementStatement).Needs(PersonRight.See).Refuses<GetSettlementStatementError>();
        routes.MapGet("/settlement-statement/pdf", DownloadSettlementStatement).Needs(PersonRight.Download).Shows(PersonalDataItem.BusinessIdentity, PersonalDataItem.SettlementLines).Refuses<GetSettlementStatementError>();
    }

    private static async Task<Answer<SettlementStatementView>> GetSettlementStatement(ApiCall call, string id, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        return await SettlementStatement.ReadAsync(db, PayoutId.From(id), ct) is { } statement ? Write(statement) : new PayoutNotFoundError { PayoutId = id };
    }

    private static async Task<PdfAnswer> DownloadSettlementStatement(ApiCall call, string id, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        return await SettlementStatement.ReadAsync(db, PayoutId.From(id), ct) is { } statement
            ? new PdfAnswer(statement.ToPdf(StatementTerms.Usual), $"settlement-statement-{id}.pdf")
            : new PdfAnswer(new PayoutNotFoundError { PayoutId = id });
    }

    private static SettlementStatementView Write(SettlementStatement statement)
    {
        var payout = statement.Payout;
        return new SettlementStatementView
        {
            PayoutId = payout.Id.Value,
            Status = Code.Of(payout.Status).As<PlatformPayoutStatus>(),
            PaidAt = payout.PaidAt,
            Partner = PartnerMapping.Write(payout.Partner, payout.Mode),
            Platform = statement.Company is not { } company ? null : new SettlementStatementPlatform
            {
                CompanyName = company.CompanyName,
                BusinessRegistrationNumber = company.BusinessNumber.Value,
                RepresentativeName = company.RepresentativeName,
            },
            Currency = Code.Of(payout.Currency).As<CurrencyCode>(),
            Settlements = [.. statement.Settlements.Select(Line)],
            SettlementAmount = payout.SettlementAmount.Value,
            SettlementTaxFreeAmount = payout.SettlementTaxFreeAmount.Value,
            Payout = new PayoutAmountsView
            {
                Supply = payout.SupplyAmount.Value,
                TaxFree = payout.TaxFreeAmount.Value,
                Vat = payout.VatAmount.Value,
                IncomeTax = payout.IncomeTaxAmount.Value,
                LocalIncomeTax = payout.LocalIncomeTaxAmount.Value,
                Payout = payout.Amount.Value,
            },
        };
    }

    private static SettlementStatementLine Line(PartnerSettlement settlement) => new()
    {
        PartnerSettlementId = settlement.Id.Value,
        Type = Code.Of(settlement.Kind).As<PlatformTransferType>(),
        ContractName = settlement.Contract?.Terms.Name,
        SettlementDate = settlement.SettlementDate,
        StartDateFrom = settlement.StartDateFrom,
        StartDateUntil = settlement.StartDateUntil,
        TransferCount = settlement.TransferCount,
        Amounts = RehearsalMapping.Write(SettlementStatement.Signed(settlement)),
    };
}
