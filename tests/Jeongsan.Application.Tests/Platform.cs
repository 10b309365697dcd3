using Jeongsan.Application.Installation;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Policies;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TestClocks;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Tests;

/// <summary>A merchant of one test, with its company, one contract (10 %, VAT borne by the partner) and partners p0, p1, p2.</summary>
internal sealed class Platform
{
    public static readonly Actor Actor = new(ActorKind.ApiSecret, "test");

    private Platform(World world, Tenant tenant) => (World, Tenant) = (world, tenant);

    public World World { get; }
    public Tenant Tenant { get; }

    /// <summary>The first day of the test in Seoul.</summary>
    public DateOnly Today => SeoulTime.DateOf(World.Time.GetUtcNow());

    /// <param name="isTold">Whether the platform published its notice and has it in its terms, as a platform does before it sends anything.</param>
    public static async Task<Platform> CreateAsync(World world, Mode mode = Mode.Test, int partners = 3, bool isTold = true)
    {
        var platform = new Platform(world, new Tenant(new MerchantId($"m-{Guid.NewGuid():n}"), mode));
        await platform.CommandAsync(work =>
        {
            work.Db.Add(new Merchant { Id = platform.Tenant.Merchant, Name = "시험마켓", CreatedAt = work.Now });
            work.Db.Add(new OwnCompany
            {
                MerchantId = platform.Tenant.Merchant,
                Mode = mode,
                BusinessNumber = FirstStart.CompanyNumber,
                CompanyName = "㈜시험마켓",
                RepresentativeName = "김시험",
                Address = "서울특별시 중구 시험로 1",
                BusinessType = "정보통신업",
                BusinessClass = "플랫폼",
                ContactName = "재무팀",
                ContactEmail = "finance@market.example",
                ContactPhone = "02-000-0000",
            });
            RegisterDefaults.Add(work, isEmulated: true, smtpHost: null);
            return Task.FromResult<Outcome<Done>>(new Done());
        });
        if (isTold)
        {
            await platform.PublishAsync();
            Must(await world.Get<TellInTerms>().HandleAsync(platform.Tenant, Actor, new ToldInTerms("시험마켓 이용약관 1.0", platform.Today), CancellationToken.None));
        }
        var terms = new ContractTerms("기본", null, new Fee.FixedRate(Rate.OfPercent(10)), Payer.Partner, false,
            new SettlementCycle(2, SettlementDatePolicy.HolidayBefore, new SettlementCycleMethod.Monthly([31])));
        Must(await world.Get<Contracts>().CreateAsync(platform.Tenant, Actor, "A", terms, CancellationToken.None));
        Must(await world.Get<CreatePartners>().HandleAsync(platform.Tenant, Actor, [.. Enumerable.Range(0, partners).Select(Partner)], CancellationToken.None));
        return platform;
    }

    public async Task<Domain.Privacy.PublishedNotice> PublishAsync() => Must(await World.Get<PublishNotice>().HandleAsync(Tenant, Actor, wording: null, CancellationToken.None));

    public static T Must<T>(Outcome<T> outcome) => outcome.IsRefused ? throw new InvalidOperationException($"Refused: {outcome.Refusal}") : outcome.Value;

    public Task<Outcome<Done>> CommandAsync(Func<Work, Task<Outcome<Done>>> command) => World.Store.CommandAsync(Tenant, Actor.System, command, CancellationToken.None);

    public Task<Outcome<Transfer>> OrderAsync(int partner, string payment, long total, DateOnly? settlement = null, string? id = null, long? taxFree = null) =>
        OrderAsync(new PartnerId($"p{partner}"), payment, total, settlement, id, taxFree);

    public Task<Outcome<Transfer>> OrderAsync(PartnerId partner, string payment, long total, DateOnly? settlement = null, string? id = null, long? taxFree = null) =>
        World.Get<RegisterOrder>().HandleAsync(Tenant, Actor, new NewOrder(
            id, partner, null, new PaymentSnapshot(new PaymentId(payment), IsExternal: true, "KRW", null, null, null, null, null), new Won(total), null,
            taxFree is { } free ? new Won(free) : null, [], [], Today, settlement ?? Today, Currency.Krw, null, [], []), CancellationToken.None);

    /// <param name="amount">Null: all that remains.</param>
    public Task<Outcome<Transfer>> CancelAsync(TransferId order, string cancellation, long? amount, DateOnly? settlement = null) =>
        World.Get<RegisterOrderCancel>().HandleAsync(Tenant, Actor, new NewOrderCancel(
            null, order, null, null, new CancelRequest(amount is { } part ? new CancelScope.Amount(new Won(part)) : new CancelScope.All(), null, []), new CancellationId(cancellation), null,
            IsExternal: true, Today, settlement ?? Today, null, []), CancellationToken.None);

    public Task<Outcome<Transfer>> ManualAsync(int partner, long amount, DateOnly? settlement = null, string? id = null) =>
        World.Get<RegisterManualTransfer>().HandleAsync(
            Tenant, Actor, new NewManualTransfer(id, new PartnerId($"p{partner}"), new Won(amount), Won.Zero, settlement ?? Today, Currency.Krw, null, []), CancellationToken.None);

    /// <summary>Does what is due now.</summary>
    public Task GatherAsync() => World.Get<DueWork>().RunAsync(Tenant, CancellationToken.None);

    /// <summary>Moves this platform's test clock to a morning, which also does what is due.</summary>
    public Task<Outcome<DateTimeOffset>> MoveToAsync(DateOnly day) =>
        World.Get<AdvanceTestClock>().HandleAsync(Tenant, Actor, SeoulTime.At(day, new TimeOnly(13, 0)), CancellationToken.None);

    public Task<Outcome<Domain.Payouts.BulkPayout>> PayAsync(params DateOnly[] dates) =>
        World.Get<CreateBulkPayout>().HandleAsync(Tenant, Actor, new NewBulkPayout(null, null, dates, null), CancellationToken.None);

    public async Task<List<T>> RowsAsync<T>() where T : class
    {
        await using var db = World.Store.Read(Tenant);
        return await db.Set<T>().ToListAsync();
    }

    /// <summary>Invented; passes the check digit. The middle digits 81 are an ordinary corporation.</summary>
    public static BusinessRegistrationNumber Number(int partner) => Enumerable.Range(0, 10)
        .Select(last => new BusinessRegistrationNumber($"{201 + partner}8160{partner:00}{last}"))
        .First(number => number.HasValidCheckDigit);

    private static NewPartner Partner(int index) => new($"p{index}", new PartnerProfile(
        $"가게{index}", new Contact("홍시험", "010-0000-0000", $"p{index}@partner.example"), new BankAccount(Bank.Shinhan, Currency.Krw, "110123456789", $"가게{index}"),
        new ContractId("A"), null, [],
        new PartnerType.Business($"가게{index}", TaxationType.Normal, BusinessStatus.InBusiness, Number(index), "홍시험", "서울특별시 마포구 시험로 2", "도소매업", "전자상거래"), []));
}
