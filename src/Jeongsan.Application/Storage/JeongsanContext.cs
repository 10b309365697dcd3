using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using Jeongsan.Application.Storage.Sealing;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jeongsan.Application.Storage;

/// <summary>
/// The one model of everything that is stored. A context belongs to one tenant: each query sees that tenant's rows only,
/// unless it says <c>IgnoreQueryFilters()</c> (the outbox dispatcher and the schedules, which serve all tenants).
/// </summary>
public abstract class JeongsanContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Whose rows this context sees. Default (no merchant) sees none.</summary>
    public Tenant Tenant { get; internal set; }

    /// <summary>Whose key seals what this context writes; null only where migrations are made.</summary>
    internal SealRing? Seals { get; init; }

    /// <summary>An instant as the provider stores it, for statements that are written by hand.</summary>
    internal abstract object Stored(DateTimeOffset instant);

    private MerchantId FilteredMerchant => Tenant.Merchant;

    private Mode FilteredMode => Tenant.Mode;

    /// <summary>For statements that are written past <see cref="SaveChangesAsync(bool, CancellationToken)"/>: until it is disposed, their values are sealed.</summary>
    internal Sealing.Seals.Scope Sealing() => Storage.Sealing.Seals.Under(Seals!);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var sealing = Sealing();
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        using var sealing = Sealing();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        foreach (var id in new[] { typeof(MerchantId).Assembly, typeof(JeongsanContext).Assembly }.SelectMany(assembly => assembly.GetTypes()).Where(IsSingleValue))
        {
            var inner = id.GetProperty("Value")!.PropertyType;
            configurationBuilder.Properties(id).HaveConversion(typeof(SingleValueColumn<,>).MakeGenericType(id, inner));
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(JeongsanContext).Assembly);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(type => type.BaseType is null).ToList())
        {
            if (typeof(ITenantOwned).IsAssignableFrom(type.ClrType))
            {
                FilterByTenantMethod.MakeGenericMethod(type.ClrType).Invoke(this, [modelBuilder]);
            }
        }
        foreach (var type in modelBuilder.Model.GetEntityTypes())
        {
            type.SetTableName(SnakeCase(type.GetTableName()!));
            foreach (var property in type.GetProperties())
            {
                property.SetColumnName(SnakeCase(property.GetColumnName()));
            }
            foreach (var part in type.GetComplexProperties())
            {
                foreach (var property in part.ComplexType.GetProperties())
                {
                    property.SetColumnName(SnakeCase($"{part.Name}_{property.Name}"));
                }
            }
        }
    }

    private static readonly MethodInfo FilterByTenantMethod =
        typeof(JeongsanContext).GetMethod(nameof(FilterByTenant), BindingFlags.NonPublic | BindingFlags.Instance)!;

    private void FilterByTenant<T>(ModelBuilder builder) where T : class, ITenantOwned =>
        builder.Entity<T>().HasQueryFilter(row => row.MerchantId == FilteredMerchant && row.Mode == FilteredMode);

    /// <summary>A value type of the domain that wraps exactly one value, e.g. <c>PartnerId(string Value)</c> or <c>Won(long Value)</c>.</summary>
    private static bool IsSingleValue(Type type) =>
        type is { IsValueType: true, IsEnum: false, IsGenericType: false, IsPublic: true }
        && type.GetProperty("Value") is { } value
        && type.GetConstructor([value.PropertyType]) is not null
        && type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Count(property => property.CanWrite) <= 1;

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var index = 0; index < name.Length; index++)
        {
            var letter = name[index];
            if (char.IsUpper(letter) && index > 0 && name[index - 1] != '_' && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1]))))
            {
                text.Append('_');
            }
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }
}

/// <summary>Stores a single-value type of the domain as the value that it wraps.</summary>
internal sealed class SingleValueColumn<T, TInner>() : ValueConverter<T, TInner>(ToInner(), FromInner())
{
    private static Expression<Func<T, TInner>> ToInner()
    {
        var value = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, TInner>>(Expression.Property(value, "Value"), value);
    }

    private static Expression<Func<TInner, T>> FromInner()
    {
        var inner = Expression.Parameter(typeof(TInner));
        return Expression.Lambda<Func<TInner, T>>(Expression.New(typeof(T).GetConstructor([typeof(TInner)])!, inner), inner);
    }
}

/// <summary>Small words for the configurations of entities.</summary>
internal static class EntityMapping
{
    /// <summary>The key of a tenant's thing: (merchant, mode, its own id).</summary>
    public static KeyBuilder TenantKey<T>(this EntityTypeBuilder<T> builder, string idProperty = "Id") where T : class, ITenantOwned =>
        builder.HasKey(nameof(ITenantOwned.MerchantId), nameof(ITenantOwned.Mode), idProperty);

    /// <summary>Nobody reads the column without the installation's keys.</summary>
    public static PropertyBuilder Sealed(this PropertyBuilder property) =>
        property.HasConversion(property.Metadata.ClrType == typeof(string) ? new SealedText() : new SealedBytes());

    /// <summary>As JSON that is sealed as a whole.</summary>
    public static PropertyBuilder<T> SealedJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(new SealedJsonColumn<T>(), new JsonColumnComparer<T>());
        return property;
    }

    /// <summary>As JSON, in which <see cref="SealedFields"/> are sealed.</summary>
    public static PropertyBuilder<T> Json<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(new JsonColumn<T>(), new JsonColumnComparer<T>());
        return property;
    }
}
