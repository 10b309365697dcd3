using Jeongsan.Application.Audit;
using Jeongsan.Application.BankFiles;
using Jeongsan.Application.Holidays;
using Jeongsan.Application.Imports;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Payees;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.People;
using Jeongsan.Application.Policies.Formulas;
using Jeongsan.Application.Privacy.Accesses;
using Jeongsan.Application.Privacy.Erasures;
using Jeongsan.Application.Privacy.Incidents;
using Jeongsan.Application.Privacy.Requests;
using Jeongsan.Application.Statements;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Application.TestClocks;
using Jeongsan.Application.Webhooks;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Privacy.Erasures;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Statements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.BankFiles;
using Jeongsan.Server.Console.Counterparties;
using Jeongsan.Server.Console.Formulas;
using Jeongsan.Server.Console.Policies;
using Jeongsan.Server.Console.Team;
using Jeongsan.Server.Console.SignIn;
using Jeongsan.Server.Console.TaxInvoices;

namespace Jeongsan.Server.Console.Actions;

/// <summary>Why a button did not do its work, and the mend, in one or two sentences.</summary>
internal static class RefusalWords
{
    internal static string For(Refusal refusal) => refusal switch
    {
        PersonRefusal => SignInMessages.For(refusal),
        PartnerSettlementRefusal => "이미 다른 지급에 들어간 정산 내역입니다. 화면을 새로 고쳐 주세요.",
        PartnerRefusal or PrivacyRefusal => PartnerWords.Of(refusal),
        OwnCompanyRefusal company => OwnCompanyWords.Of(company),
        AgencyRefusal.Refused refused => $"팝빌이 거절했습니다: {refused.Words}",
        AgencyRefusal.NotReached => "팝빌에 연결하지 못했습니다. 잠시 뒤 다시 눌러 주세요.",
        PolicyRefusal policy => PolicyWords.Of(policy),
        FormulaSettingRefusal formulas => FormulaSettingWords.Of(formulas),
        CounterpartyRefusal counterparty => CounterpartyWords.Of(counterparty),
        HolidayRefusal.NameMissing => "왜 쉬는 날인지 이름을 적어 주세요.",
        HolidayRefusal.TooMany many => $"고친 날은 {many.CountMax}개까지 둘 수 있습니다. 지난 날을 되돌려 주세요.",
        HolidayRefusal.OutOfRange range => $"{range.YearMin}년부터 {range.YearMax}년까지의 날짜만 고칠 수 있습니다.",
        PayoutRefusal payout => ForPayout(payout),
        ReceivableRefusal.AmountChanged(_, var now) => $"미수금이 그 사이에 {KoreanWords.Won(now.Value)}으로 바뀌었습니다. 다시 확인해 주세요.",
        ReceivableRefusal.AlreadyRepaid => "이미 받은 것으로 적었습니다. 정산 내역에 모이면 목록에서 빠집니다.",
        AskBackRefusal ask => ForAskBack(ask),
        PayeeRefusal payee => PayeeWords.Of(payee),
        StatementRefusal statement => StatementWords.Of(statement),
        AmendmentRefusal amendment => AmendmentWords.Of(amendment),
        TaxInvoiceRefusal or WritingRefusal => TaxInvoiceWords.Of(refusal),
        AccessRefusal access => AccessRefusalWords.Of(access),
        SubjectRequestRefusal request => SubjectRequestWords.Of(request),
        LegalNoticeRefusal notice => SubjectRequestWords.Of(notice),
        IncidentRefusal incident => IncidentWords.Of(incident),
        ErasureRefusal erasure => ErasureWords.Of(erasure),
        AccessReviewRefusal.MonthNotOver => "아직 끝나지 않은 달입니다. 다음 달에 점검해 주세요.",
        AccessReviewRefusal.FindingsMissing => "점검한 결과를 적어 주세요.",
        AccessReviewRefusal.FindingsTooLong(_, var max) => $"점검 결과는 {max:#,0}자까지 적을 수 있습니다.",
        ProofRefusal => "다른 대조가 막 끝났거나 큰 작업이 기록되고 있습니다. 잠시 뒤 다시 눌러 주세요.",
        ExecutionRefusal.ConfirmedBySamePerson => "확정한 사람은 실행하거나 예약할 수 없게 설정되어 있습니다. 다른 사람에게 실행을 부탁해 주세요.",
        ExecutionRefusal.SecondFactorNeeded => "인증 앱의 6자리를 입력하지 않아 아무것도 하지 않았습니다.",
        ExecutionRefusal.WayChanged => "지급을 보내는 방법이 방금 바뀌어 시작하지 않았습니다. 화면을 새로 고쳐 확인해 주세요.",
        BankFileRefusal file => ForFile(file),
        ResultRefusal or ImportRefusal => BankFileErrors.Of(refusal).Message,
        ExecutionRefusal.BankUnavailable => "은행이 잔액을 알려 주지 않아 아무것도 이체하지 않았습니다. 잠시 뒤 다시 눌러 주세요.",
        StoredRefusal.NotFound => "그 사이에 지워졌거나 다른 플랫폼의 항목입니다. 목록을 새로 고쳐 주세요.",
        StoredRefusal.AlreadyExists => "이미 쓰는 아이디입니다. 다른 아이디를 적거나 비워 두세요.",
        StoredRefusal.IdNotUsable id => $"아이디는 빈칸과 ‘/’ 없이 {id.LengthMax}자까지 적을 수 있습니다.",
        OutboxRefusal.MessageNotFailed => "이미 다시 보내고 있거나 보냈습니다. 목록을 새로 고쳐 주세요.",
        OutboxRefusal.MessageNotFound => "메시지를 찾을 수 없습니다. 목록을 새로 고쳐 주세요.",
        WebhookRefusal webhook => ForWebhook(webhook),
        TestClockRefusal.ClockOnlyMovesForward(var now) => $"테스트 시계는 앞으로만 갑니다. 지금은 {KoreanWords.InstantInTable(now)}입니다.",
        TestClockRefusal.TooFar(var limit) => $"테스트 시계는 {KoreanWords.InstantInTable(limit)}까지만 갈 수 있습니다.",
        TestClockRefusal.LiveHasNoTestClock => "운영에는 테스트 시계가 없습니다. 위에서 테스트로 바꿔 주세요.",
        _ => "지금 상태에서는 할 수 없는 일입니다. 화면을 새로 고쳐 상태를 확인해 주세요.",
    };

    private static string ForAskBack(AskBackRefusal refusal) => refusal switch
    {
        AskBackRefusal.AmountChanged(_, var now) => $"미수금이 그 사이에 {KoreanWords.Won(now.Value)}으로 바뀌었습니다. 다시 확인해 주세요.",
        AskBackRefusal.AccountMissing => "돌려받을 계좌를 적어 주세요.",
        AskBackRefusal.AccountNumberMalformed(var min, var max) => $"계좌번호는 숫자 {min}~{max}자리로 적어 주세요.",
        AskBackRefusal.HolderMissing(var max) => $"예금주를 1~{max}자로 적어 주세요.",
        AskBackRefusal.DueOnOutOfRange(var from, var until) => $"기한은 {KoreanWords.DateInTable(from)}부터 {KoreanWords.DateInTable(until)}까지 고를 수 있습니다.",
        AskBackRefusal.AlreadyAskedToday(_, var amount) => $"오늘 {KoreanWords.Won(amount.Value)}을 이미 요청했습니다. 한 번 더 보내려면 ‘오늘 요청한 곳에도’를 표시해 주세요.",
        AskBackRefusal.CompanyMissing => "우리 회사의 정보가 없습니다. 설정에서 우리 회사를 먼저 저장해 주세요.",
        _ => "담당자의 메일 주소가 없는 파트너입니다. 파트너 정보를 고친 뒤 요청해 주세요.",
    };

    private static string ForWebhook(WebhookRefusal refusal) => refusal switch
    {
        WebhookRefusal.UrlNotUsable => "받는 주소는 http 또는 https로 시작해야 합니다. 주소를 확인해 주세요.",
        WebhookRefusal.TooManyEndpoints(var limit) => $"주소는 {limit}개까지 등록할 수 있습니다. 쓰지 않는 주소를 지워 주세요.",
        WebhookRefusal.TooManySecrets(var limit, var until) => $"비밀키는 하루에 {limit}번까지 바꿀 수 있습니다. {KoreanWords.InstantInTable(until)} 뒤에 다시 바꿔 주세요.",
        WebhookRefusal.EndpointOff => "꺼진 주소입니다. 먼저 다시 켜 주세요.",
        WebhookRefusal.EndpointOn => "이미 켜져 있습니다. 화면을 새로 고쳐 주세요.",
        WebhookRefusal.DeliveryInProgress => "지금 보내고 있습니다. 잠시 뒤 결과를 확인해 주세요.",
        WebhookRefusal.DaysOutOfRange(_, var max) => $"최근 {max}일까지만 다시 보낼 수 있습니다.",
        _ => "그 사이에 지워진 주소입니다. 화면을 새로 고쳐 주세요.",
    };

    private static string ForFile(BankFileRefusal refusal) => refusal switch
    {
        _ when BankFileWords.OfLayout(refusal) is var (field, mend) => $"{BankFileWords.LabelOf(field)}: {mend}",
        BankFileRefusal.ReasonMissing => "이유를 적어 주세요.",
        BankFileRefusal.ReasonTooLong(var max) => $"이유는 {max}자까지 적을 수 있습니다.",
        BankFileRefusal.LayoutMissing => "이체 파일의 양식을 고르지 않았습니다. 은행을 골라 주세요.",
        BankFileRefusal.TooManyRows(var count, var max) => $"지급이 {KoreanWords.Digits(count)}건인데 은행은 파일 하나에 {KoreanWords.Digits(max)}건까지 받습니다. 일괄 지급을 나누어 만들어 주세요.",
        BankFileRefusal.BanksWithoutCode(var ids) => $"은행코드가 없는 은행의 계좌가 {ids.Count}건 있습니다. 그 지급을 빼고 따로 보내 주세요.",
        _ => BankFileErrors.OfFile(refusal).Message,
    };

    private static string ForPayout(PayoutRefusal refusal) => refusal switch
    {
        PayoutRefusal.NothingChosen => "지급할 정산 내역이 없습니다. 지급 예정인 정산 내역을 골라 주세요.",
        PayoutRefusal.SettlementsNotPayable(var ids) => $"고른 것 가운데 {ids.Count}건은 지급할 수 없는 상태입니다. 목록을 새로 고쳐 다시 골라 주세요.",
        PayoutRefusal.NetNotPositive(var partners) => $"{partners.Count}개 파트너는 합계가 0원 이하라서 지급할 수 없습니다. 그 파트너를 빼고 골라 주세요.",
        PayoutRefusal.TooManySettlementDates(_, var max) => $"정산일은 한 번에 {max}개까지 고를 수 있습니다.",
        PayoutRefusal.CurrenciesMixed => "통화가 다른 정산 내역을 함께 지급할 수 없습니다. 통화별로 나눠 골라 주세요.",
        PayoutRefusal.CurrencyNotPayable => "외화 정산 내역은 송금할 수 없습니다. 직접 송금한 뒤 완료로 처리해 주세요.",
        PayoutRefusal.BalanceInsufficient(var balance, var needed) =>
            $"계좌 잔액 {KoreanWords.Won(balance.Value)}이 지급할 {KoreanWords.Won(needed.Value)}보다 적습니다. {KoreanWords.Won((needed - balance).Value)}을 입금한 뒤 다시 눌러 주세요.",
        PayoutRefusal.TotalChanged(var seen, var now) =>
            $"그 사이에 다른 사람이 지급할 정산 내역을 바꾸어 합계가 {KoreanWords.Won(seen.Value)}에서 {KoreanWords.Won(now.Value)}으로 달라졌습니다. 바뀐 내용을 확인하고 다시 눌러 주세요.",
        PayoutRefusal.ScheduleNotOnStep(_, var step) => $"예약 시각은 {step}분 단위로 골라 주세요.",
        PayoutRefusal.ScheduleInPast => "예약 시각이 이미 지났습니다. 지금보다 뒤의 시각을 골라 주세요.",
        PayoutRefusal.ScheduleInMaintenance(_, var from, var until) => $"{from:HH:mm}부터 {until:HH:mm}까지는 은행 점검 시간이라 이체할 수 없습니다. 다른 시각을 골라 주세요.",
        PayoutRefusal.TooManySchedules(_, var max) => $"예약은 {max}개까지 할 수 있습니다. 다른 예약을 풀고 다시 해 주세요.",
        PayoutRefusal.AlreadyScheduled(var at) => $"이미 {KoreanWords.InstantInTable(at)}에 예약되어 있습니다. 화면을 새로 고쳐 주세요.",
        PayoutRefusal.NotScheduled => "예약이 없거나 이미 시작했습니다. 화면을 새로 고쳐 주세요.",
        PayoutRefusal.UnscheduleFirst => "예약되어 있어 취소할 수 없습니다. 예약을 먼저 풀어 주세요.",
        PayoutRefusal.NothingToSend => "보낼 지급이 없습니다. 중단한 지급이 있으면 먼저 다시 준비해 주세요.",
        PayoutRefusal.NothingStopped => "중단한 지급이 없습니다. 화면을 새로 고쳐 주세요.",
        PayoutRefusal.MemosFixed => "이미 보냈거나 취소한 지급의 통장 메모는 바꿀 수 없습니다.",
        PayoutRefusal.FieldTooLong("withdrawalMemo" or "depositMemo", _, var max) => $"통장 메모는 한글 {max / 2}자(영문과 숫자만 쓰면 {max}자)까지 적을 수 있습니다.",
        PayoutRefusal.AnotherOngoing => "다른 일괄 지급이 진행 중입니다. 끝난 뒤 다시 눌러 주세요.",
        PayoutRefusal.BulkNotInState or PayoutRefusal.NotInState => "이미 처리된 지급입니다. 화면을 새로 고쳐 상태를 확인해 주세요.",
        _ => "지급 내용을 확인해 주세요.",
    };
}
