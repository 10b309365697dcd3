namespace Jeongsan.Server.Api.Contracts;

internal sealed record UpdatePlatformSettingBody
{
    public string? DefaultWithdrawalMemo { get; init; }

    public string? DefaultDepositMemo { get; init; }

    public bool? SupportsMultipleOrderTransfersPerPartner { get; init; }

    public bool? AdjustSettlementDateAfterHolidayIfEarlier { get; init; }

    public bool? DeductWht { get; init; }

    public SettlementAmountType? SettlementAmountType { get; init; }

    public bool? ManualSettlementPerTransfer { get; init; }
}
