using Jeongsan.Application.Merchants;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>What is left at the ASP to pay for issues with, as last seen.</summary>
public sealed class AgencyAccount : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }
    public long MemberPoints { get; private set; }
    public long PartnerPoints { get; private set; }

    /// <summary>Whether <see cref="PartnerPoints"/> pay for issues, as agreed with the ASP.</summary>
    public bool IsPaidByPartner { get; private set; }

    /// <summary>Points that one issue costs.</summary>
    public long UnitCost { get; private set; }

    /// <summary>Issues that are under way, and will be paid for.</summary>
    public int IssuesAhead { get; private set; }

    /// <summary>By the tenant's clock.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>Points of the purse that pays.</summary>
    public long Payable => IsPaidByPartner ? PartnerPoints : MemberPoints;

    /// <summary>True when the purse does not pay for what is under way.</summary>
    public bool IsLow => Payable < UnitCost * Math.Max(IssuesAhead, 1);

    internal void See(AgencyBalance balance, int issuesAhead, DateTimeOffset at)
    {
        (MemberPoints, PartnerPoints, IsPaidByPartner, UnitCost) = (balance.MemberPoints, balance.PartnerPoints, balance.IsPaidByPartner, balance.UnitCostPoints);
        (IssuesAhead, SeenAt) = (issuesAhead, at);
    }
}

internal sealed class AgencyAccountMapping : IEntityTypeConfiguration<AgencyAccount>
{
    public void Configure(EntityTypeBuilder<AgencyAccount> builder)
    {
        builder.ToTable("agency_accounts");
        builder.HasKey(account => new { account.MerchantId, account.Mode });
        builder.Ignore(account => account.Payable);
        builder.Ignore(account => account.IsLow);
    }
}

/// <summary>Looks at the points: each hour while invoices are under way, at once when one was refused for want of points.</summary>
internal sealed class LookAtPoints(Store store, ITaxInvoiceAgency agency) : DueStep
{
    private static readonly TimeSpan Wait = TimeSpan.FromHours(1);

    private static readonly TaxInvoiceStatus[] Ahead =
        [TaxInvoiceStatus.RequestPending, TaxInvoiceStatus.Requested, TaxInvoiceStatus.IssuePending, TaxInvoiceStatus.IssueFailed];

    public override int Order => 70;

    public override async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        var now = await store.NowAsync(tenant, ct);
        await using var db = store.Read(tenant);
        var company = await db.Set<OwnCompany>().SingleOrDefaultAsync(ct);
        var seen = await db.Set<AgencyAccount>().SingleOrDefaultAsync(ct);
        var ahead = await db.Set<TaxInvoice>().CountAsync(row => row.DeletedAt == null && Ahead.Contains(row.Status), ct);
        if (company?.ConnectedAt is null || (ahead == 0 && seen is null or { IsLow: false }))
        {
            return;
        }
        var isShort = await db.Set<OutboxMessage>().AnyAsync(
            row => row.State != OutboxState.Done && row.LastProblem != null && row.LastProblem.StartsWith(AgencyWords.PointsTooLow), ct);
        if (seen is not null && now - seen.SeenAt < Wait && isShort == seen.IsLow)
        {
            return;
        }
        var balance = await agency.BalanceAsync(tenant, company.BusinessNumber, ct);
        if (balance.IsRefused)
        {
            return;
        }
        await store.CommandAsync<Done>(tenant, Actor.System, async work =>
        {
            var account = await work.Db.Set<AgencyAccount>().SingleOrDefaultAsync(ct);
            if (account is null)
            {
                work.Db.Add(account = new AgencyAccount { MerchantId = tenant.Merchant, Mode = tenant.Mode });
            }
            account.See(balance.Value, ahead, work.Now);
            return new Done();
        }, ct);
    }
}
