using System.Globalization;
using System.Runtime.CompilerServices;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Transfers;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Transfers;

/// <summary>정산건 시트. A cancellation's amounts are positive, as in the list; its type says that they are subtracted.</summary>
internal static class TransferSheet
{
    private static readonly SheetColumn<Transfer>[] Own =
    [
        new("TRANSFER_ID", "정산 아이디", transfer => transfer.Id.Value),
        new("TRANSFER_TYPE", "정산 유형", transfer => ApiJson.Code(transfer.Kind)),
        new("TRANSFER_STATUS", "상태", transfer => ApiJson.Code(transfer.Status)),
        new("TRANSFER_SETTLEMENT_START_DATE", "정산 시작일", transfer => Text(transfer.SettlementStartDate)),
        new("TRANSFER_SETTLEMENT_DATE", "정산일", transfer => Text(transfer.SettlementDate)),
        new("TRANSFER_SETTLEMENT_CURRENCY", "정산 통화", transfer => ApiJson.Code(transfer.SettlementCurrency)),
        Won("TRANSFER_SETTLEMENT_AMOUNT", "정산 금액", transfer => transfer.Amounts.Settlement),
        Won("TRANSFER_SETTLEMENT_TAX_FREE_AMOUNT", "정산 면세액", transfer => transfer.Amounts.SettlementTaxFree),
        new("TRANSFER_ORDER_NAME", "주문명", transfer => transfer.Payment?.OrderName),
        Won("TRANSFER_ORDER_AMOUNT", "주문 금액", transfer => transfer.Amounts.Order),
        Won("TRANSFER_ORDER_TAX_FREE_AMOUNT", "주문 면세액", transfer => transfer.Amounts.OrderTaxFree),
        new("TRANSFER_PAYMENT_ID", "주문 번호", transfer => transfer.PaymentId?.Value),
        new("TRANSFER_PAYMENT_METHOD", "결제 수단", transfer => transfer.Payment?.Method?.Type),
        Won("TRANSFER_PAYMENT_AMOUNT", "결제 금액", transfer => transfer.Amounts.Payment),
        Won("TRANSFER_PAYMENT_SUPPLY_AMOUNT", "결제 공급가액", transfer => transfer.Amounts.PaymentSupply),
        Won("TRANSFER_PAYMENT_VAT_AMOUNT", "결제 부가세액", transfer => transfer.Amounts.PaymentVat),
        Won("TRANSFER_PAYMENT_TAX_FREE_AMOUNT", "결제 면세액", transfer => transfer.Amounts.PaymentTaxFree),
        Won("TRANSFER_PAYMENT_VAT_BURDEN_AMOUNT", "결제 부가세 부담금", transfer => transfer.Amounts.PaymentVatBurden),
        Won("TRANSFER_PLATFORM_FEE", "중개수수료", transfer => transfer.Amounts.PlatformFee),
        Won("TRANSFER_PLATFORM_FEE_VAT", "중개수수료 부가세", transfer => transfer.Amounts.PlatformFeeVat),
        new("TRANSFER_CONTRACT_ID", "계약 아이디", transfer => transfer.ContractId?.Value),
        new("TRANSFER_CONTRACT_NAME", "계약 이름", transfer => transfer.Contract?.Terms.Name),
        Won("TRANSFER_DISCOUNT_AMOUNT", "할인 금액", transfer => transfer.Amounts.Discount),
        Won("TRANSFER_DISCOUNT_TAX_FREE_AMOUNT", "할인 면세액", transfer => transfer.Amounts.DiscountTaxFree),
        Won("TRANSFER_DISCOUNT_SHARE_AMOUNT", "할인 분담금", transfer => transfer.Amounts.DiscountShare),
        Won("TRANSFER_DISCOUNT_SHARE_TAX_FREE_AMOUNT", "할인 면세 분담금", transfer => transfer.Amounts.DiscountShareTaxFree),
        Won("TRANSFER_ADDITIONAL_FEE", "추가수수료", transfer => transfer.Amounts.AdditionalFee),
        Won("TRANSFER_ADDITIONAL_FEE_VAT", "추가수수료 부가세", transfer => transfer.Amounts.AdditionalFeeVat),
        new("TRANSFER_MEMO", "메모", transfer => transfer.Memo),
    ];

    public static SheetKind<Transfer> Kind { get; } = new(
        "transfers",
        [.. Own, .. PartnerColumns.Of<Transfer>(transfer => transfer.Partner)],
        [.. Own.Select(column => column.Key), "PARTNER_ID", "PARTNER_NAME"],
        [
            ("TRANSFER_", (transfer, key) => PartnerColumns.ValueOf(transfer.Properties, key)),
            ("FORMULA_", (transfer, key) => transfer.FormulaResults.FirstOrDefault(result => result.Key == key)?.Amount.Value.ToString(CultureInfo.InvariantCulture)),
            PartnerColumns.Named<Transfer>(transfer => transfer.Partner),
        ]);

    public static async IAsyncEnumerable<Transfer> RowsAsync(Store store, Tenant tenant, PlatformTransferFilterInput? filter, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        await foreach (var transfer in TransferQueries.Of(db, filter).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return transfer;
        }
    }

    private static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static SheetColumn<Transfer> Won(string key, string heading, Func<Transfer, Won> amountOf) =>
        new(key, heading, transfer => amountOf(transfer).Value.ToString(CultureInfo.InvariantCulture));
}
