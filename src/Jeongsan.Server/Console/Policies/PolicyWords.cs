using Jeongsan.Application.Mails;
using Jeongsan.Domain.Policies;

namespace Jeongsan.Server.Console.Policies;

/// <summary>Why a contract or policy can't be kept, and the mend.</summary>
internal static class PolicyWords
{
    internal static string Of(PolicyRefusal refusal) => refusal switch
    {
        PolicyRefusal.NameMissing => "이름을 적어 주세요.",
        PolicyRefusal.TextTooLong text => $"{(text.Field == "name" ? "이름" : "메모")}은(는) {KoreanWords.Digits(text.LengthMax)}자까지 적을 수 있습니다.",
        PolicyRefusal.RateOutOfRange => "비율은 0%부터 100%까지, 소수점 아래 세 자리까지 적을 수 있습니다.",
        PolicyRefusal.AmountOutOfRange amount => $"금액은 {KoreanWords.Won(amount.AmountMin)}부터 {KoreanWords.Won(amount.AmountMax)}까지 적을 수 있습니다.",
        PolicyRefusal.LagDaysOutOfRange lag => $"정산 유예는 {lag.LagDaysMin}일부터 {lag.LagDaysMax}일까지 적을 수 있습니다.",
        PolicyRefusal.CycleWithoutDays => "정산하는 날을 하나 이상 골라 주세요.",
        PolicyRefusal.CycleDayInvalid { Month: 0, Day: 0 } => "정산하는 날짜를 3-15, 9-30처럼 월과 일로 적어 주세요.",
        PolicyRefusal.CycleDayInvalid { Month: 0 } day => $"{day.Day}일은 쓸 수 없습니다. 1일부터 말일까지 가운데 골라 주세요.",
        PolicyRefusal.CycleDayInvalid day => $"{day.Month}월 {day.Day}일은 없는 날짜입니다. 정산하는 날짜를 확인해 주세요.",
        PolicyRefusal.Archived => "보관한 것은 바꿀 수 없습니다. 보관을 먼저 풀어 주세요.",
        PolicyRefusal.ArchivedWhileScheduled => "예약한 변경이 있어 보관할 수 없습니다. 예약을 먼저 취소해 주세요.",
        PolicyRefusal.ScheduleExists => "이미 예약한 변경이 있습니다. 화면을 새로 고쳐 그 예약을 고치거나 취소해 주세요.",
        PolicyRefusal.NotScheduled => "예약이 없거나 이미 적용되었습니다. 화면을 새로 고쳐 주세요.",
        PolicyRefusal.ScheduleNotInFuture at => $"예약 시각은 지금({KoreanWords.InstantInTable(at.Now)})보다 뒤여야 합니다.",
        _ => "적은 내용을 확인해 주세요.",
    };
}
