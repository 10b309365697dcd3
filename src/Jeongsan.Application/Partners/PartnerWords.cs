using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;

namespace Jeongsan.Application.Partners;

/// <summary>Why a partner can't be connected, disconnected or changed, and the mend.</summary>
public static class PartnerWords
{
    public static string Of(Refusal refusal) => refusal switch
    {
        PrivacyRefusal => PrivacyWords.Of(refusal),
        PartnerRefusal.NotABusiness => "사업자가 아닌 파트너는 세금계산서를 발행하지 않아 연동하지 않습니다.",
        PartnerRefusal.SimpleTaxation => "세금계산서를 발행할 수 없는 간이과세자입니다. 과세 유형이 바뀌었다면 파트너 정보를 고쳐 주세요.",
        PartnerRefusal.Erased => "개인정보를 파기한 파트너라 되살릴 수 없습니다. 다시 거래한다면 새 파트너로 등록해 주세요.",
        PartnerRefusal.Archived or PartnerRefusal.ArchivedCannotConnect => "보관된 파트너입니다. 보관을 해제한 뒤 다시 해 주세요.",
        PartnerRefusal.OngoingTaxInvoice => "진행 중인 세금계산서가 있습니다. 끝나거나 취소된 뒤 다시 해 주세요.",
        PartnerRefusal.ScheduleExists => "예약된 변경이 있습니다. 예약이 적용되거나 취소된 뒤 다시 해 주세요.",
        PartnerRefusal.ConnectionNotInState(NtsConnectionStatus.Connected, _) => "이미 연동된 파트너입니다. 더 하실 일은 없습니다.",
        PartnerRefusal.NotConnected => "연동되어 있지 않은 파트너입니다. 더 하실 일은 없습니다.",
        PartnerRefusal.PendingConnection or PartnerRefusal.ConnectionNotInState => "이미 연동 중이거나 연동이 끝났습니다. 화면을 새로 고쳐 주세요.",
        PartnerRefusal.ConnectedBusinessNumberUnchangeable => "연동된 파트너의 사업자등록번호는 바꿀 수 없습니다. 연동을 해제한 뒤 바꿔 주세요.",
        PartnerRefusal.ConnectedTypeUnchangeable => "연동된 파트너의 유형은 바꿀 수 없습니다. 연동을 해제한 뒤 바꿔 주세요.",
        StoredRefusal.NotFound => "그 사이에 지워진 파트너입니다. 목록을 새로 고쳐 주세요.",
        _ => "파트너 정보를 확인해 주세요.",
    };
}
