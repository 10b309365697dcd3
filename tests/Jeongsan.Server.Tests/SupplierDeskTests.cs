using System.Net;
using Jeongsan.TestKit;

namespace Jeongsan.Server.Tests;

/// <summary>What a supplier does with the token of a mail's link over the API: what the pages do, and refused as they refuse.</summary>
public sealed class SupplierDeskTests(RunningServer running)
{
    private const string Another = "6050500057";

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Link_ReadEnteredAndRefused_SaysWhatHappenedAndTakesNoSecondAnswer(DatabaseKind kind)
    {
        var one = await SupplierCase.CreateAsync(await running.OnAsync(kind));

        var link = (await one.CallAsync(HttpMethod.Get, "link", one.Token)).Body;
        Assert.Equal(("APPROVAL", "WAITING", 11_000, "공급상점"), (Text(link, "kind"), Text(link, "state"), link.GetProperty("totalAmount").GetInt64(), Text(link, "supplierName")));
        var wrong = await one.EnterAsync(Another);
        Assert.Equal((HttpStatusCode.Forbidden, "SUPPLIER_NUMBER_WRONG", 4), (wrong.Status, wrong.ErrorType, wrong.Body.GetProperty("attemptsLeft").GetInt32()));
        Assert.Equal("INVALID_REQUEST", (await one.EnterAsync("123")).ErrorType);
        var visit = (await one.EnterAsync($"{one.Number[..3]}-{one.Number[3..5]}-{one.Number[5..]}")).Body.GetProperty("accessToken").GetString()!;
        var invoice = (await one.CallAsync(HttpMethod.Get, "tax-invoice", visit)).Body;
        Assert.Equal(("WAITING", 10_000, one.Number), (Text(invoice, "state"), invoice.GetProperty("supplyAmount").GetInt64(), Text(invoice.GetProperty("supplier"), "businessRegistrationNumber")));
        Assert.False((await one.CallAsync(HttpMethod.Get, "certificate", visit)).Body.GetProperty("isRegistered").GetBoolean());
        Assert.Equal("SUPPLIER_CERTIFICATE_MISSING", (await one.CallAsync(HttpMethod.Post, "tax-invoice/approve", visit)).ErrorType);
        Assert.Equal("SUPPLIER_TAX_INVOICE_NOT_ISSUED", (await one.CallAsync(HttpMethod.Get, "tax-invoice/xml", visit)).ErrorType);
        Assert.Equal("SUPPLIER_TAX_INVOICE_NOT_ISSUED", (await one.CallAsync(HttpMethod.Post, "tax-invoice/cancel", visit, new { reason = "착오" })).ErrorType);
        Assert.StartsWith("%PDF-", (await one.CallAsync(HttpMethod.Get, "tax-invoice/pdf", visit)).Text, StringComparison.Ordinal);
        Assert.Equal("INVALID_REQUEST", (await one.CallAsync(HttpMethod.Post, "tax-invoice/refuse", visit, new { reason = "  " })).ErrorType);

        var refused = await one.CallAsync(HttpMethod.Post, "tax-invoice/refuse", visit, new { reason = "금액이 계약과 다릅니다" });

        Assert.Equal(("REFUSED", "금액이 계약과 다릅니다"), (Text(refused.Body, "state"), Text(refused.Body, "refusalReason")));
        await SupplierCase.UntilAsync("the refusal", async () => await one.StatusAsync() == "REQUEST_REFUSED");
        foreach (var path in new[] { "tax-invoice/approve", "tax-invoice/refuse" })
        {
            var late = await one.CallAsync(HttpMethod.Post, path, visit, new { reason = "다시" });
            Assert.Equal((HttpStatusCode.Conflict, "SUPPLIER_TAX_INVOICE_NOT_WAITING", "REFUSED"), (late.Status, late.ErrorType, Text(late.Body, "state")));
        }
        var happened = (await one.CallAsync(HttpMethod.Get, "tax-invoice/history", visit)).Body.GetProperty("items").EnumerateArray().Select(row => (Text(row, "what"), Text(row, "by"))).ToList();
        Assert.Contains(("공급자가 거부, 팝빌에 알림", "SUPPLIER"), happened);
        Assert.Contains(("발행 요청", "PLATFORM"), happened);
        await AssertListedAsync(one);
    }

    [Fact]
    public async Task Approve_WithACertificate_IsIssued_AndCancelledBeforeItIsSent()
    {
        var one = await SupplierCase.CreateAsync(running);
        var visit = await one.VisitAsync();
        await one.RegisterCertificateAsync(visit);
        Assert.True((await one.CallAsync(HttpMethod.Get, "certificate", visit)).Body.GetProperty("isRegistered").GetBoolean());

        Assert.Equal(HttpStatusCode.OK, (await one.CallAsync(HttpMethod.Post, "tax-invoice/approve", visit)).Status);

        await SupplierCase.UntilAsync("the issue", async () =>
        {
            var now = (await one.CallAsync(HttpMethod.Get, "tax-invoice", visit)).Body;
            Assert.False(now.TryGetProperty("lastProblem", out var problem), problem.ToString());
            return Text(now, "state") == "ISSUED";
        });
        var number = Text((await one.CallAsync(HttpMethod.Get, "tax-invoice", visit)).Body, "approvalNumber");
        // A link that was used still shows, and a second yes says the same.
        Assert.Equal("ISSUED", Text((await one.CallAsync(HttpMethod.Get, "link", one.Token)).Body, "state"));
        Assert.Equal("ISSUED", Text((await one.CallAsync(HttpMethod.Post, "tax-invoice/approve", visit)).Body, "state"));
        await SupplierCase.UntilAsync("the signed document", async () => (await one.CallAsync(HttpMethod.Get, "tax-invoice/xml", visit)).Status == HttpStatusCode.OK);
        Assert.Contains(number!, (await one.CallAsync(HttpMethod.Get, "tax-invoice/xml", visit)).Text, StringComparison.Ordinal);

        Assert.Equal("CANCELLED", Text((await one.CallAsync(HttpMethod.Post, "tax-invoice/cancel", visit, new { reason = "금액 착오" })).Body, "state"));
        await SupplierCase.UntilAsync("the cancellation", async () => await one.StatusAsync() == "ISSUANCE_CANCELLED");
        Assert.Equal("SUPPLIER_TAX_INVOICE_NOT_WAITING", (await one.CallAsync(HttpMethod.Post, "tax-invoice/approve", visit)).ErrorType);
    }

    /// <summary>Yes and no at the same moment: one of them counts, and the other is told so.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task ApproveAndRefuse_AtOnce_OneOfThemCounts(DatabaseKind kind)
    {
        var one = await SupplierCase.CreateAsync(await running.OnAsync(kind));
        var visit = await one.VisitAsync();
        await one.RegisterCertificateAsync(visit);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async index => (
            IsYes: index % 2 == 0, Reply: await one.CallAsync(HttpMethod.Post, index % 2 == 0 ? "tax-invoice/approve" : "tax-invoice/refuse", visit, new { reason = "금액이 다릅니다" }))));

        Assert.All(answers, answer => Assert.True(answer.Reply.Status == HttpStatusCode.OK || answer.Reply.ErrorType == "SUPPLIER_TAX_INVOICE_NOT_WAITING", answer.Reply.Text));
        var winner = Assert.Single(answers.Where(answer => answer.Reply.Status == HttpStatusCode.OK).Select(answer => answer.IsYes).Distinct());
        await SupplierCase.UntilAsync("the end", async () => await one.StatusAsync() is not ("REQUESTED" or "ISSUE_PENDING" or "CANCEL_PENDING"));
        Assert.Equal(winner ? "ISSUED" : "REFUSED", Text((await one.CallAsync(HttpMethod.Get, "tax-invoice", visit)).Body, "state"));
    }

    [Fact]
    public async Task Credential_OfAnotherKind_IsUnauthorized()
    {
        var one = await SupplierCase.CreateAsync(running);
        var visit = await one.VisitAsync();
        foreach (var (path, bearer) in new[] { ("link", "nobodys-token"), ("link", visit), ("tax-invoice", one.Token), ("tax-invoice", running.Server.ApiSecret), ("tax-invoice", visit[..^3]) })
        {
            var reply = await one.CallAsync(HttpMethod.Get, path, bearer);
            Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHORIZED"), (reply.Status, reply.ErrorType));
        }
        // And a link opens nothing of the platform's.
        Assert.Equal("UNAUTHORIZED", (await running.SendAsync(HttpMethod.Get, "/platform/partners?test=true", authorization: $"Bearer {visit}")).ErrorType);
        Assert.DoesNotContain(one.Token, running.Server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(visit, running.Server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_OfAnOlderMail_IsRefusedAsReplaced_AndSoIsItsVisit()
    {
        var one = await SupplierCase.CreateAsync(running);
        var visit = await one.VisitAsync();
        Assert.Equal(HttpStatusCode.OK, (await running.PostAsync($"/b2b/tax-invoices/{one.Invoice}/resend-request?test=true&taxInvoiceKeyType=TAX_INVOICE_ID", new { })).Status);

        Assert.Equal("SUPPLIER_LINK_REPLACED", (await one.CallAsync(HttpMethod.Get, "link", one.Token)).ErrorType);
        Assert.Equal("SUPPLIER_LINK_REPLACED", (await one.EnterAsync(one.Number)).ErrorType);
        var late = await one.CallAsync(HttpMethod.Post, "tax-invoice/approve", visit);
        Assert.Equal((HttpStatusCode.Gone, "SUPPLIER_LINK_REPLACED"), (late.Status, late.ErrorType));
        Assert.Equal(HttpStatusCode.OK, (await one.CallAsync(HttpMethod.Get, "link", await one.TokenAsync(before: one.Token))).Status);
    }

    [Fact]
    public async Task BusinessNumber_WrongTooOften_LocksAlsoTheRightOne()
    {
        var one = await SupplierCase.CreateAsync(running);
        for (var left = 4; left > 0; left--)
        {
            Assert.Equal(left, (await one.EnterAsync(Another)).Body.GetProperty("attemptsLeft").GetInt32());
        }
        foreach (var number in new[] { Another, one.Number })
        {
            var locked = await one.EnterAsync(number);
            Assert.Equal((HttpStatusCode.TooManyRequests, "SUPPLIER_TOO_MANY_ATTEMPTS"), (locked.Status, locked.ErrorType));
            Assert.InRange(locked.Body.GetProperty("retryAfterSeconds").GetInt32(), 1, 1_800);
        }
    }

    /// <summary>What the desk asked the ASP about the supplier's certificate stands in the register too.</summary>
    private static async Task AssertListedAsync(SupplierCase one)
    {
        var lines = (await one.Server.GetAsync($"/platform/privacy/disclosures?test=true&partnerId={one.Partner}&page=0&size=100")).Body.GetProperty("items").EnumerateArray();
        Assert.Equal(2, lines.Count(line => Text(line, "messageType") == "Lookup.Certificate"));
    }

    private static string? Text(System.Text.Json.JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
