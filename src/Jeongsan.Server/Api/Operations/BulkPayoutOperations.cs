using Jeongsan.Application.Payouts;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.BankFiles;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Operations;

/// <summary>일괄 지급: choosing, confirming, executing, and everything in between.</summary>
internal static class BulkPayoutOperations
{
    private const int LeftOutShownMax = 1_000;

    public static void MapBulkPayoutOperations(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/bulk-payouts").WithTags("일괄 지급 (자체 API)");
        routes.MapPost("", CreateBulkPayout).Needs(PersonRight.Edit).Refuses<BulkPayoutError>();
        routes.MapGet("/{id}", GetBulkPayout).Needs(PersonRight.See).Refuses<GetBulkPayoutError>();
        routes.MapPost("/{id}/take-out", TakeOutOfBulkPayout).Needs(PersonRight.Edit).Refuses<BulkPayoutRowsError>();
        routes.MapPost("/{id}/put-back", PutBackIntoBulkPayout).Needs(PersonRight.Edit).Refuses<BulkPayoutRowsError>();
        routes.MapPost("/{id}/memos", SetBulkPayoutMemos).Needs(PersonRight.Edit).Refuses<BulkPayoutMemosError>();
        routes.MapPost("/{id}/confirm", ConfirmBulkPayout).Needs(PersonRight.Edit).Refuses<BulkPayoutError>();
        routes.MapPost("/{id}/execute", ExecuteBulkPayout).Needs(PersonRight.ExecutePayout).Refuses<BulkPayoutError>();
        routes.MapPost("/{id}/schedule", ScheduleBulkPayout).Needs(PersonRight.ExecutePayout).Refuses<BulkPayoutScheduleError>();
        routes.MapPut("/{id}/schedule", RescheduleBulkPayout).Needs(PersonRight.ExecutePayout).Refuses<BulkPayoutScheduleError>();
        routes.MapDelete("/{id}/schedule", UnscheduleBulkPayout).Needs(PersonRight.Edit).Refuses<BulkPayoutScheduleError>();
        routes.MapPost("/{id}/stop", StopBulkPayout).Needs(PersonRight.Edit).Refuses<BulkPayoutStopError>();
        routes.MapPost("/{id}/resume", ResumeBulkPayout).Needs(PersonRight.Edit).Refuses<BulkPayoutStopError>();
        routes.MapPost("/{id}/retry-failed", RetryFailedPayouts).Needs(PersonRight.Edit).Refuses<BulkPayoutError>();
        routes.MapPost("/{id}/cancel", CancelBulkPayout).Needs(PersonRight.Edit).Refuses<PayoutCancelError>();
        api.MapPost("/platform/payouts/{id}/cancel", CancelPayout).WithTags("일괄 지급 (자체 API)").Needs(PersonRight.Edit).Refuses<PayoutCancelError>();
    }

    private static async Task<Answer<BulkPayoutResponse>> CreateBulkPayout(ApiCall<CreateBulkPayoutBody> call, CreateBulkPayout create, Store store, CancellationToken ct)
    {
        var body = call.Body;
        if (body.SettlementDates is null == body.PartnerSettlementIds is null)
        {
            return Invalid.Request("settlementDates와 partnerSettlementIds 가운데 하나만 적어 주세요.");
        }

        if (body is { CarryReceivables: true, SettlementDates: null })
        {
            return Invalid.Field("carryReceivables", "settlementDates와 함께만 쓸 수 있어요. partnerSettlementIds에는 상계할 정산 내역을 직접 적어 주세요.");
        }

        var command = new NewBulkPayout(body.Id, body.Name, body.SettlementDates, body.PartnerSettlementIds?.Select(PartnerSettlementId.From).ToList())
        {
            WithdrawalMemo = body.WithdrawalMemo,
            DepositMemo = body.DepositMemo,
            CarriesReceivables = body.CarryReceivables ?? false,
        };
        return await AnswerAsync(await create.HandleAsync(call.Tenant, call.Actor, command, ct), store, ct);
    }

    private static async Task<Answer<GetBulkPayoutResponse>> GetBulkPayout(ApiCall<GetBulkPayoutBody> call, string id, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(call.Body.Page);
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }

        await using var db = store.Read(call.Tenant);
        var own = BulkPayoutId.From(id);
        if (await db.Set<BulkPayout>().SingleOrDefaultAsync(row => row.Id == own, ct) is not { } bulk)
        {
            return new BulkPayoutNotFoundError();
        }

        var payouts = db.Set<Payout>().Where(row => row.BulkPayoutId == own);
        var page = await payouts.OrderBy(row => row.Index).ThenBy(row => row.Id).PageAsync(paging.Value, ct);
        var invoices = await InvoiceStates.OfAsync(db, page.Items, ct);
        var statements = await StatementStates.OfAsync(db, page.Items, ct);
        var tallies = await BulkPayoutStats.OfAsync(db, [own], ct);
        var leftOut = bulk.LeftOut ?? [];
        return new GetBulkPayoutResponse
        {
            BulkPayout = PayoutMapping.Write(bulk, [.. tallies[own]]),
            BankFileId = (await db.Set<BankFile>().Where(file => file.BulkPayoutId == own).OrderByDescending(file => file.Id).Select(file => (BankFileId?)file.Id).FirstOrDefaultAsync(ct))?.Value,
            ScheduledAt = await payouts.Where(row => row.Status == PayoutStatus.Scheduled).Select(row => row.ScheduledAt).FirstOrDefaultAsync(ct),
            WithdrawalMemo = bulk.WithdrawalMemo,
            DepositMemo = bulk.DepositMemo,
            Items = page.Write(payout => new BulkPayoutRow { Payout = PayoutMapping.Write(payout, invoices.Of(payout), statements.Of(payout)), PartnerSettlementIds = [.. (payout.SettlementIds ?? []).Select(one => one.Value)] }),
            Page = page.Page,
            LeftOut = [.. leftOut.Take(LeftOutShownMax).Select(row => new LeftOutRow { PartnerSettlementId = row.Id.Value, PartnerId = row.PartnerId.Value, Reason = Code.Of(row.Reason).As<LeftOutRowReason>() })],
            LeftOutCount = leftOut.Count,
        };
    }

    private static Task<Answer<BulkPayoutResponse>> TakeOutOfBulkPayout(ApiCall<BulkPayoutRowsBody> call, string id, ChangeBulkPayoutRows change, Store store, CancellationToken ct) =>
        ChangeRowsAsync(call, rows => change.TakeOutAsync(call.Tenant, call.Actor, BulkPayoutId.From(id), rows, ct), store, ct);

    private static Task<Answer<BulkPayoutResponse>> PutBackIntoBulkPayout(ApiCall<BulkPayoutRowsBody> call, string id, ChangeBulkPayoutRows change, Store store, CancellationToken ct) =>
        ChangeRowsAsync(call, rows => change.PutBackAsync(call.Tenant, call.Actor, BulkPayoutId.From(id), rows, ct), store, ct);

    private static async Task<Answer<BulkPayoutResponse>> ChangeRowsAsync(ApiCall<BulkPayoutRowsBody> call, Func<ChosenRows, Task<Outcome<BulkPayout>>> change, Store store, CancellationToken ct)
    {
        var body = call.Body;
        if (body.PartnerIds is null == body.PartnerSettlementIds is null)
        {
            return Invalid.Request("partnerIds와 partnerSettlementIds 가운데 하나만 적어 주세요.");
        }

        var rows = new ChosenRows(body.PartnerSettlementIds?.Select(PartnerSettlementId.From).ToHashSet(), body.PartnerIds?.Select(PartnerId.From).ToHashSet());
        return await AnswerAsync(await change(rows), store, ct);
    }

    private static async Task<Answer<BulkPayoutResponse>> SetBulkPayoutMemos(ApiCall<SetBulkPayoutMemosBody> call, string id, SetBankMemos set, Store store, CancellationToken ct)
    {
        var single = call.Body.Payouts ?? [];
        if (single.CountBy(one => one.PayoutId).Any(count => count.Value > 1))
        {
            return Invalid.Field("payouts", "같은 지급이 두 번 있어요. 지급마다 한 번만 적어 주세요.");
        }

        var memos = new NewBankMemos(
            new BankMemos(call.Body.WithdrawalMemo, call.Body.DepositMemo),
            single.ToDictionary(one => PayoutId.From(one.PayoutId), one => new BankMemos(one.WithdrawalMemo, one.DepositMemo)));
        return await AnswerAsync(await set.HandleAsync(call.Tenant, call.Actor, BulkPayoutId.From(id), memos, ct), store, ct);
    }

    private static async Task<Answer<BulkPayoutResponse>> ConfirmBulkPayout(ApiCall<ConfirmBulkPayoutBody> call, string id, ConfirmBulkPayout confirm, Store store, CancellationToken ct) =>
        call.Body.TotalPayoutAmount is < -Won.Limit or > Won.Limit
            ? Invalid.Field("totalPayoutAmount", "일괄 지급에 나온 합계를 그대로 적어 주세요.")
            : await AnswerAsync(await confirm.HandleAsync(call.Tenant, call.Actor, BulkPayoutId.From(id), call.Body.TotalPayoutAmount is { } seen ? new Won(seen) : null, ct), store, ct);

    /// <summary>By API in test mode only: a program has no second factor.</summary>
    private static async Task<Answer<BulkPayoutResponse>> ExecuteBulkPayout(ApiCall call, string id, ExecuteBulkPayout execute, Store store, CancellationToken ct) =>
        await AnswerAsync(await execute.HandleAsync(call.Tenant, call.Actor, BulkPayoutId.From(id), secondFactorPassed: false, ct), store, ct);

    /// <summary>As executing: by API in test mode only.</summary>
    private static async Task<Answer<BulkPayoutResponse>> ScheduleBulkPayout(ApiCall<ScheduleBulkPayoutBody> call, string id, ScheduleBulkPayout schedule, Store store, CancellationToken ct) =>
        await AnswerAsync(await schedule.HandleAsync(call.Tenant, call.Actor, BulkPayoutId.From(id), call.Body.ScheduledAt, secondFactorPassed: false, ct), store, ct);

    private static async Task<Answer<BulkPayoutResponse>> RescheduleBulkPayout(ApiCall<ScheduleBulkPayoutBody> call, string id, ScheduleBulkPayout schedule, Store store, CancellationToken ct) =>
        await AnswerAsync(await schedule.AgainAsync(call.Tenant, call.Actor, BulkPayoutId.From(id), call.Body.ScheduledAt, secondFactorPassed: false, ct), store, ct);

    private static async Task<Answer<BulkPayoutResponse>> UnscheduleBulkPayout(ApiCall call, string id, ScheduleBulkPayout schedule, Store store, CancellationToken ct) =>
        await AnswerAsync(await schedule.UnscheduleAsync(call.Tenant, call.Actor, BulkPayoutId.From(id), ct), store, ct);

    private static async Task<Answer<BulkPayoutResponse>> StopBulkPayout(ApiCall call, string id, StopBulkPayout stop, Store store, CancellationToken ct) =>
        await AnswerAsync(await stop.HandleAsync(call.Tenant, call.Actor, BulkPayoutId.From(id), ct), store, ct);

    private static async Task<Answer<BulkPayoutResponse>> ResumeBulkPayout(ApiCall call, string id, StopBulkPayout stop, Store store, CancellationToken ct) =>
        await AnswerAsync(await stop.ResumeAsync(call.Tenant, call.Actor, BulkPayoutId.From(id), ct), store, ct);

    private static async Task<Answer<BulkPayoutResponse>> RetryFailedPayouts(ApiCall<RetryFailedPayoutsBody> call, string id, RetryFailedPayouts retry, Store store, CancellationToken ct) =>
        await AnswerAsync(await retry.HandleAsync(call.Tenant, call.Actor, BulkPayoutId.From(id), call.Body.Id, call.Body.Name, ct), store, ct);

    private static async Task<Answer<BulkPayoutResponse>> CancelBulkPayout(ApiCall<CancelPayoutBody> call, string id, CancelPayouts cancel, Store store, CancellationToken ct) =>
        await AnswerAsync(await cancel.AllAsync(call.Tenant, call.Actor, BulkPayoutId.From(id), call.Body.CancelTaxInvoice == true, ct), store, ct);

    private static async Task<Answer<CancelPayoutResponse>> CancelPayout(ApiCall<CancelPayoutBody> call, string id, CancelPayouts cancel, Store store, CancellationToken ct)
    {
        var cancelled = await cancel.OneAsync(call.Tenant, call.Actor, PayoutId.From(id), call.Body.CancelTaxInvoice == true, ct);
        if (cancelled.IsRefused)
        {
            return Refuse(cancelled.Refusal);
        }

        await using var db = store.Read(call.Tenant);
        var invoices = await InvoiceStates.OfAsync(db, [cancelled.Value], ct);
        var statements = await StatementStates.OfAsync(db, [cancelled.Value], ct);
        return new CancelPayoutResponse { Payout = PayoutMapping.Write(cancelled.Value, invoices.Of(cancelled.Value), statements.Of(cancelled.Value)) };
    }

    private static async Task<Answer<BulkPayoutResponse>> AnswerAsync(Outcome<BulkPayout> outcome, Store store, CancellationToken ct)
    {
        if (outcome.IsRefused)
        {
            return Refuse(outcome.Refusal);
        }

        var bulk = outcome.Value;
        await using var db = store.Read(new Tenant(bulk.MerchantId, bulk.Mode));
        var tallies = await BulkPayoutStats.OfAsync(db, [bulk.Id], ct);
        return new BulkPayoutResponse { BulkPayout = PayoutMapping.Write(bulk, [.. tallies[bulk.Id]]) };
    }

    private static ApiError Refuse(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound { Subject: "PartnerSettlement" } settlement => new PlatformPartnerSettlementsNotFoundError
        {
            Ids = [settlement.Id],
            GraphqlIds = [GraphqlId.Of("PlatformPartnerSettlement", settlement.Id)],
        },
        StoredRefusal.NotFound { Subject: "Partner" } => new PlatformPartnerNotFoundError(),
        StoredRefusal.NotFound { Subject: "Payout" } payout => new PayoutNotFoundError { PayoutId = payout.Id },
        StoredRefusal.NotFound => new BulkPayoutNotFoundError(),
        StoredRefusal.AlreadyExists => new PlatformBulkPayoutIdAlreadyExistsError(),
        PayoutRefusal.NothingChosen => new PlatformNoSelectedPartnerSettlementsError(),
        PayoutRefusal.SettlementsDuplicated => new PlatformDuplicatedPartnerSettlementIdsError(),
        PayoutRefusal.SettlementsNotPayable settlements => new PlatformNonPayablePartnerSettlementsError
        {
            Ids = [.. settlements.Ids.Select(id => id.Value)],
            GraphqlIds = [.. settlements.Ids.Select(id => GraphqlId.Of("PlatformPartnerSettlement", id.Value))],
        },
        PartnerSettlementRefusal.NotInState => Invalid.Field("partnerSettlementIds", "이미 다른 지급에 들어간 정산 내역이 있어요. 목록을 다시 확인해 주세요."),
        PayoutRefusal.NetNotPositive net => new NetPayoutNotPositiveError { PartnerIds = [.. net.Partners.Select(id => id.Value)] },
        PayoutRefusal.TooManySettlementDates dates => Invalid.Field("settlementDates", $"정산일은 한 번에 {dates.CountMax}개까지 고를 수 있어요."),
        PayoutRefusal.CurrencyNotPayable => new PlatformCurrencyNotSupportedError { Message = "외화 정산은 송금할 수 없어요. 직접 지급한 뒤 완료 처리해 주세요." },
        PayoutRefusal.CurrenciesMixed => Invalid.Field("partnerSettlementIds", "통화가 같은 정산 내역끼리 지급해 주세요."),
        PayoutRefusal.FieldMissing missing => Invalid.Field(missing.Field, "꼭 있어야 하는 값이에요."),
        PayoutRefusal.FieldTooLong { Field: "withdrawalMemo" or "depositMemo" } memo => Invalid.Field(memo.Field, $"통장 메모는 한글 {memo.LengthMax / 2}자(영문과 숫자만 쓰면 {memo.LengthMax}자) 이하로 적어 주세요."),
        PayoutRefusal.FieldTooLong tooLong => Invalid.Field(tooLong.Field, $"{tooLong.LengthMax}자 이하로 적어 주세요."),
        PayoutRefusal.BalanceInsufficient balance => new BalanceInsufficientError { Balance = balance.Balance.Value, Needed = balance.Needed.Value },
        PayoutRefusal.AnotherOngoing other => new AnotherBulkPayoutOngoingError { BulkPayoutId = other.Ongoing.Value },
        PayoutRefusal.BulkNotInState state => new BulkPayoutNotInStateError { BulkPayoutStatus = Code.Of(state.Status).As<PlatformBulkPayoutStatus>() },
        PayoutRefusal.NotInState state => new PayoutNotInStateError { PayoutStatus = Code.Of(state.Status).As<PlatformPayoutStatus>() },
        Domain.TaxInvoices.TaxInvoiceRefusal.NotRequested => Invalid.Field("cancelTaxInvoice", "세금계산서 요청을 보내는 중이에요. 요청이 끝난 뒤 다시 취소해 주세요."),
        PayoutRefusal.TotalChanged total => new BulkPayoutTotalChangedError { TotalPayoutAmount = total.Now.Value },
        PayoutRefusal.UnscheduleFirst => new PayoutScheduledError(),
        PayoutRefusal.MemosFixed memos => new PayoutMemosFixedError { PayoutIds = [.. memos.Ids.Select(id => id.Value)] },
        PayoutRefusal.NothingToSend => new NothingToSendError(),
        PayoutRefusal.NothingStopped => new BulkPayoutNotStoppedError(),
        PayoutRefusal.AlreadyScheduled scheduled => new BulkPayoutAlreadyScheduledError { ScheduledAt = scheduled.At },
        PayoutRefusal.NotScheduled => new BulkPayoutNotScheduledError(),
        PayoutRefusal.ScheduleNotOnStep step => Invalid.Field("scheduledAt", $"{step.StepMinutes}분 단위의 시각으로 적어 주세요."),
        PayoutRefusal.ScheduleInPast => Invalid.Field("scheduledAt", "지금보다 뒤의 시각으로 적어 주세요."),
        PayoutRefusal.ScheduleInMaintenance => new ScheduleInMaintenanceError(),
        PayoutRefusal.TooManySchedules schedules => new TooManyScheduledBulkPayoutsError { CountMax = schedules.CountMax },
        Application.Payees.PayeeRefusal.NonePayable none => new PayeesNotPayableError { PartnerIds = [.. none.Problems.Keys.Select(id => id.Value)] },
        BankFileRefusal file => BankFileErrors.OfFile(file),
        ExecutionRefusal.WayChanged => new PayoutSendingChangedError(),
        ExecutionRefusal.ConfirmedBySamePerson => new ConfirmedBySamePersonError(),
        ExecutionRefusal.SecondFactorNeeded => new SecondFactorNeededError(),
        ExecutionRefusal.BankUnavailable => new PlatformExternalApiTemporarilyFailedError(),
        _ => Invalid.Of(refusal),
    };
}
