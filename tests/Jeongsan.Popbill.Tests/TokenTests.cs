using System.Globalization;

namespace Jeongsan.Popbill.Tests;

/// <summary>One token per company, kept, renewed in time, asked for once.</summary>
public sealed class TokenTests
{
    private const string Company = """{"ceoname":"a","corpName":"b"}""";
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Calls_InParallel_ShareOneTokenRequestPerCompany()
    {
        await using var server = new HostileServer(r => IsToken(r) ? HostileServer.Token() : HostileServer.Json(Company));
        using var client = server.Client();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(n => client.Members.CompanyAsync(n % 2 == 0 ? EmulatorHost.Buyer : EmulatorHost.Supplier, None)));
        Assert.Equal(2, server.Requests.Count(IsToken));
        Assert.Equal(30, server.Requests.Count(r => r.StartsWith("GET /CorpInfo ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Calls_OneGivesUpWaiting_TheOthersGetTheToken()
    {
        var gate = new TaskCompletionSource();
        await using var server = new HostileServer(r => IsToken(r) ? HostileServer.Token() : HostileServer.Json(Company)) { HoldTokens = gate.Task };
        using var client = server.Client();
        using var impatient = new CancellationTokenSource();
        var first = client.Members.CompanyAsync(EmulatorHost.Buyer, impatient.Token);
        var second = client.Members.CompanyAsync(EmulatorHost.Buyer, None);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();
        Assert.Equal("b", (await second).CorpName);
        Assert.Single(server.Requests, IsToken);
    }

    [Theory]
    [InlineData(3600, 3500, 1)]
    [InlineData(3600, 3545, 2)] // less than a minute is left
    [InlineData(60, 40, 1)]
    [InlineData(60, 50, 2)] // a short life is renewed when a fifth is left
    public async Task Token_NearItsEnd_IsRenewedBefore(int lifeSeconds, int laterSeconds, int tokenRequests)
    {
        var clock = new MovedClock();
        await using var server = new HostileServer(r => IsToken(r) ? HostileServer.Token(expiration: Text(clock.GetUtcNow().AddSeconds(lifeSeconds))) : HostileServer.Json(Company));
        using var client = server.Client(time: clock);
        await client.Members.CompanyAsync(EmulatorHost.Buyer, None);
        clock.Ahead = TimeSpan.FromSeconds(laterSeconds);
        await client.Members.CompanyAsync(EmulatorHost.Buyer, None);
        Assert.Equal(tokenRequests, server.Requests.Count(IsToken));
    }

    [Fact]
    public async Task Clock_TwoHoursOff_IsLearnedOnceFromTheTokenHost()
    {
        var refusals = 0;
        await using var server = new HostileServer(r =>
        {
            if (r.StartsWith("GET /Time ", StringComparison.Ordinal)) return HostileServer.Http(200, "text/plain", System.Text.Encoding.ASCII.GetBytes(Text(DateTimeOffset.UtcNow)));
            if (!IsToken(r)) return HostileServer.Json(Company);
            var date = DateTimeOffset.Parse(r.Split("\r\n").Single(l => l.StartsWith("x-lh-date:", StringComparison.OrdinalIgnoreCase))[10..], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            if ((date - DateTimeOffset.UtcNow).Duration() < TimeSpan.FromMinutes(10)) return HostileServer.Token(expiration: Text(DateTimeOffset.UtcNow.AddHours(1)));
            refusals++;
            return HostileServer.Json("""{"code":-99010004,"message":"요청일시"}""", 401);
        });
        using var client = server.Client(time: new MovedClock { Ahead = TimeSpan.FromHours(-2) });
        await client.Members.CompanyAsync(EmulatorHost.Buyer, None);
        await client.Members.CompanyAsync(EmulatorHost.Supplier, None);
        await client.Members.CompanyAsync(EmulatorHost.Buyer, None);
        Assert.Equal(1, refusals);
        Assert.Equal(3, server.Requests.Count(IsToken));
    }

    [Fact]
    public async Task Token_RefusedEarly_IsFetchedAgainOnce()
    {
        var tokens = 0;
        await using var server = new HostileServer(r =>
        {
            if (IsToken(r)) return HostileServer.Token($"tok-{Interlocked.Increment(ref tokens)}");
            return r.Contains("Bearer tok-1", StringComparison.Ordinal) ? HostileServer.Json("""{"code":-99000026,"message":"만료"}""", 401) : HostileServer.Json(Company);
        });
        using var client = server.Client();
        Assert.Equal("b", (await client.Members.CompanyAsync(EmulatorHost.Buyer, None)).CorpName);
        Assert.Equal(2, tokens);
    }

    [Fact]
    public async Task Token_NotTiedToAnAddress_SignsTheStar()
    {
        await using var server = new HostileServer(r => IsToken(r) ? HostileServer.Token() : HostileServer.Json(Company));
        using var client = server.Client(restrict: false);
        await client.Members.CompanyAsync(EmulatorHost.Buyer, None);
        Assert.Contains("\r\nx-lh-forwarded: *\r\n", server.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Options_Hosts_AreTheServicesOwn()
    {
        var options = new PopbillOptions { LinkId = "A", SecretKey = "c2VjcmV0" };
        Assert.Equal("https://popbill-test.linkhub.co.kr/", options.BaseAddress.AbsoluteUri);
        Assert.Equal("https://popbill.linkhub.co.kr/", (options with { IsTest = false }).BaseAddress.AbsoluteUri);
        Assert.Equal("https://static-popbill.linkhub.co.kr/", (options with { IsTest = false, Hosts = PopbillHosts.StaticAddress }).BaseAddress.AbsoluteUri);
        Assert.Equal("https://ga-auth.linkhub.co.kr/", (options with { Hosts = PopbillHosts.GlobalAccelerator }).AuthAddress.AbsoluteUri);
        Assert.DoesNotContain("c2VjcmV0", options.ToString(), StringComparison.Ordinal);
    }

    private static bool IsToken(string request) => request.StartsWith("POST /POPBILL_TEST/Token ", StringComparison.Ordinal);

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
