using System.Text;
using Jeongsan.Application.BankFiles;
using Jeongsan.Application.Imports;
using Jeongsan.Application.Tests.Payouts;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Xunit;

namespace Jeongsan.Application.Tests.BankFiles;

/// <summary>A platform that sends its payouts as files, and a bank's result files for them.</summary>
internal sealed record FilePlatform(PayoutPlatform Payouts)
{
    public Tenant Tenant => Payouts.Tenant;

    public Platform Platform => Payouts.Platform;

    private static Actor Actor => Platform.Actor;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<FilePlatform> SoldAsync(World world, int partners = 3, int days = 1, Mode mode = Mode.Test, Bank bank = Bank.Kookmin)
    {
        var platform = new FilePlatform(await PayoutPlatform.SoldAsync(world, partners, days, mode));
        Platform.Must(await platform.ChooseAsync(PayoutWay.BankFile, bank));
        return platform;
    }

    public T Get<T>() where T : notnull => Platform.World.Get<T>();

    public Task<Outcome<PayoutSending>> ChooseAsync(PayoutWay way, Bank? bank = null, BankFileLayout? layout = null) =>
        Get<ChoosePayoutSending>().HandleAsync(Tenant, Actor, new NewPayoutSending(way, layout, bank), Ct);

    /// <summary>Confirmed and executed: a bulk payout of today, and its file.</summary>
    public async Task<BankFile> FiledAsync(int days = 1)
    {
        var bulk = await Payouts.ConfirmedAsync(days);
        Platform.Must(await Payouts.ExecuteAsync(bulk.Id));
        return await FileOfAsync(bulk.Id);
    }

    public async Task<BankFile> FileOfAsync(BulkPayoutId bulk) => (await Platform.RowsAsync<BankFile>()).Single(file => file.BulkPayoutId == bulk);

    public async Task<BankFile> ReadAsync(BankFileId id) => (await Platform.RowsAsync<BankFile>()).Single(file => file.Id == id);

    public async Task<IReadOnlyList<(BankFileRow Row, Payout Payout)>> RowsAsync(BankFileId id)
    {
        await using var db = Platform.World.Store.Read(Tenant);
        return await BankFileRows.OfAsync(db, id, Ct);
    }

    public Task<Outcome<BankFileDownload>> DownloadAsync(BankFileId id) => Get<DownloadBankFile>().HandleAsync(Tenant, Actor, id, Ct);

    public Task<Outcome<BankFile>> DiscardAsync(BankFileId id, string? reason = "양식을 잘못 골랐습니다", bool secondFactorPassed = true) =>
        Get<DiscardBankFile>().HandleAsync(Tenant, Actor, id, reason, secondFactorPassed, Ct);

    public Task<Outcome<Payout>> MarkAsync(BankFileId id, PayoutId payout, bool isPaid, string? reason = "은행에 전화로 확인", bool secondFactorPassed = true) =>
        Get<MarkBankFileRow>().HandleAsync(Tenant, Actor, new RowMark(id, payout, isPaid, reason), secondFactorPassed, Ct);

    public Task<Outcome<ResultPreview>> PreviewAsync(BankFileId id, byte[] content) => Get<ReadBankFileResult>().PreviewAsync(Tenant, new ResultUpload(id, content, "결과.csv"), Ct);

    public Task<Outcome<BankFileResult>> ApplyAsync(BankFileId id, byte[] content) => Get<ReadBankFileResult>().ApplyAsync(Tenant, Actor, new ResultUpload(id, content, "결과.csv"), Ct);

    /// <summary>The bank's answer: each row's text of the status and reason, or null for a row that the answer leaves out.</summary>
    public static byte[] ResultOf(BankFile file, IEnumerable<(BankFileRow Row, Payout Payout)> rows, Func<BankFileRow, (string Status, string? Reason)?> say)
    {
        var columns = file.Layout.Results;
        string[] head = [columns.Key!, columns.Account, columns.Amount, columns.Status, columns.Reason!];
        var lines = rows.Select(one => (one, said: say(one.Row))).Where(line => line.said is not null).Select(line => ImportForm.Line(
            [BankFileText.KeyOf(file.Tag, line.one.Row.Number), line.one.Payout.Account.Number, line.one.Row.Amount.ToString(), line.said!.Value.Status, line.said.Value.Reason ?? ""]));
        return Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Prepend(ImportForm.Line(head))));
    }

    public async Task<byte[]> ResultAsync(BankFile file, Func<BankFileRow, (string Status, string? Reason)?> say) => ResultOf(file, await RowsAsync(file.Id), say);
}
