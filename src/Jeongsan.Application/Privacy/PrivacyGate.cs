using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy;

/// <summary>The register and what partners were told, read once for each command.</summary>
internal sealed class PrivacyGate(JeongsanContext db)
{
    private readonly Dictionary<PartnerId, int?> _told = [];
    private ConsignmentRegister? _register;

    public static async Task<ConsignmentRegister> ReadAsync(JeongsanContext db, CancellationToken ct) => new(
        await db.Set<ConsignmentProcessor>().OrderBy(processor => processor.Id).ToListAsync(ct),
        await db.Set<PublishedNotice>().MaxAsync(notice => (int?)notice.RegisterRevision, ct));

    public async Task<ConsignmentRegister> RegisterAsync(CancellationToken ct) => _register ??= await ReadAsync(db, ct);

    /// <summary>For commands about many partners: one query instead of one each.</summary>
    public async Task PreloadAsync(IReadOnlyCollection<PartnerId> partners, CancellationToken ct)
    {
        foreach (var some in partners.Where(partner => !_told.ContainsKey(partner)).Distinct().Chunk(500))
        {
            var told = await db.Set<PartnerNotice>()
                .Where(notice => some.Contains(notice.PartnerId) && notice.Delivery == NoticeDelivery.Delivered)
                .GroupBy(notice => notice.PartnerId)
                .Select(group => new { group.Key, Revision = group.Max(notice => notice.RegisterRevision) })
                .ToDictionaryAsync(row => row.Key, row => (int?)row.Revision, ct);
            foreach (var partner in some)
            {
                _told[partner] = told.GetValueOrDefault(partner);
            }
        }
    }

    /// <summary>The newest revision of the register that the partner was told of; null when it was told nothing.</summary>
    public async Task<int?> ToldAsync(PartnerId partner, CancellationToken ct)
    {
        await PreloadAsync([partner], ct);
        return _told[partner];
    }

    public async Task<Outcome<Disclosure>> AdmitAsync(Cargo cargo, string messageKey, DateTimeOffset at, CancellationToken ct)
    {
        var register = await RegisterAsync(ct);
        if (!cargo.NeedsNotice)
        {
            return register.AdmitPublished(cargo.Subject, cargo.Work, cargo.Items, messageKey, at);
        }
        var partner = new PartnerId(cargo.Subject.Id);
        return register.Admit(partner, cargo.Work, cargo.Items, await ToldAsync(partner, ct), messageKey, at);
    }
}
