namespace Jeongsan.Server.Api.Contracts;

internal enum PlatformSettlementCycleDatePolicy
{
    HolidayBefore,
    HolidayAfter,
    CalendarDay,
}

internal enum PlatformSettlementCycleType
{
    Daily,
    Weekly,
    Monthly,
    ManualDates,
}
