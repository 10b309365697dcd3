using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>대조 at the terminal, beside the running server.</summary>
[Collection("site")]
public sealed class AuditTests(SampleSite site)
{
    [Fact]
    public async Task Audit_OfTheSampleMonth_TiesToTheWonAndSaysSo()
    {
        var (exitStatus, said) = await site.Server.RunBesideAsync(TestContext.Current.CancellationToken, "audit");

        Assert.Contains("모두 맞습니다. 차이 0건.", said, StringComparison.Ordinal);
        Assert.Equal(0, exitStatus);
        Assert.Contains("샘플마켓 · 테스트", said, StringComparison.Ordinal);
    }
}
