using System.Security.Cryptography;
using System.Text;
using Jeongsan.Application.Privacy.Accesses;
using Jeongsan.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Audit;

/// <summary>Holds the proofs against each other, against their signatures, and against the rows that they are fingerprints of.</summary>
internal static class ProofChain
{
    private const string Subject = "AuditProof";

    public static async Task RunAsync(JeongsanContext db, AuditFindings findings, CancellationToken ct)
    {
        var key = (await db.Set<ProofKey>().SingleOrDefaultAsync(ct))?.PublicKey;
        AuditProof? before = null;
        ProofContent? told = null;
        foreach (var proof in await db.Set<AuditProof>().OrderBy(row => row.Number).ToListAsync(ct))
        {
            var id = proof.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var content = StorageJson.Read<ProofContent>(proof.Content);
            var bytes = Encoding.UTF8.GetBytes(proof.Content);
            findings.Compare(AuditCheck.Proof, Subject, id, "번호(앞 증명의 다음)", (before?.Number ?? 0) + 1, proof.Number);
            findings.Compare(AuditCheck.Proof, Subject, id, "번호(서명한 내용)", content.Number, proof.Number);
            findings.Compare(AuditCheck.Proof, Subject, id, "해시", Convert.ToHexStringLower(SHA256.HashData(bytes)), proof.Hash);
            findings.Compare(AuditCheck.Proof, Subject, id, "앞 증명의 해시", before?.Hash, content.Before);
            findings.Compare(AuditCheck.Proof, Subject, id, "서명", true, key is not null && ProofSigner.Verifies(key, bytes, proof.Signature));
            findings.Compare(AuditCheck.Proof, Subject, id, "원장의 처음(앞 증명의 다음)", told?.Ledger.Until ?? 0, content.Ledger.After);
            findings.Compare(AuditCheck.Proof, Subject, id, "이력의 처음(앞 증명의 다음)", told?.History.Until ?? 0, content.History.After);
            findings.Compare(AuditCheck.Proof, Subject, id, "원장의 지문", content.Ledger, await ProofDigest.LedgerAsync(db, content.Ledger.After, content.Ledger.Until, ct));
            findings.Compare(AuditCheck.Proof, Subject, id, "이력의 지문", content.History, await ProofDigest.HistoryAsync(db, content.History.After, content.History.Until, ct));
            if (content.Access is { } accesses)
            {
                await AccessChain.CompareAsync(db, accesses, findings, ct);
            }
            (before, told) = (proof, content);
        }
    }
}
