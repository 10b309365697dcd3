using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <param name="Amount">Won.</param>
public sealed record PayoutTally(PayoutStatus Status, int Count, Won Amount);

/// <summary>지급 결과: what became of a bulk payout that the bank worked off by itself, to the platform's own people.</summary>
internal static class PayoutResult
{
    /// <summary>Failed and stopped payouts that the mail names.</summary>
    private const int NamedMax = 10;

    /// <summary>Nothing where nobody is known to write to.</summary>
    public static async Task TellResultAsync(this Work work, BulkPayout bulk, MailOptions options, CancellationToken ct)
    {
        if (await work.Db.Set<OwnCompany>().SingleOrDefaultAsync(ct) is not { } company)
        {
            return;
        }
        await work.Db.SaveChangesAsync(ct);
        var payouts = work.Db.Set<Payout>().AsNoTracking().Where(row => row.BulkPayoutId == bulk.Id);
        var tallies = (await payouts.GroupBy(row => row.Status).Select(group => new { Status = group.Key, Count = group.Count(), Sum = group.Sum(row => (long)(object)row.Amount) }).ToListAsync(ct))
            .ConvertAll(one => new PayoutTally(one.Status, one.Count, new Won(one.Sum)));
        var unpaid = await payouts.Where(row => row.Status == PayoutStatus.Failed || row.Status == PayoutStatus.Stopped).OrderBy(row => row.Index).Take(NamedMax).ToListAsync(ct);
        var sender = await SupplierSender.ReadAsync(work.Db, ct);
        var letter = PayoutMails.Result(sender, bulk.Name, tallies, unpaid, new Uri($"{options.PublicAddress.AbsoluteUri.TrimEnd('/')}/bulk-payouts/{bulk.Id}"));
        // It ends once for each time that it was executed, and each end is a version of its own.
        work.SendStaffMail($"mail-payout-result-{bulk.Id}-{bulk.Version}", new OutgoingMail(sender.Name, sender.ContactEmail, company.ContactEmail, letter.Subject, letter.Html, letter.Text));
    }
}
