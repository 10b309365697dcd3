using Jeongsan.Application.Installation;

namespace Jeongsan.Server.Hosting;

/// <summary>What an operator reads when the server is ready.</summary>
internal static class Announcement
{
    public static void Print(Settings settings, FirstStartAnswer? first)
    {
        var address = $"http://127.0.0.1:{settings.Port}";
        System.Console.WriteLine($"""

            정산이 준비되었습니다.
              콘솔            {address}/
              API 문서        {address}/docs
              메일함          {(settings.SmtpHost is null ? $"{address}/mailbox" : $"(SMTP {settings.SmtpHost}로 보냅니다)")}
              팝빌 에뮬레이터  {(settings.UsesPopbillEmulator ? settings.EmulatorAddress.AbsoluteUri : "(실제 팝빌을 씁니다)")}
            """);
        if (first is not null)
        {
            System.Console.WriteLine($"""

                처음 시작했습니다. 아래 내용은 다시 보여 드리지 않으니 적어 두세요.
                  콘솔 로그인     {first.OwnerEmail}
                  비밀번호        {first.OwnerPassword}   (로그인하면 OTP를 등록합니다)
                  API 키          {first.ApiSecret}
                """);
        }
        System.Console.WriteLine();
    }
}
