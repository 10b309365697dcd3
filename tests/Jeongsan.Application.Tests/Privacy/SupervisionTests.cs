using System.IO.Compression;
using System.Text;
using Jeongsan.Application.Audit;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Privacy.Supervision;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.Privacy;

/// <summary>개인정보 보호법 제26조 ④, 시행령 제28조 ⑥: processors are supervised and trained, and what shows it stays.</summary>
public sealed class SupervisionTests
{
    private static readonly ProcessorId Agency = new("popbill");
    private static readonly byte[] Contract = Encoding.UTF8.GetBytes("%PDF-1.7 개인정보 처리위탁 계약서");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Processor_IsDueAYearAfterItBegan_AndAYearAfterEachTimeThatItWasDone(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        var began = platform.Today;
        await using (var db = world.Store.Read(platform.Tenant))
        {
            var due = await SupervisionState.ReadAsync(db, Ct);
            // The tax office is the agency's processor: the agency supervises it.
            Assert.DoesNotContain(due, one => one.Processor.ParentId is not null);
            Assert.All(due, one => Assert.Equal(began.AddYears(1), one.DueOn));
            Assert.Equal([EvidenceKind.Supervision, EvidenceKind.Training], due.Where(one => one.Processor.Id == Agency).Select(one => one.Kind));
            Assert.Empty(await SupervisionState.NearAsync(db, began.AddYears(1).AddDays(-SupervisionRule.DaysAhead - 1), Ct));
            Assert.NotEmpty(await SupervisionState.NearAsync(db, began.AddYears(1).AddDays(-SupervisionRule.DaysAhead), Ct));
        }
        ((TestTime)world.Time).Advance(TimeSpan.FromDays(100));

        Assert.Null((await RecordAsync(platform, new NewEvidence(EvidenceKind.Supervision, platform.Today, "접속 기록과 암호화를 확인함. 이상 없음", null))).Refusal);
        // What was done before does not move the day back.
        Assert.Null((await RecordAsync(platform, new NewEvidence(EvidenceKind.Supervision, began, "시작할 때 점검", null))).Refusal);

        await using var after = world.Store.Read(platform.Tenant);
        var next = (await SupervisionState.ReadAsync(after, Ct)).Where(one => one.Processor.Id == Agency).ToDictionary(one => one.Kind, one => one.DueOn);
        Assert.Equal((began.AddDays(100).AddYears(1), began.AddYears(1)), (next[EvidenceKind.Supervision], next[EvidenceKind.Training]));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Evidence_WithAFile_IsSealedInTheDatabaseAndComesBackByteForByte(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);

        var kept = Platform.Must(await RecordAsync(platform, new NewEvidence(EvidenceKind.Contract, platform.Today, "위탁 계약서", new EvidenceFile(" 계약서.pdf ", Contract))));

        await using var db = world.Store.Read(platform.Tenant);
        var file = await EvidenceList.FileAsync(db, Agency, kept.Id, Ct);
        Assert.Equal("계약서.pdf", file!.Name);
        Assert.Equal(Contract, file.Content);
        Assert.Null(await EvidenceList.FileAsync(db, new ProcessorId("mail"), kept.Id, Ct));
        await db.Database.OpenConnectionAsync(Ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT file FROM processor_evidence";
        var stored = Assert.IsType<byte[]>(await command.ExecuteScalarAsync(Ct));
        Assert.DoesNotContain("%PDF", Encoding.UTF8.GetString(stored), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Evidence_Recorded_IsNeitherChangedNorRemovedEvenByTheDatabasesOwner(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        Platform.Must(await RecordAsync(platform, new NewEvidence(EvidenceKind.Training, platform.Today, "교육", null)));

        foreach (var sql in new[] { "DELETE FROM processor_evidence", "UPDATE processor_evidence SET words = 'x'", "UPDATE processor_evidence SET \"on\" = '2030-01-01'" })
        {
            await using var db = world.Get<ContextFactory>().CreateForAll();
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql, Ct));
        }
        Assert.Equal("교육", Assert.Single(await platform.RowsAsync<ProcessorEvidence>()).Words);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Evidence_OfTomorrowOrWithoutWordsOrTooLarge_IsRefusedAndNothingIsKept(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        var good = new NewEvidence(EvidenceKind.Supervision, platform.Today, "점검", new EvidenceFile("a.pdf", Contract));

        foreach (var (bad, problem) in new[]
        {
            (good with { On = platform.Today.AddDays(1) }, EvidenceProblem.InFuture),
            (good with { Words = " " }, EvidenceProblem.WordsMissing),
            (good with { Words = new string('가', ProcessorEvidence.WordsLengthMax + 1) }, EvidenceProblem.WordsTooLong),
            (good with { File = new EvidenceFile("a.pdf", []) }, EvidenceProblem.FileEmpty),
            (good with { File = new EvidenceFile("a.pdf", new byte[ProcessorEvidence.FileBytesMax + 1]) }, EvidenceProblem.FileTooLarge),
            (good with { File = new EvidenceFile("../a.pdf", Contract) }, EvidenceProblem.FileNameUnusable),
            (good with { File = new EvidenceFile(" ", Contract) }, EvidenceProblem.FileNameUnusable),
        })
        {
            Assert.Equal(new PrivacyRefusal.EvidenceUnusable(problem), (await RecordAsync(platform, bad)).Refusal);
        }
        Assert.IsType<StoredRefusal.NotFound>((await world.Get<KeepEvidence>().HandleAsync(platform.Tenant, Platform.Actor, new ProcessorId("nobody"), good, Ct)).Refusal);
        Assert.Empty(await platform.RowsAsync<ProcessorEvidence>());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Mail_AsksAMonthAheadAndOnTheDay_OnceEach_OnTheLiveSideOnly(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world, Mode.Live);
        var time = (TestTime)world.Time;
        var due = platform.Today.AddYears(1);
        Platform.Must(await RecordAsync(platform, new NewEvidence(EvidenceKind.Training, platform.Today, "교육", null)));

        Assert.Empty(await AgencyMailsAsync(platform, due.AddDays(-SupervisionRule.DaysAhead - 1)));
        Assert.Equal(2, (await AgencyMailsAsync(platform, due.AddDays(-SupervisionRule.DaysAhead))).Count);
        Assert.Equal(2, (await AgencyMailsAsync(platform, due.AddDays(-1))).Count);
        Platform.Must(await RecordAsync(platform, new NewEvidence(EvidenceKind.Supervision, due.AddDays(-1), "점검", null)));
        var mails = await AgencyMailsAsync(platform, due);

        // Ahead of both; on the day only of the training, which nobody gave.
        Assert.Equal(3, mails.Count);
        Assert.Contains("개인정보 교육", mails.Single(mail => mail.Key.EndsWith("-due", StringComparison.Ordinal)).Read<OutgoingMail>().Subject, StringComparison.Ordinal);
        Assert.All(mails, mail => Assert.Contains("http://jeongsan.test/privacy/processors?id=popbill", mail.Read<OutgoingMail>().Text, StringComparison.Ordinal));
        Assert.Equal(due, Domain.Calendar.SeoulTime.DateOf(time.GetUtcNow()));

        async Task<List<OutboxMessage>> AgencyMailsAsync(Platform of, DateOnly day)
        {
            time.Advance(Domain.Calendar.SeoulTime.At(day, new TimeOnly(12, 0)) - time.GetUtcNow());
            await world.Get<DueWork>().RunAsync(of.Tenant, Ct);
            await world.Get<DueWork>().RunAsync(of.Tenant, Ct);
            return [.. (await of.RowsAsync<OutboxMessage>()).Where(message => message.Key.StartsWith("mail-supervision-popbill-", StringComparison.Ordinal))];
        }
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Pack_ForAReviewer_HoldsTheRegisterTheEvidenceAndItsFiles(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        var kept = Platform.Must(await RecordAsync(platform, new NewEvidence(EvidenceKind.Contract, platform.Today, "위탁 계약서", new EvidenceFile("계약서.pdf", Contract))));

        await using var stream = await world.Get<AuditPack>().FileAsync(platform.Tenant, Platform.Actor, platform.Today, platform.Today, Ct);
        await using var zip = new ZipArchive(stream, ZipArchiveMode.Read);

        Assert.Equal(Contract, await BytesAsync(zip, $"수탁자증빙/{kept.Id}-계약서.pdf"));
        Assert.Contains(kept.FileHash!, Encoding.UTF8.GetString(await BytesAsync(zip, "수탁자감독.csv")), StringComparison.Ordinal);
        var register = Encoding.UTF8.GetString(await BytesAsync(zip, "수탁자명부.csv"));
        Assert.All(await platform.RowsAsync<ConsignmentProcessor>(), processor => Assert.Contains(processor.Name, register, StringComparison.Ordinal));
    }

    private static Task<Outcome<ProcessorEvidence>> RecordAsync(Platform platform, NewEvidence evidence) =>
        platform.World.Get<KeepEvidence>().HandleAsync(platform.Tenant, Platform.Actor, Agency, evidence, Ct);

    private static async Task<byte[]> BytesAsync(ZipArchive zip, string name)
    {
        await using var entry = await zip.GetEntry(name)!.OpenAsync(Ct);
        using var content = new MemoryStream();
        await entry.CopyToAsync(content, Ct);
        return content.ToArray();
    }
}
