using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jeongsan.Application.Storage.Sealing;

/// <summary>Which members of the domain's facts are sealed wherever they are stored: account numbers, birth dates, e-mail addresses, telephone numbers.</summary>
internal static class SealedFields
{
    private static readonly Dictionary<Type, string[]> Names = new()
    {
        [typeof(Contact)] = [nameof(Contact.Email), nameof(Contact.PhoneNumber)],
        [typeof(ContactChange)] = [nameof(ContactChange.Email), nameof(ContactChange.PhoneNumber)],
        [typeof(BankAccount)] = [nameof(BankAccount.Number)],
        [typeof(RepaymentAccount)] = [nameof(RepaymentAccount.Number)],
        [typeof(PartnerType.WhtPayer)] = [nameof(PartnerType.WhtPayer.Birthdate)],
        [typeof(PartnerType.NonWhtPayer)] = [nameof(PartnerType.NonWhtPayer.Birthdate)],
        [typeof(PartnerTypeChange.WhtPayer)] = [nameof(PartnerTypeChange.WhtPayer.Birthdate)],
        [typeof(PartnerTypeChange.NonWhtPayer)] = [nameof(PartnerTypeChange.NonWhtPayer.Birthdate)],
        [typeof(CounterpartyContact)] = [nameof(CounterpartyContact.Email), nameof(CounterpartyContact.PhoneNumber)],
        [typeof(TaxInvoiceContact)] = [nameof(TaxInvoiceContact.Email), nameof(TaxInvoiceContact.PhoneNumber), nameof(TaxInvoiceContact.MobilePhoneNumber)],
        [typeof(TaxInvoiceAdditionalContact)] = [nameof(TaxInvoiceAdditionalContact.Email), nameof(TaxInvoiceAdditionalContact.PhoneNumber)],
    };

    private static readonly ConcurrentDictionary<Type, bool> Holders = new();

    public static bool Has(Type type, string member) => Names.TryGetValue(type, out var names) && names.Contains(member);

    /// <summary>Whether a value of the type may hold such a member, however deep.</summary>
    public static bool AreIn(Type type) => Holders.GetOrAdd(type, static of => Reached(of).Any(Names.ContainsKey));

    /// <summary>The type and all that is stored within it.</summary>
    public static IReadOnlySet<Type> Reached(Type type)
    {
        var found = new HashSet<Type>();
        Visit(type);
        return found;

        void Visit(Type one)
        {
            one = Nullable.GetUnderlyingType(one) ?? one;
            foreach (var argument in one.IsGenericType ? one.GetGenericArguments() : one.IsArray ? [one.GetElementType()!] : Type.EmptyTypes)
            {
                Visit(argument);
            }
            if (one.Namespace?.StartsWith("Jeongsan.", StringComparison.Ordinal) != true || !found.Add(one))
            {
                return;
            }
            foreach (var derived in one.GetCustomAttributes<JsonDerivedTypeAttribute>())
            {
                Visit(derived.DerivedType);
            }
            foreach (var property in one.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                Visit(property.PropertyType);
            }
        }
    }

    /// <summary>Has the serializer seal those members; everything else is written as without it.</summary>
    public static void Seal(JsonTypeInfo info)
    {
        foreach (var property in info.Properties.Where(property => property.AttributeProvider is PropertyInfo member && Has(info.Type, member.Name)))
        {
            property.CustomConverter = Nullable.GetUnderlyingType(property.PropertyType) == typeof(DateOnly) ? new SealedDate() : new SealedString();
        }
    }

    private sealed class SealedString : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Seals.Open(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Seals.Seal(value));
    }

    private sealed class SealedDate : JsonConverter<DateOnly?>
    {
        public override DateOnly? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateOnly.ParseExact(Seals.Open(reader.GetString()!), "O", System.Globalization.CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, DateOnly? value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Seals.Seal(value!.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
    }
}

/// <summary>A column that is sealed as a whole.</summary>
internal sealed class SealedText() : ValueConverter<string, string>(text => Seals.Seal(text), stored => Seals.Open(stored));

/// <inheritdoc cref="SealedText"/>
internal sealed class SealedBytes() : ValueConverter<byte[], byte[]>(content => Seals.Seal(content), stored => Seals.Open(stored));
