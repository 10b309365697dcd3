using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Tests.Lifecycles;
using Xunit;

namespace Jeongsan.Domain.Tests.Counterparties;

public sealed class CounterpartyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly BusinessRegistrationNumber Brn = new("1234567891");
    private static readonly CounterpartyContact Contact = new("박담당", "02-000-0000", "tax@counter.example", null);

    private static readonly CounterpartyProfile Whole = new("거래상사", "박대표", "서울특별시 중구 시험로 1", "도매업", "문구", Contact, [], null);

    public static TheoryData<string, CounterpartyProfile, string> Unusable => new()
    {
        { "1234567890", Whole, nameof(CounterpartyRefusal.NumberInvalid) },
        { "1234567891", Whole with { CompanyName = " " }, nameof(CounterpartyRefusal.FieldMissing) },
        { "1234567891", Whole with { RepresentativeName = "" }, nameof(CounterpartyRefusal.FieldMissing) },
        { "1234567891", Whole with { Address = new string('가', 301) }, nameof(CounterpartyRefusal.FieldTooLong) },
        { "1234567891", Whole with { Contact = Contact with { Name = "" } }, nameof(CounterpartyRefusal.FieldMissing) },
        { "1234567891", Whole with { Contact = Contact with { Email = "tax@counter" } }, nameof(CounterpartyRefusal.EmailMalformed) },
        { "1234567891", Whole with { AdditionalContacts = [.. Enumerable.Repeat(Contact, 6)] }, nameof(CounterpartyRefusal.TooManyAdditionalContacts) },
        { "1234567891", Whole with { AdditionalContacts = [Contact with { Email = "" }] }, nameof(CounterpartyRefusal.FieldMissing) },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Create_UnusableFacts_IsRefused(string brn, CounterpartyProfile profile, string reason) =>
        Assert.Equal(reason, Create(new BusinessRegistrationNumber(brn), profile).Refusal?.Reason);

    [Fact]
    public void Update_OtherNumber_IsRefusedAsNumberUnchangeable()
    {
        var counterparty = Create(Brn, Whole).Value;

        Assert.Equal(new CounterpartyRefusal.NumberUnchangeable(Brn), counterparty.Update(new BusinessRegistrationNumber("2148700013"), Whole, Now).Refusal);
        Assert.False(counterparty.Update(Brn, Whole with { CompanyName = "새 이름" }, Now).IsRefused);
        Assert.Equal("새 이름", counterparty.CompanyName);
    }

    [Theory]
    [InlineData("address")]
    [InlineData("businessType")]
    [InlineData("businessClass")]
    public void Connect_WithoutWhatTheAgencyAsks_IsRefusedAsFieldMissing(string field)
    {
        var counterparty = Create(Brn, Whole with
        {
            Address = field == "address" ? null : Whole.Address,
            BusinessType = field == "businessType" ? " " : Whole.BusinessType,
            BusinessClass = field == "businessClass" ? null : Whole.BusinessClass,
        }).Value;

        Assert.Equal(new CounterpartyRefusal.FieldMissing(field), counterparty.Connect().Refusal);
        Assert.Equal(NtsConnectionStatus.NotConnected, counterparty.NtsConnection);
    }

    [Fact]
    public void Disconnect_WhileAnInvoiceIsUnderWay_IsRefused()
    {
        var counterparty = Create(Brn, Whole).Value;
        counterparty.Connect();
        counterparty.ConcludeConnection(NtsConnectionCommand.ConfirmConnected, Now);
        Assert.Equal(Now, counterparty.NtsConnectedAt);

        Assert.Equal(new CounterpartyRefusal.OngoingTaxInvoice(counterparty.Id), counterparty.Disconnect(hasOngoingTaxInvoice: true).Refusal);
        Assert.False(counterparty.Disconnect(hasOngoingTaxInvoice: false).IsRefused);
        counterparty.ConcludeConnection(NtsConnectionCommand.ConfirmDisconnected, Now);
        Assert.Equal((NtsConnectionStatus.NotConnected, null), (counterparty.NtsConnection, counterparty.NtsConnectedAt));
    }

    [Fact]
    public void Connection_EveryPair_MovesOrIsRefusedAsNotInState() => LifecycleTests.Walk(
        CounterpartyConnectionLifecycle.Table,
        new CounterpartyConnectionFacts(Create(Brn, Whole).Value, false),
        "NotConnected:Connect=ConnectPending ConnectFailed:Connect=ConnectPending ConnectPending:ConfirmConnected=Connected ConnectPending:RejectConnection=ConnectFailed "
        + "ConnectFailed:Reset=NotConnected Connected:Disconnect=DisconnectPending DisconnectPending:ConfirmDisconnected=NotConnected DisconnectPending:RejectDisconnection=Connected",
        (status, command) => new CounterpartyRefusal.ConnectionNotInState(status, command));

    private static Outcome<Counterparty> Create(BusinessRegistrationNumber brn, CounterpartyProfile profile) =>
        Counterparty.Create(new Tenant(new MerchantId("m"), Mode.Test), new CounterpartyId("c"), brn, profile, Now);
}
