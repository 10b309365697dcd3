using Jeongsan.Application.Adapters.Bank;
using Jeongsan.Application.Mails;

namespace Jeongsan.Server.Console.Failures;

/// <summary>Who fails.</summary>
public enum FailingSide
{
    Popbill,
    Nts,
    Bank,
    Mail,
}

/// <summary>One failure that can be ordered.</summary>
/// <param name="Kind">As the failing side names it.</param>
/// <param name="DelayMs">For what comes late.</param>
/// <param name="Happens">What goes wrong, for people.</param>
/// <param name="Heals">What this system does about it, and what a person can do.</param>
/// <param name="Links">Where it can be watched: address and label.</param>
public sealed record OrderedFailure(FailingSide Side, string Kind, string Title, string Happens, string Heals, IReadOnlyList<(string Address, string Label)> Links, int? DelayMs = null)
{
    public string Id => $"{Side}-{Kind}";
}

/// <summary>All that can be ordered. The emulators know each by its kind.</summary>
internal static class FailureCast
{
    private static readonly (string, string) Messages = ("/messages?state=waiting", "보내는 중인 것 보기");
    private static readonly (string, string) Invoices = ("/tax-invoices?state=waiting", "승인 대기 세금계산서 보기");
    private static readonly (string, string) Payouts = ("/payouts", "지급 내역 보기");

    internal static IReadOnlyList<OrderedFailure> All { get; } =
    [
        new(FailingSide.Popbill, "ServerError", "팝빌이 멈춤",
            "팝빌이 아무것도 하지 않고 오류로 답해요. 발행 요청, 연동, 전송이 모두 기다려요.",
            "간격을 늘려 가며 다시 시도해요. 여덟 번 이어서 실패하면 팝빌로 보내기를 멈추고 하나씩만 보내 보다가, 돌아오면 기한이 가까운 것부터 이어서 보내요.",
            [Messages, Invoices]),
        new(FailingSide.Popbill, "DropMidAnswer", "팝빌이 일하고 답을 잃음",
            "팝빌은 처리했는데 답이 오다가 끊겨요. 되었는지 안 되었는지 우리는 몰라요.",
            "실패로 적지 않아요. 다시 보내기 전에 같은 문서번호로 팝빌에 먼저 물어보고, 이미 있으면 그대로 이어 가요. 두 번 발행되지 않아요.",
            [Messages, Invoices]),
        new(FailingSide.Popbill, "Late", "팝빌이 느림",
            "팝빌이 5초씩 늦게 답해요. 틀리지는 않아요.",
            "차례대로 기다려요. 메일, 송금, 웹훅은 다른 줄이라 늦어지지 않아요.",
            [Messages], DelayMs: 5_000),
        new(FailingSide.Popbill, "Maintenance", "팝빌 점검",
            "팝빌이 점검 중이라고 답하고 아무것도 하지 않아요.",
            "점검이 끝날 때까지 다시 시도해요. 발행 기한이 가까우면 마감이 먼저 보여요.",
            [Messages, Invoices]),
        new(FailingSide.Popbill, "OutOfPoints", "팝빌 포인트 부족",
            "포인트가 드는 일(발행)이 모두 거절돼요.",
            "사람이 충전해야 하므로 긴 간격으로 다시 시도해요. 끄면(충전하면) 기다리던 발행이 이어져요.",
            [Messages, ("/settings/company", "우리 회사의 포인트 보기")]),
        new(FailingSide.Nts, "NtsRefusal", "국세청이 거절",
            "다음 세금계산서를 국세청이 받지 않아요(ERR099). 발행은 되었지만 전송에 실패해요.",
            "전송 실패로 보이고 이유가 남아요. 이유를 고친 뒤 ‘국세청에 바로 전송’을 다시 누르면 돼요.",
            [("/tax-invoices?state=trouble", "실패한 세금계산서 보기")]),
        new(FailingSide.Nts, "StateLate", "국세청의 답이 늦음",
            "다음 세금계산서의 전송 결과가 1분 늦게 와요. 그동안 ‘국세청 전송 중’이에요.",
            "하실 일은 없어요. 팝빌이 알려 주거나 날마다 하는 대조에서 결과를 알게 돼요.",
            [("/tax-invoices?state=issued", "전송 중인 세금계산서 보기")], DelayMs: 60_000),
        new(FailingSide.Popbill, "EventLate", "팝빌의 알림이 늦음",
            "다음 웹훅이 1분 늦게 와요.",
            "알림은 빨리 알려 줄 뿐이에요. 오지 않아도 대조에서 같은 상태가 돼요.",
            [Invoices], DelayMs: 60_000),
        new(FailingSide.Bank, nameof(BankFailure.Down), "은행이 멈춤",
            "은행이 잔액도 이체도 답하지 않아요. 이체를 시작하려 하면 시작하지 않고, 이체 중이던 것은 기다려요.",
            "같은 이체 번호로 다시 물어봐요. 은행이 돌아오면 남은 지급이 차례로 이어져요.",
            [("/bulk-payouts", "일괄 지급 보기"), Messages]),
        new(FailingSide.Bank, nameof(BankFailure.AnswerLost), "은행이 이체하고 답을 잃음",
            "돈은 나갔는데 답이 오지 않아요.",
            "실패로 적지 않고 다시 이체하지도 않아요. 같은 이체 번호로 결과를 물어 확인한 뒤에 끝내요. 돈은 한 번만 나가요.",
            [Payouts, Messages]),
        new(FailingSide.Bank, nameof(BankFailure.TransferRefused), "받는 은행이 거절",
            "다음 이체를 받는 은행이 거절해요. 돈은 돌아와요.",
            "지급 실패로 보이고 이유가 남아요. 계좌를 확인한 뒤 ‘실패한 지급 다시 준비’를 누르면 그 정산 내역만 다시 지급해요.",
            [("/payouts?state=Failed", "실패한 지급 보기"), ("/partners", "파트너 보기")]),
        new(FailingSide.Mail, nameof(MailboxFailure.Unavailable), "메일 서버가 지금은 받지 않음",
            "테스트 메일이 나가지 못하고 기다려요.",
            "간격을 늘려 가며 다시 보내요. 같은 메일은 한 번만 가요.",
            [Messages, ("/mailbox", "메일함 보기")]),
        new(FailingSide.Mail, nameof(MailboxFailure.AddressRefused), "메일 주소가 거절됨",
            "다음 메일의 주소를 메일 서버가 영영 거절해요.",
            "‘메일이 가지 않음’에 그 파트너가 보이고, 보내지 못한 것에 이유가 남아요. 주소를 고친 뒤 다시 보내 주세요.",
            [("/messages", "보내지 못한 것 보기"), ("/partners?state=mail", "메일이 가지 않는 파트너 보기")]),
    ];

    internal static string NameOf(FailingSide side) => side switch
    {
        FailingSide.Popbill => "팝빌",
        FailingSide.Nts => "국세청",
        FailingSide.Bank => "은행",
        FailingSide.Mail => "메일",
        _ => throw new System.Diagnostics.UnreachableException($"{side}"),
    };
}
