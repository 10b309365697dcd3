using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Jeongsan.Domain.Partners;
using Jeongsan.Etax;
using Jeongsan.TestKit;

namespace Jeongsan.Server.Tests;

/// <summary>A connected partner with one invoice that waits for its approval, and the token of the mail's link.</summary>
internal sealed partial class SupplierCase
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static int _numbers;

    private SupplierCase(RunningServer server, string partner, string number)
    {
        (Server, Partner, Number) = (server, partner, number);
    }

    public RunningServer Server { get; }

    public string Partner { get; }

    public string Number { get; }

    public string Invoice { get; private set; } = "";

    public string Token { get; private set; } = "";

    public static async Task<SupplierCase> CreateAsync(RunningServer server)
    {
        // A contact's address may have 40 characters at the ASP.
        var id = RunningServer.NewId()[..12];
        var one = new SupplierCase(server, id, NewNumber());
        Must(await server.PostAsync("/platform/contracts?test=true", RunningServer.Contract(id)));
        Must(await server.PostAsync("/platform/partners?test=true", new
        {
            id,
            name = id,
            contact = new { name = "김정산", email = $"{id}@supplier.example", phoneNumber = "010-0000-0000" },
            account = new { bank = "SHINHAN", currency = "KRW", number = "110000000001", holder = "김정산" },
            defaultContractId = id,
            tags = Array.Empty<string>(),
            type = new { business = new { companyName = "공급상점", taxationType = "NORMAL", businessRegistrationNumber = one.Number, representativeName = "김정산", companyAddress = "서울특별시 중구 시험로 1", businessType = "도소매", businessClass = "잡화" } },
        }));
        await UntilAsync("our own company to be connected", async () => (await server.GetAsync("/platform/own-company?test=true")).Body.TryGetProperty("connectedAt", out _));
        Must(await server.PostAsync($"/platform/partners/member-company-connect/{id}?test=true", new { }));
        await UntilAsync("the partner to be connected", async () =>
            (await server.GetAsync($"/platform/partners/{id}?test=true")).Body.GetProperty("type").GetProperty("memberCompanyConnectionStatus").GetString() == "CONNECTED");
        var asked = Must(await server.PostAsync("/b2b/tax-invoices/request-reverse-issuance?test=true", new
        {
            taxInvoice = new
            {
                taxationType = "TAXABLE",
                purposeType = "RECEIPT",
                writeDate = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                totalSupplyAmount = 10_000,
                totalTaxAmount = 1_000,
                totalAmount = 11_000,
                supplier = new { counterpartyId = id },
                recipient = new { },
                items = new[] { new { name = "판매대금 정산", supplyCostAmount = 10_000, taxAmount = 1_000 } },
            },
        }));
        one.Invoice = asked.Body.GetProperty("taxInvoice").GetProperty("id").GetString()!;
        one.Token = await one.TokenAsync();
        return one;
    }

    /// <summary>Of the newest mail, once it is another one.</summary>
    public async Task<string> TokenAsync(string? before = null)
    {
        var mail = await Server.Server.Mailbox.WaitForAsync(
            "the request", one => one.To.Contains(Partner, StringComparison.Ordinal) && Link().Match(one.Text) is { Success: true } link && link.Groups[1].Value != before, Limit);
        return Link().Match(mail.Text).Groups[1].Value;
    }

    public Task<Reply> CallAsync(HttpMethod method, string path, string bearer, object? body = null) =>
        Server.SendAsync(method, $"/supplier-desk/{path}", body, authorization: $"Bearer {bearer}");

    public Task<Reply> EnterAsync(string number, string? token = null) => CallAsync(HttpMethod.Post, "visit", token ?? Token, new { businessRegistrationNumber = number });

    public async Task<string> VisitAsync() => Must(await EnterAsync(Number)).Body.GetProperty("accessToken").GetString()!;

    public async Task<string> StatusAsync() => (await Server.GetAsync($"/b2b/tax-invoices/{Invoice}?test=true&taxInvoiceKeyType=TAX_INVOICE_ID")).Body.GetProperty("status").GetString()!;

    public static Task UntilAsync(string what, Func<Task<bool>> holds) => Polling.UntilTrueAsync(what, async _ => await holds(), Limit);

    /// <summary>At the ASP's own page, whose address the desk gives.</summary>
    public async Task RegisterCertificateAsync(string visit)
    {
        var page = Must(await CallAsync(HttpMethod.Get, "certificate", visit)).Body.GetProperty("registrationUrl").GetString()!;
        var now = TimeProvider.System.GetUtcNow();
        var made = TestAuthority.IssueCertificate(Number, "공급상점", now.AddDays(-1), now.AddYears(1));
        using var http = new HttpClient();
        var html = await http.GetStringAsync(new Uri(page));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Ticket().Match(html).Groups[1].Value), "T" },
            { new ByteArrayContent(made.Pfx.ToArray()), "pfx", "certificate.p12" },
            { new StringContent(TestCertificate.Password), "password" },
        };
        using var answer = await http.PostAsync(new Uri(Server.Server.EmulatorAddress, "App/Certificate"), form);
        Assert.True(answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
    }

    private static Reply Must(Reply reply) => reply.Status == HttpStatusCode.OK ? reply : throw new InvalidOperationException(reply.Text);

    /// <summary>Invented test numbers that pass the check digit.</summary>
    private static string NewNumber()
    {
        var serial = Interlocked.Increment(ref _numbers);
        return Enumerable.Range(0, 10).Select(last => $"{700 + (serial / 100)}8188{serial % 100:00}{last}").First(number => new BusinessRegistrationNumber(number).HasValidCheckDigit);
    }

    [GeneratedRegex("/s/([A-Za-z0-9_-]+)")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"T\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Ticket();
}
