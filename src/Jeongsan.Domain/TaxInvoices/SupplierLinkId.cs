using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.TaxInvoices;

[JsonConverter(typeof(TextIdJsonConverter<SupplierLinkId>))]
public readonly record struct SupplierLinkId(string Value) : ITextId<SupplierLinkId>
{
    public static SupplierLinkId From(string value) => new(value);

    public override string ToString() => Value;
}
