using Microsoft.Playwright;
using OtpNet;

namespace Jeongsan.EndToEnd;

/// <summary>An authenticator app: each code is used once, so it may have to wait for the next.</summary>
internal sealed class AuthenticatorApp(string base32Secret)
{
    private const int StepSeconds = 30;
    private readonly Totp _totp = new(Base32Encoding.ToBytes(base32Secret));
    private long _lastStep;

    /// <summary>A code that was not given before. The server takes one of the next half minute too.</summary>
    public async Task<string> NextCodeAsync()
    {
        var step = Math.Max(Now() / StepSeconds, _lastStep + 1);
        while (step > (Now() / StepSeconds) + 1)
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        _lastStep = step;
        return _totp.ComputeTotp(DateTimeOffset.FromUnixTimeSeconds(step * StepSeconds).UtcDateTime);
    }

    private static long Now() => DateTimeOffset.UtcNow.ToUnixTimeSeconds();
}

internal static class SignIn
{
    /// <summary>The first sign-in: password, then the app's key typed by hand, then home.</summary>
    public static async Task<AuthenticatorApp> EnrolAsync(IPage page, Uri address, string email, string password = SampleSite.Password)
    {
        await page.GotoAsync(address.AbsoluteUri);
        await page.GetByLabel("이메일").FillAsync(email);
        await page.GetByLabel("비밀번호").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "다음" }).ClickAsync();
        var app = new AuthenticatorApp((await page.Locator("[data-totp-key]").GetAttributeAsync("data-totp-key"))!);
        await page.GetByLabel("인증 앱에 나온 6자리").FillAsync(await app.NextCodeAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "등록하고 로그인" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("오늘 할 일");
        return app;
    }
}
