using System.Diagnostics;
using System.Globalization;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies.Formulas;

namespace Jeongsan.Server.Api.Formulas;

/// <summary>How formulas, their names and their mistakes read to people.</summary>
internal static class FormulaWords
{
    /// <summary>What a variable means; null for a platform's own names.</summary>
    public static string? OfVariable(string name) => name switch
    {
        "ORDER_AMOUNT" => "주문 금액",
        "ORDER_TAX_FREE_AMOUNT" => "주문 면세 금액",
        "PAYMENT_AMOUNT" => "결제 금액",
        "PAYMENT_TAX_FREE_AMOUNT" => "결제 면세 금액",
        "PAYMENT_VAT" => "결제 부가세",
        "PAYMENT_VAT_BURDEN" => "결제 부가세 부담금",
        "DISCOUNT_AMOUNT" => "할인 금액",
        "DISCOUNT_TAX_FREE_AMOUNT" => "할인 면세 금액",
        "DISCOUNT_SHARE_AMOUNT" => "할인 분담 금액",
        "DISCOUNT_SHARE_TAX_FREE_AMOUNT" => "할인 면세 분담 금액",
        "PLATFORM_FEE_AMOUNT" => "플랫폼 수수료",
        "PLATFORM_FEE_VAT" => "파트너가 부담하는 플랫폼 수수료 부가세",
        "ADDITIONAL_FEE_AMOUNT" => "추가 수수료",
        "ADDITIONAL_FEE_VAT" => "파트너가 부담하는 추가 수수료 부가세",
        "SETTLEMENT_AMOUNT" => "정산 금액",
        "SETTLEMENT_TAX_FREE_AMOUNT" => "정산 면세 금액",
        FormulaVariables.FixedRate => "계약·정책의 정률",
        FormulaVariables.FixedAmount => "계약·정책의 정액",
        FormulaVariables.Quantity => "수량",
        _ => null,
    };

    public static string OfKind(FormulaKind kind) => kind switch
    {
        FormulaKind.PlatformFee => "플랫폼 수수료",
        FormulaKind.DiscountShare => "할인 분담 금액",
        FormulaKind.AdditionalFee => "추가 수수료",
        FormulaKind.Settlement => "최종 정산 금액",
        FormulaKind.SettlementTaxFree => "정산 면세 금액",
        FormulaKind.UserDefined => "사용자 정의 수식",
        _ => throw new UnreachableException(kind.ToString()),
    };

    public static string Of(Rounding rounding) => rounding switch
    {
        Rounding.Floor => "원 미만 버림",
        Rounding.Ceiling => "원 미만 올림",
        Rounding.HalfUp => "원 미만 반올림",
        _ => throw new UnreachableException(rounding.ToString()),
    };

    /// <summary>A number as people write it: 1234.5 is 1,234.5.</summary>
    public static string Number(decimal value) => value.ToString("#,0.##########", CultureInfo.InvariantCulture);

    /// <summary>The mistake and its mend.</summary>
    public static string Of(Refusal mistake) => mistake switch
    {
        FormulaRefusal.Empty => "수식이 비어 있어요. 수식을 적어 주세요.",
        FormulaRefusal.TooLong text => $"수식은 {text.LengthMax}자까지 적을 수 있어요. 지금은 {text.Length}자예요.",
        FormulaRefusal.UnexpectedCharacter at => $"{Nth(at.Position)} 글자 ‘{at.Character}’는 쓸 수 없어요. +, -, *, 괄호, 숫자, 변수와 FLOOR, CEIL, ROUND, MIN, MAX를 쓸 수 있어요.",
        FormulaRefusal.OperandMissing at => $"{Nth(at.Position)} 자리에 숫자나 변수, 여는 괄호가 있어야 해요.",
        FormulaRefusal.OperatorMissing at => $"{Nth(at.Position)} 자리에 +, -, * 가운데 하나가 있어야 해요.",
        FormulaRefusal.BracketNotClosed at => $"{Nth(at.OpenedAt)} 자리에서 연 괄호를 닫지 않았어요. ‘)’를 더해 주세요.",
        FormulaRefusal.BracketNotOpened at => $"{Nth(at.Position)} 자리의 ‘)’에 맞는 여는 괄호가 없어요. 지우거나 ‘(’를 더해 주세요.",
        FormulaRefusal.NumberMalformed at => $"{Nth(at.Position)} 자리의 ‘{at.Text}’는 숫자가 아니에요. 0.05처럼 적어 주세요.",
        FormulaRefusal.NestedTooDeep at => $"괄호는 {at.DepthMax}번까지 겹칠 수 있어요. 수식을 나누어 주세요.",
        FormulaRefusal.VariableUnknown at => $"{Nth(at.Position)} 자리의 ‘{at.Name}’은(는) 없는 변수예요. 변수나 정산 파라미터, 앞에 있는 사용자 정의 수식의 키를 적어 주세요.",
        FormulaRefusal.VariableNotAllowed at => $"{Nth(at.Position)} 자리의 ‘{at.Name}’은(는) {OfKind(at.Kind)}에 쓸 수 없어요. 쓸 수 있는 변수: {string.Join(", ", FormulaVariables.AllowedIn(at.Kind))}",
        FormulaRefusal.ParameterOnlyPerProduct at => $"{Nth(at.Position)} 자리의 ‘{at.Name}’은(는) 상품마다 다른 값이라 {OfKind(at.Kind)}에 쓸 수 없어요. 주문마다 주는 파라미터로 바꿔 주세요.",
        FormulaRefusal.ResultOutOfRange => "계산 결과가 너무 커요. 수식과 파라미터를 확인해 주세요.",
        FormulaRefusal.ResultNotUsable { Max: { } max } result => $"{result.Key} 수식의 결과 {Number(result.Result.Value)}원을 쓸 수 없어요. 0원부터 {Number(max.Value)}원까지여야 해요. MIN, MAX로 범위를 정해 주세요.",
        FormulaRefusal.ResultNotUsable result => $"{result.Key} 수식의 결과가 {Number(result.Result.Value)}원이에요. 0원 이상이 되도록 MAX(0, …)로 감싸 주세요.",
        _ => OfSettings(mistake),
    };

    private static string OfSettings(Refusal mistake) => mistake switch
    {
        FormulaRefusal.TooManyUserDefined many => $"사용자 정의 수식은 {many.CountMax}개까지 만들 수 있어요.",
        FormulaRefusal.TooManyParameters many => $"정산 파라미터는 {many.CountMax}개까지 만들 수 있어요.",
        FormulaRefusal.KeyMalformed key => $"‘{key.Key}’: 키는 영문자로 시작하는 영문자, 숫자, 밑줄 {key.LengthMax}자 이하로 적어 주세요.",
        FormulaRefusal.KeyDuplicated key => $"‘{key.Key}’: 이미 쓰는 키예요. 다른 키를 적어 주세요.",
        FormulaRefusal.NameMissing => "이름을 적어 주세요.",
        FormulaRefusal.NameTooLong name => $"이름은 {name.LengthMax}자까지 적을 수 있어요.",
        FormulaRefusal.ParameterNotFound parameter => $"{parameter.Key}: 등록하지 않은 정산 파라미터예요.",
        FormulaRefusal.ParameterNotPerProduct parameter => $"{parameter.Key}: 상품이 아니라 주문에 주는 정산 파라미터예요.",
        FormulaRefusal.ParameterScaleOutOfRange parameter => $"{parameter.Key}: 소수 자리수는 0부터 {parameter.ScaleMax}까지예요.",
        FormulaRefusal.ParameterOutOfRange parameter => $"{parameter.Key}: 값이 너무 커요.",
        _ => throw new UnreachableException(mistake.Reason),
    };

    /// <summary>People count from 1.</summary>
    private static string Nth(int position) => $"{position + 1}번째";
}
