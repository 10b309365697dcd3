using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.People;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.HasKey(person => new { person.MerchantId, person.Id });
        builder.Property(person => person.MerchantId).HasConversion(id => id.Value, value => new MerchantId(value)).HasMaxLength(64);
        builder.Property(person => person.Id).HasConversion(id => id.Value, value => new PersonId(value)).HasMaxLength(40);
        builder.Property(person => person.Email).HasMaxLength(254);
        builder.HasIndex(person => person.Email).IsUnique();
        builder.Property(person => person.Name).HasMaxLength(100);
        builder.Property(person => person.Role).HasConversion<string>().HasMaxLength(30);
        builder.Property(person => person.PasswordHash).HasMaxLength(200);
        builder.Property(person => person.ProtectedTotpSecret).HasMaxLength(1000);
        builder.Property(person => person.SecurityStamp).HasMaxLength(32);
        builder.Property(person => person.Version).IsConcurrencyToken();
        builder.Ignore(person => person.HasSecondFactor);
        builder.Ignore(person => person.HomeTenant);
    }
}

internal sealed class SignInThrottleConfiguration : IEntityTypeConfiguration<SignInThrottle>
{
    public void Configure(EntityTypeBuilder<SignInThrottle> builder)
    {
        builder.ToTable("sign_in_throttles");
        builder.HasKey(throttle => throttle.Key);
        builder.Property(throttle => throttle.Key).HasMaxLength(80);
        builder.Property(throttle => throttle.Version).IsConcurrencyToken();
    }
}
