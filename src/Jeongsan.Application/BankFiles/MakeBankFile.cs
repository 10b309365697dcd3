using System.Globalization;
using System.Security.Cryptography;
using Jeongsan.Application.Ledger;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.AccountTransfers;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Application.BankFiles;

/// <summary>
/// Puts everything of a bulk payout that waits into one file. In the transaction that does so all of it is being paid, and
/// each partner's account is written down as disclosed; no message leaves, for a person carries the file.
/// </summary>
internal static class MakeBankFile
{
    public const string Subject = "BankFile";

    /// <summary>What the register of disclosures says of it.</summary>
    public const string DisclosureType = "Payout.BankFile";

    private const int TagLength = 5;

    public static async Task<Outcome<BankFile>> FileAsync(this Work work, BulkPayout bulk, BankFileLayout layout, BankFileKey key, CancellationToken ct)
    {
        var payouts = await work.PayoutsOfAsync(bulk.Id, ct, PayoutTurn.Waiting);
        if (payouts.Count > layout.RowCountMax)
        {
            return new BankFileRefusal.TooManyRows(payouts.Count, layout.RowCountMax);
        }
        var nameless = payouts.Where(payout => BankCodes.Find(payout.Account.Bank) is null).Select(payout => payout.Id).ToList();
        if (nameless.Count > 0)
        {
            return new BankFileRefusal.BanksWithoutCode(nameless);
        }
        if (await DiscloseAsync(work, payouts, ct) is { } untold)
        {
            return untold;
        }
        var file = Write(work, bulk, layout, key, payouts);
        await StartAsync(work, file, payouts, ct);
        return file;
    }

    private static async Task<Refusal?> DiscloseAsync(Work work, List<Payout> payouts, CancellationToken ct)
    {
        await work.Privacy.PreloadAsync([.. payouts.Select(payout => payout.PartnerId)], ct);
        foreach (var payout in payouts)
        {
            var admitted = await work.Privacy.AdmitAsync(RemitPayout.Carried.About(payout.PartnerId), $"bank-file-{payout.Id}", work.Now, ct);
            if (admitted.IsRefused)
            {
                return admitted.Refusal;
            }
            work.Db.Add(DisclosureLine.Of(work.Tenant, admitted.Value, DisclosureType));
        }
        return null;
    }

    private static BankFile Write(Work work, BulkPayout bulk, BankFileLayout layout, BankFileKey key, List<Payout> payouts)
    {
        var id = new BankFileId(work.NewId("bank-file"));
        var tag = id.Value[^TagLength..].ToUpperInvariant();
        var content = BankFileWriter.Write(layout, tag, payouts.Select((payout, index) => new BankFileEntry(
            index + 1, payout.Account, BankNames.Of(payout.Account.Bank), payout.Partner.Profile.Name, payout.Amount, payout.DepositMemo, payout.WithdrawalMemo)));
        var name = string.Create(CultureInfo.InvariantCulture, $"이체파일-{SeoulTime.DateOf(work.Now):yyyyMMdd}-{tag}.{(layout.Format == BankFileFormat.Xlsx ? "xlsx" : "csv")}");
        var file = BankFile.Make(id, bulk, work.Actor, layout, new BankFileContentFacts(
            name, tag, payouts.Count, payouts.Total(payout => payout.Amount), Convert.ToHexStringLower(SHA256.HashData(content)), content.Length), work.Now);
        work.Db.Add(file);
        work.Db.Add(new BankFileContent { MerchantId = work.Tenant.Merchant, Mode = work.Tenant.Mode, BankFileId = id, Sealed = BankFileSeal.Seal(key, content) });
        work.Record(Subject, id.Value, "BankFileMade", to: file.Status.ToString(), why: $"SHA-256 {file.Sha256}");
        return file;
    }

    private static async Task StartAsync(Work work, BankFile file, List<Payout> payouts, CancellationToken ct)
    {
        PayoutId[] ids = [.. payouts.Select(payout => payout.Id)];
        foreach (var (index, payout) in payouts.Index())
        {
            await work.NotePayoutAsync(payout, "PayoutFiled", payout.Execute(work.Now), ct, file.Id.Value);
            work.Db.Add(AccountTransfer.ForPayout(payout, work.Now));
            work.Db.Add(new BankFileRow { MerchantId = work.Tenant.Merchant, Mode = work.Tenant.Mode, BankFileId = file.Id, Number = index + 1, PayoutId = payout.Id, Amount = payout.Amount });
        }
        await work.MoveSettlementsAsync(ids, PartnerSettlementCommand.StartPayout, ct);
        await work.MoveTransfersAsync(ids, TransferCommand.StartPayout, ct);
    }
}
