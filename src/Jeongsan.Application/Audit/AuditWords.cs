using System.Diagnostics;

namespace Jeongsan.Application.Audit;

/// <summary>What is held against what, for people.</summary>
public static class AuditWords
{
    public static string Of(AuditCheck check) => check switch
    {
        AuditCheck.Transfer => "정산건의 금액",
        AuditCheck.Settlement => "정산건 ↔ 정산 내역",
        AuditCheck.Payout => "정산 내역 ↔ 지급",
        AuditCheck.BulkPayout => "지급 ↔ 일괄 지급",
        AuditCheck.BankLine => "지급 ↔ 은행 이체",
        AuditCheck.BankFile => "지급 ↔ 이체 파일",
        AuditCheck.TaxInvoice => "지급 ↔ 세금계산서",
        AuditCheck.SignedDocument => "세금계산서 ↔ 보관한 전자문서",
        AuditCheck.Ledger => "원장",
        AuditCheck.Proof => "대조 증명",
        AuditCheck.Disclosure => "나간 개인정보 ↔ 명부와 고지",
        AuditCheck.Access => "개인정보 접속기록",
        _ => throw new UnreachableException(check.ToString()),
    };

    public static string Of(AuditDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return $"{Of(difference.Check)} · {difference.Subject} {difference.Id} · {difference.What}: {difference.Expected} 이어야 하는데 {difference.Found}";
    }
}
