using System.Text.Json;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Xunit;

namespace Jeongsan.Domain.Tests.Partners;

public sealed class PartnerTests
{
    private static Refusal? Create(PartnerProfile profile) => Partner.Create(Sample.Tenant, new PartnerId("p"), profile, Sample.Today, Sample.Now).Refusal;

    // Check digits of numbers that companies print on their own sites.
    [Theory]
    [InlineData("120-88-00767", true)]
    [InlineData("2208162517", true)]
    [InlineData("1208800768", false)]
    public void Parse_TenDigits_TellsTheCheckDigit(string text, bool isValid) =>
        Assert.Equal(isValid, BusinessRegistrationNumber.Parse(text).Value.HasValidCheckDigit);

    [Theory]
    [InlineData("")]
    [InlineData("120-8800767")]
    [InlineData("12088007670")]
    [InlineData("12088o0767")]
    public void Parse_OtherThanTenDigits_IsRefusedAsBusinessNumberMalformed(string text) =>
        Assert.Equal(new PartnerRefusal.BusinessNumberMalformed(text), BusinessRegistrationNumber.Parse(text).Refusal);

    [Fact]
    public void Create_WrongFields_AreRefusedByName()
    {
        var profile = Sample.Profile();
        Assert.Equal(new PartnerRefusal.FieldMissing("name"), Create(profile with { Name = " " }));
        Assert.Equal(new PartnerRefusal.FieldTooLong("name", 101, 100), Create(profile with { Name = new string('가', 101) }));
        Assert.Equal(new PartnerRefusal.EmailMalformed("a@b"), Create(profile with { Contact = profile.Contact with { Email = "a@b" } }));
        Assert.IsType<PartnerRefusal.AccountNumberMalformed>(Create(profile with { Account = profile.Account with { Number = "12-34567" } }));
        Assert.Equal(new PartnerRefusal.TooMany("tags", 21, 20), Create(profile with { Tags = [.. Enumerable.Repeat("t", 21)] }));
        Assert.Equal(
            new PartnerRefusal.BirthdateInFuture(Sample.Today.AddDays(1), Sample.Today),
            Create(profile with { Type = new PartnerType.WhtPayer(Sample.Today.AddDays(1)) }));
        Assert.Equal(new PartnerRefusal.FieldMissing("type.business.representativeName"), Create(profile with { Type = Sample.Business() with { RepresentativeName = "" } }));
    }

    [Fact]
    public void Connect_PartnersThatIssueNothing_AreRefusedByReason()
    {
        Assert.IsType<PartnerRefusal.NotABusiness>(Sample.Partner(new PartnerType.WhtPayer(null)).Connect().Refusal);
        Assert.IsType<PartnerRefusal.SimpleTaxation>(Sample.Partner(Sample.Business(TaxationType.Simple)).Connect().Refusal);
        Assert.IsType<PartnerRefusal.ScheduleExists>(Scheduled().Connect().Refusal);
        var archived = Sample.Partner();
        Assert.False(archived.Archive(false).IsRefused);
        Assert.IsType<PartnerRefusal.ArchivedCannotConnect>(archived.Connect().Refusal);
    }

    [Fact]
    public void ConcludeConnection_Rejected_KeepsTheReasonAndMayBeTriedAgain()
    {
        var partner = Sample.Partner();
        Assert.False(partner.Connect().IsRefused);
        Assert.False(partner.ConcludeConnection(NtsConnectionCommand.RejectConnection, "없는 사업자번호").IsRefused);
        Assert.Equal((NtsConnectionStatus.ConnectFailed, "없는 사업자번호"), (partner.NtsConnection, partner.NtsConnectionFailedReason));
        Assert.Equal("ConnectPending", partner.Connect().Value.To);
        Assert.Null(partner.NtsConnectionFailedReason);
    }

    [Fact]
    public void Update_Connected_KeepsNumberAndType()
    {
        var partner = Connected();
        Assert.IsType<PartnerRefusal.ConnectedBusinessNumberUnchangeable>(partner.Update(Sample.Profile(Sample.Business(brn: Sample.PlatformBrn)), Sample.Today, Sample.Now).Refusal);
        Assert.IsType<PartnerRefusal.ConnectedTypeUnchangeable>(partner.Update(Sample.Profile(Sample.Business(TaxationType.TaxFree)), Sample.Today, Sample.Now).Refusal);
        Assert.IsType<PartnerRefusal.ConnectedTypeUnchangeable>(partner.Update(Sample.Profile(new PartnerType.WhtPayer(null)), Sample.Today, Sample.Now).Refusal);
        Assert.False(partner.Update(Sample.Profile(name: "새 이름"), Sample.Today, Sample.Now).IsRefused);
    }

    [Fact]
    public void Disconnect_InvoiceUnderWay_IsRefusedAsOngoingTaxInvoice()
    {
        var partner = Connected();
        Assert.Equal(new PartnerRefusal.OngoingTaxInvoice(partner.Id), partner.Disconnect(hasOngoingTaxInvoice: true).Refusal);
        Assert.Equal("DisconnectPending", partner.Disconnect(hasOngoingTaxInvoice: false).Value.To);
    }

    [Fact]
    public void Update_Archived_IsRefusedUntilRecovered()
    {
        var partner = Sample.Partner();
        Assert.False(partner.Archive(false).IsRefused);
        Assert.IsType<PartnerRefusal.Archived>(partner.Update(Sample.Profile(), Sample.Today, Sample.Now).Refusal);
        partner.Recover();
        Assert.False(partner.Update(Sample.Profile(), Sample.Today, Sample.Now).IsRefused);
    }

    [Fact]
    public void Json_Snapshots_ComeBackAsTheyWere()
    {
        foreach (var type in new PartnerType[] { Sample.Business(), new PartnerType.WhtPayer(new DateOnly(1990, 1, 2)), new PartnerType.NonWhtPayer(null) })
        {
            var snapshot = Sample.Partner(type).Snapshot();
            var text = JsonSerializer.Serialize(snapshot);
            Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<PartnerSnapshot>(text)));
            Assert.Equal(type, JsonSerializer.Deserialize<PartnerSnapshot>(text)!.Profile.Type);
        }

        var contract = JsonSerializer.Serialize(Sample.Contract());
        Assert.Equal(contract, JsonSerializer.Serialize(JsonSerializer.Deserialize<Domain.Policies.ContractSnapshot>(contract)));
        var order = Sample.OrderTransfer(Sample.Order(10_000) with { AdditionalFees = [Sample.FivePercent] });
        Assert.False(order.Cancel(new Domain.Transfers.CancelScope.Amount(new(3_000))).IsRefused);
        var cancelled = JsonSerializer.Serialize(order.Cancelled);
        Assert.Equal(cancelled, JsonSerializer.Serialize(JsonSerializer.Deserialize<Domain.Transfers.CancelledSoFar>(cancelled)));
        var content = JsonSerializer.Serialize(Sample.Content());
        Assert.Equal(content, JsonSerializer.Serialize(JsonSerializer.Deserialize<Domain.TaxInvoices.TaxInvoiceContent>(content)));
    }

    private static Partner Scheduled(PartnerChange? change = null)
    {
        var partner = Sample.Partner();
        Assert.False(partner.Schedule(change ?? new PartnerChange(Memo: "예약"), Sample.Now.AddDays(1), Sample.Today, Sample.Now).IsRefused);
        return partner;
    }

    private static Partner Connected()
    {
        var partner = Sample.Partner();
        Assert.False(partner.Connect().IsRefused);
        Assert.False(partner.ConcludeConnection(NtsConnectionCommand.ConfirmConnected).IsRefused);
        return partner;
    }
}
