using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Etax;
using Jeongsan.Etax.Pdf;
using Jeongsan.Server.Console.Privacy;
using Jeongsan.Server.Console.Session;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Console.TaxInvoices;

/// <summary>The lawful form of one invoice as a file: the recipient's copy, which is ours to keep.</summary>
internal static class FormDownload
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/console/tax-invoices/{id}.pdf", DownloadAsync).ExcludeFromDescription().NotesAccess(PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact, PersonalDataItem.SettlementLines)
            .RequireAuthorization(ConsoleAuthentication.PolicyName(Application.People.PersonRight.See));

    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(string id, HttpContext http, Store store, CancellationToken ct)
    {
        await using var db = store.Read(new Tenant(ConsoleAuthentication.MerchantOf(http.User), ConsoleCookies.ReadMode(http.Request)));
        var key = new TaxInvoiceId(id);
        if (await db.Set<TaxInvoice>().SingleOrDefaultAsync(row => row.Id == key && row.DeletedAt == null, ct) is not { } invoice) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(TaxInvoicePdf.RenderPdf(EtaxForm.Of(invoice), FormCopy.Recipient), "application/pdf", $"{invoice.NtsApprovalNumber ?? id}.pdf");
    }
}
