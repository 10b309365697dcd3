using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>What a partner may ask of its data, what is destroyed when the business is over, and what is done when data leaked: as the person does it who answers for it.</summary>
[Collection("payout site")]
public sealed class PersonalDataTests(PayoutSite site)
{
    [Fact]
    public async Task Partner_WhoAsksForDeletion_IsErasedAndTheRequestTakesItFromTheCertificate()
    {
        await PartnerAsync("leaving", "떠나는가게");
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/privacy", "개인정보 처리위탁");
        await page.FollowAsync("정보주체 요구");
        await page.HeadingAsync("정보주체 요구");
        await page.Page.GetByLabel("파트너(이름이나 아이디로 찾기)").FillAsync("떠나는");
        await page.Page.GetByLabel("파트너(이름이나 아이디로 찾기)").BlurAsync();
        await page.Page.GetByLabel("찾은 파트너").SelectOptionAsync("leaving");
        await page.Page.GetByLabel("종류").SelectOptionAsync("Deletion");
        await page.Page.GetByLabel("요구한 내용(받은 그대로)").FillAsync("거래가 끝났으니 제 정보를 지워 주세요.");
        await page.Page.GetByLabel("요구한 내용(받은 그대로)").BlurAsync();
        await page.ShootAsync("console-subject-requests");
        await page.ClickAsync("요구 접수하기");
        await page.HeadingAsync("떠나는가게 · 삭제 요구");
        var request = page.Page.Url;
        await page.Page.GetByLabel("확인한 방법").FillAsync("등록된 전화번호로 되물음");
        await page.Page.GetByLabel("확인한 방법").BlurAsync();
        await page.ClickAsync("본인 확인했다고 적기");
        await page.SeesAsync("2. 요구대로 처리");

        await page.GoAsync("/partners/leaving", "떠나는가게");
        await page.ClickAsync("거래 끝내고 보관");
        await page.SeesAsync("보관한 파트너");
        await page.GoAsync("/privacy/erasures", "개인정보 파기");
        await page.SeesAsync("지금 파기할 수 있어요");
        await page.ClickAsync("떠나는가게 파기하기");
        await page.SeesAsync("되돌릴 수 없어요");
        await page.ShootAsync("console-erasures");
        await page.ClickAsync("떠나는가게의 개인정보 파기하기");
        var row = page.Page.Locator("table.list tbody tr").Filter(new() { HasText = "거래 종료" });
        await Assertions.Expect(row).ToBeVisibleAsync();
        await page.Page.ReloadAsync();
        await Assertions.Expect(row).ToContainTextAsync("파기 완료", new() { Timeout = 30_000 });
        await row.GetByRole(AriaRole.Link).First.ClickAsync();
        await page.HeadingAsync("leaving 파기");
        await page.SeesAsync("개인정보 파기 확인서");
        await page.ShootAsync("console-erasure");
        var certificate = await page.Page.RunAndWaitForDownloadAsync(() => page.FollowAsync("확인서 내려받기"));
        Assert.Contains("파트너 아이디: leaving", await File.ReadAllTextAsync(await certificate.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await page.GoAsync("/partners/leaving", "파기된 파트너");

        await page.Page.GotoAsync(request);
        await page.Page.GetByLabel("처리한 내용(요구한 사람에게 알릴 말)").FillAsync("지웠습니다.");
        await page.Page.GetByLabel("처리한 내용(요구한 사람에게 알릴 말)").BlurAsync();
        await page.ClickAsync("처리했다고 적기");
        await page.SeesAsync("파트너 정보(이름, 연락처, 계좌");
        await page.ShootAsync("console-subject-request");
        await FitsAPhoneAsync(page, request, "/privacy/erasures");
        await page.AssertFaultlessAsync();
    }

    [Fact]
    public async Task Incident_FromTheClockToTheNotice_IsToldToWhoeverIsAffected()
    {
        await PartnerAsync("affected", "사고를당한가게");
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/privacy/incidents", "유출 사고");
        await page.ClickAsync("사고 적기");
        await page.Page.GetByLabel("무슨 일이 있었나요").FillAsync("정산내역서를 다른 곳에 보냈습니다.");
        await page.Page.GetByLabel("무슨 일이 있었나요").BlurAsync();
        await page.Page.GetByLabel("담당자 정보(이름, 이메일, 전화번호)").CheckAsync();
        await page.ShootAsync("console-incidents");
        await page.ClickAsync("사고 적고 시계 시작하기");
        await page.SeesAsync("정산내역서를 다른 곳에 보냈습니다.");
        await page.ShootAsync("console-incident");
        await FitsAPhoneAsync(page, page.Page.Url, "/privacy/incidents");
        await page.AssertFaultlessAsync();
    }

    [Fact]
    public async Task Policy_IsPublishedAsItIsWritten_AndSaysThatItIsTrue()
    {
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/privacy", "개인정보 처리위탁");
        await page.FollowAsync("처리방침");
        await page.HeadingAsync("개인정보 처리방침");
        await page.SeesAsync("게시 전");
        await page.Page.GetByLabel("개인정보 보호책임자(이름이나 부서, 연락처)").FillAsync("개인정보 보호팀 privacy@market.example");
        await page.Page.GetByLabel("개인정보 보호책임자(이름이나 부서, 연락처)").BlurAsync();
        await page.ClickAsync("제1판 게시하기");
        await page.SeesAsync("지금 설정과 같음");
        await page.SeesAsync("보호책임자: 개인정보 보호팀");
        await page.ShootAsync("console-policy");
        await FitsAPhoneAsync(page, "/privacy/policy");
        await page.AssertFaultlessAsync();
    }

    [Fact]
    public async Task Processor_Supervised_ShowsTheRecordAndTheNextDay()
    {
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/privacy", "개인정보 처리위탁");
        await page.FollowAsync("수탁자 관리·감독");
        await page.HeadingAsync("수탁자 관리·감독");
        await page.FollowAsync("주식회사 링크허브(팝빌)");
        await page.SeesAsync("아직 없어요. 위탁 계약서와 지난 점검, 교육부터 적어 주세요.");
        await page.Page.GetByLabel("파일 (5MB까지, 없어도 돼요)").SetInputFilesAsync(new FilePayload { Name = "점검표.txt", MimeType = "text/plain", Buffer = "이상 없음"u8.ToArray() });
        await page.Page.GetByLabel("내용").FillAsync("접속 기록과 암호화를 확인함. 이상 없음");
        await page.Page.GetByLabel("내용").BlurAsync();
        await page.ClickAsync("기록하기");
        await page.SeesAsync("접속 기록과 암호화를 확인함. 이상 없음");
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Link, new() { Name = "점검표.txt" }).ClickAsync());
        Assert.Equal("점검표.txt", download.SuggestedFilename);
        await page.ShootAsync("console-processors");
        await FitsAPhoneAsync(page, "/privacy/processors?id=popbill");
        await page.AssertFaultlessAsync();
    }

    private static async Task FitsAPhoneAsync(WatchedPage page, params string[] addresses)
    {
        await page.Page.SetViewportSizeAsync(390, 844);
        foreach (var address in addresses)
        {
            await page.Page.GotoAsync(address);
            await Assertions.Expect(page.Page.Locator("h1")).ToBeVisibleAsync();
            Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), address);
            await page.ShootAsync($"phone-{address.Split('/')[^1]}"[..Math.Min(30, $"phone-{address.Split('/')[^1]}".Length)]);
        }
    }

    private async Task PartnerAsync(string id, string name)
    {
        await PostAsync("platform/contracts", $$"""
            { "id": "contract-{{id}}", "name": "기본", "platformFee": { "fixedRate": 10000 }, "platformFeeVatPayer": "PARTNER", "subtractPaymentVatAmount": false,
              "settlementCycle": { "lagDays": 2, "datePolicy": "HOLIDAY_BEFORE", "method": { "daily": {} } } }
            """);
        await PostAsync("platform/partners", $$"""
            { "id": "{{id}}", "name": "{{name}}", "contact": { "name": "김시험", "email": "{{id}}@partner.example", "phoneNumber": "010-0000-0000" },
              "account": { "bank": "SHINHAN", "currency": "KRW", "number": "110000000222", "holder": "{{name}}" }, "defaultContractId": "contract-{{id}}", "tags": [], "type": { "nonWhtPayer": {} } }
            """);
    }

    private async Task PostAsync(string path, string body)
    {
        using var answer = await site.Server.Client.PostAsJsonAsync($"{path}?test=true", JsonNode.Parse(body));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
