using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;

namespace Jeongsan.Domain.TaxInvoices;

/// <summary>Whether a content can become a document. Order: parties, amounts, items, the rest.</summary>
public static class TaxInvoiceChecks
{
    public static Refusal? Check(TaxInvoiceContent content) =>
        Party("supplier", content.Supplier)
        ?? Party("recipient", content.Recipient)
        ?? (content.Supplier.Brn == content.Recipient.Brn ? new TaxInvoiceRefusal.SupplierIsRecipient(content.Supplier.Brn) : null)
        ?? Amounts(content)
        ?? Items(content)
        ?? Rest(content);

    /// <summary>The ASP takes letters, digits, '-' and '_' as a document's key.</summary>
    public static Refusal? Keys(TaxInvoiceOrigin origin) =>
        Key("supplierDocumentKey", origin.SupplierDocumentKey) ?? Key("recipientDocumentKey", origin.RecipientDocumentKey);

    /// <summary>An amendment needs an original that was sent, of the same taxation.</summary>
    public static Refusal? Amendment(TaxInvoice original, TaxInvoiceContent content) =>
        original.Status != TaxInvoiceStatus.SendingCompleted ? new TaxInvoiceRefusal.OriginalNotSent(original.Id, original.Status)
        : original.Taxation != content.Taxation ? new TaxInvoiceRefusal.TaxationUnchangeable(original.Taxation, content.Taxation)
        : original.Issuance != content.Issuance ? new TaxInvoiceRefusal.IssuanceMismatched(original.Issuance, content.Issuance)
        : null;

    private static TaxInvoiceRefusal? Party(string side, TaxInvoiceParty party) =>
        (party.Brn.HasValidCheckDigit ? null : new TaxInvoiceRefusal.BrnInvalid($"{side}.brn", party.Brn))
        ?? Needed($"{side}.name", party.Name, TaxInvoiceLimits.NameLengthMax)
        ?? Needed($"{side}.representativeName", party.RepresentativeName, TaxInvoiceLimits.RepresentativeNameLengthMax)
        ?? Optional($"{side}.address", party.Address, TaxInvoiceLimits.AddressLengthMax)
        ?? Optional($"{side}.businessType", party.BusinessType, TaxInvoiceLimits.BusinessTypeLengthMax)
        ?? Optional($"{side}.businessClass", party.BusinessClass, TaxInvoiceLimits.BusinessTypeLengthMax);

    private static TaxInvoiceRefusal? Amounts(TaxInvoiceContent content) =>
        content.TotalSupply + content.TotalTax != content.TotalAmount
            ? new TaxInvoiceRefusal.TotalMismatched(content.TotalSupply, content.TotalTax, content.TotalAmount)
            : content.Taxation != TaxInvoiceTaxation.Taxable && !content.TotalTax.IsZero
                ? new TaxInvoiceRefusal.TaxNotAllowed(content.Taxation, content.TotalTax)
                : null;

    private static TaxInvoiceRefusal? Items(TaxInvoiceContent content)
    {
        if (content.Items.Count > TaxInvoiceLimits.ItemCountMax)
        {
            return new TaxInvoiceRefusal.TooMany("items", content.Items.Count, TaxInvoiceLimits.ItemCountMax);
        }

        var texts = content.Items
            .Select(item => Optional("items.name", item.Name, TaxInvoiceLimits.ItemNameLengthMax)
                ?? Optional("items.spec", item.Spec, TaxInvoiceLimits.ItemSpecLengthMax)
                ?? Optional("items.remark", item.Remark, TaxInvoiceLimits.ItemRemarkLengthMax))
            .FirstOrDefault(refusal => refusal is not null);
        return texts
            ?? Sum("items.supplyCostAmount", content, item => item.SupplyCost, content.TotalSupply)
            ?? Sum("items.taxAmount", content, item => item.Tax, content.TotalTax);
    }

    /// <summary>Items without amounts say nothing about the total; as soon as one has an amount, all must add up.</summary>
    private static TaxInvoiceRefusal? Sum(string field, TaxInvoiceContent content, Func<TaxInvoiceItem, Won?> amountOf, Won total)
    {
        var stated = content.Items.Select(amountOf).OfType<Won>().ToArray();
        return stated.Length > 0 && stated.Total() != total ? new TaxInvoiceRefusal.ItemsMismatched(field, stated.Total(), total) : null;
    }

    private static TaxInvoiceRefusal? Rest(TaxInvoiceContent content) =>
        content.Remarks.Count > TaxInvoiceLimits.RemarkCountMax
            ? new TaxInvoiceRefusal.TooMany("remarks", content.Remarks.Count, TaxInvoiceLimits.RemarkCountMax)
            : content.AdditionalContacts.Count > TaxInvoiceLimits.AdditionalContactCountMax
                ? new TaxInvoiceRefusal.TooMany("additionalContacts", content.AdditionalContacts.Count, TaxInvoiceLimits.AdditionalContactCountMax)
                : content.Remarks.Select(remark => Optional("remarks", remark, TaxInvoiceLimits.RemarkLengthMax)).FirstOrDefault(refusal => refusal is not null);

    private static TaxInvoiceRefusal? Key(string field, string? key) =>
        key is null || (key.Length is > 0 and <= TaxInvoiceLimits.DocumentKeyLengthMax && key.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'))
            ? null
            : new TaxInvoiceRefusal.DocumentKeyMalformed(field, key, TaxInvoiceLimits.DocumentKeyLengthMax);

    private static TaxInvoiceRefusal? Needed(string field, string? text, int lengthMax) =>
        string.IsNullOrWhiteSpace(text) ? new TaxInvoiceRefusal.FieldMissing(field) : Optional(field, text, lengthMax);

    private static TaxInvoiceRefusal? Optional(string field, string? text, int lengthMax) =>
        text?.Length > lengthMax ? new TaxInvoiceRefusal.FieldTooLong(field, text.Length, lengthMax) : null;
}
