using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies.Formulas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Policies.Formulas;

/// <summary>One state of a platform's formulas (계산 관리). Never changed and never deleted: transfers name the one that calculated them.</summary>
public sealed class SettlementFormulaVersion : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }

    /// <summary>From 1 in the order of saving. 0 means the formulas that hold while a platform sets none.</summary>
    public required int Number { get; init; }

    /// <summary>Never used twice, so that parsed formulas can be kept in memory.</summary>
    public required string Key { get; init; }

    public required SettlementFormulaTexts Texts { get; init; }
    public required DateTimeOffset AppliesFrom { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Why it was changed, in the words of the one who did.</summary>
    public string? Memo { get; init; }

    /// <summary>When a scheduled one was called off before its time came.</summary>
    public DateTimeOffset? CancelledAt { get; set; }
}

/// <summary>When a version starts to hold. Kept with the settings, which every order reads anyway.</summary>
public sealed record FormulaTime(int Number, string Key, DateTimeOffset AppliesFrom);

internal sealed class SettlementFormulaVersionMapping : IEntityTypeConfiguration<SettlementFormulaVersion>
{
    public void Configure(EntityTypeBuilder<SettlementFormulaVersion> builder)
    {
        builder.ToTable("settlement_formula_versions");
        builder.TenantKey(nameof(SettlementFormulaVersion.Number));
        builder.Property(version => version.Number).ValueGeneratedNever();
        builder.Property(version => version.Key).HasMaxLength(60);
        builder.Property(version => version.Texts).Json();
        builder.Property(version => version.Memo).HasMaxLength(FormulaSettingLimits.MemoLengthMax);
    }
}
