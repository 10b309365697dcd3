using System.Text.Json;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Xunit;

namespace Jeongsan.Domain.Tests.Partners;

public sealed class PartnerScheduleTests
{
    private static readonly DateTimeOffset Tomorrow = Sample.Now.AddDays(1);

    [Fact]
    public void Schedule_InThePastOrNow_IsRefusedAsScheduleNotInFuture() =>
        Assert.Equal(new PartnerRefusal.ScheduleNotInFuture(Sample.Now, Sample.Now), Sample.Partner().Schedule(new(Name: "새 이름"), Sample.Now, Sample.Today, Sample.Now).Refusal);

    [Fact]
    public void Schedule_Twice_IsRefusedAsScheduledAlready_ButCanBeReplaced()
    {
        var partner = Scheduled(new(Name: "첫째"));
        Assert.Equal(new PartnerRefusal.ScheduledAlready(partner.Id), partner.Schedule(new(Name: "둘째"), Tomorrow, Sample.Today, Sample.Now).Refusal);
        Assert.False(partner.Reschedule(new(Name: "둘째"), Tomorrow.AddDays(1), Sample.Today, Sample.Now).IsRefused);
        Assert.Equal(("둘째", Tomorrow.AddDays(1)), (partner.ScheduledChange!.Name, partner.ScheduledAt!.Value));
    }

    [Fact]
    public void Schedule_Archived_IsRefusedAsArchived_AndScheduledCannotBeArchived()
    {
        var archived = Sample.Partner();
        archived.Archive(false);
        Assert.IsType<PartnerRefusal.Archived>(archived.Schedule(new(Name: "새 이름"), Tomorrow, Sample.Today, Sample.Now).Refusal);
        var scheduled = Scheduled(new(Name: "새 이름"));
        Assert.IsType<PartnerRefusal.ArchivedWhileScheduled>(scheduled.Archive(false).Refusal);
        Assert.False(scheduled.Unschedule().IsRefused);
        Assert.False(scheduled.Archive(false).IsRefused);
        Assert.IsType<PartnerRefusal.NotScheduled>(scheduled.Unschedule().Refusal);
    }

    [Fact]
    public void Schedule_OfAMember_KeepsWhatTheAgencyKnows()
    {
        var member = Sample.Partner();
        Assert.False(member.Connect().IsRefused);
        Assert.IsType<PartnerRefusal.ConnectedCannotBeScheduled>(member.Schedule(new(Memo: "연동 중"), Tomorrow, Sample.Today, Sample.Now).Refusal);
        Assert.False(member.ConcludeConnection(NtsConnectionCommand.ConfirmConnected).IsRefused);
        Assert.IsType<PartnerRefusal.ConnectedTypeUnchangeable>(
            member.Schedule(new(Type: new PartnerTypeChange.Business(TaxationType: TaxationType.TaxFree)), Tomorrow, Sample.Today, Sample.Now).Refusal);
        Assert.IsType<PartnerRefusal.ConnectedBusinessNumberUnchangeable>(
            member.Schedule(new(Type: new PartnerTypeChange.Business(BusinessRegistrationNumber: Sample.PlatformBrn)), Tomorrow, Sample.Today, Sample.Now).Refusal);
        Assert.IsType<PartnerRefusal.ConnectedCannotBeScheduled>(
            member.Schedule(new(Type: new PartnerTypeChange.Business(CompanyName: "새 상호")), Tomorrow, Sample.Today, Sample.Now).Refusal);
        Assert.False(member.Schedule(new(DefaultContractId: new ContractId("B")), Tomorrow, Sample.Today, Sample.Now).IsRefused);
    }

    [Fact]
    public void ApplySchedule_AfterAnEdit_KeepsWhatTheEditSaidElsewhere()
    {
        var partner = Scheduled(new(DefaultContractId: new ContractId("B")));
        Assert.False(partner.Update(new PartnerChange(Name: "고친 이름"), Sample.Today, Sample.Now).IsRefused);
        Assert.Null(partner.ApplySchedule(Sample.Today.AddDays(1)));
        Assert.Equal(("고친 이름", new ContractId("B"), Tomorrow), (partner.Name, partner.DefaultContractId, partner.AppliedAt));
        Assert.Null(partner.ScheduledAt);
    }

    [Fact]
    public void ApplySchedule_ThatNoLongerFits_IsDroppedAndSaysWhy()
    {
        var partner = Scheduled(new(Type: new PartnerTypeChange.Business(CompanyName: "새 상호")));
        Assert.False(partner.Update(new PartnerChange(Type: new PartnerTypeChange.WhtPayer()), Sample.Today, Sample.Now).IsRefused);
        Assert.IsType<PartnerRefusal.TypeIncomplete>(partner.ApplySchedule(Sample.Today.AddDays(1)));
        Assert.Null(partner.ScheduledAt);
        Assert.IsType<PartnerType.WhtPayer>(partner.Type);
    }

    [Fact]
    public void SnapshotAt_TheScheduledTime_IsTheChangedPartner_AndBeforeItIsNot()
    {
        var partner = Scheduled(new(DefaultContractId: new ContractId("B")));
        Assert.Equal(new ContractId("A"), partner.SnapshotAt(Tomorrow.AddTicks(-1)).Profile.DefaultContractId);
        var then = partner.SnapshotAt(Tomorrow);
        Assert.Equal((new ContractId("B"), Tomorrow), (then.Profile.DefaultContractId, then.AppliedAt));
        Assert.Equal(new ContractId("A"), partner.DefaultContractId);
    }

    [Fact]
    public void ApplyTo_TheSameAccountToldAgain_KeepsThatItWasVerified()
    {
        var profile = Sample.Profile() with { Account = Sample.Profile().Account with { Status = AccountStatus.Verified } };
        var same = new PartnerChange(Account: profile.Account with { Status = AccountStatus.NotVerified }).ApplyTo(profile).Value;
        Assert.Equal(AccountStatus.Verified, same.Account.Status);
        var other = new PartnerChange(Account: new BankAccount(Bank.Kookmin, Currency.Krw, "99999999999", "김하늘")).ApplyTo(profile).Value;
        Assert.Equal(AccountStatus.NotVerified, other.Account.Status);
    }

    [Fact]
    public void ApplyTo_AnotherNumber_IsAnotherBusinessWhoseStateIsNotKnown()
    {
        var changed = (PartnerType.Business)new PartnerTypeChange.Business(BusinessRegistrationNumber: Sample.PlatformBrn).ApplyTo(Sample.Business()).Value;
        Assert.Equal((BusinessStatus.NotVerified, "하늘상회"), (changed.BusinessStatus, changed.CompanyName));
        Assert.IsType<PartnerRefusal.TypeIncomplete>(new PartnerTypeChange.Business(CompanyName: "상호만").ApplyTo(new PartnerType.WhtPayer(null)).Refusal);
    }

    [Fact]
    public void Json_Changes_ComeBackAsTheyWere()
    {
        PartnerTypeChange[] types = [new PartnerTypeChange.Business(CompanyName: "상호", BusinessRegistrationNumber: Sample.ValidBrn), new PartnerTypeChange.WhtPayer(new DateOnly(1990, 1, 2)), new PartnerTypeChange.NonWhtPayer()];
        foreach (var type in types)
        {
            var change = new PartnerChange("이름", new ContactChange("담당", null, "a@b.example"), Sample.Profile().Account, new ContractId("B"), "메모", ["태그"], type, [new("grade", "A")]);
            var text = JsonSerializer.Serialize(change);
            Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<PartnerChange>(text)));
            Assert.Equal(type, JsonSerializer.Deserialize<PartnerChange>(text)!.Type);
        }
    }

    private static Partner Scheduled(PartnerChange change)
    {
        var partner = Sample.Partner();
        Assert.False(partner.Schedule(change, Tomorrow, Sample.Today, Sample.Now).IsRefused);
        return partner;
    }
}
