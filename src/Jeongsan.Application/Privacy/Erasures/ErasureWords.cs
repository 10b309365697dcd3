using Jeongsan.Domain.Privacy.Erasures;

namespace Jeongsan.Application.Privacy.Erasures;

/// <summary>Erasing in Korean, and the kinds that a certificate counts.</summary>
public static class ErasureWords
{
    internal const string Partner = "partner";
    internal const string Versions = "versions";
    internal const string Checks = "payeeChecks";
    internal const string Addresses = "mailAddresses";
    internal const string Links = "supplierLinks";
    internal const string Messages = "failedMessages";
    internal const string Mails = "mailboxMails";
    internal const string Deliveries = "mailDeliveries";
    internal const string Notices = "legalNotices";
    internal const string Corrections = "corrections";
    internal const string Transfers = "transfers";
    internal const string Settlements = "settlements";
    internal const string Payouts = "payouts";
    internal const string AccountTransfers = "accountTransfers";
    internal const string Invoices = "invoices";

    /// <summary>Files that went to a bank with this partner's account in them: they stay.</summary>
    internal const string BankFiles = "bankFiles";

    public static string Of(string kind) => kind switch
    {
        Partner => "파트너 정보(이름, 연락처, 계좌, 사업자 정보, 생년월일, 메모, 태그, 추가 정보)",
        Versions => "파트너 정보의 변경 이력 내용",
        Checks => "예금주·휴폐업 확인 결과",
        Addresses => "알림과 정산내역서를 보낸 메일 주소",
        Links => "파트너에게 보낸 링크",
        Messages => "보내지 못하고 남아 있던 메시지",
        Mails => "메일함에 남아 있던 메일",
        Deliveries => "메일이 닿았는지 적어 둔 기록",
        Notices => "법에 따른 통지와 상환 요청의 받는 주소",
        Corrections => "정정 요구에 적힌 바뀐 값",
        Transfers => "정산건에 담긴 파트너 정보",
        Settlements => "정산 내역에 담긴 파트너 정보",
        Payouts => "지급에 담긴 파트너 정보와 계좌",
        AccountTransfers => "이체 내역에 담긴 받는 계좌",
        Invoices => "(세금)계산서에 적어 둔 담당자 연락처와, 발행하지 않은 것에 적힌 파트너 정보",
        BankFiles => "은행에 낸 이체 파일",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(ErasureBlock block) => block switch
    {
        { Obstacle: ErasureObstacle.NotArchived } => "아직 거래 중인 파트너입니다. 거래가 끝났다면 먼저 보관해 주세요.",
        { Obstacle: ErasureObstacle.AlreadyErased } => "이미 파기한 파트너입니다.",
        { Obstacle: ErasureObstacle.StillConnected } => "국세청 연동이 남아 있습니다. 보관을 풀고 연동을 해제한 뒤 다시 보관해 주세요.",
        { Obstacle: ErasureObstacle.NotPaidOut } => "아직 정산하거나 지급하지 않은 금액이 있습니다. 지급을 마치거나 정산에서 제외해 주세요.",
        { Obstacle: ErasureObstacle.InvoiceUnderWay } => "끝나지 않은 세금계산서가 있습니다. 발행을 마치거나 취소해 주세요.",
        { Obstacle: ErasureObstacle.MessagesWaiting } => "이 파트너의 정보를 담은 메시지가 나가는 중입니다. 잠시 뒤 다시 해 주세요.",
        { Obstacle: ErasureObstacle.WithholdingNotReported, Until: var until } => $"원천징수 지급명세서를 낼 때까지 필요합니다. {until:yyyy-MM-dd}이 지난 뒤 파기할 수 있습니다.",
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, null),
    };

    public static string Of(ErasureStatus status) => status switch
    {
        ErasureStatus.Erasing => "파기 중",
        ErasureStatus.Locked => "분리 보관",
        ErasureStatus.Erased => "파기 완료",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Of(ErasureRefusal refusal) => refusal switch
    {
        ErasureRefusal.Blocked(_, var blocks) => "지금은 파기할 수 없습니다. " + string.Join(" ", blocks.Select(Of)),
        ErasureRefusal.ReasonUnusable(0, _) => "파기하는 까닭을 적어 주세요.",
        ErasureRefusal.ReasonUnusable(_, var max) => $"까닭은 {max}자까지 적을 수 있습니다.",
        ErasureRefusal.StillToBeKept(_, var until) => $"{until:yyyy-MM-dd}까지 보관해야 합니다.",
        ErasureRefusal.NothingLocked => "분리 보관한 것이 없습니다.",
        _ => "지금 할 수 없는 일입니다. 화면을 새로 고쳐 주세요.",
    };
}
