using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Partners;

/// <summary>사업자등록번호: ten digits, kept without dashes. Its check digit is looked at apart, since a platform may register a wrong number.</summary>
[JsonConverter(typeof(TextIdJsonConverter<BusinessRegistrationNumber>))]
public readonly record struct BusinessRegistrationNumber(string Value) : ITextId<BusinessRegistrationNumber>
{
    private static readonly int[] Weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];

    public static BusinessRegistrationNumber From(string value) => new(value);

    /// <summary>Takes 1234567890 or 123-45-67890.</summary>
    public static Outcome<BusinessRegistrationNumber> Parse(string? text)
    {
        var digits = (text ?? "").Trim();
        if (digits.Length == 12 && digits[3] == '-' && digits[6] == '-')
        {
            digits = digits.Remove(6, 1).Remove(3, 1);
        }

        return digits.Length == 10 && digits.All(char.IsAsciiDigit)
            ? new BusinessRegistrationNumber(digits)
            : new PartnerRefusal.BusinessNumberMalformed(text ?? "");
    }

    /// <summary>True if the tenth digit fits the other nine, as in every number that a tax office gave out.</summary>
    public bool HasValidCheckDigit
    {
        get
        {
            if (Value is not { Length: 10 } || !Value.All(char.IsAsciiDigit))
            {
                return false;
            }

            var digits = Value.Select(character => character - '0').ToArray();
            var sum = Weights.Select((weight, index) => weight * digits[index]).Sum() + (digits[8] * 5 / 10);
            return (10 - (sum % 10)) % 10 == digits[9];
        }
    }

    /// <summary>123-45-67890.</summary>
    public string Dashed => $"{Value[..3]}-{Value[3..5]}-{Value[5..]}";

    public override string ToString() => Value;
}
