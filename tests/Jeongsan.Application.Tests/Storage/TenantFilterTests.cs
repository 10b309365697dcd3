using System.Data.Common;
using System.Globalization;
using Jeongsan.Application.Audit;
using Jeongsan.Application.Ledger;
using Jeongsan.Application.Privacy.Accesses;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Jeongsan.Application.Tests.Storage;

/// <summary>Whatever is stored for a tenant: another merchant or the other mode neither sees nor touches it.</summary>
public sealed class TenantFilterTests(Worlds worlds)
{
    /// <summary>Nobody takes anything out of them, so that there is nothing to touch.</summary>
    private static readonly Type[] OnlyAddedTo = [typeof(AccessRecord), typeof(LedgerLine), typeof(AuditProof), typeof(ProcessorEvidence)];

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task EveryTenantOwnedTable_OfAnotherMerchantOrMode_IsNeitherSeenNorTouched(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        await using var all = world.Get<ContextFactory>().CreateForAll();
        var types = all.Model.GetEntityTypes().Where(type => typeof(ITenantOwned).IsAssignableFrom(type.ClrType)).ToList();
        Assert.True(types.Count >= 15, $"Only {types.Count} tables are tenant-owned.");
        var test = GetType().GetMethod(nameof(CheckAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
        foreach (var type in types)
        {
            await (Task)test.MakeGenericMethod(type.ClrType).Invoke(null, [world, type])!;
        }
    }

    private static async Task CheckAsync<T>(World world, IEntityType type) where T : class, ITenantOwned
    {
        var (own, other) = (new MerchantId($"f-{Guid.NewGuid():n}"), new MerchantId($"f-{Guid.NewGuid():n}"));
        var mine = new Tenant(own, Mode.Test);
        Tenant[] others = [new(own, Mode.Live), new(other, Mode.Test), new(other, Mode.Live)];
        foreach (var tenant in others.Append(mine))
        {
            await InsertAsync(world, type, tenant);
        }

        await using var db = world.Get<ContextFactory>().Create(mine);
        Assert.Equal((type.ClrType.Name, 1), (type.ClrType.Name, await db.Set<T>().CountAsync()));
        if (OnlyAddedTo.Contains(type.ClrType))
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Set<T>().ExecuteDeleteAsync());
            return;
        }
        Assert.Equal((type.ClrType.Name, 1), (type.ClrType.Name, await db.Set<T>().ExecuteDeleteAsync()));
        foreach (var tenant in others)
        {
            await using var theirs = world.Get<ContextFactory>().Create(tenant);
            Assert.Equal((type.ClrType.Name, 1), (type.ClrType.Name, await theirs.Set<T>().CountAsync()));
        }

        await using var nobody = world.Get<ContextFactory>().CreateForAll();
        Assert.Equal((type.ClrType.Name, 0), (type.ClrType.Name, await nobody.Set<T>().CountAsync()));
        foreach (var tenant in others)
        {
            await using var theirs = world.Get<ContextFactory>().Create(tenant);
            await theirs.Set<T>().ExecuteDeleteAsync();
        }
    }

    /// <summary>A row that only counting and deleting can stand: every column holds something of its type, the same id for all tenants.</summary>
    private static async Task InsertAsync(World world, IEntityType type, Tenant tenant)
    {
        await using var db = world.Get<ContextFactory>().CreateForAll();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var names = new List<string>();
        foreach (var column in type.GetTableMappings().Single().Table.Columns)
        {
            var property = column.PropertyMappings[0].Property;
            if (property.ValueGenerated == ValueGenerated.OnAdd && property.IsPrimaryKey() && property.ClrType == typeof(long))
            {
                continue;
            }
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{names.Count}";
            parameter.Value = ValueOf(column, tenant);
            command.Parameters.Add(parameter);
            names.Add(column.Name);
        }
        command.CommandText = $"INSERT INTO {type.GetTableName()} ({string.Join(", ", names.Select(name => $"\"{name}\""))}) VALUES ({string.Join(", ", names.Index().Select(name => $"@p{name.Index}"))})";
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private static object ValueOf(IColumn column, Tenant tenant)
    {
        if (column.Name is "merchant_id" or "mode")
        {
            return column.Name == "mode" ? tenant.Mode.ToString() : tenant.Merchant.Value;
        }
        var mapping = column.PropertyMappings[0].TypeMapping;
        var provider = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        return (Nullable.GetUnderlyingType(provider) ?? provider).Name switch
        {
            nameof(String) => IsInIndexOfAll(column) ? $"{tenant.Merchant.Value}{tenant.Mode}" : "{}",
            nameof(Int64) => 1L,
            nameof(Int32) => 1,
            nameof(Boolean) => false,
            nameof(DateOnly) => new DateOnly(2026, 9, 1),
            nameof(DateTimeOffset) => new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero),
            "Byte[]" => Array.Empty<byte>(),
            var unknown => throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"{column.Table.Name}.{column.Name} is of {unknown}.")),
        };
    }

    /// <summary>Unique over all tenants, e.g. a link's token.</summary>
    private static bool IsInIndexOfAll(IColumn column) =>
        column.Table.Indexes.Any(index => index.IsUnique && index.Columns.Contains(column) && index.Columns.All(one => one.Name != "merchant_id"));
}
