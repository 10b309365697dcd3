using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.TaxInvoices;

/// <summary>Tax invoices from the wire to the domain.</summary>
internal static class TaxInvoiceReading
{
    /// <summary>The scale that the form's quantities and unit prices can be written with.</summary>
    private const int ScaleMax = 10;

    public static Outcome<WrittenTaxInvoice> Read(B2bTaxInvoiceInput input, string? memo, AmendedOriginal? original)
    {
        // Only our own company issues forward and receives reverse invoices: that side may be left out.
        var isForward = input.IssuanceType == B2bTaxInvoiceIssuanceType.Normal;
        if (input.Supplier is null && !isForward)
        {
            return new RequestRefusal("taxInvoice.supplier", "꼭 있어야 하는 값이에요.");
        }
        var supplier = Party("taxInvoice.supplier", input.Supplier ?? new B2bTaxInvoiceCompany(), isOwn: isForward);
        var recipient = Party("taxInvoice.recipient", input.Recipient, isOwn: !isForward);
        if (supplier.IsRefused || recipient.IsRefused)
        {
            return (supplier.Refusal ?? recipient.Refusal)!;
        }
        if (Amounts(input).FirstOrDefault(amount => amount.Value is < -Won.Limit or > Won.Limit).Field is { } field)
        {
            return new RequestRefusal(field, "다룰 수 있는 금액을 넘었어요.");
        }
        if (Items("taxInvoice.items", input.Items) is { IsRefused: true, Refusal: var refusal })
        {
            return refusal;
        }
        return new WrittenTaxInvoice(Content(input, supplier.Value, recipient.Value), input.SupplierDocumentKey, input.RecipientDocumentKey, memo, original)
        {
            UsesCounterpartyContacts = input.UseCounterpartyAdditionalContacts == true,
        };
    }

    public static Outcome<IReadOnlyList<TaxInvoiceItem>> Items(string field, IReadOnlyList<B2bTaxInvoiceItem>? items) =>
        items?.Any(item => item.Quantity?.Scale is < 0 or > ScaleMax || item.UnitCostAmount?.Scale is < 0 or > ScaleMax) == true
            ? new RequestRefusal($"{field}.scale", $"0부터 {ScaleMax}까지의 수여야 해요.")
            : (TaxInvoiceItem[])[.. (items ?? []).Select(Item)];

    private static TaxInvoiceContent Content(B2bTaxInvoiceInput input, TaxInvoiceParty supplier, TaxInvoiceParty recipient) => new()
    {
        Taxation = Code.Of(input.TaxationType).As<TaxInvoiceTaxation>(),
        Issuance = input.IssuanceType is { } issuance ? Code.Of(issuance).As<TaxInvoiceIssuance>() : TaxInvoiceIssuance.Reverse,
        Purpose = Code.Of(input.PurposeType).As<TaxInvoicePurpose>(),
        WriteDate = input.WriteDate,
        TotalSupply = new Won(input.TotalSupplyAmount),
        TotalTax = new Won(input.TotalTaxAmount),
        TotalAmount = new Won(input.TotalAmount),
        Supplier = supplier,
        Recipient = recipient,
        SerialNumber = input.SerialNumber,
        BookVolume = input.BookVolume,
        BookIssue = input.BookIssue,
        PaymentMeans = (input.CashAmount ?? input.CheckAmount ?? input.CreditAmount ?? input.NoteAmount) is null
            ? null
            : new TaxInvoicePaymentMeans(Amount(input.CashAmount), Amount(input.CheckAmount), Amount(input.CreditAmount), Amount(input.NoteAmount)),
        Remarks = input.Remarks ?? [],
        Items = [.. (input.Items ?? []).Select(Item)],
        AdditionalContacts = [.. (input.AdditionalContacts ?? []).Select(contact => new TaxInvoiceAdditionalContact(contact.Name, contact.Email, contact.PhoneNumber))],
        SendSms = input.SendSms,
    };

    /// <param name="isOwn">Our own company's side, of which nothing need be stated.</param>
    private static Outcome<TaxInvoiceParty> Party(string field, B2bTaxInvoiceCompany company, bool isOwn)
    {
        if (string.IsNullOrEmpty(company.Brn) && string.IsNullOrEmpty(company.CounterpartyId) && !isOwn)
        {
            return new RequestRefusal($"{field}.brn", "꼭 있어야 하는 값이에요.");
        }
        if (company.Contact is { } contact && !MailAddresses.IsUsable(contact.Email))
        {
            return new RequestRefusal($"{field}.contact.email", "이메일 주소를 확인해 주세요.");
        }
        return new TaxInvoiceParty(
            Brns.Read(company.Brn ?? ""),
            company.CounterpartyId,
            company.TaxRegistrationId,
            company.Name ?? "",
            company.RepresentativeName ?? "",
            company.Address,
            company.BusinessType,
            company.BusinessClass,
            company.Contact is { } person ? new TaxInvoiceContact(person.Name, person.Department, person.PhoneNumber, person.MobilePhoneNumber, person.Email) : null);
    }

    private static TaxInvoiceItem Item(B2bTaxInvoiceItem item) => new(
        item.PurchaseDate, item.Name, item.Spec, Scaled(item.Quantity), Scaled(item.UnitCostAmount), Amount(item.SupplyCostAmount), Amount(item.TaxAmount), item.Remark);

    private static IEnumerable<(string Field, long? Value)> Amounts(B2bTaxInvoiceInput input) =>
    [
        ("taxInvoice.totalSupplyAmount", input.TotalSupplyAmount),
        ("taxInvoice.totalTaxAmount", input.TotalTaxAmount),
        ("taxInvoice.totalAmount", input.TotalAmount),
        ("taxInvoice.cashAmount", input.CashAmount),
        ("taxInvoice.checkAmount", input.CheckAmount),
        ("taxInvoice.creditAmount", input.CreditAmount),
        ("taxInvoice.noteAmount", input.NoteAmount),
        .. (input.Items ?? []).SelectMany(item => new (string, long?)[] { ("taxInvoice.items.supplyCostAmount", item.SupplyCostAmount), ("taxInvoice.items.taxAmount", item.TaxAmount) }),
    ];

    private static ScaledNumber? Scaled(UnscaledDecimal? number) => number is { } given ? new ScaledNumber(given.Value, given.Scale ?? 0) : null;

    private static Won? Amount(long? amount) => amount is { } given ? new Won(given) : null;
}
