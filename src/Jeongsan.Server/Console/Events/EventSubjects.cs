using System.Collections.Frozen;
using Jeongsan.Application.Storage;

namespace Jeongsan.Server.Console.Events;

/// <summary>What the log speaks of: its name, its group and the page that shows it.</summary>
/// <param name="Address">From an id; null where no page shows one of it.</param>
internal sealed record EventSubject(string Label, string Group, Func<string, string>? Address = null);

internal static class EventSubjects
{
    internal const string Money = "money", Invoices = "invoices", Partners = "partners", Orders = "orders", Privacy = "privacy", Settings = "settings", People = "people";

    private static readonly FrozenDictionary<string, EventSubject> Known = new Dictionary<string, EventSubject>
    {
        ["Partner"] = new("파트너", Partners, id => $"/partners/{id}"),
        ["Counterparty"] = new("거래처", Partners, id => $"/counterparties/{id}"),
        ["Transfer"] = new("정산건", Orders, id => $"/transfers/{id}"),
        ["PartnerSettlement"] = new("정산 내역", Orders, id => $"/settlements/{id}"),
        ["Import"] = new("가져오기", Orders, _ => "/imports"),
        ["Sheet"] = new("내려받은 파일", Orders),
        ["Payout"] = new("지급", Money, id => $"/payouts/{id}"),
        ["BulkPayout"] = new("일괄 지급", Money, id => $"/bulk-payouts/{id}"),
        ["BankFile"] = new("이체 파일", Money),
        ["AccountTransfer"] = new("입출금", Money),
        ["StatementSending"] = new("정산내역서", Money, _ => "/statements"),
        ["StatementTemplate"] = new("정산내역서 양식", Settings, _ => "/statement-templates"),
        ["AuditProof"] = new("장부 대조", Money, _ => "/books"),
        ["TaxInvoice"] = new("세금계산서", Invoices, id => $"/tax-invoices/{id}"),
        ["BulkTaxInvoice"] = new("일괄 세금계산서", Invoices, id => $"/tax-invoices/bulk/{id}"),
        ["UploadedFile"] = new("올린 파일", Invoices),
        ["OwnCompany"] = new("우리 회사", Settings, _ => "/settings/company"),
        ["BulkTask"] = new("일괄 작업", Settings, id => $"/bulk-tasks/{id}"),
        ["Message"] = new("메시지", Settings, _ => "/messages"),
        ["WebhookEndpoint"] = new("웹훅 주소", Settings, _ => "/settings/webhooks"),
        ["PlatformSettings"] = new("플랫폼 설정", Settings),
        ["Contract"] = new("계약", Settings, id => $"/contracts/{id}"),
        ["AdditionalFeePolicy"] = new("추가 수수료", Settings, id => $"/additional-fees/{id}"),
        ["DiscountSharePolicy"] = new("할인 분담", Settings, id => $"/discount-shares/{id}"),
        ["SettlementFormulas"] = new("계산식", Settings, _ => "/formulas"),
        ["PropertyDefinition"] = new("사용자 정의 속성", Settings),
        ["Holiday"] = new("휴일", Settings, _ => "/settings/holidays"),
        ["TestClock"] = new("테스트 시계", Settings),
        ["Emulator"] = new("고장 극장", Settings, _ => "/failure-theatre"),
        ["Person"] = new("사람", People, _ => "/settings/people"),
        ["ApiSecret"] = new("API 키", People, _ => "/settings/api-keys"),
        ["Processor"] = new("처리를 맡긴 곳", Privacy, id => $"/privacy/processors?id={Uri.EscapeDataString(id)}"),
        ["PrivacyNotice"] = new("고지문", Privacy, _ => "/privacy"),
        ["PrivacyPolicy"] = new("처리방침", Privacy, _ => "/privacy/policy"),
        ["AccessReview"] = new("접속기록 점검", Privacy, _ => "/privacy/access"),
        ["SubjectRequest"] = new("정보주체 요구", Privacy, id => $"/privacy/requests/{id}"),
        ["ProcessingStop"] = new("처리정지", Privacy),
        ["LegalNotice"] = new("법에 따른 통지", Privacy),
        ["Incident"] = new("유출 사고", Privacy, id => $"/privacy/incidents/{id}"),
        ["Erasure"] = new("파기", Privacy, id => $"/privacy/erasures/{id}"),
    }.ToFrozenDictionary();

    /// <summary>What has no words yet is shown by its own name, not left out.</summary>
    internal static EventSubject Of(string subject) => Known.GetValueOrDefault(subject, new EventSubject(subject, Settings));

    internal static string[] In(string group) => [.. Known.Where(pair => pair.Value.Group == group).Select(pair => pair.Key)];

    internal static string? AddressOf(HistoryRow row) => Of(row.Subject).Address?.Invoke(row.SubjectId);
}
