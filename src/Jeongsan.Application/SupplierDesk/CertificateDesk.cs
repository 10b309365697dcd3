using Jeongsan.Application.Certificates;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.People;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.SupplierDesk;

/// <param name="LinkExpires">The last day (inclusive) on which the link opens.</param>
public sealed record CertificateLinkView(SupplierPlatform Platform, string SupplierName, DateOnly LinkExpires);

/// <summary>What a partner who came by a certificate link can do: prove its number, and register its certificate at the ASP.</summary>
public sealed class CertificateDesk(Store store, ContextFactory contexts, ITaxInvoiceAgency agency, DiscloseLookup disclose)
{
    /// <remarks>Refused: LinkUnknown, LinkExpired, LinkReplaced.</remarks>
    public async Task<Outcome<CertificateLinkView>> OpenAsync(string token, CancellationToken ct) =>
        (await FindAsync(token, ct)).Then<CertificateLinkView>(visit => new CertificateLinkView(
            visit.Platform, (visit.Partner.Type as PartnerType.Business)?.CompanyName ?? visit.Partner.Name, SeoulTime.DateOf(visit.Link.ExpiresAt).AddDays(-1)));

    /// <param name="businessNumber">Ten digits.</param>
    /// <remarks>Refused: those of <see cref="OpenAsync"/>, then TooManyAttempts, BusinessNumberWrong.</remarks>
    public async Task<Outcome<Done>> CheckBusinessNumberAsync(string token, string businessNumber, string networkAddress, CancellationToken ct)
    {
        var found = await FindAsync(token, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }
        var visit = found.Value;
        // A wrong number is written down, so it is not a refusal of the command: what it says comes back inside.
        var entered = await store.CommandAsync<Refusal?[]>(visit.Tenant, visit.Actor, async work =>
        {
            var link = await work.Db.Set<SupplierLink>().SingleAsync(row => row.Id == visit.Link.Id, ct);
            var owner = visit.Partner.BusinessRegistrationNumber ?? default;
            return new[] { await work.EnterAsync(link, businessNumber, owner, networkAddress, visit.Platform, ct) };
        }, ct);
        return entered.Value[0] is { } refusal ? refusal : new Done();
    }

    /// <summary>What is registered now, and where to register. What the ASP tells is kept.</summary>
    /// <param name="returnTo">Where the registration page leads back to.</param>
    /// <remarks>Refused: those of <see cref="OpenAsync"/>, AgencyNotEntrusted, AgencyUnavailable.</remarks>
    public async Task<Outcome<SupplierCertificateView>> CertificateAsync(string token, Uri returnTo, CancellationToken ct)
    {
        var found = await FindAsync(token, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }
        var visit = found.Value;
        if (visit.Partner.BusinessRegistrationNumber is not { } company)
        {
            return new SupplierDeskRefusal.LinkUnknown();
        }
        if ((await disclose.BySupplierAsync(visit.Tenant, visit.Actor, company, ct)).IsRefused)
        {
            return new SupplierDeskRefusal.AgencyNotEntrusted(visit.Platform);
        }
        var told = await agency.CertificateDetailsAsync(visit.Tenant, company, ct);
        var page = await agency.CertificateRegistrationAsync(visit.Tenant, company, ct);
        if (told.IsRefused || page.IsRefused)
        {
            return new SupplierDeskRefusal.AgencyUnavailable();
        }
        await store.CommandAsync<Done>(visit.Tenant, visit.Actor, async work =>
        {
            await CertificateLook.KeepAsync(work, company, told.Value, ct);
            return new Done();
        }, ct);
        var now = await store.NowAsync(visit.Tenant, ct);
        return new SupplierCertificateView(
            visit.Platform, told.Value is { IsUsable: true } usable && usable.ExpiresAt > now, told.Value is { } known ? SeoulTime.DateOf(known.ExpiresAt) : null,
            SupplierAccess.WithReturn(page.Value, returnTo));
    }

    private sealed record Visit(Tenant Tenant, SupplierLink Link, Partner Partner, SupplierPlatform Platform)
    {
        public Actor Actor => new(ActorKind.Supplier, Partner.Id.Value);
    }

    private async Task<Outcome<Visit>> FindAsync(string token, CancellationToken ct)
    {
        var hash = SupplierLink.HashOf(token);
        await using var all = contexts.CreateForAll();
        var link = await all.Set<SupplierLink>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash && row.Kind == SupplierLinkKind.Certificate, ct);
        if (link is null)
        {
            return new SupplierDeskRefusal.LinkUnknown();
        }
        var tenant = new Tenant(link.MerchantId, link.Mode);
        await using var db = store.Read(tenant);
        var merchant = await db.Set<Merchant>().SingleAsync(row => row.Id == link.MerchantId, ct);
        var company = await db.Set<OwnCompany>().SingleAsync(ct);
        var platform = new SupplierPlatform(merchant.Name, company.ContactEmail, company.ContactPhone);
        var now = await store.NowAsync(tenant, ct);
        // A locked link still opens: only the number can't be tried.
        if (link.Check(now) is { } refusal and not TaxInvoiceRefusal.LinkLocked)
        {
            return SupplierAccess.Translate(refusal, link, platform, now)!;
        }
        var partner = link.PartnerId;
        return await db.Set<Partner>().SingleOrDefaultAsync(row => row.Id == partner, ct) is { } found
            ? new Visit(tenant, link, found, platform) : new SupplierDeskRefusal.LinkUnknown();
    }
}
