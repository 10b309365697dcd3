using System.Security.Cryptography;
using System.Text;
using Jeongsan.Application.Audit;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Privacy.Erasures;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Application.Tests.Storage.Sealing;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Privacy.Erasures;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jeongsan.Application.Tests.Privacy;

/// <summary>파기: nothing of a partner is left whose business is over, but for what the law demands.</summary>
public sealed class ErasurePartnerTests
{
    private static readonly PartnerId Gone = new("gone");

    /// <summary>Words that stand nowhere else.</summary>
    private static readonly string[] Known = ["떠난상점", "박떠남", "gone@gone.example", "010-9999-8888", "9988776655443", "떠난동네로 9", "떠난이의 메모", "떠난꼬리표"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Erase_APartnerThatWasPaidAndInvoiced_LeavesItsWordsOnlyInTheLockedStore(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var platform = await PaidAsync(world);
        var before = (await platform.RowsAsync<Payout>()).Select(payout => (payout.Id, payout.Amount, payout.Status)).ToHashSet();

        var begun = Platform.Must(await EraseAsync(platform));
        var erasure = await FinishedAsync(platform, begun.Id);

        await using var db = world.Get<ContextFactory>().CreateForAll();
        var left = (await StoredTexts.OfAsync(db, [], isOpened: true))
            .SelectMany(one => Known.Where(word => one.Value.Contains(word, StringComparison.Ordinal)).Select(word => (Place: $"{one.Table}.{one.Column}", Word: word))).ToList();
        // Its invoice was thrown away before it was issued: no law keeps that.
        Assert.Equal(["erasures.kept"], left.Select(one => one.Place).Distinct());
        Assert.Equal(ErasureStatus.Locked, erasure.Status);
        Assert.Equal("9988776655443", erasure.Kept!.Account.Number);
        // Paid in September 2026: the return is due on 31 March 2027, and five years.
        Assert.Equal(new DateOnly(2032, 3, 31), erasure.KeepUntil);
        Assert.Equal(before, (await platform.RowsAsync<Payout>()).Select(payout => (payout.Id, payout.Amount, payout.Status)).ToHashSet());
        Assert.Equal(0, (await world.Get<AuditBooks>().HandleAsync(platform.Tenant, Ct)).DifferenceCount);
        Assert.Equal("p0@partner.example", (await platform.RowsAsync<Partner>()).Single(partner => partner.Id.Value == "p0").Contact.Email);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Certificate_OfAnErasure_CountsWhatWentAndItsHashStandsInTheHistory(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var platform = await PaidAsync(world);

        var erasure = await FinishedAsync(platform, Platform.Must(await EraseAsync(platform)).Id);

        var certificate = erasure.Certificate!;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(certificate))), erasure.CertificateHash);
        Assert.Equal(erasure.CertificateHash, (await platform.RowsAsync<HistoryRow>()).Single(row => row.Subject == "Erasure" && row.What == "ErasureFinished").Why);
        Assert.Contains("정산건에 담긴 파트너 정보 301건", certificate, StringComparison.Ordinal);
        Assert.Contains("2032-03-31까지 분리 보관", certificate, StringComparison.Ordinal);
        Assert.All(Known, word => Assert.DoesNotContain(word, certificate, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Erase_WhileSomethingStandsInTheWay_SaysWhatAndErasesNothing(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var platform = await WithGoneAsync(world);
        Platform.Must(await OrderAsync(platform, "open", 10_000));

        var refusal = Assert.IsType<ErasureRefusal.Blocked>((await EraseAsync(platform)).Refusal);

        Assert.Equal([ErasureObstacle.NotArchived, ErasureObstacle.NotPaidOut], refusal.Blocks.Select(block => block.Obstacle));
        Assert.Equal("떠난상점", (await platform.RowsAsync<Partner>()).Single(partner => partner.Id == Gone).Name);
        Assert.Empty(await platform.RowsAsync<Erasure>());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Erase_ByFourAtOnce_IsDoneOnceAndThePartnerCannotBeTakenUpAgain(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var platform = await WithGoneAsync(world);
        await ArchiveAsync(platform);

        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => EraseAsync(platform), Ct)));

        Assert.Single(done, outcome => !outcome.IsRefused);
        Assert.All(done.Where(outcome => outcome.IsRefused), outcome => Assert.Equal(
            [ErasureObstacle.AlreadyErased], Assert.IsType<ErasureRefusal.Blocked>(outcome.Refusal).Blocks.Select(block => block.Obstacle)));
        Assert.IsType<PartnerRefusal.Erased>((await world.Get<UpdatePartner>().RecoverAsync(platform.Tenant, Platform.Actor, Gone.Value, Ct)).Refusal);
        var erasure = await FinishedAsync(platform, (await platform.RowsAsync<Erasure>()).Single().Id);
        Assert.Equal((ErasureStatus.Erased, null), (erasure.Status, erasure.Kept));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task LockedStore_IsOpenedForAReasonAndDestroyedWhenItsTimeIsOver(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var platform = await PaidAsync(world);
        var id = (await FinishedAsync(platform, Platform.Must(await EraseAsync(platform)).Id)).Id;
        var open = world.Get<OpenLockedStore>();

        Assert.IsType<ErasureRefusal.ReasonUnusable>((await open.HandleAsync(platform.Tenant, Platform.Actor, id, " ", Ct)).Refusal);
        Assert.Equal("떠난상점", Platform.Must(await open.HandleAsync(platform.Tenant, Platform.Actor, id, "세무조사 자료 요청", Ct)).Kept!.Name);
        Assert.Contains(await platform.RowsAsync<HistoryRow>(), row => row is { What: "LockedStoreOpened", Why: "세무조사 자료 요청" });

        var destroy = world.All<DueStep>().OfType<DestroyLockedStore>().Single();
        ((TestTime)world.Time).Advance(new DateTimeOffset(2032, 3, 31, 3, 0, 0, TimeSpan.Zero) - world.Time.GetUtcNow());
        await destroy.RunAsync(platform.Tenant, Ct);
        Assert.NotNull((await platform.RowsAsync<Erasure>()).Single().Kept);
        ((TestTime)world.Time).Advance(TimeSpan.FromDays(1));
        await destroy.RunAsync(platform.Tenant, Ct);

        var erasure = (await platform.RowsAsync<Erasure>()).Single();
        Assert.Equal((ErasureStatus.Erased, null), (erasure.Status, erasure.Kept));
        Assert.IsType<ErasureRefusal.NothingLocked>((await open.HandleAsync(platform.Tenant, Platform.Actor, id, "세무조사", Ct)).Refusal);
    }

    private static Task<World> CreateAsync(DatabaseKind kind) =>
        World.CreateAsync(kind, more: services => services.AddSingleton<IRemittance>(new FixedBank { Answer = RemittanceState.Succeeded }));

    private static async Task<Platform> WithGoneAsync(World world)
    {
        var platform = await Platform.CreateAsync(world, partners: 2);
        var profile = new PartnerProfile(
            "떠난상점", new Contact("박떠남", "010-9999-8888", "gone@gone.example"), new BankAccount(Bank.Kookmin, Currency.Krw, "9988776655443", "떠난상점"), new ContractId("A"), "떠난이의 메모", ["떠난꼬리표"],
            new PartnerType.Business("떠난상점", TaxationType.Normal, BusinessStatus.InBusiness, Platform.Number(7), "박떠남", "서울특별시 마포구 떠난동네로 9", "도소매업", "전자상거래"), []);
        Platform.Must(await world.Get<CreatePartners>().HandleAsync(platform.Tenant, Platform.Actor, [new NewPartner(Gone.Value, profile)], Ct));
        Platform.Must(await world.Get<UpdatePartner>().HandleAsync(
            platform.Tenant, Platform.Actor, Gone.Value, new PartnerChange(Tags: ["떠난꼬리표", "둘"]), Verifications.VerificationProofs.None, Ct));
        return platform;
    }

    /// <summary>More transfers than one slice, paid and invoiced, and the business ended.</summary>
    private static async Task<Platform> PaidAsync(World world)
    {
        var platform = await WithGoneAsync(world);
        for (var index = 0; index < 301; index++)
        {
            Platform.Must(await OrderAsync(platform, $"gone-{index}", 10_000));
        }
        Platform.Must(await platform.OrderAsync(0, "p0", 10_000));
        await platform.GatherAsync();
        var bulk = Platform.Must(await platform.PayAsync(platform.Today));
        Platform.Must(await world.Get<ConfirmBulkPayout>().HandleAsync(platform.Tenant, Platform.Actor, bulk.Id, Ct));
        Platform.Must(await world.Get<ExecuteBulkPayout>().HandleAsync(platform.Tenant, Platform.Actor, bulk.Id, secondFactorPassed: true, Ct));
        await world.StartDispatcherAsync();
        await Polling.UntilTrueAsync("the payouts to be made", async _ => (await platform.RowsAsync<Payout>()).All(payout => payout.Status == PayoutStatus.Succeeded), TimeSpan.FromSeconds(90));
        // A draft that was thrown away still holds the contact.
        var drafted = Platform.Must(await world.Get<DraftFromPayouts>().HandleAsync(platform.Tenant, Platform.Actor, new NewPayoutInvoices(bulk.Id, null, null, null), Ct)).Drafted;
        foreach (var invoice in drafted.Where(invoice => invoice.PartnerId == Gone))
        {
            Platform.Must(await world.Get<WriteTaxInvoice>().DeleteAsync(platform.Tenant, Platform.Actor, invoice.Id, Ct));
        }
        await ArchiveAsync(platform);
        return platform;
    }

    private static Task<Outcome<Domain.Transfers.Transfer>> OrderAsync(Platform platform, string payment, long total) => platform.OrderAsync(Gone, payment, total);

    private static async Task ArchiveAsync(Platform platform) =>
        Platform.Must(await platform.World.Get<UpdatePartner>().ArchiveAsync(platform.Tenant, Platform.Actor, Gone.Value, Ct));

    private static Task<Outcome<Erasure>> EraseAsync(Platform platform) =>
        platform.World.Get<ErasePartner>().HandleAsync(platform.Tenant, Platform.Actor, Gone, "거래 종료", Ct);

    private static async Task<Erasure> FinishedAsync(Platform platform, ErasureId id)
    {
        if (!platform.World.IsDispatching)
        {
            await platform.World.StartDispatcherAsync();
        }
        await Polling.UntilTrueAsync("the erasure to end", async _ => (await platform.RowsAsync<Erasure>()).Single(row => row.Id == id).FinishedAt is not null, TimeSpan.FromSeconds(60));
        return (await platform.RowsAsync<Erasure>()).Single(row => row.Id == id);
    }
}
