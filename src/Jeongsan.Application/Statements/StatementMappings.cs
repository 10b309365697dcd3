using Jeongsan.Application.Storage;
using Jeongsan.Domain.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Statements;

internal sealed class StatementTemplateMapping : IEntityTypeConfiguration<StatementTemplate>
{
    public void Configure(EntityTypeBuilder<StatementTemplate> builder)
    {
        builder.ToTable("statement_templates");
        builder.TenantKey();
        builder.Property(template => template.Terms).Json();
        builder.Property(template => template.Version).IsConcurrencyToken();
    }
}

internal sealed class StatementSendingMapping : IEntityTypeConfiguration<StatementSending>
{
    public void Configure(EntityTypeBuilder<StatementSending> builder)
    {
        builder.ToTable("statement_sendings");
        builder.TenantKey();
        builder.Property(sending => sending.Terms).Json();
        builder.Property(sending => sending.Email).Sealed();
        builder.Property(sending => sending.Version).IsConcurrencyToken();
        // What makes one of two who send the same at the same time look again.
        builder.HasIndex(sending => new { sending.MerchantId, sending.Mode, sending.PayoutId, sending.Number }).IsUnique();
        builder.HasIndex(sending => new { sending.MerchantId, sending.Mode, sending.PartnerId, sending.CreatedAt });
        builder.HasIndex(sending => new { sending.MerchantId, sending.Mode, sending.BulkPayoutId });
        builder.HasIndex(sending => new { sending.MerchantId, sending.Mode, sending.CreatedAt });
        // The menu counts what failed on every page.
        builder.HasIndex(sending => new { sending.MerchantId, sending.Mode, sending.Status, sending.CreatedAt });
    }
}
