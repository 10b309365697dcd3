using Jeongsan.Application.Storage;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Transfers;

internal sealed class TransferMapping : IEntityTypeConfiguration<Transfer>
{
    /// <summary>
    /// What makes two requests the same transfer: the payment and partner of an order, the cancellation id of a cancellation,
    /// or an id that the caller chose. Unique, so that sending a request twice makes one thing also when both arrive at once.
    /// </summary>
    public const string NaturalKey = "NaturalKey";

    /// <summary>The run that took this transfer into a settlement; lets one statement sum and one move the same rows.</summary>
    public const string GatheringId = "GatheringId";

    public void Configure(EntityTypeBuilder<Transfer> builder)
    {
        builder.ToTable("transfers");
        builder.TenantKey();
        builder.Property<string>(NaturalKey).HasMaxLength(300);
        builder.Property<string?>(GatheringId).HasMaxLength(60);
        builder.ComplexProperty(transfer => transfer.Amounts);
        builder.Property(transfer => transfer.Partner).Json();
        builder.Property(transfer => transfer.Contract).Json();
        builder.Property(transfer => transfer.Lines).Json();
        builder.Property(transfer => transfer.Discounts).Json();
        builder.Property(transfer => transfer.AdditionalFees).Json();
        builder.Property(transfer => transfer.Payment).Json();
        builder.Property(transfer => transfer.Cancellation).Json();
        builder.Property(transfer => transfer.Cancelled).Json();
        builder.Property(transfer => transfer.Parameters).Json();
        builder.Property(transfer => transfer.FormulaResults).Json();
        builder.Property(transfer => transfer.Properties).Json();
        builder.Property(transfer => transfer.Version).IsConcurrencyToken();
        builder.HasIndex(nameof(Transfer.MerchantId), nameof(Transfer.Mode), NaturalKey).IsUnique();
        // Lists run along these in their own order (the latest settlement date first), so that a page reads no more than itself.
        builder.HasIndex(transfer => new { transfer.MerchantId, transfer.Mode, transfer.Status, transfer.SettlementDate, transfer.Id }).IsDescending(false, false, false, true, false);
        builder.HasIndex(transfer => new { transfer.MerchantId, transfer.Mode, transfer.SettlementDate, transfer.Id }).IsDescending(false, false, true, false);
        builder.HasIndex(transfer => new { transfer.MerchantId, transfer.Mode, transfer.PartnerId, transfer.SettlementDate, transfer.Id }).IsDescending(false, false, false, true, false);
        // Each index is written with each transfer: those for one moment of its life hold only the transfers that came so far.
        builder.HasIndex(transfer => new { transfer.MerchantId, transfer.Mode, transfer.PaymentId }).HasFilter("payment_id IS NOT NULL");
        builder.HasIndex(transfer => new { transfer.MerchantId, transfer.Mode, transfer.PartnerSettlementId }).HasFilter("partner_settlement_id IS NOT NULL");
        builder.HasIndex(transfer => new { transfer.MerchantId, transfer.Mode, transfer.PayoutId }).HasFilter("payout_id IS NOT NULL");
    }
}
