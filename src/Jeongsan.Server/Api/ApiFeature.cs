using Jeongsan.Application.People;
using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api.AccountTransfers;
using Jeongsan.Server.Api.BankFiles;
using Jeongsan.Server.Api.Companies;
using Jeongsan.Server.Api.Counterparties;
using Jeongsan.Server.Api.Login;
using Jeongsan.Server.Api.OpenApi;
using Jeongsan.Server.Api.Operations;
using Jeongsan.Server.Api.Partners;
using Jeongsan.Server.Api.Payouts;
using Jeongsan.Server.Api.Policies;
using Jeongsan.Server.Api.Privacy;
using Jeongsan.Server.Api.Settings;
using Jeongsan.Server.Api.Settlements;
using Jeongsan.Server.Api.Statements;
using Jeongsan.Server.Api.SupplierDesk;
using Jeongsan.Server.Api.TaxInvoices;
using Jeongsan.Server.Api.Transfers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Scalar.AspNetCore;

namespace Jeongsan.Server.Api;

/// <summary>Registers and maps the whole REST API.</summary>
internal static class ApiFeature
{
    /// <summary>Needs from elsewhere: the application's use cases, <see cref="IIdempotentAnswers"/>, <see cref="TimeProvider"/> and data protection.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<IIdempotentAnswers, IdempotentAnswers>();
        services.AddSingleton<ApiDocument>();
        services.AddSingleton<SupplierVisits>();
        services.AddSingleton<Verifications>();
        services.AddSingleton<CounterpartyChecks>();
        services.AddSingleton<IAuthorizationHandler, RightCheck>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiAuthentication>(ApiAuthentication.SchemeName, null);
        services.AddAuthorization();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return services;
    }

    /// <summary>First in the pipeline: turns the API's faults into JSON.</summary>
    public static IApplicationBuilder UseApi(this IApplicationBuilder app) => app.UseMiddleware<ApiFaults>();

    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGroup("").AddEndpointFilter<CheckedRequestFilter>().MapLogin();

        var api = endpoints.MapGroup("").AddEndpointFilter<CheckedRequestFilter>().AddEndpointFilter<IdempotencyFilter>().AddEndpointFilter<AccessNotes>();
        MapCapabilities(api);
        // By the token of a link: no tenant's key can be remembered, and what they do may be repeated anyway.
        endpoints.MapGroup("").AddEndpointFilter<CheckedRequestFilter>().MapSupplierDesk();
        endpoints.MapUploads();

        foreach (var root in ApiPaths.Roots)
        {
            endpoints.MapFallback($"{root}/{{**rest}}", () => new ErrorAnswer(new UnknownPathError())).AllowAnonymous();
        }

        endpoints.MapGet("/openapi/v1.json", (ApiDocument document) => document.Get()).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapScalarApiReference("/docs", options => options.WithTitle("정산 API").WithOpenApiRoutePattern("/openapi/v1.json")
            // Everything comes from this server: the page also opens where there is no internet.
            .DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp()).AllowAnonymous();
        return endpoints;
    }

    private static void MapCapabilities(RouteGroupBuilder api)
    {
        api.MapContracts();
        api.MapContractSchedules();
        api.MapPartners();
        api.MapPartnerSchedules();
        api.MapPartnerConnections();
        api.MapBulkTasks();
        api.MapPrivacy();
        api.MapAccessLog();
        api.MapSubjectRequests();
        api.MapIncidents();
        api.MapErasures();
        api.MapPrivacyPolicy();
        api.MapSupervision();
        api.MapTransfers();
        api.MapSettlements();
        api.MapPayouts();
        api.MapTaxInvoices();
        api.MapTaxInvoiceWriting();
        api.MapTaxInvoiceIssuing();
        api.MapTaxInvoiceLists();
        api.MapTaxInvoiceFiles();
        api.MapTaxInvoiceViews();
        api.MapBulkPayoutOperations();
        api.MapPayoutDutyOperations();
        api.MapReceivableOperations();
        api.MapMailProblemOperations();
        api.MapPayeeOperations();
        api.MapBankFiles();
        api.MapWebhookOperations();
        api.MapTestClockOperations();
        api.MapBulkTaxInvoiceOperations();
        api.MapAgencyOperations();
        api.MapAmendmentOperations();
        api.MapEventOperations();
        api.MapBookOperations();
        api.MapWithholdingOperations();
        api.MapFormulaOperations();
        api.MapRehearsalOperations();
        api.MapStatementOperations();
        api.MapStatementTemplates();
        api.MapStatementSendings();
        api.MapExplanationOperations();
        api.MapImportOperations();
        api.MapMailboxOperations();
        api.MapSettings();
        api.MapCompanies();
        api.MapOwnCompany();
        api.MapBusinessInfo();
        api.MapCounterparties();
        api.MapCertificates();
        api.MapDiscountSharePolicies();
        api.MapDiscountSharePolicySchedules();
        api.MapAdditionalFeePolicies();
        api.MapAdditionalFeePolicySchedules();
        api.MapVersionOperations();
        api.MapSettlementOperations();
        api.MapHolidayOperations();
        api.MapDeadlineReminderOperations();
        api.MapPropertyOperations();
        api.MapAccountTransfers();
    }

    /// <summary>Who may call: answered 401 or 403 before anything of the request is read.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder route, PersonRight right) =>
        route.RequireAuthorization(new AuthorizationPolicyBuilder(ApiAuthentication.SchemeName)
            .RequireAuthenticatedUser()
            .AddRequirements(new NeedsRight(right))
            .Build());

    /// <summary>Declares the union of errors that the operation may answer.</summary>
    public static RouteHandlerBuilder Refuses<TUnion>(this RouteHandlerBuilder route) where TUnion : class =>
        route.WithMetadata(new RefusesMetadata(typeof(TUnion)));

    /// <summary>A POST that changes nothing: what it shows is written down as of a GET.</summary>
    public static RouteHandlerBuilder Reads(this RouteHandlerBuilder route) => route.WithMetadata(new ReadsMetadata());

    /// <summary>Declares what personal data a file, or the address of one, holds; nothing, if there is none in it.</summary>
    public static RouteHandlerBuilder Shows(this RouteHandlerBuilder route, params IReadOnlyList<PersonalDataItem> items) => route.WithMetadata(new ShowsMetadata(items));
}
