using Jeongsan.Popbill.Emulator.Admin;
using Jeongsan.Popbill.Emulator.Auth;
using Jeongsan.Popbill.Emulator.Bulk;
using Jeongsan.Popbill.Emulator.Certificates;
using Jeongsan.Popbill.Emulator.Faults;
using Jeongsan.Popbill.Emulator.Filing;
using Jeongsan.Popbill.Emulator.Gateway;
using Jeongsan.Popbill.Emulator.Lookups;
using Jeongsan.Popbill.Emulator.Mails;
using Jeongsan.Popbill.Emulator.Members;
using Jeongsan.Popbill.Emulator.Pages;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.TaxInvoices;
using Jeongsan.Popbill.Emulator.Webhooks;
using Jeongsan.Popbill.Emulator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jeongsan.Popbill.Emulator;

/// <summary>A Popbill and its token host that the official SDKs can drive, with a tax office behind it.</summary>
/// <remarks>All that was answered is on disk: killing the process at any moment loses nothing of it.</remarks>
public static class PopbillEmulator
{
    /// <summary>Opens or creates the database in the data folder. The caller starts and stops the application.</summary>
    public static WebApplication Create(PopbillEmulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "Jeongsan.Popbill.Emulator" });
        builder.WebHost.UseUrls(options.Urls);
        // The Python SDK keeps connections for three minutes without looking whether they still live.
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(200);
            kestrel.Limits.MaxRequestBodySize = 10 * 1024 * 1024;
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        Register(builder.Services, options);
        var app = builder.Build();
        Map(app);
        return app;
    }

    private static void Register(IServiceCollection services, PopbillEmulatorOptions options)
    {
        services.AddSingleton(options).AddSingleton(_ => new EmulatorStore(options.DataFolder)).AddHostedService<StoreLife>().AddSingleton(_ => new EmulatorClock(options.Time));
        services.AddSingleton<SealedText>().AddSingleton<SessionTokens>().AddSingleton<PublicAddress>().AddSingleton<PageTickets>();
        services.AddSingleton<JoinCalls>().AddSingleton<MemberCalls>().AddSingleton<AccountHolders>();
        services.AddSingleton<CertificateStore>().AddSingleton<CertificateCalls>().AddSingleton<CertificateRegistration>();
        services.AddSingleton<InvoiceJournal>().AddSingleton<IssueStep>().AddSingleton<WriteCalls>().AddSingleton<ReadCalls>();
        services.AddSingleton<NoticeCalls>().AddSingleton<Pace>();
        services.AddSingleton<Outgoing>().AddSingleton<WebhookOutbox>().AddSingleton<FaultPlan>().AddSingleton<NtsGateway>();
        services.AddSingleton<ApiRoutes>().AddSingleton<ApiPipeline>().AddSingleton<PopupPages>();
        services.AddSingleton<GatewayKeys>().AddSingleton<TakeMessage>().AddHostedService<ResultsWorker>();
        services.AddSingleton<FilingWorker>().AddHostedService(s => s.GetRequiredService<FilingWorker>()).AddHostedService<WebhookWorker>().AddHostedService<BulkWorker>();
    }

    private static void Map(WebApplication app)
    {
        AdminEndpoints.Map(app);
        GatewayEndpoints.Map(app);
        var pages = app.Services.GetRequiredService<PopupPages>();
        app.MapGet("/App/API", pages.OpenAsync);
        app.MapPost("/App/Certificate", pages.RegisterCertificateAsync);
        app.MapFallback("{**path}", app.Services.GetRequiredService<ApiPipeline>().HandleAsync);
    }
}
