using System.Text.RegularExpressions;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Partners;
using Jeongsan.Domain.Partners;
using Jeongsan.Etax;
using Jeongsan.Popbill;
using Jeongsan.Popbill.Emulator;
using Jeongsan.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jeongsan.Application.Tests.Connecting;

/// <summary>A platform beside a real emulator over HTTP, and the ASP's own view of its members.</summary>
public sealed partial class ConnectedWorld : IAsyncLifetime
{
    internal const int PartnerCount = 6;
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new();
    private WebApplication _emulator = null!;

    internal World World { get; private set; } = null!;

    internal Platform Platform { get; private set; } = null!;

    /// <summary>The ASP as anybody with the LinkID sees it.</summary>
    internal PopbillClient Agency { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = PopbillEmulator.Create(new PopbillEmulatorOptions { Urls = "http://127.0.0.1:0", DataFolder = _folder.Path });
        await _emulator.StartAsync();
        var address = new Uri(_emulator.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        _http.BaseAddress = address;
        World = await World.CreateAsync(DatabaseKind.Sqlite, TimeProvider.System, agency: address);
        Platform = await Platform.CreateAsync(World, partners: PartnerCount);
        Agency = new PopbillClient(
            new PopbillOptions { LinkId = "TESTER", SecretKey = "amVvbmdzYW4tZW11bGF0b3ItdGVzdC1zZWNyZXQtMDE=", BaseAddress = address, AuthAddress = address }, new HttpClient(), TimeProvider.System);
        await World.StartDispatcherAsync();
        // The company that the test platform was created with is no sample.
        Tests.Platform.Must(await World.Get<KeepOwnCompany>().SetUpAsync(Platform.Tenant, Tests.Platform.Actor, OwnProfile("재무팀"), CancellationToken.None));
        Tests.Platform.Must(await World.Get<KeepOwnCompany>().ConnectAsync(Platform.Tenant, Tests.Platform.Actor, CancellationToken.None));
        await Polling.UntilTrueAsync("the own company is a member", async _ => (await Platform.RowsAsync<OwnCompany>()).Single().ConnectedAt is not null, Limit);
    }

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        Agency.Dispose();
        await _emulator.StopAsync();
        await _emulator.DisposeAsync();
        _http.Dispose();
        _folder.Dispose();
    }

    internal static OwnCompanyProfile OwnProfile(string contact) => new(
        Installation.FirstStart.CompanyNumber, "㈜시험마켓", "김시험", "서울특별시 중구 시험로 1", "정보통신업", "플랫폼", contact, "finance@market.example", "02-000-0000");

    internal async Task<Partner> ConnectAsync(int index)
    {
        var id = new PartnerId($"p{index}");
        Tests.Platform.Must(await World.Get<ConnectPartner>().HandleAsync(Platform.Tenant, Tests.Platform.Actor, id, CancellationToken.None));
        await Polling.UntilTrueAsync("the partner is connected", async _ => (await PartnerAsync(id)).NtsConnection == NtsConnectionStatus.Connected, Limit);
        return await PartnerAsync(id);
    }

    internal async Task<Partner> PartnerAsync(PartnerId id) => (await Platform.RowsAsync<Partner>()).Single(partner => partner.Id == id);

    /// <summary>The newest mail to a partner that holds a certificate link, and its token.</summary>
    internal async Task<(MailboxMail Mail, string Token)> CertificateMailAsync(Partner partner, string subject)
    {
        var mail = await Polling.UntilAsync("the certificate mail", async _ => (await Platform.RowsAsync<MailboxMail>())
            .FirstOrDefault(one => one.To == partner.Contact.Email && one.Subject.Contains(subject, StringComparison.Ordinal)), Limit);
        return (mail, Link().Match(mail.Text).Groups[1].Value);
    }

    /// <summary>Registers a test certificate on the ASP's page as a person does.</summary>
    internal async Task RegisterCertificateAsync(BusinessRegistrationNumber company, Uri page, DateTimeOffset until)
    {
        var made = TestAuthority.IssueCertificate(company.Value, "시험상사", TimeProvider.System.GetUtcNow().AddDays(-1), until);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Ticket().Match(await _http.GetStringAsync(page)).Groups[1].Value), "T" },
            { new ByteArrayContent(made.Pfx.ToArray()), "pfx", "certificate.p12" },
            { new StringContent(TestCertificate.Password), "password" },
        };
        using var answer = await _http.PostAsync(new Uri("App/Certificate", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("/c/([A-Za-z0-9_-]+)")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"T\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Ticket();
}
