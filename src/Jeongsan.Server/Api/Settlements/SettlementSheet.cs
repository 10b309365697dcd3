using System.Globalization;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Settlements;
using Jeongsan.Server.Api.Sheets;

namespace Jeongsan.Server.Api.Settlements;

/// <summary>정산 내역 시트. The settlement amount is what the row adds to a payout: negative for cancellations.</summary>
internal static class SettlementSheet
{
    private static readonly SheetColumn<PartnerSettlement>[] Own =
    [
        new("SETTLEMENT_ID", "정산 내역 아이디", settlement => settlement.Id.Value),
        new("SETTLEMENT_TYPE", "정산 유형", settlement => ApiJson.Code(settlement.Kind)),
        new("SETTLEMENT_STATUS", "상태", settlement => ApiJson.Code(settlement.Status)),
        new("SETTLEMENT_DATE", "정산일", settlement => Text(settlement.SettlementDate)),
        new("SETTLEMENT_START_DATE_FROM", "정산 시작일(부터)", settlement => Text(settlement.StartDateFrom)),
        new("SETTLEMENT_START_DATE_UNTIL", "정산 시작일(까지)", settlement => Text(settlement.StartDateUntil)),
        new("SETTLEMENT_CURRENCY", "정산 통화", settlement => ApiJson.Code(settlement.SettlementCurrency)),
        Won("SETTLEMENT_AMOUNT", "정산 금액", settlement => settlement.SignedSettlement),
        Won("SETTLEMENT_TAX_FREE_AMOUNT", "정산 면세액", settlement => settlement.SignedSettlementTaxFree),
        Won("SETTLEMENT_ORDER_AMOUNT", "주문 금액", settlement => settlement.Amounts.Order),
        Won("SETTLEMENT_PAYMENT_AMOUNT", "결제 금액", settlement => settlement.Amounts.Payment),
        Won("SETTLEMENT_DISCOUNT_SHARE_AMOUNT", "할인 분담금", settlement => settlement.Amounts.DiscountShare),
        Won("SETTLEMENT_PLATFORM_FEE", "중개수수료", settlement => settlement.Amounts.PlatformFee),
        Won("SETTLEMENT_PLATFORM_FEE_VAT", "중개수수료 부가세", settlement => settlement.Amounts.PlatformFeeVat),
        Won("SETTLEMENT_ADDITIONAL_FEE", "추가수수료", settlement => settlement.Amounts.AdditionalFee),
        Won("SETTLEMENT_ADDITIONAL_FEE_VAT", "추가수수료 부가세", settlement => settlement.Amounts.AdditionalFeeVat),
        new("SETTLEMENT_TRANSFER_COUNT", "정산건 수", settlement => settlement.TransferCount.ToString(CultureInfo.InvariantCulture)),
        new("SETTLEMENT_CONTRACT_ID", "계약 아이디", settlement => settlement.ContractId?.Value),
        new("SETTLEMENT_CONTRACT_NAME", "계약 이름", settlement => settlement.Contract?.Terms.Name),
        new("SETTLEMENT_PAYOUT_ID", "지급 아이디", settlement => settlement.PayoutId?.Value),
        new("SETTLEMENT_MEMO", "메모", settlement => settlement.Memo),
    ];

    public static SheetKind<PartnerSettlement> Kind { get; } = new(
        "partner-settlements",
        [.. Own, .. PartnerColumns.Of<PartnerSettlement>(settlement => settlement.Partner)],
        [.. Own.Select(column => column.Key), "PARTNER_ID", "PARTNER_NAME"],
        [
            ("FORMULA_", (settlement, key) => settlement.FormulaResults.FirstOrDefault(result => result.Key == key)?.Amount.Value.ToString(CultureInfo.InvariantCulture)),
            PartnerColumns.Named<PartnerSettlement>(settlement => settlement.Partner),
        ]);

    private static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static SheetColumn<PartnerSettlement> Won(string key, string heading, Func<PartnerSettlement, Won> amountOf) =>
        new(key, heading, settlement => amountOf(settlement).Value.ToString(CultureInfo.InvariantCulture));
}
