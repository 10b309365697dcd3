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
using Jeongsan.Application.Privacy;
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

/// <summary>A platform of many partners with many order transfers, on the application's own services in this process.</summary>
internal sealed class Shop : IAsyncDisposable
{
    public static readonly Actor Actor = new(ActorKind.System, "benchmark");

    private readonly ServiceProvider _services;

    private Shop(ServiceProvider services, Tenant tenant) => (_services, Tenant) = (services, tenant);

    public Tenant Tenant { get; }

    public DateOnly Today => SeoulTime.DateOf(TimeProvider.System.GetUtcNow());

    /// <param name="dataFolder">Of the server that shares the database, or any.</param>
    /// <param name="bank">Where its remittance provider answers; null: none does.</param>
    public static async Task<Shop> OpenAsync(TestDatabase database, string dataFolder, int partnerCount, Uri? bank = null)
    {
        var services = Services(dataFolder, database, bank);
        await services.GetRequiredService<Migrator>().RunAsync(CancellationToken.None);
        await using var db = services.GetRequiredService<ContextFactory>().CreateForAll();
        var merchant = await db.Set<Merchant>().Select(row => (MerchantId?)row.Id).FirstOrDefaultAsync();
        var shop = new Shop(services, new Tenant(merchant ?? new MerchantId("benchmark"), Mode.Test));
        await shop.AgreeAsync(isNew: merchant is null, partnerCount);
        return shop;
    }

    /// <summary>Performs what commands have put into the outbox, once it is started.</summary>
    public OutboxDispatcher Dispatcher() => ActivatorUtilities.CreateInstance<OutboxDispatcher>(_services);

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public static T Must<T>(Outcome<T> outcome) => outcome.IsRefused ? throw new InvalidOperationException($"Refused: {outcome.Refusal}") : outcome.Value;

    public static async Task<T> TimeAsync<T>(DatabaseKind kind, string what, Func<Task<T>> work)
    {
        var (watch, busy) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var result = await work();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"{kind}: {what}: {watch.Elapsed.TotalSeconds:0.00} s, {(process.TotalProcessorTime - busy).TotalSeconds:0.00} s of them on this process's processor; peak memory so far {process.PeakWorkingSet64 / 1_048_576} MiB");
        return result;
    }

    public static NewOrder Order(int partner, string payment, DateOnly day) => new(
        null, new PartnerId($"p{partner}"), null, new PaymentSnapshot(new PaymentId(payment), IsExternal: true, "KRW", null, null, null, null, null),
        new Won(10_000 + partner), null, null, [], [], day, day, Currency.Krw, null, [], []);

    /// <summary>One order of each partner by the use case of the API; the others are copies of these rows under ids of their own.</summary>
    /// <param name="columns">What the copies have differently: SQL with n, the number of the copy, by column.</param>
    public async Task SellAsync(int transferCount, int partnerCount, IReadOnlyDictionary<string, string> columns)
    {
        Must(await Get<RegisterOrders>().HandleAsync(Tenant, Actor, [.. Enumerable.Range(0, partnerCount).Select(number => Order(number, $"pay-{number}", Today))], CancellationToken.None));
        await using var db = Get<ContextFactory>().CreateForAll();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        var all = db.Model.FindEntityType(typeof(Transfer))!.GetTableMappings().Single().Table.Columns.Select(column => column.Name).ToList();
        var copied = all.Select(column => columns.TryGetValue(column, out var sql) ? sql : column is "id" or "natural_key" or "payment_id" ? $"{column} || '-' || n" : column);
#pragma warning disable EF1002 // Column names of the model and numbers of our own: nothing from outside.
        await db.Database.ExecuteSqlRawAsync($"""
            WITH RECURSIVE copies(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < {(transferCount / partnerCount) - 1})
            INSERT INTO transfers ({string.Join(", ", all)}) SELECT {string.Join(", ", copied)} FROM transfers, copies
            """);
#pragma warning restore EF1002
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task AgreeAsync(bool isNew, int partnerCount)
    {
        if (isNew)
        {
            Must(await Get<Store>().CommandAsync<Done>(Tenant, Actor, work =>
            {
                work.Db.Add(new Merchant { Id = Tenant.Merchant, Name = "벤치마크", CreatedAt = work.Now });
                RegisterDefaults.Add(work, isEmulated: true, smtpHost: null);
                return Task.FromResult<Outcome<Done>>(new Done());
            }, CancellationToken.None));
        }
        var terms = new ContractTerms("기본", null, new Fee.FixedRate(Rate.OfPercent(10)), Payer.Partner, false, new SettlementCycle(1, SettlementDatePolicy.HolidayAfter, new SettlementCycleMethod.Monthly([31])));
        Must(await Get<Contracts>().CreateAsync(Tenant, Actor, "contract", terms, CancellationToken.None));
        foreach (var part in Enumerable.Range(0, partnerCount).Chunk(1_000))
        {
            Must(await Get<CreatePartners>().HandleAsync(Tenant, Actor, [.. part.Select(Partner)], CancellationToken.None));
        }
    }

    private static NewPartner Partner(int index) => new($"p{index}", new PartnerProfile(
        $"가게 {index}", new Contact("김정산", "010-0000-0000", $"p{index}@example.com"), new BankAccount(Bank.Shinhan, Currency.Krw, "110123456789", $"가게 {index}"),
        new ContractId("contract"), null, [], new PartnerType.NonWhtPayer(null), []));

    private static ServiceProvider Services(string dataFolder, TestDatabase database, Uri? bank)
    {
        var nobody = new Uri("http://127.0.0.1:9/");
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(TimeProvider.System);
        services.AddApplication(new ApplicationOptions(
            new StorageOptions { DataFolder = dataFolder, PostgresConnection = database.ServerSetting },
            new OutboxOptions { Owner = "benchmark" },
            new MailOptions { PublicAddress = nobody },
            new PopbillSettings { LinkId = "none", SecretKey = "bm9uZQ==", Address = nobody, AuthAddress = nobody },
            new BankOptions { Address = bank ?? nobody },
            new WebhookOptions()));
        return services.BuildServiceProvider();
    }
}
