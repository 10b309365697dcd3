using System.Globalization;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies;

namespace Jeongsan.Server.Api.Policies;

/// <summary>What all three kinds of policies say when their terms cannot be kept.</summary>
internal static class PolicyRefusals
{
    public const string NothingScheduled = "예약된 수정이 없어요. 수정을 먼저 예약해 주세요.";

    public static ApiError Of(Refusal refusal) => refusal switch
    {
        PolicyRefusal.NameMissing => Invalid.Field("name", "이름을 적어 주세요."),
        PolicyRefusal.TextTooLong text => Invalid.Field(text.Field, $"{text.LengthMax}자 이하로 적어 주세요."),
        PolicyRefusal.RateOutOfRange rate => Invalid.Field(rate.Field, $"{rate.RateMin}부터 {rate.RateMax}까지의 수여야 해요. 10%는 10000이에요."),
        PolicyRefusal.AmountOutOfRange amount => Invalid.Field(
            amount.Field, string.Create(CultureInfo.InvariantCulture, $"{amount.AmountMin:N0}부터 {amount.AmountMax:N0}까지의 금액이어야 해요.")),
        PolicyRefusal.ScheduleNotInFuture => Invalid.Field("appliedAt", "지금보다 뒤의 시각이어야 해요."),
        PolicyRefusal.LagDaysOutOfRange lag => Invalid.Field("settlementCycle.lagDays", $"{lag.LagDaysMin}부터 {lag.LagDaysMax}까지의 날수여야 해요."),
        PolicyRefusal.CycleWithoutDays => Invalid.Field("settlementCycle.method", "정산하는 날을 하나 이상 적어 주세요."),
        PolicyRefusal.CycleDayInvalid day => Invalid.Field(
            "settlementCycle.method", day.Month == 0 ? $"{day.Day}일은 쓸 수 없어요. 1~31일 가운데 골라 주세요." : $"{day.Month}월 {day.Day}일은 없는 날짜예요."),
        _ => Invalid.Of(refusal),
    };
}
