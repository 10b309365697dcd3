using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Jeongsan.Server.Tests;

/// <summary>Where Popbill tells of state changes. What it tells is only a hint, so whatever comes with the key is answered with OK.</summary>
public sealed class PopbillHookTests(RunningServer server)
{
    private const string OfNobody = """{ "corpNum": "1234567891", "itemKey": "016112515010000001", "eventType": "Issue", "stateCode": "300", "invoiceeMgtKey": "NOBODYS" }""";

    [Fact]
    public async Task Tell_WithoutTheKey_IsUnauthorized() => Assert.Equal(HttpStatusCode.Unauthorized, (await TellAsync(OfNobody, null)).Status);

    [Fact]
    public async Task Tell_WithAnotherKey_IsUnauthorized() => Assert.Equal(HttpStatusCode.Unauthorized, (await TellAsync(OfNobody, "a-key-that-nobody-was-told")).Status);

    [Fact]
    public async Task Tell_WithThePasswordOfSomebodyElse_IsUnauthorized() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await TellAsync(OfNobody, null, password: "a-key-that-nobody-was-told")).Status);

    [Fact]
    public async Task Tell_OfADocumentThatIsNotOurs_IsReceived() => Assert.Equal((HttpStatusCode.OK, "OK"), await TellAsync(OfNobody, RunningServer.PopbillHookKey));

    [Fact]
    public async Task Tell_WithTheKeyAsPassword_IsReceived() => Assert.Equal((HttpStatusCode.OK, "OK"), await TellAsync(OfNobody, null, password: RunningServer.PopbillHookKey));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{ "stateCode": { "a": 1 } }""")]
    public async Task Tell_WhatCantBeRead_IsReceivedSoThatItDoesNotComeAgain(string body) =>
        Assert.Equal((HttpStatusCode.OK, "OK"), await TellAsync(body, RunningServer.PopbillHookKey));

    [Fact]
    public async Task Tell_OfAnotherService_IsReceived() => Assert.Equal((HttpStatusCode.OK, "OK"), await TellAsync(OfNobody, RunningServer.PopbillHookKey, type: "CASHBILL.STATE"));

    private async Task<(HttpStatusCode Status, string Said)> TellAsync(string body, string? key, string? password = null, string type = "TAXINVOICE.STATE")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Server.Address, "hooks/popbill")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Pb-Webhook-Type", type);
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }
        if (password is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"popbill:{password}")));
        }
        using var client = new HttpClient();
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
