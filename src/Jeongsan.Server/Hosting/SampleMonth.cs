using System.Globalization;
using Jeongsan.Application.BulkTasks;
using Jeongsan.Application.Holidays;
using Jeongsan.Application.Installation;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Policies;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Statements;
using Jeongsan.Application.Storage;
using Jeongsan.Application.SupplierDesk;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Application.TestClocks;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Statements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Hosting;

/// <summary>
/// Fills an empty installation with a month of a sample platform, in test mode: the same commands that people and programs
/// use, on the test clock, from orders to invoices at the emulated NTS. Each step is told.
/// </summary>
internal sealed class SampleMonth(IServiceProvider services, Settings settings, CancellationToken ct)
{
    private static readonly Tenant Tenant = new(FirstStart.Merchant, Mode.Test);
    private static readonly Actor Actor = new(ActorKind.System, "sample");
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(60);
    private const string ContractId = "contract-sample";

    private readonly Store _store = services.GetRequiredService<Store>();

    public static async Task RunAsync(IServiceProvider services, Settings settings, CancellationToken ct)
    {
        var month = new SampleMonth(services, settings, ct);
        if (!await month.IsEmptyAsync())
        {
            System.Console.WriteLine("이미 자료가 있어 샘플을 다시 채우지 않습니다. 빈 폴더로 시작하려면 JEONGSAN_DATA를 바꿔 주세요.");
            return;
        }
        await month.TellAsync();
        await month.AgreeAsync();
        await month.ConnectAsync();
        var payable = await month.SellAsync();
        var bulk = await month.PayAsync(payable);
        await month.StateAsync(bulk);
        await month.InvoiceAsync(bulk);
        month.Say("샘플 한 달이 끝났습니다. 콘솔의 테스트 모드에서 둘러보세요.");
    }

    private async Task<bool> IsEmptyAsync()
    {
        await using var db = _store.Read(Tenant);
        return !await db.Set<Partner>().AnyAsync(ct);
    }

    /// <summary>Before any partner's data leaves: who gets it is published, and stands in the terms that partners accept.</summary>
    private async Task TellAsync()
    {
        var notice = Must(await services.GetRequiredService<PublishNotice>().HandleAsync(Tenant, Actor, wording: null, ct));
        var today = SeoulTime.DateOf(await _store.NowAsync(Tenant, ct));
        Must(await services.GetRequiredService<TellInTerms>().HandleAsync(Tenant, Actor, new ToldInTerms("샘플마켓 파트너 이용약관 1.0 제12조", today), ct));
        Say($"개인정보 처리위탁 고지문 {notice.Number}호를 게시하고, 파트너 이용약관에 담아 알렸다고 기록했습니다.");
    }

    private async Task AgreeAsync()
    {
        var terms = new ContractTerms(
            "기본 계약", null, new Fee.FixedRate(Rate.OfPercent(10)), Payer.Partner, false,
            new SettlementCycle(2, SettlementDatePolicy.HolidayBefore, new SettlementCycleMethod.Monthly([31])));
        Must(await services.GetRequiredService<Contracts>().CreateAsync(Tenant, Actor, ContractId, terms, ct));
        Must(await services.GetRequiredService<DiscountSharePolicies>().CreateAsync(Tenant, Actor, "discount-sample", new DiscountShareTerms("쿠폰 반반 부담", null, Rate.OfPercent(50)), ct));
        Must(await services.GetRequiredService<AdditionalFeePolicies>().CreateAsync(
            Tenant, Actor, "fee-sample", new AdditionalFeeTerms("광고 수수료", null, new Fee.FixedRate(Rate.OfPercent(5)), Payer.Partner), ct));
        Must(await services.GetRequiredService<CreatePartners>().HandleAsync(Tenant, Actor, SamplePartners.All(new ContractId(ContractId)), ct));
        Say($"계약 1건, 할인 분담 1건, 추가 수수료 1건, 파트너 {SamplePartners.All(new ContractId(ContractId)).Count}곳을 만들었습니다.");
    }

    private async Task ConnectAsync()
    {
        await WaitAsync("우리 회사 국세청 연동", db => db.Set<Application.Merchants.OwnCompany>().AnyAsync(company => company.ConnectedAt != null, ct));
        foreach (var id in SamplePartners.Issuers)
        {
            Must(await services.GetRequiredService<ConnectPartner>().HandleAsync(Tenant, Actor, new PartnerId(id), ct));
        }
        await WaitAsync("파트너 국세청 연동", async db => await db.Set<Partner>().CountAsync(partner => partner.NtsConnection == NtsConnectionStatus.Connected, ct) == SamplePartners.Issuers.Count);
        Say($"파트너 {SamplePartners.Issuers.Count}곳을 국세청에 연동했습니다. 가입 메일은 메일함에 있습니다.");
    }

    private async Task<DateOnly> SellAsync()
    {
        var register = services.GetRequiredService<Application.Transfers.RegisterOrder>();
        var today = SeoulTime.DateOf(await _store.NowAsync(Tenant, ct));
        var orders = SampleOrders.Of(today);
        var settlementDate = today;
        foreach (var order in orders)
        {
            var transfer = Must(await register.HandleAsync(Tenant, Actor, order, ct));
            settlementDate = transfer.SettlementDate > settlementDate ? transfer.SettlementDate : settlementDate;
        }
        var cancelled = Must(await services.GetRequiredService<Application.Transfers.RegisterOrderCancel>().HandleAsync(Tenant, Actor, SampleOrders.Cancellation(today), ct));
        settlementDate = cancelled.SettlementDate > settlementDate ? cancelled.SettlementDate : settlementDate;
        Say($"주문 {orders.Count}건과 취소 1건을 정산건으로 등록했습니다. 마지막 정산일은 {settlementDate:yyyy-MM-dd}입니다.");
        return settlementDate;
    }

    private async Task<BulkPayoutId> PayAsync(DateOnly settlementDate)
    {
        await MoveToAsync(SeoulTime.At(settlementDate, new TimeOnly(9, 0)));
        await using var db = _store.Read(Tenant);
        var settlements = await db.Set<Domain.Settlements.PartnerSettlement>().ToListAsync(ct);
        Say($"정산일이 되어 정산 내역 {settlements.Count}건이 모였습니다.");
        var bulk = Must(await services.GetRequiredService<CreateBulkPayout>().HandleAsync(
            Tenant, Actor, new NewBulkPayout(null, $"{settlementDate:yyyy년 M월} 정산", [.. settlements.Select(one => one.SettlementDate).Distinct()], null), ct));
        Must(await services.GetRequiredService<ConfirmBulkPayout>().HandleAsync(Tenant, Actor, bulk.Id, ct));
        Must(await services.GetRequiredService<ExecuteBulkPayout>().HandleAsync(Tenant, Actor, bulk.Id, secondFactorPassed: true, ct));
        await WaitAsync("일괄 지급", read => read.Set<BulkPayout>().AnyAsync(one => one.Id == bulk.Id && one.Status == BulkPayoutStatus.Completed, ct));
        Say($"파트너 {bulk.PayoutCount}곳에 {bulk.TotalPayoutAmount.Value.ToString("#,0", CultureInfo.InvariantCulture)}원을 지급했습니다.");
        return bulk.Id;
    }

    private async Task StateAsync(BulkPayoutId bulk)
    {
        Must(await services.GetRequiredService<StatementTasks>().StartAsync(Tenant, Actor, bulk, [], template: null, ct));
        await WaitAsync("정산내역서 발송", async db => !await db.Set<BulkTask>().AnyAsync(task => task.State != BulkTaskState.Completed, ct));
        await using var db = _store.Read(Tenant);
        Say($"정산내역서 {await db.Set<StatementSending>().CountAsync(sending => sending.Status == StatementSendingStatus.Sent, ct)}건을 파트너 담당자에게 메일로 보냈습니다.");
    }

    private async Task InvoiceAsync(BulkPayoutId bulk)
    {
        var drafted = Must(await services.GetRequiredService<DraftFromPayouts>().HandleAsync(Tenant, Actor, new NewPayoutInvoices(bulk, null, null, null), ct));
        Must(await services.GetRequiredService<RequestTaxInvoice>().HandleBulkAsync(Tenant, Actor, drafted.Bulk.Id, ct));
        await WaitAsync("발행 요청", async db => !await db.Set<TaxInvoice>().AnyAsync(invoice => invoice.Status == TaxInvoiceStatus.RequestPending, ct));
        Say($"세금계산서 {drafted.Drafted.Count}건을 요청했습니다. 공급자 메일이 메일함에 도착했습니다.");
        var supplier = new SampleSupplier(services, settings, ct);
        var approved = 0;
        foreach (var invoice in drafted.Drafted.Where(invoice => invoice.PartnerId?.Value != SamplePartners.IgnoresMails))
        {
            await supplier.ApproveAsync(Tenant, invoice.Id);
            approved++;
        }
        await WaitAsync("발행", async db => !await db.Set<TaxInvoice>().AnyAsync(invoice => invoice.Status == TaxInvoiceStatus.IssuePending, ct));
        Say($"공급자 {approved}건이 승인하여 전자서명하고 발행했습니다. 메일을 보지 않는 파트너 1곳은 승인 대기로 남겨 두었습니다.");
        var now = await _store.NowAsync(Tenant, ct);
        await MoveToAsync(IssueDeadline.SendingAt(now, await BusinessDaysAsync()).AddMinutes(1));
        await WaitAsync("국세청 전송", async db => await db.Set<TaxInvoice>().CountAsync(invoice => invoice.Status == TaxInvoiceStatus.SendingCompleted, ct) == approved);
        Say($"다음 영업일 15시에 {approved}건이 국세청으로 전송되었습니다.");
    }

    private async Task<BusinessDays> BusinessDaysAsync()
    {
        await using var db = _store.Read(Tenant);
        return await db.BusinessDaysAsync(ct);
    }

    private async Task MoveToAsync(DateTimeOffset to)
    {
        Must(await services.GetRequiredService<AdvanceTestClock>().HandleAsync(Tenant, Actor, to, ct));
        Say($"시험 시계를 {to.ToOffset(SeoulTime.Offset):yyyy-MM-dd HH:mm}으로 옮겼습니다.");
    }

    private async Task WaitAsync(string what, Func<JeongsanContext, Task<bool>> isDone)
    {
        var limit = TimeProvider.System.GetUtcNow() + WaitMax;
        while (true)
        {
            await using (var db = _store.Read(Tenant))
            {
                if (await isDone(db))
                {
                    return;
                }
            }
            if (TimeProvider.System.GetUtcNow() > limit)
            {
                throw new SettingException("sample", $"{what}이(가) {WaitMax.TotalSeconds}초 안에 끝나지 않았습니다. 콘솔의 '실패한 작업'에서 이유를 확인해 주세요.");
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), ct);
        }
    }

    private static T Must<T>(Outcome<T> outcome) =>
        outcome.IsRefused ? throw new InvalidOperationException($"The sample month was refused: {outcome.Refusal}") : outcome.Value;

    private void Say(string line) => System.Console.WriteLine($"[샘플] {line}");
}
