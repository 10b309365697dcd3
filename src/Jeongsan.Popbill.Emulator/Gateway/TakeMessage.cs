using System.Globalization;
using System.Text.RegularExpressions;
using Jeongsan.Etax;
using Jeongsan.Etax.Transmission;
using Jeongsan.Popbill.Emulator.Faults;
using Jeongsan.Popbill.Emulator.Storage;

namespace Jeongsan.Popbill.Emulator.Gateway;

/// <summary>Takes a message of an issuing system in: a package of documents, or a question for results. Everything is done and stored before it is acknowledged.</summary>
internal sealed partial class TakeMessage(EmulatorClock clock, FaultPlan faults)
{
    /// <summary>The signed acknowledgement, or the fault with which the whole message is refused.</summary>
    public sealed record Taken(NtsTransmission? Acknowledgement, NtsFault? Fault);

    public Taken Take(EmulatorSession db, string contentType, ReadOnlyMemory<byte> content, GatewayKeys.Pair keys)
    {
        var reading = NtsMessageReader.Read(contentType, content);
        if (reading.Value is not { } received) return Refuse("Client", $"The message can't be used: {reading.Refusal}.");
        using var signer = received.Signer;
        var message = received.Message;
        if (GatewayIssuers.BySigner(db, signer.RawData) is not { } issuer || message.Sender.Id != issuer.Business) return Refuse("Client", "The sender is not registered with this certificate.");
        if (message.IsAnswer || message.Recipient.Id != NtsParty.NationalTaxService.Id) return Refuse("Client", "The message is not for this gateway.");
        return message.Operation switch
        {
            NtsOperation.InvoiceSubmission => Submit(db, message, received.Attachment!.Value, issuer, keys),
            NtsOperation.ResultsRequest => Ask(db, message, issuer, keys),
            NtsOperation.Results => Refuse("Client", "Results come from this gateway, not to it."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private Taken Submit(EmulatorSession db, NtsMessage message, ReadOnlyMemory<byte> attachment, GatewayIssuer issuer, GatewayKeys.Pair keys)
    {
        var submitId = message.Body.SubmitId!;
        if (!SubmitIdForm().IsMatch(submitId) || !submitId.StartsWith(issuer.Registration, StringComparison.Ordinal)) return Refuse("Client", "SubmitID is not of this sender or of another form.");
        if (!Uri.TryCreate(message.ReplyTo, UriKind.Absolute, out var replyTo) || replyTo.Scheme is not ("http" or "https")) return Refuse("Client", "ReplyTo is no address.");
        // A submission that came before, perhaps because its acknowledgement was lost: the first one stands.
        if (Submission.Find(db, submitId) is { } known) return known.Registration == issuer.Registration ? Acknowledge(db, message, known, issuer, keys) : Refuse("Client", "SubmitID is taken.");
        var opened = PrescribedWeakEnvelope.Open(attachment, keys.EncryptionCertificate, keys.DecryptionKey);
        if (opened.Value is not { } package) return Refuse("Client", $"The attachment can't be opened: {opened.Refusal}.");
        var decoded = TaxInvoicePackage.Decode(package);
        if (decoded.Value is not { } invoices || invoices.Count != message.Body.TotalCount) return Refuse("Client", $"The package can't be read: {decoded.Refusal ?? TransmissionRefusal.WrongCount}.");

        var now = clock.Now(db);
        var receiptId = issuer.Registration + EmulatorClock.Stamp(now) + Settings.Next(db, "nts-receipt-sequence").ToString("D8", CultureInfo.InvariantCulture);
        var submission = new Submission(submitId, issuer.Registration, replyTo.ToString(), receiptId, "R" + receiptId, [], 0);
        Submission.Insert(db, submission, now);
        var results = Results(submission, now, [.. invoices.Select(invoice => Examine(db, submission, message, invoice, now))]);
        db.Execute("UPDATE nts_submissions SET results = $1 WHERE submit_id = $0", submitId, results.Write());
        return Acknowledge(db, message, submission, issuer, keys);
    }

    private Taken Ask(EmulatorSession db, NtsMessage message, GatewayIssuer issuer, GatewayKeys.Pair keys)
    {
        if (Submission.Find(db, message.Body.RefSubmitId!) is not { } submission || submission.Registration != issuer.Registration) return Refuse("Client", "No submission of this id was taken.");
        Submission.SendAgain(db, submission.SubmitId, clock.Now(db));
        return Acknowledge(db, message, submission, issuer, keys);
    }

    private NtsDocumentResult Examine(EmulatorSession db, Submission submission, NtsMessage message, PackagedInvoice packaged, DateTimeOffset now)
    {
        var finding = Examination.Examine(db, new(packaged.TaxInvoice, submission.Registration, message.SentAt, now, packaged.SignerRandomValue));
        if (finding.Code != Examination.Accepted) return new(finding.ApprovalNumber, finding.Code);
        if (faults.NtsRefusal(db) is { } forced) return new(finding.ApprovalNumber, forced);
        return new(finding.ApprovalNumber, Submission.TakeApprovalNumber(db, submission.SubmitId, finding.Document!, packaged) ? Examination.Accepted : "SYN003");
    }

    private static NtsResults Results(Submission submission, DateTimeOffset now, IReadOnlyList<NtsDocumentResult> documents) => new()
    {
        RefSubmitId = submission.SubmitId,
        ReceiptId = submission.ReceiptId,
        // The codes of a processed submission were not found in public: 01, as the operation itself.
        TypeCode = "01",
        ProcessStatusCode = "01",
        RespondedAt = now,
        Documents = ValueList.Create<NtsDocumentResult>([.. documents]),
    };

    private Taken Acknowledge(EmulatorSession db, NtsMessage message, Submission submission, GatewayIssuer issuer, GatewayKeys.Pair keys)
    {
        var now = clock.Now(db);
        var answer = new NtsMessage
        {
            MessageId = NtsMessage.CreateMessageId(now, Guid.NewGuid()),
            RelatesTo = message.MessageId,
            To = message.ReplyTo ?? submission.ReplyTo,
            Operation = message.Operation,
            IsAnswer = true,
            Sender = NtsParty.NationalTaxService,
            Recipient = new(issuer.Business, issuer.Name),
            SentAt = now,
            Body = new() { RefSubmitId = submission.SubmitId },
        };
        return new(NtsMessageWriter.Write(answer, null, keys), null);
    }

    private static Taken Refuse(string code, string text) => new(null, new(code, text));

    [GeneratedRegex(@"\A[0-9]{8}-[0-9]{8}-[0-9a-fA-F]{32}\z")]
    private static partial Regex SubmitIdForm();
}
