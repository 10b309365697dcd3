using Jeongsan.Etax;
using Jeongsan.Popbill;
using Jeongsan.Popbill.Emulator;
using Jeongsan.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Jeongsan.Server.Tests;

/// <summary><c>./run check-popbill</c> as a process of its own, against an emulator in every state that an operator may meet.</summary>
public sealed partial class CheckPopbillTests
{
    private const string Secret = "amVvbmdzYW4tZW11bGF0b3ItdGVzdC1zZWNyZXQtMDE=";

    /// <summary>A test number of ours.</summary>
    private const string Company = "1234567891";

    [Fact]
    public async Task Check_EverythingRight_EndsZeroAndTellsTheCost()
    {
        await using var agency = await Agency.StartAsync(points: 1_000);
        await agency.JoinAsync();
        await agency.RegisterCertificateAsync(TimeProvider.System.GetUtcNow().AddYears(1));
        var (status, output) = await CheckAsync(agency.Address, Secret);
        Assert.True(status == 0, output);
        Assert.Contains("[비용] 세금계산서 1건에 100포인트", output, StringComparison.Ordinal);
        Assert.Contains("약 10건을 발행할 수 있습니다", output, StringComparison.Ordinal);
        Assert.Contains("[좋음] 인증서", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WrongKey_NamesTheSettingAndNotTheKey()
    {
        await using var agency = await Agency.StartAsync();
        await agency.JoinAsync();
        const string wrong = "aGlkZGVuLXdvcmQtaGlkZGVuLXdvcmQtaGlkZGVuISE=";
        var (status, output) = await CheckAsync(agency.Address, wrong);
        Assert.Equal(1, status);
        Assert.Contains("[문제] 비밀키: 비밀키가 맞지 않습니다.", output, StringComparison.Ordinal);
        Assert.Contains("JEONGSAN_POPBILL_SECRET_KEY", output, StringComparison.Ordinal);
        Assert.DoesNotContain(wrong, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_NotAMember_SaysSoThatTheKeyIsRightAndHowToJoin()
    {
        await using var agency = await Agency.StartAsync();
        var (status, output) = await CheckAsync(agency.Address, Secret);
        Assert.Equal(1, status);
        Assert.Contains("[좋음] 비밀키", output, StringComparison.Ordinal);
        Assert.Contains("[문제] 회원: 123-45-67891은(는) 이 링크아이디의 연동회원이 아닙니다.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_NoPointsAndNoCertificate_SaysBoth()
    {
        await using var agency = await Agency.StartAsync(points: 0);
        await agency.JoinAsync();
        var (status, output) = await CheckAsync(agency.Address, Secret);
        Assert.Equal(1, status);
        Assert.Contains("[문제] 포인트: 남은 포인트가 0점이라 한 건도 발행할 수 없습니다.", output, StringComparison.Ordinal);
        Assert.Contains("[문제] 인증서: 등록된 공동인증서가 없습니다.", output, StringComparison.Ordinal);
        Assert.Contains("고칠 것이 2가지 있습니다.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_UnknownLinkIdAndNobodyThere_SayTheMend()
    {
        await using var agency = await Agency.StartAsync();
        var (_, unknown) = await CheckAsync(agency.Address, Secret, linkId: "SOMEBODY");
        Assert.Contains("[문제] 회원: 링크아이디를 팝빌이 모릅니다.", unknown, StringComparison.Ordinal);
        var (status, nobody) = await CheckAsync(new Uri("http://127.0.0.1:9"), Secret);
        Assert.Equal(1, status);
        Assert.Contains("[문제] 연결: 127.0.0.1에 연결하지 못했습니다.", nobody, StringComparison.Ordinal);
    }

    private static Task<(int ExitStatus, string Output)> CheckAsync(Uri address, string secret, string linkId = "TESTER") => ServerProcess.RunToEndAsync(
        new Dictionary<string, string>
        {
            ["JEONGSAN_POPBILL_LINK_ID"] = linkId,
            ["JEONGSAN_POPBILL_SECRET_KEY"] = secret,
            ["JEONGSAN_POPBILL_ADDRESS"] = address.GetLeftPart(UriPartial.Authority),
            ["JEONGSAN_POPBILL_AUTH_ADDRESS"] = address.GetLeftPart(UriPartial.Authority),
        },
        TestContext.Current.CancellationToken,
        "check-popbill", Company, "--test");

    private sealed partial class Agency : IAsyncDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly HttpClient _http = new();
        private WebApplication _emulator = null!;

        public Uri Address { get; private set; } = null!;

        public static async Task<Agency> StartAsync(long points = 1_000_000)
        {
            var agency = new Agency();
            agency._emulator = PopbillEmulator.Create(new PopbillEmulatorOptions { Urls = "http://127.0.0.1:0", DataFolder = agency._folder.Path, MemberStartPoints = points });
            await agency._emulator.StartAsync();
            agency.Address = new Uri(agency._emulator.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            return agency;
        }

        public Task JoinAsync() => Client().Members.JoinAsync(new JoinForm
        {
            CorpNum = Company,
            CorpName = "시험상사",
            CEOName = "김시험",
            Addr = "서울",
            BizType = "서비스",
            BizClass = "시험",
            ID = "checker01",
            Password = "password1!",
            ContactName = "김시험",
            ContactEmail = "a@b.example",
            ContactTEL = "02-000-0000",
        }, CancellationToken.None);

        public async Task RegisterCertificateAsync(DateTimeOffset until)
        {
            var made = TestAuthority.IssueCertificate(Company, "시험상사", TimeProvider.System.GetUtcNow().AddDays(-1), until);
            var page = await Client().Certificates.RegistrationPageAsync(Company, CancellationToken.None);
            using var form = new MultipartFormDataContent
            {
                { new StringContent(Ticket().Match(await _http.GetStringAsync(page)).Groups[1].Value), "T" },
                { new ByteArrayContent(made.Pfx.ToArray()), "pfx", "certificate.p12" },
                { new StringContent(TestCertificate.Password), "password" },
            };
            using var answer = await _http.PostAsync(new Uri(Address, "App/Certificate"), form);
            answer.EnsureSuccessStatusCode();
        }

        public async ValueTask DisposeAsync()
        {
            await _emulator.StopAsync();
            await _emulator.DisposeAsync();
            _http.Dispose();
            _folder.Dispose();
        }

        private PopbillClient Client() =>
            new(new PopbillOptions { LinkId = "TESTER", SecretKey = Secret, BaseAddress = Address, AuthAddress = Address }, _http, TimeProvider.System);

        [System.Text.RegularExpressions.GeneratedRegex("name=\"T\"[^>]*value=\"([^\"]+)\"")]
        private static partial System.Text.RegularExpressions.Regex Ticket();
    }
}
