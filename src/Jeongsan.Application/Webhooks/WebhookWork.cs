using System.Text.Json;
using System.Text.RegularExpressions;
using Jeongsan.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Webhooks;

/// <summary>Who is to be told, as far as this command has looked: a command that changes thousands of things asks once.</summary>
internal sealed class WebhookAudience(JeongsanContext db)
{
    private List<(string Id, bool IsOff)>? _endpoints;

    public async ValueTask<IReadOnlyList<(string Id, bool IsOff)>> ReadAsync(CancellationToken ct) =>
        _endpoints ??= [.. (await db.Set<WebhookEndpoint>().OrderBy(row => row.Id).Select(row => new { row.Id, row.SwitchedOffAt }).ToListAsync(ct)).Select(row => (row.Id, row.SwitchedOffAt is not null))];
}

internal static partial class WebhookWork
{
    public const string Subject = "WebhookEndpoint";

    private const string Hidden = "***";

    /// <summary>What is said of a delivery that an endpoint does not get because it is off.</summary>
    public const string OffWords = "웹훅 주소가 꺼져 있어 보내지 않았습니다. 주소를 다시 켠 뒤 다시 보내 주세요.";

    /// <summary>
    /// Decides one delivery for each endpoint. The key is stable for the event, so that it is decided once. For an endpoint that is
    /// off it is kept and not tried.
    /// </summary>
    /// <param name="subject">What it is about, e.g. <c>TaxInvoice:inv-1</c>: an endpoint hears the events of one subject in their order.</param>
    /// <param name="type">The field's name of the event, e.g. <c>TaxInvoice.Issued</c>.</param>
    public static async Task PublishAsync(this Work work, string subject, string eventKey, string type, object data, CancellationToken ct)
    {
        var endpoints = await work.Webhooks.ReadAsync(ct);
        if (endpoints.Count == 0)
        {
            return;
        }
        var body = JsonSerializer.Serialize(new { type, timestamp = work.Now, data }, StorageJson.Options);
        foreach (var (endpointId, isOff) in endpoints)
        {
            var id = $"{eventKey}.{endpointId}";
            work.Db.Add(new WebhookDelivery { MerchantId = work.Tenant.Merchant, Mode = work.Tenant.Mode, Id = id, EndpointId = endpointId, Type = type, CreatedAt = work.Now });
            work.Decide(
                DeliverWebhook.MessageType, id, $"Webhook:{endpointId}:{subject}", new DeliverWebhook.Payload(endpointId, body), delay: null, cargo: null, heldBecause: isOff ? OffWords : null);
        }
    }

    /// <summary>The API's name of a state: REQUEST_PENDING for RequestPending.</summary>
    public static string ApiName<T>(T state) where T : struct, Enum =>
        string.Concat(state.ToString().Select((letter, index) => index > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}"));

    /// <summary>Free text of a bank or an ASP without what it may repeat of a person: the given words, mail addresses, and numbers as long as an account's.</summary>
    public static string? WithoutPersonal(string? text, params ReadOnlySpan<string?> words)
    {
        if (text is null)
        {
            return null;
        }
        foreach (var word in words)
        {
            text = string.IsNullOrWhiteSpace(word) ? text : text.Replace(word, Hidden, StringComparison.OrdinalIgnoreCase);
        }
        return LongNumbers().Replace(MailAddresses().Replace(text, Hidden), Hidden);
    }

    [GeneratedRegex(@"\d(?:[ -]?\d){5,}")]
    private static partial Regex LongNumbers();

    [GeneratedRegex(@"[^\s@]+@[^\s@]+")]
    private static partial Regex MailAddresses();
}
