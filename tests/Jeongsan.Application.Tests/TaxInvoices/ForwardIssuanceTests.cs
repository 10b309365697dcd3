using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jeongsan.Application.Adapters.Popbill;
using Jeongsan.Application.Installation;
using Jeongsan.Application.Mails;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Etax;
using Jeongsan.Popbill;
using Jeongsan.Popbill.Emulator;
using Jeongsan.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jeongsan.Application.Tests.TaxInvoices;

/// <summary>정발행 at a real emulator over HTTP: one document whatever becomes of the answers, its files with it, and a mail to the recipient.</summary>
public sealed partial class ForwardIssuanceTests
{
    private static readonly TaxInvoiceParty Recipient = InvoiceDesk.Nobody with
    {
        Brn = new BusinessRegistrationNumber("6050500057"),
        Name = "받는상사",
        RepresentativeName = "이받음",
        Contact = new TaxInvoiceContact("이담당", null, null, null, "tax@recipient.example"),
    };

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Immediately_IsIssuedOnce_AndTheRecipientIsMailedALink(DatabaseKind kind)
    {
        await using var office = await Office.CreateAsync(kind);

        var invoice = await office.UntilIssuedAsync(Platform.Must(await office.ImmediatelyAsync()).Id);

        Assert.Equal(24, invoice.NtsApprovalNumber?.Length);
        var mail = await Polling.UntilAsync("the recipient's mail", async _ => (await office.Platform.RowsAsync<MailboxMail>()).Find(one => one.To == "tax@recipient.example"), Office.Limit);
        Assert.Equal($"{invoice.NtsApprovalNumber}.pdf", mail.AttachmentName);
        AssertPdf(mail.Attachment);
        var token = LinkToken().Match(mail.Text).Groups[1].Value;
        var shown = await office.World.Get<ViewInvoice>().OpenAsync(token, CancellationToken.None);
        Assert.Equal(invoice.Id, shown?.Invoice.Id);
        await office.World.Get<ViewInvoice>().NoteOpenedAsync(shown!, CancellationToken.None);
        Assert.NotNull((await office.InvoiceAsync(invoice.Id)).OpenedAt);
        Assert.Null(await office.World.Get<ViewInvoice>().OpenAsync(token[..^4], CancellationToken.None));
    }

    /// <summary>Every mail server takes it: the largest form, of 99 lines, has some 40 KB.</summary>
    private static void AssertPdf(byte[]? attachment)
    {
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(attachment ?? []), StringComparison.Ordinal);
        Assert.InRange(attachment!.Length, 5_000, 100_000);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Immediately_AnswerLost_IsIssuedOnce(DatabaseKind kind)
    {
        await using var office = await Office.CreateAsync(kind);
        await office.FaultsAsync(new { kind = "DropMidAnswer", verb = "ISSUE", times = 1 });

        var invoice = await office.UntilIssuedAsync(Platform.Must(await office.ImmediatelyAsync()).Id);

        Assert.Equal(1, await office.SuccessfulAsync("ISSUE", invoice.SupplierDocumentKey!));
        await Polling.UntilTrueAsync("the recipient's mail", async _ => (await office.Platform.RowsAsync<MailboxMail>()).Exists(mail => mail.To == "tax@recipient.example"), Office.Limit);
        Assert.Single(await office.Platform.RowsAsync<MailboxMail>(), mail => mail.To == "tax@recipient.example");
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Immediately_RefusedByTheAgency_IsMendedAndIssuedUnderTheSameNumber(DatabaseKind kind)
    {
        await using var office = await Office.CreateAsync(kind);
        // The ASP takes no invoice that is dated tomorrow; we look at it only there.
        var tomorrow = office.Desk.Content(TaxInvoiceIssuance.Normal, InvoiceDesk.Nobody, Recipient) with { WriteDate = office.Platform.Today.AddDays(1) };
        var id = Platform.Must(await office.ImmediatelyAsync(tomorrow)).Id;
        var failed = await office.UntilAsync(id, TaxInvoiceStatus.IssueFailed);
        Assert.NotNull(failed.StatusReason);

        var today = new WrittenTaxInvoice(office.Desk.Content(TaxInvoiceIssuance.Normal, InvoiceDesk.Nobody, Recipient), null, null, null, null);
        Platform.Must(await office.World.Get<WriteTaxInvoice>().EditAsync(office.Platform.Tenant, Platform.Actor, id, today, CancellationToken.None));
        Platform.Must(await office.IssueAsync(id));

        var issued = await office.UntilIssuedAsync(id);
        Assert.Equal(failed.SupplierDocumentKey, issued.SupplierDocumentKey);
        Assert.Equal(1, await office.SuccessfulAsync("ISSUE", issued.SupplierDocumentKey!));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Draft_WithFiles_TheAgencyHasThemOnce_AlthoughTheFirstIssueFailed(DatabaseKind kind)
    {
        await using var office = await Office.CreateAsync(kind);
        var draft = Platform.Must(await office.Desk.DraftAsync(new WrittenTaxInvoice(office.Desk.Content(TaxInvoiceIssuance.Normal, InvoiceDesk.Nobody, Recipient), null, null, null, null)));
        foreach (var name in new[] { "계약서.txt", "메모.txt" })
        {
            Platform.Must(await office.Desk.AttachAsync(draft.Id, await office.Desk.UploadedAsync(name, Encoding.UTF8.GetBytes($"{name}의 내용"))));
        }
        await office.FaultsAsync(new { kind = "ServerError", verb = "ISSUE", times = 1 });

        Platform.Must(await office.IssueAsync(draft.Id));

        await office.UntilIssuedAsync(draft.Id);
        Assert.Equal(["계약서.txt", "메모.txt"], (await office.AgencyFilesAsync(draft.SupplierDocumentKey!)).Select(file => file.DisplayName));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Immediately_WithoutOurCertificate_IsRefusedAndLeavesNothing(DatabaseKind kind)
    {
        await using var office = await Office.CreateAsync(kind, hasCertificate: false);

        Assert.IsType<TaxInvoiceRefusal.CertificateNotRegistered>((await office.ImmediatelyAsync()).Refusal);
        Assert.Empty(await office.Platform.RowsAsync<TaxInvoice>());
    }

    [GeneratedRegex("/i/([A-Za-z0-9_-]+)")]
    private static partial Regex LinkToken();

    [GeneratedRegex("name=\"T\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Ticket();

    /// <summary>A platform that is a member of the emulator, with or without its certificate there.</summary>
    private sealed class Office : IAsyncDisposable
    {
        public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

        private readonly TemporaryFolder _folder = new();
        private readonly HttpClient _http = new();
        private WebApplication _emulator = null!;

        public World World { get; private set; } = null!;

        public InvoiceDesk Desk { get; private set; } = null!;

        public Platform Platform => Desk.Platform;

        public static async Task<Office> CreateAsync(DatabaseKind kind, bool hasCertificate = true)
        {
            var office = new Office();
            office._emulator = PopbillEmulator.Create(new PopbillEmulatorOptions { Urls = "http://127.0.0.1:0", DataFolder = office._folder.Path });
            await office._emulator.StartAsync();
            office._http.BaseAddress = new Uri(office._emulator.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            office.World = await World.CreateAsync(kind, TimeProvider.System, agency: office._http.BaseAddress);
            office.Desk = await InvoiceDesk.CreateAsync(office.World);
            await office.World.StartDispatcherAsync();
            await office.JoinAsync();
            if (hasCertificate)
            {
                await office.RegisterCertificateAsync();
            }
            return office;
        }

        public Task<Outcome<TaxInvoice>> ImmediatelyAsync(TaxInvoiceContent? content = null) => World.Get<IssueByPlatform>().ImmediatelyAsync(
            Platform.Tenant, Platform.Actor, new WrittenTaxInvoice(content ?? Desk.Content(TaxInvoiceIssuance.Normal, InvoiceDesk.Nobody, Recipient), null, null, null, null), CancellationToken.None);

        public Task<Outcome<TaxInvoice>> IssueAsync(TaxInvoiceId id) => World.Get<IssueByPlatform>().HandleAsync(Platform.Tenant, Platform.Actor, id, null, null, CancellationToken.None);

        public async Task<TaxInvoice> InvoiceAsync(TaxInvoiceId id) => (await Platform.RowsAsync<TaxInvoice>()).Single(row => row.Id == id);

        public Task<TaxInvoice> UntilIssuedAsync(TaxInvoiceId id) => UntilAsync(id, TaxInvoiceStatus.Issued);

        public Task<TaxInvoice> UntilAsync(TaxInvoiceId id, TaxInvoiceStatus status) =>
            Polling.UntilAsync($"the invoice to be {status}", async _ => await InvoiceAsync(id) is { } now && now.Status == status ? now : null, Limit);

        public async Task FaultsAsync(params object[] rules)
        {
            using var answer = await _http.PutAsJsonAsync(new Uri("emulator/faults", UriKind.Relative), new { seed = 1, rules });
            answer.EnsureSuccessStatusCode();
        }

        /// <summary>How many calls with this verb about this document were carried out.</summary>
        public async Task<int> SuccessfulAsync(string verb, string key)
        {
            var requests = JsonSerializer.Deserialize<JsonElement>(await _http.GetStringAsync(new Uri("emulator/requests", UriKind.Relative)));
            var list = requests.ValueKind == JsonValueKind.Array ? requests : requests.GetProperty("requests");
            return list.EnumerateArray().Count(request => Text(request, "verb") == verb && Text(request, "documentKey") == key && request.GetProperty("code").GetInt32() >= 0);
        }

        public Task<IReadOnlyList<TaxinvoiceFile>> AgencyFilesAsync(string key) =>
            World.Get<PopbillClients>().For(Platform.Tenant.Mode).TaxInvoices.FilesAsync(FirstStart.CompanyNumber.Value, InvoiceSide.Supplier, key, CancellationToken.None);

        public async ValueTask DisposeAsync()
        {
            await World.DisposeAsync();
            await _emulator.StopAsync();
            await _emulator.DisposeAsync();
            _http.Dispose();
            _folder.Dispose();
        }

        private static string? Text(JsonElement request, string name) =>
            request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

        private async Task JoinAsync()
        {
            Platform.Must(await Platform.CommandAsync(work =>
            {
                work.Send(Merchants.JoinOwnCompany.MessageType, "join-own", "OwnCompany", new { });
                return Task.FromResult<Outcome<Done>>(new Done());
            }));
            var agency = World.Get<ITaxInvoiceAgency>();
            await Polling.UntilTrueAsync("our company to be a member", ct => agency.IsMemberAsync(Platform.Tenant, FirstStart.CompanyNumber, ct), Limit);
        }

        private async Task RegisterCertificateAsync()
        {
            var now = TimeProvider.System.GetUtcNow();
            var made = TestAuthority.IssueCertificate(FirstStart.CompanyNumber.Value, "㈜시험마켓", now.AddDays(-1), now.AddYears(1));
            var page = Platform.Must(await World.Get<ITaxInvoiceAgency>().CertificateRegistrationAsync(Platform.Tenant, FirstStart.CompanyNumber, CancellationToken.None));
            using var form = new MultipartFormDataContent
            {
                { new StringContent(Ticket().Match(await _http.GetStringAsync(page)).Groups[1].Value), "T" },
                { new ByteArrayContent(made.Pfx.ToArray()), "pfx", "certificate.p12" },
                { new StringContent(TestCertificate.Password), "password" },
            };
            using var answer = await _http.PostAsync(new Uri("App/Certificate", UriKind.Relative), form);
            answer.EnsureSuccessStatusCode();
        }
    }
}
