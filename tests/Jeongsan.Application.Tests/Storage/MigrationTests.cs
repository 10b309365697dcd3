using Jeongsan.Application.Storage;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.Storage;

public sealed class MigrationTests(Worlds worlds)
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Migrations_Applied_AreWhatTheModelSays(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        await using var db = world.Get<ContextFactory>().CreateForAll();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.NotEmpty(await db.Database.GetAppliedMigrationsAsync());
    }
}
