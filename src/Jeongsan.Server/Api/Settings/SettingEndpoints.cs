using Jeongsan.Application.People;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Settings;

/// <summary>정산 설정.</summary>
internal static class SettingEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/setting").WithTags("정산 설정");
        routes.MapGet("", GetPlatformSetting).Needs(PersonRight.See).Refuses<GetPlatformSettingError>();
        routes.MapPatch("", UpdatePlatformSetting).Needs(PersonRight.Edit).Refuses<UpdatePlatformSettingError>();
    }

    private static async Task<Answer<PlatformSetting>> GetPlatformSetting(ApiCall call, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        return Write(await PlatformSettings.ReadAsync(db, ct));
    }

    private static async Task<Answer<UpdatePlatformSettingResponse>> UpdatePlatformSetting(ApiCall<UpdatePlatformSettingBody> call, UpdatePlatformSettings update, CancellationToken ct)
    {
        var body = call.Body;
        var change = new SettingsChange(
            body.DefaultWithdrawalMemo,
            body.DefaultDepositMemo,
            body.SettlementAmountType is { } amounts ? Code.Of(amounts).As<Domain.Payouts.SettlementAmountType>() : null,
            body.DeductWht,
            body.AdjustSettlementDateAfterHolidayIfEarlier,
            body.ManualSettlementPerTransfer,
            body.SupportsMultipleOrderTransfersPerPartner);
        var updated = await update.HandleAsync(call.Tenant, call.Actor, change, ct);
        return updated.Answer(settings => new UpdatePlatformSettingResponse { Setting = Write(settings) }, Refuse);
    }

    private static PlatformSetting Write(PlatformSettings settings) => new()
    {
        DefaultWithdrawalMemo = settings.DefaultWithdrawalMemo,
        DefaultDepositMemo = settings.DefaultDepositMemo,
        SupportsMultipleOrderTransfersPerPartner = settings.SupportsMultipleOrderTransfersPerPartner,
        AdjustSettlementDateAfterHolidayIfEarlier = settings.AdjustSettlementDateAfterHolidayIfEarlier,
        DeductWht = settings.DeductWht,
        SettlementAmountType = Code.Of(settings.SettlementAmountType).As<SettlementAmountType>(),
        IsForTest = settings.Mode == Mode.Test,
        ManualSettlementPerTransfer = settings.ManualSettlementPerTransfer,
    };

    private static ApiError Refuse(Refusal refusal) => refusal switch
    {
        SettingsRefusal.MemoTooLong memo => Invalid.Field(memo.Field, $"{memo.LengthMax}자 이하로 적어 주세요."),
        _ => Invalid.Of(refusal),
    };
}
