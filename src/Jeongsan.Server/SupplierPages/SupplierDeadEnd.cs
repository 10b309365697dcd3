using Jeongsan.Application.Mails;
using Jeongsan.Application.SupplierDesk;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Server.SupplierPages;

/// <summary>Where a link leads when it leads no further: what happened, and the next step.</summary>
internal sealed record SupplierDeadEnd(int HttpStatus, string Title, string What, string NextStep, SupplierPlatform? Platform)
{
    /// <summary>A button that opens what there still is to see; null when there is nothing.</summary>
    public (string Label, string Address)? Onward { get; init; }

    internal static SupplierDeadEnd For(Refusal refusal) => refusal switch
    {
        SupplierDeskRefusal.LinkUnknown => new(StatusCodes.Status404NotFound, "링크를 찾을 수 없습니다",
            "주소가 메일에서 잘렸거나 한 글자가 다를 수 있습니다.",
            "메일의 버튼을 다시 눌러 주세요. 그래도 열리지 않으면 메일 아래쪽의 주소를 통째로 복사해 주소창에 붙여 넣어 주세요.", null),
        SupplierDeskRefusal.LinkReplaced(var platform, var at) => new(StatusCodes.Status410Gone, "더 새로운 메일이 있습니다",
            $"{KoreanWords.InstantInTable(at)}에 같은 세금계산서의 승인 요청 메일을 다시 보내 드려서, 이 링크는 닫혔습니다.",
            "받은 메일함에서 가장 최근의 승인 요청 메일을 열어 주세요.", platform),
        SupplierDeskRefusal.LinkExpired(var platform, var on) => new(StatusCodes.Status410Gone, "링크의 기한이 지났습니다",
            $"이 링크는 {KoreanWords.DateInText(on)}까지 열 수 있었습니다.",
            $"{platform.Name}에 승인 요청 메일을 다시 보내 달라고 해 주세요.", platform),
        SupplierDeskRefusal.AgencyNotEntrusted(var platform) => new(StatusCodes.Status503ServiceUnavailable, "지금은 처리할 수 없습니다",
            $"{KoreanWords.WithParticle(platform.Name, "이", "가")} 전자세금계산서 서비스(팝빌) 이용을 멈췄거나, 귀사의 요구로 개인정보 처리를 정지한 상태라서, 귀사의 정보를 보내지 않았습니다. 요청은 그대로 남아 있습니다.",
            $"{platform.Name}에 알려 주세요. 다시 이용하게 되면 이 링크로 이어서 하실 수 있습니다.", platform),
        SupplierDeskRefusal.AgencyUnavailable => new(StatusCodes.Status503ServiceUnavailable, "전자세금계산서 서비스가 응답하지 않습니다",
            "팝빌의 응답이 없어 지금은 화면을 보여 드릴 수 없습니다. 요청은 그대로 남아 있습니다.",
            "몇 분 뒤에 이 화면을 새로 고쳐 주세요.", null),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };

    /// <summary>Null while there is something to approve.</summary>
    internal static SupplierDeadEnd? For(SupplierLinkView link, string token) => link.State switch
    {
        SupplierInvoiceState.Waiting => null,
        SupplierInvoiceState.Issuing or SupplierInvoiceState.Issued => new(StatusCodes.Status200OK, "이미 승인하셨습니다",
            $"{link.Subject} 세금계산서는 승인이 끝났습니다. 더 하실 일은 없습니다.",
            "발행된 세금계산서는 사업자등록번호를 확인한 뒤 다시 보실 수 있습니다.", link.Platform)
        { Onward = ("세금계산서 보기", $"/s/{token}?view=1") },
        SupplierInvoiceState.Refused => new(StatusCodes.Status200OK, "이미 거부하셨습니다",
            $"{link.Subject} 세금계산서의 승인을 거부하셨고, 사유를 {link.Platform.Name}에 전달했습니다.",
            "내용을 고친 세금계산서가 만들어지면 새 메일을 보내 드립니다.", link.Platform),
        SupplierInvoiceState.Cancelled => new(StatusCodes.Status410Gone, "요청이 취소되었습니다",
            $"{KoreanWords.WithParticle(link.Platform.Name, "이", "가")} {link.Subject} 세금계산서의 승인 요청을 취소했습니다. 하실 일은 없습니다.",
            "새 세금계산서가 필요하면 승인 요청 메일을 따로 보내 드립니다.", link.Platform),
        var other => throw new ArgumentOutOfRangeException(nameof(link), other, null),
    };

    /// <summary>The number belongs to another company than the invoice's supplier, three times over.</summary>
    internal static SupplierDeadEnd WrongCompany(SupplierDeskRefusal.TooManyAttempts refusal) => new(
        StatusCodes.Status429TooManyRequests, "사업자등록번호를 확인하지 못했습니다",
        $"입력하신 번호가 이 세금계산서를 받을 사업자와 여러 번 달라서 잠시 멈췄습니다. {KoreanWords.Wait(refusal.Wait)} 뒤에 다시 시도할 수 있습니다.",
        $"메일이 다른 회사로 잘못 갔거나 사업자등록번호가 바뀌었다면 {refusal.Platform.Name}에 알려 주세요.", refusal.Platform);

    /// <summary>The same of a settlement statement's link.</summary>
    internal static SupplierDeadEnd ForStatement(Refusal refusal) => refusal switch
    {
        SupplierDeskRefusal.LinkReplaced(var platform, var at) => new(StatusCodes.Status410Gone, "더 새로운 메일이 있습니다",
            $"{KoreanWords.InstantInTable(at)}에 같은 정산내역서의 메일을 다시 보내 드려서, 이 링크는 닫혔습니다.",
            "받은 메일함에서 가장 최근의 정산내역서 메일을 열어 주세요.", platform),
        SupplierDeskRefusal.LinkExpired(var platform, var on) => new(StatusCodes.Status410Gone, "링크의 기한이 지났습니다",
            $"이 링크는 {KoreanWords.DateInText(on)}까지 열 수 있었습니다.",
            $"{platform.Name}에 정산내역서 메일을 다시 보내 달라고 해 주세요.", platform),
        SupplierDeskRefusal.TooManyAttempts tooMany => new(StatusCodes.Status429TooManyRequests, "본인 확인을 하지 못했습니다",
            $"입력하신 내용이 등록된 것과 여러 번 달라서 잠시 멈췄습니다. {KoreanWords.Wait(tooMany.Wait)} 뒤에 다시 시도할 수 있습니다.",
            $"메일이 잘못 갔거나 등록된 정보가 바뀌었다면 {tooMany.Platform.Name}에 알려 주세요.", tooMany.Platform),
        _ => For(refusal),
    };
}
