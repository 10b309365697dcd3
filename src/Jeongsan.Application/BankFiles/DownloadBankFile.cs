using System.Security.Cryptography;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.BankFiles;

/// <param name="FileName">Warns in front of it when the bank has the file already.</param>
public sealed record BankFileDownload(byte[] Content, string FileName, BankFileFormat Format, CsvEncoding Encoding);

/// <summary>Gives out a file's bytes, always the same ones, and writes down who took them: accounts of many partners leave with it.</summary>
public sealed class DownloadBankFile(Store store, BankFileSeal seal)
{
    private const string DoNotUse = "결과반영됨-다시올리지마세요-";

    public async Task<Outcome<BankFileDownload>> HandleAsync(Tenant tenant, Actor actor, BankFileId id, CancellationToken ct)
    {
        var taken = await store.CommandAsync<(BankFile File, byte[] Sealed)>(tenant, actor, async work =>
        {
            // Not while somebody discards it: what was discarded never leaves again.
            var found = await work.FindFileAsync(id, ct);
            if (found.IsRefused)
            {
                return found.Refusal;
            }
            var file = found.Value;
            if (file.Status == BankFileStatus.Discarded)
            {
                return new BankFileRefusal.Discarded();
            }
            work.Record(MakeBankFile.Subject, id.Value, "BankFileDownloaded", why: $"SHA-256 {file.Sha256}");
            return (file, await work.Db.Set<BankFileContent>().Where(row => row.BankFileId == id).Select(row => row.Sealed).SingleAsync(ct));
        }, ct);
        if (taken.IsRefused)
        {
            return taken.Refusal;
        }
        var (made, hidden) = taken.Value;
        if (seal.Open(hidden) is not { } content || Convert.ToHexStringLower(SHA256.HashData(content)) != made.Sha256)
        {
            return new BankFileRefusal.ContentAltered();
        }
        return new BankFileDownload(content, made.HeardAt is null ? made.FileName : DoNotUse + made.FileName, made.Layout.Format, made.Layout.Encoding);
    }
}
