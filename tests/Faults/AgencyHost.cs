using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Jeongsan.Etax;
using Jeongsan.Popbill;
using Jeongsan.Popbill.Emulator;
using Jeongsan.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Jeongsan.Faults;

/// <summary>The ASP of a run, in the test's own process: it outlives every server, and misbehaves on order.</summary>
internal sealed partial class AgencyHost : IAsyncDisposable
{
    public const string LinkId = "TESTER";
    public const string SecretKey = "amVvbmdzYW4tZW11bGF0b3ItdGVzdC1zZWNyZXQtMDE=";
    public const string WebhookKey = "a-key-that-popbill-sends-along";

    /// <summary>Of calls; documents and events have kinds of their own.</summary>
    private static readonly string[] Kinds =
        ["Late", "ServerError", "TimeoutAfterWork", "DropMidAnswer", "MalformedJson", "Maintenance", "OutOfPoints", "NtsRefusal", "StateLate", "EventLate", "EventOutOfOrder"];

    /// <summary>Setting the clock answers when everything that came due is filed: thousands of documents, each verified.</summary>
    private static readonly TimeSpan FilingLimit = TimeSpan.FromMinutes(20);

    private readonly TemporaryFolder _folder = new();
    private readonly WebApplication _app;

    private AgencyHost(WebApplication app, TemporaryFolder folder)
    {
        (_app, _folder) = (app, folder);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Http = new HttpClient { BaseAddress = Address, Timeout = FilingLimit };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public string DatabaseFile => Path.Combine(_folder.Path, "popbill-emulator.db");

    public static async Task<AgencyHost> StartAsync(Uri webhookAddress)
    {
        var folder = new TemporaryFolder();
        var app = PopbillEmulator.Create(new PopbillEmulatorOptions
        {
            Urls = "http://127.0.0.1:0",
            DataFolder = folder.Path,
            LinkId = LinkId,
            SecretKey = SecretKey,
            MemberStartPoints = 100_000_000,
            WebhookAddress = webhookAddress,
            WebhookApiKey = WebhookKey,
            WebhookRetryDelay = TimeSpan.FromSeconds(5),
        });
        await app.StartAsync();
        return new AgencyHost(app, folder);
    }

    /// <summary>Every kind of trouble, each with its chance. Waits are short, so that a run of thousands ends.</summary>
    public async Task MisbehaveAsync(int seed, int percent)
    {
        using var answer = await Http.PutAsJsonAsync("emulator/faults", new { seed, rules = Kinds.Select(kind => new { kind, percent, delayMs = DelayOf(kind) }) });
        answer.EnsureSuccessStatusCode();
    }

    public async Task BehaveAsync()
    {
        using var answer = await Http.PutAsJsonAsync("emulator/faults", new { seed = 0, rules = Array.Empty<object>() });
        answer.EnsureSuccessStatusCode();
    }

    public async Task SetClockAsync(DateTimeOffset now)
    {
        using var answer = await Http.PutAsJsonAsync("emulator/clock", new { now });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>As a supplier does it on the ASP's own page.</summary>
    public async Task RegisterCertificateAsync(string businessNumber, string name)
    {
        var options = new PopbillOptions { LinkId = LinkId, SecretKey = SecretKey, BaseAddress = Address, AuthAddress = Address };
        using var http = new HttpClient();
        using var client = new PopbillClient(options, http, TimeProvider.System);
        var page = await client.Certificates.RegistrationPageAsync(businessNumber, CancellationToken.None);
        var made = TestAuthority.IssueCertificate(businessNumber, name, new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(WebUtility.HtmlDecode(Ticket().Match(await Http.GetStringAsync(page)).Groups[1].Value)), "T" },
            { new ByteArrayContent(made.Pfx.ToArray()), "pfx", "certificate.p12" },
            { new StringContent(TestCertificate.Password), "password" },
        };
        using var answer = await Http.PostAsync(new Uri("App/Certificate", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private static int? DelayOf(string kind) => kind switch
    {
        "Late" => 300,
        "TimeoutAfterWork" => 1_000,
        "StateLate" or "EventLate" => 3_000,
        _ => null,
    };

    [GeneratedRegex("name=\"T\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Ticket();
}
