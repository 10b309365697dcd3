using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Mails;

/// <param name="MessageId">Of the mail, with or without angle brackets.</param>
/// <param name="IsHard">It came back for good; else it is tried again.</param>
public sealed record MailBounce(string MessageId, string Recipient, bool IsHard, string Reason);

/// <summary>The mail provider tells later that a mail did not arrive. It counts only for a mail of ours that went to that very address.</summary>
public sealed class ReceiveMailBounce(Store store, ContextFactory contexts)
{
    /// <summary>More than any Message-Id or address of ours has.</summary>
    private const int LengthMax = 400;

    private static readonly Mode[] Sides = [Mode.Live, Mode.Test];

    /// <returns>False when it is about no mail of ours, or nothing new.</returns>
    public async Task<bool> HandleAsync(MailBounce bounce, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(bounce);
        var (id, recipient) = (bounce.MessageId.Trim().TrimStart('<').TrimEnd('>'), bounce.Recipient.Trim());
        if (id.Length > LengthMax || recipient.Length is 0 or > LengthMax || id.Any(char.IsControl) || !id.EndsWith(MailHandler.MessageIdSide, StringComparison.Ordinal))
        {
            return false;
        }
        var key = id[..^MailHandler.MessageIdSide.Length];
        var (fate, reason) = (bounce.IsHard ? MailFate.Bounced : MailFate.Delayed, MailFates.WithoutAddress(bounce.Reason, recipient));
        var isNew = false;
        foreach (var tenant in await SendersAsync(key, recipient, ct))
        {
            // A command may run again: what its last run said counts.
            var isNoted = false;
            await store.CommandAsync<Done>(tenant, Actor.System, async work =>
            {
                isNoted = work.Note(await work.Db.Set<MailDelivery>().SingleAsync(row => row.Key == key, ct), fate, reason.Length > 0 ? reason : "메일 서비스가 이유를 알려 주지 않았습니다.");
                return new Done();
            }, ct);
            isNew |= isNoted;
        }
        return isNew;
    }

    /// <summary>The Message-Id names neither merchant nor side, and the key's index begins with both.</summary>
    private async Task<List<Tenant>> SendersAsync(string key, string recipient, CancellationToken ct)
    {
        await using var db = contexts.CreateForAll();
        var merchants = await db.Set<Merchant>().IgnoreQueryFilters().Select(merchant => merchant.Id).ToListAsync(ct);
        var found = await db.Set<MailDelivery>().IgnoreQueryFilters().Where(row => merchants.Contains(row.MerchantId) && Sides.Contains(row.Mode) && row.Key == key)
            .Select(row => new { row.MerchantId, row.Mode, row.AddressDigest }).ToListAsync(ct);
        return [.. found.Where(row => row.AddressDigest == MailDelivery.DigestOf(row.MerchantId, recipient)).Select(row => new Tenant(row.MerchantId, row.Mode))];
    }
}
