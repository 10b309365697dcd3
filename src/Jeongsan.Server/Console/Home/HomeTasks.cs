using Jeongsan.Application.Certificates;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Overview;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Privacy.Accesses;
using Jeongsan.Application.Privacy.Erasures;
using Jeongsan.Application.Privacy.Incidents;
using Jeongsan.Application.Privacy.Requests;
using Jeongsan.Application.Privacy.Supervision;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Application.Webhooks;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Console.Deadlines;
using Jeongsan.Server.Console.TaxInvoices;
using Microsoft.EntityFrameworkCore;
using MudBlazor;

namespace Jeongsan.Server.Console.Home;

/// <param name="Rows">How many things wait; nothing is shown for none.</param>
internal sealed record HomeTask(string Title, string Words, int Rows, string Unit, string Address, string Icon, bool IsUrgent)
{
    public string Count => $"{KoreanWords.Digits(Rows)}{Unit}";

    /// <summary>What both sides would pay to the tax office, or owe already.</summary>
    public Won Penalty { get; init; }

    /// <summary>What can't move on until it is done.</summary>
    public Won Money { get; init; }

    public string? Stake => Penalty > Won.Zero ? $"가산세 {KoreanWords.Won(Penalty.Value)}" : Money > Won.Zero ? KoreanWords.Won(Money.Value) : null;
}

/// <summary>What needs a person today: whatever costs a penalty first, by what it costs; then what is urgent, by the money that it holds up.</summary>
internal static class HomeTasks
{
    /// <param name="board">Of today.</param>
    internal static async Task<IReadOnlyList<HomeTask>> ReadAsync(JeongsanContext db, DeadlineBoard board, DateOnly today, DateTimeOffset machineNow, CancellationToken ct)
    {
        List<HomeTask> all = [.. await SentAsync(db, ct), .. await InvoicesAsync(db, board, today, ct), .. await PartnersAsync(db, board, today, ct), .. await PrivacyAsync(db, today, machineNow, ct), .. await MoneyAsync(db, ct)];
        return [.. all.Where(task => task.Rows > 0).OrderByDescending(task => task.Penalty.Value).ThenByDescending(task => task.IsUrgent).ThenByDescending(task => task.Money.Value)];
    }

    private static async Task<HomeTask[]> SentAsync(JeongsanContext db, CancellationToken ct) =>
    [
        new("보내지 못한 메시지", "메일, 팝빌 요청, 송금, 웹훅 가운데 포기한 것이에요. 이유를 보고 다시 보낼 수 있어요.",
            await GivenUpMessages.Of(db).CountAsync(ct), "건", "/messages", Icons.Material.Outlined.SyncProblem, true),
        new("메일이 가지 않는 파트너", "담당자 주소가 메일을 받지 않아요. 주소를 확인해 고치면 다음 메일부터 그 주소로 가요.",
            (await MailProblems.ReadAsync(db, partner: null, ct)).Count, "곳", "/partners?state=mail", Icons.Material.Outlined.MarkEmailUnread, true),
        new("꺼진 웹훅 주소", "며칠째 전달되지 않아 더 보내지 않는 주소예요. 받는 쪽을 고친 뒤 다시 켜 주세요.",
            await db.Set<WebhookEndpoint>().CountAsync(row => row.SwitchedOffAt != null, ct), "곳", "/settings/webhooks", Icons.Material.Outlined.Webhook, true),
        new("팝빌과 다른 세금계산서", "팝빌에 있는 것과 상태나 내용이 달라요. 무엇이 다른지 보고 팝빌에서 확인해 주세요.",
            await db.Set<AgencyWatch>().CountAsync(row => row.Difference != null, ct), "건", "/tax-invoices?state=different", Icons.Material.Outlined.Difference, true),
        await PointsAsync(db, ct),
        new("처리 결과를 올릴 이체 파일", "은행에 올린 뒤 결과 파일을 받아 올려 주세요. 결과를 읽기 전에는 지급이 끝나지 않아요.",
            await db.Set<BankFile>().CountAsync(row => row.Status == BankFileStatus.AwaitingResults, ct), "건", "/bulk-payouts", Icons.Material.Outlined.UploadFile, false),
    ];

    private static async Task<HomeTask[]> InvoicesAsync(JeongsanContext db, DeadlineBoard board, DateOnly today, CancellationToken ct)
    {
        var (open, troubled, waiting) = (TaxInvoiceLooks.StatesOf("late")!, TaxInvoiceLooks.StatesOf("trouble")!, TaxInvoiceLooks.StatesOf("waiting")!);
        var invoices = db.Set<TaxInvoice>().Where(row => row.DeletedAt == null);
        var late = invoices.Where(row => open.Contains(row.Status) && row.IssuanceDueDate < today);
        var lateSum = await late.SumAsync(row => (long)(object)row.TotalSupplyAmount, ct);
        return
        [
            new("발행 기한이 지난 세금계산서", $"공급가액 {KoreanWords.Won(lateSum)}. 지금 발행해도 가산세가 있고, 더 늦으면 늘어요.",
                await late.CountAsync(ct), "건", "/tax-invoices?state=late", Icons.Material.Outlined.EventBusy, true)
                { Penalty = Of(board.Rows.Where(row => row.Status is { } status && open.Contains(status) && row.Due < today)) },
            new("거부되거나 실패한 세금계산서", "이유를 보고 고쳐서 다시 요청해 주세요.",
                await invoices.CountAsync(row => troubled.Contains(row.Status), ct), "건", "/tax-invoices?state=trouble", Icons.Material.Outlined.ErrorOutline, true)
                { Penalty = Of(board.Rows.Where(row => row.Status is { } status && troubled.Contains(status))) },
            new("세금계산서를 쓰지 않은 지급", $"지급에 세금계산서가 없어요.{Nearest(InvoiceStep.Missing)}",
                board.Rows.Count(row => row.Step == InvoiceStep.Missing), "건", DeadlineWords.AddressOf(null, InvoiceStep.Missing), Icons.Material.Outlined.NoteAdd, false) { Penalty = Of(board.Rows.Where(row => row.Step == InvoiceStep.Missing)) },
            new("요청하지 않은 세금계산서", $"작성만 된 상태예요. 공급자에게 발행을 요청해 주세요.{Nearest(InvoiceStep.Draft)}",
                await invoices.CountAsync(row => row.Status == TaxInvoiceStatus.Drafted, ct), "건", "/tax-invoices?state=draft", Icons.Material.Outlined.Edit, false) { Penalty = Of(board.Rows.Where(row => row.Status == TaxInvoiceStatus.Drafted)) },
            new("승인을 기다리는 세금계산서", $"기한이 가까우면 메일을 다시 보내 주세요.{Nearest(InvoiceStep.Awaiting)}",
                await invoices.CountAsync(row => waiting.Contains(row.Status), ct), "건", "/tax-invoices?state=waiting&sort=due", Icons.Material.Outlined.Schedule, false) { Penalty = Of(board.Rows.Where(row => row.Status is { } status && waiting.Contains(status))) },
        ];

        string Nearest(InvoiceStep step) => board.Rows.FirstOrDefault(row => row.Step == step) is not { } first ? ""
            : first.Due < today ? $" 가장 이른 기한({KoreanWords.DayAndWeekday(first.Due)})은 {today.DayNumber - first.Due.DayNumber}일 지났어요."
            : $" 가장 가까운 기한은 {KoreanWords.DaysLeft(today, first.Due)} ({KoreanWords.DayAndWeekday(first.Due)})이에요.";
    }

    private static async Task<HomeTask[]> PartnersAsync(JeongsanContext db, DeadlineBoard board, DateOnly today, CancellationToken ct)
    {
        var soon = SeoulTime.At(today.AddDays(31), TimeOnly.MinValue);
        var certificates = db.Set<CompanyCertificate>().Where(row => row.PartnerId == null || db.Set<Partner>().Any(partner => partner.Id == row.PartnerId && partner.NtsConnection == NtsConnectionStatus.Connected));
        var ending = await certificates.Where(row => row.ExpiresAt < soon).Select(row => row.PartnerId).ToListAsync(ct);
        var failed = await db.Set<Partner>().Where(row => row.NtsConnection == NtsConnectionStatus.ConnectFailed && !row.IsArchived).Select(row => row.Id).ToListAsync(ct);
        var blocked = board.Rows.Where(row => row.Blocker == DeadlineBlocker.NotConnected && !failed.Contains(row.PartnerId!.Value)).ToList();
        return
        [
            new("국세청 연동에 실패한 파트너", "사업자 정보를 고쳐 다시 연동해야 세금계산서를 받을 수 있어요.",
                failed.Count, "곳", "/partners?state=failed", Icons.Material.Outlined.LinkOff, true) { Penalty = Of(board.Rows.Where(row => row.PartnerId is { } partner && failed.Contains(partner))) },
            new("세금계산서가 막힌, 연동이 필요한 파트너", "연동해야 세금계산서를 요청할 수 있어요.",
                blocked.Select(row => row.PartnerId).Distinct().Count(), "곳", "/partners?state=need", Icons.Material.Outlined.LinkOff, false) { Penalty = Of(blocked) },
            new("우리 회사 팝빌 연동", "연동해야 세금계산서를 요청할 수 있어요.",
                await db.Set<OwnCompany>().CountAsync(row => row.ConnectedAt == null, ct), "곳", "/settings/company", Icons.Material.Outlined.Business, true),
            new("끝나 가는 공동인증서", "30일 안에 끝나거나 이미 끝난 인증서예요. 파트너에게는 30일, 7일, 1일 전에 메일을 보내요.",
                ending.Count, "건", "/partners?state=certificate", Icons.Material.Outlined.WorkspacePremium, true) { Penalty = Of(board.Rows.Where(row => row.Step == InvoiceStep.Awaiting && row.PartnerId is { } partner && ending.Contains(partner))) },
        ];
    }

    private static async Task<HomeTask[]> PrivacyAsync(JeongsanContext db, DateOnly today, DateTimeOffset machineNow, CancellationToken ct)
    {
        var register = await PublicRegister.ReadAsync(db, ct);
        return
        [
            new("게시할 개인정보 고지문", "정보를 받는 곳이 정해지거나 바뀌었어요. 게시하고 알려야 파트너 정보를 보낼 수 있어요.",
                register.Revision > 0 && !register.IsPublished ? 1 : 0, "건", "/privacy", Icons.Material.Outlined.PrivacyTip, true),
            new("끝나지 않은 유출 사고", "안 때부터 72시간 안에 대상에게 알리고, 신고할 사고는 신고해 주세요.",
                await FindIncidents.Open(db).CountAsync(ct), "건", "/privacy/incidents", Icons.Material.Outlined.GppMaybe, true),
            await RequestsAsync(db, today, ct),
            new("거래가 끝난 파트너의 개인정보", "보관한 파트너예요. 더 정산할 것이 없으면 파기해 주세요.",
                await ErasureState.ArchivedIn(db).CountAsync(ct), "곳", "/privacy/erasures", Icons.Material.Outlined.AutoDelete, false),
            new("점검할 개인정보 접속기록", "지난달에 누가 누구의 정보를 보았는지 확인하고 결과를 적어 주세요.",
                await ReviewAccesses.IsDueAsync(db, machineNow, ct) ? 1 : 0, "건", "/privacy/access", Icons.Material.Outlined.ManageSearch, false),
            new("감독하고 교육할 수탁자", "개인정보를 맡긴 곳은 해마다 점검하고 교육해야 해요. 마친 뒤 결과와 증빙을 적어 주세요.",
                (await SupervisionState.NearAsync(db, today, ct)).Count, "건", "/privacy/processors", Icons.Material.Outlined.FactCheck, false),
        ];
    }

    private static async Task<HomeTask[]> MoneyAsync(JeongsanContext db, CancellationToken ct)
    {
        var ready = db.Set<BulkPayout>().Where(row => row.Status == BulkPayoutStatus.Prepared || row.Status == BulkPayoutStatus.Preparing);
        var readySum = await ready.SumAsync(row => (long)(object)row.TotalPayoutAmount, ct);
        var failed = db.Set<PartnerSettlement>().Where(row => row.Status == PartnerSettlementStatus.PayoutFailed);
        var payable = db.Set<PartnerSettlement>().Where(row => row.Status == PartnerSettlementStatus.PayoutPrepared || row.Status == PartnerSettlementStatus.PayoutFailed);
        var payableSum = await payable.SumAsync(row => (long)(object)row.SignedSettlement, ct);
        return
        [
            new("지급에 실패한 정산 내역", "계좌를 확인해 고친 뒤 다시 지급해 주세요.",
                await failed.CountAsync(ct), "건", "/settlements?state=PayoutFailed", Icons.Material.Outlined.CreditCardOff, true) { Money = new Won(await failed.SumAsync(row => (long)(object)row.SignedSettlement, ct)) },
            new("확정하거나 실행할 일괄 지급", $"모두 {KoreanWords.Won(readySum)}이에요.",
                await ready.CountAsync(ct), "건", "/bulk-payouts", Icons.Material.Outlined.Payments, false) { Money = new Won(readySum) },
            new("미수금이 있는 파트너", "정산이 마이너스예요. 다음 지급에서 상계하거나, 받은 뒤 적어 주세요.",
                await Receivables.CountAsync(db, ct), "곳", "/receivables", Icons.Material.Outlined.MoneyOff, false),
            new("지급할 정산 내역", $"모두 {KoreanWords.Won(payableSum)}이에요. 정산일을 골라 일괄 지급을 만들어 주세요.",
                await payable.CountAsync(ct), "건", "/bulk-payouts/new", Icons.Material.Outlined.Calculate, false) { Money = new Won(payableSum) },
        ];
    }

    private static Won Of(IEnumerable<DeadlineRow> rows) => rows.Total(row => row.AtRisk);

    private static async Task<HomeTask> RequestsAsync(JeongsanContext db, DateOnly today, CancellationToken ct)
    {
        var late = await FindSubjectRequests.DueBy(db, today.AddDays(-1)).CountAsync(ct);
        return new("답해야 할 정보주체 요구", late > 0 ? $"{KoreanWords.Digits(late)}건은 기한이 지났어요. 지체 없이 처리하고 알려 주세요." : "받은 날부터 10일 안에 처리하고 결과를 알려야 해요.",
            await FindSubjectRequests.Open(db).CountAsync(ct), "건", "/privacy/requests?state=open", Icons.Material.Outlined.ContactMail, late > 0);
    }

    private static async Task<HomeTask> PointsAsync(JeongsanContext db, CancellationToken ct)
    {
        var account = await db.Set<AgencyAccount>().SingleOrDefaultAsync(ct);
        var left = account?.Payable ?? 0;
        return new("팝빌 포인트가 부족해요", $"남은 포인트 {KoreanWords.Digits(left)}점, 발행 1건에 {KoreanWords.Digits(account?.UnitCost ?? 0)}점이에요. 팝빌에서 충전하면 기다리던 발행이 이어져요.",
            account is { IsLow: true } ? Math.Max(account.IssuesAhead, 1) : 0, "건", "/tax-invoices?state=waiting", Icons.Material.Outlined.AccountBalanceWallet, true);
    }
}
