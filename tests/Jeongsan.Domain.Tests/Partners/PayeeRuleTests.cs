using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Xunit;

namespace Jeongsan.Domain.Tests.Partners;

/// <summary>지급 전 확인: what stands against paying a partner.</summary>
public sealed class PayeeRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 10, 0, 0, TimeSpan.FromHours(9));
    private static readonly BankAccount Account = new(Bank.Shinhan, Currency.Krw, "110123456789", "㈜시험상사");
    private static readonly BusinessRegistrationNumber Number = new("2018160000");
    private static readonly PartnerType Business = new PartnerType.Business("시험상사", TaxationType.Normal, BusinessStatus.NotVerified, Number, "홍시험", null, null, null);

    [Fact]
    public void Judge_WithoutACheck_IsAProblemOnlyWhereOneIsDemanded()
    {
        Assert.Null(PayeeRule.Judge(null, Account, Business, null, Now));
        Assert.Equal(PayeeProblem.NotChecked, PayeeRule.Judge(null, Account, Business, 30, Now));
    }

    [Fact]
    public void Judge_PersonWhoseAccountWasChecked_NeedsNoBusiness() =>
        Assert.Null(PayeeRule.Judge(Checked("시험상사"), Account, new PartnerType.NonWhtPayer(null), 30, Now));

    [Fact]
    public void Judge_BusinessOfWhichOnlyTheAccountWasChecked_IsNotChecked() =>
        Assert.Equal(PayeeProblem.NotChecked, PayeeRule.Judge(Checked("시험상사"), Account, Business, 30, Now));

    [Theory]
    [InlineData("다른사람", PayeeProblem.HolderDiffers)]
    [InlineData(null, PayeeProblem.AccountNotFound)]
    public void Judge_WhatTheBankFoundWrong_CountsAlsoWhereNoCheckIsDemanded(string? holder, PayeeProblem expected) =>
        Assert.Equal(expected, PayeeRule.Judge(Checked(holder), Account, Business, null, Now));

    [Theory]
    [InlineData(BusinessStatus.Closed, PayeeProblem.BusinessClosed)]
    [InlineData(BusinessStatus.NotFound, PayeeProblem.BusinessNotFound)]
    [InlineData(BusinessStatus.Suspended, null)]
    [InlineData(BusinessStatus.InBusiness, null)]
    public void Judge_ClosedOrUnknownBusiness_IsNotPaid_ASuspendedOneIs(BusinessStatus status, PayeeProblem? expected) =>
        Assert.Equal(expected, PayeeRule.Judge(Checked("시험상사", status), Account, Business, 30, Now));

    [Fact]
    public void Judge_AnswerAboutAnotherBusinessNumber_DoesNotCount()
    {
        var check = Checked("시험상사");
        check.ConcludeBusiness(new BusinessRegistrationNumber("1018160000"), BusinessStatus.Closed, Now);

        Assert.Equal(PayeeProblem.NotChecked, PayeeRule.Judge(check, Account, Business, 30, Now));
    }

    [Theory]
    [InlineData("110123456780", "㈜시험상사")]
    [InlineData("110123456789", "홍시험")]
    public void Judge_AccountChangedAfterItsCheck_WaitsForAnother(string number, string holder) =>
        Assert.Equal(PayeeProblem.AccountChanged, PayeeRule.Judge(Checked("시험상사", BusinessStatus.InBusiness), Account with { Number = number, Holder = holder }, Business, null, Now));

    [Fact]
    public void Judge_CheckOlderThanDemanded_IsTooOld()
    {
        var check = Checked("시험상사", BusinessStatus.InBusiness);

        Assert.Null(PayeeRule.Judge(check, Account, Business, 30, Now.AddDays(30)));
        Assert.Equal(PayeeProblem.CheckTooOld, PayeeRule.Judge(check, Account, Business, 30, Now.AddDays(30).AddSeconds(1)));
    }

    [Theory]
    [InlineData("㈜시험상사", "(주) 시험상사", true)]
    [InlineData("주식회사 시험상사", "시험상사", true)]
    [InlineData("abc shop", "ABC SHOP", true)]
    [InlineData("김철수", "김철", false)]
    [InlineData("김철", "김철수", false)]
    [InlineData("아주긴이름의시험상사강남지점", "아주긴이름의시험상사강", true)]
    [InlineData("아주긴이름의시험상사강남지점", "아주긴이름", false)]
    [InlineData("(주)", "주식회사", false)]
    public void HolderName_IsSame_WithoutBlanksAndLegalForms_AndAsTheBankCutsIt(string stated, string found, bool expected) =>
        Assert.Equal(expected, HolderName.IsSame(stated, found));

    private static PayeeCheck Checked(string? holder, BusinessStatus? business = null)
    {
        var check = PayeeCheck.Of(new Tenant(new MerchantId("m"), Mode.Test), new PartnerId("p"));
        check.ConcludeAccount(Account, holder, Now);
        if (business is { } status)
        {
            check.ConcludeBusiness(Number, status, Now);
        }

        return check;
    }
}
