using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.UserDefinedProperties;

public abstract record PropertyRefusal : Refusal
{
    private PropertyRefusal()
    {
    }

    public sealed record KeyInvalid(int LengthMax) : PropertyRefusal;

    public sealed record NameInvalid(int LengthMax) : PropertyRefusal;

    public sealed record TooMany(PropertyScope Scope, int CountMax) : PropertyRefusal;

    /// <summary>A value was given for a property that nobody defined.</summary>
    public sealed record NotDefined(string Key) : PropertyRefusal;
}

/// <summary>Defines which properties partners and transfers may have. Values that were given stay when a definition goes.</summary>
public sealed class DefineProperties(Store store)
{
    public const string Subject = "PropertyDefinition";
    public const int CountMax = 10;
    public const int KeyLengthMax = 50;
    public const int NameLengthMax = 100;

    /// <summary>Adds the definition, or changes the one of that key.</summary>
    public Task<Outcome<PropertyDefinition>> SetAsync(
        Tenant tenant, Actor actor, PropertyScope scope, string key, string name, PropertyVisibility visibility, CancellationToken ct) =>
        store.CommandAsync<PropertyDefinition>(tenant, actor, async work =>
        {
            // The key is also the name of a column of sheets.
            if (key.Length is 0 or > KeyLengthMax || !key.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-'))
            {
                return new PropertyRefusal.KeyInvalid(KeyLengthMax);
            }
            if (string.IsNullOrWhiteSpace(name) || name.Length > NameLengthMax)
            {
                return new PropertyRefusal.NameInvalid(NameLengthMax);
            }
            await TenantLock.TakeAsync(work, "define-properties", ct);
            var definitions = await work.Db.Set<PropertyDefinition>().Where(row => row.Scope == scope).ToListAsync(ct);
            var definition = definitions.SingleOrDefault(row => row.Key == key);
            if (definition is null)
            {
                if (definitions.Count >= CountMax)
                {
                    return new PropertyRefusal.TooMany(scope, CountMax);
                }
                definition = new PropertyDefinition { MerchantId = tenant.Merchant, Mode = tenant.Mode, Scope = scope, Key = key, Name = name, Visibility = visibility };
                work.Db.Add(definition);
            }
            (definition.Name, definition.Visibility) = (name, visibility);
            work.Record(Subject, $"{scope}:{key}", "PropertyDefined", why: name);
            return definition;
        }, ct);

    public Task<Outcome<Done>> RemoveAsync(Tenant tenant, Actor actor, PropertyScope scope, string key, CancellationToken ct) =>
        store.CommandAsync<Done>(tenant, actor, async work =>
        {
            if (await work.Db.Set<PropertyDefinition>().SingleOrDefaultAsync(row => row.Scope == scope && row.Key == key, ct) is not { } definition)
            {
                return new StoredRefusal.NotFound(Subject, key);
            }
            work.Db.Remove(definition);
            work.Record(Subject, $"{scope}:{key}", "PropertyRemoved", why: definition.Name);
            return new Done();
        }, ct);
}

internal static class DefinedProperties
{
    /// <summary>Null when each given property is defined.</summary>
    public static async Task<PropertyRefusal?> UndefinedAsync(this Work work, PropertyScope scope, IReadOnlyList<UserDefinedProperty>? given, CancellationToken ct)
    {
        if (given is null or { Count: 0 })
        {
            return null;
        }
        var defined = await work.Db.Set<PropertyDefinition>().AsNoTracking().Where(row => row.Scope == scope).Select(row => row.Key).ToListAsync(ct);
        return given.FirstOrDefault(property => !defined.Contains(property.Key)) is { } unknown ? new PropertyRefusal.NotDefined(unknown.Key) : null;
    }
}
