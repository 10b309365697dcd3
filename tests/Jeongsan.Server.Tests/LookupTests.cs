using System.Net;

namespace Jeongsan.Server.Tests;

/// <summary>Look-ups through the ASP's emulator, in the name of the sample platform's own company.</summary>
public sealed class LookupTests(RunningServer server)
{
    [Fact]
    public async Task CompanyState_OfABusiness_SaysItsTaxation()
    {
        var reply = await server.GetAsync("/platform/companies/123-45-67891/state?test=true");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("NORMAL", reply.Body.GetProperty("companyState").GetProperty("taxationType").GetString());
        Assert.Equal("IN_BUSINESS", reply.Body.GetProperty("companyState").GetProperty("businessStatus").GetString());
    }

    [Fact]
    public async Task CompanyState_WrongCheckDigit_IsRefused() =>
        Assert.Equal("INVALID_REQUEST", (await server.GetAsync("/platform/companies/1234567890/state?test=true")).ErrorType);

    [Fact]
    public async Task AccountHolder_ProvesTheAccountOfANewPartner_AndNoOther()
    {
        var contract = await server.NewPartnerAsync();
        var found = (await server.GetAsync("/platform/bank-accounts/SHINHAN/110123456789/holder?test=true")).Body;
        var (holder, proof) = (found.GetProperty("holderName").GetString(), found.GetProperty("accountVerificationId").GetString());

        var other = await server.PostAsync("/platform/partners?test=true", Partner("110999999999"));
        var own = await server.PostAsync("/platform/partners?test=true", Partner("110123456789"));

        Assert.Equal("PLATFORM_ACCOUNT_VERIFICATION_FAILED", other.ErrorType);
        Assert.Equal(HttpStatusCode.OK, own.Status);
        Assert.Equal("VERIFIED", own.Body.GetProperty("partner").GetProperty("account").GetProperty("status").GetString());
        Assert.Equal("PLATFORM_ACCOUNT_VERIFICATION_ALREADY_USED", (await server.PostAsync("/platform/partners?test=true", Partner("110123456789"))).ErrorType);

        object Partner(string number) => new
        {
            id = RunningServer.NewId(),
            name = "확인한 파트너",
            contact = new { name = "김정산", email = "person@partner.example" },
            account = new { bank = "SHINHAN", currency = "KRW", number, holder, accountVerificationId = proof },
            defaultContractId = contract,
            tags = Array.Empty<string>(),
            type = new { nonWhtPayer = new { } },
        };
    }

    /// <summary>A look-up has no message, so nothing but its own line tells that somebody's data went to the ASP.</summary>
    [Fact]
    public async Task Lookups_LeaveTheirLinesInTheRegister()
    {
        await server.GetAsync("/platform/bank-accounts/SHINHAN/110123457777/holder?test=true");
        await server.GetAsync("/platform/companies/6050500057/state?test=true");
        await server.PostAsync("/b2b/companies/business-info?test=true", new { brnList = new[] { "6050500057" } });

        var lines = (await server.GetAsync("/platform/privacy/disclosures?test=true&page=0&size=1000")).Body.GetProperty("items").EnumerateArray()
            .Select(line => (Type: line.GetProperty("messageType").GetString(), Work: line.GetProperty("work").GetString(), Items: string.Join(' ', line.GetProperty("items").EnumerateArray().Select(item => item.GetString()))))
            .ToList();

        Assert.Contains(("Lookup.AccountHolder", "ACCOUNT_HOLDER_CHECK", "BANK_ACCOUNT"), lines);
        Assert.True(lines.Count(line => line == ("Lookup.Company", "TAX_INVOICES", "BUSINESS_IDENTITY")) >= 2);
    }

    /// <summary>The live side of this server has published nothing: nobody's data goes to the ASP, and the answer says the mend.</summary>
    [Theory]
    [InlineData("GET", "/platform/bank-accounts/SHINHAN/110123457777/holder")]
    [InlineData("GET", "/platform/companies/6050500057/state")]
    [InlineData("POST", "/b2b/companies/business-info")]
    [InlineData("POST", "/b2b/counterparties")]
    public async Task Lookup_NothingPublished_IsRefusedAsPartnerNotTold(string method, string path)
    {
        object? body = path.EndsWith("info", StringComparison.Ordinal) ? new { brnList = new[] { "6050500057" } }
            : method == "POST" ? new { counterparty = new { brn = "6050500057", name = "가나", contact = new { name = "박담당", email = "a@b.example" } }, options = new { checkBusinessStatus = true } }
            : null;

        var reply = await server.SendAsync(new HttpMethod(method), path, body);

        Assert.Equal((HttpStatusCode.Conflict, "PARTNER_NOT_TOLD"), (reply.Status, reply.ErrorType));
        Assert.Equal("NOTICE_NOT_PUBLISHED", reply.Body.GetProperty("reason").GetString());
        Assert.Contains("고지문", reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AccountHolder_NoSuchAccount_IsRefusedInKorean()
    {
        var reply = await server.GetAsync("/platform/bank-accounts/SHINHAN/110123450000/holder?test=true");

        Assert.Equal("PLATFORM_EXTERNAL_API_FAILED", reply.ErrorType);
        Assert.Contains("예금주", reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_OfAStranger_IsNotFound() =>
        Assert.Equal("B2B_COUNTERPARTY_NOT_FOUND", (await server.GetAsync("/b2b/counterparties/1111111119/certificate?test=true")).ErrorType);
}
