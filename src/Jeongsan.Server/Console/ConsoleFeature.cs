using Jeongsan.Application.People;
using Jeongsan.Server.Console.Failures;
using Jeongsan.Server.Console.Mailbox;
using Jeongsan.Server.Console.Session;
using Jeongsan.Server.Hosting;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor.Services;

namespace Jeongsan.Server.Console;

/// <summary>Registers and maps the console. The host adds storage, data protection and <see cref="PeopleFeature"/> itself.</summary>
internal static class ConsoleFeature
{
    private static readonly TimeSpan EmulatorTimeout = TimeSpan.FromSeconds(5);

    internal static IServiceCollection AddConsole(this IServiceCollection services)
    {
        ConsoleAuthentication.Add(services);
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddRazorPages().WithRazorPagesAtContentRoot();
        services.AddMudServices();
        services.AddSingleton(provider =>
            provider.GetRequiredService<Settings>() is { UsesPopbillEmulator: true } settings ? new EmulatorMailsOptions(settings.EmulatorAddress) : new EmulatorMailsOptions(null));
        services.AddHttpClient<EmulatorMails>(http => http.Timeout = EmulatorTimeout);
        services.AddSingleton<Policies.ContractDesk>().AddSingleton<Policies.AdditionalFeeDesk>().AddSingleton<Policies.DiscountShareDesk>();
        services.AddSingleton(provider =>
        {
            var settings = provider.GetRequiredService<Settings>();
            return new FailureDeskOptions(settings.EmulatorAddress, settings.UsesPopbillEmulator, settings.BankAddress is null, settings.SmtpHost is null);
        });
        services.AddHttpClient<FailureDesk>(http => http.Timeout = EmulatorTimeout);
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, SessionRevalidation>();
        return services;
    }

    /// <summary>After UseAuthentication, UseAuthorization and UseAntiforgery.</summary>
    internal static void MapConsole(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorPages();
        PreferenceEndpoints.Map(app);
        TaxInvoices.FormDownload.Map(app);
        AttachmentDownload.Map(app);
        Privacy.AccessDownload.Map(app);
        Privacy.SubjectExportDownload.Map(app);
        Privacy.ErasureCertificateDownload.Map(app);
        Privacy.EvidenceDownload.Map(app);
        Books.AuditPackDownload.Map(app);
        Withholding.WithholdingDownload.Map(app);
        Imports.ImportFormDownload.Map(app);
        BankFiles.BankFileDownloads.Map(app);
        Statements.PreviewDownload.Map(app);
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode()
            .RequireAuthorization(ConsoleAuthentication.PolicyName(PersonRight.See));
    }
}
