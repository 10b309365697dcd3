using Jeongsan.Application.Mails;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Partners;
using Jeongsan.Server.Console.States;

namespace Jeongsan.Server.Console.Counterparties;

/// <summary>A counterparty's states, next steps and refusals in words.</summary>
internal static class CounterpartyWords
{
    internal static StateLook Connection(Counterparty counterparty) => StateLook.Of(counterparty.NtsConnection, mayConnect: true);

    internal static string Of(CounterpartyBusinessStatus status) => status switch
    {
        CounterpartyBusinessStatus.Unknown => "확인하지 않음",
        CounterpartyBusinessStatus.InBusiness => "영업 중",
        CounterpartyBusinessStatus.Closed => "폐업",
        CounterpartyBusinessStatus.Suspended => "휴업",
        CounterpartyBusinessStatus.NotFound => "등록되지 않은 번호",
        CounterpartyBusinessStatus.CheckPending => "확인하는 중",
        CounterpartyBusinessStatus.CheckFailed => "확인하지 못함",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>What somebody of the platform has to do next.</summary>
    internal static string NextStep(Counterparty counterparty) => counterparty.NtsConnection switch
    {
        NtsConnectionStatus.NotConnected => IsComplete(counterparty) ? "국세청에 연동해 주세요." : "주소, 업태, 종목을 적은 뒤 국세청에 연동해 주세요.",
        NtsConnectionStatus.ConnectPending => "팝빌의 답을 기다려요.",
        NtsConnectionStatus.ConnectFailed => "사업자 정보를 고쳐 다시 연동해 주세요.",
        NtsConnectionStatus.DisconnectPending => "연동을 해제하고 있어요.",
        NtsConnectionStatus.Connected => "할 일이 없어요.",
        _ => throw new ArgumentOutOfRangeException(nameof(counterparty), counterparty.NtsConnection, null),
    };

    /// <summary>What the ASP answered about the certificate; null: it keeps none.</summary>
    internal static string Of(AgencyCertificateDetails? certificate, DateOnly today) => certificate switch
    {
        null => "팝빌에 등록된 공동인증서가 없어요. 거래처가 팝빌에 등록해야 세금계산서를 발행할 수 있어요.",
        { IsUsable: false } when SeoulTime.DateOf(certificate.ExpiresAt) < today => $"{KoreanWords.DateInTable(SeoulTime.DateOf(certificate.ExpiresAt))}에 유효기간이 끝났어요. 거래처가 갱신한 인증서를 등록해야 해요.",
        { IsUsable: false } => "등록된 공동인증서를 쓸 수 없어요(폐지되었거나 다른 사업자의 것). 거래처가 다시 등록해야 해요.",
        _ => $"{KoreanWords.DateInTable(SeoulTime.DateOf(certificate.ExpiresAt))}까지 쓸 수 있어요 ({SeoulTime.DateOf(certificate.ExpiresAt).DayNumber - today.DayNumber}일 남음). 발급: {certificate.IssuerName}",
    };

    /// <summary>What the ASP wants to know of a member.</summary>
    internal static bool IsComplete(Counterparty counterparty) =>
        !string.IsNullOrWhiteSpace(counterparty.Address) && !string.IsNullOrWhiteSpace(counterparty.BusinessType) && !string.IsNullOrWhiteSpace(counterparty.BusinessClass);

    internal static string Of(CounterpartyRefusal refusal) => refusal switch
    {
        CounterpartyRefusal.NumberInvalid => "사업자등록번호의 마지막 자리가 맞지 않습니다. 사업자등록증과 비교해 주세요.",
        CounterpartyRefusal.IsOwnCompany => "우리 회사의 사업자등록번호입니다. 거래처의 번호를 적어 주세요.",
        CounterpartyRefusal.FieldMissing missing => $"{Label(missing.Field)}을(를) 적어 주세요.",
        CounterpartyRefusal.FieldTooLong tooLong => $"{Label(tooLong.Field)}은(는) {tooLong.LengthMax}자까지 적을 수 있습니다.",
        CounterpartyRefusal.EmailMalformed => "이메일 주소를 확인해 주세요.",
        CounterpartyRefusal.NumberUnchangeable => "사업자등록번호는 바꿀 수 없습니다. 다른 번호는 새 거래처로 등록해 주세요.",
        CounterpartyRefusal.IdIsPartners => "파트너가 쓰는 아이디입니다. 다른 아이디를 적거나 비워 두세요.",
        CounterpartyRefusal.PartnerEditsIt or CounterpartyRefusal.PartnerDeletesIt or CounterpartyRefusal.PartnerConnectsIt => "파트너인 거래처입니다. 파트너 화면에서 해 주세요.",
        CounterpartyRefusal.OngoingTaxInvoice => "진행 중인 세금계산서가 있습니다. 끝난 뒤 다시 눌러 주세요.",
        CounterpartyRefusal.ConnectionNotInState { Command: NtsConnectionCommand.Disconnect } => "연동되어 있지 않습니다. 화면을 새로 고쳐 주세요.",
        CounterpartyRefusal.ConnectionNotInState => "이미 연동되었거나 연동하고 있습니다. 화면을 새로 고쳐 주세요.",
        CounterpartyRefusal.TooManyAdditionalContacts many => $"담당자는 {many.CountMax}명까지 더할 수 있습니다.",
        _ => "거래처 정보를 확인해 주세요.",
    };

    private static string Label(string field) => field switch
    {
        "name" => "상호",
        "representativeName" => "대표자",
        "address" => "주소",
        "businessType" => "업태",
        "businessClass" => "종목",
        "contact.name" => "담당자 이름",
        "contact.email" => "담당자 이메일",
        "contact.phoneNumber" => "담당자 전화번호",
        "memo" => "메모",
        _ => field,
    };
}
