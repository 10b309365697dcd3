using Jeongsan.Application.Audit;
using Jeongsan.Application.Privacy.Accesses;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.Privacy;

/// <summary>접속기록: kept of everybody who is shown personal data, and nobody can take it back.</summary>
public sealed class AccessLogTests
{
    private static readonly Actor Looker = new(ActorKind.Person, "person-looker");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Note_ByEightAtOnce_ChainsEveryRecordAndLeavesNoNumberOut(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(looker => Task.Run(async () =>
        {
            for (var index = 0; index < 10; index++)
            {
                await NoteAsync(platform, $"partner-{looker}-{index}");
            }
        }, Ct)));

        var records = (await platform.RowsAsync<AccessRecord>()).OrderBy(record => record.Number).ToList();
        Assert.Equal(Enumerable.Range(1, 80).Select(number => (long)number), records.Select(record => record.Number));
        Assert.Equal(80, records.Select(record => record.Subjects).Distinct().Count());
        var report = await world.Get<AccessChain>().CheckAsync(platform.Tenant, Ct);
        Assert.Equal((80, new AccessHead(80, records[^1].Hash), true), (report.Count, report.Head, report.IsWhole));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Note_SaysWhoSawWhoseWhatWhereAndWhen(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);

        await world.Get<AccessLog>().NoteAsync(
            platform.Tenant, Looker,
            new Access("getPlatformPayouts", "", [PersonalDataItem.BankAccount, PersonalDataItem.Contact, PersonalDataItem.BankAccount], [.. Enumerable.Range(0, 1_200).Select(index => DataSubject.Of(new PartnerId($"p-{index}")))], "192.0.2.7"), Ct);
        await world.Get<AccessLog>().NoteAsync(platform.Tenant, Looker, new Access("downloadPayoutSheet", "", [PersonalDataItem.BankAccount], Subjects: null, "192.0.2.7"), Ct);
        await world.Get<AccessLog>().NoteAsync(platform.Tenant, Looker, new Access("getPlatformPayouts", "", [PersonalDataItem.BankAccount], [], "192.0.2.7"), Ct);

        var records = (await platform.RowsAsync<AccessRecord>()).OrderBy(record => record.Number).ToList();
        Assert.Equal(2, records.Count);
        Assert.Equal((ActorKind.Person, "person-looker", "192.0.2.7", "getPlatformPayouts", 1_200), (records[0].ActorKind, records[0].ActorId, records[0].NetworkAddress, records[0].Operation, records[0].SubjectCount));
        Assert.Equal([PersonalDataItem.Contact, PersonalDataItem.BankAccount], records[0].Items);
        Assert.Equal(AccessRecord.SubjectsMax, records[0].SubjectList.Count());
        Assert.Equal(DataSubject.Of(new PartnerId("p-0")), records[0].SubjectList.First());
        Assert.Equal((null, 0), (records[1].SubjectCount, records[1].SubjectList.Count()));
        Assert.True((await world.Get<AccessChain>().CheckAsync(platform.Tenant, Ct)).IsWhole);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Find_ByPartner_AlsoFindsWhatWasShownUnderItsBusinessNumberAndNobodyElses(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        var partner = (await platform.RowsAsync<Partner>()).First(row => row.BusinessRegistrationNumber is not null);
        await NoteAsync(platform, partner.Id.Value);
        await NoteAsync(platform, partner.Id.Value + "0");
        await NoteAsync(platform, "x" + partner.Id.Value);
        await world.Get<AccessLog>().NoteAsync(platform.Tenant, Looker, new Access("getB2bTaxInvoice", "", [PersonalDataItem.Contact], [DataSubject.Of(new PartnerId("other")), DataSubject.Of(partner.BusinessRegistrationNumber!.Value)], ""), Ct);

        await using var db = world.Store.Read(platform.Tenant);
        async Task<string> FindAsync(AccessFilter filter) => string.Join(' ', await (await FindAccesses.In(db, filter, Ct)).OrderBy(record => record.Number).Select(record => record.Number).ToArrayAsync(Ct));
        Assert.Equal("1 4", await FindAsync(new AccessFilter(partner.Id)));
        Assert.Equal("1 2 3 4", await FindAsync(new AccessFilter(ActorId: "person-looker")));
        Assert.Empty(await FindAsync(new AccessFilter(ActorId: "person-other")));
        Assert.Equal("4", await FindAsync(new AccessFilter(Operation: "getB2bTaxInvoice")));
        Assert.Empty(await FindAsync(new AccessFilter(Until: DateTimeOffset.UnixEpoch)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Records_AreOnlyAddedTo_WhateverTheDatabaseIsTold(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        await NoteAsync(platform, "p-1");

        foreach (var statement in new[] { "UPDATE access_records SET actor_id = 'nobody'", "DELETE FROM access_records" })
        {
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => RunAsync(platform, statement));
            Assert.Contains("is only added to", refused.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Past the database's own guard: what was done to five records, and at which number the chain breaks.</summary>
    public static IEnumerable<TheoryDataRow<DatabaseKind, string, long[]>> Changed() =>
        from row in TestDatabases.All()
        from plant in new (string Statement, long[] Broken)[]
        {
            ("UPDATE access_records SET actor_id = 'nobody' WHERE number = 3", [3]),
            ("UPDATE access_records SET subjects = '' WHERE number = 5", [5]),
            ("UPDATE access_records SET at = (SELECT max(at) FROM access_records WHERE number = 1) WHERE number = 4", [4]),
            ("UPDATE access_records SET hash = 'a' WHERE number = 2", [2, 3]),
            ("DELETE FROM access_records WHERE number = 2", [3]),
            ("DELETE FROM access_records WHERE number = 1", [2]),
        }
        select new TheoryDataRow<DatabaseKind, string, long[]>(row.Data, plant.Statement, plant.Broken) { Skip = row.Skip };

    [Theory, MemberData(nameof(Changed))]
    public async Task Records_ChangedBehindTheSystemsBack_BreakTheChainWhereItWasDone(DatabaseKind kind, string statement, long[] broken)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await FiveAsync(world);
        await UnguardAsync(platform, kind);

        Assert.Equal(1, await RunAsync(platform, statement));

        Assert.Equal(broken, (await world.Get<AccessChain>().CheckAsync(platform.Tenant, Ct)).Broken);
        Assert.Equal(broken.Length, (await AuditAsync(platform)).Count(difference => difference.Check == AuditCheck.Access));
    }

    /// <summary>The chain alone can't show what is missing at its end; the signed proof of the night can.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Records_TakenAwayAtTheEndAfterAProof_AreMissedByTheAudit(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await FiveAsync(world);
        Platform.Must(await world.Get<ProveBooks>().HandleAsync(platform.Tenant, Platform.Actor, Ct));
        await NoteAsync(platform, "p-later");
        Assert.Empty(await AuditAsync(platform));
        await UnguardAsync(platform, kind);

        Assert.Equal(2, await RunAsync(platform, "DELETE FROM access_records WHERE number >= 5"));

        Assert.True((await world.Get<AccessChain>().CheckAsync(platform.Tenant, Ct)).IsWhole);
        Assert.Equal((AuditCheck.Access, "5"), Assert.Single((await AuditAsync(platform)).Select(difference => (difference.Check, difference.Id))));
    }

    private static async Task<Platform> FiveAsync(World world)
    {
        var platform = await Platform.CreateAsync(world);
        for (var index = 1; index <= 5; index++)
        {
            await NoteAsync(platform, $"p-{index}");
            ((TestTime)world.Time).Advance(TimeSpan.FromSeconds(1));
        }
        return platform;
    }

    private static Task NoteAsync(Platform platform, string partner) => platform.World.Get<AccessLog>().NoteAsync(
        platform.Tenant, Looker, new Access("getPlatformPartner", $"id={partner}", [PersonalDataItem.Contact, PersonalDataItem.BankAccount], [DataSubject.Of(new PartnerId(partner))], "127.0.0.1"), Ct);

    private static async Task<IReadOnlyList<AuditDifference>> AuditAsync(Platform platform) => (await platform.World.Get<AuditBooks>().HandleAsync(platform.Tenant, Ct)).Differences;

    private static async Task UnguardAsync(Platform platform, DatabaseKind kind)
    {
        foreach (var statement in kind == DatabaseKind.PostgreSql ? (string[])["ALTER TABLE access_records DISABLE TRIGGER ALL"] : ["DROP TRIGGER access_records_keeps_update", "DROP TRIGGER access_records_keeps_delete"])
        {
            await RunAsync(platform, statement);
        }
    }

    private static async Task<int> RunAsync(Platform platform, string sql)
    {
        await using var db = platform.World.Store.Read(platform.Tenant);
        return await db.Database.ExecuteSqlRawAsync(sql, Ct);
    }
}
