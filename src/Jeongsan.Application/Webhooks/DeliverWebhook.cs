using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Webhooks;

/// <summary>One event for one endpoint. The body is fixed when it is decided, so that every attempt sends the same bytes.</summary>
internal sealed record WebhookDelivery(string EndpointId, string Body);

/// <summary>
/// Posts one event. A receiver can't be asked whether it got a delivery, so after an unknown outcome the same
/// <c>webhook-id</c> goes out again: the id is what makes it one event.
/// </summary>
internal sealed class DeliverWebhook(Store store, HttpClient http, IDataProtectionProvider protection, TimeProvider time) : OutboxHandler
{
    public const string MessageType = "Webhook.Deliver";
    public const string ProtectionPurpose = "Jeongsan.WebhookSecret";

    /// <summary>At once, then about 5, 10, 20 and 40 minutes later.</summary>
    private const int AttemptsMax = 5;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(5);

    public override string Type => MessageType;

    public override CarriedData Carries => new CarriedData.Nothing("to the platform itself");

    /// <summary>A receiver that was away for an hour has missed one event; the ones after it are still worth telling.</summary>
    public override bool FailureBlocksLater => false;

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        var delivery = message.Read<WebhookDelivery>();
        await using var db = store.Read(message.Tenant);
        var endpoint = await db.Set<WebhookEndpoint>().SingleOrDefaultAsync(row => row.Id == delivery.EndpointId, ct);
        if (endpoint is null)
        {
            return new Delivery.Finished(work => Task.CompletedTask);
        }
        var problem = await PostAsync(message.Key, delivery.Body, endpoint, ct);
        if (problem is null)
        {
            return new Delivery.Finished(work => Task.CompletedTask);
        }
        return message.Attempts >= AttemptsMax ? new Delivery.Stuck(problem) : new Delivery.Later(problem, Wait(message.Attempts));
    }

    private async Task<string?> PostAsync(string id, string body, WebhookEndpoint endpoint, CancellationToken ct)
    {
        var secret = protection.CreateProtector(ProtectionPurpose).Unprotect(endpoint.ProtectedSecret);
        var now = time.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Sign(secret, id, now, body));
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            return answer.IsSuccessStatusCode ? null : $"웹훅을 받는 쪽이 HTTP {(int)answer.StatusCode}로 답했습니다.";
        }
        catch (HttpRequestException)
        {
            return "웹훅을 받는 주소에 연결하지 못했습니다.";
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            return "웹훅을 받는 쪽이 제한 시간 안에 답하지 않았습니다.";
        }
    }

    private static TimeSpan Wait(int attempts)
    {
        var whole = FirstWait.Ticks << (attempts - 1);
        return TimeSpan.FromTicks((whole / 2) + (whole / 2 * RandomNumberGenerator.GetInt32(1000) / 1000));
    }
}
