namespace Jeongsan.Etax;

/// <summary>Plans 수정세금계산서: from an original and what happened to it, the documents to write with signs, dates and remarks (부가가치세법 시행령 제70조).</summary>
/// <remarks>Pure: the day and the calendar come in.</remarks>
public static class EtaxAmendmentPlanner
{
    /// <summary>Refusals are checked in the order of <see cref="EtaxAmendmentRefusal"/>.</summary>
    /// <param name="original">The issued document. It may itself be an amendment, such as the right half of a correction.</param>
    /// <param name="facts">What happened to it.</param>
    /// <param name="today">The day in Korea.</param>
    /// <param name="movedOverHolidays">A deadline that falls on a Saturday, Sunday or public holiday becomes the next business day (국세기본법 제5조).</param>
    public static EtaxAmendmentPlanning Plan(EtaxInvoice original, EtaxAmendmentFacts facts, DateOnly today, Func<DateOnly, DateOnly> movedOverHolidays)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(movedOverHolidays);
        if (!ApprovalNumber.IsWellFormed(original.ApprovalNumber)) return Refuse(EtaxAmendmentRefusal.OriginalNotIssued);
        if (original.Class == EtaxClass.Import) return Refuse(EtaxAmendmentRefusal.OriginalIsImport);
        var calendar = new AmendmentCalendar(original.WriteDate, today, movedOverHolidays);
        return facts switch
        {
            EtaxAmendmentFacts.Correction correction => CorrectionPlan.Of(original, correction, calendar),
            EtaxAmendmentFacts.SupplyAmountChanged changed => DifferencePlan.Of(original, changed, calendar),
            EtaxAmendmentFacts.Returned returned => DifferencePlan.Of(original, returned, calendar),
            EtaxAmendmentFacts.ContractRescinded rescinded => DifferencePlan.Of(original, rescinded, calendar),
            EtaxAmendmentFacts.LocalLetterOfCreditOpened opened => LetterOfCreditPlan.Of(original, opened, calendar),
            EtaxAmendmentFacts.IssuedByMistake mistake => MistakePlan.Of(original, mistake, calendar),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    internal static EtaxAmendmentPlanning Refuse(EtaxAmendmentRefusal refusal) => new() { Refusal = refusal };

    internal static string Article(int number) => $"부가가치세법 시행령 제70조 제1항 제{number}호";
}
