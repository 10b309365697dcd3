using System.Text.Json;
using System.Text.RegularExpressions;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.SupplierDesk;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Etax;
using Jeongsan.Popbill.Emulator;
using Jeongsan.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jeongsan.Application.Tests.SupplierDesk;

/// <summary>A platform whose partners each wait with one requested invoice and its mail, at a real emulator over HTTP. Each test takes its own partner.</summary>
public sealed partial class DeskWorld : IAsyncLifetime
{
    private const int PartnerCount = 16;
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new();
    private WebApplication _emulator = null!;
    private World _world = null!;
    private Platform _platform = null!;
    private int _taken = -1;

    internal World World => _world;

    internal Tenant Tenant => _platform.Tenant;

    /// <summary>The emulator's admin side.</summary>
    internal HttpClient Agency => _http;

    internal SupplierAccess Desk => _world.Get<SupplierAccess>();

    public async ValueTask InitializeAsync()
    {
        _emulator = PopbillEmulator.Create(new PopbillEmulatorOptions { Urls = "http://127.0.0.1:0", DataFolder = _folder.Path });
        await _emulator.StartAsync();
        var address = new Uri(_emulator.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        _http.BaseAddress = address;
        _world = await World.CreateAsync(DatabaseKind.Sqlite, TimeProvider.System, agency: address);
        _platform = await Platform.CreateAsync(_world, partners: PartnerCount);
        await _world.StartDispatcherAsync();
        await ConnectAsync();
        await RequestAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _emulator.StopAsync();
        await _emulator.DisposeAsync();
        _http.Dispose();
        _folder.Dispose();
    }

    /// <summary>A waiting invoice that no other test touches, and the token of its mail.</summary>
    internal async Task<(TaxInvoice Invoice, string Token)> TakeAsync()
    {
        var partner = new PartnerId($"p{Interlocked.Increment(ref _taken)}");
        await using var db = _world.Store.Read(Tenant);
        var invoice = await db.Set<TaxInvoice>().SingleAsync(row => row.PartnerId == partner);
        return (invoice, await TokenAsync(invoice.Id));
    }

    /// <summary>The token of the newest mail about an invoice.</summary>
    internal async Task<string> TokenAsync(TaxInvoiceId id)
    {
        return Link().Match((await RequestMailAsync(id)).Text).Groups[1].Value;
    }

    /// <summary>The newest mail that asks to approve an invoice; reminders don't count.</summary>
    internal async Task<MailboxMail> RequestMailAsync(TaxInvoiceId id)
    {
        await using var db = _world.Store.Read(Tenant);
        var link = await db.Set<SupplierLink>().Where(row => row.TaxInvoiceId == id && row.ReplacedAt == null).OrderBy(row => row.Id).FirstAsync();
        return await MailAsync($"mail-{link.Id}@jeongsan");
    }

    internal async Task<MailboxMail> MailAsync(string id)
    {
        await using var db = _world.Store.Read(Tenant);
        return await Polling.UntilAsync($"the mail {id}", ct => db.Set<MailboxMail>().SingleOrDefaultAsync(row => row.Id == id, ct), TimeSpan.FromSeconds(90));
    }

    internal async Task<TaxInvoice> InvoiceAsync(TaxInvoiceId id)
    {
        await using var db = _world.Store.Read(Tenant);
        return await db.Set<TaxInvoice>().SingleAsync(row => row.Id == id);
    }

    internal Task UntilAsync(TaxInvoiceId id, Func<TaxInvoice, bool> holds) => Polling.UntilTrueAsync("the invoice", async _ => holds(await InvoiceAsync(id)));

    internal async Task RegisterCertificateAsync(string token, TaxInvoice invoice)
    {
        var now = TimeProvider.System.GetUtcNow();
        var made = TestAuthority.IssueCertificate(invoice.SupplierBrn.Value, invoice.SupplierName, now.AddDays(-1), now.AddYears(1));
        var view = Platform.Must(await Desk.CertificateAsync(token, new Uri($"http://jeongsan.test/s/{token}/certificate"), CancellationToken.None));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Ticket().Match(await _http.GetStringAsync(view.RegistrationUrl)).Groups[1].Value), "T" },
            { new ByteArrayContent(made.Pfx.ToArray()), "pfx", "certificate.p12" },
            { new StringContent(TestCertificate.Password), "password" },
        };
        using var answer = await _http.PostAsync(new Uri("App/Certificate", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Which changing requests about an invoice reached the ASP, in order.</summary>
    internal async Task<IReadOnlyList<string>> VerbsAsync(TaxInvoice invoice)
    {
        var requests = JsonSerializer.Deserialize<JsonElement>(await _http.GetStringAsync(new Uri("emulator/requests", UriKind.Relative)));
        var list = requests.ValueKind == JsonValueKind.Array ? requests : requests.GetProperty("requests");
        return [.. list.EnumerateArray().Where(request => Text(request, "documentKey")?.EndsWith(invoice.RecipientDocumentKey!, StringComparison.Ordinal) == true).Select(request => Text(request, "verb")).OfType<string>()];
    }

    private static string? Text(JsonElement request, string name) =>
        request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private async Task ConnectAsync()
    {
        Platform.Must(await _platform.CommandAsync(work =>
        {
            work.Send(Merchants.JoinOwnCompany.MessageType, "join-own", "OwnCompany", new { });
            return Task.FromResult<Outcome<Done>>(new Done());
        }));
        for (var index = 0; index < PartnerCount; index++)
        {
            Platform.Must(await _world.Get<ConnectPartner>().HandleAsync(Tenant, Platform.Actor, new PartnerId($"p{index}"), CancellationToken.None));
        }
        await Polling.UntilTrueAsync("all are members", async _ =>
            (await _platform.RowsAsync<Partner>()).All(partner => partner.NtsConnection == NtsConnectionStatus.Connected)
            && (await _platform.RowsAsync<Merchants.OwnCompany>()).All(company => company.ConnectedAt is not null));
    }

    private async Task RequestAsync()
    {
        for (var index = 0; index < PartnerCount; index++)
        {
            Platform.Must(await _platform.OrderAsync(index, $"pay-{index}", 110_000));
        }
        await _platform.GatherAsync();
        var bulk = Platform.Must(await _platform.PayAsync(_platform.Today));
        Platform.Must(await _world.Get<ConfirmBulkPayout>().HandleAsync(Tenant, Platform.Actor, bulk.Id, CancellationToken.None));
        var drafted = Platform.Must(await _world.Get<DraftFromPayouts>().HandleAsync(Tenant, Platform.Actor, new NewPayoutInvoices(bulk.Id, null, null, null), CancellationToken.None));
        Platform.Must(await _world.Get<RequestTaxInvoice>().HandleBulkAsync(Tenant, Platform.Actor, drafted.Bulk.Id, CancellationToken.None));
        await Polling.UntilTrueAsync("all are requested", async _ => (await _platform.RowsAsync<TaxInvoice>()).All(invoice => invoice.Status == TaxInvoiceStatus.Requested));
    }

    [GeneratedRegex("/s/([A-Za-z0-9_-]+)")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"T\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Ticket();
}
