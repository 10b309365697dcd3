using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Transfers;
using static Jeongsan.Server.Api.Operations.ExplanationMapping;

namespace Jeongsan.Server.Api.Operations;

/// <summary>A cancellation: each of its amounts beside the order's.</summary>
internal static class CancelExplanation
{
    public static IEnumerable<ExplanationStep> Steps(ExplainedTransfer explained)
    {
        var (cancel, order) = (explained.Transfer, explained.Original);
        yield return new ExplanationStep
        {
            Kind = ExplanationStepKind.Cancellation,
            Title = "취소한 주문 금액",
            Amount = cancel.Amounts.Order.Value,
            Sentence = order is null
                ? $"취소한 주문 금액 {Money(cancel, cancel.Amounts.Order)}이에요."
                : $"주문 정산건 {order.Id}의 {Money(cancel, order.Amounts.Order)} 가운데 {Money(cancel, cancel.Amounts.Order)}을 취소했어요. "
                    + "주문을 등록할 때의 계약, 정책, 계산식으로 되돌리고, 원 미만은 취소를 모두 더했을 때 주문과 같아지도록 맞춰요.",
            Policy = OfContract(cancel.Contract),
        };
        foreach (var (kind, title, amountOf) in Amounts.Where(each => !each.AmountOf(cancel.Amounts).IsZero))
        {
            yield return new ExplanationStep
            {
                Kind = kind,
                Title = title,
                Amount = amountOf(cancel.Amounts).Value,
                Sentence = order is null
                    ? $"되돌린 금액은 {Money(cancel, amountOf(cancel.Amounts))}이에요."
                    : $"주문의 {Money(cancel, amountOf(order.Amounts))} 가운데 {Money(cancel, amountOf(cancel.Amounts))}을 되돌려요.",
            };
        }
        foreach (var result in cancel.FormulaResults)
        {
            yield return new ExplanationStep
            {
                Kind = ExplanationStepKind.UserDefined,
                Title = explained.Formulas.Formulas.Texts.UserDefined.FirstOrDefault(formula => formula.Key == result.Key)?.Name ?? result.Key,
                Amount = result.Amount.Value,
                Sentence = $"주문 금액 가운데 취소한 비율만큼인 {Money(cancel, result.Amount)}을 되돌려요.",
            };
        }
        yield return new ExplanationStep
        {
            Kind = ExplanationStepKind.Settlement,
            Title = "정산 금액",
            Amount = cancel.SignedSettlement.Value,
            Sentence = $"취소라서 정산할 때 {Money(cancel, cancel.Amounts.Settlement)}을 빼요. 이 가운데 면세 금액은 {Money(cancel, cancel.Amounts.SettlementTaxFree)}이에요.",
        };
    }

    private static readonly (ExplanationStepKind Kind, string Title, Func<SettlementAmounts, Won> AmountOf)[] Amounts =
    [
        (ExplanationStepKind.Discount, "할인 금액", amounts => amounts.Discount),
        (ExplanationStepKind.DiscountShare, "할인 분담 금액", amounts => amounts.DiscountShare),
        (ExplanationStepKind.Payment, "결제 금액", amounts => amounts.Payment),
        (ExplanationStepKind.PlatformFee, "플랫폼 수수료", amounts => amounts.PlatformFee),
        (ExplanationStepKind.PlatformFeeVat, "플랫폼 수수료 부가세", amounts => amounts.PlatformFeeVat),
        (ExplanationStepKind.AdditionalFee, "추가 수수료", amounts => amounts.AdditionalFee),
        (ExplanationStepKind.AdditionalFeeVat, "추가 수수료 부가세", amounts => amounts.AdditionalFeeVat),
        (ExplanationStepKind.PaymentVatBurden, "결제 부가세 부담금", amounts => amounts.PaymentVatBurden),
    ];
}
