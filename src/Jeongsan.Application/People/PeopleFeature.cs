using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Jeongsan.Application.People;

/// <summary>Registers all of People. Needs data protection and the storage context to be registered by the host.</summary>
public static class PeopleFeature
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<PersonSecrets>()
        .AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>()
        .AddScoped<SignIn>()
        .AddScoped<VerifySecondFactor>()
        .AddScoped<EnrolTotp>()
        .AddScoped<AddPerson>()
        .AddScoped<FindSignedInPerson>();
}
