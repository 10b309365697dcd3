using System.Text.RegularExpressions;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Storage;
using Jeongsan.Application.SupplierDesk;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Etax;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Hosting;

/// <summary>Does what a sample partner does: opens the mail's link, registers a test certificate on the ASP's page, approves.</summary>
internal sealed partial class SampleSupplier(IServiceProvider services, Settings settings, CancellationToken ct)
{
    private readonly SupplierAccess _desk = services.GetRequiredService<SupplierAccess>();
    private readonly Store _store = services.GetRequiredService<Store>();
    private readonly HashSet<string> _certified = [];

    public async Task ApproveAsync(Tenant tenant, TaxInvoiceId id)
    {
        await using var db = _store.Read(tenant);
        var invoice = await db.Set<TaxInvoice>().SingleAsync(row => row.Id == id, ct);
        var token = await TokenAsync(db, invoice);
        Must(await _desk.CheckBusinessNumberAsync(token, invoice.SupplierBrn.Value, "127.0.0.1", ct));
        if (_certified.Add(invoice.SupplierBrn.Value))
        {
            await RegisterCertificateAsync(token, invoice);
        }
        Must(await _desk.ApproveAsync(token, ct));
    }

    private async Task<string> TokenAsync(JeongsanContext db, TaxInvoice invoice)
    {
        // The request's own link; reminders have later ones.
        var link = await db.Set<SupplierLink>().Where(row => row.TaxInvoiceId == invoice.Id && row.ReplacedAt == null).OrderBy(row => row.Id).FirstAsync(ct);
        var limit = TimeProvider.System.GetUtcNow().AddSeconds(30);
        while (TimeProvider.System.GetUtcNow() < limit)
        {
            if (await db.Set<MailboxMail>().SingleOrDefaultAsync(mail => mail.Id == $"mail-{link.Id}@jeongsan", ct) is { } mail)
            {
                return Link().Match(mail.Text).Groups[1].Value;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), ct);
        }
        throw new InvalidOperationException("The request mail did not arrive in the mailbox.");
    }

    private async Task RegisterCertificateAsync(string token, TaxInvoice invoice)
    {
        var now = TimeProvider.System.GetUtcNow();
        var made = TestAuthority.IssueCertificate(invoice.SupplierBrn.Value, invoice.SupplierName, now.AddDays(-1), now.AddYears(1));
        var view = await _desk.CertificateAsync(token, new Uri(settings.PublicAddress, $"/s/{token}/certificate"), ct);
        Must(view);
        using var http = services.GetRequiredService<IHttpClientFactory>().CreateClient();
        var page = await http.GetStringAsync(view.Value.RegistrationUrl, ct);
        var ticket = Ticket().Match(page).Groups[1].Value;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(ticket), "T" },
            { new ByteArrayContent(made.Pfx.ToArray()), "pfx", "certificate.p12" },
            { new StringContent(TestCertificate.Password), "password" },
        };
        using var answer = await http.PostAsync(new Uri(settings.EmulatorAddress, "App/Certificate"), form, ct);
        answer.EnsureSuccessStatusCode();
    }

    private static void Must<T>(Outcome<T> outcome)
    {
        if (outcome.IsRefused)
        {
            throw new InvalidOperationException($"The sample supplier was refused: {outcome.Refusal}");
        }
    }

    [GeneratedRegex("/s/([A-Za-z0-9_-]+)")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"T\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Ticket();
}
