using Jeongsan.Application.Mails;
using Jeongsan.Application.People;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Server.Console.SignIn;

/// <summary>What a person reads when signing in, or confirming with the code, was refused.</summary>
internal static class SignInMessages
{
    internal static string For(Refusal refusal) => refusal switch
    {
        PersonRefusal.CredentialsWrong => "이메일 또는 비밀번호가 맞지 않습니다. 다시 확인해 주세요.",
        PersonRefusal.CodeWrong => "인증번호가 맞지 않거나 이미 사용한 번호입니다. 앱에 새로 나온 6자리를 입력해 주세요.",
        PersonRefusal.TooManyAttempts(var wait) => $"여러 번 틀려 잠시 멈췄습니다. {KoreanWords.Wait(wait)} 뒤에 다시 시도해 주세요.",
        PersonRefusal.NotEnrolled => "아직 인증 앱이 등록되어 있지 않습니다. 로그아웃했다가 다시 로그인하면 등록할 수 있습니다.",
        PersonRefusal.AlreadyEnrolled => "이미 인증 앱이 등록되어 있습니다. 처음부터 다시 로그인해 주세요.",
        PersonRefusal.EnrolmentExpired => "등록 화면을 연 지 15분이 지났습니다. 새 QR 코드로 다시 등록해 주세요.",
        PersonRefusal.EmailTaken => "이미 등록된 이메일입니다. 다른 이메일을 입력해 주세요.",
        PersonRefusal.PasswordTooShort => $"비밀번호가 짧습니다. {AddPerson.PasswordLengthMin}자 이상으로 정해 주세요.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
