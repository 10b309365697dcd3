using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;

namespace Jeongsan.Etax.Transmission;

/// <summary>Speaks with the National Tax Service's gateway over HTTP: submits packages, asks for results, takes results in.</summary>
/// <remarks>Keeps nothing: whoever uses it stores the submission's id before sending, and the results before answering.</remarks>
public sealed class NtsClient(HttpClient http, NtsGatewayAddress gateway, NtsIssuer issuer, TimeProvider time)
{
    /// <summary>An id for one submission. Store it first: it is what can be asked for when the answer is lost.</summary>
    public string NewSubmitId() => NtsMessage.CreateSubmitId(issuer.RegistrationNumber, time.GetUtcNow(), Guid.NewGuid());

    /// <summary>Seals 1 to 100 signed documents and submits them.</summary>
    /// <exception cref="ArgumentException">See <see cref="TaxInvoicePackage.Encode"/>.</exception>
    public Task<NtsOutcome> SubmitAsync(string submitId, IReadOnlyList<PackagedInvoice> invoices, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(invoices);
        var package = PrescribedWeakEnvelope.SealWithTripleDes(TaxInvoicePackage.Encode(invoices), gateway.EncryptionCertificate);
        var message = NewMessage(NtsOperation.InvoiceSubmission) with { ReplyTo = issuer.ReplyTo.ToString(), Body = new() { SubmitId = submitId, TotalCount = invoices.Count } };
        return SendAsync(message, package, ct);
    }

    /// <summary>Asks the gateway to send the results of a submission, once more if it did already. Refused when it never got the submission.</summary>
    public Task<NtsOutcome> AskForResultsAsync(string submitId, CancellationToken ct) =>
        SendAsync(NewMessage(NtsOperation.ResultsRequest) with { Body = new() { RefSubmitId = submitId } }, null, ct);

    /// <summary>Reads results that the gateway posted to <see cref="NtsIssuer.ReplyTo"/>: signed by it and sealed to us.</summary>
    /// <param name="contentType">The HTTP header's value.</param>
    /// <param name="content">The HTTP body.</param>
    public TransmissionReading<NtsIncomingResults> Receive(string contentType, ReadOnlyMemory<byte> content)
    {
        static TransmissionReading<NtsIncomingResults> Refuse(TransmissionRefusal refusal) => new() { Refusal = refusal };
        var reading = NtsMessageReader.Read(contentType, content);
        if (reading.Value is not { } received) return Refuse(reading.Refusal!.Value);
        using var signer = received.Signer;
        if (!IsGateway(signer)) return Refuse(TransmissionRefusal.SignedByAnother);
        if (received.Message is not { Operation: NtsOperation.Results, IsAnswer: false } message || received.Attachment is not { } attachment) return Refuse(TransmissionRefusal.MalformedMessage);
        var opened = PrescribedWeakEnvelope.Open(attachment, issuer.EncryptionCertificate, issuer.DecryptionKey);
        if (opened.Value is not { } xml) return Refuse(opened.Refusal!.Value);
        var read = NtsResults.Read(xml);
        if (read.Value is not { } results) return Refuse(read.Refusal!.Value);
        var answer = NewMessage(NtsOperation.Results) with { IsAnswer = true, RelatesTo = message.MessageId, Body = new() { RefResultId = message.Body.ResultId ?? results.ReceiptId } };
        return new() { Value = new(message, results, NtsMessageWriter.Write(answer, null, issuer.SigningKey)) };
    }

    private NtsMessage NewMessage(NtsOperation operation)
    {
        var now = time.GetUtcNow();
        return new()
        {
            MessageId = NtsMessage.CreateMessageId(now, Guid.NewGuid()),
            To = gateway.Address.ToString(),
            Operation = operation,
            IsAnswer = false,
            Sender = issuer.Party,
            Recipient = NtsParty.NationalTaxService,
            SentAt = now,
        };
    }

    private async Task<NtsOutcome> SendAsync(NtsMessage message, byte[]? attachment, CancellationToken ct)
    {
        // A null array converts to an empty memory, which the writer takes for none.
        var transmission = NtsMessageWriter.Write(message, attachment, issuer.SigningKey);
        using var content = new ReadOnlyMemoryContent(transmission.Content);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(transmission.ContentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, gateway.Address) { Content = content };
        request.Headers.TryAddWithoutValidation("SOAPAction", "\"\"");
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            await response.Content.LoadIntoBufferAsync(TransmissionLimits.SoapSizeMax, ct);
            return Judge(message, response, await response.Content.ReadAsByteArrayAsync(ct));
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException || (lost is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new NtsOutcome.Unknown($"No answer: {lost.GetType().Name}.");
        }
    }

    private NtsOutcome Judge(NtsMessage sent, HttpResponseMessage response, byte[] body)
    {
        if (response.StatusCode == HttpStatusCode.InternalServerError && NtsFault.Read(body) is { } fault) return new NtsOutcome.Refused(fault);
        if (response.StatusCode != HttpStatusCode.OK) return new NtsOutcome.Unknown($"HTTP {(int)response.StatusCode} without a fault.");
        var reading = NtsMessageReader.Read(response.Content.Headers.ContentType?.ToString() ?? "", body);
        if (reading.Value is not { } received) return new NtsOutcome.Unknown($"The answer can't be read: {reading.Refusal}.");
        using var signer = received.Signer;
        if (!IsGateway(signer)) return new NtsOutcome.Unknown("The answer is signed by somebody else.");
        if (!received.Message.IsAnswer || received.Message.Operation != sent.Operation || received.Message.RelatesTo != sent.MessageId)
            return new NtsOutcome.Unknown("The answer is to another message.");
        return new NtsOutcome.Acknowledged(received.Message);
    }

    private bool IsGateway(X509Certificate2 signer) => signer.RawDataMemory.Span.SequenceEqual(gateway.SigningCertificate.RawDataMemory.Span);
}
