using System.Diagnostics;
using Jeongsan.Application;
using Jeongsan.Application.Adapters.Bank;
using Jeongsan.Application.Adapters.Popbill;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Policies;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Application.Webhooks;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jeongsan.Benchmarks;

/// <summary>100,000 due order transfers of 1,000 partners, gathered into settlements and these into one bulk payout, in this process.</summary>
internal static class GatheringBenchmark
{
    private const int PartnerCount = 1_000;
    private const int TransferCount = 100_000;
    private const int CallerCount = 64;
    private static readonly Tenant Tenant = new(new MerchantId("benchmark"), Mode.Test);
    private static readonly Actor Actor = new(ActorKind.System, "benchmark");

    public static async Task RunAsync(DatabaseKind kind)
    {
        using var folder = new TemporaryFolder();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(folder, database);
        await services.GetRequiredService<Migrator>().RunAsync(CancellationToken.None);
        var today = SeoulTime.DateOf(TimeProvider.System.GetUtcNow());
        await AgreeAsync(services);
        await TimeAsync(kind, $"register {TransferCount:#,0} transfers, {CallerCount} at a time", () => SellAsync(services, today));
        await TimeAsync(kind, "gather", () => services.GetRequiredService<DueWork>().RunAsync(Tenant, CancellationToken.None));
        await TimeAsync(kind, "gather again, nothing due", () => services.GetRequiredService<DueWork>().RunAsync(Tenant, CancellationToken.None));
        var bulk = await TimeAsync(kind, "create the bulk payout", async () => Must(await services.GetRequiredService<CreateBulkPayout>().HandleAsync(
            Tenant, Actor, new NewBulkPayout(null, null, [today], null), CancellationToken.None)));
        await TimeAsync(kind, "confirm it", async () => Must(await services.GetRequiredService<ConfirmBulkPayout>().HandleAsync(Tenant, Actor, bulk.Id, CancellationToken.None)));
        await using var db = services.GetRequiredService<Store>().Read(Tenant);
        var settlements = await db.Set<PartnerSettlement>().ToListAsync();
        Console.WriteLine($"{kind}: {settlements.Count:#,0} settlements of {settlements.Sum(one => one.TransferCount):#,0} transfers, {bulk.PayoutCount:#,0} payouts");
    }

    private static Task TimeAsync(DatabaseKind kind, string what, Func<Task> work) => TimeAsync(kind, what, async () =>
    {
        await work();
        return true;
    });

    private static async Task<T> TimeAsync<T>(DatabaseKind kind, string what, Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        var result = await work();
        Process.GetCurrentProcess().Refresh();
        Console.WriteLine($"{kind}: {what}: {watch.Elapsed.TotalSeconds:0.00} s; peak memory so far {Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576} MiB");
        return result;
    }

    private static async Task AgreeAsync(IServiceProvider services)
    {
        Must(await services.GetRequiredService<Store>().CommandAsync<Done>(Tenant, Actor, work =>
        {
            work.Db.Add(new Merchant { Id = Tenant.Merchant, Name = "벤치마크", CreatedAt = work.Now });
            return Task.FromResult<Outcome<Done>>(new Done());
        }, CancellationToken.None));
        var terms = new ContractTerms("기본", null, new Fee.FixedRate(Rate.OfPercent(10)), Payer.Partner, false, new SettlementCycle(1, SettlementDatePolicy.HolidayAfter, new SettlementCycleMethod.Monthly([31])));
        Must(await services.GetRequiredService<Contracts>().CreateAsync(Tenant, Actor, "contract", terms, CancellationToken.None));
        Must(await services.GetRequiredService<CreatePartners>().HandleAsync(Tenant, Actor, [.. Enumerable.Range(0, PartnerCount).Select(Partner)], CancellationToken.None));
    }

    private static NewPartner Partner(int index) => new($"p{index}", new PartnerProfile(
        $"가게 {index}", new Contact("김정산", "010-0000-0000", $"p{index}@example.com"), new BankAccount(Bank.Shinhan, Currency.Krw, "110123456789", $"가게 {index}"),
        new ContractId("contract"), null, [], new PartnerType.NonWhtPayer(null), []));

    /// <summary>By the use case of POST /platform/transfers/order, without HTTP.</summary>
    private static async Task SellAsync(IServiceProvider services, DateOnly today)
    {
        var register = services.GetRequiredService<RegisterOrder>();
        await Parallel.ForEachAsync(Enumerable.Range(0, TransferCount), new ParallelOptions { MaxDegreeOfParallelism = CallerCount }, async (number, ct) =>
            Must(await register.HandleAsync(Tenant, Actor, new NewOrder(
                null, new PartnerId($"p{number % PartnerCount}"), null, new PaymentSnapshot(new PaymentId($"pay-{number}"), IsExternal: true, "KRW", null, null, null, null, null),
                new Won(10_000 + number), null, null, [], [], today, today, Currency.Krw, null, [], []), ct)));
    }

    private static ServiceProvider Services(TemporaryFolder folder, TestDatabase database)
    {
        var nobody = new Uri("http://127.0.0.1:9/");
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(TimeProvider.System);
        services.AddApplication(new ApplicationOptions(
            new StorageOptions { DataFolder = folder.Path, PostgresConnection = database.ServerSetting },
            new OutboxOptions { Owner = "benchmark" },
            new MailOptions { PublicAddress = nobody },
            new PopbillSettings { LinkId = "none", SecretKey = "bm9uZQ==", Address = nobody, AuthAddress = nobody },
            new BankOptions { Address = nobody },
            new WebhookOptions()));
        return services.BuildServiceProvider();
    }

    private static T Must<T>(Outcome<T> outcome) => outcome.IsRefused ? throw new InvalidOperationException($"Refused: {outcome.Refusal}") : outcome.Value;
}
