using System.Net;
using System.Text.Json;

namespace Jeongsan.Server.Tests;

/// <summary>The document that the server serves about itself.</summary>
public sealed class OpenApiTests(RunningServer server)
{
    [Fact]
    public async Task Document_IsServedWithoutACredential()
    {
        var reply = await server.SendAsync(HttpMethod.Get, "/openapi/v1.json", authorization: "x");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("3.1.0", reply.Body.GetProperty("openapi").GetString());
    }

    [Fact]
    public async Task EveryOperation_NeedsACallerOrIsTheWayIn()
    {
        var document = (await server.GetAsync("/openapi/v1.json")).Body;

        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => (Path: path.Name, Method: method.Name, Operation: method.Value))).ToArray();
        Assert.True(operations.Length >= 68, $"{operations.Length} operations");
        foreach (var (path, method, operation) in operations.Where(one => !one.Path.StartsWith("/login", StringComparison.Ordinal) && !one.Path.StartsWith("/token", StringComparison.Ordinal)))
        {
            Assert.True(operation.TryGetProperty("security", out _), $"{method} {path}");
            var concrete = path.Replace("{bank}", "SHINHAN", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
            var reply = await server.SendAsync(HttpMethod.Parse(method.ToUpperInvariant()), concrete, authorization: "x");
            Assert.True(reply.Status == HttpStatusCode.Unauthorized, $"{method} {path}: {reply.Status}");
        }
    }

    [Fact]
    public async Task EveryReference_LeadsToASchema()
    {
        var document = (await server.GetAsync("/openapi/v1.json")).Body;
        var schemas = document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => schema.Name).ToHashSet();

        Assert.All(References(document), reference => Assert.Contains(reference[(reference.LastIndexOf('/') + 1)..], schemas));
    }

    [Fact]
    public async Task Docs_PageIsServed() => Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("/docs")).Status);

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.Name == "$ref" ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
