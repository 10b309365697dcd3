using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Storage.Sealing;
using Jeongsan.Application.Verifications;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Transfers;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.Storage.Sealing;

/// <summary>개인정보의 안전성 확보조치 기준 제7조: account numbers are stored encrypted; so are birth dates, e-mail addresses and telephone numbers.</summary>
public sealed class SealingTests
{
    /// <summary>What of p0 must be readable nowhere.</summary>
    private static readonly string[] Secrets = ["110123456789", "p0@partner.example", "010-0000-0000", "1990-02-03"];

    /// <summary>What is kept as it was signed or sent: the tax office's documents, the trial mailbox.</summary>
    private static readonly string[] KeptAsTheyAre = ["signed_documents", "mailbox"];

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Stored_AMonthOfAPartner_ShowsNoAccountMailPhoneOrBirthDateInAnyTable(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await MonthAsync(world);

        await using var db = world.Get<ContextFactory>().CreateForAll();
        var readable = new List<string>();
        foreach (var (table, column, value) in await StoredTexts.OfAsync(db, KeptAsTheyAre))
        {
            readable.AddRange(Secrets.Where(secret => value.Contains(secret, StringComparison.Ordinal)).Select(secret => $"{table}.{column} shows {secret}: {value}"));
        }
        Assert.Empty(readable);
        var p0 = (await platform.RowsAsync<Partner>()).Single(partner => partner.Id.Value == "p0");
        Assert.Equal(("110123456789", "p0@partner.example", "010-0000-0000"), (p0.Account.Number, p0.Contact.Email, p0.Contact.PhoneNumber));
        var person = (await platform.RowsAsync<Partner>()).Single(partner => partner.Id.Value == "person");
        Assert.Equal(new PartnerType.WhtPayer(new DateOnly(1990, 2, 3)), person.Type);
        Assert.Equal("110123456789", (await platform.RowsAsync<Payout>()).First().Account.Number);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Rotate_WhileOrdersArePlaced_LosesNothingAndLeavesNothingUnderTheOldKey(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await MonthAsync(world);
        var old = Assert.Single(await KeysAsync(world)).Id;
        using var stopping = new CancellationTokenSource();
        var placing = PlaceAsync(platform, stopping.Token);

        var rotated = await Rotation(world).RunAsync(_ => { }, TimeSpan.FromMilliseconds(200), CancellationToken.None);
        await stopping.CancelAsync();
        var placed = await placing;

        Assert.True(rotated.RowCount > 10, $"{rotated.RowCount} rows");
        Assert.Equal((1, 0), (rotated.RetiredCount, rotated.DestroyedCount));
        Assert.True(placed > 0);
        await using var db = world.Get<ContextFactory>().CreateForAll();
        Assert.DoesNotContain(await StoredTexts.OfAsync(db, KeptAsTheyAre), one => one.Value.Contains($"sealed:{old}", StringComparison.Ordinal));
        Assert.All(await platform.RowsAsync<Transfer>(), transfer => Assert.Equal("110123456789", transfer.Partner.Profile.Account.Number));
        db.Tenant = platform.Tenant;
        Assert.Equal(new PartnerId("p0"), await AccountOwner.FindAsync(db, Bank.Shinhan, "110123456789", CancellationToken.None));
        Assert.Equal(0, (await world.Get<Application.Audit.AuditBooks>().HandleAsync(platform.Tenant, CancellationToken.None)).DifferenceCount);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Rotate_ADayLater_DestroysTheKeyThatNothingNeeds(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        var first = Assert.Single(await KeysAsync(world)).Id;
        var second = (await Rotation(world).RunAsync(_ => { }, TimeSpan.Zero, CancellationToken.None)).KeyId;
        ((TestTime)world.Time).Advance(TimeSpan.FromHours(25));

        var rotated = await Rotation(world).RunAsync(_ => { }, TimeSpan.Zero, CancellationToken.None);

        Assert.Equal(1, rotated.DestroyedCount);
        Assert.Equal([second, rotated.KeyId], (await KeysAsync(world)).OrderBy(key => key.CreatedAt).Select(key => key.Id));
        Assert.DoesNotContain(await KeysAsync(world), key => key.Id == first);
        Assert.Equal(3, (await platform.RowsAsync<Partner>()).Count);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Rotate_StoppedHalfway_LeavesAllReadableAndGoesOnWhenRunAgain(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await MonthAsync(world);
        using var stopping = new CancellationTokenSource();
        var tables = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Rotation(world).RunAsync(
            _ => { if (++tables == 4) { stopping.Cancel(); } }, TimeSpan.Zero, stopping.Token));

        Assert.All(await platform.RowsAsync<Transfer>(), transfer => Assert.Equal("110123456789", transfer.Partner.Profile.Account.Number));
        var rotated = await Rotation(world).RunAsync(_ => { }, TimeSpan.Zero, CancellationToken.None);
        Assert.Equal(2, rotated.RetiredCount);
        await using var db = world.Get<ContextFactory>().CreateForAll();
        Assert.All((await StoredTexts.OfAsync(db, KeptAsTheyAre)).Where(one => one.Value.Contains("sealed:", StringComparison.Ordinal)),
            one => Assert.Contains($"sealed:{rotated.KeyId}", one.Value, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Reseal_WhatWasStoredBeforeColumnsWereSealed_IsSealed(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        await using var db = world.Get<ContextFactory>().CreateForAll();
        const string plain = """{"bank":"Shinhan","currency":"Krw","number":"110999999999","holder":"가게1","status":"NotVerified"}""";
        await db.Database.ExecuteSqlAsync($"UPDATE partners SET account = {plain} WHERE id = 'p1'");
        Assert.Equal("110999999999", (await platform.RowsAsync<Partner>()).Single(partner => partner.Id.Value == "p1").Account.Number);

        Assert.Equal(1, await new ResealColumns(world.Get<ContextFactory>()).RunAsync(_ => { }, CancellationToken.None));

        Assert.DoesNotContain(await StoredTexts.OfAsync(db, KeptAsTheyAre), one => one.Value.Contains("110999999999", StringComparison.Ordinal));
        Assert.Equal("110999999999", (await platform.RowsAsync<Partner>()).Single(partner => partner.Id.Value == "p1").Account.Number);
        Assert.Equal(0, await new ResealColumns(world.Get<ContextFactory>()).RunAsync(_ => { }, CancellationToken.None));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Start_WithoutTheMasterKeyOrWithAnother_IsRefusedAndChangesNothing(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        using var folder = new TemporaryFolder();
        var options = world.Get<StorageOptions>();
        using var none = new ContextFactory(options with { MasterKeyFile = Path.Combine(folder.Path, "none.key") });
        MasterKey.Make(Path.Combine(folder.Path, "another.key"));
        using var another = new ContextFactory(options with { MasterKeyFile = Path.Combine(folder.Path, "another.key") });

        Assert.Equal(MasterKeyProblem.Missing, (await Assert.ThrowsAsync<MasterKeyException>(() => none.Seals.BeginAsync(world.Time.GetUtcNow(), CancellationToken.None))).Problem);
        Assert.Equal(MasterKeyProblem.Another, (await Assert.ThrowsAsync<MasterKeyException>(() => another.Seals.BeginAsync(world.Time.GetUtcNow(), CancellationToken.None))).Problem);

        Assert.False(File.Exists(Path.Combine(folder.Path, "none.key")));
        Assert.Single(await KeysAsync(world));
        Assert.Equal(3, (await platform.RowsAsync<Partner>()).Count);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Read_WhatAnotherProcessSealedWithANewKey_LooksForTheKey(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        using var elsewhere = new ContextFactory(world.Get<StorageOptions>());
        var before = elsewhere.Seals.Keys[0].Id;

        await Rotation(world).RunAsync(_ => { }, TimeSpan.Zero, CancellationToken.None);

        await using var db = elsewhere.Create(platform.Tenant);
        Assert.Equal("110123456789", (await db.Set<Partner>().FirstAsync()).Account.Number);
        elsewhere.Seals.Load();
        Assert.NotEqual(before, elsewhere.Seals.Current.Id);
    }

    private static RotateKeys Rotation(World world) => new(world.Get<ContextFactory>(), new WaitsForReal(world.Time));

    private static async Task<Platform> MonthAsync(World world)
    {
        var platform = await Platform.CreateAsync(world);
        Platform.Must(await world.Get<Application.Partners.CreatePartners>().HandleAsync(platform.Tenant, Platform.Actor,
        [
            new("person", new PartnerProfile("홍시험", new Contact("홍시험", "010-0000-0000", "p0@partner.example"),
                new BankAccount(Bank.Shinhan, Domain.Money.Currency.Krw, "110123456789", "홍시험"), new Domain.Policies.ContractId("A"), null, [], new PartnerType.WhtPayer(new DateOnly(1990, 2, 3)), [])),
        ], CancellationToken.None));
        for (var partner = 0; partner < 3; partner++)
        {
            Platform.Must(await platform.OrderAsync(partner, $"pay-{partner}", 100_000));
        }
        await platform.GatherAsync();
        Platform.Must(await platform.PayAsync(platform.Today));
        Platform.Must(await world.Get<Application.Partners.UpdatePartner>().HandleAsync(
            platform.Tenant, Platform.Actor, "p1", new PartnerChange(Contact: new ContactChange(null, "010-0000-0000", "p0@partner.example")), VerificationProofs.None, CancellationToken.None));
        return platform;
    }

    private static async Task<int> PlaceAsync(Platform platform, CancellationToken until)
    {
        var count = 0;
        for (; !until.IsCancellationRequested; count++)
        {
            Platform.Must(await platform.OrderAsync(count % 3, $"while-{count}", 10_000));
            await Task.Delay(5, CancellationToken.None);
        }
        return count;
    }

    private static async Task<List<DataKey>> KeysAsync(World world)
    {
        await using var db = world.Get<ContextFactory>().CreateForAll();
        return await db.Set<DataKey>().ToListAsync();
    }

    /// <summary>The test's instants, with waits that end.</summary>
    private sealed class WaitsForReal(TimeProvider instants) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => instants.GetUtcNow();
    }
}
