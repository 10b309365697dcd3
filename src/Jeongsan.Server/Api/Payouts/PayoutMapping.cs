using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Partners;

namespace Jeongsan.Server.Api.Payouts;

/// <summary>Amount and number of the payouts of one bulk payout in one status.</summary>
internal readonly record struct PayoutTally(PayoutStatus Status, long AmountWon, int Count);

/// <summary>Payouts from the domain to the wire.</summary>
internal static class PayoutMapping
{
    /// <param name="invoice">State of the invoice on the taxable part, or else on the tax-free part; null when there is none.</param>
    /// <param name="statement">Of the newest statement that was sent.</param>
    public static PlatformPayout Write(Payout payout, TaxInvoiceStatus? invoice, PlatformPayoutSettlementStatementSummary statement) => new()
    {
        Id = payout.Id.Value,
        GraphqlId = GraphqlId.Of("PlatformPayout", payout.Id.Value),
        BulkPayoutId = payout.BulkPayoutId.Value,
        BulkPayoutGraphqlId = GraphqlId.Of("PlatformBulkPayout", payout.BulkPayoutId.Value),
        Method = Code.Of(payout.Method).As<PlatformPayoutMethod>(),
        Status = Code.Of(payout.Status).As<PlatformPayoutStatus>(),
        StatusUpdatedAt = payout.StatusUpdatedAt,
        Memo = payout.Memo,
        Partner = PartnerMapping.Write(payout.Partner, payout.Mode),
        Account = new PlatformPayoutAccount
        {
            Bank = Code.Of(payout.Account.Bank).As<BankCode>(),
            Number = payout.Account.Number,
            Holder = payout.Account.Holder,
        },
        TaxInvoiceId = InvoiceOf(payout)?.Value,
        TaxInvoiceStatus = invoice is { } status ? Code.Of(status).As<PlatformPayoutTaxInvoiceStatus>() : PlatformPayoutTaxInvoiceStatus.None,
        Currency = Code.Of(payout.Currency).As<CurrencyCode>(),
        Amount = payout.Amount.Value,
        SupplyAmount = payout.SupplyAmount.Value,
        TaxFreeAmount = payout.TaxFreeAmount.Value,
        VatAmount = payout.VatAmount.Value,
        SettlementAmount = payout.SettlementAmount.Value,
        SettlementTaxFreeAmount = payout.SettlementTaxFreeAmount.Value,
        IncomeTaxAmount = payout.IncomeTaxAmount.Value,
        LocalIncomeTaxAmount = payout.LocalIncomeTaxAmount.Value,
        WithdrawalMemo = payout.WithdrawalMemo,
        DepositMemo = payout.DepositMemo,
        CreatedAt = payout.CreatedAt,
        ScheduledAt = payout.ScheduledAt,
        FailReason = payout.FailReason,
        DeductWht = payout.DeductWht,
        SettlementAmountType = Code.Of(payout.SettlementAmountType).As<Contracts.SettlementAmountType>(),
        SettlementStatement = statement,
    };

    public static TaxInvoiceId? InvoiceOf(Payout payout) => payout.TaxInvoiceId ?? payout.TaxFreeInvoiceId;

    public static PlatformBulkPayout Write(BulkPayout bulk, IReadOnlyList<PayoutTally> tallies) => new()
    {
        Id = bulk.Id.Value,
        GraphqlId = GraphqlId.Of("PlatformBulkPayout", bulk.Id.Value),
        Name = bulk.Name,
        CreatorId = bulk.CreatorId,
        Method = Code.Of(bulk.Method).As<PlatformPayoutMethod>(),
        TotalPayoutAmount = bulk.TotalPayoutAmount.Value,
        TotalSettlementAmount = bulk.TotalSettlementAmount.Value,
        Status = Code.Of(bulk.Status).As<PlatformBulkPayoutStatus>(),
        PayoutStats = new PlatformBulkPayoutStats
        {
            Amount = Stats(status => tallies.Where(tally => tally.Status == status).Sum(tally => tally.AmountWon)),
            Count = Stats(status => tallies.Where(tally => tally.Status == status).Sum(tally => tally.Count)),
        },
        StatusUpdatedAt = bulk.StatusUpdatedAt,
        CreatedAt = bulk.CreatedAt,
        UpdatedAt = bulk.UpdatedAt,
    };

    public static PlatformPayoutStatusStats Stats(Func<PayoutStatus, long> of) => new()
    {
        Confirmed = of(PayoutStatus.Confirmed),
        Prepared = of(PayoutStatus.Prepared),
        Cancelled = of(PayoutStatus.Cancelled),
        Stopped = of(PayoutStatus.Stopped),
        Processing = of(PayoutStatus.Processing),
        Succeeded = of(PayoutStatus.Succeeded),
        Failed = of(PayoutStatus.Failed),
        Scheduled = of(PayoutStatus.Scheduled),
    };

    public static PlatformBulkPayoutStatusStats Stats(Func<BulkPayoutStatus, long> of) => new()
    {
        Preparing = of(BulkPayoutStatus.Preparing),
        Prepared = of(BulkPayoutStatus.Prepared),
        Ongoing = of(BulkPayoutStatus.Ongoing),
        PostProcessPending = of(BulkPayoutStatus.PostProcessPending),
        Completed = of(BulkPayoutStatus.Completed),
        Cancelled = of(BulkPayoutStatus.Cancelled),
    };
}
