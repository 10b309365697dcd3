using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Certificates;

/// <summary>Asks the ASP for a company's certificate and keeps the answer.</summary>
internal abstract class CertificateLook(ITaxInvoiceAgency agency) : OutboxHandler
{
    public sealed record Payload(BusinessRegistrationNumber BusinessNumber);

    /// <summary>A look that gave up is followed by tomorrow's.</summary>
    public override bool FailureBlocksLater => false;

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        var company = message.Read<Payload>().BusinessNumber;
        var told = await agency.CertificateDetailsAsync(message.Tenant, company, ct);
        return told.Refusal switch
        {
            null => new Delivery.Finished(work => KeepAsync(work, company, told.Value, ct)),
            AgencyRefusal.NotReached => AgencyWords.NotReached(),
            // No member any more: nothing to be told today.
            _ => new Delivery.Finished(work => Task.CompletedTask),
        };
    }

    /// <summary>Writes down what the ASP told.</summary>
    internal static async Task KeepAsync(Work work, BusinessRegistrationNumber company, AgencyCertificateDetails? told, CancellationToken ct)
    {
        if (await work.Db.Set<CompanyCertificate>().SingleOrDefaultAsync(row => row.BusinessNumber == company, ct) is not { } certificate)
        {
            return;
        }
        var before = certificate.ExpiresAt;
        certificate.LookedAt = work.Now;
        (certificate.ExpiresAt, certificate.RegisteredAt, certificate.IssuerName) = (told?.ExpiresAt, told?.RegisteredAt, told?.IssuerName);
        certificate.Health = told is null ? CertificateHealth.None
            : told.ExpiresAt <= work.Now ? CertificateHealth.Expired
            : told.IsUsable ? CertificateHealth.Usable
            : CertificateHealth.Unusable;
        if (told is not null && before != told.ExpiresAt && certificate.PartnerId is { } partner)
        {
            work.Record(Partners.CreatePartners.Subject, partner.Value, "CertificateRegistered", why: told.IssuerName);
        }
    }
}

/// <summary>A partner's certificate.</summary>
internal sealed class LookAtCertificate(ITaxInvoiceAgency agency) : CertificateLook(agency)
{
    public const string MessageType = "Certificate.Look";
    public static readonly CarriedData.OfPartners Carried = new(EntrustedWork.TaxInvoices, PersonalDataItem.BusinessIdentity);

    public override string Type => MessageType;

    public override CarriedData Carries => Carried;
}

/// <summary>The platform's own certificate.</summary>
internal sealed class LookAtOwnCertificate(ITaxInvoiceAgency agency) : CertificateLook(agency)
{
    public const string MessageType = "Certificate.LookAtOwn";

    public override string Type => MessageType;

    public override CarriedData Carries => new CarriedData.Nothing("the platform's own company");
}
