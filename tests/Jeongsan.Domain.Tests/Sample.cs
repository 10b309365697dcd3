using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Policies.Formulas;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Domain.Tests;

/// <summary>Contract A, the policies and the partners of the published examples.</summary>
internal static class Sample
{
    public static readonly Tenant Tenant = new(new MerchantId("m"), Mode.Test);
    public static readonly DateTimeOffset Now = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 9, 1);
    public static readonly BusinessRegistrationNumber ValidBrn = new("1008100013");
    public static readonly BusinessRegistrationNumber PlatformBrn = new("1008100027");

    // "contract A: 10 %, VAT borne by the partner, D+2, monthly on the 31st, business day before"
    public static readonly SettlementCycle CycleA = new(2, SettlementDatePolicy.HolidayBefore, new SettlementCycleMethod.Monthly([31]));

    public static readonly ContractTerms TermsA = new("A", null, new Fee.FixedRate(Rate.OfPercent(10)), Payer.Partner, false, CycleA);

    public static readonly AdditionalFeeSnapshot FivePercent =
        new(new("fee5"), new("5 %", null, new Fee.FixedRate(Rate.OfPercent(5)), Payer.Partner), false, Now);

    public static readonly DiscountShareSnapshot HalfShare = new(new("half"), new("50 %", null, Rate.OfPercent(50)), false, Now);

    public static ContractSnapshot Contract(ContractTerms? terms = null) => new(new ContractId("A"), terms ?? TermsA, false, Now);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static PartnerType.Business Business(TaxationType taxation = TaxationType.Normal, BusinessRegistrationNumber? brn = null) =>
        new("하늘상회", taxation, BusinessStatus.InBusiness, brn ?? ValidBrn, "김하늘", "서울시 중구", "도소매", "잡화");

    public static PartnerProfile Profile(PartnerType? type = null, string name = "하늘상회") => new(
        name,
        new Contact("김하늘", "010-0000-0000", "sky@example.com"),
        new BankAccount(Bank.Kookmin, Currency.Krw, "12345678901", "김하늘"),
        new ContractId("A"),
        null,
        [],
        type ?? Business(),
        []);

    public static Partner Partner(PartnerType? type = null, string id = "p1") =>
        Domain.Partners.Partner.Create(Tenant, new PartnerId(id), Profile(type), Today, Now).Value;

    public static PaymentSnapshot Payment(string id = "pay1") => new(new PaymentId(id), true, "KRW", null, Now, null, null, null);

    public static OrderRequest Order(long total, params OrderDiscount[] discounts) =>
        new(new OrderDetail.Total(new Won(total)), null, discounts, []);

    public static Transfer OrderTransfer(OrderRequest request, ContractTerms? terms = null, string id = "t1", Partner? partner = null) =>
        OrderTransfer(SettlementCalculation.Calculate(terms ?? TermsA, SettlementFormulas.Default, request).Value, terms, id, partner);

    /// <summary>By the formulas that hold while a platform sets none.</summary>
    public static Outcome<TransferDetails> Calculate(ContractTerms terms, OrderRequest request) =>
        SettlementCalculation.Calculate(terms, SettlementFormulas.Default, request).Then<TransferDetails>(calculated => calculated.Details);

    public static Transfer OrderTransfer(CalculatedOrder calculated, ContractTerms? terms = null, string id = "t1", Partner? partner = null, IReadOnlyList<SettlementParameter>? parameters = null) =>
        Transfer.ForOrder(
            Tenant,
            new TransferId(id),
            new OrderTransferInput((partner ?? Partner()).Snapshot(), Contract(terms), Payment(), Currency.Krw, Today, Today.AddDays(10), null, 0, parameters ?? [], []),
            calculated,
            Today,
            Now).Value;

    public static Outcome<Transfer> Cancel(this Transfer order, CancelScope scope, string id = "c1", Won? taxFree = null, params CancelDiscount[] discounts) =>
        order.Cancel(SettlementFormulas.Default, scope, id, taxFree, discounts);

    public static Outcome<Transfer> Cancel(this Transfer order, SettlementFormulas formulas, CancelScope scope, string id, Won? taxFree = null, params CancelDiscount[] discounts) =>
        order.Cancel(
            new TransferId(id),
            new OrderCancelInput(new CancelRequest(scope, taxFree, discounts), new CancellationSnapshot(new CancellationId(id), Now), Today, Today.AddDays(10), null, []),
            formulas,
            Today,
            Now);

    public static TaxInvoiceParty Party(BusinessRegistrationNumber brn, string name) =>
        new(brn, null, null, name, "홍길동", "서울시", "서비스", "중개", new TaxInvoiceContact("담당", null, null, null, "tax@example.com"));

    public static TaxInvoiceContent Content(TaxInvoiceIssuance issuance = TaxInvoiceIssuance.Reverse) => new()
    {
        Taxation = TaxInvoiceTaxation.Taxable,
        Issuance = issuance,
        Purpose = TaxInvoicePurpose.Receipt,
        WriteDate = new DateOnly(2026, 9, 30),
        TotalSupply = new Won(10_000),
        TotalTax = new Won(1_000),
        TotalAmount = new Won(11_000),
        Supplier = Party(ValidBrn, "하늘상회"),
        Recipient = Party(PlatformBrn, "플랫폼"),
    };

    public static TaxInvoice Invoice(TaxInvoiceIssuance issuance = TaxInvoiceIssuance.Reverse) =>
        TaxInvoice.Draft(Tenant, new TaxInvoiceId("i1"), Content(issuance), new TaxInvoiceOrigin(null, "K1"), new DateOnly(2026, 10, 12), false, Actor.System, Now).Value;
}
