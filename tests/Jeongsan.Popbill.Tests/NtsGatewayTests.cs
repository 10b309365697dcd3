using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Jeongsan.Etax;
using Jeongsan.Etax.Transmission;

namespace Jeongsan.Popbill.Tests;

/// <summary>Packages to the tax office's gateway and results back, over real HTTP in both directions.</summary>
public sealed class NtsGatewayTests : IAsyncLifetime
{
    private const string Registration = "42000001";

    private static readonly TestCertificate SupplierCertificate = Issue(EmulatorHost.Supplier);
    private static readonly TestCertificate OtherCertificate = Issue(EmulatorHost.Buyer);

    private readonly NoonClock clock = new();
    private EmulatorHost host = null!;
    private ResultsListener listener = null!;
    private NtsGatewayAddress gateway = null!;
    private NtsIssuer issuer = null!;
    private NtsClient client = null!;
    private int serial;

    public async ValueTask InitializeAsync()
    {
        host = await EmulatorHost.StartAsync(options => options with { Time = clock });
        listener = await ResultsListener.StartAsync();
        gateway = await GatewayAsync();
        issuer = NewIssuer(EmulatorHost.Buyer);
        await RegisterAsync(issuer);
        client = new NtsClient(host.Http, gateway, issuer, clock);
        listener.Client = client;
    }

    public async ValueTask DisposeAsync()
    {
        await listener.DisposeAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Submit_SignedDocuments_AreAcknowledgedAndTheirResultsCome()
    {
        var documents = new[] { Invoice(), Invoice(), Invoice() };
        var submitId = client.NewSubmitId();
        var outcome = await client.SubmitAsync(submitId, [.. documents.Select(document => Pack(document))], CancellationToken.None);
        Assert.Equal(submitId, Assert.IsType<NtsOutcome.Acknowledged>(outcome).Answer.Body.RefSubmitId);
        var incoming = await listener.NextAsync();
        Assert.Equal(submitId, incoming.Results.RefSubmitId);
        // A SET OF is sorted by its encoding: the order of the results is the package's.
        Assert.Equal(documents.Select(document => (document.ApprovalNumber!, "SUC001")).Order(), incoming.Results.Documents.Select(document => (document.ApprovalNumber, document.StatusCode)).Order());
    }

    public static TheoryData<string, string> Codes => new()
    {
        { "SUC001", "a document without fault" },
        { "SUC001", "signed by the broker of a consigned supply" },
        { "SYN002", "changed after signing" },
        { "SYN002", "signed with another's certificate" },
        { "SYN002", "another R value" },
        { "SYN003", "an approval number of another form" },
        { "SYN004", "no XML" },
        { "SYN004", "an element twice" },
        { "ERR001", "a supplier that is not registered" },
        { "ERR002", "a recipient that is not registered" },
        { "ERR003", "a broker that is not registered" },
        { "ERR005", "issued after the transmission" },
        { "ERR006", "another write date than in the approval number" },
        { "ERR007", "supply and tax of different signs" },
        { "ERR007", "a return that is positive" },
        { "ERR008", "an amendment without a reason" },
        { "ERR009", "a supplier that had closed" },
        { "ERR010", "another system's registration number" },
        { "ERR011", "an original that nobody knows" },
        { "ERR011", "an original in a normal invoice" },
        { "ERR999", "a grand total that is no sum" },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Submit_FaultyDocument_GetsTheCode(string code, string what) =>
        Assert.Equal((what, code), (what, Assert.Single((await SubmitAsync(Faulty(what))).Documents).StatusCode));

    [Fact]
    public async Task Submit_ApprovalNumberTwice_IsSyn003AndTheFirstStands()
    {
        var document = Invoice();
        Assert.Equal("SUC001", (await SubmitAsync(Pack(document))).Documents[0].StatusCode);
        Assert.Equal("SYN003", (await SubmitAsync(Pack(document with { Remarks = ["다시"] }))).Documents[0].StatusCode);
    }

    [Fact]
    public async Task Submit_AmendmentOfTheSuppliersOriginal_IsAcceptedAndAnothersIsErr011()
    {
        var original = Invoice();
        await SubmitAsync(Pack(original));
        var amendment = Rescission(original.ApprovalNumber!);
        Assert.Equal("SUC001", (await SubmitAsync(Pack(amendment))).Documents[0].StatusCode);
        var anothers = Rescission(original.ApprovalNumber!) with { Supplier = Party(EmulatorHost.Buyer), Recipient = Party(EmulatorHost.Supplier) with { Kind = EtaxRecipientKind.Business } };
        Assert.Equal("ERR011", (await SubmitAsync(Pack(anothers, OtherCertificate))).Documents[0].StatusCode);
    }

    [Fact]
    public async Task Submit_SentOnAnotherDay_IsErr004()
    {
        var yesterday = new NtsClient(host.Http, gateway, issuer, new NoonClock(TimeSpan.FromDays(-1)));
        Assert.IsType<NtsOutcome.Acknowledged>(await yesterday.SubmitAsync(client.NewSubmitId(), [Pack(Invoice())], CancellationToken.None));
        Assert.Equal("ERR004", Assert.Single((await listener.NextAsync()).Results.Documents).StatusCode);
    }

    /// <summary>The acknowledgement was lost: the same submission again is acknowledged and not worked on twice.</summary>
    [Fact]
    public async Task Submit_TheSameSubmissionAgain_IsAcknowledgedAndTakenOnce()
    {
        var submitId = client.NewSubmitId();
        PackagedInvoice[] package = [Pack(Invoice())];
        await client.SubmitAsync(submitId, package, CancellationToken.None);
        var first = await listener.NextAsync();
        Assert.IsType<NtsOutcome.Acknowledged>(await client.SubmitAsync(submitId, package, CancellationToken.None));
        Assert.IsType<NtsOutcome.Acknowledged>(await client.AskForResultsAsync(submitId, CancellationToken.None));
        Assert.Equal(first.Results, (await listener.NextAsync()).Results);
        Assert.Single((await host.Http.GetFromJsonAsync<JsonElement>("/emulator/nts/submissions")).EnumerateArray());
    }

    [Fact]
    public async Task AskForResults_WhileTheyAreOnTheirWay_SendsThemAgain()
    {
        var submitId = client.NewSubmitId();
        listener.BeforeSigning = async () => Assert.IsType<NtsOutcome.Acknowledged>(await client.AskForResultsAsync(submitId, CancellationToken.None));
        await client.SubmitAsync(submitId, [Pack(Invoice())], CancellationToken.None);
        var first = await listener.NextAsync();
        Assert.Equal(first.Results, (await listener.NextAsync()).Results);
    }

    [Fact]
    public async Task Results_ReceiverFailsFirst_AreSentAgain()
    {
        listener.Failures = 1;
        await client.SubmitAsync(client.NewSubmitId(), [Pack(Invoice())], CancellationToken.None);
        // The second sending waits by the emulator's clock.
        await listener.FailedAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(Assert.Single((await listener.NextAsync()).Results.Documents).IsAccepted);
    }

    [Fact]
    public async Task AskForResults_AfterARestart_SendsThemAgain()
    {
        var submitId = client.NewSubmitId();
        await client.SubmitAsync(submitId, [Pack(Invoice())], CancellationToken.None);
        var first = await listener.NextAsync();
        await host.RestartAsync();
        var moved = await GatewayAsync();
        Assert.Equal(gateway.SigningCertificate.RawData, moved.SigningCertificate.RawData);
        var again = new NtsClient(host.Http, moved, issuer, clock);
        Assert.IsType<NtsOutcome.Acknowledged>(await again.AskForResultsAsync(submitId, CancellationToken.None));
        Assert.Equal(first.Results, (await listener.NextAsync()).Results);
    }

    [Fact]
    public async Task AskForResults_OfNoSubmission_IsRefused() =>
        Assert.Equal("Client", Assert.IsType<NtsOutcome.Refused>(await client.AskForResultsAsync(client.NewSubmitId(), CancellationToken.None)).Fault.Code);

    [Fact]
    public async Task Submit_SenderNotRegistered_IsRefused()
    {
        var stranger = new NtsClient(host.Http, gateway, NewIssuer(EmulatorHost.Supplier), clock);
        Assert.Contains("not registered", Assert.IsType<NtsOutcome.Refused>(await stranger.SubmitAsync(stranger.NewSubmitId(), [Pack(Invoice())], CancellationToken.None)).Fault.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_SealedToAnother_IsRefusedAndNothingTaken()
    {
        var misled = new NtsClient(host.Http, gateway with { EncryptionCertificate = issuer.EncryptionCertificate }, issuer, clock);
        var submitId = client.NewSubmitId();
        Assert.Contains("NotForThisRecipient", Assert.IsType<NtsOutcome.Refused>(await misled.SubmitAsync(submitId, [Pack(Invoice())], CancellationToken.None)).Fault.Text, StringComparison.Ordinal);
        Assert.IsType<NtsOutcome.Refused>(await client.AskForResultsAsync(submitId, CancellationToken.None));
    }

    [Fact]
    public async Task Submit_CountOfAnotherNumber_IsRefused()
    {
        var package = PrescribedWeakEnvelope.SealWithTripleDes(TaxInvoicePackage.Encode([Pack(Invoice())]), gateway.EncryptionCertificate);
        Assert.Contains("WrongCount", NtsFault.Read(await PostAsync(NtsMessageWriter.Write(Message() with { Body = new() { SubmitId = client.NewSubmitId(), TotalCount = 2 } }, package, issuer.SigningKey), HttpStatusCode.InternalServerError))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_ChangedOnTheWay_IsRefused()
    {
        var package = PrescribedWeakEnvelope.SealWithTripleDes(TaxInvoicePackage.Encode([Pack(Invoice())]), gateway.EncryptionCertificate);
        var message = NtsMessageWriter.Write(Message() with { Body = new() { SubmitId = client.NewSubmitId(), TotalCount = 1 } }, package, issuer.SigningKey);
        var changed = message.Content.ToArray();
        changed[message.Content.Span.IndexOf("TotalCount>1"u8) + 11] = (byte)'2';
        Assert.Contains("EnvelopeDigestMismatch", NtsFault.Read(await PostAsync(message with { Content = changed }, HttpStatusCode.InternalServerError))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_NoAnswer_IsUnknown()
    {
        var nowhere = new NtsClient(host.Http, gateway with { Address = new Uri("http://127.0.0.1:1/nts/gateway") }, issuer, clock);
        Assert.IsType<NtsOutcome.Unknown>(await nowhere.SubmitAsync(client.NewSubmitId(), [Pack(Invoice())], CancellationToken.None));
    }

    /// <summary>Somebody in between who answers in the gateway's place: not believed.</summary>
    [Fact]
    public async Task Submit_AnswerSignedByAnother_IsUnknown()
    {
        var misled = new NtsClient(host.Http, gateway with { SigningCertificate = issuer.SigningKey.Certificate }, issuer, clock);
        Assert.Contains("somebody else", Assert.IsType<NtsOutcome.Unknown>(await misled.SubmitAsync(client.NewSubmitId(), [Pack(Invoice())], CancellationToken.None)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Receive_SignedByAnother_IsRefused()
    {
        var results = new NtsResults { RefSubmitId = "x", ReceiptId = "x", TypeCode = "01", RespondedAt = clock.GetUtcNow(), ProcessStatusCode = "01", Documents = [] };
        var forged = NtsMessageWriter.Write(
            Message() with { Operation = NtsOperation.Results, ReplyTo = null, Body = new() { ResultId = "x" } },
            PrescribedWeakEnvelope.SealWithTripleDes(results.Write(), issuer.EncryptionCertificate), issuer.SigningKey);
        Assert.Equal(TransmissionRefusal.SignedByAnother, client.Receive(forged.ContentType, forged.Content).Refusal);
    }

    private PackagedInvoice Faulty(string what)
    {
        var good = Invoice();
        return what switch
        {
            "a document without fault" => Pack(good),
            "signed by the broker of a consigned supply" => Pack(good with { Class = EtaxClass.Consigned, Broker = Party(EmulatorHost.Buyer) }, OtherCertificate),
            "changed after signing" => Changed(good, "10월 정산금", "11월 정산금"),
            "signed with another's certificate" => Pack(good, OtherCertificate),
            "another R value" => Pack(good) with { SignerRandomValue = new byte[20] },
            "an approval number of another form" => Pack(good with { ApprovalNumber = "20261031" + Registration + "0000/001" }),
            "no XML" => Pack(good) with { TaxInvoice = "hello"u8.ToArray() },
            "an element twice" => Changed(good, "<PurposeCode>02</PurposeCode>", "<PurposeCode>02</PurposeCode><PurposeCode>02</PurposeCode>", resign: true),
            "a supplier that is not registered" => SuppliedBy(Number("99")),
            "a recipient that is not registered" => Pack(good with { Recipient = Party(Number("99")) with { Kind = EtaxRecipientKind.Business } }),
            "a broker that is not registered" => Pack(good with { Class = EtaxClass.Consigned, Broker = Party(Number("99")) }),
            "issued after the transmission" => Pack(good with { IssuedAt = clock.GetUtcNow().AddMinutes(5) }),
            "another write date than in the approval number" => Pack(good with { WriteDate = new(2026, 10, 30) }),
            "supply and tax of different signs" => Pack(good with { TaxTotal = -1_000, GrandTotal = 9_000, Lines = [good.Lines[0] with { TaxAmount = -1_000 }] }),
            "a return that is positive" => Pack(good with { Kind = EtaxKind.AmendedTaxInvoice, AmendmentReason = EtaxAmendmentReason.Returned, OriginalApprovalNumber = "20261031" + Registration + "zzzzzzzz" }),
            "an amendment without a reason" => Pack(good with { Kind = EtaxKind.AmendedTaxInvoice }),
            "a supplier that had closed" => SuppliedBy(Number("98")),
            "another system's registration number" => Pack(good with { ApprovalNumber = "202610314299999900000001" }),
            "an original that nobody knows" => Pack(Rescission("20261031" + Registration + "zzzzzzzz")),
            "an original in a normal invoice" => Pack(good with { OriginalApprovalNumber = "20261031" + Registration + "zzzzzzzz" }),
            "a grand total that is no sum" => Pack(good with { GrandTotal = 12_000 }),
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };
    }

    private PackagedInvoice SuppliedBy(string number) => Pack(Invoice() with { Supplier = Party(number) }, Issue(number));

    private PackagedInvoice Changed(EtaxInvoice invoice, string part, string by, bool resign = false)
    {
        var packed = Pack(invoice);
        var text = Encoding.UTF8.GetString(packed.TaxInvoice.Span);
        Assert.Contains(part, text, StringComparison.Ordinal);
        var changed = text.Replace(part, by, StringComparison.Ordinal);
        return packed with { TaxInvoice = Encoding.UTF8.GetBytes(resign ? ResignedDocument.Of(changed, SupplierCertificate) : changed) };
    }

    private async Task<NtsResults> SubmitAsync(PackagedInvoice invoice)
    {
        Assert.IsType<NtsOutcome.Acknowledged>(await client.SubmitAsync(client.NewSubmitId(), [invoice], CancellationToken.None));
        return (await listener.NextAsync()).Results;
    }

    private async Task<byte[]> PostAsync(NtsTransmission message, HttpStatusCode expected)
    {
        using var content = new ByteArrayContent(message.Content.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", message.ContentType);
        using var answer = await host.Http.PostAsync(gateway.Address, content);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private NtsMessage Message() => new()
    {
        MessageId = NtsMessage.CreateMessageId(clock.GetUtcNow(), Guid.NewGuid()),
        To = gateway.Address.ToString(),
        Operation = NtsOperation.InvoiceSubmission,
        IsAnswer = false,
        Sender = issuer.Party,
        Recipient = NtsParty.NationalTaxService,
        ReplyTo = issuer.ReplyTo.ToString(),
        SentAt = clock.GetUtcNow(),
    };

    private EtaxInvoice Invoice()
    {
        var writeDate = new DateOnly(2026, 10, 31);
        return new()
        {
            IssuedAt = new DateTimeOffset(2026, 11, 9, 2, 0, 0, TimeSpan.Zero),
            ApprovalNumber = ApprovalNumber.Create(writeDate, Registration, Interlocked.Increment(ref serial).ToString("x8", System.Globalization.CultureInfo.InvariantCulture)),
            Kind = EtaxKind.TaxInvoice,
            Class = EtaxClass.General,
            WriteDate = writeDate,
            Purpose = EtaxPurpose.Charge,
            Supplier = Party(EmulatorHost.Supplier),
            Recipient = Party(EmulatorHost.Buyer) with { Kind = EtaxRecipientKind.Business },
            SupplyTotal = 10_000,
            TaxTotal = 1_000,
            GrandTotal = 11_000,
            Lines = [new() { SupplyDate = writeDate, Name = "10월 정산금", SupplyAmount = 10_000, TaxAmount = 1_000 }],
        };
    }

    private EtaxInvoice Rescission(string original)
    {
        var document = Invoice();
        return document with
        {
            Kind = EtaxKind.AmendedTaxInvoice,
            AmendmentReason = EtaxAmendmentReason.ContractRescinded,
            OriginalApprovalNumber = original,
            SupplyTotal = -10_000,
            TaxTotal = -1_000,
            GrandTotal = -11_000,
            Lines = [document.Lines[0] with { SupplyAmount = -10_000, TaxAmount = -1_000 }],
        };
    }

    private static EtaxParty Party(string number) => new()
    {
        RegistrationNumber = number,
        CompanyName = "시험상사",
        RepresentativeName = "김대표",
        Contact = new() { Email = "test@example.com" },
    };

    private static PackagedInvoice Pack(EtaxInvoice invoice, TestCertificate? certificate = null)
    {
        using var key = SignerCertificate.OpenPfx((certificate ?? SupplierCertificate).Pfx, TestCertificate.Password).Certificate!;
        return new(key.RandomValue!.Value.ToArray(), EtaxSigner.SignUnchecked(invoice, key));
    }

    private static TestCertificate Issue(string number) =>
        TestAuthority.IssueCertificate(number, "시험상사", new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>A business number whose middle digits say what the emulator's registers hold of it.</summary>
    private static string Number(string middle) => Enumerable.Range(0, 10).Select(digit => $"220{middle}6251{digit}").Single(BusinessNumber.IsValid);

    private async Task<NtsGatewayAddress> GatewayAsync()
    {
        var address = new Uri(host.Address, "/nts/gateway");
        var certificates = await host.Http.GetFromJsonAsync<JsonElement>(address);
        return new(address, Load(certificates, "signingCertificate"), Load(certificates, "encryptionCertificate"));
    }

    private static X509Certificate2 Load(JsonElement certificates, string name) => X509CertificateLoader.LoadCertificate(certificates.GetProperty(name).GetBytesFromBase64());

    private NtsIssuer NewIssuer(string business)
    {
        var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=issuer", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment, critical: true));
        return new()
        {
            Party = new(business, "시험 발행사"),
            RegistrationNumber = Registration,
            SigningKey = SignerCertificate.OpenPfx(Issue(business).Pfx, TestCertificate.Password).Certificate!,
            EncryptionCertificate = request.CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            DecryptionKey = key,
            ReplyTo = listener.Address,
        };
    }

    private async Task RegisterAsync(NtsIssuer registered)
    {
        var answer = await host.Http.PutAsJsonAsync($"/emulator/nts/issuers/{registered.RegistrationNumber}", new
        {
            businessNumber = registered.Party.Id,
            name = registered.Party.Name,
            signingCertificate = registered.SigningKey.Certificate.RawData,
            encryptionCertificate = registered.EncryptionCertificate.RawData,
        });
        answer.EnsureSuccessStatusCode();
    }
}
