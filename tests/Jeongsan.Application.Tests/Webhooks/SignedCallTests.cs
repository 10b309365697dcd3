using System.Text;
using Jeongsan.Application.Webhooks;
using Xunit;

namespace Jeongsan.Application.Tests.Webhooks;

/// <summary>Who may tell this server something: only who signed these bytes, under this id, just now.</summary>
public sealed class SignedCallTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Body = "{\"test\": 2432232314}";
    private const long At = 1614265330;

    // The example of the Standard Webhooks libraries.
    private const string Right = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    [Theory]
    [InlineData(Id, "1614265330", Right, Body, 0, true)]
    [InlineData(Id, "1614265330", Right, Body, 300, true)]
    [InlineData(Id, "1614265330", Right, Body, -300, true)]
    [InlineData(Id, "1614265330", Right, Body, 301, false)]
    [InlineData(Id, "1614265330", Right, Body, -301, false)]
    [InlineData(Id, "1614265330", "v1,AAAA " + Right, Body, 0, true)]
    [InlineData(Id, "1614265330", Right + " v2,AAAA", Body, 0, true)]
    [InlineData(Id, "1614265330", "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", Body, 0, false)]
    [InlineData(Id, "1614265330", "a a a a a a a a a a " + Right, Body, 0, false)]
    [InlineData(Id, "1614265330", "", Body, 0, false)]
    [InlineData("", "1614265330", Right, Body, 0, false)]
    [InlineData("another", "1614265330", Right, Body, 0, false)]
    [InlineData(Id, "1614265331", Right, Body, 0, false)]
    [InlineData(Id, "", Right, Body, 0, false)]
    [InlineData(Id, "-1614265330", Right, Body, 0, false)]
    [InlineData(Id, "1614265330.0", Right, Body, 0, false)]
    [InlineData(Id, "9223372036854775807", Right, Body, 0, false)]
    [InlineData(Id, "1614265330", Right, Body + " ", 0, false)]
    public void IsSignedBy_OfEachPart_OnlyWhenAllOfItFits(string id, string timestamp, string signatures, string body, int lateSeconds, bool fits)
    {
        var call = new SignedCall(id, timestamp, signatures, Encoding.UTF8.GetBytes(body));
        Assert.Equal(fits, call.IsSignedBy(Secret, DateTimeOffset.FromUnixTimeSeconds(At + lateSeconds)));
        Assert.Equal(fits, call.IsSignedBy(Secret["whsec_".Length..], DateTimeOffset.FromUnixTimeSeconds(At + lateSeconds)));
        Assert.False(call.IsSignedBy("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSx", DateTimeOffset.FromUnixTimeSeconds(At + lateSeconds)));
    }

    [Theory]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", true)]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", true)]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLQ==", false)]
    [InlineData("whsec_", false)]
    [InlineData("a secret that is no base64", false)]
    public void IsSecret_OfWhatWasSet_NeedsBytesEnough(string secret, bool isOne) => Assert.Equal(isOne, SignedCall.IsSecret(secret));
}
