using CsCheck;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Domain.Transfers;
using Xunit;

namespace Jeongsan.Domain.Tests.Transfers;

/// <summary>Orders → transfers → settlements → payouts → invoices tie to the won, whatever the orders and cancellations.</summary>
public sealed class TyingTests
{
    private static readonly BankMemoDefaults Memos = new("플랫폼", null, null);

    [Fact]
    public void Calculate_AnyOrder_FollowsItsFormulaAndLinesAddUp() =>
        Gen.Select(OrderGenerator.Terms, OrderGenerator.Any).Sample((terms, request) =>
        {
            var details = Sample.Calculate(terms, request).Value;
            var amounts = details.Amounts;
            Assert.Equal(amounts.Order - amounts.Discount, amounts.Payment);
            Assert.Equal(amounts.Payment, amounts.PaymentSupply + amounts.PaymentVat + amounts.PaymentTaxFree);
            Assert.True(amounts.SettlementTaxFree >= Won.Zero && amounts.SettlementTaxFree <= Won.Max(amounts.Settlement, Won.Zero));
            if (details.Lines.Count > 0)
            {
                var lines = details.Lines.Aggregate(SettlementAmounts.Zero, (sum, line) => sum + line.Amounts);
                Assert.Equal(lines.Order, amounts.Order);
                Assert.Equal(lines.PlatformFee, amounts.PlatformFee);
                Assert.Equal(lines.PaymentVat, amounts.PaymentVat);
                var orderFees = details.AdditionalFees.Total(fee => fee.Amount + (fee.Policy.Terms.VatPayer == Domain.Policies.Payer.Partner ? fee.Vat : Won.Zero));
                Assert.Equal(lines.Settlement - orderFees, amounts.Settlement);
            }
        });

    [Fact]
    public void Cancel_AnyChainThatCancelsAll_SumsToTheOrder() =>
        Gen.Select(OrderGenerator.Terms, OrderGenerator.Any, Gen.Int[0, 100].Array[0, 6]).Sample((terms, request, steps) =>
        {
            var order = Sample.OrderTransfer(request, terms);
            var cancels = CancelAll(order, steps);
            Assert.Equal(order.Amounts, cancels.Aggregate(SettlementAmounts.Zero, (sum, cancel) => sum + cancel.Amounts));
            Assert.Equal(-order.SignedSettlement, cancels.Total(cancel => cancel.SignedSettlement));
            Assert.Equal(-order.SignedSettlementTaxFree, cancels.Total(cancel => cancel.SignedSettlementTaxFree));
        });

    [Fact]
    public void Cancel_SomeForgotten_StillSumsToTheOrder() =>
        Gen.Select(OrderGenerator.Terms, OrderGenerator.Any, Gen.Int[0, 60].Array[2, 5]).Sample((terms, request, steps) =>
        {
            var order = Sample.OrderTransfer(request, terms);
            var cancels = CancelSteps(order, steps);
            foreach (var forgotten in cancels.Where((_, index) => index % 2 == 0).ToArray())
            {
                order.ForgetCancellation(forgotten);
                cancels.Remove(forgotten);
            }

            if (order.Cancel(new CancelScope.All(), "last") is { IsRefused: false } last)
            {
                cancels.Add(last.Value);
            }

            Assert.Equal(order.Amounts, cancels.Aggregate(SettlementAmounts.Zero, (sum, cancel) => sum + cancel.Amounts));
        });

    [Fact]
    public void Chain_AnyOrdersAndCancellations_TiesToTheWon() =>
        Gen.Select(Gen.Select(OrderGenerator.Terms, OrderGenerator.Any, Gen.Int[0, 60].Array[0, 2]).Array[1, 8], Gen.Int[0, 4], Gen.Bool, Gen.Bool).Sample((orders, partnerKind, isNet, deductWht) =>
        {
            var partner = Sample.Partner(TypeOf(partnerKind));
            var transfers = orders.SelectMany((order, index) => OrderAndCancels(order.Item1, order.Item2, order.Item3, index, partner)).ToArray();
            var settlements = Gather(transfers);

            Assert.Equal(transfers.Total(transfer => transfer.SignedSettlement), settlements.Total(settlement => settlement.SignedSettlement));
            Assert.Equal(transfers.Total(transfer => transfer.SignedSettlementTaxFree), settlements.Total(settlement => settlement.SignedSettlementTaxFree));
            Assert.Equal(transfers.Length, settlements.Sum(settlement => settlement.TransferCount));

            var rules = new PayoutRules(isNet ? SettlementAmountType.Net : SettlementAmountType.Gross, deductWht, Sample.Today);
            var net = PayoutSelection.Net(partner.Snapshot(), settlements, rules, Memos).Amounts;
            Assert.Equal(settlements.Total(settlement => settlement.SignedSettlement), net.Settlement);
            Assert.Equal(net.Payout, net.Supply + net.TaxFree + net.Vat - net.IncomeTax - net.LocalIncomeTax);
            if (!isNet)
            {
                Assert.Equal(net.Settlement, net.Supply + net.TaxFree + net.Vat);
            }

            var chosen = PayoutSelection.Choose(settlements, new Dictionary<PartnerId, PartnerSnapshot> { [partner.Id] = partner.Snapshot() }, rules, PayoutRoute.Remittance, Memos);
            if (net.Payout <= Won.Zero)
            {
                Assert.IsType<PayoutRefusal.NetNotPositive>(chosen.Refusal);
                return;
            }

            var bulk = BulkPayout.Create(Sample.Tenant, new("b"), "9월", Foundation.Actor.System, PayoutMethod.Direct, chosen.Value, Sample.Now).Value;
            var payout = Payout.Prepare(new PayoutId("po"), bulk, 0, chosen.Value.Partners[0], Sample.Now);
            Assert.Equal(payout.Amount, bulk.TotalPayoutAmount);
            AssertInvoicesTie(payout);
        });

    private static List<PartnerSettlement> Gather(IEnumerable<Transfer> transfers) =>
    [
        .. transfers.GroupBy(transfer => GatheringKey.Of(transfer, manualSettlementPerTransfer: false)).Select((group, index) =>
        {
            var first = group.First();
            var settlement = PartnerSettlement.Open(new($"s{index}"), group.Key, first, TransferSums.Of(first), Sample.Now);
            foreach (var late in group.Skip(1))
            {
                settlement.Add(TransferSums.Of(late));
            }

            return settlement;
        }),
    ];

    private static void AssertInvoicesTie(Payout payout)
    {
        var drafts = TaxInvoiceDraft.From(payout, Sample.Party(Sample.PlatformBrn, "플랫폼"), Sample.Today, new("정산", TaxInvoicePurpose.Receipt, []));
        if (!TaxInvoiceDraft.MayIssue(payout.Partner.Profile.Type))
        {
            Assert.IsType<TaxInvoiceRefusal.PartnerIssuesNone>(drafts.Refusal);
            return;
        }

        Assert.Equal(payout.Amount, drafts.Value.Total(content => content.TotalAmount));
        Assert.Equal(payout.VatAmount, drafts.Value.Total(content => content.TotalTax));
        Assert.All(drafts.Value, content => Assert.Null(TaxInvoiceChecks.Check(content)));
        Assert.Equal(drafts.Value.Count, drafts.Value.Select(content => content.Taxation).Distinct().Count());
    }

    private static PartnerType TypeOf(int kind) => kind switch
    {
        0 => Sample.Business(),
        1 => Sample.Business(TaxationType.SimpleTaxInvoiceIssuer),
        2 => Sample.Business(TaxationType.TaxFree),
        3 => new PartnerType.WhtPayer(null),
        _ => new PartnerType.NonWhtPayer(null),
    };

    private static List<Transfer> OrderAndCancels(Domain.Policies.ContractTerms terms, OrderRequest request, int[] steps, int index, Partner partner)
    {
        var order = Sample.OrderTransfer(request, terms, $"t{index}", partner);
        return [order, .. CancelSteps(order, steps, $"t{index}-")];
    }

    private static List<Transfer> CancelAll(Transfer order, int[] steps)
    {
        var cancels = CancelSteps(order, steps);
        if (order.Cancel(new CancelScope.All(), "last") is { IsRefused: false } last)
        {
            cancels.Add(last.Value);
        }

        return cancels;
    }

    /// <summary>Cancels a share of what remains at each step.</summary>
    private static List<Transfer> CancelSteps(Transfer order, int[] percents, string prefix = "c")
    {
        var cancels = new List<Transfer>();
        foreach (var (index, percent) in percents.Index())
        {
            var (left, leftTaxFree) = (order.Amounts.Order - Taken(order).Order, order.Amounts.OrderTaxFree - Taken(order).OrderTaxFree);
            CancelScope scope = order.Lines.Count == 0
                ? new CancelScope.Amount(new Won(left.Value * percent / 100))
                : new CancelScope.Quantities([.. order.Lines.Take(1 + (percent % order.Lines.Count)).Select(line => new CancelLine(line.Product.Id, 1, []))]);
            Won? taxFree = order.Lines.Count == 0 ? new Won(leftTaxFree.Value * percent / 100) : null;
            var cancel = order.Cancel(scope, $"{prefix}{index}", taxFree);
            if (!cancel.IsRefused)
            {
                cancels.Add(cancel.Value);
            }
        }

        return cancels;
    }

    private static SettlementAmounts Taken(Transfer order) => order.Cancelled?.Taken?.Amounts ?? SettlementAmounts.Zero;
}
