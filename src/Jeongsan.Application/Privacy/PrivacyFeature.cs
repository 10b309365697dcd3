using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy.Accesses;
using Jeongsan.Application.Privacy.Erasures;
using Jeongsan.Application.Privacy.Incidents;
using Jeongsan.Application.Privacy.Notices;
using Jeongsan.Application.Privacy.Requests;
using Jeongsan.Application.Privacy.Supervision;
using Jeongsan.Application.Schedules;
using Microsoft.Extensions.DependencyInjection;

namespace Jeongsan.Application.Privacy;

/// <summary>Registers the register of processors and the notices.</summary>
internal static class PrivacyFeature
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddSingleton<KeepRegister>().AddSingleton<PublishNotice>().AddSingleton<PublishPolicy>().AddSingleton<TellInTerms>().AddSingleton<TellPartners>().AddSingleton<DiscloseLookup>()
        .AddSingleton<AccessLog>().AddSingleton<AccessChain>().AddSingleton<DownloadAccesses>().AddSingleton<ReviewAccesses>().AddSingleton<DueStep, RemindOfAccessReview>()
        .AddSingleton<ErasePartner>().AddSingleton<OpenLockedStore>().AddSingleton<DueStep, DestroyLockedStore>()
        .AddSingleton<ReceiveSubjectRequest>().AddSingleton<DecideSubjectRequest>().AddSingleton<AnswerSubjectRequest>().AddSingleton<LiftProcessingStop>().AddSingleton<ExportPartner>()
        .AddSingleton<KeepIncident>().AddSingleton<ChooseAffected>().AddSingleton<TellAffected>().AddSingleton<KeepLegalNotice>().AddSingleton<DueStep, RemindOfSubjectRequests>()
        .AddSingleton<KeepEvidence>().AddSingleton<DueStep, RemindOfSupervision>()
        .AddOutboxHandler<SendPartnerNotice>().AddOutboxHandler<SendLegalNotice>().AddOutboxHandler<EmptyCopies>();
}
