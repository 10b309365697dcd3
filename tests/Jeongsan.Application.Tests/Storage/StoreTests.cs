using System.Diagnostics;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.Storage;

public sealed class StoreTests(Worlds worlds)
{
    private sealed record No : Refusal;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Command_Refused_LeavesNothing(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var outcome = await platform.CommandAsync(async work =>
        {
            work.Record("Thing", "1", "Written");
            work.Send("Nothing", "key", "Thing:1", new { });
            await work.Db.SaveChangesAsync();
            return new No();
        });
        Assert.IsType<No>(outcome.Refusal);
        await AssertNothingOf(platform);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Command_Throwing_LeavesNothingAndHarmsNoOther(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var others = Enumerable.Range(0, 20).Select(index => platform.CommandAsync(work =>
        {
            work.Record("Other", $"{index}", "Written");
            return Task.FromResult<Outcome<Done>>(new Done());
        })).ToList();
        await Assert.ThrowsAsync<InvalidDataException>(() => platform.CommandAsync(async work =>
        {
            work.Record("Thing", "1", "Written");
            await work.Db.SaveChangesAsync();
            throw new InvalidDataException();
        }));
        Assert.All(await Task.WhenAll(others), outcome => Assert.False(outcome.IsRefused));
        await AssertNothingOf(platform);
        Assert.Equal(20, (await platform.RowsAsync<HistoryRow>()).Count(row => row.Subject == "Other"));
    }

    /// <summary>Also on SQLite, where another flow of control runs the command.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Send_WithinAnActivity_CarriesItsTrace(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        using var activity = new Activity("request").Start();
        await platform.CommandAsync(work =>
        {
            work.Send("Nothing", "key", "Thing:1", new { });
            return Task.FromResult<Outcome<Done>>(new Done());
        });
        Assert.Equal(activity.Id, Assert.Single(await platform.RowsAsync<OutboxMessage>()).TraceParent);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Command_OfAnOlderVersion_IsRunAgainOnTheNewOne(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(index => platform.CommandAsync(async work =>
        {
            var partner = await work.Db.Set<Domain.Partners.Partner>().SingleAsync(row => row.Id == new Domain.Partners.PartnerId("p0"));
            var changed = partner.Update(partner.Profile() with { Tags = [.. partner.Tags, $"t{index}"] }, work.Today, work.Now);
            return changed.IsRefused ? changed.Refusal : new Done();
        })));
        var tags = (await platform.RowsAsync<Domain.Partners.Partner>()).Single(row => row.Id.Value == "p0").Tags;
        Assert.Equal(8, tags.Distinct().Count());
    }

    private static async Task AssertNothingOf(Platform platform)
    {
        Assert.DoesNotContain(await platform.RowsAsync<HistoryRow>(), row => row.Subject == "Thing");
        Assert.Empty(await platform.RowsAsync<OutboxMessage>());
    }
}
