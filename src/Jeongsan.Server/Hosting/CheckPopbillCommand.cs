using System.Globalization;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Popbill;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Hosting;

/// <summary>
/// <c>./run check-popbill</c>: whether the settings for Popbill work, what is missing and what it costs. Asks only; joins,
/// issues and charges nothing.
/// </summary>
internal sealed class CheckPopbillCommand(Settings settings, bool isTest, TextWriter output)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ClockOffsetMax = TimeSpan.FromMinutes(3);
    private const int CertificateDaysMin = 30;

    private int _problems;

    /// <returns>0 when everything that issuing needs works.</returns>
    public static async Task<int> RunAsync(Settings settings, IReadOnlyList<string> options, CancellationToken ct)
    {
        var number = options.FirstOrDefault(option => !option.StartsWith("--", StringComparison.Ordinal));
        // With the emulator there is only the test side to try; a real account is meant for live use unless said otherwise.
        var isTest = options.Contains("--test") || (settings.UsesPopbillEmulator && !options.Contains("--live"));
        var check = new CheckPopbillCommand(settings, isTest, System.Console.Out);
        return await check.RunAsync(number, ct) ? 0 : 1;
    }

    private async Task<bool> RunAsync(string? number, CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = Timeout };
        var options = PopbillAccess.Options(settings, isTest) with { Timeout = Timeout };
        output.WriteLine($"팝빌 설정을 확인합니다: {(isTest ? "테스트 환경" : "운영 환경")} · 링크아이디 {options.LinkId} · {options.BaseAddress.Host} · 인증 {options.AuthAddress.Host}");
        if (settings.UsesPopbillEmulator)
        {
            Note("에뮬레이터", "JEONGSAN_POPBILL_LINK_ID를 정하지 않아 이 컴퓨터의 에뮬레이터를 확인합니다. 서버(./run)가 켜져 있어야 합니다. 실제 비용은 들지 않습니다.");
        }
        if (!await CheckClockAsync(http, options.AuthAddress, ct))
        {
            return Conclude();
        }
        if (await CompanyAsync(number, ct) is not { } company)
        {
            return Conclude();
        }
        using var client = new PopbillClient(options, http, TimeProvider.System);
        if (await CheckMemberAsync(client, company, ct) && await CheckPointsAsync(client, company, ct))
        {
            await CheckCertificateAsync(client, company, ct);
        }
        return Conclude();
    }

    /// <summary>Also whether the token host can be reached at all.</summary>
    private async Task<bool> CheckClockAsync(HttpClient http, Uri auth, CancellationToken ct)
    {
        try
        {
            var text = (await http.GetStringAsync(new Uri(auth, "/Time"), ct)).Trim();
            if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var theirs))
            {
                return Problem("연결", $"{auth.Host}가 링크허브 인증 서버처럼 답하지 않습니다. JEONGSAN_POPBILL_AUTH_ADDRESS를 확인해 주세요.");
            }
            var offset = theirs - TimeProvider.System.GetUtcNow();
            return offset.Duration() < ClockOffsetMax
                ? Good("시각", string.Create(CultureInfo.InvariantCulture, $"인증 서버와 {Math.Abs(offset.TotalSeconds):0}초 차이입니다."))
                : Note("시각", string.Create(CultureInfo.InvariantCulture, $"이 컴퓨터의 시계가 인증 서버와 {Math.Abs(offset.TotalMinutes):0}분 다릅니다. 인증은 인증 서버의 시각으로 하지만, 시계를 맞춰 주세요 (timedatectl set-ntp true)."));
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return Problem("연결", settings.UsesPopbillEmulator
                ? $"에뮬레이터({auth.Host}:{auth.Port})가 응답하지 않습니다. 다른 창에서 ./run으로 서버를 켜고 다시 해 주세요."
                : $"{auth.Host}에 연결하지 못했습니다. 이 서버에서 밖으로 나가는 443 포트와 DNS를 확인해 주세요.");
        }
    }

    private async Task<string?> CompanyAsync(string? given, CancellationToken ct)
    {
        if (given is not null)
        {
            var number = BusinessRegistrationNumber.Parse(given);
            if (!number.IsRefused && number.Value.HasValidCheckDigit)
            {
                return number.Value.Value;
            }
            Problem("사업자", $"'{given}'은(는) 사업자등록번호가 아닙니다. 10자리를 확인해 주세요.");
            return null;
        }
        try
        {
            var own = await PopbillAccess.OwnCompanyAsync(settings, isTest ? Mode.Test : Mode.Live, ct);
            if (own is null)
            {
                Problem("사업자", "자기 회사 정보가 없습니다. 서버를 한 번 켠 뒤 콘솔의 설정 > 우리 회사에서 등록하거나, ./run check-popbill 사업자번호로 확인해 주세요.");
            }
            else if (own.SetUpAt is null && !settings.UsesPopbillEmulator)
            {
                Problem("사업자", "자기 회사가 아직 처음의 예시 그대로입니다. 콘솔의 설정 > 우리 회사에서 실제 회사 정보를 입력해 주세요.");
                return null;
            }
            return own?.BusinessNumber.Value;
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or InvalidOperationException)
        {
            Problem("사업자", "데이터베이스를 읽지 못해 자기 회사를 알 수 없습니다. 서버를 먼저 한 번 켜거나, ./run check-popbill 사업자번호로 확인해 주세요.");
            return null;
        }
    }

    private async Task<bool> CheckMemberAsync(PopbillClient client, string company, CancellationToken ct)
    {
        try
        {
            return await client.Members.IsMemberAsync(company, ct)
                ? Good("회원", $"{KoreanWords.BusinessNumber(company)}은(는) 이 링크아이디의 연동회원입니다.")
                : await NotAMemberAsync(client, company, ct);
        }
        catch (PopbillException fault)
        {
            return Problem("회원", PopbillAccess.Words(fault));
        }
    }

    /// <summary>Without membership there is no token, but a wrong key is told before that.</summary>
    private async Task<bool> NotAMemberAsync(PopbillClient client, string company, CancellationToken ct)
    {
        try
        {
            await client.Members.PointsAsync(company, ct);
        }
        catch (PopbillException fault) when (fault.Code == PopbillCodes.NotAMember)
        {
            Good("비밀키", "인증 서버가 비밀키를 받아들였습니다.");
        }
        catch (PopbillException fault)
        {
            Problem("비밀키", PopbillAccess.Words(fault));
        }
        return Problem("회원", $"{KoreanWords.BusinessNumber(company)}은(는) 이 링크아이디의 연동회원이 아닙니다. 콘솔의 설정 > 우리 회사에서 [팝빌에 연동하기]를 눌러 주세요. 가입은 무료입니다.");
    }

    private async Task<bool> CheckPointsAsync(PopbillClient client, string company, CancellationToken ct)
    {
        try
        {
            var points = await client.Members.PointsAsync(company, ct);
            Good("인증", "링크아이디와 비밀키로 토큰을 받았습니다.");
            var partner = await client.Members.PartnerPointsAsync(company, ct);
            var charge = await client.Members.TaxInvoiceChargeAsync(company, ct);
            var cost = decimal.TryParse(charge.UnitCost, CultureInfo.InvariantCulture, out var unit) ? unit : 0;
            var payer = charge.ChargeMethod == "파트너" ? partner : points;
            output.WriteLine($"[비용] 세금계산서 1건에 {cost.ToString("#,0.##", CultureInfo.InvariantCulture)}포인트 ({charge.RateSystem ?? "요금제 미상"}, {(charge.ChargeMethod == "파트너" ? "파트너" : "연동회원")} 포인트에서 차감). 역발행은 요청한 우리 회사가 냅니다. 포인트의 값은 링크허브와 맺은 계약을 확인해 주세요.");
            if (cost > 0 && payer < cost)
            {
                Problem("포인트", $"남은 포인트가 {KoreanWords.Digits(payer)}점이라 한 건도 발행할 수 없습니다. 팝빌(www.popbill.com)의 포인트 충전에서 채워 주세요.");
            }
            else
            {
                var left = cost > 0 ? $" 약 {KoreanWords.Digits((long)(payer / cost))}건을 발행할 수 있습니다." : "";
                Good("포인트", $"연동회원 {KoreanWords.Digits(points)}점, 파트너 {KoreanWords.Digits(partner)}점이 남아 있습니다.{left}");
            }
            return true;
        }
        catch (PopbillException fault)
        {
            return Problem(fault.Outcome == PopbillOutcome.Refused ? "비밀키" : "연결", PopbillAccess.Words(fault));
        }
    }

    private async Task CheckCertificateAsync(PopbillClient client, string company, CancellationToken ct)
    {
        const string mend = "콘솔의 설정 > 우리 회사에서 [인증서 등록하기]를 눌러 주세요. 전자세금용이나 사업자 범용 공동인증서가 필요하고, 발급 비용은 인증기관마다 다릅니다.";
        try
        {
            var state = await client.Certificates.StateAsync(company, ct);
            if (state != CertificateState.Usable)
            {
                Problem("인증서", state switch
                {
                    CertificateState.None => $"등록된 공동인증서가 없습니다. {mend}",
                    CertificateState.Expired => $"등록된 공동인증서의 유효기간이 끝났습니다. {mend}",
                    CertificateState.Revoked => $"등록된 공동인증서가 폐지되었습니다. {mend}",
                    _ => $"등록된 공동인증서를 쓸 수 없습니다. {mend}",
                });
                return;
            }
            var expires = await client.Certificates.ExpiryAsync(company, ct);
            var days = (int)(expires - TimeProvider.System.GetUtcNow()).TotalDays;
            if (days < CertificateDaysMin)
            {
                Note("인증서", $"{KoreanWords.InstantInTable(expires)}에 끝납니다 ({days}일 남음). 미리 갱신해 다시 등록해 주세요.");
            }
            else
            {
                Good("인증서", $"{KoreanWords.InstantInTable(expires)}까지 쓸 수 있습니다.");
            }
        }
        catch (PopbillException fault)
        {
            Problem("인증서", PopbillAccess.Words(fault));
        }
    }

    private bool Good(string about, string words)
    {
        output.WriteLine($"[좋음] {about}: {words}");
        return true;
    }

    private bool Note(string about, string words)
    {
        output.WriteLine($"[참고] {about}: {words}");
        return true;
    }

    private bool Problem(string about, string words)
    {
        _problems++;
        output.WriteLine($"[문제] {about}: {words}");
        return false;
    }

    private bool Conclude()
    {
        output.WriteLine(_problems == 0 ? "모두 확인했습니다. 세금계산서를 발행할 수 있습니다." : $"고칠 것이 {_problems}가지 있습니다. 위의 [문제]를 차례로 고친 뒤 다시 실행해 주세요.");
        return _problems == 0;
    }
}
