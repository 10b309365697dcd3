using System.Net;
using System.Net.Http.Headers;
using Jeongsan.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>Who may sign in, and which programs may call.</summary>
[Collection("site")]
public sealed class AccessTests(SampleSite site)
{
    [Fact]
    public async Task Person_AddedAndThenBlocked_SignsInAndIsSignedOutAtOnce()
    {
        await using var owner = await site.ConsoleAsync();
        await owner.GoAsync("/settings/people", "사람과 권한");
        await owner.Page.GetByLabel("이름", new() { Exact = true }).FillAsync("박경리");
        await owner.Page.GetByLabel("이메일", new() { Exact = true }).FillAsync("park@samplemarket.example");
        await owner.Page.GetByRole(AriaRole.Combobox, new() { Name = "역할" }).Last.SelectOptionAsync("Manager");
        await owner.ClickAsync("더하고 첫 비밀번호 받기");
        await owner.SeesAsync("지금만 보여 드려요");
        var password = await owner.Page.Locator("code.secret").InnerTextAsync();
        await owner.ShootAsync("people-added");

        await using var worker = await site.OpenAsync(null, 390, 844);
        await SignIn.EnrolAsync(worker.Page, site.Server.Address, "park@samplemarket.example", password);
        await worker.GoAsync("/settings/people", "사람과 권한");
        await worker.SeesAsync("소유자와 관리자만 할 수 있어요");
        Assert.Equal(0, await worker.Page.GetByRole(AriaRole.Button, new() { Name = "접근 막기" }).CountAsync());
        Assert.True(await worker.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await worker.ShootAsync("people-phone");

        await owner.ClickAsync("박경리 접근 막기");
        await owner.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "접근 막기" }).ClickAsync();
        await owner.SeesAsync("접근 막힘");
        // The open page goes by itself.
        await Assertions.Expect(worker.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
        await owner.GoAsync("/events?state=people", "기록");
        await owner.SeesAsync("사람의 접근 막기");
        await owner.AssertFaultlessAsync();
    }

    [Fact]
    public async Task ApiKey_ShownOnce_CallsTheApiUntilItIsRevoked()
    {
        await using var owner = await site.ConsoleAsync();
        await owner.GoAsync("/settings/api-keys", "API 키");
        await owner.Page.GetByLabel("이름", new() { Exact = true }).FillAsync("창고 서버");
        await owner.ClickAsync("API 키 만들기");
        await owner.SeesAsync("지금만 보여 드려요");
        var secret = await owner.Page.Locator("code.secret").InnerTextAsync();
        await owner.ShootAsync("api-keys");

        Assert.Equal(HttpStatusCode.OK, await CallAsync(secret));
        await owner.ClickAsync("넣어 두었어요");
        await owner.ClickAsync("창고 서버 폐기");
        await owner.ClickAsync("키 폐기하기");
        await owner.SeesAsync("폐기함");
        await Polling.UntilTrueAsync("the key's end", async _ => await CallAsync(secret) == HttpStatusCode.Unauthorized, TimeSpan.FromSeconds(20));
        await owner.Page.SetViewportSizeAsync(390, 844);
        Assert.True(await owner.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await owner.AssertFaultlessAsync();
    }

    private async Task<HttpStatusCode> CallAsync(string secret)
    {
        using var client = new HttpClient { BaseAddress = site.Server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("PortOne", secret);
        using var answer = await client.GetAsync(new Uri("platform/test-clock?test=true", UriKind.Relative));
        return answer.StatusCode;
    }
}
