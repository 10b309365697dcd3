using Jeongsan.Application.Holidays;
using Jeongsan.Application.Policies.Formulas;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Settings;

/// <summary>How a platform wants its settlements treated (정산 설정). Absent means these defaults.</summary>
public sealed class PlatformSettings : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }
    public string? DefaultWithdrawalMemo { get; set; }
    public string? DefaultDepositMemo { get; set; }

    /// <summary>Whether settlements already contain the partner's VAT.</summary>
    public SettlementAmountType SettlementAmountType { get; set; } = SettlementAmountType.Gross;

    /// <summary>Withhold income tax of withheld persons; false leaves it to them to file.</summary>
    public bool DeductWht { get; set; } = true;

    /// <summary>If moving back over a holiday puts a settlement date on or before its start date, move forward instead.</summary>
    public bool AdjustSettlementDateAfterHolidayIfEarlier { get; set; }

    /// <summary>Each manual transfer becomes its own settlement.</summary>
    public bool ManualSettlementPerTransfer { get; set; }

    /// <summary>Several orders of one partner may stand on one payment.</summary>
    public bool SupportsMultipleOrderTransfersPerPartner { get; set; }

    /// <summary>How payouts leave; null while nobody chose: through the remittance service.</summary>
    public PayoutSending? Sending { get; set; }

    public PayoutSending SendingNow => Sending ?? PayoutSending.ByApi;

    /// <summary>Whoever confirms a bulk payout may not execute it.</summary>
    public bool SeparatesPayoutDuties { get; set; }

    /// <summary>How old the check of a payee's account and business may be when it is paid, in days; null while none is demanded.</summary>
    public int? PayeeCheckAgeDaysMax { get; set; }

    /// <summary>Whether suppliers and the own people are reminded of issue deadlines; null while nobody chose: they are.</summary>
    public bool? RemindsOfDeadlines { get; set; }

    /// <summary>Where partners pay back what they owe; null while nobody entered it.</summary>
    public RepaymentAccount? RepaymentAccount { get; set; }

    /// <summary>When each version of the platform's formulas starts to hold; null while it sets none.</summary>
    public IReadOnlyList<FormulaTime>? FormulaTimes { get; set; }

    /// <summary>The version that holds then; null for the formulas that hold while a platform sets none.</summary>
    public FormulaTime? FormulasAt(DateTimeOffset at) =>
        FormulaTimes?.Where(time => time.AppliesFrom <= at).OrderBy(time => time.AppliesFrom).ThenBy(time => time.Number).LastOrDefault();

    /// <summary>Days on which banks are closed or open other than the computed calendar says; null while there are none.</summary>
    public IReadOnlyList<HolidayEdit>? HolidayEdits { get; set; }

    /// <summary>The computed calendar with the operators' edits.</summary>
    public BusinessDays BusinessDays() => HolidayEdits is null or { Count: 0 } ? Domain.Calendar.BusinessDays.WithoutEdits : new BusinessDays(new HolidayEdits(
        HolidayEdits.Where(edit => edit.HolidayName is not null).ToDictionary(edit => edit.Date, edit => edit.HolidayName!),
        HolidayEdits.Where(edit => edit.HolidayName is null).Select(edit => edit.Date).ToHashSet()));

    public PayoutRules PayoutRules(DateOnly paymentDate) => new(SettlementAmountType, DeductWht, paymentDate);

    public static async Task<PlatformSettings> ReadAsync(JeongsanContext db, CancellationToken ct) =>
        await db.Set<PlatformSettings>().SingleOrDefaultAsync(ct)
        ?? new PlatformSettings { MerchantId = db.Tenant.Merchant, Mode = db.Tenant.Mode };

    /// <summary>The row itself, made if nobody changed a setting before.</summary>
    internal static async Task<PlatformSettings> ToChangeAsync(Work work, CancellationToken ct)
    {
        if (await work.Db.Set<PlatformSettings>().SingleOrDefaultAsync(ct) is { } settings)
        {
            return settings;
        }
        settings = new PlatformSettings { MerchantId = work.Tenant.Merchant, Mode = work.Tenant.Mode };
        work.Db.Add(settings);
        return settings;
    }
}

internal sealed class PlatformSettingsMapping : IEntityTypeConfiguration<PlatformSettings>
{
    public void Configure(EntityTypeBuilder<PlatformSettings> builder)
    {
        builder.ToTable("platform_settings");
        builder.HasKey(settings => new { settings.MerchantId, settings.Mode });
        builder.Property(settings => settings.Sending).Json();
        builder.Ignore(settings => settings.SendingNow);
        builder.Property(settings => settings.RepaymentAccount).Json();
        builder.Property(settings => settings.FormulaTimes).Json();
        builder.Property(settings => settings.HolidayEdits).Json();
    }
}
