namespace Jeongsan.Etax;

/// <summary>Turns an original into the documents that amend it.</summary>
internal static class AmendmentDocuments
{
    /// <summary>The original with every amount reversed. Unit prices stay and quantities are reversed, so that their product fits the line.</summary>
    public static EtaxInvoice Reversed(EtaxInvoice original, EtaxAmendmentReason reason) => Linked(original, original, reason) with
    {
        Payments = ValueList.Create<EtaxPayment>([.. original.Payments.Select(payment => payment with { Amount = -payment.Amount })]),
        SupplyTotal = -original.SupplyTotal,
        TaxTotal = -original.TaxTotal,
        GrandTotal = -original.GrandTotal,
        Lines = ValueList.Create<EtaxLine>([.. original.Lines.Select(line => line with
        {
            Quantity = line.Quantity is { } quantity ? new Hundredths(-quantity.Value) : null,
            SupplyAmount = -line.SupplyAmount,
            TaxAmount = -line.TaxAmount,
        })]),
    };

    /// <summary>One line with the difference. The original's way of payment stays if it was a single one.</summary>
    public static EtaxInvoice Difference(EtaxInvoice original, EtaxAmendmentReason reason, DateOnly on, long supply, long tax) => Linked(original, original, reason) with
    {
        Payments = original.Payments is [var single] ? [single with { Amount = supply + tax }] : [],
        SupplyTotal = supply,
        TaxTotal = tax,
        GrandTotal = supply + tax,
        Lines =
        [
            new()
            {
                SupplyDate = on,
                Name = LineName(original, reason),
                SupplyAmount = supply,
                TaxAmount = original.Kind.IsTaxFree() ? null : tax,
            },
        ],
    };

    /// <summary>The given content as an amendment of the original: kind, reason, original approval number; what the issuer gives anew is empty.</summary>
    public static EtaxInvoice Linked(EtaxInvoice content, EtaxInvoice original, EtaxAmendmentReason reason) => content with
    {
        ManagementId = null,
        ReferencedManagementId = null,
        IssuedAt = null,
        ApprovalNumber = null,
        Kind = original.Kind.IsTaxFree() ? EtaxKind.AmendedTaxFreeInvoice : EtaxKind.AmendedTaxInvoice,
        AmendmentReason = reason,
        OriginalApprovalNumber = original.ApprovalNumber,
    };

    /// <summary>The remarks with one more, which shares the place of another when all three are taken; null when no place has room.</summary>
    /// <remarks>Nothing is dropped: a foreigner's number stands in the remarks.</remarks>
    public static ValueList<string>? WithRemark(ValueList<string> remarks, string remark)
    {
        if (remarks.Count < EtaxLimits.RemarkCountMax) return ValueList.Create<string>([.. remarks, remark]);
        var shared = remarks.ToArray();
        for (var i = shared.Length - 1; i >= 0; i--)
        {
            var both = $"{shared[i]} / {remark}";
            if (EtaxLimits.LengthOf(both) > EtaxLimits.RemarkMax) continue;
            shared[i] = both;
            return ValueList.Create<string>(shared);
        }
        return null;
    }

    private static string LineName(EtaxInvoice original, EtaxAmendmentReason reason)
    {
        var suffix = $" ({reason.KoreanName()})";
        var name = original.Lines.FirstOrDefault(line => !string.IsNullOrEmpty(line.Name))?.Name ?? "";
        var kept = name.EnumerateRunes().Take(EtaxLimits.LineNameMax - EtaxLimits.LengthOf(suffix));
        return (string.Concat(kept) + suffix).TrimStart();
    }
}
