using Jeongsan.Application.Partners;
using Jeongsan.Application.Privacy;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Privacy;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Privacy;

/// <summary>개인정보 보호법 제30조 ①, 시행령 제31조 ①: what a policy must say, written from what is switched on.</summary>
public sealed class PublishPolicyTests(Worlds worlds)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Draft_OfAPlatform_SaysEveryPartOfTheLawAndNamesEveryProcessor(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var state = await platform.World.Get<PublishPolicy>().ReadAsync(platform.Tenant, Ct);

        foreach (var part in new[] { "처리 목적", "처리하는 항목", "보유 기간", "제3자 제공", "처리 위탁", "파기 절차와 방법", "정보주체의 권리", "안전성 확보조치", "자동으로 수집하는 장치", "개인정보 보호책임자", "권익침해 구제" })
        {
            Assert.Contains($"■ {part}", state.Draft, StringComparison.Ordinal);
        }
        var processors = (await platform.RowsAsync<ConsignmentProcessor>()).Where(processor => processor.Status == ProcessorStatus.Active).ToList();
        Assert.NotEmpty(processors);
        Assert.All(processors, processor => Assert.Contains(processor.Name, state.Draft, StringComparison.Ordinal));
        Assert.DoesNotContain("원천징수", state.Draft, StringComparison.Ordinal);
        Assert.False(state.IsTrue);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Publish_ThenAPersonFromWhomTaxIsWithheld_IsNoLongerTrueAndShowsWhatDiffers(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var publish = platform.World.Get<PublishPolicy>();
        var first = Platform.Must(await publish.HandleAsync(platform.Tenant, Platform.Actor, new PolicyPublication(" 개인정보 보호팀 privacy@market.example "), Ct));
        Assert.Equal((1, "개인정보 보호팀 privacy@market.example", platform.Today), (first.Number, first.Officer, first.EffectiveFrom));
        Assert.True((await publish.ReadAsync(platform.Tenant, Ct)).IsTrue);
        Assert.IsType<PrivacyRefusal.PolicyUnchanged>((await publish.HandleAsync(platform.Tenant, Platform.Actor, new PolicyPublication(first.Officer), Ct)).Refusal);

        Platform.Must(await platform.World.Get<CreatePartners>().HandleAsync(platform.Tenant, Platform.Actor,
        [
            new("person", new PartnerProfile("홍시험", new Contact("홍시험", null, "person@partner.example"), new BankAccount(Bank.Shinhan, Currency.Krw, "110123456789", "홍시험"), new ContractId("A"), null, [], new PartnerType.WhtPayer(null), [])),
        ], Ct));

        var state = await publish.ReadAsync(platform.Tenant, Ct);
        Assert.False(state.IsTrue);
        var changed = state.Difference.Where(line => line.Change != TextChange.Same).ToList();
        Assert.Contains((TextChange.Added, "- 소득세의 원천징수와 지급명세서의 제출"), changed);
        Assert.DoesNotContain(changed, line => line.Line.StartsWith('■'));
        Assert.Equal(2, Platform.Must(await publish.HandleAsync(platform.Tenant, Platform.Actor, new PolicyPublication(first.Officer), Ct)).Number);
        // What was published first still stands as it was.
        Assert.Equal(first.Body, (await platform.RowsAsync<PublishedPolicy>()).Single(policy => policy.Number == 1).Body);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Publish_WithoutAnOfficerOrForThePast_IsRefused(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var publish = platform.World.Get<PublishPolicy>();

        Assert.IsType<PrivacyRefusal.OfficerUnusable>((await publish.HandleAsync(platform.Tenant, Platform.Actor, new PolicyPublication(" "), Ct)).Refusal);
        Assert.IsType<PrivacyRefusal.PolicyInPast>((await publish.HandleAsync(platform.Tenant, Platform.Actor, new PolicyPublication("보호팀", platform.Today.AddDays(-1)), Ct)).Refusal);
        Assert.Empty(await platform.RowsAsync<PublishedPolicy>());
    }

    [Theory]
    [InlineData("a\nb\nc", "a\nc", "Same a|Removed b|Same c")]
    [InlineData("a\nc", "a\nb\nc", "Same a|Added b|Same c")]
    [InlineData("a", "b", "Removed a|Added b")]
    [InlineData("a\nb", "b\na", "Removed a|Same b|Added a")]
    public void Difference_OfTwoTexts_KeepsTheLongestCommonLines(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join('|', TextDifference.Of(before, after).Select(line => $"{line.Change} {line.Line}")));
}
