using System.Net;
using System.Text.Json;

namespace Jeongsan.Server.Tests;

/// <summary>거래처: made, found, changed and removed over the API; each error of the reference.</summary>
public sealed class CounterpartyTests(RunningServer server)
{
    private const string OwnNumber = "1234567891";
    private static int _numbers;

    [Fact]
    public async Task Create_WithOnlyWhatIsNeeded_IsKeptAndFound()
    {
        var id = RunningServer.NewId();
        var brn = NewNumber();

        var made = await CreateAsync(id, Input($"{brn[..3]}-{brn[3..5]}-{brn[5..]}"));

        Assert.Equal(HttpStatusCode.OK, made.Status);
        var one = made.Body.GetProperty("counterparty");
        Assert.Equal((id, brn, "NOT_CONNECTED", "UNKNOWN", true), (
            one.GetProperty("id").GetString(), one.GetProperty("brn").GetString(), one.GetProperty("ntsConnectionStatus").GetString(), one.GetProperty("businessStatus").GetString(), one.GetProperty("isForTest").GetBoolean()));
        var found = (await server.GetAsync($"/b2b/counterparties/{id}?test=true")).Body;
        Assert.Equal((id, "거래상사", "tax@counter.example"), (found.GetProperty("id").GetString(), found.GetProperty("companyName").GetString(), found.GetProperty("contact").GetProperty("email").GetString()));
        Assert.Equal("B2B_COUNTERPARTY_NOT_FOUND", (await server.GetAsync($"/b2b/counterparties/{id}?test=false")).ErrorType);
    }

    [Fact]
    public async Task Create_SameIdAgain_IsRefused()
    {
        var id = RunningServer.NewId();
        await CreateAsync(id, Input(NewNumber()));

        Assert.Equal("B2B_COUNTERPARTY_ID_ALREADY_EXISTS", (await CreateAsync(id, Input(NewNumber()))).ErrorType);
        var partner = await server.NewPartnerAsync();
        Assert.Equal("B2B_COUNTERPARTY_ID_ALREADY_EXISTS_BY_PARTNER", (await CreateAsync(partner, Input(NewNumber()))).ErrorType);
    }

    [Fact]
    public async Task Create_UnusableInput_IsRefusedByItsOwnError()
    {
        Assert.Equal("B2B_COUNTERPARTY_BRN_INVALID", (await CreateAsync(null, Input("1234567890"))).ErrorType);
        Assert.Equal("B2B_COUNTERPARTY_SELF_ORIGIN_BRN_MISMATCH", (await CreateAsync(null, Input(OwnNumber))).ErrorType);
        Assert.Equal("B2B_COUNTERPARTY_MISSING_REQUIRED_FIELDS", (await CreateAsync(null, new { brn = NewNumber(), name = "이름뿐" })).ErrorType);
        Assert.Equal("B2B_COUNTERPARTY_TOO_MANY_ADDITIONAL_CONTACTS", (await CreateAsync(null, Input(NewNumber(), contacts: 6))).ErrorType);
        Assert.Equal("INVALID_REQUEST", (await CreateAsync("a/b", Input(NewNumber()))).ErrorType);
        Assert.Equal("INVALID_REQUEST", (await CreateAsync(null, Input(NewNumber(), email: "not an address"))).ErrorType);
    }

    [Fact]
    public async Task Create_WithLookUps_KnowsTheBusinessStatus()
    {
        // The middle digits 98 are a closed business to the emulator.
        var closed = NewNumber("98");

        var made = await CreateAsync(null, Input(closed), new { checkBusinessStatus = true });

        Assert.Equal("CLOSED", made.Body.GetProperty("counterparty").GetProperty("businessStatus").GetString());
        Assert.True(made.Body.GetProperty("counterparty").TryGetProperty("businessStatusVerification", out _));
    }

    [Fact]
    public async Task Create_WithAnEarlierLookUp_TakesItOnlyForTheSameNumberAndKind()
    {
        var brn = NewNumber();
        var state = (await server.GetAsync($"/platform/companies/{brn}/state?test=true")).Body.GetProperty("companyVerificationId").GetString();

        Assert.Equal("B2B_COUNTERPARTY_VERIFICATION_BRN_MISMATCH", (await CreateAsync(null, Input(NewNumber()), new { businessStatusVerificationId = state })).ErrorType);
        Assert.Equal("B2B_COUNTERPARTY_VERIFICATION_TYPE_MISMATCH", (await CreateAsync(null, Input(brn), new { businessInfoVerificationId = state })).ErrorType);
        Assert.Equal("B2B_COUNTERPARTY_VERIFICATION_NOT_FOUND", (await CreateAsync(null, Input(brn), new { businessStatusVerificationId = "invented" })).ErrorType);
        var made = await CreateAsync(null, Input(brn), new { businessStatusVerificationId = state });
        Assert.Equal("IN_BUSINESS", made.Body.GetProperty("counterparty").GetProperty("businessStatus").GetString());
    }

    [Fact]
    public async Task BusinessInfo_FillsACounterparty_AndProvesItself()
    {
        var brn = NewNumber();
        var found = (await server.PostAsync("/b2b/companies/business-info?test=true", new { brnList = new[] { brn, "1" } })).Body.GetProperty("result");
        Assert.True(found[0].TryGetProperty("businessInfo", out var info), found.GetRawText());
        Assert.Contains("확인해 주세요", found[1].GetProperty("error").GetString(), StringComparison.Ordinal);

        var made = await CreateAsync(
            null, new { brn, contact = new { name = "박담당", email = "tax@counter.example" } }, new { businessInfoVerificationId = found[0].GetProperty("verificationId").GetString() });

        var one = made.Body.GetProperty("counterparty");
        Assert.Equal(info.GetProperty("name").GetString(), one.GetProperty("companyName").GetString());
        Assert.Equal(info.GetProperty("ceoName").GetString(), one.GetProperty("representativeName").GetString());
        Assert.True(one.TryGetProperty("businessInfoVerification", out _));
    }

    [Fact]
    public async Task Update_ChangesWhatIsStated_AndNeverTheNumber()
    {
        var id = RunningServer.NewId();
        var brn = NewNumber();
        await CreateAsync(id, Input(brn));

        var changed = await server.SendAsync(HttpMethod.Patch, $"/b2b/counterparties/{id}?test=true", new { counterparty = new { brn, name = "새 이름", memo = "메모" } });
        var refused = await server.SendAsync(HttpMethod.Patch, $"/b2b/counterparties/{id}?test=true", new { counterparty = new { brn = NewNumber() } });

        var one = changed.Body.GetProperty("counterparty");
        Assert.Equal(("새 이름", "메모", "박대표"), (one.GetProperty("companyName").GetString(), one.GetProperty("memo").GetString(), one.GetProperty("representativeName").GetString()));
        Assert.Equal("B2B_COUNTERPARTY_BRN_MODIFICATION_NOT_ALLOWED", refused.ErrorType);
        Assert.Equal("B2B_COUNTERPARTY_NOT_FOUND", (await server.SendAsync(HttpMethod.Patch, "/b2b/counterparties/nobody?test=true", new { counterparty = new { brn } })).ErrorType);
    }

    [Fact]
    public async Task List_FiltersAndPages_InOneOrder()
    {
        var prefix = RunningServer.NewId();
        var numbers = Enumerable.Range(0, 5).Select(_ => NewNumber()).ToArray();
        for (var index = 0; index < numbers.Length; index++)
        {
            await CreateAsync($"{prefix}-{index}", Input(numbers[index], email: $"m{index}@{prefix}.example", name: $"{prefix} 상사{index}"));
        }

        Assert.Equal([$"{prefix}-2", $"{prefix}-3"], await IdsAsync(new { filter = new { id = prefix }, page = new { number = 1, size = 2 } }));
        Assert.Equal([$"{prefix}-1"], await IdsAsync(new { filter = new { contactEmail = $"m1@{prefix}" } }));
        Assert.Equal([$"{prefix}-4"], await IdsAsync(new { filter = new { companyName = $"{prefix} 상사4", representativeName = "박대표", contactName = "박담당", contactPhone = "02-000" } }));
        Assert.Equal([$"{prefix}-3"], await IdsAsync(new { filter = new { brn = numbers[3] } }));
        Assert.Equal([$"{prefix}-0"], await IdsAsync(new { filter = new { counterpartyIds = new[] { $"{prefix}-0", "nobody" }, businessStatuses = new[] { "UNKNOWN" }, ntsConnectionStatuses = new[] { "NOT_CONNECTED" } } }));
        Assert.Empty(await IdsAsync(new { filter = new { id = prefix, businessStatuses = new[] { "CLOSED" } } }));
    }

    [Fact]
    public async Task Connect_MakesItAMember_AndDisconnectEndsIt()
    {
        var id = RunningServer.NewId();
        await CreateAsync(id, Input(NewNumber()));
        // Nothing leaves before it is published who gets it.
        await server.PostAsync("/platform/privacy/notices?test=true", new { });

        Assert.Equal("PENDING_CONNECT", (await server.PostAsync($"/b2b/counterparties/{id}/connect?test=true", new { })).Body.GetProperty("counterparty").GetProperty("ntsConnectionStatus").GetString());
        await TestKit.Polling.UntilTrueAsync("the counterparty to be connected", async _ =>
            (await server.GetAsync($"/b2b/counterparties/{id}?test=true")).Body.GetProperty("ntsConnectionStatus").GetString() == "CONNECTED", TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Equal("COUNTERPARTY_NOT_CONNECTABLE_STATUS", (await server.PostAsync($"/b2b/counterparties/{id}/connect?test=true", new { })).ErrorType);

        var ended = await server.PostAsync($"/b2b/counterparties/{id}/disconnect?test=true", new { });
        Assert.Equal("NOT_CONNECTED", ended.Body.GetProperty("counterparty").GetProperty("ntsConnectionStatus").GetString());
        Assert.Equal("B2B_COUNTERPARTY_NTS_NOT_CONNECTED", (await server.PostAsync($"/b2b/counterparties/{id}/disconnect?test=true", new { })).ErrorType);
    }

    [Fact]
    public async Task Delete_RemovesIt_AndAPartnersIsThePartners()
    {
        var id = RunningServer.NewId();
        await CreateAsync(id, Input(NewNumber()));

        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Delete, $"/b2b/counterparties/{id}?test=true")).Status);
        Assert.Equal("B2B_COUNTERPARTY_NOT_FOUND", (await server.SendAsync(HttpMethod.Delete, $"/b2b/counterparties/{id}?test=true")).ErrorType);
    }

    private async Task<string[]> IdsAsync(object body)
    {
        var reply = await server.GetAsync($"/b2b/counterparties?test=true&requestBody={Uri.EscapeDataString(JsonSerializer.Serialize(body))}");
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
        return [.. reply.Body.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("id").GetString()!)];
    }

    private Task<Reply> CreateAsync(string? id, object counterparty, object? options = null) =>
        server.PostAsync("/b2b/counterparties?test=true", new { counterpartyId = id, counterparty, options });

    private static object Input(string brn, int contacts = 0, string email = "tax@counter.example", string name = "거래상사") => new
    {
        brn,
        name,
        representativeName = "박대표",
        address = "서울특별시 중구 시험로 1",
        businessType = "도매업",
        businessClass = "문구",
        contact = new { name = "박담당", email, phoneNumber = "02-000-0000" },
        additionalContacts = Enumerable.Range(0, contacts).Select(index => new { name = $"추가{index}", email = $"m{index}@counter.example" }),
    };

    /// <summary>Invented; passes the check digit; each is used once.</summary>
    private static string NewNumber(string middle = "81")
    {
        var serial = Interlocked.Increment(ref _numbers);
        return Enumerable.Range(0, 10).Select(last => $"{600 + (serial / 100)}{middle}77{serial % 100:00}{last}").First(number => new Domain.Partners.BusinessRegistrationNumber(number).HasValidCheckDigit);
    }
}
