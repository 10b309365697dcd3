using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Policies.Formulas;
using Jeongsan.Domain.Transfers;
using Jeongsan.Server.Api.Formulas;
using static Jeongsan.Server.Api.Operations.ExplanationMapping;

namespace Jeongsan.Server.Api.Operations;

/// <summary>An order: what was told, then each formula with its inputs, each VAT beside its fee.</summary>
internal static partial class OrderExplanation
{
    private const int LinesTold = 3;

    public static IEnumerable<ExplanationStep> Steps(ExplainedTransfer explained)
    {
        var transfer = explained.Transfer;
        yield return Told(transfer);
        foreach (var step in explained.Steps.Where(step => step.Kind == FormulaKind.DiscountShare))
        {
            yield return Share(transfer, step);
        }
        yield return Payment(transfer);
        foreach (var step in explained.Steps.Where(step => step.Kind is FormulaKind.PlatformFee or FormulaKind.AdditionalFee))
        {
            yield return Fee(transfer, step);
            yield return FeeVat(transfer, step, explained.Formulas.Formulas.Texts.VatRounding);
        }
        if (transfer.Contract!.Terms.SubtractPaymentVatAmount)
        {
            yield return Burden(transfer);
        }
        foreach (var step in explained.Steps.Where(step => step.Kind is FormulaKind.Settlement or FormulaKind.SettlementTaxFree && step.Place.Product is null))
        {
            yield return Final(transfer, step);
        }
        foreach (var step in explained.Steps.Where(step => step.Kind == FormulaKind.UserDefined))
        {
            yield return OfFormula(ExplanationStepKind.UserDefined, step, step.Formula.Name, $"사용자 정의 수식으로 계산했어요. {Result(transfer, step)}");
        }
        foreach (var result in transfer.FormulaResults.Where(result => !explained.Steps.Any(step => step.Formula.Key == result.Key && step.Place.Product is null)))
        {
            yield return Summed(transfer, result, explained);
        }
    }

    private static ExplanationStep Told(Transfer transfer)
    {
        var lines = transfer.Lines.Take(LinesTold).Select(line => $"{line.Product.Name} {Money(transfer, line.Product.Amount)} × {line.Quantity}개");
        var more = transfer.Lines.Count > LinesTold ? $" 외 {transfer.Lines.Count - LinesTold}개 상품" : "";
        return new ExplanationStep
        {
            Kind = ExplanationStepKind.Order,
            Title = "주문 금액",
            Amount = transfer.Amounts.Order.Value,
            Sentence = transfer.Lines.Count == 0
                ? $"주문 금액 {Money(transfer, transfer.Amounts.Order)}을 받았어요. 이 가운데 면세 금액은 {Money(transfer, transfer.Amounts.OrderTaxFree)}이에요."
                : $"{string.Join(", ", lines)}{more}의 합계 {Money(transfer, transfer.Amounts.Order)}이에요. 이 가운데 면세 금액은 {Money(transfer, transfer.Amounts.OrderTaxFree)}이에요.",
        };
    }

    private static ExplanationStep Share(Transfer transfer, FormulaStep step)
    {
        var discount = transfer.Discounts.Concat(transfer.Lines.Where(line => line.Product.Id == step.Place.Product).SelectMany(line => line.Discounts))
            .First(each => each.Policy.Id.Value == step.Place.PolicyId);
        var part = step.Place.IsTaxFreePart ? "면세 할인" : "할인";
        var amount = step.Place.IsTaxFreePart ? discount.TaxFreeAmount : discount.Amount;
        return OfFormula(
            ExplanationStepKind.DiscountShare,
            step,
            step.Place.IsTaxFreePart ? "할인 면세 분담 금액" : "할인 분담 금액",
            $"{part} {Money(transfer, amount)}에서 파트너의 분담은 할인 분담 정책 ‘{discount.Policy.Terms.Name}’의 {FormulaWords.Number((decimal)discount.Policy.Terms.PartnerShareRate.Per100000 / 1_000)}%예요. {Result(transfer, step)}") with
        {
            Policy = new ExplanationPolicy { Type = ExplanationPolicyType.DiscountSharePolicy, Id = discount.Policy.Id.Value, Name = discount.Policy.Terms.Name, AppliedAt = discount.Policy.AppliedAt },
        };
    }

    private static ExplanationStep Payment(Transfer transfer) => new()
    {
        Kind = ExplanationStepKind.Payment,
        Title = "결제 금액",
        Amount = transfer.Amounts.Payment.Value,
        Sentence = $"주문 {Money(transfer, transfer.Amounts.Order)}에서 할인 {Money(transfer, transfer.Amounts.Discount)}을 뺀 금액이에요. "
            + $"면세 {Money(transfer, transfer.Amounts.PaymentTaxFree)}을 뺀 나머지를 1.1로 나눠 반올림한 공급가액은 {Money(transfer, transfer.Amounts.PaymentSupply)}, 부가세는 {Money(transfer, transfer.Amounts.PaymentVat)}이에요.",
    };

    private static ExplanationStep Fee(Transfer transfer, FormulaStep step)
    {
        if (step.Kind == FormulaKind.PlatformFee)
        {
            var contract = transfer.Contract!;
            return OfFormula(ExplanationStepKind.PlatformFee, step, "플랫폼 수수료", $"계약 ‘{contract.Terms.Name}’의 수수료 {Of(contract.Terms.PlatformFee)}을 적용했어요. {Result(transfer, step)}") with { Policy = OfContract(contract) };
        }
        var policy = PolicyOf(transfer, step);
        return OfFormula(ExplanationStepKind.AdditionalFee, step, "추가 수수료", $"추가 수수료 정책 ‘{policy.Terms.Name}’의 {Of(policy.Terms.Fee)}을 적용했어요. {Result(transfer, step)}") with
        {
            Policy = new ExplanationPolicy { Type = ExplanationPolicyType.AdditionalFeePolicy, Id = policy.Id.Value, Name = policy.Terms.Name, AppliedAt = policy.AppliedAt },
        };
    }

    private static ExplanationStep FeeVat(Transfer transfer, FormulaStep step, Rounding rounding)
    {
        var isPlatform = step.Kind == FormulaKind.PlatformFee;
        var vat = Vat.OnTopOf(step.Result, rounding);
        var payer = isPlatform ? transfer.Contract!.Terms.PlatformFeeVatPayer : PolicyOf(transfer, step).Terms.VatPayer;
        return new ExplanationStep
        {
            Kind = isPlatform ? ExplanationStepKind.PlatformFeeVat : ExplanationStepKind.AdditionalFeeVat,
            ProductId = step.Place.Product?.Value,
            Title = isPlatform ? "플랫폼 수수료 부가세" : "추가 수수료 부가세",
            Amount = vat.Value,
            Sentence = $"수수료 {Money(transfer, step.Result)}의 10%({FormulaWords.Of(rounding)})인 {Money(transfer, vat)}이에요. "
                + (payer == Payer.Partner ? "파트너가 부담해서 정산 금액에서 빼요." : "플랫폼이 부담해서 정산 금액에서 빼지 않아요."),
        };
    }

    private static ExplanationStep Burden(Transfer transfer) => new()
    {
        Kind = ExplanationStepKind.PaymentVatBurden,
        Title = "결제 부가세 부담금",
        Amount = transfer.Amounts.PaymentVatBurden.Value,
        Sentence = $"계약이 결제 부가세를 정산 금액에서 빼도록 정해서 {Money(transfer, transfer.Amounts.PaymentVatBurden)}을 빼요.",
        Policy = OfContract(transfer.Contract),
    };

    private static ExplanationStep Final(Transfer transfer, FormulaStep step)
    {
        if (step.Kind == FormulaKind.Settlement)
        {
            return OfFormula(ExplanationStepKind.Settlement, step, "정산 금액", $"파트너에게 줄 금액이에요. {Result(transfer, step)}");
        }
        var stored = transfer.Amounts.SettlementTaxFree;
        return OfFormula(
            ExplanationStepKind.SettlementTaxFree,
            step,
            "정산 면세 금액",
            stored == step.Result
                ? $"정산 금액 가운데 면세 금액이에요. {Result(transfer, step)}"
                : $"수식의 결과는 {Money(transfer, step.Result)}이지만, 면세 금액은 (상품마다) 정산 금액을 넘을 수 없어 {Money(transfer, stored)}이에요.") with
        { Amount = stored.Value };
    }

    private static ExplanationStep Summed(Transfer transfer, FormulaResult result, ExplainedTransfer explained) => new()
    {
        Kind = ExplanationStepKind.UserDefined,
        Title = explained.Formulas.Formulas.Texts.UserDefined.First(formula => formula.Key == result.Key).Name,
        Amount = result.Amount.Value,
        Sentence = $"상품마다 계산한 결과를 더한 {Money(transfer, result.Amount)}이에요.",
    };

    private static AdditionalFeeSnapshot PolicyOf(Transfer transfer, FormulaStep step) =>
        transfer.AdditionalFees.Concat(transfer.Lines.Where(line => line.Product.Id == step.Place.Product).SelectMany(line => line.AdditionalFees))
            .First(fee => fee.Policy.Id.Value == step.Place.PolicyId).Policy;

    private static string Result(Transfer transfer, FormulaStep step) =>
        $"{Substituted(step)} = {FormulaWords.Number(step.Exact)}{(step.Exact == step.Result.Value ? "" : $"에서 {FormulaWords.Of(step.Formula.Rounding)}")} → {Money(transfer, step.Result)}";

    private static ExplanationStep OfFormula(ExplanationStepKind kind, FormulaStep step, string title, string sentence) => new()
    {
        Kind = kind,
        ProductId = step.Place.Product?.Value,
        Title = title,
        Amount = step.Result.Value,
        Sentence = sentence,
        Formula = new ExplanationFormula
        {
            Key = step.Formula.Key,
            Name = step.Formula.Name,
            Expression = step.Formula.Text,
            Inputs = [.. step.Inputs.Select(input => new ExplanationInput
            {
                Name = input.Name,
                Title = FormulaWords.OfVariable(input.Name) ?? input.Name,
                Value = input.Value.ToString("0.##########", CultureInfo.InvariantCulture),
            })],
            Substituted = Substituted(step),
            Exact = step.Exact.ToString("0.##########", CultureInfo.InvariantCulture),
            Rounding = Code.Of(step.Formula.Rounding).As<FormulaRounding>(),
        },
    };

    /// <summary>The formula with its inputs in their places.</summary>
    private static string Substituted(FormulaStep step) => Name().Replace(step.Formula.Text, match =>
        step.Inputs.FirstOrDefault(input => input.Name == match.Value) is not { } input ? match.Value
        : input.Value < 0 ? $"({FormulaWords.Number(input.Value)})"
        : FormulaWords.Number(input.Value));

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Name();
}
