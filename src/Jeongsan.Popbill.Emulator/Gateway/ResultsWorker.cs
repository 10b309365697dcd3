using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using Jeongsan.Etax.Transmission;
using Jeongsan.Popbill.Emulator.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jeongsan.Popbill.Emulator.Gateway;

/// <summary>Sends the results of submissions to where their sender wanted them, until the sender signs for them.</summary>
internal sealed partial class ResultsWorker(PopbillEmulatorOptions options, EmulatorStore store, EmulatorClock clock, GatewayKeys keys, ILogger<ResultsWorker> log) : BackgroundService
{
    private const int SendsMax = 8;
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };

    private sealed record Sending(Submission Submission, GatewayIssuer Issuer, string MessageId, NtsTransmission Message);

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var sent = false;
            try
            {
                sent = await SendOneAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                SendingHeldUp(log, e);
            }
            if (!sent) await Task.Delay(TimeSpan.FromMilliseconds(250), options.Time, stoppingToken);
        }
    }

    /// <summary>False when nothing was due.</summary>
    private async Task<bool> SendOneAsync(CancellationToken ct)
    {
        if (await store.InTransactionAsync(Prepare, ct) is not { } sending) return false;
        var delivered = await PostAsync(sending, ct);
        return await store.InTransactionAsync(db =>
        {
            var now = clock.Now(db);
            var sends = sending.Submission.Sends + 1;
            Submission.Sent(db, sending.Submission, delivered ? now : null, delivered || sends >= SendsMax ? null : now + RetryDelay * (1 << sends));
            return true;
        }, ct);
    }

    private Sending? Prepare(EmulatorSession db)
    {
        var now = clock.Now(db);
        if (Submission.Due(db, now) is not { } submission || GatewayIssuers.Find(db, submission.Registration) is not { } issuer) return null;
        using var encryption = X509CertificateLoader.LoadCertificate(issuer.Encryption);
        var message = new NtsMessage
        {
            MessageId = NtsMessage.CreateMessageId(now, Guid.NewGuid()),
            To = submission.ReplyTo,
            Operation = NtsOperation.Results,
            IsAnswer = false,
            Sender = NtsParty.NationalTaxService,
            Recipient = new(issuer.Business, issuer.Name),
            SentAt = now,
            Body = new() { ResultId = submission.ResultId, RefSubmitId = submission.SubmitId },
        };
        return new(submission, issuer, message.MessageId, NtsMessageWriter.Write(message, PrescribedWeakEnvelope.SealWithTripleDes(submission.Results, encryption), keys.Of(db)));
    }

    /// <summary>True when the receiver's own signature says that it has them.</summary>
    private async Task<bool> PostAsync(Sending sending, CancellationToken ct)
    {
        using var content = new ReadOnlyMemoryContent(sending.Message.Content);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(sending.Message.ContentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, sending.Submission.ReplyTo) { Content = content };
        request.Headers.TryAddWithoutValidation("SOAPAction", "\"\"");
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            if (!response.IsSuccessStatusCode) return false;
            await response.Content.LoadIntoBufferAsync(TransmissionLimits.MessageSizeMax, ct);
            var answer = NtsMessageReader.Read(response.Content.Headers.ContentType?.ToString() ?? "", await response.Content.ReadAsByteArrayAsync(ct)).Value;
            using var signer = answer?.Signer;
            return answer?.Message is { IsAnswer: true, Operation: NtsOperation.Results } message && message.RelatesTo == sending.MessageId
                && message.Body.RefResultId == sending.Submission.ResultId && signer!.RawDataMemory.Span.SequenceEqual(sending.Issuer.Signing);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }

    [LoggerMessage(EventId = 4203, Level = LogLevel.Error, Message = "Sending results was held up and is tried again")]
    private static partial void SendingHeldUp(ILogger logger, Exception exception);
}
