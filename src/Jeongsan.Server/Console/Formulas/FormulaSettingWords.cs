using Jeongsan.Application.Mails;
using Jeongsan.Application.Policies.Formulas;
using Jeongsan.Server.Api.Formulas;

namespace Jeongsan.Server.Console.Formulas;

/// <summary>Why formulas were not saved, and the mend.</summary>
internal static class FormulaSettingWords
{
    internal static string Of(FormulaSettingRefusal refusal) => refusal switch
    {
        FormulaSettingRefusal.Wrong { Mistakes: [var first, ..] } => $"{first.Key}: {FormulaWords.Of(first.Mistake)}",
        FormulaSettingRefusal.VersionMoved moved => $"그 사이에 다른 사람이 계산식을 바꾸어 버전 {moved.Newest}이(가) 되었습니다. 지난 버전에서 불러와 확인하고 다시 고쳐 주세요.",
        FormulaSettingRefusal.ApplyAtPassed at => $"바뀌는 시각은 지금({KoreanWords.InstantInTable(at.Now)})보다 뒤여야 합니다.",
        FormulaSettingRefusal.AlreadyScheduled waiting => $"{KoreanWords.InstantInTable(waiting.AppliesFrom)}부터 쓰도록 예약한 버전 {waiting.Number}이(가) 있습니다. 그 예약을 먼저 취소해 주세요.",
        FormulaSettingRefusal.AlreadyApplied => "이미 적용된 버전입니다. 화면을 새로 고쳐 주세요.",
        FormulaSettingRefusal.MemoTooLong memo => $"바꾸는 까닭은 {memo.LengthMax}자까지 적을 수 있습니다.",
        _ => "계산식을 확인해 주세요.",
    };
}
