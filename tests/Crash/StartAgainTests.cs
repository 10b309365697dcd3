using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Crash;

public sealed class StartAgainTests
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task StartAgain_KilledServer_IsHealthy(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, TestContext.Current.CancellationToken);
        await using var server = await ServerProcess.StartAsync(
            new ServerSettings { Database = database.ServerSetting }, TestContext.Current.CancellationToken);

        await server.Kill9Async(TestContext.Current.CancellationToken);
        await server.StartAgainAsync(cancellation: TestContext.Current.CancellationToken);

        Assert.False(server.HasExited);
    }
}
