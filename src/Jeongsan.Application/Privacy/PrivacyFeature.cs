using Jeongsan.Application.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace Jeongsan.Application.Privacy;

/// <summary>Registers the register of processors and the notices.</summary>
internal static class PrivacyFeature
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddSingleton<KeepRegister>().AddSingleton<PublishNotice>().AddSingleton<TellInTerms>().AddSingleton<TellPartners>().AddSingleton<DiscloseLookup>()
        .AddOutboxHandler<SendPartnerNotice>();
}
