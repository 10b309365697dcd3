using System.Net.Http.Headers;
using Jeongsan.Application.AccountTransfers;
using Jeongsan.Application.Adapters.Bank;
using Jeongsan.Application.Adapters.Popbill;
using Jeongsan.Application.Audit;
using Jeongsan.Application.BankFiles;
using Jeongsan.Application.BulkTasks;
using Jeongsan.Application.Certificates;
using Jeongsan.Application.Counterparties;
using Jeongsan.Application.Holidays;
using Jeongsan.Application.Imports;
using Jeongsan.Application.Installation;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Payees;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.People;
using Jeongsan.Application.Policies;
using Jeongsan.Application.Policies.Formulas;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Rehearsals;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Settlements;
using Jeongsan.Application.Sheets;
using Jeongsan.Application.Statements;
using Jeongsan.Application.Storage;
using Jeongsan.Application.SupplierDesk;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Application.TestClocks;
using Jeongsan.Application.Transfers;
using Jeongsan.Application.UserDefinedProperties;
using Jeongsan.Application.Webhooks;
using Jeongsan.Application.Withholding;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jeongsan.Application;

/// <summary>Everything that the use cases need to know about where they run.</summary>
public sealed record ApplicationOptions(
    StorageOptions Storage, OutboxOptions Outbox, MailOptions Mail, PopbillSettings Popbill, BankOptions Bank, WebhookOptions Webhook);

/// <summary>Registers all capabilities. One line for each.</summary>
public static class ApplicationFeature
{
    private static readonly TimeSpan WebhookTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BankTimeout = TimeSpan.FromSeconds(20);

    public static IServiceCollection AddApplication(this IServiceCollection services, ApplicationOptions options) => services
        .AddSpine(options)
        .AddPeople()
        .AddMerchants()
        .AddPolicies()
        .AddPartners()
        .AddCounterparties()
        .AddPrivacy()
        .AddCertificates()
        .AddTransfers()
        .AddSettlements()
        .AddPayouts(options)
        .AddBankFiles()
        .AddStatements()
        .AddTaxInvoices(options)
        .AddInvoiceFiles()
        .AddWebhooks(options)
        .AddMails(options)
        .AddSingleton<AdvanceTestClock>()
        .AddSingleton<UpdatePlatformSettings>()
        .AddSingleton<EditHolidays>()
        .AddSingleton<DefineProperties>()
        .AddSingleton<NoteSheet>().AddSingleton<ReadWithholding>().AddSingleton<DownloadWithholding>()
        .AddSingleton<AuditBooks>().AddSingleton<ProofSigner>().AddSingleton<ProveBooks>().AddSingleton<AuditPack>()
        .AddSingleton<FirstStart>()
        .AddSingleton<AddMerchant>();

    private static IServiceCollection AddSpine(this IServiceCollection services, ApplicationOptions options)
    {
        services.AddStorage(options.Storage).AddOutbox(options.Outbox).AddSchedules(options.Storage);
        services.AddSingleton<ProtectionKeys>().AddSingleton<IdempotentRequests>().AddSingleton<DueStep, ForgetOldRequests>();
        services.AddDataProtection().SetApplicationName("Jeongsan");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = provider.GetRequiredService<ProtectionKeys>()));
        return services;
    }

    private static IServiceCollection AddMerchants(this IServiceCollection services) => services
        .AddSingleton<ApiSecrets>().AddSingleton<GiveApiSecret>().AddSingleton<KeepOwnCompany>().AddOutboxHandler<JoinOwnCompany>().AddOutboxHandler<UpdateOwnCompany>();

    private static IServiceCollection AddCertificates(this IServiceCollection services) => services
        .AddSingleton<CertificateLinks>().AddSingleton<CertificateDesk>().AddSingleton<DueStep, CertificateWatch>()
        .AddOutboxHandler<LookAtCertificate>().AddOutboxHandler<LookAtOwnCertificate>();

    private static IServiceCollection AddPolicies(this IServiceCollection services) =>
        services.AddSingleton<Contracts>().AddSingleton<DiscountSharePolicies>().AddSingleton<AdditionalFeePolicies>().AddSingleton<DueStep, ApplyPolicySchedules>()
            .AddSingleton<FormulaBook>().AddSingleton<SaveSettlementFormulas>();

    private static IServiceCollection AddPartners(this IServiceCollection services) => services
        .AddSingleton<CreatePartners>().AddSingleton<UpdatePartner>().AddSingleton<SchedulePartner>().AddSingleton<DueStep, ApplyPartnerSchedules>()
        .AddSingleton<ConnectPartner>().AddSingleton<DisconnectPartner>().AddSingleton<PartnerTasks>()
        .AddOutboxHandler<JoinPartner>().AddOutboxHandler<KeepInStep>().AddOutboxHandler<AdvanceTask>();

    private static IServiceCollection AddCounterparties(this IServiceCollection services) => services
        .AddSingleton<CreateCounterparty>().AddSingleton<UpdateCounterparty>().AddSingleton<DeleteCounterparty>().AddSingleton<ConnectCounterparty>()
        .AddOutboxHandler<JoinCounterparty>();

    private static IServiceCollection AddInvoiceFiles(this IServiceCollection services) => services
        .AddSingleton<UploadFile>().AddSingleton<AttachFile>().AddSingleton<SealedLinks>().AddSingleton<ViewInvoice>().AddSingleton<IssueByPlatform>()
        .AddSingleton<DueStep, ForgetFiles>().AddOutboxHandler<TellRecipient>();

    private static IServiceCollection AddTransfers(this IServiceCollection services) => services
        .AddSingleton<OrderIntake>().AddSingleton<RegisterOrder>().AddSingleton<RegisterOrders>()
        .AddSingleton<RegisterOrderCancel>().AddSingleton<RegisterManualTransfer>().AddSingleton<DeleteTransfer>()
        .AddSingleton<ImportSets>().AddSingleton<ImportProgress>().AddSingleton<ImportFile>()
        .AddSingleton<ExplainTransfer>().AddSingleton<TryOutOrder>().AddSingleton<RehearseSettlements>();

    private static IServiceCollection AddSettlements(this IServiceCollection services) => services
        .AddSingleton<DueStep, GatherSettlements>().AddSingleton<MoveSettlements>().AddSingleton<DeleteSettlements>();

    private static IServiceCollection AddPayouts(this IServiceCollection services, ApplicationOptions options)
    {
        services.AddSingleton(options.Bank).AddSingleton<CreateBulkPayout>().AddSingleton<RepayReceivable>().AddSingleton<AskBackReceivable>().AddSingleton<ChangeBulkPayoutRows>().AddSingleton<SetBankMemos>().AddSingleton<ConfirmBulkPayout>()
            .AddSingleton<ExecuteBulkPayout>().AddSingleton<PayoutDuties>().AddSingleton<ScheduleBulkPayout>().AddSingleton<DueStep, StartScheduledPayouts>().AddSingleton<StopBulkPayout>()
            .AddSingleton<CancelPayouts>().AddSingleton<RetryFailedPayouts>().AddSingleton<CompletePayoutByHand>().AddSingleton<DueStep, CollectDeposits>().AddOutboxHandler<RemitPayout>()
            .AddSingleton<CheckPayees>().AddSingleton<PayeeCheckPolicy>().AddOutboxHandler<CheckAccountHolder>().AddOutboxHandler<CheckBusiness>();
        services.AddSingleton<ReceiveTransferResult>().AddHttpClient<IRemittance, RemittanceApi>(http =>
        {
            (http.BaseAddress, http.Timeout) = (options.Bank.Address, BankTimeout);
            http.DefaultRequestHeaders.Authorization = options.Bank.ApiKey is { } key ? new AuthenticationHeaderValue("Bearer", key) : null;
        });
        return services;
    }

    private static IServiceCollection AddBankFiles(this IServiceCollection services) => services
        .AddSingleton<BankFileSeal>().AddSingleton<ChoosePayoutSending>().AddSingleton<DownloadBankFile>().AddSingleton<ReadBankFileResult>()
        .AddSingleton<DiscardBankFile>().AddSingleton<MarkBankFileRow>();

    private static IServiceCollection AddStatements(this IServiceCollection services) => services
        .AddSingleton<StatementTemplates>().AddSingleton<PreviewStatement>().AddSingleton<SendStatement>().AddSingleton<StatementTasks>().AddSingleton<StatementDesk>().AddOutboxHandler<MailStatement>();

    private static IServiceCollection AddTaxInvoices(this IServiceCollection services, ApplicationOptions options)
    {
        services.AddTransient<AgencyMeter>().AddHttpClient(nameof(PopbillClients)).AddHttpMessageHandler<AgencyMeter>();
        return services
            .AddSingleton(options.Popbill).AddSingleton<AgencyPace>().AddSingleton<AgencyHealth>().AddSingleton<OutboxLane, AgencyLane>().AddSingleton<PopbillClients>().AddSingleton<ITaxInvoiceAgency, PopbillAgency>()
            .AddSingleton<SupplierMails>()
            .AddSingleton<DraftFromPayouts>().AddSingleton<InvoiceTasks>().AddSingleton<WriteTaxInvoice>().AddSingleton<RequestTaxInvoice>().AddSingleton<ResendRequest>().AddSingleton<ApproveTaxInvoice>()
            .AddSingleton<UndoTaxInvoice>().AddSingleton<SendToNts>().AddSingleton<SupplierAccess>()
            .AddOutboxHandler<CarryRequest>().AddOutboxHandler<CarryIssue>().AddOutboxHandler<CarryUndo>().AddOutboxHandler<CarryToNts>()
            .AddOutboxHandler<ArchiveDocument>().AddOutboxHandler<LookAtAgency>().AddSingleton<ReceiveAgencyEvent>().AddSingleton<AmendTaxInvoice>()
            .AddSingleton(provider => new ReadAgencyQueue(
                provider.GetRequiredService<Store>(), provider.GetRequiredService<AgencyPace>(), provider.GetRequiredService<AgencyHealth>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<DueStep, EmulatorClock>().AddSingleton<AgencyComparison>().AddSingleton<DueStep>(provider => provider.GetRequiredService<AgencyComparison>())
            .AddSingleton<DueStep, RemindOfDeadlines>().AddSingleton<DueStep, ReleaseAmendments>().AddSingleton<DueStep, LookAtPoints>();
    }

    private static IServiceCollection AddWebhooks(this IServiceCollection services, ApplicationOptions options)
    {
        services.AddSingleton<SubscribeWebhook>().AddSingleton<UnsubscribeWebhook>().AddSingleton<RotateWebhookSecret>().AddSingleton<SwitchOnWebhook>()
            .AddSingleton<ResendWebhook>().AddSingleton<ResendUndelivered>();
        services.AddHttpClient<DeliverWebhook>(http => http.Timeout = WebhookTimeout)
            .ConfigurePrimaryHttpMessageHandler(() => WebhookTarget.Handler(options.Webhook.AllowInternal));
        services.AddSingleton<OutboxHandler>(provider => provider.GetRequiredService<DeliverWebhook>());
        return services;
    }

    private static IServiceCollection AddMails(this IServiceCollection services, ApplicationOptions options) =>
        services.AddSingleton(options.Mail).AddSingleton<MailboxFailures>().AddSingleton<ReceiveMailBounce>().AddOutboxHandler<SendMail>().AddOutboxHandler<SendStaffMail>();
}
