using System.Text;

namespace Jeongsan.Server.Api;

/// <summary>An opaque second name of a thing, that older clients of the reference keep.</summary>
internal static class GraphqlId
{
    public static string Of(string kind, string id) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{kind}:{id}"));
}
