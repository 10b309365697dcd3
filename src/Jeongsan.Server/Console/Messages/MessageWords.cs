using System.Collections.Frozen;

namespace Jeongsan.Server.Console.Messages;

/// <summary>What an outbox message does, for people.</summary>
internal static class MessageWords
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["BulkTask.Advance"] = "일괄 작업 이어 하기",
        ["Certificate.Look"] = "파트너 인증서 확인",
        ["Certificate.LookAtOwn"] = "우리 회사 인증서 확인",
        ["Counterparty.Join"] = "거래처 국세청 연동",
        ["Erasure.EmptyCopies"] = "파기한 파트너의 사본 비우기",
        ["Lookup.AccountHolder"] = "예금주 조회",
        ["Lookup.Certificate"] = "인증서 조회",
        ["Lookup.Company"] = "사업자 조회",
        ["Mail.Send"] = "메일 보내기",
        ["Mail.SendStaff"] = "우리 회사에 메일 보내기",
        ["OwnCompany.KeepInStep"] = "팝빌의 우리 회사 정보 고치기",
        ["Partner.KeepInStep"] = "팝빌의 파트너 정보 고치기",
        ["PartnerNotice.Mail"] = "개인정보 안내 메일 보내기",
        ["LegalNotice.Mail"] = "개인정보 보호법에 따른 통지 메일 보내기",
        ["OwnCompany.Join"] = "우리 회사 팝빌 연동",
        ["Partner.Join"] = "파트너 국세청 연동",
        ["Payee.CheckAccount"] = "지급 전 예금주 확인",
        ["Payee.CheckBusiness"] = "지급 전 사업자 상태 확인",
        ["Payout.BankFile"] = "이체 파일로 은행에 전달",
        ["Payout.Remit"] = "파트너에게 송금",
        ["Statement.Mail"] = "정산내역서 메일 보내기",
        ["TaxInvoice.Compare"] = "팝빌과 상태 맞추기",
        ["TaxInvoice.Archive"] = "전자문서 확인·보관",
        ["TaxInvoice.Issue"] = "세금계산서 발행",
        ["TaxInvoice.Request"] = "세금계산서 발행 요청",
        ["TaxInvoice.SendToNts"] = "국세청 바로 전송",
        ["TaxInvoice.Undo"] = "세금계산서 취소·거부",
        ["Webhook.Deliver"] = "웹훅 보내기",
    }.ToFrozenDictionary();

    internal static string Of(string type) => Words.GetValueOrDefault(type, type);
}
