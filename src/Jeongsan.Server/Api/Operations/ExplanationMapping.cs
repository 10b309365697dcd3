using System.Diagnostics;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Transfers;
using Jeongsan.Server.Api.Formulas;

namespace Jeongsan.Server.Api.Operations;

/// <summary>A transfer's amounts in steps that a person can follow and a program can check.</summary>
internal static class ExplanationMapping
{
    public static TransferExplanation Write(ExplainedTransfer explained) => new()
    {
        TransferId = explained.Transfer.Id.Value,
        FormulaVersion = explained.Formulas.Number,
        FormulasApplyFrom = explained.FormulasApplyFrom,
        Sentence = Head(explained),
        IsReproduced = explained.IsReproduced,
        Steps = [.. Steps(explained), .. Date(explained)],
    };

    private static string Head(ExplainedTransfer explained) => explained.Transfer.Kind switch
    {
        TransferKind.Manual => "사람이 금액을 정한 수기 정산이라 수식을 쓰지 않았어요.",
        _ when explained.FormulasApplyFrom is { } from =>
            $"{KoreanWords.InstantInTable(from)}부터 적용한 계산식 버전 {explained.Formulas.Number}(으)로 계산했어요. 나중에 계산식을 바꿔도 이 정산건은 바뀌지 않아요.",
        _ => "기본 계산식으로 계산했어요. 나중에 계산식을 바꿔도 이 정산건은 바뀌지 않아요.",
    };

    private static IEnumerable<ExplanationStep> Steps(ExplainedTransfer explained) => explained.Transfer.Kind switch
    {
        TransferKind.Order => OrderExplanation.Steps(explained),
        TransferKind.OrderCancel => CancelExplanation.Steps(explained),
        TransferKind.Manual => Manual(explained.Transfer),
        _ => throw new UnreachableException(explained.Transfer.Kind.ToString()),
    };

    private static IEnumerable<ExplanationStep> Manual(Transfer transfer) =>
    [
        new()
        {
            Kind = ExplanationStepKind.Manual,
            Title = "수기 정산 금액",
            Amount = transfer.SignedSettlement.Value,
            Sentence = $"등록할 때 적은 금액 {Money(transfer, transfer.SignedSettlement)} 그대로예요. 이 가운데 면세 금액은 {Money(transfer, transfer.SignedSettlementTaxFree)}이에요.",
        },
    ];

    private static IEnumerable<ExplanationStep> Date(ExplainedTransfer explained)
    {
        var transfer = explained.Transfer;
        var sentence = (transfer.Contract, transfer.SettlementStartDate) switch
        {
            ({ } contract, { } start) when explained.DateByContract == transfer.SettlementDate =>
                $"시작일 {KoreanWords.DateInTable(start)}에서 {contract.Terms.SettlementCycle.LagDays}일이 지난 뒤 처음 오는 {Cycle(contract.Terms.SettlementCycle.Method)}이고, {Policy(contract.Terms.SettlementCycle.DatePolicy)}",
            ({ } contract, { } start) =>
                $"등록할 때 정산일을 따로 정했어요. 계약 ‘{contract.Terms.Name}’의 주기로는 시작일 {KoreanWords.DateInTable(start)}의 정산일이 {KoreanWords.DateInTable(explained.DateByContract!.Value)}이에요.",
            _ => "등록할 때 적은 정산일이에요.",
        };
        yield return new ExplanationStep { Kind = ExplanationStepKind.SettlementDate, Title = $"정산일 {KoreanWords.DateInTable(transfer.SettlementDate)}", Sentence = sentence, Policy = OfContract(transfer.Contract) };
    }

    public static ExplanationPolicy? OfContract(ContractSnapshot? contract) => contract is null ? null : new ExplanationPolicy
    {
        Type = ExplanationPolicyType.Contract,
        Id = contract.Id.Value,
        Name = contract.Terms.Name,
        AppliedAt = contract.AppliedAt,
    };

    /// <summary>An amount in the transfer's own currency.</summary>
    public static string Money(Transfer transfer, Won amount) => transfer.SettlementCurrency == Currency.Krw
        ? KoreanWords.Won(amount.Value)
        : $"{KoreanWords.Digits(amount.Value)} {transfer.SettlementCurrency.ToString().ToUpperInvariant()}";

    /// <summary>What a contract or policy fixes.</summary>
    public static string Of(Fee fee) => fee switch
    {
        Fee.FixedRate rate => $"{FormulaWords.Number((decimal)rate.Rate.Per100000 / 1_000)}%",
        Fee.FixedAmount amount => amount.Currency == Currency.Krw ? KoreanWords.Won(amount.Amount.Value) : $"{KoreanWords.Digits(amount.Amount.Value)} {amount.Currency.ToString().ToUpperInvariant()}",
        _ => throw new UnreachableException(),
    };

    private static string Cycle(SettlementCycleMethod method) => method switch
    {
        SettlementCycleMethod.Daily => "날",
        SettlementCycleMethod.Weekly weekly => $"{string.Join("·", weekly.DaysOfWeek.Select(day => "일월화수목금토"[(int)day]))}요일",
        SettlementCycleMethod.Monthly monthly => $"매월 {string.Join("·", monthly.DaysOfMonth.Select(day => day == 31 ? "말" : $"{day}"))}일",
        SettlementCycleMethod.ManualDates manual => $"정한 날({string.Join(", ", manual.Dates.Select(date => $"{date.Month}월 {date.Day}일"))})",
        _ => throw new UnreachableException(),
    };

    private static string Policy(SettlementDatePolicy policy) => policy switch
    {
        SettlementDatePolicy.HolidayBefore => "은행이 쉬는 날이면 그 전 영업일로 옮겨요.",
        SettlementDatePolicy.HolidayAfter => "은행이 쉬는 날이면 그다음 영업일로 옮겨요.",
        SettlementDatePolicy.CalendarDay => "은행이 쉬는 날이어도 옮기지 않아요.",
        _ => throw new UnreachableException(policy.ToString()),
    };
}
