using Jeongsan.Application.Audit;
using Jeongsan.Application.BankFiles;
using Jeongsan.Application.Imports;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TestClocks;
using Jeongsan.Application.Tests.Payouts;
using Jeongsan.Domain.AccountTransfers;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.BankFiles;

/// <summary>Payouts that leave as a file: each rule by its name. No bank answers in these worlds, and none is asked.</summary>
public sealed class BankFileRuleTests(Worlds worlds)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Execute_AsAFile_StartsEverythingInOneFileAndTellsNobodyElse(DatabaseKind kind)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind));

        var file = await platform.FiledAsync();

        var rows = await platform.RowsAsync(file.Id);
        Assert.Equal((3, 3, BankFileStatus.AwaitingResults), (rows.Count, file.RowCount, file.Status));
        Assert.Equal([1, 2, 3], rows.Select(row => row.Row.Number));
        Assert.Equal(rows.Sum(row => row.Payout.Amount.Value), file.TotalAmount.Value);
        Assert.All(rows, row => Assert.Equal(PayoutStatus.Processing, row.Payout.Status));
        Assert.All(await platform.Payouts.SettlementsAsync(), row => Assert.Equal(PartnerSettlementStatus.InPayout, row.Status));
        Assert.All(await platform.Platform.RowsAsync<Transfer>(), row => Assert.Equal(TransferStatus.InPayout, row.Status));
        Assert.All(await platform.Platform.RowsAsync<AccountTransfer>(), row => Assert.Equal(AccountTransferStatus.Processing, row.Status));
        Assert.Equal(rows.Select(row => $"bank-file-{row.Payout.Id}").Order(), (await platform.Platform.RowsAsync<DisclosureLine>()).Where(line => line.MessageType == "Payout.BankFile").Select(line => line.MessageKey).Order());
        Assert.DoesNotContain(await platform.Platform.RowsAsync<OutboxMessage>(), message => message.Type == "Payout.Remit");
        Assert.Empty((await AuditAsync(platform)).Differences);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Download_EachTime_GivesTheSameBytesAndIsNoted(DatabaseKind kind)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind));
        var file = await platform.FiledAsync();

        var first = Platform.Must(await platform.DownloadAsync(file.Id));
        var second = Platform.Must(await platform.DownloadAsync(file.Id));

        Assert.Equal(first.Content, second.Content);
        Assert.Equal((file.Sha256, file.ByteCount), (Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(first.Content)), first.Content.Length));
        Assert.Equal(2, (await platform.Platform.RowsAsync<HistoryRow>()).Count(row => row.What == "BankFileDownloaded" && row.SubjectId == file.Id.Value));
        var table = TableFile.Read(first.Content, Ct).Value;
        Assert.Equal("088,110123456789", string.Join(',', table.Rows[0].Take(2)));
        // The accounts don't stand in the database as they are.
        Assert.DoesNotContain("110123456789", string.Concat((await platform.Platform.RowsAsync<BankFileContent>()).Select(content => System.Text.Encoding.Latin1.GetString(content.Sealed))), StringComparison.Ordinal);
        // Once a result was read the name says that it is not to be used again.
        Platform.Must(await platform.ApplyAsync(file.Id, await platform.ResultAsync(file, row => row.Number == 1 ? ("정상", null) : null)));
        var third = Platform.Must(await platform.DownloadAsync(file.Id));
        Assert.Equal(first.Content, third.Content);
        Assert.StartsWith("결과반영됨", third.FileName, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Result_OfEveryRow_EndsThePayoutsAndTheBulkPayout(DatabaseKind kind)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind));
        var file = await platform.FiledAsync();
        var content = await platform.ResultAsync(file, row => row.Number == 2 ? ("오류", "해지된 계좌") : ("정상", null));

        var preview = Platform.Must(await platform.PreviewAsync(file.Id, content));
        Assert.Equal((0, 2, 1, 0), (preview.WrongCount, preview.CountOf(ResultLineKind.WillSucceed), preview.CountOf(ResultLineKind.WillFail), preview.Missing.Count));
        Assert.Equal(BankFileStatus.AwaitingResults, (await platform.ReadAsync(file.Id)).Status);
        var result = Platform.Must(await platform.ApplyAsync(file.Id, content));

        Assert.Equal((2, 1, 0), (result.SucceededCount, result.FailedCount, result.UnknownCount));
        Assert.Equal((BankFileStatus.Completed, BulkPayoutStatus.Completed), ((await platform.ReadAsync(file.Id)).Status, (await platform.Payouts.ReadAsync(file.BulkPayoutId)).Status));
        var rows = await platform.RowsAsync(file.Id);
        Assert.Equal([PayoutStatus.Succeeded, PayoutStatus.Failed, PayoutStatus.Succeeded], rows.Select(row => row.Payout.Status));
        Assert.Equal("해지된 계좌", rows[1].Payout.FailReason);
        Assert.Equal(1, (await platform.Payouts.SettlementsAsync()).Count(row => row.Status == PartnerSettlementStatus.PayoutFailed));
        Assert.Empty((await AuditAsync(platform)).Differences);
        // What the bank refused is paid by another payout, in another file.
        var again = Platform.Must(await platform.Payouts.RetryAsync(file.BulkPayoutId));
        Platform.Must(await platform.Payouts.ConfirmAsync(again.Id));
        Platform.Must(await platform.Payouts.ExecuteAsync(again.Id));
        Assert.Equal(1, (await platform.FileOfAsync(again.Id)).RowCount);
        Assert.Empty((await AuditAsync(platform)).Differences);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Result_ReadTwice_ChangesNothing(DatabaseKind kind)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind));
        var file = await platform.FiledAsync();
        var content = await platform.ResultAsync(file, row => row.Number == 1 ? ("정상", null) : ("처리중", null));
        var first = Platform.Must(await platform.ApplyAsync(file.Id, content));
        var before = await platform.Platform.RowsAsync<HistoryRow>();

        var second = Platform.Must(await platform.ApplyAsync(file.Id, content));

        Assert.Equal((1, first.ReadAt), (second.Number, second.ReadAt));
        Assert.Equal(before.Count, (await platform.Platform.RowsAsync<HistoryRow>()).Count);
        Assert.Equal([PayoutStatus.Succeeded, PayoutStatus.Processing, PayoutStatus.Processing], (await platform.RowsAsync(file.Id)).Select(row => row.Payout.Status));
        Assert.Equal(BulkPayoutStatus.Ongoing, (await platform.Payouts.ReadAsync(file.BulkPayoutId)).Status);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Result_WithOneWrongRow_IsRefusedWholeAsWrong(DatabaseKind kind)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind));
        var file = await platform.FiledAsync();
        var text = System.Text.Encoding.UTF8.GetString(await platform.ResultAsync(file, _ => ("정상", null)));
        foreach (var (broken, expected) in new[]
        {
            (text.Replace("110123456789", "110123456780", StringComparison.Ordinal), ResultLineKind.Mismatched),
            (text.Replace($"{file.Tag}-0002", $"{file.Tag}-0009", StringComparison.Ordinal), ResultLineKind.NotInFile),
            (text.Replace($"{file.Tag}-0002", $"{file.Tag}-0001", StringComparison.Ordinal), ResultLineKind.Duplicate),
            ($"{text}\r\n{text.Split("\r\n")[1]}", ResultLineKind.Duplicate),
        })
        {
            var refused = Assert.IsType<ResultRefusal.Wrong>((await platform.ApplyAsync(file.Id, System.Text.Encoding.UTF8.GetBytes(broken))).Refusal);
            Assert.True(refused.Preview.CountOf(expected) > 0, broken);
        }
        Assert.All(await platform.RowsAsync(file.Id), row => Assert.Equal(PayoutStatus.Processing, row.Payout.Status));
        Assert.Null((await platform.ReadAsync(file.Id)).HeardAt);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Result_ThatContradictsAnEarlierOne_IsRefusedAsWrong(DatabaseKind kind)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind));
        var file = await platform.FiledAsync();
        Platform.Must(await platform.ApplyAsync(file.Id, await platform.ResultAsync(file, row => row.Number == 1 ? ("정상", null) : null)));

        var refused = Assert.IsType<ResultRefusal.Wrong>((await platform.ApplyAsync(file.Id, await platform.ResultAsync(file, row => ("오류", "취소")))).Refusal);

        Assert.Equal((1, 2), (refused.Preview.CountOf(ResultLineKind.Contradicting), refused.Preview.CountOf(ResultLineKind.WillFail)));
        Assert.Equal([PayoutStatus.Succeeded, PayoutStatus.Processing, PayoutStatus.Processing], (await platform.RowsAsync(file.Id)).Select(row => row.Payout.Status));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Discard_BeforeAnyResult_FailsAllAndIsNeverGivenOutAgain(DatabaseKind kind)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind));
        var file = await platform.FiledAsync();
        var content = await platform.ResultAsync(file, _ => ("정상", null));
        Assert.IsType<BankFileRefusal.ReasonMissing>((await platform.DiscardAsync(file.Id, " ")).Refusal);

        Platform.Must(await platform.DiscardAsync(file.Id));

        Assert.All(await platform.RowsAsync(file.Id), row => Assert.Equal(PayoutStatus.Failed, row.Payout.Status));
        Assert.All(await platform.Payouts.SettlementsAsync(), row => Assert.Equal(PartnerSettlementStatus.PayoutFailed, row.Status));
        Assert.IsType<BankFileRefusal.Discarded>((await platform.DownloadAsync(file.Id)).Refusal);
        Assert.IsType<BankFileRefusal.Discarded>((await platform.PreviewAsync(file.Id, content)).Refusal);
        Assert.IsType<BankFileRefusal.Discarded>((await platform.ApplyAsync(file.Id, content)).Refusal);
        Assert.IsType<BankFileRefusal.Discarded>((await platform.MarkAsync(file.Id, (await platform.RowsAsync(file.Id))[0].Payout.Id, isPaid: true)).Refusal);
        Assert.IsType<BankFileRefusal.Discarded>((await platform.DiscardAsync(file.Id)).Refusal);
        Assert.Empty((await AuditAsync(platform)).Differences);
        var again = Platform.Must(await platform.Payouts.RetryAsync(file.BulkPayoutId));
        Platform.Must(await platform.Payouts.ConfirmAsync(again.Id));
        Platform.Must(await platform.Payouts.ExecuteAsync(again.Id));
        Assert.Equal(3, (await platform.FileOfAsync(again.Id)).RowCount);
    }

    /// <summary>A result without one known row still says that the bank has the file.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Discard_AfterAResult_IsRefusedAsResultsRead(DatabaseKind kind)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind));
        var file = await platform.FiledAsync();
        var result = Platform.Must(await platform.ApplyAsync(file.Id, await platform.ResultAsync(file, _ => ("처리중", null))));
        Assert.Equal((0, 0, 3), (result.SucceededCount, result.FailedCount, result.UnknownCount));

        Assert.IsType<BankFileRefusal.ResultsRead>((await platform.DiscardAsync(file.Id)).Refusal);

        Assert.All(await platform.RowsAsync(file.Id), row => Assert.Equal(PayoutStatus.Processing, row.Payout.Status));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Mark_OfARowWithoutAResult_EndsItOnceAndForbidsDiscarding(DatabaseKind kind)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind));
        var file = await platform.FiledAsync();
        var payouts = (await platform.RowsAsync(file.Id)).Select(row => row.Payout.Id).ToList();
        Assert.IsType<BankFileRefusal.ReasonMissing>((await platform.MarkAsync(file.Id, payouts[0], isPaid: true, "")).Refusal);
        Assert.IsType<BankFileRefusal.NotInFile>((await platform.MarkAsync(file.Id, new PayoutId("payout-of-nobody"), isPaid: true)).Refusal);

        Assert.Equal(PayoutStatus.Succeeded, Platform.Must(await platform.MarkAsync(file.Id, payouts[0], isPaid: true)).Status);
        Assert.Equal(PayoutStatus.Succeeded, Platform.Must(await platform.MarkAsync(file.Id, payouts[0], isPaid: true)).Status);
        Assert.IsType<BankFileRefusal.ContradictsKnown>((await platform.MarkAsync(file.Id, payouts[0], isPaid: false)).Refusal);
        Assert.IsType<BankFileRefusal.ResultsRead>((await platform.DiscardAsync(file.Id)).Refusal);
        Assert.Equal("은행에 전화로 확인", Platform.Must(await platform.MarkAsync(file.Id, payouts[1], isPaid: false)).FailReason);
        Platform.Must(await platform.MarkAsync(file.Id, payouts[2], isPaid: true));

        Assert.Equal((BankFileStatus.Completed, BulkPayoutStatus.Completed), ((await platform.ReadAsync(file.Id)).Status, (await platform.Payouts.ReadAsync(file.BulkPayoutId)).Status));
        Assert.Empty((await AuditAsync(platform)).Differences);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task AnythingElse_WhileAFileAwaitsItsResults_IsRefused(DatabaseKind kind)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind), days: 2);
        var file = await platform.FiledAsync();
        var payout = (await platform.RowsAsync(file.Id))[0].Payout.Id;
        var another = Platform.Must(await platform.Platform.PayAsync(platform.Platform.Today.AddDays(-1)));
        Platform.Must(await platform.Payouts.ConfirmAsync(another.Id));

        Assert.Equal(new BankFileRefusal.AwaitingResults(file.Id), (await platform.Payouts.StopAsync(file.BulkPayoutId)).Refusal);
        Assert.IsType<PayoutRefusal.BulkNotInState>((await platform.Payouts.CancelAsync(file.BulkPayoutId)).Refusal);
        Assert.IsType<PayoutRefusal.NotInState>((await platform.Payouts.CancelAsync(payout)).Refusal);
        Assert.IsType<PayoutRefusal.BulkNotInState>((await platform.Payouts.ExecuteAsync(file.BulkPayoutId)).Refusal ?? throw new InvalidOperationException("Executed twice."));
        Assert.IsType<PayoutRefusal.NothingChosen>((await platform.Payouts.RetryAsync(file.BulkPayoutId)).Refusal);
        Assert.Equal(new PayoutRefusal.AnotherOngoing(file.BulkPayoutId), (await platform.Payouts.ExecuteAsync(another.Id)).Refusal);
        // Also on the other way: one runs on an account.
        Platform.Must(await platform.ChooseAsync(PayoutWay.RemittanceApi));
        Assert.NotNull((await platform.Payouts.ExecuteAsync(another.Id)).Refusal);
        Assert.Single(await platform.Platform.RowsAsync<BankFile>());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Gates_OfLiveMode_NeedASecondFactor(DatabaseKind kind)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind), mode: Mode.Live);
        var bulk = await platform.Payouts.ConfirmedAsync();
        var execute = platform.Get<ExecuteBulkPayout>();
        Assert.IsType<ExecutionRefusal.SecondFactorNeeded>((await execute.HandleAsync(platform.Tenant, Platform.Actor, bulk.Id, secondFactorPassed: false, Ct)).Refusal);
        Platform.Must(await platform.Payouts.ExecuteAsync(bulk.Id));
        var file = await platform.FileOfAsync(bulk.Id);

        Assert.IsType<ExecutionRefusal.SecondFactorNeeded>((await platform.DiscardAsync(file.Id, secondFactorPassed: false)).Refusal);
        Assert.IsType<ExecutionRefusal.SecondFactorNeeded>((await platform.MarkAsync(file.Id, new PayoutId("any"), isPaid: false, secondFactorPassed: false)).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Execute_OfAPartnerThatWasNotTold_IsRefusedAndMakesNoFile(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        var platform = new FilePlatform(new PayoutPlatform(await Platform.CreateAsync(world, isTold: false)));
        Platform.Must(await platform.ChooseAsync(PayoutWay.BankFile, Bank.Ibk));
        Platform.Must(await platform.Platform.OrderAsync(0, "pay-0", 10_000));
        await platform.Platform.GatherAsync();
        var bulk = await platform.Payouts.ConfirmedAsync();

        Assert.IsAssignableFrom<Domain.Privacy.PrivacyRefusal>((await platform.Payouts.ExecuteAsync(bulk.Id)).Refusal);

        Assert.Empty(await platform.Platform.RowsAsync<BankFile>());
        Assert.Empty(await platform.Platform.RowsAsync<DisclosureLine>());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Execute_OfMoreRowsThanTheBankTakes_IsRefusedAsTooManyRows(DatabaseKind kind)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind));
        Platform.Must(await platform.ChooseAsync(PayoutWay.BankFile, layout: StandardLayouts.Find(Bank.Woori)! with { RowCountMax = 2 }));
        var bulk = await platform.Payouts.ConfirmedAsync();

        Assert.Equal(new BankFileRefusal.TooManyRows(3, 2), (await platform.Payouts.ExecuteAsync(bulk.Id)).Refusal);

        Assert.Equal(BulkPayoutStatus.Prepared, (await platform.Payouts.ReadAsync(bulk.Id)).Status);
    }

    /// <summary>Nobody would be there to give the file to the bank; a schedule of before the way was changed is dropped.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Schedule_AsAFile_IsRefusedAndAnEarlierOneIsDropped(DatabaseKind kind)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind));
        var bulk = await platform.Payouts.ConfirmedAsync();
        var at = platform.Platform.World.Time.GetUtcNow().AddHours(1);
        Assert.IsType<BankFileRefusal.NotSchedulable>((await platform.Payouts.ScheduleAsync(bulk.Id, at)).Refusal);
        Platform.Must(await platform.ChooseAsync(PayoutWay.RemittanceApi));
        Platform.Must(await platform.Payouts.ScheduleAsync(bulk.Id, at));
        Platform.Must(await platform.ChooseAsync(PayoutWay.BankFile));

        Platform.Must(await platform.Get<AdvanceTestClock>().HandleAsync(platform.Tenant, Platform.Actor, at.AddMinutes(1), Ct));

        Assert.Empty(await platform.Platform.RowsAsync<BankFile>());
        Assert.All(await platform.Payouts.PayoutsAsync(bulk.Id), payout => Assert.Equal(PayoutStatus.Confirmed, payout.Status));
        Assert.Contains(await platform.Platform.RowsAsync<HistoryRow>(), row => row.What == "BulkPayoutScheduleDropped");
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Choose_AWayWithoutALayout_IsRefusedAsLayoutMissing(DatabaseKind kind)
    {
        var platform = new FilePlatform(new PayoutPlatform(await Platform.CreateAsync(await worlds.OnAsync(kind))));
        Assert.IsType<BankFileRefusal.LayoutMissing>((await platform.ChooseAsync(PayoutWay.BankFile)).Refusal);
        Assert.IsType<BankFileRefusal.NoStandardLayout>((await platform.ChooseAsync(PayoutWay.BankFile, Bank.Toss)).Refusal);
        Assert.Equal(PayoutWay.BankFile, Platform.Must(await platform.ChooseAsync(PayoutWay.BankFile, Bank.Hana)).Way);
        // The layout is kept beside the other way, to come back to.
        Assert.Equal(Bank.Hana, Platform.Must(await platform.ChooseAsync(PayoutWay.RemittanceApi)).Layout!.Bank);
        Assert.Equal(Bank.Hana, Platform.Must(await platform.ChooseAsync(PayoutWay.BankFile)).Layout!.Bank);
    }

    /// <summary>Banks give workbooks whose accounts and amounts are numbers.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Result_AsAWorkbookWithNumbers_IsRead(DatabaseKind kind)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind));
        var file = await platform.FiledAsync();
        var rows = await platform.RowsAsync(file.Id);
        IEnumerable<IReadOnlyList<(string, bool)>> cells =
        [
            [("대량이체 처리결과", false)],
            [("메모", false), ("입금계좌번호", false), ("입금액", false), ("처리결과", false), ("오류내용", false)],
            .. rows.Select(row => (IReadOnlyList<(string, bool)>)[
                (BankFileText.KeyOf(file.Tag, row.Row.Number), false), (row.Payout.Account.Number, true), ($"{row.Row.Amount.Value}", true), ("정상", false), ("", false)]),
        ];

        Assert.Equal(3, Platform.Must(await platform.ApplyAsync(file.Id, Sheets.TextWorkbook.Write("결과", cells))).SucceededCount);
    }

    /// <summary>Last month's result would fit this month's file where partners and amounts are the same and the bank gives back numbers only.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Result_OfAnotherFile_IsRefusedAsOfAnotherFile(DatabaseKind kind)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind));
        var first = await platform.FiledAsync();
        var rows = await platform.RowsAsync(first.Id);
        var content = System.Text.Encoding.UTF8.GetBytes("메모,입금계좌번호,입금액,처리결과,오류내용\r\n" + string.Join("\r\n", rows.Select(row => $"{row.Row.Number},{row.Payout.Account.Number},{row.Row.Amount.Value},불능,한도초과")));
        Platform.Must(await platform.ApplyAsync(first.Id, content));
        var again = Platform.Must(await platform.Payouts.RetryAsync(first.BulkPayoutId));
        Platform.Must(await platform.Payouts.ConfirmAsync(again.Id));
        Platform.Must(await platform.Payouts.ExecuteAsync(again.Id));
        var second = await platform.FileOfAsync(again.Id);

        Assert.Equal(new ResultRefusal.OfAnotherFile(first.Id), (await platform.PreviewAsync(second.Id, content)).Refusal);
        Assert.Equal(new ResultRefusal.OfAnotherFile(first.Id), (await platform.ApplyAsync(second.Id, content)).Refusal);

        Assert.All(await platform.RowsAsync(second.Id), row => Assert.Equal(PayoutStatus.Processing, row.Payout.Status));
    }

    /// <summary>What a first result file taught counts for files that were made before.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Result_AfterItsWordsWereMended_IsReadByTheNewOnes(DatabaseKind kind)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind));
        var file = await platform.FiledAsync();
        var content = await platform.ResultAsync(file, _ => ("출금됨", null));
        Assert.Equal(3, Platform.Must(await platform.ApplyAsync(file.Id, content)).UnknownCount);

        Platform.Must(await platform.ChooseAsync(PayoutWay.BankFile, layout: file.Layout with { Results = file.Layout.Results with { SuccessWords = ["출금됨"] } }));

        Assert.Equal(3, Platform.Must(await platform.ApplyAsync(file.Id, content)).SucceededCount);
    }

    internal static Task<AuditReport> AuditAsync(FilePlatform platform) => platform.Get<AuditBooks>().HandleAsync(platform.Tenant, Ct);
}
