using Jeongsan.Server.SupplierPages;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jeongsan.Server.InvoicePages;

/// <summary>Registers the pages behind sealed links; the console's MapRazorPages maps them. The address is the key, as on the supplier's pages: the same headers.</summary>
internal static class InvoicePagesFeature
{
    internal static IServiceCollection AddInvoicePages(this IServiceCollection services)
    {
        services.Configure<RazorPagesOptions>(options =>
            options.Conventions.AddFolderApplicationModelConvention("/InvoicePages", page => page.Filters.Add(new SupplierPageHeaders())));
        return services;
    }
}
