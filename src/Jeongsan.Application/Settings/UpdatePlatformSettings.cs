using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;

namespace Jeongsan.Application.Settings;

/// <summary>Changes to the settings; what is null stays as it is.</summary>
/// <param name="DefaultWithdrawalMemo">Empty takes it away.</param>
/// <param name="DefaultDepositMemo">Empty takes it away.</param>
public sealed record SettingsChange(
    string? DefaultWithdrawalMemo,
    string? DefaultDepositMemo,
    SettlementAmountType? SettlementAmountType,
    bool? DeductWht,
    bool? AdjustSettlementDateAfterHolidayIfEarlier,
    bool? ManualSettlementPerTransfer,
    bool? SupportsMultipleOrderTransfersPerPartner = null);

public abstract record SettingsRefusal : Refusal
{
    private SettingsRefusal()
    {
    }

    public sealed record MemoTooLong(string Field, int LengthMax) : SettingsRefusal;
}

/// <summary>Changes 정산 설정. What was settled before stays as it was.</summary>
public sealed class UpdatePlatformSettings(Store store)
{
    /// <summary>What banks print of a transfer's memo (적요).</summary>
    public const int MemoLengthMax = 20;

    public Task<Outcome<PlatformSettings>> HandleAsync(Tenant tenant, Actor actor, SettingsChange change, CancellationToken ct) =>
        store.CommandAsync<PlatformSettings>(tenant, actor, async work =>
        {
            if (change.DefaultWithdrawalMemo?.Length > MemoLengthMax)
            {
                return new SettingsRefusal.MemoTooLong("defaultWithdrawalMemo", MemoLengthMax);
            }
            if (change.DefaultDepositMemo?.Length > MemoLengthMax)
            {
                return new SettingsRefusal.MemoTooLong("defaultDepositMemo", MemoLengthMax);
            }
            var settings = await PlatformSettings.ToChangeAsync(work, ct);
            settings.DefaultWithdrawalMemo = Memo(change.DefaultWithdrawalMemo, settings.DefaultWithdrawalMemo);
            settings.DefaultDepositMemo = Memo(change.DefaultDepositMemo, settings.DefaultDepositMemo);
            settings.SettlementAmountType = change.SettlementAmountType ?? settings.SettlementAmountType;
            settings.DeductWht = change.DeductWht ?? settings.DeductWht;
            settings.AdjustSettlementDateAfterHolidayIfEarlier = change.AdjustSettlementDateAfterHolidayIfEarlier ?? settings.AdjustSettlementDateAfterHolidayIfEarlier;
            settings.ManualSettlementPerTransfer = change.ManualSettlementPerTransfer ?? settings.ManualSettlementPerTransfer;
            settings.SupportsMultipleOrderTransfersPerPartner = change.SupportsMultipleOrderTransfersPerPartner ?? settings.SupportsMultipleOrderTransfersPerPartner;
            work.Record("PlatformSettings", tenant.Merchant.Value, "PlatformSettingsUpdated");
            return settings;
        }, ct);

    /// <summary>Whether suppliers and the platform's own people are reminded of issue deadlines.</summary>
    public Task<Outcome<PlatformSettings>> RemindOfDeadlinesAsync(Tenant tenant, Actor actor, bool isOn, CancellationToken ct) =>
        store.CommandAsync<PlatformSettings>(tenant, actor, async work =>
        {
            var settings = await PlatformSettings.ToChangeAsync(work, ct);
            settings.RemindsOfDeadlines = isOn;
            work.Record("PlatformSettings", tenant.Merchant.Value, "DeadlineRemindersSet", why: isOn ? "보냄" : "보내지 않음");
            return settings;
        }, ct);

    private static string? Memo(string? given, string? present) => given is null ? present : given.Length == 0 ? null : given;
}
