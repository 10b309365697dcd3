using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Jeongsan.Application.People;

/// <summary>Registers all of People. The host registers storage (Store), data protection and the time provider.</summary>
public static class PeopleFeature
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<PersonSecrets>()
        .AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>()
        .AddSingleton<SignInAttempts>()
        .AddSingleton<SignIn>()
        .AddSingleton<VerifySecondFactor>()
        .AddSingleton<EnrolTotp>()
        .AddSingleton<AddPerson>()
        .AddSingleton<ManagePeople>()
        .AddSingleton<FindSignedInPerson>();
}
