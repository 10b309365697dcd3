using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Merchants;

/// <summary>The platform's own company: the recipient (공급받는자) of reverse-issued invoices.</summary>
public sealed class OwnCompany : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }
    public required BusinessRegistrationNumber BusinessNumber { get; set; }
    public required string CompanyName { get; set; }
    public required string RepresentativeName { get; set; }
    public required string Address { get; set; }
    public required string BusinessType { get; set; }
    public required string BusinessClass { get; set; }
    public required string ContactName { get; set; }
    public required string ContactEmail { get; set; }
    public required string ContactPhone { get; set; }

    /// <summary>When a person entered it; null while it is the sample that an installation starts with, which never leaves for a real service.</summary>
    public DateTimeOffset? SetUpAt { get; set; }

    /// <summary>Since when it is a member of the ASP; null while it is not.</summary>
    public DateTimeOffset? ConnectedAt { get; set; }

    /// <summary>Why the ASP did not take it, in its words.</summary>
    public string? ConnectFailedReason { get; set; }

    internal AgencyMember AsMember() =>
        new(BusinessNumber, CompanyName, RepresentativeName, Address, BusinessType, BusinessClass, ContactName, ContactEmail, ContactPhone);
}

internal sealed class OwnCompanyMapping : IEntityTypeConfiguration<OwnCompany>
{
    public void Configure(EntityTypeBuilder<OwnCompany> builder)
    {
        builder.ToTable("own_companies");
        builder.HasKey(company => new { company.MerchantId, company.Mode });
    }
}

/// <summary>Makes the platform's own company a member of the ASP.</summary>
internal sealed class JoinOwnCompany(Store store, ITaxInvoiceAgency agency) : OutboxHandler
{
    public const string MessageType = "OwnCompany.Join";

    public override string Type => MessageType;

    public override CarriedData Carries => new CarriedData.Nothing("the platform's own company");

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        await using var db = store.Read(message.Tenant);
        var company = await db.Set<OwnCompany>().SingleAsync(ct);
        var joined = await agency.JoinOnceAsync(message.Tenant, company.AsMember(), ct);
        var refusal = joined.IsRefused ? joined.Refusal : (await agency.KeepRequestMailsOursAsync(message.Tenant, company.BusinessNumber, ct)).Refusal;
        return refusal switch
        {
            AgencyRefusal.Refused refused => new Delivery.Finished(work => NoteAsync(work, null, refused.Words, ct)),
            { } other when AgencyWords.Wait(other) is { } wait => wait,
            _ => new Delivery.Finished(work => NoteAsync(work, work.Now, null, ct)),
        };
    }

    private static async Task NoteAsync(Work work, DateTimeOffset? connectedAt, string? reason, CancellationToken ct)
    {
        var company = await work.Db.Set<OwnCompany>().SingleAsync(ct);
        (company.ConnectedAt, company.ConnectFailedReason) = (connectedAt, reason);
        work.Record("OwnCompany", company.BusinessNumber.Value, connectedAt is null ? "OwnCompanyConnectFailed" : "OwnCompanyConnected", why: reason);
    }
}
