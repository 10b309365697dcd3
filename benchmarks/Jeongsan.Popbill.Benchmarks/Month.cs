using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Jeongsan.Etax;

namespace Jeongsan.Popbill.Benchmarks;

/// <summary>Reverse issuance by many callers at once: all requests, then all issues, then the tax office.</summary>
internal sealed partial class Month(PopbillClient popbill, HttpClient http, Uri emulator)
{
    private const string Buyer = "1208147521";
    private const string Supplier = "2208162517";
    private static readonly CancellationToken None = CancellationToken.None;

    public async Task JoinAsync()
    {
        await SetClockAsync(new DateTimeOffset(2025, 11, 28, 10, 0, 0, TimeSpan.FromHours(9)));
        foreach (var number in (string[])[Buyer, Supplier])
        {
            await popbill.Members.JoinAsync(new JoinForm
            {
                CorpNum = number,
                CorpName = "시험상사",
                CEOName = "김대표",
                Addr = "서울시 중구",
                BizType = "도소매",
                BizClass = "전자상거래",
                ID = "bench" + number,
                Password = "password1!",
                ContactName = "이담당",
                ContactEmail = "bench@example.com",
                ContactTEL = "02",
            }, None);
        }
        var issued = TestAuthority.IssueCertificate(Supplier, "시험상사", new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var page = await http.GetStringAsync(await popbill.Certificates.RegistrationPageAsync(Supplier, None));
        using var form = new MultipartFormDataContent { { new StringContent(Ticket().Match(page).Groups[1].Value), "T" }, { new StringContent("test1234"), "password" } };
        form.Add(new ByteArrayContent(issued.SignCert.ToArray()), "signCert", "signCert.der");
        form.Add(new ByteArrayContent(issued.SignPri.ToArray()), "signPri", "signPri.key");
        (await http.PostAsync(new Uri(emulator, "/App/Certificate"), form)).EnsureSuccessStatusCode();
    }

    public async Task RunAsync(string name, int count, int callers, Action<string> done)
    {
        await EachAsync(count, callers, n => popbill.TaxInvoices.RequestReverseIssueAsync(Buyer, Form($"{name}-{n}"), None));
        done("requested");
        await EachAsync(count, callers, n => popbill.TaxInvoices.IssueAsync(Supplier, InvoiceSide.Supplier, $"{name}-{n}-S", null, true, None));
        done("issued");
        await EachAsync(count, callers, n => popbill.TaxInvoices.FindAsync(Buyer, InvoiceSide.Recipient, $"{name}-{n}", None));
        done("asked for");
        await SetClockAsync(new DateTimeOffset(2025, 12, 1, 15, 0, 0, TimeSpan.FromHours(9)));
        done("filed");
        await SetClockAsync(new DateTimeOffset(2025, 11, 28, 10, 0, 0, TimeSpan.FromHours(9)));
    }

    private static Task EachAsync(int count, int callers, Func<int, Task> call) =>
        Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = callers }, async (n, _) => await call(n));

    private async Task SetClockAsync(DateTimeOffset now) => (await http.PutAsJsonAsync(new Uri(emulator, "/emulator/clock"), new { now })).EnsureSuccessStatusCode();

    private static TaxinvoiceForm Form(string key) => new()
    {
        WriteDate = "20251124",
        IssueType = "역발행",
        ChargeDirection = "역과금",
        PurposeType = "청구",
        TaxType = "과세",
        SupplyCostTotal = "100000",
        TaxTotal = "10000",
        TotalAmount = "110000",
        InvoicerCorpNum = Supplier,
        InvoicerMgtKey = key + "-S",
        InvoicerCorpName = "공급상사",
        InvoicerCEOName = "김공급",
        InvoicerEmail = "supplier@example.com",
        InvoiceeType = "사업자",
        InvoiceeCorpNum = Buyer,
        InvoiceeMgtKey = key,
        InvoiceeCorpName = "구매상사",
        InvoiceeCEOName = "이매입",
        InvoiceeEmail1 = "buyer@example.com",
        DetailList = [new TaxinvoiceLine { SerialNum = 1, PurchaseDT = "20251124", ItemName = "배송정산", Qty = "1", UnitCost = "100000", SupplyCost = "100000", Tax = "10000" }],
    };

    [GeneratedRegex("name=\"T\" value=\"([^\"]*)\"")]
    private static partial Regex Ticket();
}
