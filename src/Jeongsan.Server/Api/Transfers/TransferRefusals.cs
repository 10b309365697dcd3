using System.Globalization;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Application.UserDefinedProperties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies.Formulas;
using Jeongsan.Domain.Transfers;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Formulas;

namespace Jeongsan.Server.Api.Transfers;

/// <summary>How transfers' refusals read on the wire.</summary>
internal static class TransferRefusals
{
    public static ApiError Of(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound { Subject: "Partner" } => new PlatformPartnerNotFoundError(),
        StoredRefusal.NotFound { Subject: "Contract" } => new PlatformContractNotFoundError(),
        RegistrationRefusal.PoliciesNotFound { Subject: "DiscountSharePolicy" } policies => new PlatformDiscountSharePoliciesNotFoundError
        {
            Ids = policies.Ids,
            GraphqlIds = [.. policies.Ids.Select(id => GraphqlId.Of("PlatformDiscountSharePolicy", id))],
        },
        RegistrationRefusal.PoliciesNotFound policies => new PlatformAdditionalFeePoliciesNotFoundError
        {
            Ids = policies.Ids,
            GraphqlIds = [.. policies.Ids.Select(id => GraphqlId.Of("PlatformAdditionalFeePolicy", id))],
        },
        RegistrationRefusal.AlreadyRegistered registered => new PlatformTransferAlreadyExistsError
        {
            TransferId = registered.Existing.Value,
            TransferGraphqlId = GraphqlId.Of("PlatformTransfer", registered.Existing.Value),
        },
        RegistrationRefusal.TransferAmbiguous => new PlatformCannotSpecifyTransferError(),
        RegistrationRefusal.DateOutOfRange date => Invalid.Field(date.Field, $"{date.Min:yyyy-MM-dd}부터 {date.Max:yyyy-MM-dd}까지의 날짜여야 해요."),
        PropertyRefusal.NotDefined => new PlatformUserDefinedPropertyNotFoundError(),
        StoredRefusal.NotFound => new PlatformTransferNotFoundError(),
        StoredRefusal.AlreadyExists => new PlatformTransferIdAlreadyUsedError(),
        TransferRefusal.NotDeletable => new PlatformTransferNonDeletableStatusError(),
        TransferRefusal.CancellationsExist => new PlatformCancelOrderTransfersExistsError(),
        TransferRefusal.CurrencyNotSupported => new PlatformCurrencyNotSupportedError(),
        TransferRefusal.SettlementDateBeforeStartDate dates => new PlatformSettlementDateEarlierThanSettlementStartDateError
        {
            SettlementStartDate = dates.SettlementStartDate,
            SettlementDate = dates.SettlementDate,
        },
        TransferRefusal.AmountsExceeded exceeded => new PlatformSettlementAmountExceededError
        {
            ProductId = exceeded.Product?.Value,
            RequestedAmount = exceeded.Requested.Value,
            AllowedAmount = exceeded.Allowed.Value,
            ExceededType = Code.Of(exceeded.Kind).As<PlatformAmountExceededType>(),
        },
        TransferRefusal.ProductDuplicated product => new PlatformProductIdDuplicatedError { Id = product.Product.Value },
        TransferRefusal.ProductNotFound product => new PlatformProductIdNotFoundError { Id = product.Product.Value },
        TransferRefusal.ContractFeeCurrencyMismatched contract => new PlatformContractPlatformFixedAmountFeeCurrencyAndSettlementCurrencyMismatchedError
        {
            Id = contract.Contract.Value,
            GraphqlId = GraphqlId.Of("PlatformContract", contract.Contract.Value),
            FeeCurrency = Code.Of(contract.FeeCurrency).As<CurrencyCode>(),
            SettlementCurrency = Code.Of(contract.SettlementCurrency).As<CurrencyCode>(),
        },
        TransferRefusal.AdditionalFeeCurrencyMismatched policy => new PlatformAdditionalFixedAmountFeeCurrencyAndSettlementCurrencyMismatchedError
        {
            Id = policy.Policy.Value,
            GraphqlId = GraphqlId.Of("PlatformAdditionalFeePolicy", policy.Policy.Value),
            FeeCurrency = Code.Of(policy.FeeCurrency).As<CurrencyCode>(),
            SettlementCurrency = Code.Of(policy.SettlementCurrency).As<CurrencyCode>(),
        },
        _ => OfCancel(refusal),
    };

    private static ApiError OfCancel(Refusal refusal) => refusal switch
    {
        TransferRefusal.AlreadyCancelled => new PlatformOrderTransferAlreadyCancelledError(),
        TransferRefusal.OrderDetailMismatched => new PlatformOrderDetailMismatchedError(),
        TransferRefusal.PaymentTypeMismatched => new PlatformCancellationAndPaymentTypeMismatchedError(),
        TransferRefusal.NotAnOrder => new PlatformCannotSpecifyTransferError(),
        TransferRefusal.DiscountPolicyDuplicated policy => new PlatformDiscountSharePolicyIdDuplicatedError
        {
            Id = policy.Policy.Value,
            GraphqlId = GraphqlId.Of("PlatformDiscountSharePolicy", policy.Policy.Value),
        },
        TransferRefusal.DiscountPolicyNotFound policy => new PlatformTransferDiscountSharePolicyNotFoundError
        {
            DiscountSharePolicyId = policy.Policy.Value,
            DiscountSharePolicyGraphqlId = GraphqlId.Of("PlatformDiscountSharePolicy", policy.Policy.Value),
            ProductId = policy.Product?.Value,
        },
        TransferRefusal.CancellableAmountExceeded exceeded => new PlatformCancellableAmountExceededError
        {
            CancellableAmount = exceeded.Cancellable.Value,
            RequestAmount = exceeded.Requested.Value,
            AmountType = Code.Of(exceeded.Kind).As<PlatformCancellableAmountType>(),
        },
        TransferRefusal.CancellableDiscountExceeded exceeded => new PlatformCancellableDiscountAmountExceededError
        {
            DiscountSharePolicyId = exceeded.Policy.Value,
            DiscountSharePolicyGraphqlId = GraphqlId.Of("PlatformDiscountSharePolicy", exceeded.Policy.Value),
            CancellableAmount = exceeded.Cancellable.Value,
            RequestAmount = exceeded.Requested.Value,
            ProductId = exceeded.Product?.Value,
        },
        TransferRefusal.CancellableDiscountTaxFreeExceeded exceeded => new PlatformCancellableDiscountTaxFreeAmountExceededError
        {
            DiscountSharePolicyId = exceeded.Policy.Value,
            DiscountSharePolicyGraphqlId = GraphqlId.Of("PlatformDiscountSharePolicy", exceeded.Policy.Value),
            CancellableAmount = exceeded.Cancellable.Value,
            RequestAmount = exceeded.Requested.Value,
            ProductId = exceeded.Product?.Value,
        },
        TransferRefusal.CancellableQuantityExceeded exceeded => new PlatformCancellableProductQuantityExceededError
        {
            ProductId = exceeded.Product.Value,
            CancellableQuantity = exceeded.Cancellable,
        },
        _ => OfData(refusal),
    };

    private static ApiError OfData(Refusal refusal) => refusal switch
    {
        TransferRefusal.FieldMissing missing => Invalid.Field(missing.Field, "꼭 있어야 하는 값이에요."),
        TransferRefusal.FieldTooLong tooLong => Invalid.Field(tooLong.Field, $"{tooLong.LengthMax}자 이하로 적어 주세요."),
        TransferRefusal.TooMany tooMany => Invalid.Field(tooMany.Field, $"{tooMany.CountMax}개까지 적을 수 있어요."),
        TransferRefusal.NegativeAmount amount => Invalid.Field(amount.Field, "0 이상의 금액이어야 해요."),
        TransferRefusal.AmountOutOfRange amount => Invalid.Field(
            amount.Field, string.Create(CultureInfo.InvariantCulture, $"{amount.AmountMax:N0}원 이하의 금액이어야 해요.")),
        TransferRefusal.QuantityOutOfRange quantity => Invalid.Field("quantity", $"{quantity.QuantityMin}부터 {quantity.QuantityMax}까지의 수여야 해요."),
        TransferRefusal.OrderDetailAmbiguous => Invalid.Field("orderDetail", "orderAmount와 orderLines 가운데 하나만 적어 주세요."),
        TransferRefusal.NothingToCancel => Invalid.Field("orderDetail", "취소할 금액이나 수량을 적어 주세요."),
        TransferRefusal.ManualTaxFreeOutOfRange manual when manual.TaxFree < Domain.Money.Won.Zero && manual.Settlement >= Domain.Money.Won.Zero => new PlatformNegativeAmountNotAllowedError(),
        TransferRefusal.ManualTaxFreeOutOfRange => Invalid.Field("settlementTaxFreeAmount", "정산 금액과 부호가 같고 그보다 크지 않아야 해요."),
        FormulaRefusal.ParameterNotFound parameter => new PlatformSettlementParameterNotFoundError { Message = $"{parameter.Key}: 등록하지 않은 정산 파라미터예요. 정산 파라미터의 키를 확인해 주세요." },
        FormulaRefusal formula => Invalid.Field(formula is FormulaRefusal.ResultNotUsable or FormulaRefusal.ResultOutOfRange ? "orderDetail" : "parameters", FormulaWords.Of(formula)),
        _ => Invalid.Of(refusal),
    };
}
