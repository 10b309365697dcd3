using System.Text;

namespace Jeongsan.Popbill.Tests;

public sealed class SignatureTests
{
    private const string Key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private const string Compact = """{"access_id":"1234567890","scope":["member","110"]}""";
    private const string Spaced = """{"access_id": "1234567890", "scope": ["member", "110"]}""";

    // Rows 1 and 2 are output of the official Node SDK (linkhub 1.8.2) with a fixed clock; rows 3 and 4 follow from the published rule.
    [Theory]
    [InlineData(Compact, "2025-11-24T01:02:03.456Z", null, "Li4zxjzI5ZXTxPp7fTGSkjhtzI6a/9g7INhEXXJnPQw=")]
    [InlineData(Compact, "2025-11-24T01:02:03.456Z", "*", "uCTYiEX1w/GFl5BJX+m8blC68CL8SiD2lwqw7/dNcuM=")]
    [InlineData(Compact, "2025-11-24T01:02:03Z", null, "ATSonJaHNrAlOApvTr2h9VopNvtDItbQZ9W95BgATs4=")]
    [InlineData(Spaced, "2025-11-24T01:02:03Z", null, "yqp/9zhwQp6ygTKwyVKLE1C6uDpbRFLlgfzjcEqS7OU=")]
    public void Sign_KnownRequest_IsTheKnownSignature(string body, string date, string? forwarded, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        Assert.Equal(expected, PopbillSignature.Of(Key, bytes, date, forwarded, "/POPBILL_TEST/Token"));
        string[] headers = forwarded is null ? [date, "2.0"] : [date, forwarded, "2.0"];
        Assert.Equal(expected, Emulator.Auth.LinkhubSignature.Of(Convert.FromBase64String(Key), bytes, headers, "/POPBILL_TEST/Token"));
    }
}
