using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.TaxInvoices;

[JsonConverter(typeof(TextIdJsonConverter<TaxInvoiceId>))]
public readonly record struct TaxInvoiceId(string Value) : ITextId<TaxInvoiceId>
{
    public static TaxInvoiceId From(string value) => new(value);

    public override string ToString() => Value;
}
