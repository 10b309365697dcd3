using System.Text.RegularExpressions;

namespace Jeongsan.Popbill.Tests;

/// <summary>The examples of the package's README, run as they stand there. A line "example: name" begins one, "end" ends it.</summary>
public sealed partial class ReadmeExamples
{
    private const string BuyerNumber = EmulatorHost.Buyer;
    private const string SupplierNumber = EmulatorHost.Supplier;

    [Fact]
    public async Task Examples_OfTheReadme_Run()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.SetClockAsync(new DateTimeOffset(2025, 11, 28, 10, 0, 0, TimeSpan.FromHours(9)));
        var ct = CancellationToken.None;
        var (emulatorAddress, secretKey) = (host.Address, EmulatorHost.Secret);
        // example: client
        using var http = new HttpClient();
        using var popbill = new PopbillClient(
            new PopbillOptions { LinkId = "TESTER", SecretKey = secretKey, IsTest = true, BaseAddress = emulatorAddress, AuthAddress = emulatorAddress },
            http, TimeProvider.System);
        // end
        await JoinAsync(host, popbill, ct);
        var invoice = await ReverseAsync(popbill, ct);
        await FailAsync(popbill, invoice, ct);
        await RestAsync(popbill, invoice, ct);
    }

    private static async Task JoinAsync(EmulatorHost host, PopbillClient popbill, CancellationToken ct)
    {
        // example: join
        foreach (var (number, name) in new[] { (BuyerNumber, "구매상사"), (SupplierNumber, "공급상사") })
        {
            if (await popbill.Members.IsMemberAsync(number, ct)) continue;
            await popbill.Members.JoinAsync(new JoinForm
            {
                CorpNum = number,
                CorpName = name,
                CEOName = "김대표",
                Addr = "서울시 중구 세종대로 1",
                BizType = "도소매",
                BizClass = "전자상거래",
                ID = $"shop{number}",
                Password = "change-Me-1!",
                ContactName = "이담당",
                ContactEmail = "owner@example.com",
                ContactTEL = "02-1234-5678",
            }, ct);
        }
        // end
        // example: certificate
        if (await popbill.Certificates.StateAsync(SupplierNumber, ct) != CertificateState.Usable)
        {
            Uri page = await popbill.Certificates.RegistrationPageAsync(SupplierNumber, ct); // show it to the supplier within 30 seconds
            await ShowAsync(host, page);
        }
        // end
    }

    private static async Task<TaxinvoiceForm> ReverseAsync(PopbillClient popbill, CancellationToken ct)
    {
        // example: reverse
        var invoice = new TaxinvoiceForm
        {
            WriteDate = "20251124",
            IssueType = "역발행",
            ChargeDirection = "역과금",
            PurposeType = "청구",
            TaxType = "과세",
            InvoicerCorpNum = SupplierNumber,
            InvoicerMgtKey = "2025-11-S1",
            InvoicerCorpName = "공급상사",
            InvoicerCEOName = "김공급",
            InvoicerEmail = "supplier@example.com",
            InvoiceeType = "사업자",
            InvoiceeCorpNum = BuyerNumber,
            InvoiceeMgtKey = "2025-11-1",
            InvoiceeCorpName = "구매상사",
            InvoiceeCEOName = "이매입",
            InvoiceeEmail1 = "buyer@example.com",
            SupplyCostTotal = "100000",
            TaxTotal = "10000",
            TotalAmount = "110000",
            DetailList = [new TaxinvoiceLine { SerialNum = 1, PurchaseDT = "20251124", ItemName = "11월 정산", SupplyCost = "100000", Tax = "10000" }],
        };
        await popbill.TaxInvoices.RequestReverseIssueAsync(BuyerNumber, invoice, ct);
        TaxinvoiceIssued issued = await popbill.TaxInvoices.IssueAsync(SupplierNumber, InvoiceSide.Supplier, "2025-11-S1", memo: "승인", forceIssue: false, ct);
        Console.WriteLine(issued.NtsConfirmNum);
        // end
        Assert.Equal(24, issued.NtsConfirmNum!.Length);
        return invoice;
    }

    private static async Task FailAsync(PopbillClient popbill, TaxinvoiceForm invoice, CancellationToken ct)
    {
        // example: unknown
        try
        {
            await popbill.TaxInvoices.RequestReverseIssueAsync(BuyerNumber, invoice, ct);
        }
        catch (PopbillException e) when (e.Outcome == PopbillOutcome.Unknown)
        {
            // It may have been done: ask before acting again.
            if (await popbill.TaxInvoices.FindAsync(BuyerNumber, InvoiceSide.Recipient, "2025-11-1", ct) is null)
            {
                await popbill.TaxInvoices.RequestReverseIssueAsync(BuyerNumber, invoice, ct);
            }
        }
        catch (PopbillException e) when (e.Code is PopbillCodes.RecipientKeyUsed or PopbillCodes.SupplierKeyUsed)
        {
            // Done before: this key has its document already.
        }
        // end
        // example: limits
        try
        {
            await popbill.TaxInvoices.RefuseAsync(SupplierNumber, "a key with spaces", memo: null, ct);
        }
        catch (PopbillException e) when (e.Field is { } problem)
        {
            Console.WriteLine($"{problem.Field}: {problem.Rule}"); // MgtKey: BadCharacter
        }
        // end
    }

    private static async Task RestAsync(PopbillClient popbill, TaxinvoiceForm invoice, CancellationToken ct)
    {
        // example: states
        IReadOnlyList<TaxinvoiceInfo> states = await popbill.TaxInvoices.FindManyAsync(BuyerNumber, InvoiceSide.Recipient, ["2025-11-1", "2025-11-2"], ct);
        foreach (var state in states) Console.WriteLine($"{state.InvoiceeMgtKey} {state.StateCode} {state.NtsconfirmNum}");
        // end
        Assert.Equal(300, Assert.Single(states).StateCode);
        // example: bulk
        TaxinvoiceForm[] forward = [invoice with { IssueType = "정발행", ChargeDirection = "정과금", InvoicerMgtKey = "F-1", InvoiceeMgtKey = null }];
        await popbill.TaxInvoices.SubmitBulkAsync(SupplierNumber, "SUBMIT-2025-11", forward, forceIssue: false, ct);
        BulkResult? result;
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), ct);
            result = await popbill.TaxInvoices.BulkResultAsync(SupplierNumber, "SUBMIT-2025-11", ct);
        }
        while (result is not { IsDone: true });
        // end
        Assert.Equal(1, result.SuccessCount);
        // example: lookups
        CorpState business = await popbill.Lookups.BusinessStateAsync(BuyerNumber, SupplierNumber, ct);
        AccountHolder holder = await popbill.Lookups.AccountHolderAsync(BuyerNumber, bankCode: "0004", accountNumber: "12345678901", ct);
        long points = await popbill.Points.OfPartnerAsync(BuyerNumber, ct);
        // end
        Assert.Equal(("1", true, 10_000_000), (business.State, holder.Found, points));
    }

    /// <summary>Word for word, but for the indentation.</summary>
    [Fact]
    public void Readme_EachExample_IsTheOneThatRuns()
    {
        using var source = new StreamReader(typeof(ReadmeExamples).Assembly.GetManifestResourceStream("ReadmeExamples.cs")!);
        var run = ExampleOf().Matches(source.ReadToEnd()).Select(m => Plain(m.Groups[1].Value)).ToList();
        var shown = FenceOf().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Popbill.README.md"))).Select(m => Plain(m.Groups[1].Value)).ToList();
        Assert.Equal(run, shown);
        Assert.Equal(9, shown.Count);
    }

    private static async Task ShowAsync(EmulatorHost host, Uri page) =>
        Assert.Contains("등록했어요", await CertificatePage.SubmitAsync(host.Http, page, CertificatePage.Npki(SupplierNumber)), StringComparison.Ordinal);

    private static string Plain(string code) => string.Join('\n', code.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith("await ShowAsync(", StringComparison.Ordinal)));

    [GeneratedRegex(@"// example: \w+\n(.*?)        // end\n", RegexOptions.Singleline)]
    private static partial Regex ExampleOf();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex FenceOf();
}
