using Jeongsan.Application.Storage;
using Jeongsan.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy;

/// <summary>
/// Which partner has an account. Accounts are JSON; the number in it has an index of its own, whose expression this is. Numbers are
/// sealed: looked for is what each of the keys makes of one.
/// </summary>
internal static class AccountOwner
{
    private const string OnPostgres = """
        SELECT id AS "Value" FROM partners
        WHERE merchant_id = {0} AND mode = {1} AND (account::jsonb ->> 'number') = ANY ({2}) AND (account::jsonb ->> 'bank') = {3}
        """;

    private const string OnSqlite = """
        SELECT id AS "Value" FROM partners
        WHERE merchant_id = {0} AND mode = {1} AND json_extract(account, '$.number') IN (SELECT value FROM json_each({2})) AND json_extract(account, '$.bank') = {3}
        """;

    public static string SqlOf(JeongsanContext db) => db.Database.IsNpgsql() ? OnPostgres : OnSqlite;

    /// <summary>The parameter that stands for the number.</summary>
    public static object FormsOf(JeongsanContext db, string number) =>
        db.Seals!.FormsOf(number) is var forms && db.Database.IsNpgsql() ? forms : StorageJson.Write(forms);

    /// <summary>The first of those that share it.</summary>
    public static async Task<PartnerId?> FindAsync(JeongsanContext db, Bank bank, string number, CancellationToken ct)
    {
        var found = await db.Database.SqlQueryRaw<string>(SqlOf(db), db.Tenant.Merchant.Value, db.Tenant.Mode.ToString(), FormsOf(db, number), bank.ToString()).ToListAsync(ct);
        return found.Count > 0 ? new PartnerId(found.Min(StringComparer.Ordinal)!) : null;
    }
}
