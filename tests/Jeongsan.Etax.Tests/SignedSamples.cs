namespace Jeongsan.Etax.Tests;

/// <summary>Documents of every type and amendment, signed: what the golden files hold and the Java judges see.</summary>
internal static class SignedSamples
{
    private static readonly DateOnly Original = new(2026, 9, 30);

    private static readonly DateOnly Today = new(2026, 11, 10);

    /// <summary>All of <see cref="Samples.All"/>, what the planner writes for every number of 제70조, and the imports, which the customs alone may issue.</summary>
    public static IEnumerable<(string Name, EtaxInvoice Invoice, byte[] Xml)> All()
    {
        using var key = Samples.Key();
        foreach (var (name, invoice) in Samples.All().Concat(Planned())) yield return (name, invoice, EtaxSigner.Sign(invoice, key));
        foreach (var (name, invoice) in Imports()) yield return (name, invoice, EtaxSigner.SignUnchecked(invoice, key));
    }

    /// <summary>An original and what happened to it; the planner's documents with the numbers and times that the issuer gives.</summary>
    private static IEnumerable<(string Name, EtaxInvoice Invoice)> Planned()
    {
        var day = new DateOnly(2026, 10, 20);
        var taxed = Issued(EtaxKind.TaxInvoice, EtaxClass.General);
        var free = Issued(EtaxKind.TaxFreeInvoice, EtaxClass.General);
        var right = taxed with { Recipient = Samples.Recipient with { CompanyName = "바른이름 주식회사" } };
        (string Name, EtaxInvoice Original, EtaxAmendmentFacts Facts)[] rows =
        [
            ("01-returned", taxed, new EtaxAmendmentFacts.Returned(day, 300_000, 30_000)),
            ("01-returned-taxation-changed", taxed, new EtaxAmendmentFacts.Returned(day, 300_000, 30_000) { TaxationChangedSince = true }),
            ("02-rescinded", taxed, new EtaxAmendmentFacts.ContractRescinded(day)),
            ("02-rescinded-consigned", Issued(EtaxKind.TaxInvoice, EtaxClass.Consigned), new EtaxAmendmentFacts.ContractRescinded(day)),
            ("03-lowered", taxed, new EtaxAmendmentFacts.SupplyAmountChanged(day, -200_000, -20_000)),
            ("03-raised", taxed, new EtaxAmendmentFacts.SupplyAmountChanged(day, 50_000, 5_000)),
            ("03-lowered-tax-free", free, new EtaxAmendmentFacts.SupplyAmountChanged(day, -200_000, 0)),
            ("03-lowered-zero-rated", Issued(EtaxKind.TaxInvoice, EtaxClass.ZeroRated), new EtaxAmendmentFacts.SupplyAmountChanged(day, -200_000, 0)),
            ("04-letter-of-credit", taxed, new EtaxAmendmentFacts.LocalLetterOfCreditOpened(new(2026, 10, 5))),
            ("04-letter-of-credit-consigned", Issued(EtaxKind.TaxInvoice, EtaxClass.Consigned), new EtaxAmendmentFacts.LocalLetterOfCreditOpened(new(2026, 10, 5))),
            ("05-item-mistaken", taxed, new EtaxAmendmentFacts.Correction(right, EtaxCorrectionCause.RequiredItemMistaken)),
            ("05-date-mistaken", taxed, new EtaxAmendmentFacts.Correction(right with { WriteDate = new(2026, 8, 31) }, EtaxCorrectionCause.RequiredItemMistaken)),
            ("06-otherwise-wrong", taxed, new EtaxAmendmentFacts.Correction(right, EtaxCorrectionCause.OtherwiseWrong)),
            ("07-issued-twice", taxed, new EtaxAmendmentFacts.IssuedByMistake(EtaxMistake.IssuedTwice)),
            ("08-not-subject", free, new EtaxAmendmentFacts.IssuedByMistake(EtaxMistake.NotSubjectToInvoice)),
            ("09-wrong-rate", taxed, new EtaxAmendmentFacts.Correction(Issued(EtaxKind.TaxInvoice, EtaxClass.ZeroRated), EtaxCorrectionCause.WrongTaxRate)),
        ];
        foreach (var (name, original, facts) in rows)
        {
            var documents = EtaxAmendmentPlanner.Plan(original, facts, Today, movedOverHolidays: date => date).Plan!.Documents;
            for (var i = 0; i < documents.Count; i++)
                yield return ($"article-70-{name}-{i + 1}", documents[i] with { ApprovalNumber = ApprovalNumber.Create(documents[i].WriteDate, "41000008", $"0000090{i}"), IssuedAt = Samples.IssuedAt });
        }
    }

    private static EtaxInvoice Issued(EtaxKind kind, EtaxClass @class) =>
        Samples.Invoice(kind, @class) with { WriteDate = Original, ApprovalNumber = "202609304100000800000077", IssuedAt = Samples.IssuedAt.AddMonths(-1) };

    private static IEnumerable<(string Name, EtaxInvoice Invoice)> Imports()
    {
        var declaration = new EtaxImportDeclaration { Id = "123452610000001", ItemCount = 3, Start = new(2026, 10, 1), End = new(2026, 10, 31) };
        foreach (var kind in Enum.GetValues<EtaxKind>())
            yield return (EtaxCodes.TypeCode(kind, EtaxClass.Import), Samples.Invoice(kind, EtaxClass.Import, kind.IsAmended() ? -1_000_000 : 1_000_000) with
            {
                Purpose = null,
                Payments = [],
                ImportDeclaration = declaration,
                AmendmentReason = kind.IsAmended() ? EtaxAmendmentReason.Correction : null,
                OriginalApprovalNumber = kind.IsAmended() ? "202609304100000800000077" : null,
            });
    }
}
