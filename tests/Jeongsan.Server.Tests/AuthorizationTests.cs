using System.Net;
using Jeongsan.Application.People;

namespace Jeongsan.Server.Tests;

/// <summary>Who may call.</summary>
public sealed class AuthorizationTests(RunningServer server)
{
    [Theory]
    [InlineData("PortOne wrong-secret-wrong-secret-wrong")]
    [InlineData("Bearer nothing")]
    [InlineData("Basic abc")]
    [InlineData("x")]
    public async Task WrongCredential_IsUnauthorizedInJson(string authorization)
    {
        var reply = await server.SendAsync(HttpMethod.Get, "/platform/partners?test=true", authorization: authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, reply.Status);
        Assert.Equal("UNAUTHORIZED", reply.ErrorType);
    }

    [Fact]
    public async Task Login_WithTheSecret_GivesATokenThatWorks()
    {
        var tokens = await server.SendAsync(HttpMethod.Post, "/login/api-secret", new { apiSecret = server.Server.ApiSecret }, authorization: "x");

        var reply = await server.SendAsync(HttpMethod.Get, "/platform/partners?test=true", authorization: $"Bearer {tokens.Body.GetProperty("accessToken").GetString()}");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    [Fact]
    public async Task Refresh_GivesANewToken_AndTokensAreNotInterchangeable()
    {
        var first = await server.SendAsync(HttpMethod.Post, "/login/api-secret", new { apiSecret = server.Server.ApiSecret });
        var (access, refresh) = (first.Body.GetProperty("accessToken").GetString(), first.Body.GetProperty("refreshToken").GetString());

        var second = await server.SendAsync(HttpMethod.Post, "/token/refresh", new { refreshToken = refresh }, authorization: "x");

        Assert.Equal(HttpStatusCode.OK, second.Status);
        var renewed = await server.SendAsync(HttpMethod.Get, "/platform/partners?test=true", authorization: $"Bearer {second.Body.GetProperty("accessToken").GetString()}");
        Assert.Equal(HttpStatusCode.OK, renewed.Status);
        Assert.Equal("UNAUTHORIZED", (await server.SendAsync(HttpMethod.Get, "/platform/partners", authorization: $"Bearer {refresh}")).ErrorType);
        Assert.Equal("UNAUTHORIZED", (await server.SendAsync(HttpMethod.Post, "/token/refresh", new { refreshToken = access })).ErrorType);
    }

    [Fact]
    public async Task Login_WrongSecret_IsRefused() =>
        Assert.Equal("UNAUTHORIZED", (await server.SendAsync(HttpMethod.Post, "/login/api-secret", new { apiSecret = "wrong" })).ErrorType);

    [Fact]
    public async Task Execute_LiveByApi_IsNeverAllowed()
    {
        var reply = await server.PostAsync("/platform/bulk-payouts/nothing/execute?test=false", new { });

        Assert.Contains(reply.ErrorType, new[] { "SECOND_FACTOR_NEEDED", "BULK_PAYOUT_NOT_FOUND" });
    }

    [Fact]
    public void Table_ReadingRoles_MayNeitherEditNorPay()
    {
        PersonRole[] readers = [PersonRole.Manager, PersonRole.ReadOnly, PersonRole.ReadOnlyWithoutDownload, PersonRole.Developer];

        Assert.All(readers, role => Assert.False(role.Has(PersonRight.Edit) || role.Has(PersonRight.ExecutePayout)));
        Assert.False(PersonRole.ReadOnlyWithoutDownload.Has(PersonRight.Download));
        // A program gives nobody access.
        Assert.All(Enum.GetValues<PersonRight>(), right => Assert.Equal(right != PersonRight.ManageAccess, RoleRights.ApiSecretHas(right)));
    }
}
