using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Jeongsan.Etax.Pdf;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Statements;

/// <summary>정산내역서: what a payout consists of and how what is paid follows from it, for the partner who gets it.</summary>
/// <param name="Company">Null while the platform has entered no company of its own.</param>
/// <param name="Settlements">What the payout pays, in the order of settlement dates; also after it failed or was cancelled.</param>
public sealed record SettlementStatement(Payout Payout, OwnCompany? Company, IReadOnlyList<PartnerSettlement> Settlements)
{
    /// <summary>Null when there is no such payout.</summary>
    public static async Task<SettlementStatement?> ReadAsync(JeongsanContext db, PayoutId id, CancellationToken ct)
    {
        if (await db.Set<Payout>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } payout)
        {
            return null;
        }
        PayoutId? held = id;
        var settlements = payout.SettlementIds is { } ids
            ? db.Set<PartnerSettlement>().Where(row => ids.Contains(row.Id))
            : db.Set<PartnerSettlement>().Where(row => row.PayoutId == held);
        return new SettlementStatement(payout, await db.Set<OwnCompany>().SingleOrDefaultAsync(ct), await settlements.OrderBy(row => row.SettlementDate).ThenBy(row => row.Id).ToListAsync(ct));
    }

    /// <summary>Amounts as they count in the settlement: a cancellation's are negative.</summary>
    public static SettlementAmounts Signed(PartnerSettlement settlement) =>
        settlement.Kind == TransferKind.OrderCancel ? SettlementAmounts.Zero - settlement.Amounts : settlement.Amounts;

    public byte[] ToPdf() => TablePdf.Render(new TableDocument(
        "정산내역서",
        Facts(),
        [new("정산일", 11), new("구분", 8), new("계약", 14), new("건수", 6, true), new("주문", 12, true), new("할인 분담", 11, true), new("수수료", 11, true), new("수수료 부가세", 11, true), new("정산 금액", 13, true)],
        [.. Settlements.Select(Row)],
        [.. Sums()],
        "플랫폼이 부담한 부가세와 결제 부가세 부담은 정산 금액에 반영되어 있습니다."));

    private List<KeyValuePair<string, string>> Facts() =>
    [
        new("받는 곳", Payout.Partner.Profile.Name),
        new("보내는 곳", Company?.CompanyName ?? "-"),
        new("사업자번호", Payout.Partner.Profile.Type is PartnerType.Business business ? KoreanWords.BusinessNumber(business.BusinessRegistrationNumber.Value) : "-"),
        new("사업자번호", Company is null ? "-" : KoreanWords.BusinessNumber(Company.BusinessNumber.Value)),
        new("지급 아이디", Payout.Id.Value),
        new("지급일", Payout.PaidAt is { } paid ? KoreanWords.DateInTable(SeoulTime.DateOf(paid)) : "지급 전"),
    ];

    private static IReadOnlyList<string> Row(PartnerSettlement settlement)
    {
        var amounts = Signed(settlement);
        return
        [
            KoreanWords.DateInTable(settlement.SettlementDate),
            settlement.Kind switch { TransferKind.Order => "주문", TransferKind.OrderCancel => "취소", TransferKind.Manual => "수기", _ => throw new System.Diagnostics.UnreachableException(settlement.Kind.ToString()) },
            settlement.Contract?.Terms.Name ?? "-",
            KoreanWords.Digits(settlement.TransferCount),
            KoreanWords.Digits(amounts.Order.Value),
            KoreanWords.Digits(amounts.DiscountShare.Value),
            KoreanWords.Digits((amounts.PlatformFee + amounts.AdditionalFee).Value),
            KoreanWords.Digits((amounts.PlatformFeeVat + amounts.AdditionalFeeVat).Value),
            KoreanWords.Digits(amounts.Settlement.Value),
        ];
    }

    private IEnumerable<KeyValuePair<string, string>> Sums() =>
    [
        new("정산 금액 합계", Money(Payout.SettlementAmount.Value)),
        new("공급가액", Money(Payout.SupplyAmount.Value)),
        new("면세 금액", Money(Payout.TaxFreeAmount.Value)),
        new("부가세", Money(Payout.VatAmount.Value)),
        new("소득세 (원천징수)", Money(-Payout.IncomeTaxAmount.Value)),
        new("지방소득세 (원천징수)", Money(-Payout.LocalIncomeTaxAmount.Value)),
        new("지급 금액", Money(Payout.Amount.Value)),
    ];

    /// <summary>Other currencies in their smallest unit, as everywhere.</summary>
    private string Money(long amount) => Payout.Currency == Currency.Krw ? KoreanWords.Won(amount) : $"{KoreanWords.Digits(amount)} {Payout.Currency.ToString().ToUpperInvariant()}";
}
