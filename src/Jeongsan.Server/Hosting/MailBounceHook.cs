using System.Text.Json;
using Jeongsan.Application.Mails;

namespace Jeongsan.Server.Hosting;

/// <summary><c>POST /hooks/mail-bounces</c>: where the mail provider tells, translated by whoever runs it, that a mail did not arrive.</summary>
internal static class MailBounceHook
{
    public const string Path = "/hooks/mail-bounces";

    public static void Map(WebApplication app, string? secret) => SignedHook.Map(app, Path, secret, ReceiveAsync);

    private static async Task ReceiveAsync(JsonElement told, IServiceProvider services, CancellationToken ct)
    {
        if (SignedHook.Text(told, "messageId") is { } id && SignedHook.Text(told, "recipient") is { } recipient && SignedHook.Text(told, "kind") is "HARD" or "SOFT")
        {
            var bounce = new MailBounce(id, recipient, SignedHook.Text(told, "kind") == "HARD", SignedHook.Text(told, "reason") ?? "");
            await services.GetRequiredService<ReceiveMailBounce>().HandleAsync(bounce, ct);
        }
    }
}
