using System.Text.Json;
using Jeongsan.Server.Api;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Tests;

/// <summary>Contracts keep what they hold when they are written and read again.</summary>
public sealed class ContractTests
{
    public static TheoryData<Type> Contracts =>
    [
        .. typeof(PageInfo).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(PageInfo).Namespace && type is { IsAbstract: false, IsEnum: false, IsClass: true } && !type.IsSubclassOf(typeof(ApiError)))
            .Where(type => type.GetCustomAttributes(typeof(OneOfAttribute), false).Length == 0 && type.GetMethod("<Clone>$") is not null),
    ];

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Contract_WrittenAndRead_IsTheSame(Type contract)
    {
        var written = JsonSerializer.Serialize(Samples.Of(contract), contract, ApiJson.Options);

        var read = JsonSerializer.Deserialize(written, contract, ApiJson.Options);

        Assert.Equal(written, JsonSerializer.Serialize(read, contract, ApiJson.Options));
    }

    [Fact]
    public void Codes_AreWrittenInUpperSnakeCase_AndNumbersAreRefused()
    {
        Assert.Equal("\"SIMPLE_TAX_INVOICE_ISSUER\"", JsonSerializer.Serialize(PlatformTaxationType.SimpleTaxInvoiceIssuer, ApiJson.Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PlatformTaxationType>("1", ApiJson.Options));
    }

    [Fact]
    public void Instants_AreWrittenInUtc() =>
        Assert.Equal("\"2026-11-30T00:00:00Z\"", JsonSerializer.Serialize(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.FromHours(9)), ApiJson.Options));
}
