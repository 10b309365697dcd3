using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.BankFiles;

[JsonConverter(typeof(TextIdJsonConverter<BankFileId>))]
public readonly record struct BankFileId(string Value) : ITextId<BankFileId>
{
    public static BankFileId From(string value) => new(value);

    public override string ToString() => Value;
}
