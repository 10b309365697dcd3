using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Hosting;

/// <summary><c>GET /health</c>: 200 when the server can do its work, which needs the database.</summary>
internal static class Health
{
    public static void Map(WebApplication app) => app.MapGet("/health", async (ContextFactory contexts, CancellationToken ct) =>
    {
        try
        {
            await using var db = contexts.CreateForAll();
            await db.Set<Merchant>().AsNoTracking().Take(1).CountAsync(ct);
            return Results.Json(new { status = "ok" });
        }
        catch (System.Data.Common.DbException)
        {
            return Results.Json(new { status = "database" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }).AllowAnonymous().ExcludeFromDescription();
}
