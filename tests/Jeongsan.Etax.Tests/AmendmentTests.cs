using CsCheck;

namespace Jeongsan.Etax.Tests;

/// <summary>The rules of 부가가치세법 시행령 제70조, one table row a rule; and that the amounts always come out as intended.</summary>
public sealed class AmendmentTests
{
    private static readonly DateOnly Original = new(2026, 9, 30);
    private static readonly DateOnly Today = new(2026, 11, 9);

    private static EtaxInvoice Issued(EtaxKind kind = EtaxKind.TaxInvoice, EtaxClass @class = EtaxClass.General, long supply = 1_000_000) =>
        Samples.Invoice(kind, @class, supply) with { WriteDate = Original, ApprovalNumber = "202609304100000800000077" };

    /// <summary>A calendar that knows weekends and 25 January as a closed day, so that moved deadlines show.</summary>
    private static DateOnly Moved(DateOnly day)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || day is { Month: 1, Day: 25 }) day = day.AddDays(1);
        return day;
    }

    private static EtaxAmendmentPlan Plan(EtaxAmendmentFacts facts, EtaxInvoice? original = null, DateOnly? today = null)
    {
        var planning = EtaxAmendmentPlanner.Plan(original ?? Issued(), facts, today ?? Today, Moved);
        Assert.Equal((null, ""), (planning.Refusal, planning.Message));
        return planning.Plan!;
    }

    private static EtaxInvoice Right => Issued() with { Recipient = Samples.Recipient with { CompanyName = "바른이름 주식회사" } };

    public static TheoryData<string, EtaxAmendmentFacts, EtaxAmendmentReason, string, string[], DateOnly?> Rules => new()
    {
        { "제1호 환입: 1장, 돌아온 날, 음수, 다음 달 10일", new EtaxAmendmentFacts.Returned(new(2026, 10, 20), 300_000, 30_000), EtaxAmendmentReason.Returned, "1", ["2026-10-20 -300000 -30000 0201"], new(2026, 11, 10) },
        { "제2호 계약의 해제: 1장, 해제일, 전액 음수", new EtaxAmendmentFacts.ContractRescinded(new(2026, 10, 20)), EtaxAmendmentReason.ContractRescinded, "2", ["2026-10-20 -1000000 -100000 0201"], new(2026, 11, 10) },
        { "제3호 공급가액 변동: 1장, 발생일, 차액", new EtaxAmendmentFacts.SupplyAmountChanged(new(2026, 10, 20), -200_000, -20_000), EtaxAmendmentReason.SupplyAmountChanged, "3", ["2026-10-20 -200000 -20000 0201"], new(2026, 11, 10) },
        { "제3호 공급가액 변동: 늘어난 금액은 양수", new EtaxAmendmentFacts.SupplyAmountChanged(new(2026, 10, 20), 50_000, 5_000), EtaxAmendmentReason.SupplyAmountChanged, "3", ["2026-10-20 50000 5000 0201"], new(2026, 11, 10) },
        { "제34조 제3항: 10일이 토요일이면 다음 영업일", new EtaxAmendmentFacts.SupplyAmountChanged(Original, -200_000, -20_000), EtaxAmendmentReason.SupplyAmountChanged, "3", ["2026-09-30 -200000 -20000 0201"], new(2026, 10, 12) },
        { "제4호 내국신용장 사후개설: 2장, 당초 작성일자, 음수와 영세율", new EtaxAmendmentFacts.LocalLetterOfCreditOpened(new(2026, 10, 5)), EtaxAmendmentReason.LocalLetterOfCredit, "4", ["2026-09-30 -1000000 -100000 0201", "2026-09-30 1000000 0 0202"], new(2026, 11, 10) },
        { "제5호 필요적 기재사항 착오: 2장, 당초 작성일자, 기한 없음", new EtaxAmendmentFacts.Correction(Right, EtaxCorrectionCause.RequiredItemMistaken), EtaxAmendmentReason.Correction, "5", ["2026-09-30 -1000000 -100000 0201", "2026-09-30 1000000 100000 0201"], null },
        { "제5호 작성일자 착오: 바른 것은 바른 날짜로", new EtaxAmendmentFacts.Correction(Right with { WriteDate = new(2026, 8, 31) }, EtaxCorrectionCause.RequiredItemMistaken), EtaxAmendmentReason.Correction, "5", ["2026-09-30 -1000000 -100000 0201", "2026-08-31 1000000 100000 0201"], null },
        { "제6호 착오 외: 확정신고기한 다음 날부터 1년", new EtaxAmendmentFacts.Correction(Right, EtaxCorrectionCause.OtherwiseWrong), EtaxAmendmentReason.Correction, "6", ["2026-09-30 -1000000 -100000 0201", "2026-09-30 1000000 100000 0201"], new(2028, 1, 26) },
        { "제7호 이중발급: 1장, 당초 작성일자, 전액 음수", new EtaxAmendmentFacts.IssuedByMistake(EtaxMistake.IssuedTwice), EtaxAmendmentReason.IssuedByMistake, "7", ["2026-09-30 -1000000 -100000 0201"], null },
        { "제8호 발급 대상이 아닌 거래: 1장", new EtaxAmendmentFacts.IssuedByMistake(EtaxMistake.NotSubjectToInvoice), EtaxAmendmentReason.IssuedByMistake, "8", ["2026-09-30 -1000000 -100000 0201"], null },
        { "제9호 세율 착오: 2장, 바른 것은 영세율", new EtaxAmendmentFacts.Correction(Issued(@class: EtaxClass.ZeroRated), EtaxCorrectionCause.WrongTaxRate), EtaxAmendmentReason.Correction, "9", ["2026-09-30 -1000000 -100000 0201", "2026-09-30 1000000 0 0202"], null },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Plan_EachNumberOfArticle70_WritesItsDocuments(string rule, EtaxAmendmentFacts facts, EtaxAmendmentReason reason, string number, string[] documents, DateOnly? issueBy)
    {
        var plan = Plan(facts);
        Assert.Equal((rule, reason, $"부가가치세법 시행령 제70조 제1항 제{number}호"), (rule, plan.Reason, plan.Article));
        Assert.Equal(documents, plan.Documents.Select(document => $"{document.WriteDate:yyyy-MM-dd} {document.SupplyTotal} {document.TaxTotal} {document.TypeCode}"));
        Assert.Equal(issueBy, plan.IssueBy);
        Assert.All(plan.Documents, AssertIssuable);
        Assert.Single(plan.Ways, way => way.IsRecommended && way.IsAmendment);
        Assert.All(plan.Explanation.Append(plan.DeadlineText), sentence => Assert.EndsWith("다.", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Plan_Article70Paragraph1Numbers1To3_CarryTheOriginalsWriteDateInTheRemarks() =>
        Assert.Contains("당초 작성일자 2026-09-30", Plan(new EtaxAmendmentFacts.ContractRescinded(new(2026, 10, 20))).Documents[0].Remarks);

    [Fact]
    public void Plan_Article70Paragraphs2And3_TaxationChanged_KeepsTheWriteDateAndRemarksTheDay()
    {
        var plan = Plan(new EtaxAmendmentFacts.Returned(new(2026, 10, 20), 300_000, 30_000) { TaxationChangedSince = true });
        Assert.Equal(Original, plan.Documents[0].WriteDate);
        Assert.Contains("환입일 2026-10-20", plan.Documents[0].Remarks);
        Assert.Equal(EtaxReturnEffect.PeriodOfOriginal, plan.ReturnEffect);
        Assert.Single(plan.Ways);
    }

    [Fact]
    public void Plan_Article70Number4_OpenedAfterThePeriod_IsDueWithTheFinalReturn()
    {
        var plan = Plan(new EtaxAmendmentFacts.LocalLetterOfCreditOpened(new(2027, 1, 10)), today: new(2027, 1, 11));
        // 25 January is closed in this test's calendar.
        Assert.Equal(new DateOnly(2027, 1, 26), plan.IssueBy);
        Assert.Contains("내국신용장·구매확인서 개설일 2027-01-10", plan.Documents[1].Remarks);
    }

    /// <summary>10 November 2026 is the last day for a reason of October; the difference could instead go into the document of October, due the same day.</summary>
    [Fact]
    public void Plan_Difference_ShowsAmendingAndNettingAndRecommendsAmending()
    {
        var plan = Plan(new EtaxAmendmentFacts.SupplyAmountChanged(new(2026, 10, 20), -200_000, -20_000));
        Assert.Equal([(true, new(2026, 10, 20), true), (false, new DateOnly(2026, 10, 31), false)], plan.Ways.Select(way => (way.IsAmendment, way.WriteDate, way.IsRecommended)));
        Assert.Equal(new DateOnly(2026, 11, 10), plan.Ways[1].IssueBy);
    }

    [Fact]
    public void Plan_DifferenceInTheOriginalsMonth_NetsInTheNextMonth() =>
        Assert.Equal(new DateOnly(2026, 10, 31), Plan(new EtaxAmendmentFacts.SupplyAmountChanged(Original, -200_000, -20_000)).Ways[1].WriteDate);

    [Theory]
    [InlineData("2027-01-26", EtaxReturnEffect.PeriodOfOriginal)]
    [InlineData("2027-01-27", EtaxReturnEffect.AmendedReturnOfOriginal)]
    public void Plan_Mistake_AfterTheFinalReturn_NeedsAnAmendedReturn(string today, EtaxReturnEffect expected) =>
        Assert.Equal(expected, Plan(new EtaxAmendmentFacts.IssuedByMistake(EtaxMistake.IssuedTwice), today: DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).ReturnEffect);

    [Fact]
    public void Plan_Overdue_SaysSo() =>
        Assert.Contains("지났습니다", Plan(new EtaxAmendmentFacts.ContractRescinded(new(2026, 10, 20)), today: new(2026, 11, 11)).DeadlineText, StringComparison.Ordinal);

    public static TheoryData<EtaxAmendmentRefusal, EtaxInvoice, EtaxAmendmentFacts> Refusals => new()
    {
        { EtaxAmendmentRefusal.OriginalNotIssued, Issued() with { ApprovalNumber = null }, new EtaxAmendmentFacts.ContractRescinded(Today) },
        { EtaxAmendmentRefusal.OriginalIsImport, Issued() with { Class = EtaxClass.Import }, new EtaxAmendmentFacts.ContractRescinded(Today) },
        { EtaxAmendmentRefusal.ReasonBeforeOriginal, Issued(), new EtaxAmendmentFacts.ContractRescinded(Original.AddDays(-1)) },
        { EtaxAmendmentRefusal.ReasonInFuture, Issued(), new EtaxAmendmentFacts.ContractRescinded(Today.AddDays(1)) },
        { EtaxAmendmentRefusal.ReasonInFuture, Issued(), new EtaxAmendmentFacts.Correction(Right with { WriteDate = Today.AddDays(1) }, EtaxCorrectionCause.RequiredItemMistaken) },
        { EtaxAmendmentRefusal.NothingChanges, Issued(), new EtaxAmendmentFacts.SupplyAmountChanged(Today, 0, 0) },
        { EtaxAmendmentRefusal.NothingChanges, Issued(), new EtaxAmendmentFacts.Correction(Issued(), EtaxCorrectionCause.RequiredItemMistaken) },
        { EtaxAmendmentRefusal.SignsDiffer, Issued(), new EtaxAmendmentFacts.SupplyAmountChanged(Today, -100, 10) },
        { EtaxAmendmentRefusal.TaxDoesNotFit, Issued(), new EtaxAmendmentFacts.SupplyAmountChanged(Today, -100, 0) },
        { EtaxAmendmentRefusal.TaxDoesNotFit, Issued(EtaxKind.TaxFreeInvoice), new EtaxAmendmentFacts.SupplyAmountChanged(Today, -100, -10) },
        { EtaxAmendmentRefusal.MoreThanOriginal, Issued(), new EtaxAmendmentFacts.SupplyAmountChanged(Today, -1_000_001, -100_000) },
        { EtaxAmendmentRefusal.MoreThanOriginal, Issued(), new EtaxAmendmentFacts.Returned(Today, 2_000_000, 200_000) },
        { EtaxAmendmentRefusal.ReturnNotOfOriginalsSign, Issued(), new EtaxAmendmentFacts.Returned(Today, -100, -10) },
        { EtaxAmendmentRefusal.RightContentOfAnotherKind, Issued(), new EtaxAmendmentFacts.Correction(Issued(EtaxKind.TaxFreeInvoice), EtaxCorrectionCause.RequiredItemMistaken) },
        { EtaxAmendmentRefusal.RightContentFaulty, Issued(), new EtaxAmendmentFacts.Correction(Right with { GrandTotal = 1 }, EtaxCorrectionCause.RequiredItemMistaken) },
        { EtaxAmendmentRefusal.LetterOfCreditDoesNotApply, Issued(@class: EtaxClass.ZeroRated), new EtaxAmendmentFacts.LocalLetterOfCreditOpened(Today) },
        { EtaxAmendmentRefusal.RemarksFull, Issued() with { Remarks = [new('가', 150), new('나', 150), new('다', 150)] }, new EtaxAmendmentFacts.ContractRescinded(Today) },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Plan_FactsThatDoNotFit_AreRefused(EtaxAmendmentRefusal refusal, EtaxInvoice original, EtaxAmendmentFacts facts)
    {
        var planning = EtaxAmendmentPlanner.Plan(original, facts, Today, Moved);
        Assert.Equal(refusal, planning.Refusal);
        Assert.NotEqual("", planning.Message);
        Assert.False(planning.IsPlanned);
    }

    [Fact]
    public void Plan_Article70Number6_AfterAYear_IsCorrectionTooLate() =>
        Assert.Equal(EtaxAmendmentRefusal.CorrectionTooLate,
            EtaxAmendmentPlanner.Plan(Issued(), new EtaxAmendmentFacts.Correction(Right, EtaxCorrectionCause.OtherwiseWrong), new(2028, 1, 27), Moved).Refusal);

    [Fact]
    public void Plan_Article70Number4_OpenedTwentySixDaysAfterThePeriod_DoesNotApply() =>
        Assert.Equal(EtaxAmendmentRefusal.LetterOfCreditDoesNotApply,
            EtaxAmendmentPlanner.Plan(Issued(), new EtaxAmendmentFacts.LocalLetterOfCreditOpened(new(2027, 1, 26)), new(2027, 2, 1), Moved).Refusal);

    /// <summary>Three remarks, one of which may be a foreigner's number: none is lost.</summary>
    [Fact]
    public void Plan_ThreeRemarks_KeepsThemAll() =>
        Assert.Equal(["가", "나", "다 / 당초 작성일자 2026-09-30"], Plan(new EtaxAmendmentFacts.ContractRescinded(Today), Issued() with { Remarks = ["가", "나", "다"] }).Documents[0].Remarks);

    private static readonly Gen<EtaxInvoice> AnyOriginal =
        from kind in Gen.OneOf(Gen.Const(EtaxKind.TaxInvoice), Gen.Const(EtaxKind.TaxFreeInvoice))
        from @class in Gen.Enum<EtaxClass>().Where(value => value != EtaxClass.Import)
        from supply in Gen.Long[10, 9_000_000_000_000]
        where EtaxCodes.IsKnown(kind, @class)
        select Issued(kind, @class, supply);

    [Fact]
    public void Plan_AnyDifference_OriginalAndAmendmentAddUpToTheIntendedAmount() =>
        Gen.Select(AnyOriginal, Gen.Long[-1_000_000, 1_000_000], Gen.Bool).Sample((original, difference, isReturn) =>
        {
            var supply = Math.Max(difference, -original.SupplyTotal);
            if (isReturn) supply = -Math.Abs(supply);
            var tax = original.TaxTotal == 0 ? 0 : supply == -original.SupplyTotal ? -original.TaxTotal : Math.Max(supply / 10, -original.TaxTotal);
            EtaxAmendmentFacts facts = isReturn
                ? new EtaxAmendmentFacts.Returned(Today, -supply, -tax)
                : new EtaxAmendmentFacts.SupplyAmountChanged(Today, supply, tax);
            var planning = EtaxAmendmentPlanner.Plan(original, facts, Today, Moved);
            if (supply == 0) Assert.Equal(EtaxAmendmentRefusal.NothingChanges, planning.Refusal);
            else AssertSums(planning, original, (supply, tax));
        }, iter: 1_000);

    [Fact]
    public void Plan_AnyOriginalTakenBack_LeavesNothing() =>
        AnyOriginal.Sample(original =>
        {
            foreach (EtaxAmendmentFacts facts in (EtaxAmendmentFacts[])[new EtaxAmendmentFacts.ContractRescinded(Today), new EtaxAmendmentFacts.IssuedByMistake(EtaxMistake.IssuedTwice)])
                AssertSums(EtaxAmendmentPlanner.Plan(original, facts, Today, Moved), original, (-original.SupplyTotal, -original.TaxTotal));
        }, iter: 300);

    [Fact]
    public void Plan_AnyLetterOfCredit_LeavesTheSupplyAndTakesTheTax() =>
        AnyOriginal.Where(original => !original.Kind.IsTaxFree() && !original.Class.IsZeroRated()).Sample(original =>
            AssertSums(EtaxAmendmentPlanner.Plan(original, new EtaxAmendmentFacts.LocalLetterOfCreditOpened(Today), Today, Moved), original, (0, -original.TaxTotal)), iter: 300);

    [Fact]
    public void Plan_AnyCorrection_LeavesTheRightAmounts() =>
        Gen.Select(AnyOriginal, Gen.Long[10, 1_000_000_000]).Where((original, supply) => supply != original.SupplyTotal).Sample((original, supply) =>
        {
            var right = Issued(original.Kind, original.Class, supply);
            var planning = EtaxAmendmentPlanner.Plan(original, new EtaxAmendmentFacts.Correction(right, EtaxCorrectionCause.RequiredItemMistaken), Today, Moved);
            AssertSums(planning, original, (right.SupplyTotal - original.SupplyTotal, right.TaxTotal - original.TaxTotal));
        }, iter: 300);

    private static void AssertSums(EtaxAmendmentPlanning planning, EtaxInvoice original, (long Supply, long Tax) intended)
    {
        Assert.Null(planning.Refusal);
        Assert.Equal(intended, (planning.Plan!.SupplyChange, planning.Plan.TaxChange));
        Assert.All(planning.Plan.Documents, AssertIssuable);
        Assert.All(planning.Plan.Documents, document => Assert.Equal(original.ApprovalNumber, document.OriginalApprovalNumber));
    }

    /// <summary>With an approval number and an issue time it passes the issuer's checks.</summary>
    private static void AssertIssuable(EtaxInvoice document)
    {
        Assert.Equal((null, null, null), (document.ApprovalNumber, document.IssuedAt, document.ManagementId));
        var issued = document with { ApprovalNumber = ApprovalNumber.Create(document.WriteDate, "41000008", "00000099"), IssuedAt = Samples.IssuedAt.AddYears(1) };
        Assert.DoesNotContain(EtaxInvoiceChecks.Check(issued), problem => problem.IsError);
    }
}
