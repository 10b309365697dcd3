using Jeongsan.Application.Storage;
using Jeongsan.Domain.Counterparties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Counterparties;

internal sealed class CounterpartyMapping : IEntityTypeConfiguration<Counterparty>
{
    public void Configure(EntityTypeBuilder<Counterparty> builder)
    {
        builder.ToTable("counterparties");
        builder.TenantKey();
        builder.Property(counterparty => counterparty.ContactEmail).Sealed();
        builder.Property(counterparty => counterparty.ContactPhoneNumber).Sealed();
        builder.Property(counterparty => counterparty.AdditionalContacts).Json();
        builder.Property(counterparty => counterparty.BusinessStatusCheck).Json();
        builder.Property(counterparty => counterparty.BusinessInfoCheck).Json();
        builder.Property(counterparty => counterparty.Version).IsConcurrencyToken();
        builder.HasIndex(counterparty => new { counterparty.MerchantId, counterparty.Mode, counterparty.Brn });
        builder.HasIndex(counterparty => new { counterparty.MerchantId, counterparty.Mode, counterparty.NtsConnection });
    }
}
