using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Tests.Lifecycles;
using Xunit;

namespace Jeongsan.Domain.Tests.Partners;

public sealed class PrivacyTests
{
    private static readonly PartnerId PartnerId = new("p1");
    private static readonly PersonalDataItem[] Items = [PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact];

    private static readonly ProcessorFacts Agency = new(
        "주식회사 링크허브", "KR", [EntrustedWork.TaxInvoices], Items, new DateOnly(2026, 8, 1), null, Enum.GetValues<ContractPoint>());

    private static ConsignmentProcessor Planned(ProcessorFacts facts, string id = "linkhub", string? parent = null) =>
        ConsignmentProcessor.Plan(Sample.Tenant, new ProcessorId(id), parent is null ? null : new ProcessorId(parent), facts).Value;

    private static ConsignmentProcessor Active()
    {
        var processor = Planned(Agency);
        Assert.False(processor.Activate(0, Sample.Now).IsRefused);
        return processor;
    }

    private static PartnerNotice Told(int revision)
    {
        var notice = PartnerNotice.ByMail(new("n1"), Sample.Partner(), new(1, revision), Sample.Now);
        Assert.False(notice.ConfirmDelivered(Sample.Now).IsRefused);
        return notice;
    }

    // 개인정보 보호법 제26조 ①: the seven points of the written contract.
    [Fact]
    public void Activate_ContractLacksPoints_IsRefusedWithTheMissingOnes()
    {
        var processor = Planned(Agency with { ContractPoints = [.. Agency.ContractPoints.Skip(2)] });
        var refusal = Assert.IsType<PrivacyRefusal.ContractIncomplete>(processor.Activate(0, Sample.Now).Refusal);
        Assert.Equal([ContractPoint.NoUseBeyondPurpose, ContractPoint.Safeguards], refusal.Missing);
        Assert.IsType<PrivacyRefusal.ContractDateMissing>(Planned(Agency with { ContractDate = null }).Activate(0, Sample.Now).Refusal);
    }

    // 제26조 ⑥: consent before a processor passes data on.
    [Fact]
    public void Activate_SubProcessorWithoutConsent_IsRefusedAsSubConsentMissing()
    {
        var sub = Planned(Agency, "sub", "linkhub");
        Assert.Equal(new PrivacyRefusal.SubConsentMissing(new("sub"), new("linkhub")), sub.Activate(1, Sample.Now).Refusal);
        sub.Consent(new SubConsent("Person:owner", Sample.Today));
        Assert.False(sub.Activate(1, Sample.Now).IsRefused);
        Assert.Equal([("linkhub", 0), ("sub", 1)], new ConsignmentRegister([sub, Active()], 2).Chain().Select(line => (line.Processor.Id.Value, line.Depth)));
    }

    [Fact]
    public void Admit_StepByStep_IsRefusedUntilRegisteredPublishedAndTold()
    {
        Refusal? Admit(ConsignmentProcessor processor, int? published, params PartnerNotice[] notices) =>
            new ConsignmentRegister([processor], published).Admit(PartnerId, EntrustedWork.TaxInvoices, Items, notices, "k", Sample.Now).Refusal;

        Assert.IsType<PrivacyRefusal.NotInRegister>(Admit(Planned(Agency), null));
        Assert.Equal(new PrivacyRefusal.NoticeNotPublished(1, null), Admit(Active(), null));
        Assert.Equal(new PrivacyRefusal.PartnerNotTold(PartnerId, 1, null), Admit(Active(), 1));
        Assert.Equal(new PrivacyRefusal.PartnerNotTold(PartnerId, 1, null), Admit(Active(), 1, PartnerNotice.ByMail(new("n"), Sample.Partner(), new(1, 1), Sample.Now)));
        Assert.Null(Admit(Active(), 1, Told(1)));
    }

    [Fact]
    public void Admit_ProcessorGetsMoreData_IsRefusedUntilToldAgain()
    {
        var processor = Active();
        Assert.False(processor.Change(Agency with { Items = [.. Items, PersonalDataItem.SettlementLines] }, 1).IsRefused);
        var register = new ConsignmentRegister([processor], 2);
        Assert.Equal(2, register.Revision);
        Assert.Equal(new PrivacyRefusal.PartnerNotTold(PartnerId, 2, 1), register.Admit(PartnerId, EntrustedWork.TaxInvoices, Items, [Told(1)], "k", Sample.Now).Refusal);
        Assert.Equal(new ProcessorId("linkhub"), register.Admit(PartnerId, EntrustedWork.TaxInvoices, Items, [Told(1), Told(2)], "k", Sample.Now).Value.Processor);
    }

    [Fact]
    public void Admit_ItemNotEntrusted_IsRefusedWithTheItem()
    {
        var refused = new ConsignmentRegister([Active()], 1).Admit(PartnerId, EntrustedWork.TaxInvoices, [PersonalDataItem.BankAccount], [Told(1)], "k", Sample.Now).Refusal;
        Assert.Equal([PersonalDataItem.BankAccount], Assert.IsType<PrivacyRefusal.NotInRegister>(refused).Missing);
    }

    [Fact]
    public void Processor_EveryPair_MovesOrIsRefusedAsNotInState() => LifecycleTests.Walk(
        ProcessorLifecycle.Table,
        Planned(Agency),
        "Planned:Activate=Active Active:End=Ended Planned:End=Ended",
        (status, command) => new PrivacyRefusal.NotInState(status, command));

    [Fact]
    public void Notice_EveryPair_MovesOrIsRefusedAsNoticeNotInState() => LifecycleTests.Walk(
        PartnerNoticeLifecycle.Table,
        default,
        "Pending:ConfirmDelivered=Delivered Pending:RejectDelivery=Failed Delivered:RejectDelivery=Failed Failed:Retry=Pending",
        (delivery, command) => new PrivacyRefusal.NoticeNotInState(delivery, command));
}
