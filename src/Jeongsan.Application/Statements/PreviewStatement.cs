using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Statements;
using Jeongsan.Etax.Pdf;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Statements;

/// <param name="Payout">Null: the newest one whose statement could be sent.</param>
/// <param name="Template">Null: the default.</param>
/// <param name="Unsaved">Instead of a template.</param>
public sealed record WantedPreview(PayoutId? Payout, StatementTemplateId? Template, StatementTerms? Unsaved);

/// <summary>A real payout's statement by a template, saved or not. Writes nothing.</summary>
public sealed class PreviewStatement(Store store)
{
    /// <summary>As PDF.</summary>
    /// <remarks>Refused: FieldTooLong, NotFound.</remarks>
    public async Task<Outcome<byte[]>> HandleAsync(Tenant tenant, WantedPreview wanted, CancellationToken ct) =>
        (await ShowAsync(tenant, wanted, ct)).Then<byte[]>(paper => TablePdf.Render(paper));

    /// <inheritdoc cref="HandleAsync"/>
    public async Task<Outcome<TableDocument>> ShowAsync(Tenant tenant, WantedPreview wanted, CancellationToken ct)
    {
        if (wanted.Unsaved?.Check() is { } unusable)
        {
            return unusable;
        }
        await using var db = store.Read(tenant);
        if ((wanted.Unsaved ?? await TermsAsync(db, wanted.Template, ct)) is not { } terms)
        {
            return new StoredRefusal.NotFound(StatementTemplates.Subject, wanted.Template?.Value ?? "");
        }
        var id = wanted.Payout ?? await NewestAsync(db, ct);
        return await SettlementStatement.ReadAsync(db, id, terms, ct) is { } statement
            ? StatementPaper.Of(statement, terms) : new StoredRefusal.NotFound("Payout", id.Value ?? "");
    }

    /// <summary>Null when the named one is not there.</summary>
    internal static async Task<StatementTerms?> TermsAsync(JeongsanContext db, StatementTemplateId? template, CancellationToken ct)
    {
        if (template is { } id)
        {
            return (await db.Set<StatementTemplate>().SingleOrDefaultAsync(row => row.Id == id, ct))?.Terms;
        }
        return (await db.Set<StatementTemplate>().SingleOrDefaultAsync(row => row.IsDefault, ct))?.Terms ?? StatementTerms.Usual;
    }

    /// <summary>Default when there is none.</summary>
    private static Task<PayoutId> NewestAsync(JeongsanContext db, CancellationToken ct)
    {
        PayoutStatus[] sendable = [.. Enum.GetValues<PayoutStatus>().Where(StatementSending.MaySend)];
        return db.Set<Payout>().Where(row => sendable.Contains(row.Status)).OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Index).Select(row => row.Id).FirstOrDefaultAsync(ct);
    }
}
