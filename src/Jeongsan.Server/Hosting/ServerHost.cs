using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Jeongsan.Application;
using Jeongsan.Application.Adapters.Bank;
using Jeongsan.Application.Adapters.Popbill;
using Jeongsan.Application.Installation;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Webhooks;
using Jeongsan.Popbill.Emulator;
using Jeongsan.Server.Api;
using Jeongsan.Server.Console;
using Jeongsan.Server.InvoicePages;
using Jeongsan.Server.SupplierPages;
using Microsoft.AspNetCore.HttpOverrides;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Jeongsan.Server.Hosting;

/// <summary>The only wiring: settings in, a running server out.</summary>
internal static class ServerHost
{
    // The emulator's published test pair: not a secret, and worth nothing at the real service.
    private const string EmulatorLinkId = "TESTER";
    private const string EmulatorSecretKey = "amVvbmdzYW4tZW11bGF0b3ItdGVzdC1zZWNyZXQtMDE=";

    /// <summary>What Popbill's own table of times suggests that it takes.</summary>
    private const int RealCallsPerSecond = 5;

    /// <summary>Bytes. PortOne's SDK sends the body of a GET in the query: a filter by a thousand ids is about 40 KB.</summary>
    private const int RequestLineSizeMax = 64 * 1024;

    public static async Task RunAsync(Settings settings, bool sample)
    {
        await Preflight.CheckAsync(settings, CancellationToken.None);
        using var folder = DataFolder.Open(settings.DataFolder);
        await using var app = Build(settings, folder);
        await app.Services.GetRequiredService<Migrator>().RunAsync(CancellationToken.None);
        using var bank = new BankEmulator(settings.DataFolder, TimeProvider.System);
        await using var emulator = await StartEmulatorsAsync(settings, bank, folder);
        await using var callbacks = StartCallbacks(settings, bank, folder.Owner);
        var first = await app.Services.GetRequiredService<FirstStart>().RunAsync(
            new FirstStartWishes(settings.ApiSecret, settings.OwnerEmail, settings.OwnerPassword), CancellationToken.None);
        try
        {
            await app.StartAsync();
            Announcement.Print(settings, first);
            if (sample)
            {
                await SampleMonth.RunAsync(app.Services, settings, app.Lifetime.ApplicationStopping);
            }
            await app.WaitForShutdownAsync();
        }
        finally
        {
            await app.StopAsync();
            if (emulator is not null)
            {
                await emulator.StopAsync();
            }
        }
    }

    private static WebApplication Build(Settings settings, DataFolder folder)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // `./run` executes the build output: fonts, styles and the components' files are served from where the build put them.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestLineSize = RequestLineSizeMax);
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{settings.Port}"));
        builder.Logging.ClearProviders().AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "yyyy-MM-dd HH:mm:ss "));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // The key ring is kept in the database; docs/operations.md says how to protect it at rest.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        // Supplier pages forbid caching themselves, and more strictly than antiforgery would.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(settings);
        builder.Services.AddApplication(Options(settings, folder.Owner));
        if (HookKey(settings, folder) is { } hookKey)
        {
            builder.Services.AddSingleton(new PopbillHookKey(hookKey));
        }
        builder.Services.AddApi();
        ConsoleFeature.AddConsole(builder.Services);
        builder.Services.AddSupplierPages();
        builder.Services.AddInvoicePages();
        AddTelemetry(builder.Services);
        var app = builder.Build();
        UseTrustedProxies(app, settings.TrustedProxies);
        app.UseApi();
        app.UseStaticFiles();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        Health.Map(app);
        if (HookKey(settings, folder) is not null)
        {
            PopbillHook.Map(app);
        }
        BankHook.Map(app, BankSecret(settings, folder.Owner));
        MailBounceHook.Map(app, settings.MailBounceSecret);
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapApi();
        app.MapConsole();
        return app;
    }

    /// <summary>Who calls is kept with sign-ins, wrong numbers and the access log: behind a proxy, its word counts, and nobody else's.</summary>
    private static void UseTrustedProxies(WebApplication app, IReadOnlyList<System.Net.IPNetwork> proxies)
    {
        if (proxies.Count == 0)
        {
            return;
        }
        // From the last hop back to the first one that is no proxy of ours.
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            forwarded.KnownIPNetworks.Add(proxy);
        }
        app.UseForwardedHeaders(forwarded);
    }

    /// <summary>Our own emulator is given a key of this folder's.</summary>
    private static string? HookKey(Settings settings, DataFolder folder) => settings.PopbillWebhookKey ?? (settings.UsesPopbillEmulator ? folder.Owner : null);

    /// <summary>Our own emulator signs with a secret of this folder's.</summary>
    private static string? BankSecret(Settings settings, string owner) => settings.BankCallbackSecret
        ?? (settings.BankAddress is null ? Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes("bank-callback:" + owner))) : null);

    internal static ApplicationOptions Options(Settings settings, string owner) => new(
        settings.Storage,
        new OutboxOptions { Owner = owner, CrashAt = settings.CrashAt },
        new MailOptions
        {
            PublicAddress = settings.PublicAddress,
            SmtpHost = settings.SmtpHost,
            SmtpPort = settings.SmtpPort,
            SmtpUser = settings.SmtpUser,
            SmtpPassword = settings.SmtpPassword,
            FromAddress = settings.SmtpFrom ?? "no-reply@jeongsan.example",
            Signature = settings.MailSignature,
        },
        PopbillSettings(settings),
        new BankOptions { Address = settings.BankAddress ?? settings.EmulatorAddress, ApiKey = settings.BankApiKey, CallbackSecret = BankSecret(settings, owner) },
        new WebhookOptions { AllowInternal = settings.WebhookInternalAllowed });

    internal static PopbillSettings PopbillSettings(Settings settings) => new()
    {
        LinkId = settings.PopbillLinkId ?? EmulatorLinkId,
        SecretKey = settings.PopbillSecretKey ?? EmulatorSecretKey,
        Address = settings.PopbillAddress ?? (settings.UsesPopbillEmulator ? settings.EmulatorAddress : null),
        AuthAddress = settings.PopbillAuthAddress ?? (settings.UsesPopbillEmulator ? settings.EmulatorAddress : null),
        EmulatorAddress = settings.UsesPopbillEmulator ? settings.EmulatorAddress : null,
        Hosts = settings.PopbillHosts,
        CallsPerSecond = settings.PopbillCallsPerSecond ?? (settings.UsesPopbillEmulator ? null : RealCallsPerSecond),
    };

    /// <summary>Popbill's and the bank's emulators share one address; each is left out when the real one is set.</summary>
    private static async Task<WebApplication?> StartEmulatorsAsync(Settings settings, BankEmulator bank, DataFolder folder)
    {
        if (!settings.UsesPopbillEmulator && settings.BankAddress is not null)
        {
            return null;
        }
        var emulator = PopbillEmulator.Create(new PopbillEmulatorOptions
        {
            Urls = settings.EmulatorAddress.AbsoluteUri,
            DataFolder = settings.DataFolder,
            LinkId = EmulatorLinkId,
            SecretKey = EmulatorSecretKey,
            WebhookAddress = settings.UsesPopbillEmulator ? new Uri($"http://127.0.0.1:{settings.Port}{PopbillHook.Path}") : null,
            WebhookApiKey = HookKey(settings, folder),
        });
        emulator.MapBankEmulator(bank);
        await emulator.StartAsync();
        return emulator;
    }

    private static BankCallbacks? StartCallbacks(Settings settings, BankEmulator bank, string owner) => settings.BankAddress is null
        ? BankCallbacks.Start(bank, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{settings.Port}{BankHook.Path}")), BankSecret(settings, owner)!, TimeProvider.System)
        : null;

    private static void AddTelemetry(IServiceCollection services)
    {
        var telemetry = services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation()
                .AddMeter(OutboxTelemetry.Name).AddPrometheusExporter())
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddSource(OutboxTelemetry.Name));
        if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 })
        {
            telemetry.UseOtlpExporter();
        }
    }
}
