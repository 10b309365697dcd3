using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.TaxInvoices;

/// <summary>Which kind of key the path holds. Unless stated: an invoice's id, else the recipient's document number; no id is as short as a document number.</summary>
/// <param name="Brn">Of the side whose document number it is.</param>
internal sealed record TaxInvoiceKeyQuery([FromQuery] string? Brn, [FromQuery] Code<B2bTaxInvoiceKeyType>? TaxInvoiceKeyType);

internal static class TaxInvoiceLookup
{
    /// <summary>Finds the invoice, acts on it and writes what it then is.</summary>
    public static async Task<Outcome<B2bTaxInvoice>> ActAsync(
        Tenant tenant, string key, TaxInvoiceKeyQuery query, Store store, Func<TaxInvoiceId, Task<Outcome<TaxInvoice>>> act, CancellationToken ct)
    {
        if (await FindAsync(tenant, key, query, store, ct) is not { } found)
        {
            return new StoredRefusal.NotFound("TaxInvoice", key);
        }

        var today = await TodayAsync(tenant, store, ct);
        return (await act(found.Id)).Then<B2bTaxInvoice>(invoice => TaxInvoiceMapping.Write(invoice, today));
    }

    public static async Task<TaxInvoice?> FindAsync(Tenant tenant, string key, TaxInvoiceKeyQuery query, Store store, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        var invoices = db.Set<TaxInvoice>().Where(invoice => invoice.DeletedAt == null);
        BusinessRegistrationNumber? number = query.Brn is { } brn ? BusinessRegistrationNumber.From(brn.Replace("-", "", StringComparison.Ordinal)) : null;
        var id = TaxInvoiceId.From(key);
        var byId = invoices.Where(invoice => invoice.Id == id);
        var bySupplier = invoices.Where(invoice => invoice.SupplierDocumentKey == key && (number == null || invoice.SupplierBrn == number));
        var byRecipient = invoices.Where(invoice => invoice.RecipientDocumentKey == key && (number == null || invoice.RecipientBrn == number));
        return query.TaxInvoiceKeyType?.Value switch
        {
            B2bTaxInvoiceKeyType.Supplier => await FirstAsync(bySupplier, ct),
            B2bTaxInvoiceKeyType.Recipient => await FirstAsync(byRecipient, ct),
            B2bTaxInvoiceKeyType.TaxInvoiceId => await FirstAsync(byId, ct),
            null => await FirstAsync(byId, ct) ?? await FirstAsync(byRecipient, ct),
            _ => throw new ArgumentOutOfRangeException(nameof(query)),
        };
    }

    /// <summary>Several suppliers may use one document number: without a business number the first invoice is meant.</summary>
    private static Task<TaxInvoice?> FirstAsync(IQueryable<TaxInvoice> invoices, CancellationToken ct) => invoices.OrderBy(invoice => invoice.Id).FirstOrDefaultAsync(ct);

    public static async Task<DateOnly> TodayAsync(Tenant tenant, Store store, CancellationToken ct) => SeoulTime.DateOf(await store.NowAsync(tenant, ct));
}
