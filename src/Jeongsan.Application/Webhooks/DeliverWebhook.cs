using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Webhooks;

/// <summary>
/// Posts one event. A receiver can't be asked whether it got a delivery, so after an unknown outcome the same
/// <c>webhook-id</c> goes out again: the id is what makes it one event.
/// </summary>
internal sealed class DeliverWebhook(Store store, HttpClient http, IDataProtectionProvider protection, MailOptions mail, TimeProvider time) : OutboxHandler
{
    public const string MessageType = "Webhook.Deliver";
    public const string ProtectionPurpose = "Jeongsan.WebhookSecret";

    /// <summary>The body is fixed when the delivery is decided, so that every attempt sends the same bytes.</summary>
    public sealed record Payload(string EndpointId, string Body);

    /// <summary>At once, then about 5, 10, 20 and 40 minutes later.</summary>
    private const int AttemptsMax = 5;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AnswerWait = TimeSpan.FromSeconds(5);

    public override string Type => MessageType;

    public override CarriedData Carries => new CarriedData.Nothing("to the platform itself");

    /// <summary>A receiver that was away for an hour has missed one event; the ones after it are still worth telling.</summary>
    public override bool FailureBlocksLater => false;

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        var delivery = message.Read<Payload>();
        await using var db = store.Read(message.Tenant);
        var endpoint = await db.Set<WebhookEndpoint>().SingleOrDefaultAsync(row => row.Id == delivery.EndpointId, ct);
        if (endpoint is null)
        {
            return new Delivery.Finished(work => Task.CompletedTask);
        }
        if (endpoint.SwitchedOffAt is not null)
        {
            return new Delivery.Stuck(WebhookWork.OffWords);
        }
        var (problem, status, answer) = await PostAsync(message.Key, delivery.Body, endpoint, ct);
        await NoteAsync(message, endpoint.Id, problem, status, answer, ct);
        if (problem is null)
        {
            return new Delivery.Finished(work => Task.CompletedTask);
        }
        return message.Attempts >= AttemptsMax ? new Delivery.Stuck(problem) : new Delivery.Later(problem, Wait(message.Attempts));
    }

    /// <summary>What the receiver answered, for the people who look into it, and whether its endpoint takes anything at all. A delivery of before this was kept has no row.</summary>
    private async Task NoteAsync(OutboxMessage message, string endpointId, string? problem, int? status, string? answer, CancellationToken ct)
    {
        await store.CommandAsync<Done>(message.Tenant, Actor.System, async work =>
        {
            await work.Db.Set<WebhookDelivery>().Where(row => row.Id == message.Key).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.AnswerStatus, status)
                .SetProperty(row => row.AnswerBody, answer)
                .SetProperty(row => row.TriedAt, work.RealNow), ct);
            await (problem is null ? work.NoteSuccessAsync(endpointId, ct) : work.NoteFailureAsync(endpointId, problem, answer, mail, ct));
            return new Done();
        }, ct);
    }

    private async Task<(string? Problem, int? Status, string? Answer)> PostAsync(string id, string body, WebhookEndpoint endpoint, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(WebhookSignature.IdHeader, id);
        request.Headers.Add(WebhookSignature.TimestampHeader, now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.SignatureHeader, Sign(endpoint, id, now, body));
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            var status = (int)answer.StatusCode;
            return (answer.IsSuccessStatusCode ? null : $"웹훅을 받는 쪽이 HTTP {status}로 답했습니다.", status, await BeginningAsync(answer, ct));
        }
        catch (HttpRequestException)
        {
            return ("웹훅을 받는 주소에 연결하지 못했습니다.", null, null);
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            return ("웹훅을 받는 쪽이 제한 시간 안에 답하지 않았습니다.", null, null);
        }
    }

    /// <summary>By the secret, then by those that it took the place of and that receivers may still know: one that fits is enough for them.</summary>
    private string Sign(WebhookEndpoint endpoint, string id, DateTimeOffset now, string body)
    {
        var protector = protection.CreateProtector(ProtectionPurpose);
        var secrets = endpoint.StillValid(now).Select(retired => retired.ProtectedSecret).Reverse().Prepend(endpoint.ProtectedSecret);
        return string.Join(' ', secrets.Select(secret => WebhookSignature.Sign(protector.Unprotect(secret), id, now, body)));
    }

    /// <summary>As much of the body as is kept. What can't be read, or doesn't come in time, changes nothing about the status.</summary>
    private static async Task<string?> BeginningAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(AnswerWait);
        var read = new byte[WebhookDelivery.AnswerLengthMax];
        var length = 0;
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(limit.Token);
            int more;
            while (length < read.Length && (more = await body.ReadAsync(read.AsMemory(length), limit.Token)) > 0)
            {
                length += more;
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            // What came until then.
        }
        // Databases keep no U+0000 in texts.
        return length == 0 ? null : Encoding.UTF8.GetString(read, 0, length).Replace("\0", "", StringComparison.Ordinal);
    }

    private static TimeSpan Wait(int attempts)
    {
        var whole = FirstWait.Ticks << (attempts - 1);
        return TimeSpan.FromTicks((whole / 2) + (whole / 2 * RandomNumberGenerator.GetInt32(1000) / 1000));
    }
}
