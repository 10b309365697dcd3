using Jeongsan.Etax.Transmission;

namespace Jeongsan.Etax.Tests;

/// <summary>The examples of the library's README, word for word; <see cref="ReadmeTests"/> holds the two together and runs them.</summary>
internal sealed class ReadmeExamples(string folder, TextWriter output)
{
    // The examples' own names for the platform's classes: files lie in a folder of the test, and what is said is kept.
    private ExampleFiles File => new(folder);

    private TextWriter Console => output;

    public async Task RunAsync(HttpClient http, NtsGatewayAddress gateway, NtsIssuer issuer)
    {
        var invoice = new EtaxInvoice
        {
            ApprovalNumber = ApprovalNumber.Create(new DateOnly(2026, 10, 31), "42000001", "00000001"),
            IssuedAt = new DateTimeOffset(2026, 11, 9, 15, 30, 0, TimeSpan.FromHours(9)),
            Kind = EtaxKind.TaxInvoice,
            Class = EtaxClass.General,
            WriteDate = new DateOnly(2026, 10, 31),
            Purpose = EtaxPurpose.Charge,
            Supplier = new EtaxParty { RegistrationNumber = "1234567891", CompanyName = "시험공급 주식회사", RepresentativeName = "가나다" },
            Recipient = new EtaxParty
            {
                RegistrationNumber = "2222222227",
                Kind = EtaxRecipientKind.Business,
                CompanyName = "시험플랫폼 주식회사",
                RepresentativeName = "라마바",
                Contact = new EtaxContact { Email = "tax@example.com" },
            },
            SupplyTotal = 1_000_000,
            TaxTotal = 100_000,
            GrandTotal = 1_100_000,
            Lines = [new EtaxLine { SupplyDate = new DateOnly(2026, 10, 31), Name = "10월 정산금", SupplyAmount = 1_000_000, TaxAmount = 100_000 }],
        };
        foreach (var problem in EtaxInvoiceChecks.Check(invoice))
            Console.WriteLine($"{problem.Field}: {problem.Message} ({problem.XmlPath})");

        using var certificate = SignerCertificate.OpenPfx(File.ReadAllBytes("cert.p12"), "password").Certificate!;
        byte[] signed = EtaxSigner.Sign(invoice, certificate);

        Certificates();
        Verify(signed);
        Amend(invoice);
        Show(invoice);

        var client = new NtsClient(http, gateway, issuer, TimeProvider.System);
        var submitId = client.NewSubmitId(); // store it before sending
        NtsOutcome outcome = await client.SubmitAsync(submitId, [new PackagedInvoice(certificate.RandomValue!.Value, signed)], CancellationToken.None);
        Console.WriteLine(outcome switch
        {
            NtsOutcome.Acknowledged acknowledged => $"접수되었습니다. {acknowledged.Answer.MessageId}",
            NtsOutcome.Refused refused => $"접수되지 않았습니다. {refused.Fault.Text}",
            NtsOutcome.Unknown => "접수 여부를 모릅니다. 같은 번호로 결과를 물어보세요.",
            _ => "",
        });
    }

    private void Certificates()
    {
        var opening = SignerCertificate.OpenPfx(File.ReadAllBytes("cert.p12"), "wrong");
        if (!opening.IsOpened) Console.WriteLine(opening.Message);
        else if (opening.Certificate.BelongsTo("1234567891") != CertificateOwnership.Yes) Console.WriteLine("다른 사업자의 인증서입니다.");
    }

    private void Verify(byte[] signed)
    {
        EtaxReading reading = EtaxInvoiceReader.Read(signed);
        Console.WriteLine(reading.Invoice is { } read ? $"{read.Supplier.CompanyName} {read.GrandTotal:N0}" : reading.Message);

        EtaxVerification verification = EtaxVerifier.Verify(signed, new EtaxTrust([TestAuthority.Certificate]));
        Console.WriteLine(verification.IsValid ? EtaxVerification.NotSigned : $"{verification.Message} ({verification.Reason})");
    }

    private void Amend(EtaxInvoice invoice)
    {
        var planning = EtaxAmendmentPlanner.Plan(
            invoice,
            new EtaxAmendmentFacts.SupplyAmountChanged(On: new DateOnly(2026, 11, 20), SupplyDifference: -200_000, TaxDifference: -20_000),
            today: new DateOnly(2026, 11, 25),
            movedOverHolidays: day => day);
        if (!planning.IsPlanned) throw new InvalidOperationException(planning.Message);
        foreach (var document in planning.Plan.Documents) Console.WriteLine($"{document.TypeCode} {document.WriteDate} {document.SupplyTotal:N0}");
        foreach (var sentence in planning.Plan.Explanation) Console.WriteLine(sentence);
        foreach (var way in planning.Plan.Ways) Console.WriteLine($"{(way.IsRecommended ? "권장" : "다른 방법")}: {way.Explanation}");
    }

    private void Show(EtaxInvoice invoice)
    {
        IReadOnlyList<string> pages = TaxInvoiceForm.RenderSvg(invoice, FormCopy.Supplier);
        File.WriteAllText("form.svg", pages[0]);
    }
}

/// <summary>Files of an example, in a folder of the test.</summary>
internal sealed record ExampleFiles(string Folder)
{
    public byte[] ReadAllBytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public void WriteAllText(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);
}
