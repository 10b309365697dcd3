using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Etax;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>What happened to an issued invoice; the law decides from it what is written (부가가치세법 시행령 제70조 제1항).</summary>
public abstract record AmendmentCause
{
    private AmendmentCause()
    {
    }

    /// <summary>기재사항 정정: two documents, the original taken back and the right one.</summary>
    public sealed record Corrected(EtaxCorrectionCause Why, CorrectedContent Right) : AmendmentCause;

    /// <summary>공급가액 변동.</summary>
    /// <param name="Supply">What is added or, negative, taken away.</param>
    public sealed record SupplyChanged(DateOnly On, Won Supply, Won Tax) : AmendmentCause;

    /// <summary>환입.</summary>
    /// <param name="Supply">Of what came back; of the original's sign.</param>
    public sealed record Returned(DateOnly On, Won Supply, Won Tax) : AmendmentCause;

    /// <summary>계약의 해제.</summary>
    public sealed record ContractCancelled(DateOnly On) : AmendmentCause;

    /// <summary>착오에 의한 이중발급.</summary>
    public sealed record IssuedTwice : AmendmentCause;

    /// <summary>발급 대상이 아닌 거래에 발급.</summary>
    public sealed record NotSubject : AmendmentCause;

    /// <summary>The code that the document bears.</summary>
    public AmendmentReason Reason => this switch
    {
        Corrected => AmendmentReason.CorrectionOfEntryErrors,
        SupplyChanged => AmendmentReason.ChangeInSupplyCost,
        Returned => AmendmentReason.Return,
        ContractCancelled => AmendmentReason.CancellationOfContract,
        // 제7호 and 제8호 share the code 06.
        IssuedTwice or NotSubject => AmendmentReason.DuplicateIssuanceDueToError,
        _ => throw new System.Diagnostics.UnreachableException(GetType().Name),
    };
}

/// <summary>What should have been written. Null: as it was. The numbers of both sides and 세금계산서 or 계산서 stay: else it is another dealing.</summary>
public sealed record CorrectedContent
{
    public DateOnly? WriteDate { get; init; }

    public TaxInvoiceTaxation? Taxation { get; init; }

    public TaxInvoicePurpose? Purpose { get; init; }

    public Won? Supply { get; init; }

    public Won? Tax { get; init; }

    /// <summary>Without them a single item takes the corrected amounts.</summary>
    public IReadOnlyList<TaxInvoiceItem>? Items { get; init; }

    public IReadOnlyList<string>? Remarks { get; init; }

    public CorrectedParty? Supplier { get; init; }

    public CorrectedParty? Recipient { get; init; }

    internal bool IsTooLarge(TaxInvoiceContent original) =>
        (Supply ?? original.TotalSupply).Value + (Tax ?? original.TotalTax).Value is < -Won.Limit or > Won.Limit;

    internal TaxInvoiceContent Of(TaxInvoiceContent original)
    {
        var (supply, date, taxation) = (Supply ?? original.TotalSupply, WriteDate ?? original.WriteDate, Taxation ?? original.Taxation);
        var tax = Tax ?? (taxation == TaxInvoiceTaxation.Taxable ? original.TotalTax : Won.Zero);
        var keepsAmounts = supply == original.TotalSupply && tax == original.TotalTax;
        return original with
        {
            WriteDate = date,
            Taxation = taxation,
            Purpose = Purpose ?? original.Purpose,
            TotalSupply = supply,
            TotalTax = tax,
            TotalAmount = supply + tax,
            PaymentMeans = keepsAmounts ? original.PaymentMeans : null,
            Supplier = Supplier?.Of(original.Supplier) ?? original.Supplier,
            Recipient = Recipient?.Of(original.Recipient) ?? original.Recipient,
            Remarks = Remarks ?? original.Remarks,
            Items = Items ?? [.. original.Items.Select(item => Item(item) with { PurchaseDate = item.PurchaseDate == original.WriteDate ? date : item.PurchaseDate })],
        };

        // The unit price that was written belongs to the wrong amount.
        TaxInvoiceItem Item(TaxInvoiceItem item) => keepsAmounts || original.Items.Count != 1 ? item : item with { SupplyCost = supply, Tax = tax, UnitCost = null };
    }
}

/// <summary>What of a side was written wrong. Null: as it was; empty: nothing.</summary>
public sealed record CorrectedParty(string? Name, string? RepresentativeName, string? Address, string? BusinessType, string? BusinessClass, string? TaxRegistrationId)
{
    internal TaxInvoiceParty Of(TaxInvoiceParty original) => original with
    {
        Name = Name ?? original.Name,
        RepresentativeName = RepresentativeName ?? original.RepresentativeName,
        Address = Text(Address, original.Address),
        BusinessType = Text(BusinessType, original.BusinessType),
        BusinessClass = Text(BusinessClass, original.BusinessClass),
        TaxRegistrationId = Text(TaxRegistrationId, original.TaxRegistrationId),
    };

    private static string? Text(string? given, string? original) => given is null ? original : given.Length == 0 ? null : given;
}

/// <summary>Every way in which amending says no, beside what the new document's own content forbids.</summary>
public abstract record AmendmentRefusal : Refusal
{
    private AmendmentRefusal()
    {
    }

    /// <summary>Only what was issued is amended; what is not issued yet is edited or cancelled.</summary>
    public sealed record OriginalNotIssued(TaxInvoiceStatus Status) : AmendmentRefusal;

    /// <summary>Another amendment has taken it back, or stands in the way of taking it back whole. Amounts go on from its own amendments; a correction's right document is amended itself.</summary>
    public sealed record AlreadyAmended(TaxInvoiceId By) : AmendmentRefusal;

    /// <param name="Words">Why the law's rules give no document, in Korean with the mend.</param>
    public sealed record NotPlanned(EtaxAmendmentRefusal Why, string Words) : AmendmentRefusal;
}
