using System.Text;
using Jeongsan.Etax.Transmission;

namespace Jeongsan.Etax.Tests;

/// <summary>SOAP messages with attachments: round trips, the signature, and what is refused.</summary>
public sealed class NtsMessageTests
{
    private static readonly byte[] Attachment = [.. "--\r\n\r\n------=_Part_ 봉투"u8, 0, 255];
    private static readonly NtsParty Us = new("1234567891", "시험공급 <주식회사> & \"친구\"");
    private static readonly Guid Id = new("00112233-4455-6677-8899-aabbccddeeff");

    public static TheoryData<NtsOperation, bool> Kinds => new(
        from operation in Enum.GetValues<NtsOperation>()
        from isAnswer in new[] { false, true }
        select (operation, isAnswer));

    private static NtsMessage Message(NtsOperation operation = NtsOperation.InvoiceSubmission, bool isAnswer = false) => new()
    {
        MessageId = NtsMessage.CreateMessageId(Samples.IssuedAt, Id),
        RelatesTo = isAnswer ? "20261109153000000-ffffffffffffffffffffffffffffffff" : null,
        To = "https://gateway.example/services?a=1&b=2",
        Operation = operation,
        IsAnswer = isAnswer,
        Sender = Us,
        Recipient = NtsParty.NationalTaxService,
        ReplyTo = operation == NtsOperation.InvoiceSubmission && !isAnswer ? "https://us.example/results" : null,
        SentAt = Samples.IssuedAt,
        Body = (operation, isAnswer) switch
        {
            (NtsOperation.InvoiceSubmission, false) => new() { SubmitId = NtsMessage.CreateSubmitId("41000008", Samples.IssuedAt, Id), TotalCount = 3, ReferenceId = "taxInvoicePart" },
            (NtsOperation.Results, false) => new() { ResultId = "R-1", ReferenceId = "taxInvoicePart" },
            (NtsOperation.Results, true) => new() { RefResultId = "R-1" },
            (NtsOperation.ResultsRequest, false) => new() { RefSubmitId = "41000008-20261109-1" },
            _ => new(),
        },
    };

    private static NtsTransmission Write(NtsMessage message)
    {
        using var key = Samples.Key();
        return NtsMessageWriter.Write(message, message.HasAttachment ? Attachment : null, key);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_WhatWasWritten_IsTheSameMessage(NtsOperation operation, bool isAnswer)
    {
        var message = Message(operation, isAnswer);
        var sent = Write(message);
        var read = NtsMessageReader.Read(sent.ContentType, sent.Content);
        Assert.Null(read.Refusal);
        Assert.Equal(message, read.Value!.Message);
        Assert.Equal(message.HasAttachment ? Convert.ToHexString(Attachment) : null, read.Value.Attachment is { } content ? Convert.ToHexString(content.Span) : null);
        Assert.Equal(Vectors.Read("npki", "signCert.der"), read.Value.Signer.RawData);
    }

    [Fact]
    public void Create_Ids_HaveTheStandardsForm()
    {
        Assert.Equal("20261109153000000-00112233445566778899aabbccddeeff", NtsMessage.CreateMessageId(Samples.IssuedAt, Id));
        Assert.Equal("41000008-20261109-00112233445566778899aabbccddeeff", NtsMessage.CreateSubmitId("41000008", Samples.IssuedAt, Id));
    }

    /// <summary>The standard's actions, one a kind of message.</summary>
    [Fact]
    public void Action_EachKind_IsTheStandards() =>
        Assert.Equal(
            ["TaxInvoiceSubmit", "TaxInvoiceRecvAck", "ResultsSubmit", "ResultsRecvAck", "ResultsReqSubmit", "ResultsReqRecvAck"],
            Enum.GetValues<NtsOperation>().SelectMany(operation => (string[])[Message(operation).Action, Message(operation, true).Action]).Select(action => action["http://www.kec.or.kr/standard/Tax/".Length..]));

    [Theory]
    [InlineData("3</kec:TotalCount>", "4</kec:TotalCount>", TransmissionRefusal.EnvelopeDigestMismatch)]
    [InlineData("시험공급", "시험굥급", TransmissionRefusal.EnvelopeDigestMismatch)]
    [InlineData("<SOAP:Body>", "<SOAP:Body> ", TransmissionRefusal.EnvelopeDigestMismatch)]
    [InlineData("<wsa:To>", "<wsa:To><!-- ignored by the canonical form -->", null)]
    [InlineData("<ds:SignatureValue>", "<ds:SignatureValue>AAAA", TransmissionRefusal.SignatureMismatch)]
    [InlineData("봉투", "봉통", TransmissionRefusal.AttachmentDigestMismatch)]
    [InlineData("<taxInvoicePart>", "<otherPart>", TransmissionRefusal.UnsupportedSignature)]
    [InlineData("#rsa-sha256", "#hmac-sha256", TransmissionRefusal.UnsupportedSignature)]
    [InlineData("#enveloped-signature", "#base64", TransmissionRefusal.UnsupportedSignature)]
    [InlineData("URI=\"#X509Token\"", "URI=\"#Other\"", TransmissionRefusal.UnsupportedSignature)]
    [InlineData("<ds:Signature>", "<ds:Signature></ds:Signature><ds:Signature>", TransmissionRefusal.UnsupportedSignature)]
    [InlineData("<SOAP:Header>", "<SOAP:Header><wsse:Security></wsse:Security>", TransmissionRefusal.MalformedMessage)]
    [InlineData("<SOAP:Envelope", "<!DOCTYPE a [<!ENTITY b \"c\">]><SOAP:Envelope", TransmissionRefusal.MalformedMessage)]
    [InlineData("<SOAP:Header>", "<?a b?><SOAP:Header>", TransmissionRefusal.MalformedMessage)]
    [InlineData("<SOAP:Header>", "<SOAP:Header><a><a><a><a><a><a><a><a><a><a><a><a><a><a></a></a></a></a></a></a></a></a></a></a></a></a></a></a>", TransmissionRefusal.MalformedMessage)]
    [InlineData("Content-Transfer-Encoding: binary", "Content-Transfer-Encoding: base64", TransmissionRefusal.MalformedMultipart)]
    [InlineData("\r\n\r\n", "\r\nContent-ID: <b>\r\n\r\n", TransmissionRefusal.MalformedMultipart)]
    public void Read_Changed_IsRefusedOrTheSame(string part, string by, TransmissionRefusal? expected)
    {
        var sent = Write(Message());
        var text = Encoding.Latin1.GetString(sent.Content.Span);
        var wanted = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(part));
        Assert.Contains(wanted, text, StringComparison.Ordinal);
        var changed = Encoding.Latin1.GetBytes(text.Replace(wanted, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(by)), StringComparison.Ordinal));
        Assert.Equal(expected, NtsMessageReader.Read(sent.ContentType, changed).Refusal);
    }

    [Fact]
    public void Read_AttachmentTakenAway_IsRefused()
    {
        var sent = Write(Message());
        var text = Encoding.Latin1.GetString(sent.Content.Span);
        var second = text.IndexOf("Content-Type: application/octet-stream", StringComparison.Ordinal);
        var boundary = text[..text.IndexOf('\r', StringComparison.Ordinal)];
        var cut = Encoding.Latin1.GetBytes(text[..(second - 2)] + "--\r\n");
        Assert.StartsWith(boundary, text, StringComparison.Ordinal);
        Assert.NotNull(NtsMessageReader.Read(sent.ContentType, cut).Refusal);
    }

    [Fact]
    public void Read_AnyByteCutOrChanged_NeverThrows()
    {
        var sent = Write(Message());
        for (var i = 0; i < sent.Content.Length; i += 7)
        {
            // The last line end belongs to nothing.
            if (i < sent.Content.Length - 2) Assert.NotNull(NtsMessageReader.Read(sent.ContentType, sent.Content[..i]).Refusal);
            var changed = sent.Content.ToArray();
            changed[i] ^= 0x21;
            var read = NtsMessageReader.Read(sent.ContentType, changed);
            Assert.True(read.Refusal is not null || read.Value!.Message == Message(), $"byte {i}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("application/json")]
    [InlineData("multipart/related")]
    [InlineData("multipart/related; boundary=\"\"")]
    public void Read_OtherContentType_IsMalformedMultipart(string contentType) =>
        Assert.Equal(TransmissionRefusal.MalformedMultipart, NtsMessageReader.Read(contentType, Write(Message()).Content).Refusal);

    [Fact]
    public void Read_OneHundredMegabytes_IsTooLarge() => Assert.Equal(TransmissionRefusal.TooLarge, NtsMessageReader.Read("text/xml", new byte[100 << 20]).Refusal);

    [Fact]
    public void Write_WithoutWhatTheOperationNeeds_Throws()
    {
        using var key = Samples.Key();
        Assert.Throws<ArgumentException>(() => NtsMessageWriter.Write(Message(), null, key));
        Assert.Throws<ArgumentException>(() => NtsMessageWriter.Write(Message() with { Body = new() }, Attachment, key));
        Assert.Throws<ArgumentException>(() => NtsMessageWriter.Write(Message(NtsOperation.ResultsRequest), Attachment, key));
    }

    private static NtsResults Results => new()
    {
        RefSubmitId = "41000008-20261109-1",
        ReceiptId = "RCPT-1",
        TypeCode = "01",
        RespondedAt = Samples.IssuedAt,
        ProcessStatusCode = "01",
        Documents = [new("202610314100000800000001", "SUC001"), new("202610314100000800000002", "ERR007")],
    };

    [Fact]
    public void ReadResults_WhatWasWritten_IsTheSame() => Assert.Equal(Results, NtsResults.Read(Results.Write()).Value);

    [Theory]
    [InlineData("<TotalCountQuantity>2", "<TotalCountQuantity>3")]
    [InlineData("<SuccessCountQuantity>1", "<SuccessCountQuantity>2")]
    [InlineData("<ReceiptID>", "<ReceiptID>x</ReceiptID><ReceiptID>")]
    [InlineData("<ReceiptID>", "<ReceiptID><a>")]
    [InlineData("<TaxInvoiceResponse ", "<!DOCTYPE a><TaxInvoiceResponse ")]
    [InlineData("20261109153000", "2026-11-09")]
    [InlineData("<IssueID>202610314100000800000001</IssueID>", "")]
    public void ReadResults_Malformed_IsRefused(string part, string by)
    {
        var xml = Encoding.UTF8.GetString(Results.Write());
        Assert.Contains(part, xml, StringComparison.Ordinal);
        Assert.Equal(TransmissionRefusal.MalformedMessage, NtsResults.Read(Encoding.UTF8.GetBytes(xml.Replace(part, by, StringComparison.Ordinal))).Refusal);
    }
}
