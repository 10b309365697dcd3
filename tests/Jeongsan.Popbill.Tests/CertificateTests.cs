namespace Jeongsan.Popbill.Tests;

public sealed class CertificateTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Register_NpkiPair_MakesTheCertificateUsable()
    {
        await using var host = await JoinedAsync();
        Assert.Equal(CertificateState.None, await host.Client.Certificates.StateAsync(EmulatorHost.Supplier, None));
        await host.RegisterCertificateAsync(EmulatorHost.Supplier);
        Assert.Equal(CertificateState.Usable, await host.Client.Certificates.StateAsync(EmulatorHost.Supplier, None));
        Assert.Equal(new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero), await host.Client.Certificates.ExpiryAsync(EmulatorHost.Supplier, None));
        Assert.False(string.IsNullOrEmpty((await host.Client.Certificates.InfoAsync(EmulatorHost.Supplier, None)).SubjectDN));
        Assert.Equal(CertificateState.None, await host.Client.Certificates.StateAsync(EmulatorHost.Buyer, None));
    }

    [Fact]
    public async Task Register_PfxWithReturnAddress_LinksBack()
    {
        await using var host = await JoinedAsync();
        var page = await host.Client.Certificates.RegistrationPageAsync(EmulatorHost.Supplier, None);
        var html = await CertificatePage.SubmitAsync(host.Http, page, CertificatePage.Pfx(EmulatorHost.Supplier), back: "https://example.com/s/abc?x=1&y=2");
        Assert.Contains("href=\"https://example.com/s/abc?x=1&amp;y=2\"", html, StringComparison.Ordinal);
        Assert.Equal(CertificateState.Usable, await host.Client.Certificates.StateAsync(EmulatorHost.Supplier, None));
        var again = await host.Client.Certificates.RegistrationPageAsync(EmulatorHost.Supplier, None);
        var scripted = await CertificatePage.SubmitAsync(host.Http, again, CertificatePage.Pfx(EmulatorHost.Supplier), back: "javascript:alert(1)");
        Assert.DoesNotContain("javascript:", scripted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wrong-company", "의 인증서가 아니에요")]
    [InlineData("expired", "끝난 인증서예요")]
    [InlineData("future", "아직 유효기간이 시작되지 않은")]
    [InlineData("password", "비밀번호가 맞지 않습니다")]
    [InlineData("no-files", "인증서 파일을 선택해 주세요")]
    [InlineData("half", "모두 선택해 주세요")]
    public async Task Register_UnfitCertificate_IsRefusedInKorean(string what, string words)
    {
        await using var host = await JoinedAsync();
        var year = (int y) => new DateTimeOffset(y, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var files = what switch
        {
            "wrong-company" => CertificatePage.Npki(EmulatorHost.Buyer),
            "expired" => CertificatePage.Npki(EmulatorHost.Supplier, year(2020), year(2021)),
            "future" => CertificatePage.Npki(EmulatorHost.Supplier, year(2039), year(2040)),
            "no-files" => [],
            "half" => CertificatePage.Npki(EmulatorHost.Supplier)[..1],
            _ => CertificatePage.Npki(EmulatorHost.Supplier),
        };
        var page = await host.Client.Certificates.RegistrationPageAsync(EmulatorHost.Supplier, None);
        var html = await CertificatePage.SubmitAsync(host.Http, page, files, what == "password" ? "wrong" : "test1234");
        Assert.Contains(words, html, StringComparison.Ordinal);
        Assert.Equal(CertificateState.None, await host.Client.Certificates.StateAsync(EmulatorHost.Supplier, None));
    }

    [Fact]
    public async Task Issue_WithoutOrAfterCertificate_IsRefused()
    {
        await using var host = await JoinedAsync();
        await host.Client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("C-1"), None);
        Assert.Equal(PopbillCodes.NoCertificate, await IssueCodeAsync(host));
        await host.RegisterCertificateAsync(EmulatorHost.Supplier);
        await host.SetClockAsync(new DateTimeOffset(2041, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(PopbillCodes.CertificateExpired, await IssueCodeAsync(host));
        Assert.Equal(CertificateState.Expired, await host.Client.Certificates.StateAsync(EmulatorHost.Supplier, None));
    }

    [Fact]
    public async Task Page_OldLink_SaysThatItHasDied()
    {
        await using var host = await EmulatorHost.StartAsync(o => o with { PopupLife = TimeSpan.Zero });
        await host.JoinAsync(EmulatorHost.Supplier);
        var page = await host.Client.Certificates.RegistrationPageAsync(EmulatorHost.Supplier, None);
        using var answer = await host.Http.GetAsync(page);
        Assert.Equal(410, (int)answer.StatusCode);
    }

    private static async Task<int> IssueCodeAsync(EmulatorHost host) =>
        (await Assert.ThrowsAsync<PopbillException>(() => host.Client.TaxInvoices.IssueAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "C-1-S", null, true, None))).Code!.Value;

    private static async Task<EmulatorHost> JoinedAsync()
    {
        var host = await EmulatorHost.StartAsync();
        await host.JoinAsync(EmulatorHost.Buyer);
        await host.JoinAsync(EmulatorHost.Supplier);
        return host;
    }
}
