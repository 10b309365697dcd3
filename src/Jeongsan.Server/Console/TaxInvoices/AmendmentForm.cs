using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Etax;

namespace Jeongsan.Server.Console.TaxInvoices;

public enum AmendmentKind
{
    Correction,
    SupplyChanged,
    Returned,
    ContractCancelled,
    IssuedTwice,
    NotSubject,
}

/// <summary>What a person fills in to amend an invoice; begins with what was written.</summary>
public sealed class AmendmentForm(TaxInvoiceContent original, DateOnly today)
{
    public AmendmentKind? Kind { get; set; }

    /// <summary>The day on which the reason arose.</summary>
    public DateOnly On { get; set; } = today;

    public long Supply { get; set; }

    public long Tax { get; set; }

    public EtaxCorrectionCause Why { get; set; }

    public DateOnly WriteDate { get; set; } = original.WriteDate;

    public bool IsZeroRated { get; set; } = original.Taxation == TaxInvoiceTaxation.ZeroRated;

    public IReadOnlyList<AmendedLine> Lines { get; } = [.. original.Items.Select(item => new AmendedLine(item))];

    public long TotalSupply { get; set; } = original.TotalSupply.Value;

    public long TotalTax { get; set; } = original.TotalTax.Value;

    public string SupplierName { get; set; } = original.Supplier.Name;

    public string SupplierRepresentative { get; set; } = original.Supplier.RepresentativeName;

    public string SupplierAddress { get; set; } = original.Supplier.Address ?? "";

    public string RecipientName { get; set; } = original.Recipient.Name;

    public string RecipientRepresentative { get; set; } = original.Recipient.RepresentativeName;

    public string RecipientAddress { get; set; } = original.Recipient.Address ?? "";

    public bool IsTaxFree => original.Taxation == TaxInvoiceTaxation.Free;

    /// <summary>Where lines have amounts, the totals are theirs.</summary>
    public bool SumsLines => Lines.Count > 0 && original.Items.All(item => item.SupplyCost is not null);

    public bool NeedsDay => Kind is AmendmentKind.SupplyChanged or AmendmentKind.Returned or AmendmentKind.ContractCancelled;

    public bool NeedsAmounts => Kind is AmendmentKind.SupplyChanged or AmendmentKind.Returned;

    /// <summary>The amounts that were typed, outside of what can be reckoned with; null: all are inside.</summary>
    public string? Problem => new[] { Supply, Tax, TotalSupply, TotalTax }.Concat(Lines.SelectMany(line => new[] { line.Supply, line.Tax })).Any(amount => Math.Abs((decimal)amount) > Won.Limit / 200)
        ? "다룰 수 있는 금액을 넘었어요. 금액을 확인해 주세요."
        : null;

    public AmendmentCause Cause => Kind switch
    {
        AmendmentKind.Correction => new AmendmentCause.Corrected(Why, Right()),
        AmendmentKind.SupplyChanged => new AmendmentCause.SupplyChanged(On, new Won(Supply), new Won(Tax)),
        AmendmentKind.Returned => new AmendmentCause.Returned(On, new Won(Supply), new Won(Tax)),
        AmendmentKind.ContractCancelled => new AmendmentCause.ContractCancelled(On),
        AmendmentKind.IssuedTwice => new AmendmentCause.IssuedTwice(),
        AmendmentKind.NotSubject => new AmendmentCause.NotSubject(),
        null => throw new InvalidOperationException("No reason chosen"),
        _ => throw new System.Diagnostics.UnreachableException($"{Kind}"),
    };

    private CorrectedContent Right() => new()
    {
        WriteDate = WriteDate,
        Taxation = IsTaxFree ? TaxInvoiceTaxation.Free : IsZeroRated ? TaxInvoiceTaxation.ZeroRated : TaxInvoiceTaxation.Taxable,
        Supply = new Won(SumsLines ? Lines.Sum(line => line.Supply) : TotalSupply),
        Tax = new Won(IsTaxFree || IsZeroRated ? 0 : SumsLines ? Lines.Sum(line => line.Tax) : TotalTax),
        Items = SumsLines ? [.. Lines.Select(line => line.Written(original.WriteDate, WriteDate, IsTaxFree || IsZeroRated))] : null,
        Supplier = new CorrectedParty(SupplierName.Trim(), SupplierRepresentative.Trim(), SupplierAddress.Trim(), null, null, null),
        Recipient = new CorrectedParty(RecipientName.Trim(), RecipientRepresentative.Trim(), RecipientAddress.Trim(), null, null, null),
    };
}

/// <summary>A line that can be corrected.</summary>
public sealed class AmendedLine(TaxInvoiceItem item)
{
    public string Name { get; set; } = item.Name ?? "";

    public long Supply { get; set; } = item.SupplyCost?.Value ?? 0;

    public long Tax { get; set; } = item.Tax?.Value ?? 0;

    /// <summary>A unit price that no longer gives the amount is left out; a line of the write date moves with it.</summary>
    public TaxInvoiceItem Written(DateOnly from, DateOnly to, bool isWithoutTax) => item with
    {
        Name = Name.Trim(),
        SupplyCost = new Won(Supply),
        Tax = isWithoutTax ? item.Tax is null ? null : Won.Zero : new Won(Tax),
        UnitCost = item.SupplyCost?.Value == Supply ? item.UnitCost : null,
        PurchaseDate = item.PurchaseDate == from ? to : item.PurchaseDate,
    };
}

/// <summary>How amendments read to people of the platform.</summary>
internal static class AmendmentWords
{
    internal static (string Name, string When) Of(AmendmentKind kind) => kind switch
    {
        AmendmentKind.Correction => ("기재사항 정정", "상호, 작성일자, 금액 같은 내용을 잘못 적었어요. 당초 금액을 취소하는 것과 바르게 적은 것 두 장을 써요."),
        AmendmentKind.SupplyChanged => ("공급가액 변동", "거래 뒤에 금액이 늘거나 줄었어요. 늘거나 준 만큼만 한 장을 써요."),
        AmendmentKind.Returned => ("환입", "공급한 물건이 돌아왔어요. 돌아온 만큼을 음수로 한 장을 써요."),
        AmendmentKind.ContractCancelled => ("계약의 해제", "계약이 해제되어 공급하지 않았어요. 당초 금액 전부를 음수로 한 장을 써요."),
        AmendmentKind.IssuedTwice => ("착오에 의한 이중발급", "같은 거래에 두 번 발행했어요. 당초 금액 전부를 음수로 한 장을 써요."),
        AmendmentKind.NotSubject => ("발급 대상이 아님", "면세 같은 발급 대상이 아닌 거래에 발행했어요. 당초 금액 전부를 음수로 한 장을 써요."),
        _ => throw new System.Diagnostics.UnreachableException($"{kind}"),
    };

    internal static string Of(EtaxCorrectionCause why) => why switch
    {
        EtaxCorrectionCause.RequiredItemMistaken => "착오로 잘못 적음",
        EtaxCorrectionCause.OtherwiseWrong => "착오가 아닌 까닭으로 잘못 적음 (기한이 있어요)",
        EtaxCorrectionCause.WrongTaxRate => "세율을 잘못 적용함",
        _ => throw new System.Diagnostics.UnreachableException($"{why}"),
    };

    internal static string Of(AmendmentWait wait, bool isOurs) => wait switch
    {
        AmendmentWait.Approval => isOurs ? "우리의 발행" : "공급자의 승인",
        AmendmentWait.PairApproval => "함께 발행할 다른 한 장의 승인",
        AmendmentWait.OriginalTransmission => "당초 세금계산서의 국세청 전송",
        _ => throw new System.Diagnostics.UnreachableException($"{wait}"),
    };

    internal static string Of(AmendmentRefusal refusal) => refusal switch
    {
        AmendmentRefusal.OriginalNotIssued => "아직 발행되지 않았거나 국세청에 전송되지 못한 세금계산서입니다. 내용을 고치거나 요청을 취소해 주세요.",
        AmendmentRefusal.AlreadyAmended(var by) => $"이미 수정세금계산서({by})를 쓴 세금계산서입니다. 그 수정세금계산서의 요청을 취소하거나, 바르게 적은 수정세금계산서를 다시 수정해 주세요.",
        AmendmentRefusal.NotPlanned(_, var words) => words,
        _ => throw new System.Diagnostics.UnreachableException(refusal.Reason),
    };

    /// <summary>What a planned document is, beside its amounts.</summary>
    internal static string Role(TaxInvoiceContent document, int index, int count) =>
        count > 1 ? index == 0 ? "당초 금액을 취소하는 것" : "바르게 적은 것" : document.TotalSupply.IsNegative ? "금액을 줄이는 것" : "금액을 늘리는 것";
}
