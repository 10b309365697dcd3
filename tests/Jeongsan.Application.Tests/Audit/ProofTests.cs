using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Jeongsan.Application.Audit;
using Jeongsan.Application.Ledger;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Settlements;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Ledger;
using Jeongsan.Domain.Settlements;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.Audit;

/// <summary>The ledger ties, and whoever changes the past is found out, even with the database in hand.</summary>
public sealed class ProofTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Prove_BooksThatTie_ChainsSignedProofsWithoutDifferences(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await SoldAsync(world);

        var first = await ProveAsync(platform);
        Platform.Must(await platform.ManualAsync(0, 500));
        await platform.GatherAsync();
        var second = await ProveAsync(platform);

        Assert.Equal((1, 0, 2, 0), (first.Number, first.DifferenceCount, second.Number, second.DifferenceCount));
        var (before, now) = (StorageJson.Read<ProofContent>(first.Content), StorageJson.Read<ProofContent>(second.Content));
        Assert.Equal(first.Hash, now.Before);
        Assert.Equal((before.Ledger.Until, before.History.Until), (now.Ledger.After, now.History.After));
        Assert.Equal(2, now.Ledger.Count);
        Assert.Equal(0, now.Report.Balances.Sum(balance => balance.Amount.Value));
        Assert.Equal(-now.Report.Settlements.Sum, now.Report.Balances.Single(balance => balance.Account == LedgerAccount.UnpaidToPartners).Amount.Value);
        Assert.Empty((await AuditAsync(platform)).Differences);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Prove_ByFourProcessesAtOnce_AddsProofsOfWhichNoneBranchesOff(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await SoldAsync(world);

        var proved = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Get<ProveBooks>().HandleAsync(platform.Tenant, Platform.Actor, Ct), Ct)));

        Assert.All(proved, one => Assert.True(one.Refusal is null or ProofRefusal.ProvedMeanwhile, one.Refusal?.ToString()));
        Assert.Equal(Enumerable.Range(1, proved.Count(one => !one.IsRefused)), (await platform.RowsAsync<AuditProof>()).Select(proof => proof.Number).Order());
        Assert.Empty((await AuditAsync(platform)).Differences);
    }

    /// <summary>Rows that are committed after one with a greater number must not slip in behind a proof.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Prove_WhileCommandsGoOnWriting_LeavesNoRowOut(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await SoldAsync(world);
        using var done = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var index = 0; !done.IsCancellationRequested; index++)
            {
                Platform.Must(await platform.ManualAsync(writer % 3, 10 + index));
                await platform.GatherAsync();
            }
        }, Ct)).ToArray();

        for (var proof = 0; proof < 5; proof++)
        {
            await ProveAsync(platform);
        }
        await done.CancelAsync();
        await Task.WhenAll(writers);

        await ProveAsync(platform);
        Assert.Empty((await AuditAsync(platform)).Differences);
        var contents = (await platform.RowsAsync<AuditProof>()).Select(proof => StorageJson.Read<ProofContent>(proof.Content)).ToList();
        Assert.Equal((await platform.RowsAsync<LedgerLine>()).Count, contents.Sum(content => content.Ledger.Count));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Signature_OfAProof_IsVerifiedByOpenSsl(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await SoldAsync(world);
        var proof = await ProveAsync(platform);
        using var folder = new TemporaryFolder();
        var key = (await platform.RowsAsync<ProofKey>()).Single();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "key.pem"), PemEncoding.WriteString("PUBLIC KEY", key.PublicKey), Ct);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "proof.json"), proof.Content, new UTF8Encoding(false), Ct);
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "proof.sig"), proof.Signature, Ct);

        Assert.Equal(0, await VerifyAsync(folder.Path));
        await File.AppendAllTextAsync(Path.Combine(folder.Path, "proof.json"), " ", Ct);
        Assert.NotEqual(0, await VerifyAsync(folder.Path));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task LedgerAndProofs_AreOnlyAddedTo_WhateverTheDatabaseIsTold(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await SoldAsync(world);
        await ProveAsync(platform);

        foreach (var statement in new[] { "UPDATE ledger_lines SET amount = amount + 1", "DELETE FROM ledger_lines", "UPDATE audit_proofs SET difference_count = 1", "DELETE FROM audit_proofs" })
        {
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => RunAsync(platform, statement));
            Assert.Contains("is only added to", refused.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Past the database's own guard, what was changed and which check finds it.</summary>
    public static IEnumerable<TheoryDataRow<DatabaseKind, string, string, AuditCheck>> Changed() =>
        from row in TestDatabases.All()
        from plant in new (string Table, string Statement, AuditCheck Check)[]
        {
            ("ledger_lines", "UPDATE ledger_lines SET amount = amount + 1 WHERE sequence = (SELECT min(sequence) FROM ledger_lines)", AuditCheck.Ledger),
            ("ledger_lines", "UPDATE ledger_lines SET what = 'Other' WHERE sequence = (SELECT min(sequence) FROM ledger_lines)", AuditCheck.Proof),
            ("ledger_lines", "DELETE FROM ledger_lines WHERE sequence = (SELECT max(sequence) FROM ledger_lines)", AuditCheck.Ledger),
            ("ledger_lines", "DELETE FROM ledger_lines WHERE entry = (SELECT max(entry) FROM ledger_lines)", AuditCheck.Ledger),
            ("history", "UPDATE history SET actor_id = 'someone else' WHERE sequence = (SELECT max(sequence) - 3 FROM history)", AuditCheck.Proof),
            ("history", "DELETE FROM history WHERE sequence = (SELECT min(sequence) FROM history WHERE subject = 'PartnerSettlement')", AuditCheck.Proof),
            ("audit_proofs", "UPDATE audit_proofs SET content = replace(content, '\"transfers\":{\"count\":4', '\"transfers\":{\"count\":5') WHERE number = 1", AuditCheck.Proof),
            ("audit_proofs", "DELETE FROM audit_proofs WHERE number = 1", AuditCheck.Proof),
            ("proof_keys", "DELETE FROM proof_keys", AuditCheck.Proof),
        }
        select new TheoryDataRow<DatabaseKind, string, string, AuditCheck>(row.Data, plant.Table, plant.Statement, plant.Check) { Skip = row.Skip };

    [Theory, MemberData(nameof(Changed))]
    public async Task ThePast_ChangedBehindTheSystemsBack_ShowsInTheAudit(DatabaseKind kind, string table, string statement, AuditCheck check)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await SoldAsync(world);
        await ProveAsync(platform);
        await ProveAsync(platform);
        await UnguardAsync(platform, kind, table);

        Assert.Equal(1, Math.Min(1, await RunAsync(platform, statement)));

        Assert.Contains((await AuditAsync(platform)).Differences, difference => difference.Check == check);
    }

    /// <summary>Who also makes the hashes anew, but hasn't the key, is found by the signature.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Proof_WrittenAnewWithAFittingHash_IsFoundByItsSignature(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await SoldAsync(world);
        var proof = await ProveAsync(platform);
        await UnguardAsync(platform, kind, "audit_proofs");
        var content = proof.Content.Replace("\"count\":4", "\"count\":5", StringComparison.Ordinal);
        Assert.NotEqual(proof.Content, content);
        await using (var db = world.Store.Read(platform.Tenant))
        {
            await db.Database.ExecuteSqlAsync($"UPDATE audit_proofs SET content = {content}, hash = {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}", Ct);
        }

        Assert.Equal("서명", Assert.Single((await AuditAsync(platform)).Differences).What);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Prove_BooksThatDoNotTie_SaysSoAndWritesToTheFinanceTeam(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await SoldAsync(world);
        await RunAsync(platform, "UPDATE transfers SET signed_settlement = signed_settlement + 1 WHERE id = (SELECT min(id) FROM transfers)");

        var proof = await ProveAsync(platform);

        Assert.True(proof.DifferenceCount > 0);
        var mail = Assert.Single(await platform.RowsAsync<OutboxMessage>(), message => message.Type == SendStaffMail.MessageType).Read<OutgoingMail>();
        Assert.Contains("맞지 않는 것이", mail.Subject, StringComparison.Ordinal);
        Assert.Equal("finance@market.example", mail.To);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Ledger_OfAnInstallationThatIsOlderThanIt_IsOpenedOnceWithWhatStands(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await SoldAsync(world);
        await UnguardAsync(platform, kind, "ledger_lines");
        await RunAsync(platform, "DELETE FROM ledger_lines");
        Assert.NotEmpty((await AuditAsync(platform)).Differences);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => world.Get<OpenLedger>().RunAsync(Ct), Ct)));

        Assert.Empty((await AuditAsync(platform)).Differences);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Ledger_AfterSettlementsGrewAndWereDeleted_HoldsNothingOfThem(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await SoldAsync(world);
        var settlements = await platform.RowsAsync<PartnerSettlement>();

        Platform.Must(await world.Get<DeleteSettlements>().HandleAsync(platform.Tenant, Platform.Actor, [.. settlements.Select(row => row.Id)], Ct));

        var report = await AuditAsync(platform);
        Assert.Empty(report.Differences);
        Assert.All(report.Balances, balance => Assert.Equal(0, balance.Amount.Value));
    }

    /// <summary>Three orders and a correction, gathered into settlements.</summary>
    private static async Task<Platform> SoldAsync(World world)
    {
        var platform = await Platform.CreateAsync(world);
        for (var index = 0; index < 3; index++)
        {
            Platform.Must(await platform.OrderAsync(index, $"pay-{index}", 10_000 + index));
        }
        Platform.Must(await platform.ManualAsync(1, -777));
        await platform.GatherAsync();
        return platform;
    }

    private static async Task<AuditProof> ProveAsync(Platform platform) => Platform.Must(await platform.World.Get<ProveBooks>().HandleAsync(platform.Tenant, Platform.Actor, Ct));

    private static Task<AuditReport> AuditAsync(Platform platform) => platform.World.Get<AuditBooks>().HandleAsync(platform.Tenant, Ct);

    private static async Task UnguardAsync(Platform platform, DatabaseKind kind, string table)
    {
        foreach (var statement in table is not ("ledger_lines" or "audit_proofs") ? []
            : kind == DatabaseKind.PostgreSql ? (string[])[$"ALTER TABLE {table} DISABLE TRIGGER ALL"]
            : [$"DROP TRIGGER {table}_keeps_update", $"DROP TRIGGER {table}_keeps_delete"])
        {
            await RunAsync(platform, statement);
        }
    }

    private static async Task<int> RunAsync(Platform platform, string sql)
    {
        await using var db = platform.World.Store.Read(platform.Tenant);
        return await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), Ct);
    }

    private static async Task<int> VerifyAsync(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", ["dgst", "-sha256", "-verify", "key.pem", "-signature", "proof.sig", "proof.json"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await process.WaitForExitAsync(Ct);
        return process.ExitCode;
    }
}
