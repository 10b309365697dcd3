using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jeongsan.Server.SupplierPages;

/// <summary>
/// Registers the supplier's pages; the console's MapRazorPages maps them. They call, through SupplierAccess:
/// Open.cshtml: OpenAsync, CheckBusinessNumberAsync · Invoice.cshtml: ViewAsync, ApproveAsync · Refuse.cshtml: ViewAsync,
/// RefuseAsync · Certificate.cshtml: CertificateAsync · Result.cshtml: ViewAsync; Xml.cshtml: XmlAsync; Pdf.cshtml: FormAsync.
/// Renewal.cshtml calls CertificateDesk, Statement.cshtml and StatementPdf.cshtml call StatementDesk.
/// </summary>
internal static class SupplierPagesFeature
{
    internal static IServiceCollection AddSupplierPages(this IServiceCollection services)
    {
        services.AddSingleton<SupplierVisit>();
        services.AddRazorPages().WithRazorPagesAtContentRoot();
        services.Configure<RazorPagesOptions>(options =>
            options.Conventions.AddFolderApplicationModelConvention("/SupplierPages", page => page.Filters.Add(new SupplierPageHeaders())));
        return services;
    }
}
