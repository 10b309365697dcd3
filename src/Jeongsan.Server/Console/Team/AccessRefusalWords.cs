using Jeongsan.Application.People;

namespace Jeongsan.Server.Console.Team;

/// <summary>Why access was not given or taken, and the mend.</summary>
internal static class AccessRefusalWords
{
    internal static string Of(AccessRefusal refusal) => refusal switch
    {
        AccessRefusal.NotAllowed => "사람과 키를 다룰 권한이 없습니다. 소유자나 관리자에게 부탁해 주세요.",
        AccessRefusal.Oneself => "자기 자신의 역할과 접근은 바꿀 수 없습니다. 다른 소유자나 관리자에게 부탁해 주세요.",
        AccessRefusal.OwnersOnly => "소유자를 정하거나 바꾸는 일은 소유자만 할 수 있습니다.",
        AccessRefusal.NothingToDo => "이미 그렇게 되어 있습니다. 화면을 새로 고쳐 주세요.",
        AccessRefusal.NameMissing(var max) => $"이름을 1~{max}자로 적어 주세요.",
        AccessRefusal.EmailMalformed => "이메일 주소가 맞지 않습니다. 주소 하나만 적어 주세요.",
        AccessRefusal.TooManySecrets(var max) => $"API 키는 {max}개까지 쓸 수 있습니다. 쓰지 않는 키를 폐기해 주세요.",
        _ => throw new System.Diagnostics.UnreachableException(refusal.Reason),
    };

    /// <summary>What a role may do, for whoever chooses one.</summary>
    internal static string Of(PersonRole role) => role switch
    {
        PersonRole.Owner => "모든 것을 하고, 소유자를 정해요.",
        PersonRole.Admin => "정산, 지급, 세금계산서와 사람을 다뤄요.",
        PersonRole.Developer => "보고 내려받고, 테스트 시계와 고장 극장을 다뤄요.",
        PersonRole.Manager => "보고 내려받아요.",
        PersonRole.ReadOnly => "보고 내려받아요.",
        PersonRole.ReadOnlyWithoutDownload => "보기만 해요.",
        _ => throw new System.Diagnostics.UnreachableException($"{role}"),
    };
}
