namespace Jeongsan.Etax.Tests;

/// <summary>Numbers of businesses, persons and documents.</summary>
public sealed class IdentifierTests
{
    [Theory]
    [InlineData("1234567891", true)]
    [InlineData("2222222227", true)]
    [InlineData("1234567890", false)]
    [InlineData("2222222222", false)]
    [InlineData("123-45-67891", false)]
    [InlineData("123456789", false)]
    [InlineData("12345678９1", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsValid_BusinessNumber_FollowsTheCheckDigit(string? number, bool expected) => Assert.Equal(expected, BusinessNumber.IsValid(number));

    // 2·9+3·0+4·0+5·1+6·0+7·1+8·1+9·2+2·3+3·4+4·5+5·6 = 124; 11 − 124 mod 11 = 8.
    [Theory]
    [InlineData("9001011234568", true)]
    [InlineData("9001011234567", false)]
    [InlineData("900101123456", false)]
    public void HasCheckDigit_ResidentNumber_FollowsTheCheckDigit(string number, bool expected) => Assert.Equal(expected, ResidentNumber.HasCheckDigit(number));

    [Fact]
    public void Create_ApprovalNumber_IsDateRegistrationAndSerial() =>
        Assert.Equal("2026103141000008uwh00005", ApprovalNumber.Create(new DateOnly(2026, 10, 31), "41000008", "uwh00005"));

    [Theory]
    [InlineData("4100000", "00000001")]
    [InlineData("4100000A", "00000001")]
    [InlineData("41000008", "0000000-")]
    [InlineData("41000008", "0000001")]
    public void Create_MalformedParts_Throws(string registration, string serial) =>
        Assert.Throws<ArgumentException>(() => ApprovalNumber.Create(new DateOnly(2026, 10, 31), registration, serial));

    [Theory]
    [InlineData("202610314100000800000001", true)]
    [InlineData("202613314100000800000001", false)]
    [InlineData("20261031410000080000001", false)]
    public void IsWellFormed_ApprovalNumber_NeedsARealDateAndLength(string number, bool expected) => Assert.Equal(expected, ApprovalNumber.IsWellFormed(number));

    [Theory]
    [InlineData("12", 1200)]
    [InlineData("-12.3", -1230)]
    [InlineData("0.05", 5)]
    [InlineData("12.3000", 1230)]
    [InlineData("12.345", null)]
    [InlineData("1,000", null)]
    [InlineData("12.", null)]
    [InlineData("+1", null)]
    [InlineData("1e3", null)]
    [InlineData("-", null)]
    public void TryParse_Hundredths_TakesAtMostTwoDecimals(string text, int? expected) =>
        Assert.Equal(expected, Hundredths.TryParse(text, out var value) ? (int?)value.Value : null);
}
