using System.Globalization;

namespace Jeongsan.Popbill;

/// <summary>What is paid for by the piece.</summary>
public enum PopbillProduct
{
    TaxInvoice,

    /// <summary>휴폐업조회.</summary>
    BusinessState,

    /// <summary>기업정보조회.</summary>
    BusinessInformation,

    /// <summary>예금주 성명조회.</summary>
    AccountHolder,

    /// <summary>예금주 실명조회.</summary>
    Depositor,
}

/// <summary>Price of one piece, who pays it (일반, 연동, 파트너) and how (종량제, 정액제).</summary>
public sealed record PopbillCharge(string? UnitCost, string? ChargeMethod, string? RateSystem);

/// <summary>All points of a company, in those that were bought and those that were given.</summary>
public sealed record PopbillTotalPoints(string? TotalPoint, string? ChargePoint, string? BonusPoint);

/// <summary>Order of points that the member pays by bank transfer (무통장입금).</summary>
public sealed record PaymentForm
{
    public required string SettlerName { get; init; }
    public required string SettlerEmail { get; init; }
    public string? NotifyHP { get; init; }
    public string? PaymentName { get; init; }

    /// <summary>Won, digits only.</summary>
    public required string SettleCost { get; init; }

    /// <summary>Without the person.</summary>
    public override string ToString() => $"{nameof(PaymentForm)} {SettleCost}";
}

public sealed record PaymentReceipt(int Code, string? Message, string? SettleCode);

public sealed record PaymentRecord
{
    public string? ProductType { get; init; }
    public string? ProductName { get; init; }
    public string? SettleType { get; init; }
    public string? SettlerName { get; init; }
    public string? SettlerEmail { get; init; }
    public string? SettleCost { get; init; }
    public string? SettlePoint { get; init; }

    /// <summary>Popbill's table is not public.</summary>
    public int SettleState { get; init; }
    public string? RegDT { get; init; }
    public string? StateDT { get; init; }

    /// <summary>Without the person.</summary>
    public override string ToString() => $"{nameof(PaymentRecord)} {SettleState} {SettleCost}";
}

public sealed record PointUse
{
    public int ItemCode { get; init; }

    /// <summary>Popbill's table is not public.</summary>
    public int TxType { get; init; }
    public string? TxPoint { get; init; }
    public string? Balance { get; init; }
    public string? TxDT { get; init; }
    public string? UserID { get; init; }
    public string? UserName { get; init; }

    /// <summary>Without the person.</summary>
    public override string ToString() => $"{nameof(PointUse)} {ItemCode} {TxPoint}";
}

public sealed record RefundForm
{
    public required string ContactName { get; init; }
    public required string Tel { get; init; }
    public required string RequestPoint { get; init; }
    public required string AccountBank { get; init; }
    public required string AccountNum { get; init; }
    public required string AccountName { get; init; }
    public string? Reason { get; init; }

    /// <summary>Without person and account.</summary>
    public override string ToString() => $"{nameof(RefundForm)} {RequestPoint}";
}

public sealed record RefundReceipt(int Code, string? Message, string? RefundCode);

public sealed record RefundRecord
{
    public string? ReqDT { get; init; }
    public string? RequestPoint { get; init; }
    public string? AccountBank { get; init; }
    public string? AccountNum { get; init; }
    public string? AccountName { get; init; }

    /// <summary>Popbill's table is not public.</summary>
    public int State { get; init; }
    public string? Reason { get; init; }

    /// <summary>Without person and account.</summary>
    public override string ToString() => $"{nameof(RefundRecord)} {State} {RequestPoint}";
}

/// <summary>One page of a history.</summary>
public sealed record PopbillList<T>
{
    public int Total { get; init; }
    public int PerPage { get; init; }
    public int PageNum { get; init; }
    public int PageCount { get; init; }
    public IReadOnlyList<T> List { get; init; } = [];
}

/// <summary>Points: balances, prices, histories, orders and refunds.</summary>
public sealed class PopbillPoints
{
    private readonly PopbillClient _client;

    internal PopbillPoints(PopbillClient client) => _client = client;

    /// <summary>Points left to the company, rounded down to whole points.</summary>
    public async Task<long> OfMemberAsync(string corpNum, CancellationToken ct) => (await _client.GetAuthAsync<Remaining>(corpNum, "Point", ct)).Whole;

    /// <summary>Points left to the partner, rounded down to whole points.</summary>
    public async Task<long> OfPartnerAsync(string corpNum, CancellationToken ct) => (await _client.GetAuthAsync<Remaining>(corpNum, "PartnerPoint", ct)).Whole;

    public Task<PopbillTotalPoints> TotalAsync(string corpNum, CancellationToken ct) => _client.GetAuthAsync<PopbillTotalPoints>(corpNum, "TotalPoint", ct);

    /// <summary>Points that may be paid back, rounded down to whole points.</summary>
    public async Task<long> RefundableAsync(string corpNum, CancellationToken ct) =>
        (long)decimal.Floor((await _client.GetAsync<Refundable>(corpNum, "/RefundPoint", ct)).RefundableBalance);

    /// <summary>Page where the partner charges points. Dies after 30 seconds.</summary>
    public async Task<Uri> PartnerChargePageAsync(string corpNum, CancellationToken ct) => new((await _client.GetAuthAsync<PopbillUrl>(corpNum, "URL?TG=CHRG", ct)).Url);

    public Task<PopbillCharge> ChargeAsync(string corpNum, PopbillProduct product, CancellationToken ct) => _client.GetAsync<PopbillCharge>(corpNum, Path(product, "ChargeInfo"), ct);

    /// <summary>Price of one piece in points; may have a fraction.</summary>
    public async Task<decimal> UnitCostAsync(string corpNum, PopbillProduct product, CancellationToken ct) =>
        (await _client.GetAsync<Price>(corpNum, product == PopbillProduct.TaxInvoice ? "/Taxinvoice?cfg=UNITCOST" : Path(product, "UnitCost"), ct)).UnitCost;

    public Task<PopbillList<PointUse>> UseHistoryAsync(string corpNum, DateOnly from, DateOnly to, int page, int perPage, CancellationToken ct) =>
        _client.GetAsync<PopbillList<PointUse>>(corpNum, $"/UseHistory?SDate={Day(from)}&EDate={Day(to)}&{Paging(page, perPage)}&Order=D", ct);

    public Task<PopbillList<PaymentRecord>> PaymentHistoryAsync(string corpNum, DateOnly from, DateOnly to, int page, int perPage, CancellationToken ct) =>
        _client.GetAsync<PopbillList<PaymentRecord>>(corpNum, $"/PaymentHistory?SDate={Day(from)}&EDate={Day(to)}&{Paging(page, perPage)}", ct);

    public Task<PaymentReceipt> OrderAsync(string corpNum, PaymentForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        PopbillLimits.RequiredLength("settlerName", form.SettlerName, 100);
        PopbillLimits.RequiredLength("settlerEmail", form.SettlerEmail, 100);
        PopbillLimits.RequiredLength("settleCost", form.SettleCost, 18);
        return _client.PostAsync<PaymentReceipt>(corpNum, "/Payment", null, form, ct);
    }

    public Task<PaymentRecord> OrderStateAsync(string corpNum, string settleCode, CancellationToken ct)
    {
        PopbillLimits.Required("settleCode", settleCode);
        return _client.GetAsync<PaymentRecord>(corpNum, $"/Payment/{Uri.EscapeDataString(settleCode)}", ct);
    }

    public Task<RefundReceipt> RefundAsync(string corpNum, RefundForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        PopbillLimits.Required("contactName", form.ContactName);
        PopbillLimits.Required("tel", form.Tel);
        PopbillLimits.Required("requestPoint", form.RequestPoint);
        PopbillLimits.Required("accountBank", form.AccountBank);
        PopbillLimits.RequiredLength("accountNum", form.AccountNum, PopbillLimits.AccountNumberLengthMax);
        PopbillLimits.Required("accountName", form.AccountName);
        return _client.PostAsync<RefundReceipt>(corpNum, "/Refund", null, form, ct);
    }

    public Task<RefundRecord> RefundStateAsync(string corpNum, string refundCode, CancellationToken ct)
    {
        PopbillLimits.Required("refundCode", refundCode);
        return _client.GetAsync<RefundRecord>(corpNum, $"/Refund/{Uri.EscapeDataString(refundCode)}", ct);
    }

    public Task<PopbillList<RefundRecord>> RefundHistoryAsync(string corpNum, int page, int perPage, CancellationToken ct) =>
        _client.GetAsync<PopbillList<RefundRecord>>(corpNum, $"/RefundHistory?{Paging(page, perPage)}", ct);

    private static string Path(PopbillProduct product, string what) => product switch
    {
        PopbillProduct.TaxInvoice => $"/Taxinvoice/{what}",
        PopbillProduct.BusinessState => $"/CloseDown/{what}",
        PopbillProduct.BusinessInformation => $"/BizInfo/{what}",
        PopbillProduct.AccountHolder => $"/EasyFin/AccountCheck/{what}?serviceType={Uri.EscapeDataString("성명")}",
        PopbillProduct.Depositor => $"/EasyFin/AccountCheck/{what}?serviceType={Uri.EscapeDataString("실명")}",
        _ => throw new ArgumentOutOfRangeException(nameof(product)),
    };

    private static string Paging(int page, int perPage)
    {
        if (perPage is < 1 or > PopbillLimits.PerPageMax) throw PopbillLimits.Problem("PerPage", PopbillFieldRule.BadForm, PopbillLimits.PerPageMax);
        return string.Create(CultureInfo.InvariantCulture, $"Page={page}&PerPage={perPage}");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private sealed record Remaining(decimal RemainPoint)
    {
        public long Whole => (long)decimal.Floor(RemainPoint);
    }

    private sealed record Refundable(decimal RefundableBalance);

    private sealed record Price(decimal UnitCost);
}
