namespace Jeongsan.Etax;

/// <summary>Reasons 02, 03 and 04: one document, written on the day of the reason, in the period of the reason.</summary>
internal static class DifferencePlan
{
    private sealed record Reason(EtaxAmendmentReason Code, int ArticleNumber, DateOnly On, bool TaxationChangedSince, string What, string DayName);

    public static EtaxAmendmentPlanning Of(EtaxInvoice original, EtaxAmendmentFacts.SupplyAmountChanged facts, AmendmentCalendar calendar)
    {
        var reason = new Reason(EtaxAmendmentReason.SupplyAmountChanged, 3, facts.On, facts.TaxationChangedSince,
            "공급가액이 바뀐 만큼만 적은 수정세금계산서 1장을 발행합니다. 늘어난 금액은 양수로, 줄어든 금액은 음수로 적습니다.", "변동사유 발생일");
        return CheckDifference(original, facts.SupplyDifference, facts.TaxDifference, facts.On, calendar) is { } refusal
            ? EtaxAmendmentPlanner.Refuse(refusal)
            : Plan(original, reason, AmendmentDocuments.Difference(original, reason.Code, facts.On, facts.SupplyDifference, facts.TaxDifference), calendar);
    }

    public static EtaxAmendmentPlanning Of(EtaxInvoice original, EtaxAmendmentFacts.Returned facts, AmendmentCalendar calendar)
    {
        var reason = new Reason(EtaxAmendmentReason.Returned, 1, facts.On, facts.TaxationChangedSince,
            "돌아온 재화의 금액을 음수로 적은 수정세금계산서 1장을 발행합니다.", "환입일");
        if (CheckDifference(original, -facts.Supply, -facts.Tax, facts.On, calendar, isReturn: true) is { } refusal) return EtaxAmendmentPlanner.Refuse(refusal);
        return Plan(original, reason, AmendmentDocuments.Difference(original, reason.Code, facts.On, -facts.Supply, -facts.Tax), calendar);
    }

    public static EtaxAmendmentPlanning Of(EtaxInvoice original, EtaxAmendmentFacts.ContractRescinded facts, AmendmentCalendar calendar)
    {
        var reason = new Reason(EtaxAmendmentReason.ContractRescinded, 2, facts.On, facts.TaxationChangedSince,
            "당초 세금계산서의 금액 전부를 음수로 적은 수정세금계산서 1장을 발행합니다.", "계약해제일");
        if (calendar.CheckReasonDay(facts.On) is { } refusal) return EtaxAmendmentPlanner.Refuse(refusal);
        // ERR007: a cancellation must be negative, so only what was positive can be rescinded.
        if (original.SupplyTotal <= 0) return EtaxAmendmentPlanner.Refuse(EtaxAmendmentRefusal.ReturnNotOfOriginalsSign);
        return Plan(original, reason, AmendmentDocuments.Reversed(original, reason.Code), calendar);
    }

    private static EtaxAmendmentRefusal? CheckDifference(EtaxInvoice original, long supply, long tax, DateOnly on, AmendmentCalendar calendar, bool isReturn = false)
    {
        if (calendar.CheckReasonDay(on) is { } badDay) return badDay;
        if (supply == 0 && tax == 0) return EtaxAmendmentRefusal.NothingChanges;
        if (Math.Sign(supply) * Math.Sign(tax) < 0) return EtaxAmendmentRefusal.SignsDiffer;
        var isWithoutTax = original.Kind.IsTaxFree() || original.Class.IsZeroRated();
        if (isWithoutTax ? tax != 0 : tax == 0 && supply is >= 10 or <= -10) return EtaxAmendmentRefusal.TaxDoesNotFit;
        if (Exceeds(original.SupplyTotal, supply) || Exceeds(original.TaxTotal, tax)) return EtaxAmendmentRefusal.MoreThanOriginal;
        return isReturn && (supply > 0 || original.SupplyTotal < 0) ? EtaxAmendmentRefusal.ReturnNotOfOriginalsSign : null;
    }

    /// <summary>Whether the change takes the total beyond zero to the other sign.</summary>
    private static bool Exceeds(long total, long change) =>
        (Int128)total + change is var rest && rest != 0 && Int128.Sign(rest) != Math.Sign(total) && total != 0;

    private static EtaxAmendmentPlanning Plan(EtaxInvoice original, Reason reason, EtaxInvoice document, AmendmentCalendar calendar)
    {
        // 제70조 제2항, 제3항: the original's write date, and the reason's day in the remarks; else the other way round.
        var writeDate = reason.TaxationChangedSince ? original.WriteDate : reason.On;
        var remark = reason.TaxationChangedSince
            ? $"{reason.DayName} {AmendmentCalendar.Numbers(reason.On)}"
            : $"당초 작성일자 {AmendmentCalendar.Numbers(original.WriteDate)}";
        if (AmendmentDocuments.WithRemark(document.Remarks, remark) is not { } remarks) return EtaxAmendmentPlanner.Refuse(EtaxAmendmentRefusal.RemarksFull);
        var issueBy = calendar.TenthAfter(reason.On);
        var effect = reason.TaxationChangedSince ? calendar.EffectOnOriginalsReturn : EtaxReturnEffect.PeriodOfReason;
        return new()
        {
            Plan = new()
            {
                Reason = reason.Code,
                Article = EtaxAmendmentPlanner.Article(reason.ArticleNumber),
                Documents = [document with { WriteDate = writeDate, Remarks = remarks }],
                IssueBy = issueBy,
                DeadlineText = $"사유가 생긴 날의 다음 달 10일(휴일이면 다음 영업일)인 {calendar.Until(issueBy)}",
                ReturnEffect = effect,
                Explanation =
                [
                    reason.What,
                    reason.TaxationChangedSince
                        ? $"당초 발행 뒤 과세유형이 바뀌었으므로 작성일자는 당초 작성일자로, 비고에는 {reason.DayName}을 적습니다(시행령 제70조 제2항·제3항)."
                        : $"작성일자는 {reason.DayName}({AmendmentCalendar.Words(reason.On)})로, 비고에는 당초 작성일자를 적습니다.",
                    calendar.EffectText(effect),
                ],
                Ways = Ways(reason, writeDate, issueBy, calendar),
            },
        };
    }

    private static ValueList<EtaxAmendmentWay> Ways(Reason reason, DateOnly writeDate, DateOnly issueBy, AmendmentCalendar calendar)
    {
        var amendment = new EtaxAmendmentWay(true, writeDate, issueBy, IsRecommended: true,
            $"지금 수정세금계산서를 발행합니다. 이미 끝난 공급의 금액이 바뀌면 수정하도록 한 {EtaxAmendmentPlanner.Article(reason.ArticleNumber)}에 맞는 방법이라 권장합니다.");
        // The rescission takes the whole supply away: there is nothing to net. The old write date of 제70조 제2항 can't be met by a later document either.
        if (reason.Code == EtaxAmendmentReason.ContractRescinded || reason.TaxationChangedSince) return [amendment];
        var netting = calendar.NettingWriteDate(reason.On);
        return
        [
            amendment,
            new(false, netting, calendar.TenthAfter(netting), IsRecommended: false,
                $"차액을 다음 정산분 세금계산서(작성일자 {AmendmentCalendar.Words(netting)})에서 더하거나 뺍니다. 작은 차액에서 쓰는 방법이지만 지난 공급의 금액을 다른 공급에 섞는 것이라, 세무조사에서 당초분을 수정하라는 지적을 받을 수 있습니다."),
        ];
    }
}
