using System.Text.Json;
using Jeongsan.Application.Payouts;

namespace Jeongsan.Server.Hosting;

/// <summary><c>POST /hooks/bank</c>: where the remittance provider tells that a transfer's result is known. The result itself we ask for.</summary>
internal static class BankHook
{
    public const string Path = "/hooks/bank";

    public static void Map(WebApplication app, string? secret) => SignedHook.Map(app, Path, secret, ReceiveAsync);

    private static async Task ReceiveAsync(JsonElement told, IServiceProvider services, CancellationToken ct)
    {
        // As Standard Webhooks advise, the facts are in `data`; providers that tell them flat are understood too.
        var facts = told.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data : told;
        if (SignedHook.Text(facts, "transferId") is { } id)
        {
            await services.GetRequiredService<ReceiveTransferResult>().HandleAsync(id, ct);
        }
    }
}
