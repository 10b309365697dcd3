using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Holidays;

/// <summary>
/// A day on which banks are closed or open other than the computed calendar says: temporary holidays that the government
/// names, elections, and holidays that it takes back.
/// </summary>
public sealed class HolidayEdit : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }
    public required DateOnly Date { get; init; }

    /// <summary>Why the day is a holiday; null: it is none.</summary>
    public required string? HolidayName { get; set; }
}

internal sealed class HolidayEditMapping : IEntityTypeConfiguration<HolidayEdit>
{
    public void Configure(EntityTypeBuilder<HolidayEdit> builder)
    {
        builder.ToTable("holiday_edits");
        builder.TenantKey(nameof(HolidayEdit.Date));
    }
}

/// <summary>The tenant's calendar: the computed one with its operators' edits.</summary>
public static class TenantCalendar
{
    public static async Task<BusinessDays> BusinessDaysAsync(this JeongsanContext db, CancellationToken ct)
    {
        var edits = await db.Set<HolidayEdit>().AsNoTracking().ToListAsync(ct);
        return edits.Count == 0 ? BusinessDays.WithoutEdits : new BusinessDays(new HolidayEdits(
            edits.Where(edit => edit.HolidayName is not null).ToDictionary(edit => edit.Date, edit => edit.HolidayName!),
            edits.Where(edit => edit.HolidayName is null).Select(edit => edit.Date).ToHashSet()));
    }
}
