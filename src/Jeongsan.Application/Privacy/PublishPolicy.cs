using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy;

/// <summary>What is published and what would be.</summary>
/// <param name="Newest">Null while nothing is published.</param>
/// <param name="Draft">Without since when it applies.</param>
public sealed record PolicyState(PublishedPolicy? Newest, string Draft)
{
    /// <summary>Whether what is published says what is switched on now.</summary>
    public bool IsTrue => Newest?.Body == Draft;

    /// <summary>From what is published to the draft; everything is new while nothing is published.</summary>
    public IReadOnlyList<(TextChange Change, string Line)> Difference =>
        Newest is null ? [.. Draft.Split('\n').Select(line => (TextChange.Added, line))] : TextDifference.Of(Newest.Body, Draft);
}

/// <summary>게시: the settlement's part of the 개인정보 처리방침 becomes a numbered version that never changes.</summary>
public sealed class PublishPolicy(Store store, MailOptions options)
{
    private const string Subject = "PrivacyPolicy";

    public async Task<PolicyState> ReadAsync(Tenant tenant, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        var newest = await NewestAsync(db, ct);
        return new PolicyState(newest, await DraftAsync(db, newest?.Officer ?? "", ct));
    }

    /// <summary>Refused: OfficerUnusable, PolicyInPast, PolicyUnchanged.</summary>
    public Task<Outcome<PublishedPolicy>> HandleAsync(Tenant tenant, Actor actor, PolicyPublication publication, CancellationToken ct) =>
        store.CommandAsync<PublishedPolicy>(tenant, actor, async work =>
        {
            await TenantLock.TakeAsync(work, "publish-policy", ct);
            var published = PublishedPolicy.Publish(
                tenant, await NewestAsync(work.Db, ct), await DraftAsync(work.Db, publication.Officer.Trim(), ct), publication, work.Today, actor, work.Now);
            if (!published.IsRefused)
            {
                work.Db.Add(published.Value);
                work.Record(Subject, $"{published.Value.Number}", "PolicyPublished");
            }
            return published;
        }, ct);

    private async Task<string> DraftAsync(JeongsanContext db, string officer, CancellationToken ct)
    {
        var merchant = db.Tenant.Merchant;
        var name = await db.Set<Merchant>().Where(row => row.Id == merchant).Select(row => row.Name).SingleAsync(ct);
        var company = await db.Set<OwnCompany>().SingleOrDefaultAsync(ct);
        return PolicyText.Write(new PolicyFacts(
            name,
            company is null ? "" : $"{company.ContactEmail} · {company.ContactPhone}",
            officer,
            await db.Set<Partner>().AnyAsync(partner => partner.TypeName == PartnerTypeName.WhtPayer && !partner.IsErased, ct),
            new Uri(options.PublicAddress, $"/privacy/processors/{merchant}"),
            await PrivacyGate.ReadAsync(db, ct)));
    }

    private static Task<PublishedPolicy?> NewestAsync(JeongsanContext db, CancellationToken ct) =>
        db.Set<PublishedPolicy>().OrderByDescending(policy => policy.Number).FirstOrDefaultAsync(ct);
}
