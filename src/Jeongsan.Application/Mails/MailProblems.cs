using Jeongsan.Application.Storage;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Mails;

/// <summary>A partner whose address, as it is now, does not take mail.</summary>
/// <param name="Since">When the first mail that it did not take was refused or came back.</param>
/// <param name="Fate">Of the newest such mail: refused, or bounced.</param>
/// <param name="Reason">The mail server's words about the newest one, without the address.</param>
public sealed record MailProblem(PartnerId PartnerId, string PartnerName, DateTimeOffset Since, MailFate Fate, string Reason);

/// <summary>Whom mails don't reach. A changed address has no problem until it has one of its own.</summary>
public static class MailProblems
{
    /// <summary>Whoever has not been reached longest stands first. Archived partners are left out.</summary>
    /// <param name="partner">Null: everybody.</param>
    public static async Task<IReadOnlyList<MailProblem>> ReadAsync(JeongsanContext db, PartnerId? partner, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var id = partner?.Value;
        var open = (await db.Set<MailDelivery>().Where(row => row.IsOpen && row.SubjectKind == DataSubjectKind.Partner && (id == null || row.SubjectId == id)).ToListAsync(ct))
            .ToLookup(row => row.SubjectId);
        var problems = new List<MailProblem>();
        foreach (var some in open.Select(group => new PartnerId(group.Key)).Chunk(500))
        {
            foreach (var one in await db.Set<Partner>().Where(row => some.Contains(row.Id) && !row.IsArchived).Select(row => new { row.Id, row.Name, row.Contact }).ToListAsync(ct))
            {
                var digest = MailDelivery.DigestOf(db.Tenant.Merchant, one.Contact.Email);
                var rows = open[one.Id.Value].Where(row => row.AddressDigest == digest).OrderBy(row => row.ProblemAt).ToList();
                if (rows.Count > 0)
                {
                    problems.Add(new MailProblem(one.Id, one.Name, rows[0].ProblemAt!.Value, rows[^1].Fate, rows[^1].Reason ?? ""));
                }
            }
        }
        return [.. problems.OrderBy(problem => problem.Since).ThenBy(problem => problem.PartnerId.Value, StringComparer.Ordinal)];
    }
}
