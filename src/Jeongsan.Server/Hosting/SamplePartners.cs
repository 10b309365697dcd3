using Jeongsan.Application.Partners;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Server.Hosting;

/// <summary>Invented partners of each type. The business numbers are test numbers: they pass the check digit and belong to nobody.</summary>
internal static class SamplePartners
{
    public const string IgnoresMails = "partner-sori";

    /// <summary>Those that issue tax invoices or 계산서.</summary>
    public static IReadOnlyList<string> Issuers { get; } = ["partner-haneul", "partner-sori", "partner-gani", "partner-chaek"];

    public static IReadOnlyList<NewPartner> All(ContractId contract) =>
    [
        Business("partner-haneul", "하늘상점(테스트)", TaxationType.Normal, "201860001", contract),
        Business("partner-sori", "소리공방(테스트)", TaxationType.Normal, "305810002", contract),
        Business("partner-gani", "가니네(테스트)", TaxationType.SimpleTaxInvoiceIssuer, "410920003", contract),
        Business("partner-chaek", "책마을(테스트)", TaxationType.TaxFree, "512830004", contract),
        Person("partner-ian", "이안(테스트)", new PartnerType.WhtPayer(new DateOnly(1990, 1, 1)), contract),
        Person("partner-bada", "바다(테스트)", new PartnerType.NonWhtPayer(new DateOnly(1985, 5, 5)), contract),
    ];

    /// <summary>Nine digits and the tenth that fits them.</summary>
    private static BusinessRegistrationNumber Number(string nine) =>
        Enumerable.Range(0, 10).Select(last => new BusinessRegistrationNumber($"{nine}{last}")).First(number => number.HasValidCheckDigit);

    private static NewPartner Business(string id, string name, TaxationType taxation, string nine, ContractId contract) => new(id, Profile(
        id, name, contract, new PartnerType.Business(name, taxation, BusinessStatus.InBusiness, Number(nine), "홍보기", "서울특별시 마포구 보기로 2 (테스트 주소)", "도소매업", "전자상거래")));

    private static NewPartner Person(string id, string name, PartnerType type, ContractId contract) => new(id, Profile(id, name, contract, type));

    private static PartnerProfile Profile(string id, string name, ContractId contract, PartnerType type) => new(
        name, new Contact("홍보기", "010-0000-0000", $"{id}@partner.example"), new BankAccount(Bank.Shinhan, Currency.Krw, "110123456789", name), contract, null, ["샘플"], type, []);
}

/// <summary>The sample month's orders: plain ones, lines, a discount, an additional fee, a tax-free part, and a cancellation.</summary>
internal static class SampleOrders
{
    private const int OrdersPerPartner = 12;
    private static readonly string[] Sellers = ["partner-haneul", "partner-sori", "partner-gani", "partner-chaek", "partner-ian", "partner-bada"];

    public static IReadOnlyList<NewOrder> Of(DateOnly today) =>
        [.. Sellers.SelectMany((seller, turn) => Enumerable.Range(1, OrdersPerPartner).Select(number => Order(seller, turn, number, today)))];

    public static NewOrderCancel Cancellation(DateOnly today) => new(
        null, null, new PartnerId(Sellers[0]), new PaymentId($"pay-{Sellers[0]}-3"), new CancelRequest(new CancelScope.All(), null, []),
        new CancellationId("cancel-1"), null, IsExternal: true, today, null, "고객 변심", []);

    private static NewOrder Order(string seller, int turn, int number, DateOnly today) => new(
        null,
        new PartnerId(seller),
        null,
        new PaymentSnapshot(new PaymentId($"pay-{seller}-{number}"), IsExternal: true, "KRW", $"샘플 주문 {number}", null, null, null, null),
        new Won(10_000 + (turn * 7_300) + (number * 4_100)),
        null,
        seller == "partner-chaek" ? new Won(10_000 + (turn * 7_300) + (number * 4_100)) : null,
        number % 4 == 0 && seller != "partner-chaek" ? [new NewOrderDiscount(new DiscountSharePolicyId("discount-sample"), new Won(2_000), Won.Zero)] : [],
        number % 5 == 0 ? [new AdditionalFeePolicyId("fee-sample")] : [],
        today,
        null,
        Currency.Krw,
        null,
        [],
        []);
}
