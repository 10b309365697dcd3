using Jeongsan.Application.Mails;
using Jeongsan.Application.Privacy.Accesses;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api.OpenApi;

namespace Jeongsan.Server.Console.Privacy;

/// <summary>How the access log reads to people.</summary>
internal static class AccessWords
{
    /// <summary>What was done: a page of the console by its name, an operation of the API by its summary.</summary>
    internal static string Operation(string operation) => operation switch
    {
        "/partners/{id}" => "파트너 화면 보기",
        "/payouts/{id}" => "지급 화면에서 받는 계좌 보기",
        "/tax-invoices/{id}" => "세금계산서 화면 보기",
        "/tax-invoices/{id}/amend" => "수정세금계산서 쓰는 화면 보기",
        "/tax-invoices/new" => "세금계산서 쓰는 화면 보기",
        "/withholding" => "원천징수 화면 보기",
        "/privacy" => "알리지 않은 파트너의 메일 주소 보기",
        "/privacy/requests/{id}" => "정보주체 요구 화면 보기",
        "/privacy/incidents/{id}" => "유출 통지가 닿지 않은 주소 보기",
        "/privacy/erasures/{id}" => "분리 보관한 정보 보기",
        "/console/subject-requests/{id}/export" => "열람 자료 내려받기",
        "/statements" => "정산내역서 화면에서 받는 주소 보기",
        "/mailbox" => "메일함 보기",
        "/console/bank-files/{id}" => "이체 파일 내려받기",
        "/console/audit-pack" => "감사 자료 내려받기",
        "/console/statement-preview.pdf" => "정산내역서 PDF 받기",
        "/console/withholding" => "원천징수 파일 내려받기",
        "/console/mailbox/{id}/attachment" => "메일의 첨부 파일 받기",
        "/console/tax-invoices/{id}.pdf" => "세금계산서 PDF 받기",
        _ => OperationWords.Of(operation) is { } words ? $"API: {words.Korean}" : operation,
    };

    /// <param name="names">Of people and of API secrets, by id.</param>
    internal static string Who(ActorKind kind, string id, IReadOnlyDictionary<string, string> names) => kind switch
    {
        ActorKind.Person => names.GetValueOrDefault(id, id),
        ActorKind.ApiSecret => $"API 키 {names.GetValueOrDefault(id, id)}",
        _ => id,
    };

    /// <param name="partners">Names by id.</param>
    internal static string Whose(AccessRecord record, IReadOnlyDictionary<string, string> partners)
    {
        const int namedMax = 3;
        if (record.SubjectCount is not { } count)
            return "전부";
        var named = record.SubjectList.Take(namedMax).Select(subject => subject.Kind switch
        {
            DataSubjectKind.Partner => partners.GetValueOrDefault(subject.Id, subject.Id),
            DataSubjectKind.Counterparty => KoreanWords.BusinessNumber(subject.Id),
            DataSubjectKind.AccountHolder => $"끝자리 {subject.Id} 계좌의 예금주",
            _ => subject.Id,
        });
        return string.Join(", ", named) + (count > namedMax ? $" 외 {KoreanWords.Digits(count - namedMax)}" : "");
    }
}
