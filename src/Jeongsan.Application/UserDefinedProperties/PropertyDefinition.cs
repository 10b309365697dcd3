using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.UserDefinedProperties;

/// <summary>What the properties describe.</summary>
public enum PropertyScope
{
    Partner = 0,
    Transfer,
}

/// <summary>Who sees the values.</summary>
public enum PropertyVisibility
{
    Everyone = 0,

    /// <summary>Who may edit: owners, administrators and API secrets.</summary>
    AdminsOnly,
}

/// <summary>사용자 정의 속성: a property that the platform defined for its partners or transfers.</summary>
public sealed class PropertyDefinition : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }
    public required PropertyScope Scope { get; init; }
    public required string Key { get; init; }

    /// <summary>What people see instead of the key.</summary>
    public required string Name { get; set; }
    public required PropertyVisibility Visibility { get; set; }
}

internal sealed class PropertyDefinitionMapping : IEntityTypeConfiguration<PropertyDefinition>
{
    public void Configure(EntityTypeBuilder<PropertyDefinition> builder)
    {
        builder.ToTable("property_definitions");
        builder.HasKey(row => new { row.MerchantId, row.Mode, row.Scope, row.Key });
    }
}
