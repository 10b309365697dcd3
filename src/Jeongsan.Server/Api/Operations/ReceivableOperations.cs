using Jeongsan.Application.Payouts;
using Jeongsan.Application.People;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Server.Api.Companies;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Privacy;
using Jeongsan.Server.Api.Statements;
using Jeongsan.Server.Api.Transfers;
using Microsoft.AspNetCore.Mvc;

namespace Jeongsan.Server.Api.Operations;

/// <summary>What can be paid by settlement date, and partners that owe.</summary>
internal static class ReceivableOperations
{
    public static void MapReceivableOperations(this IEndpointRouteBuilder api)
    {
        api.MapGet("/platform/payable-dates", GetPayableDates).WithTags("일괄 지급 (자체 API)").Needs(PersonRight.See).Refuses<ReceivablesError>();
        var routes = api.MapGroup("/platform/receivables").WithTags("미수금 (자체 API)");
        routes.MapGet("", GetReceivables).Needs(PersonRight.See).Refuses<ReceivablesError>();
        routes.MapPost("/{partnerId}/repay", RepayReceivable).Needs(PersonRight.Edit).Refuses<RepayReceivableError>();
        routes.MapPost("/{partnerId}/ask-back", AskBackReceivable).Needs(PersonRight.Edit).Refuses<AskBackReceivableError>();
    }

    private static async Task<Answer<GetPayableDatesResponse>> GetPayableDates(ApiCall call, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        return new GetPayableDatesResponse
        {
            Items = [.. (await PayableDates.ReadAsync(db, ct)).Select(day => new PayableDateView
            {
                SettlementDate = day.SettlementDate, SettlementCount = day.SettlementCount, PartnerCount = day.PartnerCount, SettlementAmount = day.Amount.Value,
            })],
        };
    }

    private static async Task<Answer<GetReceivablesResponse>> GetReceivables(ApiCall call, [FromQuery] int? page, [FromQuery] int? size, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(new PageInput { Number = page, Size = size });
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }
        var today = SeoulTime.DateOf(await store.NowAsync(call.Tenant, ct));
        await using var db = store.Read(call.Tenant);
        var count = await Receivables.CountAsync(db, ct);
        var skip = (long)paging.Value.Number * paging.Value.Size;
        var found = skip < count ? await Receivables.ReadAsync(db, (int)skip, paging.Value.Size, ct) : [];
        var account = (await PlatformSettings.ReadAsync(db, ct)).RepaymentAccount;
        return new GetReceivablesResponse
        {
            Items = [.. found.Select(one => new ReceivableView
            {
                PartnerId = one.PartnerId.Value, PartnerName = one.PartnerName, Amount = one.Amount.Value, Since = one.Since, AgeDays = one.AgeDays(today), SettlementCount = one.SettlementCount, UpcomingAmount = one.Upcoming.Value,
                AskedBack = one.Asked is { } ask ? View(ask) : null,
            })],
            RepaymentAccount = account is null ? null : new RepaymentAccountView { Bank = Code.Of(account.Bank).As<BankCode>(), Number = account.Number, Holder = account.Holder },
            Page = paging.Value.Info(count),
        };
    }

    private static async Task<Answer<RepayReceivableResponse>> RepayReceivable(ApiCall<RepayReceivableBody> call, string partnerId, RepayReceivable repay, CancellationToken ct) =>
        OutOfRange(call.Body.Amount) ?? (await repay.HandleAsync(call.Tenant, call.Actor, PartnerId.From(partnerId), new Won(call.Body.Amount), call.Body.Memo, ct))
            .Answer(transfer => new RepayReceivableResponse { TransferId = transfer.Id.Value }, Refuse);

    private static async Task<Answer<AskedBackView>> AskBackReceivable(ApiCall<AskBackReceivableBody> call, string partnerId, AskBackReceivable ask, CancellationToken ct)
    {
        var body = call.Body;
        if (OutOfRange(body.Amount) is { } outOfRange)
        {
            return outOfRange;
        }
        // Account numbers are often written with dashes or blanks.
        var account = body.Account is { } given
            ? new RepaymentAccount(Code.Of(given.Bank).As<Bank>(), given.Number.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), given.Holder)
            : null;
        return (await ask.HandleAsync(call.Tenant, call.Actor, new AskBackRequest(PartnerId.From(partnerId), new Won(body.Amount), body.DueOn, account, body.Again == true), ct)).Answer(View, Refuse);
    }

    private static ApiError? OutOfRange(long amount) =>
        amount is > 0 and <= Won.Limit ? null : Invalid.Field("amount", "미수금 목록에 나온 금액을 그대로 적어 주세요.");

    private static AskedBackView View(AskBack ask) => new() { Id = ask.Id.Value, Amount = ask.Amount.Value, DueOn = ask.DueOn, AskedAt = ask.AskedAt };

    private static ApiError Refuse(Refusal refusal) => refusal switch
    {
        AskBackRefusal.AmountChanged changed => new ReceivableAmountChangedError { Amount = changed.Now.Value },
        AskBackRefusal.AccountMissing => Invalid.Field("account", "돌려받을 계좌를 처음 한 번은 적어 주세요."),
        AskBackRefusal.AccountNumberMalformed number => Invalid.Field("account.number", $"숫자 {number.LengthMin}~{number.LengthMax}자리로 적어 주세요."),
        AskBackRefusal.HolderMissing holder => Invalid.Field("account.holder", $"예금주를 1~{holder.LengthMax}자로 적어 주세요."),
        AskBackRefusal.DueOnOutOfRange range => Invalid.Field("dueOn", $"{range.From:yyyy-MM-dd}부터 {range.Until:yyyy-MM-dd}까지의 날짜를 적어 주세요."),
        AskBackRefusal.AlreadyAskedToday => new ReceivableAlreadyAskedError(),
        AskBackRefusal.CompanyMissing => new OwnCompanyNotSetUpError { Message = "우리 회사 정보가 없어요. 먼저 저장해 주세요." },
        AskBackRefusal.AddressMissing => new PartnerEmailMissingError(),
        StoredRefusal.NotFound => new PlatformPartnerNotFoundError(),
        ReceivableRefusal.AmountChanged changed => new ReceivableAmountChangedError { Amount = changed.Now.Value },
        ReceivableRefusal.AlreadyRepaid => new ReceivableAlreadyRepaidError(),
        _ => Invalid.Of(refusal),
    };
}

internal sealed record PayableDateView
{
    public required DateOnly SettlementDate { get; init; }

    public required int SettlementCount { get; init; }

    public required int PartnerCount { get; init; }

    /// <summary>Won; negative settlements taken off.</summary>
    public required long SettlementAmount { get; init; }
}

internal sealed record GetPayableDatesResponse
{
    /// <summary>Of settlements in won that no payout holds, the earliest date first.</summary>
    public required IReadOnlyList<PayableDateView> Items { get; init; }
}

internal sealed record ReceivableView
{
    public required string PartnerId { get; init; }

    public required string PartnerName { get; init; }

    /// <summary>Won, above zero: what the partner's payable settlements lack to zero.</summary>
    public required long Amount { get; init; }

    /// <summary>The settlement date from which on their sum has been below zero.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Days since then.</summary>
    public required int AgeDays { get; init; }

    public required int SettlementCount { get; init; }

    /// <summary>Won; what transfers that are not settled yet will come to. Negative when it grows the debt.</summary>
    public required long UpcomingAmount { get; init; }

    /// <summary>When this debt was last asked for; absent while it was not.</summary>
    public AskedBackView? AskedBack { get; init; }
}

internal sealed record AskedBackView
{
    public required string Id { get; init; }

    /// <summary>Won; what the partner owed then.</summary>
    public required long Amount { get; init; }

    /// <summary>The last day on which the money is waited for.</summary>
    public required DateOnly DueOn { get; init; }

    public required DateTimeOffset AskedAt { get; init; }
}

[NotPersonal("The platform's own account.")]
internal sealed record RepaymentAccountView
{
    public required BankCode Bank { get; init; }

    public required string Number { get; init; }

    public required string Holder { get; init; }
}

internal sealed record RepaymentAccountBody
{
    public required BankCode Bank { get; init; }

    /// <summary>Dashes and blanks don't count.</summary>
    public required string Number { get; init; }

    public required string Holder { get; init; }
}

internal sealed record AskBackReceivableBody
{
    /// <summary>Won; all that the partner owes.</summary>
    public required long Amount { get; init; }

    /// <summary>The last day on which the money is waited for: today or later, at most 180 days.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Where to; kept for the next time. Absent for the one that is kept.</summary>
    public RepaymentAccountBody? Account { get; init; }

    /// <summary>Whoever asks knows that the partner was asked for the same amount today.</summary>
    public bool? Again { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record GetReceivablesResponse
{
    /// <summary>Whoever owes most stands first.</summary>
    public required IReadOnlyList<ReceivableView> Items { get; init; }

    /// <summary>Where partners are asked to pay back to; absent while nobody entered it.</summary>
    public RepaymentAccountView? RepaymentAccount { get; init; }

    public required PageInfo Page { get; init; }
}

internal sealed record RepayReceivableBody
{
    /// <summary>Won; all that the partner owes.</summary>
    public required long Amount { get; init; }

    /// <summary>Of the transfer that makes up for it; absent for 미수금 회수.</summary>
    public string? Memo { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record RepayReceivableResponse
{
    /// <summary>The manual transfer; gathered with the next settlements of the day.</summary>
    public required string TransferId { get; init; }
}

[ErrorType("RECEIVABLE_AMOUNT_CHANGED", 409, "적은 금액이 지금 미수금과 달라요. 미수금을 다시 확인해 주세요.")]
internal sealed record ReceivableAmountChangedError : ApiError
{
    /// <summary>Now, in won; 0 when nothing is owed.</summary>
    public required long Amount { get; init; }
}

[ErrorType("RECEIVABLE_ALREADY_REPAID", 409, "이미 받은 것으로 적은 미수금이에요. 정산 내역에 모이면 목록에서 빠져요.")]
internal sealed record ReceivableAlreadyRepaidError : ApiError;

[ErrorType("RECEIVABLE_ALREADY_ASKED", 409, "오늘 같은 금액을 이미 요청했어요. 그래도 보내려면 again을 true로 적어 주세요.")]
internal sealed record ReceivableAlreadyAskedError : ApiError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError))]
internal sealed class ReceivablesError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PlatformPartnerNotFoundError), typeof(ReceivableAmountChangedError), typeof(ReceivableAlreadyAskedError),
    typeof(OwnCompanyNotSetUpError), typeof(PartnerEmailMissingError), typeof(PartnerNotToldError))]
internal sealed class AskBackReceivableError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PlatformPartnerNotFoundError), typeof(ReceivableAmountChangedError), typeof(ReceivableAlreadyRepaidError))]
internal sealed class RepayReceivableError;
