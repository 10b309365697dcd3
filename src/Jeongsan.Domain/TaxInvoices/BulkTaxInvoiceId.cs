using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.TaxInvoices;

[JsonConverter(typeof(TextIdJsonConverter<BulkTaxInvoiceId>))]
public readonly record struct BulkTaxInvoiceId(string Value) : ITextId<BulkTaxInvoiceId>
{
    public static BulkTaxInvoiceId From(string value) => new(value);

    public override string ToString() => Value;
}
