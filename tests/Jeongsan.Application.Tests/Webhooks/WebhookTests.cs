using System.Net;
using System.Net.Sockets;
using System.Text;
using Jeongsan.Application.Webhooks;
using Xunit;

namespace Jeongsan.Application.Tests.Webhooks;

public sealed class WebhookTests
{
    // The example of the Standard Webhooks specification (standardwebhooks.com, "Verifying webhooks").
    [Fact]
    public void Sign_TheSpecificationsExample_GivesItsSignature() =>
        Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            WebhookSignature.Sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), "{\"test\": 2432232314}"));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::7f00:1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:4136:e378::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("2001:db8::1")]
    public void IsPublic_InternalAddress_No(string address) => Assert.False(WebhookTarget.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("169.253.255.255")]
    [InlineData("192.167.255.255")]
    [InlineData("223.255.255.255")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("2606:4700:4700::1111")]
    public void IsPublic_PublicAddress_Yes(string address) => Assert.True(WebhookTarget.IsPublic(IPAddress.Parse(address)));

    /// <summary>A name that resolves to this machine is not connected to, although something listens.</summary>
    [Fact]
    public async Task Connect_NameOfThisMachine_NeverConnects()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var http = new HttpClient(WebhookTarget.Handler(allowInternal: false));
        var address = new Uri($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(address));
        Assert.False(listener.Pending());
    }

    /// <summary>A receiver can't send us on to a machine of its choice.</summary>
    [Fact]
    public async Task Post_AnsweredWithARedirect_DoesNotFollow()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var answering = AnswerAsync(listener, $"HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:{port}/secret\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var http = new HttpClient(WebhookTarget.Handler(allowInternal: true));
        using var answer = await http.PostAsync(new Uri($"http://127.0.0.1:{port}/hook"), new StringContent("{}"));
        await answering;
        Assert.Equal(HttpStatusCode.TemporaryRedirect, answer.StatusCode);
        Assert.False(listener.Pending());
    }

    private static async Task AnswerAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        _ = await stream.ReadAsync(new byte[4096]);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
    }
}
