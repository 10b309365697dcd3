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
    private readonly HashSet<PartnerId> _stopped = [];
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
            _stopped.UnionWith(await db.Set<ProcessingStop>().Where(stop => some.Contains(stop.PartnerId) && stop.LiftedAt == null).Select(stop => stop.PartnerId).ToListAsync(ct));
        }
    }

    /// <summary>The newest revision of the register that the partner was told of; null when it was told nothing.</summary>
    public async Task<int?> ToldAsync(PartnerId partner, CancellationToken ct)
    {
        await PreloadAsync([partner], ct);
        return _told[partner];
    }

    /// <summary>Whether the partner had the processing of its data stopped, and this work waits for that.</summary>
    public async Task<bool> IsStoppedAsync(PartnerId partner, EntrustedWork work, CancellationToken ct)
    {
        if (!ProcessingStop.HoldsBack(work))
        {
            return false;
        }
        return _told.ContainsKey(partner) ? _stopped.Contains(partner) : await db.Set<ProcessingStop>().AnyAsync(stop => stop.PartnerId == partner && stop.LiftedAt == null, ct);
    }

    /// <summary>The stop that holds this back; null when none does.</summary>
    public async Task<PrivacyRefusal.ProcessingStopped?> StopOfAsync(Cargo cargo, CancellationToken ct) =>
        cargo is { NeedsNotice: true, Subject: { Kind: DataSubjectKind.Partner, Id: var id } } && await IsStoppedAsync(new PartnerId(id), cargo.Work, ct)
            ? new PrivacyRefusal.ProcessingStopped(new PartnerId(id)) : null;

    /// <summary>Order: the register, the published notice, the partner's own notice, its stop. What the law makes us tell the partner itself passes the last two.</summary>
    public async Task<Outcome<Disclosure>> AdmitAsync(Cargo cargo, string messageKey, DateTimeOffset at, CancellationToken ct)
    {
        var register = await RegisterAsync(ct);
        if (!cargo.NeedsNotice)
        {
            return register.AdmitPublished(cargo.Subject, cargo.Work, cargo.Items, messageKey, at);
        }
        var partner = new PartnerId(cargo.Subject.Id);
        var admitted = register.Admit(partner, cargo.Work, cargo.Items, await ToldAsync(partner, ct), messageKey, at);
        return !admitted.IsRefused && await StopOfAsync(cargo, ct) is { } stopped ? stopped : admitted;
    }
}
