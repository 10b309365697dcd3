using Jeongsan.Application.Partners;
using Jeongsan.Application.Policies;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Verifications;
using Jeongsan.Application.Versions;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Transfers;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Policies;

/// <summary>Changes that are made when their time comes, on the tenant's clock, and who else writes meanwhile.</summary>
public sealed class ScheduleTests(Worlds worlds)
{
    private static readonly Fee Twenty = new Fee.FixedRate(Rate.OfPercent(20));

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Contract_Scheduled_HoldsFromItsTime_AndLeavesTransfersThatExist(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var from = platform.World.Time.GetUtcNow().AddDays(1);
        Platform.Must(await platform.World.Get<Contracts>().ScheduleAsync(platform.Tenant, Platform.Actor, "A", new ContractChange(PlatformFee: Twenty), from, CancellationToken.None));
        var before = Platform.Must(await platform.OrderAsync(0, "before", 10_000));

        Platform.Must(await platform.MoveToAsync(platform.Today.AddDays(2)));

        var contract = Assert.Single(await platform.RowsAsync<Contract>());
        Assert.Equal((Twenty, null, TestInstant.Of(from)), (contract.PlatformFee, contract.ScheduledAt, TestInstant.Of(contract.AppliedAt)));
        var after = Platform.Must(await platform.OrderAsync(0, "after", 10_000));
        Assert.Equal((new Won(1_000), new Won(2_000)), (before.Amounts.PlatformFee, after.Amounts.PlatformFee));
        Assert.Equal(new Won(1_000), (await platform.RowsAsync<Transfer>()).Single(transfer => transfer.Id == before.Id).Amounts.PlatformFee);
        var versions = (await platform.RowsAsync<VersionRow>()).Where(row => row.Subject == Contract.Kind).OrderBy(row => row.Version).ToList();
        Assert.Equal([new Fee.FixedRate(Rate.OfPercent(10)), Twenty], versions.Select(row => row.Read<ContractSnapshot>().Terms.PlatformFee));
        Assert.Equal([ActorKind.ApiSecret, ActorKind.System], versions.Select(row => row.ActorKind));
    }

    /// <summary>An order of the minute after the change counts by it, although the calendar's work looks only now and then.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Order_AfterTheScheduledTimeButBeforeTheWork_CountsByTheNewTerms(DatabaseKind kind)
    {
        var time = new TestTime();
        await using var world = await World.CreateAsync(kind, time);
        var platform = await Platform.CreateAsync(world);
        var from = time.GetUtcNow().AddMinutes(10);
        Platform.Must(await world.Get<Contracts>().ScheduleAsync(platform.Tenant, Platform.Actor, "A", new ContractChange(PlatformFee: Twenty), from, CancellationToken.None));

        time.Advance(TimeSpan.FromMinutes(11));

        var order = Platform.Must(await platform.OrderAsync(0, "pay", 10_000));
        Assert.Equal((new Won(2_000), TestInstant.Of(from)), (order.Amounts.PlatformFee, TestInstant.Of(order.Contract!.AppliedAt)));
        Assert.NotNull(Assert.Single(await platform.RowsAsync<Contract>()).ScheduledAt);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Edits_WhileTheScheduleIsApplied_LoseNeither(DatabaseKind kind)
    {
        var time = new TestTime();
        await using var world = await World.CreateAsync(kind, time);
        var platform = await Platform.CreateAsync(world);
        var contracts = world.Get<Contracts>();
        Platform.Must(await contracts.ScheduleAsync(
            platform.Tenant, Platform.Actor, "A", new ContractChange(PlatformFee: Twenty), time.GetUtcNow().AddMinutes(1), CancellationToken.None));
        time.Advance(TimeSpan.FromMinutes(2));

        var edits = Enumerable.Range(0, 10).Select(index => Task.Run(() =>
            contracts.UpdateAsync(platform.Tenant, Platform.Actor, "A", index % 2 == 0 ? new ContractChange(Name: $"이름{index}") : new ContractChange(Memo: $"메모{index}"), CancellationToken.None)));
        var work = Enumerable.Range(0, 3).Select(_ => Task.Run(() => world.Get<DueWork>().RunAsync(platform.Tenant, CancellationToken.None)));
        await Task.WhenAll([.. edits.Cast<Task>(), .. work]);

        var contract = Assert.Single(await platform.RowsAsync<Contract>());
        Assert.Equal((Twenty, null), (contract.PlatformFee, contract.ScheduledAt));
        Assert.StartsWith("이름", contract.Name, StringComparison.Ordinal);
        Assert.StartsWith("메모", contract.Memo, StringComparison.Ordinal);
        // One line for each edit, one for the schedule: none was made twice, none was lost.
        var history = (await platform.RowsAsync<Jeongsan.Application.Storage.HistoryRow>()).Where(row => row.Subject == Contract.Kind).CountBy(row => row.What).ToDictionary();
        Assert.Equal((10, 1), (history["ContractUpdated"], history["ContractScheduleApplied"]));
        Assert.Equal(12, (await platform.RowsAsync<VersionRow>()).Count(row => row.Subject == Contract.Kind));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Schedule_ManyAtOnce_OneIsKept_AndArchivingMeetsItOrComesFirst(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var contracts = platform.World.Get<Contracts>();
        var from = platform.World.Time.GetUtcNow().AddDays(1);

        var schedules = Enumerable.Range(0, 10).Select(index => Task.Run(() =>
            contracts.ScheduleAsync(platform.Tenant, Platform.Actor, "A", new ContractChange(Name: $"이름{index}"), from, CancellationToken.None))).ToList();
        var archive = Task.Run(() => contracts.ArchiveAsync(platform.Tenant, Platform.Actor, "A", CancellationToken.None));
        var scheduled = await Task.WhenAll(schedules);
        var archived = await archive;

        var contract = Assert.Single(await platform.RowsAsync<Contract>());
        Assert.NotEqual(contract.IsArchived, contract.ScheduledAt is not null);
        Assert.Equal(contract.IsArchived ? 0 : 1, scheduled.Count(one => !one.IsRefused));
        Assert.Equal(contract.IsArchived, !archived.IsRefused);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Partners_ScheduledTogether_AreAllOrNone(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var schedule = platform.World.Get<SchedulePartner>();
        var from = platform.World.Time.GetUtcNow().AddDays(1);
        Task<Outcome<int>> AllAsync(PartnerChange change) => schedule.HandleManyAsync(platform.Tenant, Platform.Actor, partners => partners, change, from, CancellationToken.None);
        Platform.Must(await schedule.HandleAsync(platform.Tenant, Platform.Actor, "p1", new PartnerChange(Memo: "혼자"), from, VerificationProofs.None, CancellationToken.None));

        Assert.Equal([new PartnerId("p1")], Assert.IsType<ScheduleManyRefusal.ScheduledAmong>((await AllAsync(new PartnerChange(Memo: "함께"))).Refusal).Ids);
        Assert.Equal(1, (await platform.RowsAsync<Partner>()).Count(partner => partner.ScheduledAt is not null));

        Platform.Must(await schedule.CancelAsync(platform.Tenant, Platform.Actor, "p1", CancellationToken.None));
        Assert.Equal(3, Platform.Must(await AllAsync(new PartnerChange(Memo: "함께"))));
        Platform.Must(await platform.MoveToAsync(platform.Today.AddDays(2)));
        Assert.All(await platform.RowsAsync<Partner>(), partner => Assert.Equal(("함께", (DateTimeOffset?)null), (partner.Memo, partner.ScheduledAt)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Partner_EditedWhileTheScheduleIsApplied_LosesNeither(DatabaseKind kind)
    {
        var time = new TestTime();
        await using var world = await World.CreateAsync(kind, time);
        var platform = await Platform.CreateAsync(world, partners: 1);
        Platform.Must(await world.Get<SchedulePartner>().HandleAsync(
            platform.Tenant, Platform.Actor, "p0", new PartnerChange(Tags: ["예약"]), time.GetUtcNow().AddMinutes(1), VerificationProofs.None, CancellationToken.None));
        time.Advance(TimeSpan.FromMinutes(2));

        var edits = Enumerable.Range(0, 10).Select(index => Task.Run(() => world.Get<UpdatePartner>().HandleAsync(
            platform.Tenant, Platform.Actor, "p0", index % 2 == 0 ? new PartnerChange(Name: $"이름{index}") : new PartnerChange(Memo: $"메모{index}"), VerificationProofs.None, CancellationToken.None)));
        await Task.WhenAll([.. edits.Cast<Task>(), Task.Run(() => world.Get<DueWork>().RunAsync(platform.Tenant, CancellationToken.None))]);

        var partner = Assert.Single(await platform.RowsAsync<Partner>());
        Assert.Equal("예약", Assert.Single(partner.Tags));
        Assert.StartsWith("이름", partner.Name, StringComparison.Ordinal);
        Assert.StartsWith("메모", partner.Memo, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Proof_UsedTwiceAtOnce_CountsOnce(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var proofs = new VerificationProofs("digest-of-a-proof", null);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(index => Task.Run(() => platform.World.Get<UpdatePartner>().HandleAsync(
            platform.Tenant, Platform.Actor, $"p{index % 3}", new PartnerChange(Memo: $"메모{index}"), proofs, CancellationToken.None))));
        Assert.Single(outcomes, outcome => !outcome.IsRefused);
        Assert.All(outcomes.Where(outcome => outcome.IsRefused), outcome => Assert.IsType<VerificationRefusal.AccountAlreadyUsed>(outcome.Refusal));
    }
}

/// <summary>Instants as databases keep them.</summary>
internal static class TestInstant
{
    public static long Of(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();
}
