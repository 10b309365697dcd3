using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Jeongsan.Application;
using Jeongsan.Application.Adapters.Bank;
using Jeongsan.Application.Adapters.Popbill;
using Jeongsan.Application.Installation;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Policies;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Application.TestClocks;
using Jeongsan.Application.Webhooks;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Etax;
using Jeongsan.Popbill.Emulator;
using Jeongsan.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Jeongsan.Benchmarks;

/// <summary>
/// Invoices per second from request over approval to transmission, through our client and the emulator, which signs them:
/// all in this process, each worker with services and a dispatcher of its own over the one database.
/// </summary>
internal sealed partial class InvoiceBenchmark(IReadOnlyList<ServiceProvider> workers, Uri agency, int invoiceCount)
{
    private const int PartnerCount = 20;
    private const int SignatureCount = 200;
    private const int ApprovalsAtOnce = 8;
    private static readonly Tenant Tenant = new(new MerchantId("benchmark"), Mode.Test);
    private static readonly Actor Actor = new(ActorKind.System, "benchmark");
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly ServiceProvider _first = workers[0];

    public static async Task RunAsync(DatabaseKind kind, int workers, int invoiceCount)
    {
        using var folder = new TemporaryFolder();
        await using var database = await TestDatabase.CreateAsync(kind);
        var emulator = PopbillEmulator.Create(new PopbillEmulatorOptions { Urls = "http://127.0.0.1:0", DataFolder = Path.Combine(folder.Path, "agency") });
        await emulator.StartAsync();
        var agency = new Uri(emulator.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        List<ServiceProvider> services = [.. Enumerable.Range(0, workers).Select(worker => Services(folder.Path, database, agency, worker))];
        await services[0].GetRequiredService<Migrator>().RunAsync(CancellationToken.None);
        var dispatchers = services.Select(one => ActivatorUtilities.CreateInstance<OutboxDispatcher>(one)).ToList();
        foreach (var dispatcher in dispatchers)
        {
            await dispatcher.StartAsync(CancellationToken.None);
        }
        await new InvoiceBenchmark(services, agency, invoiceCount).MeasureAsync($"{kind}, {workers} worker(s)");
        foreach (var dispatcher in dispatchers)
        {
            await dispatcher.StopAsync(CancellationToken.None);
        }
        foreach (var one in services)
        {
            await one.DisposeAsync();
        }
        await emulator.StopAsync();
        await emulator.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private async Task MeasureAsync(string name)
    {
        await SetUpAsync();
        await WarmUpAsync();
        var signing = Signing();
        var (began, cpu) = (Stopwatch.GetTimestamp(), Cpu());
        await WriteAsync(invoiceCount);
        var written = Stopwatch.GetElapsedTime(began);
        await ApproveAllAsync();
        await UntilAsync(row => row.Status == TaxInvoiceStatus.Issued || row.Status == TaxInvoiceStatus.BeforeSending);
        var issued = Stopwatch.GetElapsedTime(began);
        await SendAsync();
        await UntilAsync(row => row.Status == TaxInvoiceStatus.SendingCompleted);
        var sent = Stopwatch.GetElapsedTime(began);
        await UntilTrueAsync(async db => !await db.Set<OutboxMessage>().AnyAsync(row => row.State != OutboxState.Done));
        var all = Stopwatch.GetElapsedTime(began);
        var used = Cpu() - cpu;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"{name}: {invoiceCount / all.TotalSeconds:0.0} invoices/s requested, approved, transmitted and archived, mails sent ({all.TotalSeconds:0.0} s for {invoiceCount})");
        Console.WriteLine($"{name}: written {written.TotalSeconds:0.0} s, issued after {issued.TotalSeconds:0.0} s, transmitted after {sent.TotalSeconds:0.0} s");
        Console.WriteLine($"{name}: {used.TotalMilliseconds / invoiceCount:0.0} ms of processor per invoice, of that signing {signing.TotalMilliseconds:0.00} ms = {signing * invoiceCount / used:P0}; {all.TotalSeconds / used.TotalSeconds:0.00} s of clock per s of processor");
        Console.WriteLine($"{name}: peak memory of the whole process {process.PeakWorkingSet64 / 1_048_576} MiB");
    }

    private async Task SetUpAsync()
    {
        var store = _first.GetRequiredService<Store>();
        Must(await store.CommandAsync<Done>(Tenant, Actor, work =>
        {
            work.Db.Add(new Merchant { Id = Tenant.Merchant, Name = "벤치마크", CreatedAt = work.Now });
            work.Db.Add(Company());
            RegisterDefaults.Add(work, isEmulated: true, smtpHost: null);
            work.Send(JoinOwnCompany.MessageType, "join-own", "OwnCompany", new { });
            return Task.FromResult<Outcome<Done>>(new Done());
        }, CancellationToken.None));
        Must(await _first.GetRequiredService<PublishNotice>().HandleAsync(Tenant, Actor, wording: null, CancellationToken.None));
        Must(await _first.GetRequiredService<TellInTerms>().HandleAsync(Tenant, Actor, new ToldInTerms("이용약관", Today), CancellationToken.None));
        var terms = new ContractTerms("기본", null, new Fee.FixedRate(Rate.OfPercent(10)), Payer.Partner, false,
            new SettlementCycle(2, SettlementDatePolicy.HolidayBefore, new SettlementCycleMethod.Monthly([31])));
        Must(await _first.GetRequiredService<Contracts>().CreateAsync(Tenant, Actor, "A", terms, CancellationToken.None));
        Must(await _first.GetRequiredService<CreatePartners>().HandleAsync(Tenant, Actor, [.. Enumerable.Range(0, PartnerCount).Select(Partner)], CancellationToken.None));
        for (var index = 0; index < PartnerCount; index++)
        {
            Must(await _first.GetRequiredService<ConnectPartner>().HandleAsync(Tenant, Actor, new PartnerId($"p{index}"), CancellationToken.None));
        }
        await UntilTrueAsync(async db => await db.Set<Partner>().CountAsync(row => row.NtsConnection == NtsConnectionStatus.Connected) == PartnerCount
            && await db.Set<OwnCompany>().AnyAsync(row => row.ConnectedAt != null));
        for (var index = 0; index < PartnerCount; index++)
        {
            await RegisterCertificateAsync(index);
        }
    }

    private async Task WarmUpAsync()
    {
        await WriteAsync(20);
        await ApproveAllAsync();
        await UntilAsync(row => row.Status == TaxInvoiceStatus.Issued);
        await SendAsync();
        await UntilAsync(row => row.Status == TaxInvoiceStatus.SendingCompleted);
    }

    private async Task WriteAsync(int count)
    {
        var write = _first.GetRequiredService<WriteTaxInvoice>();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = ApprovalsAtOnce }, async (index, ct) =>
            Must(await write.RequestAsync(Tenant, Actor, new WrittenTaxInvoice(Content(index), null, null, null, null), ct)));
    }

    /// <summary>Each as soon as its supplier has been asked, until all were.</summary>
    private async Task ApproveAllAsync()
    {
        var approve = _first.GetRequiredService<ApproveTaxInvoice>();
        var certificateUntil = Today.AddYears(1);
        await UntilTrueAsync(async db =>
        {
            var waiting = await db.Set<TaxInvoice>().Where(row => row.Status == TaxInvoiceStatus.Requested).Select(row => new { row.Id, row.SupplierBrn }).ToListAsync();
            await Parallel.ForEachAsync(waiting, new ParallelOptions { MaxDegreeOfParallelism = ApprovalsAtOnce }, async (row, ct) =>
                Must(await approve.HandleAsync(Tenant, Actor, row.Id, row.SupplierBrn, new CertificateFacts(row.SupplierBrn, DateOnly.MinValue, certificateUntil), ct)));
            return !await db.Set<TaxInvoice>().AnyAsync(row => row.Status == TaxInvoiceStatus.RequestPending || row.Status == TaxInvoiceStatus.Requested);
        });
    }

    /// <summary>15:00 of the next business day: the emulator files all, and the comparison takes it over.</summary>
    private async Task SendAsync()
    {
        var now = await _first.GetRequiredService<Store>().NowAsync(Tenant, CancellationToken.None);
        Must(await _first.GetRequiredService<AdvanceTestClock>().HandleAsync(Tenant, Actor, SeoulTime.At(SeoulTime.DateOf(now).AddDays(6), new TimeOnly(15, 2)), CancellationToken.None));
    }

    private Task UntilAsync(System.Linq.Expressions.Expression<Func<TaxInvoice, bool>> holds) =>
        UntilTrueAsync(async db => await db.Set<TaxInvoice>().CountAsync() == await db.Set<TaxInvoice>().Where(row => row.Status == TaxInvoiceStatus.SendingCompleted).Select(row => row.Id)
            .Union(db.Set<TaxInvoice>().Where(holds).Select(row => row.Id)).CountAsync());

    private async Task UntilTrueAsync(Func<JeongsanContext, Task<bool>> holds)
    {
        while (true)
        {
            await using var db = _first.GetRequiredService<Store>().Read(Tenant);
            if (await holds(db))
            {
                return;
            }
            await Task.Delay(Look);
        }
    }

    private async Task RegisterCertificateAsync(int partner)
    {
        using var http = new HttpClient { BaseAddress = agency };
        var page = Must(await _first.GetRequiredService<ITaxInvoiceAgency>().CertificateRegistrationAsync(Tenant, Number(partner), CancellationToken.None));
        var made = Certificate(partner);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(WebUtility.HtmlDecode(Ticket().Match(await http.GetStringAsync(page)).Groups[1].Value)), "T" },
            { new ByteArrayContent(made.Pfx.ToArray()), "pfx", "certificate.p12" },
            { new StringContent(TestCertificate.Password), "password" },
        };
        using var answer = await http.PostAsync(new Uri("App/Certificate", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>What building and signing one such document takes of the processor, alone.</summary>
    private static TimeSpan Signing()
    {
        var document = EtaxForm.Of(Content(0)) with { ApprovalNumber = $"{Today:yyyyMMdd}4100999900000001", IssuedAt = TimeProvider.System.GetUtcNow() };
        using var key = SignerCertificate.OpenPfx(Certificate(0).Pfx.ToArray(), TestCertificate.Password).Certificate!;
        EtaxSigner.Sign(document, key);
        var cpu = Cpu();
        for (var count = 0; count < SignatureCount; count++)
        {
            EtaxSigner.Sign(document, key);
        }
        return (Cpu() - cpu) / SignatureCount;
    }

    private static TestCertificate Certificate(int partner) => TestAuthority.IssueCertificate(
        Number(partner).Value, $"가게{partner}", new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private static DateOnly Today => SeoulTime.DateOf(TimeProvider.System.GetUtcNow());

    private static TimeSpan Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static TaxInvoiceContent Content(int index)
    {
        var supply = new Won(10_000 + (index * 10L));
        var tax = new Won(supply.Value / 10);
        return new TaxInvoiceContent
        {
            Taxation = TaxInvoiceTaxation.Taxable,
            Issuance = TaxInvoiceIssuance.Reverse,
            Purpose = TaxInvoicePurpose.Receipt,
            WriteDate = Today,
            TotalSupply = supply,
            TotalTax = tax,
            TotalAmount = supply + tax,
            Supplier = Party(Number(index % PartnerCount), $"가게{index % PartnerCount}"),
            Recipient = Party(FirstStart.CompanyNumber, "㈜벤치마크"),
            Items = [new TaxInvoiceItem(Today, "판매대금 정산", null, null, null, supply, tax, null)],
        };
    }

    private static TaxInvoiceParty Party(BusinessRegistrationNumber number, string name) => new(
        number, null, null, name, "홍시험", "서울특별시 중구 시험로 1", "도소매업", "전자상거래", new TaxInvoiceContact("홍시험", null, "010-0000-0000", null, "a@partner.example"));

    private static OwnCompany Company() => new()
    {
        MerchantId = Tenant.Merchant,
        Mode = Tenant.Mode,
        BusinessNumber = FirstStart.CompanyNumber,
        CompanyName = "㈜벤치마크",
        RepresentativeName = "김시험",
        Address = "서울특별시 중구 시험로 1",
        BusinessType = "정보통신업",
        BusinessClass = "플랫폼",
        ContactName = "재무팀",
        ContactEmail = "finance@market.example",
        ContactPhone = "02-000-0000",
    };

    private static NewPartner Partner(int index) => new($"p{index}", new PartnerProfile(
        $"가게{index}", new Contact("홍시험", "010-0000-0000", $"p{index}@partner.example"), new BankAccount(Bank.Shinhan, Currency.Krw, "110123456789", $"가게{index}"),
        new ContractId("A"), null, [],
        new PartnerType.Business($"가게{index}", TaxationType.Normal, BusinessStatus.InBusiness, Number(index), "홍시험", "서울특별시 마포구 시험로 2", "도소매업", "전자상거래"), []));

    /// <summary>Invented; passes the check digit. The middle digits 81 are an ordinary corporation.</summary>
    private static BusinessRegistrationNumber Number(int partner) => Enumerable.Range(0, 10)
        .Select(last => new BusinessRegistrationNumber(string.Create(CultureInfo.InvariantCulture, $"{201 + partner}8160{partner:00}{last}")))
        .First(number => number.HasValidCheckDigit);

    private static ServiceProvider Services(string folder, TestDatabase database, Uri agency, int worker)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(TimeProvider.System);
        services.AddApplication(new ApplicationOptions(
            new StorageOptions { DataFolder = folder, PostgresConnection = database.ServerSetting },
            new OutboxOptions { Owner = $"worker-{worker}" },
            new MailOptions { PublicAddress = new Uri("http://jeongsan.test") },
            new PopbillSettings
            {
                LinkId = "TESTER",
                SecretKey = "amVvbmdzYW4tZW11bGF0b3ItdGVzdC1zZWNyZXQtMDE=",
                Address = agency,
                AuthAddress = agency,
                EmulatorAddress = agency,
            },
            new BankOptions { Address = new Uri("http://127.0.0.1:9/") },
            new WebhookOptions()));
        return services.BuildServiceProvider();
    }

    private static T Must<T>(Outcome<T> outcome) => outcome.IsRefused ? throw new InvalidOperationException($"Refused: {outcome.Refusal}") : outcome.Value;

    [GeneratedRegex("name=\"T\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Ticket();
}
