using Jeongsan.Application.Statements;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Statements;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Statements;

/// <summary>정산내역서 양식.</summary>
public sealed class StatementTemplateTests(Worlds worlds)
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Default_OfSeveralTemplates_IsAlwaysOne(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        Assert.True(Platform.Must(await CreateAsync(platform, "a", "가")).IsDefault);
        Assert.False(Platform.Must(await CreateAsync(platform, "b", "나")).IsDefault);
        Assert.True(Platform.Must(await CreateAsync(platform, "c", "다", isDefault: true)).IsDefault);
        Assert.Equal(["c"], await DefaultsAsync(platform));
        Assert.True(Platform.Must(await UpdateAsync(platform, "b", "나", isDefault: true)).IsDefault);
        Assert.Equal(["b"], await DefaultsAsync(platform));

        Assert.IsType<StatementRefusal.DefaultNeeded>((await UpdateAsync(platform, "b", "나", isDefault: false)).Refusal);
        Assert.IsType<StatementRefusal.DefaultNeeded>((await DeleteAsync(platform, "b")).Refusal);
        Platform.Must(await DeleteAsync(platform, "a"));
        Platform.Must(await DeleteAsync(platform, "c"));
        Platform.Must(await DeleteAsync(platform, "b"));
        Assert.Empty(await platform.RowsAsync<StatementTemplate>());
    }

    /// <summary>Two people make theirs the default at the same time: one of them wins, and there is one.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Default_SetByManyAtOnce_IsOne(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(index => Task.Run(() => CreateAsync(platform, $"t{index}", $"양식 {index}", isDefault: true))));
        Assert.All(made, one => Assert.False(one.IsRefused));
        Assert.Single(await DefaultsAsync(platform));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Template_ThatCantBeKept_IsRefusedByItsReason(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        Platform.Must(await CreateAsync(platform, "a", "가"));
        Assert.IsType<StoredRefusal.IdNotUsable>((await CreateAsync(platform, "a b", "나")).Refusal);
        Assert.IsType<StoredRefusal.AlreadyExists>((await CreateAsync(platform, "a", "나")).Refusal);
        Assert.Equal(new StatementRefusal.NameTaken("가"), (await CreateAsync(platform, "b", "가")).Refusal);
        Assert.Equal(new StatementRefusal.FieldMissing("name"), (await CreateAsync(platform, "b", " ")).Refusal);
        Assert.Equal(new StatementRefusal.FieldTooLong("name", 100), (await CreateAsync(platform, "b", new string('가', 101))).Refusal);
        Assert.IsType<StoredRefusal.NotFound>((await UpdateAsync(platform, "none", "나", isDefault: false)).Refusal);
        Assert.IsType<StoredRefusal.NotFound>((await DeleteAsync(platform, "none")).Refusal);
        Assert.Equal(new StatementRefusal.FieldTooLong("greeting", 1_000), StatementTerms.Usual with { Greeting = new string('가', 1_001) } is var greeting ? greeting.Check() : null);
        Assert.Equal(new StatementRefusal.FieldTooLong("notice", 1_000), StatementTerms.Usual with { Notice = new string('가', 1_001) } is var notice ? notice.Check() : null);
        for (var index = 1; index < StatementLimits.TemplateCountMax; index++)
        {
            Platform.Must(await CreateAsync(platform, $"t{index}", $"양식 {index}"));
        }
        Assert.IsType<StatementRefusal.TooManyTemplates>((await CreateAsync(platform, "more", "하나 더")).Refusal);
    }

    private static Task<Outcome<StatementTemplate>> CreateAsync(Platform platform, string id, string name, bool isDefault = false) =>
        platform.World.Get<StatementTemplates>().CreateAsync(platform.Tenant, Platform.Actor, id, StatementTerms.Usual with { Name = name }, isDefault, CancellationToken.None);

    private static Task<Outcome<StatementTemplate>> UpdateAsync(Platform platform, string id, string name, bool isDefault) =>
        platform.World.Get<StatementTemplates>().UpdateAsync(platform.Tenant, Platform.Actor, new StatementTemplateId(id), StatementTerms.Usual with { Name = name }, isDefault, CancellationToken.None);

    private static Task<Outcome<Done>> DeleteAsync(Platform platform, string id) =>
        platform.World.Get<StatementTemplates>().DeleteAsync(platform.Tenant, Platform.Actor, new StatementTemplateId(id), CancellationToken.None);

    private static async Task<IReadOnlyList<string>> DefaultsAsync(Platform platform) =>
        [.. (await platform.RowsAsync<StatementTemplate>()).Where(template => template.IsDefault).Select(template => template.Id.Value)];
}
