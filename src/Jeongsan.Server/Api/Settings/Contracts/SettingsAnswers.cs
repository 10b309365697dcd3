namespace Jeongsan.Server.Api.Contracts;

internal sealed record PlatformSetting
{
    public string? DefaultWithdrawalMemo { get; init; }

    public string? DefaultDepositMemo { get; init; }

    public required bool SupportsMultipleOrderTransfersPerPartner { get; init; }

    public required bool AdjustSettlementDateAfterHolidayIfEarlier { get; init; }

    public required bool DeductWht { get; init; }

    public required SettlementAmountType SettlementAmountType { get; init; }

    public required bool IsForTest { get; init; }

    public required bool ManualSettlementPerTransfer { get; init; }
}

internal sealed record UpdatePlatformSettingResponse
{
    public required PlatformSetting Setting { get; init; }
}
