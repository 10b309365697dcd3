using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Mails;

/// <summary>Writing down what became of mails to partners and counterparties, where people look for it.</summary>
internal static class MailFates
{
    /// <summary>A mail server took it: whatever this address refused before is over.</summary>
    public static async Task NoteSentAsync(this Work work, OutboxMessage message, OutgoingMail mail, CancellationToken ct)
    {
        if (await KeptAsync(work, message, mail, ct) is not { } row)
        {
            return;
        }
        row.Take(work.Now);
        await work.Db.Set<MailDelivery>()
            .Where(other => other.IsOpen && other.SubjectKind == row.SubjectKind && other.SubjectId == row.SubjectId && other.AddressDigest == row.AddressDigest)
            .ExecuteUpdateAsync(set => set.SetProperty(other => other.IsOpen, false), ct);
    }

    public static async Task NoteRefusedAsync(this Work work, OutboxMessage message, OutgoingMail mail, string reason, CancellationToken ct)
    {
        if (await KeptAsync(work, message, mail, ct) is { } row)
        {
            work.Note(row, MailFate.Refused, WithoutAddress(reason, mail.To));
        }
    }

    public static bool Note(this Work work, MailDelivery row, MailFate fate, string reason)
    {
        if (!row.Note(fate, reason, work.Now))
        {
            return false;
        }
        if (row is { AboutSubject: { } about, AboutId: { } id })
        {
            work.Record(about, id, $"Mail{fate}", why: reason);
        }
        if (row.SubjectKind == DataSubjectKind.Partner)
        {
            work.Record("Partner", row.SubjectId, $"Mail{fate}", why: reason);
        }
        return true;
    }

    /// <summary>What a mail server said, in one line, without whom it said it about.</summary>
    public static string WithoutAddress(string reason, string address)
    {
        var line = new string([.. reason.Replace(address, "***", StringComparison.OrdinalIgnoreCase).Select(letter => char.IsControl(letter) ? ' ' : letter)]).Trim();
        var end = Math.Min(line.Length, MailDelivery.ReasonLengthMax);
        // Half of a letter is none, and no database takes it.
        return line[..(end > 0 && char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)];
    }

    /// <summary>Null for mails to the platform's own people.</summary>
    private static async Task<MailDelivery?> KeptAsync(Work work, OutboxMessage message, OutgoingMail mail, CancellationToken ct)
    {
        if (message.Cargo is null)
        {
            return null;
        }
        if (await work.Db.Set<MailDelivery>().SingleOrDefaultAsync(one => one.Key == message.Key, ct) is { } known)
        {
            return known;
        }
        var subject = StorageJson.Read<Cargo>(message.Cargo).Subject;
        var row = new MailDelivery
        {
            MerchantId = work.Tenant.Merchant,
            Mode = work.Tenant.Mode,
            Key = message.Key,
            SubjectKind = subject.Kind,
            SubjectId = subject.Id,
            AddressDigest = MailDelivery.DigestOf(work.Tenant.Merchant, mail.To),
            AboutSubject = mail.About?.Subject,
            AboutId = mail.About?.Id,
        };
        work.Db.Add(row);
        return row;
    }
}
