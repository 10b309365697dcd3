using Jeongsan.Application.Storage;
using Jeongsan.Domain.AccountTransfers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.AccountTransfers;

internal sealed class AccountTransferMapping : IEntityTypeConfiguration<AccountTransfer>
{
    public void Configure(EntityTypeBuilder<AccountTransfer> builder)
    {
        builder.ToTable("account_transfers");
        builder.TenantKey();
        builder.Property(transfer => transfer.Recipient).Json();
        builder.Property(transfer => transfer.Version).IsConcurrencyToken();
        builder.HasIndex(transfer => new { transfer.MerchantId, transfer.Mode, transfer.CreatedAt });
        builder.HasIndex(transfer => new { transfer.MerchantId, transfer.Mode, transfer.Status });
        builder.HasIndex(transfer => new { transfer.MerchantId, transfer.Mode, transfer.BulkPayoutId });
    }
}
