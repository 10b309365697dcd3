using Microsoft.AspNetCore.Mvc.Filters;

namespace Jeongsan.Server.SupplierPages;

/// <summary>The address holds the token: nobody else learns it, no copy stays behind, and nobody frames the page.</summary>
internal sealed class SupplierPageHeaders : IResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; frame-ancestors 'none'; base-uri 'none'";
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
