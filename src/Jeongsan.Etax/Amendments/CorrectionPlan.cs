namespace Jeongsan.Etax;

/// <summary>Reason 01: the original taken back, and the right content.</summary>
internal static class CorrectionPlan
{
    public static EtaxAmendmentPlanning Of(EtaxInvoice original, EtaxAmendmentFacts.Correction facts, AmendmentCalendar calendar)
    {
        var negative = AmendmentDocuments.Reversed(original, EtaxAmendmentReason.Correction);
        var right = AmendmentDocuments.Linked(facts.Right, original, EtaxAmendmentReason.Correction);
        if (Check(original, facts, right, calendar) is { } refusal) return EtaxAmendmentPlanner.Refuse(refusal);
        DateOnly? issueBy = facts.Cause == EtaxCorrectionCause.OtherwiseWrong ? calendar.CorrectionEnd : null;
        var article = EtaxAmendmentPlanner.Article(ArticleNumber(facts.Cause));
        var effect = calendar.EffectOnOriginalsReturn;
        var dates = right.WriteDate == original.WriteDate
            ? "두 장 모두 작성일자는 당초 작성일자입니다."
            : $"음수로 적은 것의 작성일자는 당초 작성일자이고, 바르게 적은 것의 작성일자는 {AmendmentCalendar.Words(right.WriteDate)}입니다.";
        return new()
        {
            Plan = new()
            {
                Reason = EtaxAmendmentReason.Correction,
                Article = article,
                Documents = [negative, right],
                IssueBy = issueBy,
                DeadlineText = issueBy is { } day
                    ? $"확정신고기한 다음 날부터 1년이 되는 {calendar.Until(day)}"
                    : "정해진 기한은 없습니다. 다만 세무서가 잘못을 알고 경정할 것을 미리 안 뒤에는 발행할 수 없습니다.",
                ReturnEffect = effect,
                Explanation = ["당초 세금계산서를 음수로 적은 것 1장과 바르게 적은 것 1장을 함께 발행합니다.", dates, calendar.EffectText(effect)],
                Ways = [new(true, right.WriteDate, issueBy, IsRecommended: true, $"{article}에 따라 두 장을 발행합니다.")],
            },
        };
    }

    private static EtaxAmendmentRefusal? Check(EtaxInvoice original, EtaxAmendmentFacts.Correction facts, EtaxInvoice right, AmendmentCalendar calendar)
    {
        if (right.WriteDate > calendar.Today) return EtaxAmendmentRefusal.ReasonInFuture;
        if (right == AmendmentDocuments.Linked(original, original, EtaxAmendmentReason.Correction)) return EtaxAmendmentRefusal.NothingChanges;
        if (right.Supplier.RegistrationNumber != original.Supplier.RegistrationNumber || facts.Right.Kind.IsTaxFree() != original.Kind.IsTaxFree())
            return EtaxAmendmentRefusal.RightContentOfAnotherKind;
        // The approval number and the issue time are given later; everything else must already hold.
        var isFaulty = EtaxInvoiceChecks.Check(right).Any(problem =>
            problem.IsError && problem.Code is not (EtaxProblemCode.ApprovalNumberMalformed or EtaxProblemCode.IssueTimeMissing));
        if (isFaulty) return EtaxAmendmentRefusal.RightContentFaulty;
        return facts.Cause == EtaxCorrectionCause.OtherwiseWrong && calendar.Today > calendar.CorrectionEnd ? EtaxAmendmentRefusal.CorrectionTooLate : null;
    }

    private static int ArticleNumber(EtaxCorrectionCause cause) => cause switch
    {
        EtaxCorrectionCause.RequiredItemMistaken => 5,
        EtaxCorrectionCause.OtherwiseWrong => 6,
        EtaxCorrectionCause.WrongTaxRate => 9,
        _ => throw new ArgumentOutOfRangeException(nameof(cause)),
    };
}

/// <summary>Reason 05: the taxed original taken back, and the same supply zero-rated.</summary>
internal static class LetterOfCreditPlan
{
    private const int DaysAfterPeriodMax = 25;

    public static EtaxAmendmentPlanning Of(EtaxInvoice original, EtaxAmendmentFacts.LocalLetterOfCreditOpened facts, AmendmentCalendar calendar)
    {
        if (calendar.CheckReasonDay(facts.OpenedOn) is { } badDay) return EtaxAmendmentPlanner.Refuse(badDay);
        if (original.Kind.IsTaxFree() || original.Class.IsZeroRated() || facts.OpenedOn > calendar.PeriodEnd.AddDays(DaysAfterPeriodMax))
            return EtaxAmendmentPlanner.Refuse(EtaxAmendmentRefusal.LetterOfCreditDoesNotApply);
        var remark = $"내국신용장·구매확인서 개설일 {AmendmentCalendar.Numbers(facts.OpenedOn)}";
        if (AmendmentDocuments.WithRemark(original.Remarks, remark) is not { } remarks) return EtaxAmendmentPlanner.Refuse(EtaxAmendmentRefusal.RemarksFull);
        // 제4호: when it was opened after the period, both documents must still reach the final return.
        var issueBy = facts.OpenedOn > calendar.PeriodEnd ? calendar.FinalReturn : calendar.TenthAfter(facts.OpenedOn);
        var effect = calendar.EffectOnOriginalsReturn;
        var article = EtaxAmendmentPlanner.Article(4);
        return new()
        {
            Plan = new()
            {
                Reason = EtaxAmendmentReason.LocalLetterOfCredit,
                Article = article,
                Documents = [AmendmentDocuments.Reversed(original, EtaxAmendmentReason.LocalLetterOfCredit) with { Remarks = remarks }, ZeroRated(original, remarks)],
                IssueBy = issueBy,
                DeadlineText = (facts.OpenedOn > calendar.PeriodEnd ? "과세기간이 끝난 뒤에 개설되었으므로 확정신고기한인 " : "개설일의 다음 달 10일(휴일이면 다음 영업일)인 ") + calendar.Until(issueBy),
                ReturnEffect = effect,
                Explanation =
                [
                    "당초 세금계산서를 음수로 적은 것 1장과 같은 공급을 영세율로 적은 것 1장을 함께 발행합니다.",
                    "두 장 모두 작성일자는 당초 작성일자로, 비고에는 내국신용장·구매확인서의 개설일을 적습니다.",
                    calendar.EffectText(effect),
                ],
                Ways = [new(true, original.WriteDate, issueBy, IsRecommended: true, $"{article}에 따라 두 장을 발행합니다.")],
            },
        };
    }

    private static EtaxInvoice ZeroRated(EtaxInvoice original, ValueList<string> remarks) =>
        AmendmentDocuments.Linked(original, original, EtaxAmendmentReason.LocalLetterOfCredit) with
        {
            Class = original.Class.HasBroker() ? EtaxClass.ZeroRatedConsigned : EtaxClass.ZeroRated,
            Remarks = remarks,
            Payments = original.Payments is [var single] ? [single with { Amount = original.SupplyTotal }] : [],
            TaxTotal = 0,
            GrandTotal = original.SupplyTotal,
            Lines = ValueList.Create<EtaxLine>([.. original.Lines.Select(line => line with { TaxAmount = 0 })]),
        };
}

/// <summary>Reason 06: the original taken back, nothing in its place.</summary>
internal static class MistakePlan
{
    public static EtaxAmendmentPlanning Of(EtaxInvoice original, EtaxAmendmentFacts.IssuedByMistake facts, AmendmentCalendar calendar)
    {
        var article = EtaxAmendmentPlanner.Article(facts.Mistake == EtaxMistake.IssuedTwice ? 7 : 8);
        var effect = calendar.EffectOnOriginalsReturn;
        return new()
        {
            Plan = new()
            {
                Reason = EtaxAmendmentReason.IssuedByMistake,
                Article = article,
                Documents = [AmendmentDocuments.Reversed(original, EtaxAmendmentReason.IssuedByMistake)],
                IssueBy = null,
                DeadlineText = $"정해진 기한은 없습니다. 당초 과세기간의 확정신고기한({AmendmentCalendar.Words(calendar.FinalReturn)}) 전에 발행하면 신고를 고치지 않아도 됩니다.",
                ReturnEffect = effect,
                Explanation =
                [
                    facts.Mistake == EtaxMistake.IssuedTwice
                        ? "잘못 한 번 더 발행한 세금계산서의 금액 전부를 음수로 적은 수정세금계산서 1장을 발행합니다."
                        : "발급 대상이 아닌 거래에 발행한 세금계산서의 금액 전부를 음수로 적은 수정세금계산서 1장을 발행합니다.",
                    "작성일자는 당초 작성일자입니다.",
                    calendar.EffectText(effect),
                ],
                Ways = [new(true, original.WriteDate, null, IsRecommended: true, $"{article}에 따라 1장을 발행합니다.")],
            },
        };
    }
}
