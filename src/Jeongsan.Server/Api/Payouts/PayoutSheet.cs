using System.Globalization;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;
using Jeongsan.Server.Api.Sheets;

namespace Jeongsan.Server.Api.Payouts;

/// <summary>지급 시트. Instants are Seoul time.</summary>
internal static class PayoutSheet
{
    private static readonly SheetColumn<Payout>[] Own =
    [
        new("PAYOUT_ID", "지급 아이디", payout => payout.Id.Value),
        new("PAYOUT_BULK_PAYOUT_ID", "일괄 지급 아이디", payout => payout.BulkPayoutId.Value),
        new("PAYOUT_STATUS", "상태", payout => ApiJson.Code(payout.Status)),
        new("PAYOUT_CURRENCY", "통화", payout => ApiJson.Code(payout.Currency)),
        Won("PAYOUT_AMOUNT", "지급 금액", payout => payout.Amount),
        Won("PAYOUT_SETTLEMENT_AMOUNT", "정산 금액", payout => payout.SettlementAmount),
        Won("PAYOUT_SETTLEMENT_TAX_FREE_AMOUNT", "정산 면세액", payout => payout.SettlementTaxFreeAmount),
        Won("PAYOUT_SUPPLY_AMOUNT", "공급가액", payout => payout.SupplyAmount),
        Won("PAYOUT_TAX_FREE_AMOUNT", "면세액", payout => payout.TaxFreeAmount),
        Won("PAYOUT_VAT_AMOUNT", "부가세", payout => payout.VatAmount),
        Won("PAYOUT_INCOME_TAX_AMOUNT", "소득세", payout => payout.IncomeTaxAmount),
        Won("PAYOUT_LOCAL_INCOME_TAX_AMOUNT", "지방소득세", payout => payout.LocalIncomeTaxAmount),
        new("PAYOUT_ACCOUNT_BANK", "지급 은행", payout => ApiJson.Code(payout.Account.Bank)),
        new("PAYOUT_ACCOUNT_NUMBER", "지급 계좌번호", payout => payout.Account.Number),
        new("PAYOUT_ACCOUNT_HOLDER", "지급 예금주", payout => payout.Account.Holder),
        new("PAYOUT_WITHDRAWAL_MEMO", "보내는 통장 메모", payout => payout.WithdrawalMemo),
        new("PAYOUT_DEPOSIT_MEMO", "받는 통장 메모", payout => payout.DepositMemo),
        new("PAYOUT_CREATED_AT", "만든 시각", payout => Text(payout.CreatedAt)),
        new("PAYOUT_SCHEDULED_AT", "예약 시각", payout => Text(payout.ScheduledAt)),
        new("PAYOUT_PAID_AT", "지급 시각", payout => Text(payout.PaidAt)),
        new("PAYOUT_FAIL_REASON", "실패 사유", payout => payout.FailReason),
        new("PAYOUT_TAX_INVOICE_ID", "세금계산서 아이디", payout => PayoutMapping.InvoiceOf(payout)?.Value),
        new("PAYOUT_MEMO", "메모", payout => payout.Memo),
    ];

    public static SheetKind<Payout> Kind { get; } = new(
        "payouts",
        [.. Own, .. PartnerColumns.Of<Payout>(payout => payout.Partner)],
        [.. Own.Select(column => column.Key), "PARTNER_ID", "PARTNER_NAME"],
        [PartnerColumns.Named<Payout>(payout => payout.Partner)]);

    private static string? Text(DateTimeOffset? instant) =>
        instant is { } at ? SeoulTime.Of(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : null;

    private static SheetColumn<Payout> Won(string key, string heading, Func<Payout, Won> amountOf) =>
        new(key, heading, payout => amountOf(payout).Value.ToString(CultureInfo.InvariantCulture));
}
