using System.Security.Cryptography;
using System.Text;
using Jeongsan.Application.Ledger;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Privacy.Accesses;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jeongsan.Application.Audit;

/// <summary>Every way in which proving says no.</summary>
public abstract record ProofRefusal : Refusal
{
    private ProofRefusal()
    {
    }

    /// <summary>Another process added one at the same moment: it says the same.</summary>
    public sealed record ProvedMeanwhile : ProofRefusal;

    /// <summary>Something went on writing; try again when it is done.</summary>
    public sealed record StillWriting : ProofRefusal;
}

/// <summary>대조 증명: audits the books and adds the result, signed, to the tenant's chain. Each night by itself, and whenever a person asks.</summary>
public sealed class ProveBooks(AuditBooks audit, Store store, ProofSigner signer, MailOptions mail, TimeProvider time)
{
    private const string Subject = "AuditProof";

    /// <summary>Whoever writes longer than this is not waited for; commands behind the wait would wait as well.</summary>
    private const string WritersWaitMax = "3s";

    private const int HorizonAttempts = 10;
    private static readonly TimeSpan HorizonPause = TimeSpan.FromSeconds(2);

    /// <summary>What a proof states.</summary>
    public static ProofContent Read(AuditProof proof) => StorageJson.Read<ProofContent>(proof.Content);

    public async Task<Outcome<AuditProof>> HandleAsync(Tenant tenant, Actor actor, CancellationToken ct)
    {
        if (await HorizonAsync(tenant, ct) is not { } horizon)
        {
            return new ProofRefusal.StillWriting();
        }
        var report = await audit.HandleAsync(tenant, ct);
        AuditProof? last;
        ProofContent content;
        await using (var db = store.Read(tenant))
        {
            last = await db.Set<AuditProof>().OrderByDescending(proof => proof.Number).FirstOrDefaultAsync(ct);
            var before = last is null ? null : Read(last);
            content = new ProofContent(
                (last?.Number ?? 0) + 1, last?.Hash, tenant.Merchant.Value, tenant.Mode.ToString(), time.GetUtcNow(), report,
                await ProofDigest.LedgerAsync(db, before?.Ledger.Until ?? 0, Math.Max(horizon.Ledger, before?.Ledger.Until ?? 0), ct),
                await ProofDigest.HistoryAsync(db, before?.History.Until ?? 0, Math.Max(horizon.History, before?.History.Until ?? 0), ct),
                await AccessChain.HeadAsync(db, ct));
        }
        var text = StorageJson.Write(content);
        var bytes = Encoding.UTF8.GetBytes(text);
        var proof = new AuditProof
        {
            MerchantId = tenant.Merchant,
            Mode = tenant.Mode,
            Number = content.Number,
            At = content.At,
            DifferenceCount = content.Report.DifferenceCount,
            Content = text,
            Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Signature = await signer.SignAsync(tenant, bytes, ct),
        };
        return await store.CommandAsync<AuditProof>(tenant, actor, work => AddAsync(work, proof, content.Report, ct), ct);
    }

    private async Task<Outcome<AuditProof>> AddAsync(Work work, AuditProof proof, AuditReport report, CancellationToken ct)
    {
        await TenantLock.TakeAsync(work, Subject, ct);
        if (await work.Db.Set<AuditProof>().AnyAsync(row => row.Number >= proof.Number, ct))
        {
            return new ProofRefusal.ProvedMeanwhile();
        }
        work.Db.Add(proof);
        await TellAsync(work, report, ct);
        work.Record(Subject, proof.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), proof.DifferenceCount == 0 ? "BooksProved" : "BooksDidNotTie");
        return proof;
    }

    /// <summary>The finance team reads of a difference at once; of none, in the console.</summary>
    private async Task TellAsync(Work work, AuditReport report, CancellationToken ct)
    {
        if (report.DifferenceCount > 0 && await work.Db.Set<OwnCompany>().SingleOrDefaultAsync(ct) is { } company)
        {
            var sender = await SupplierSender.ReadAsync(work.Db, ct);
            var letter = AuditMails.DidNotTie(sender, report, new Uri($"{mail.PublicAddress.AbsoluteUri.TrimEnd('/')}/books"));
            work.SendStaffMail(work.NewId("mail-audit"), new OutgoingMail(sender.Name, sender.ContactEmail, company.ContactEmail, letter.Subject, letter.Html, letter.Text));
        }
    }

    /// <summary>
    /// Up to which rows nothing can come in between any more. On PostgreSQL a row may be committed after one with a greater number;
    /// so every writer of now is waited for, and those who come meanwhile wait with us.
    /// </summary>
    private async Task<(long Ledger, long History)?> HorizonAsync(Tenant tenant, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = store.Read(tenant);
            try
            {
                if (db is not PostgresJeongsanContext)
                {
                    return await LastAsync(db, ct);
                }
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                await db.Database.ExecuteSqlRawAsync($"SET LOCAL lock_timeout = '{WritersWaitMax}'", ct);
                await db.Database.ExecuteSqlRawAsync("LOCK TABLE history, ledger_lines IN SHARE MODE", ct);
                return await LastAsync(db, ct);
            }
            catch (PostgresException locked) when (locked.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
            {
                if (attempt == HorizonAttempts)
                {
                    return null;
                }
                await Task.Delay(HorizonPause, time, ct);
            }
        }
    }

    private static async Task<(long Ledger, long History)> LastAsync(JeongsanContext db, CancellationToken ct) =>
        (await db.Set<LedgerLine>().MaxAsync(line => (long?)line.Sequence, ct) ?? 0, await db.Set<HistoryRow>().MaxAsync(row => (long?)row.Sequence, ct) ?? 0);
}
