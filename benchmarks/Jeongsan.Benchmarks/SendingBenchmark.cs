using System.Diagnostics;
using Jeongsan.Application.Adapters.Bank;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Statements;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Statements;
using Jeongsan.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jeongsan.Benchmarks;

/// <summary>
/// A bulk payout that the bank emulator works off, one transfer after the other as an account does, and the statements of its
/// payouts as PDF: our side and the bank in this process, over HTTP between them.
/// </summary>
internal static class SendingBenchmark
{
    private const int TransfersOfPartner = 10;
    private const int BankOnlyCount = 1_000;
    private const int RenderedAlone = 200;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(DatabaseKind kind, int payoutCount)
    {
        using var folder = new TemporaryFolder();
        await using var database = await TestDatabase.CreateAsync(kind);
        using var emulator = new BankEmulator(folder.Path, TimeProvider.System);
        await using var site = await StartAsync(emulator);
        var bank = new Uri(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await MeasureBankAloneAsync(kind, bank);
        await using var shop = await Shop.OpenAsync(database, folder.Path, payoutCount, bank);
        Shop.Must(await shop.Get<PublishNotice>().HandleAsync(shop.Tenant, Shop.Actor, wording: null, CancellationToken.None));
        Shop.Must(await shop.Get<TellInTerms>().HandleAsync(shop.Tenant, Shop.Actor, new ToldInTerms("이용약관", shop.Today), CancellationToken.None));
        await shop.SellAsync(payoutCount * TransfersOfPartner, payoutCount, new Dictionary<string, string>());
        await shop.Get<DueWork>().RunAsync(shop.Tenant, CancellationToken.None);
        await SendAsync(kind, shop);
        await RenderAsync(kind, shop);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private static async Task<WebApplication> StartAsync(BankEmulator emulator)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        site.MapBankEmulator(emulator);
        await site.StartAsync();
        return site;
    }

    /// <summary>The peer: the same orders with nothing of ours between them.</summary>
    private static async Task MeasureBankAloneAsync(DatabaseKind kind, Uri bank)
    {
        using var http = new HttpClient { BaseAddress = bank };
        var began = Stopwatch.GetTimestamp();
        for (var index = 0; index < BankOnlyCount; index++)
        {
            var order = new RemittanceOrder($"alone-{index}", "Shinhan", "110123456789", "가게", 1, null, null);
            using var answer = await System.Net.Http.Json.HttpClientJsonExtensions.PutAsJsonAsync(http, new Uri($"bank/transfers/{order.TransferId}", UriKind.Relative), order);
            answer.EnsureSuccessStatusCode();
        }
        Console.WriteLine($"{kind}: the bank alone takes {BankOnlyCount / Stopwatch.GetElapsedTime(began).TotalSeconds:#,0} orders/s, one after the other");
    }

    private static async Task SendAsync(DatabaseKind kind, Shop shop)
    {
        var bulk = Shop.Must(await shop.Get<CreateBulkPayout>().HandleAsync(shop.Tenant, Shop.Actor, new NewBulkPayout(null, null, [shop.Today], null), CancellationToken.None));
        Shop.Must(await shop.Get<ConfirmBulkPayout>().HandleAsync(shop.Tenant, Shop.Actor, bulk.Id, CancellationToken.None));
        Shop.Must(await shop.Get<ExecuteBulkPayout>().HandleAsync(shop.Tenant, Shop.Actor, bulk.Id, secondFactorPassed: true, CancellationToken.None));
        using var dispatcher = shop.Dispatcher();
        var began = Stopwatch.GetTimestamp();
        await Shop.TimeAsync(kind, $"send {bulk.PayoutCount:#,0} payouts through the bank", async () =>
        {
            await dispatcher.StartAsync(CancellationToken.None);
            while (await OngoingAsync(shop, bulk.Id))
            {
                await Task.Delay(Look);
            }
            return true;
        });
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await dispatcher.StopAsync(CancellationToken.None);
        await using var db = shop.Get<Store>().Read(shop.Tenant);
        var paid = await db.Set<Payout>().CountAsync(row => row.Status == PayoutStatus.Succeeded);
        Console.WriteLine($"{kind}: {paid:#,0} paid = {paid / seconds:0.0} payouts/s");
    }

    private static async Task<bool> OngoingAsync(Shop shop, BulkPayoutId id)
    {
        await using var db = shop.Get<Store>().Read(shop.Tenant);
        return await db.Set<BulkPayout>().AnyAsync(row => row.Id == id && row.Status == BulkPayoutStatus.Ongoing);
    }

    private static async Task RenderAsync(DatabaseKind kind, Shop shop)
    {
        await using var db = shop.Get<Store>().Read(shop.Tenant);
        var payouts = await db.Set<Payout>().Select(row => row.Id).ToListAsync();
        var preview = shop.Get<PreviewStatement>();
        foreach (var detail in new[] { StatementDetail.Settlements, StatementDetail.Transfers })
        {
            var terms = StatementTerms.Usual with { Detail = detail };
            Shop.Must(await preview.HandleAsync(shop.Tenant, new WantedPreview(payouts[0], null, terms), CancellationToken.None));
            var (began, bytes) = (Stopwatch.GetTimestamp(), 0L);
            foreach (var payout in payouts)
            {
                bytes += Shop.Must(await preview.HandleAsync(shop.Tenant, new WantedPreview(payout, null, terms), CancellationToken.None)).Length;
            }
            var read = payouts.Count / Stopwatch.GetElapsedTime(began).TotalSeconds;
            var statement = (await SettlementStatement.ReadAsync(db, payouts[0], terms, CancellationToken.None))!;
            began = Stopwatch.GetTimestamp();
            for (var count = 0; count < RenderedAlone; count++)
            {
                statement.ToPdf(terms);
            }
            var alone = RenderedAlone / Stopwatch.GetElapsedTime(began).TotalSeconds;
            Console.WriteLine($"{kind}: statements by {detail} read and printed one after the other: {read:0.0} PDFs/s of {bytes / payouts.Count / 1024} KiB; printing alone {alone:0.0}/s");
        }
    }
}
