using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;

namespace Jeongsan.Application.Privacy;

/// <summary>Deciding messages that carry partners' data.</summary>
internal static class DisclosureWork
{
    /// <summary>Decides a message together with its line, or neither.</summary>
    /// <remarks>Refused: NotInRegister, NoticeNotPublished, PartnerNotTold, ProcessingStopped.</remarks>
    public static async Task<Outcome<Done>> SendDisclosedAsync<TPayload>(
        this Work work, Cargo cargo, string type, string key, string aggregate, TPayload payload, CancellationToken ct, TimeSpan? delay = null, OutboxPlace? place = null)
    {
        var admitted = await work.Privacy.AdmitAsync(cargo, key, work.Now, ct);
        if (admitted.IsRefused)
        {
            return admitted.Refusal;
        }
        work.Db.Add(DisclosureLine.Of(work.Tenant, admitted.Value, type));
        work.Decide(type, key, aggregate, payload, delay, cargo, heldBecause: null, place);
        return new Done();
    }

    /// <summary>
    /// The same where there is nobody to refuse to: what follows from something that already happened. What may not leave
    /// is kept beside the messages that failed, with the mend; sending it again asks at the gate again.
    /// </summary>
    public static async Task SendOrHoldAsync<TPayload>(this Work work, Cargo cargo, string type, string key, string aggregate, TPayload payload, CancellationToken ct, TimeSpan? delay = null)
    {
        var sent = await work.SendDisclosedAsync(cargo, type, key, aggregate, payload, ct, delay);
        if (sent.IsRefused)
        {
            work.Decide(type, key, aggregate, payload, delay: null, cargo, PrivacyWords.Of(sent.Refusal));
        }
    }

    /// <summary>Whether all of them were told, before anything is begun with any of them.</summary>
    public static async Task<PrivacyRefusal?> NotToldAsync(this Work work, CarriedData.OfPartners carried, IReadOnlyCollection<PartnerId> partners, CancellationToken ct)
    {
        await work.Privacy.PreloadAsync(partners, ct);
        var untold = new List<PartnerId>();
        var revision = 0;
        foreach (var partner in partners.Distinct())
        {
            switch ((await work.Privacy.AdmitAsync(carried.About(partner), "", work.Now, ct)).Refusal)
            {
                case null:
                    break;
                case PrivacyRefusal.PartnerNotTold one:
                    untold.Add(partner);
                    revision = one.RegisterRevision;
                    break;
                case PrivacyRefusal other:
                    return other;
            }
        }
        return untold.Count == 0 ? null : new PrivacyRefusal.PartnersNotTold(untold, revision);
    }
}

/// <summary>Why data was kept from leaving, and the mend.</summary>
public static class PrivacyWords
{
    public static string Of(Refusal refusal) => refusal switch
    {
        PrivacyRefusal.NotInRegister(var work, { Count: > 0 } items) =>
            $"{Of(work)}을 맡긴 곳에 {string.Join(", ", items.Select(Of))}을(를) 보낸다는 내용이 수탁자 명부에 없습니다. 콘솔의 개인정보 화면에서 명부를 고쳐 주세요.",
        PrivacyRefusal.NotInRegister(var work, _) => $"{Of(work)}을 맡긴 곳이 수탁자 명부에 없습니다. 콘솔의 개인정보 화면에서 수탁자를 등록하고 시작해 주세요.",
        PrivacyRefusal.NoticeNotPublished => "파트너에게 알릴 고지문을 아직 게시하지 않았습니다. 콘솔의 개인정보 화면에서 고지문을 확인하고 게시해 주세요.",
        PrivacyRefusal.PartnerNotTold(_, _, null) => "이 파트너에게 정보가 누구에게 가는지 아직 알리지 않았습니다. 콘솔의 개인정보 화면에서 메일로 알리거나, 약관에 담아 알렸다고 기록해 주세요.",
        PrivacyRefusal.PartnerNotTold => "이 파트너에게 알린 뒤 정보를 받는 곳이 늘었습니다. 콘솔의 개인정보 화면에서 새 고지문으로 다시 알려 주세요.",
        PrivacyRefusal.PartnersNotTold(var partners, _) => $"파트너 {partners.Count}곳에 정보가 누구에게 가는지 아직 알리지 않았습니다. 콘솔의 개인정보 화면에서 알린 뒤 다시 해 주세요.",
        PrivacyRefusal.ProcessingStopped => "파트너의 요구로 개인정보 처리를 정지한 상태라 보내지 않았습니다. 정지를 풀어도 되는지 파트너에게 확인한 뒤 파트너 화면에서 풀고 다시 해 주세요.",
        PrivacyRefusal.ContractIncomplete(_, var missing) => $"위탁 계약에 빠진 항목이 {missing.Count}개 있습니다: {string.Join(", ", missing.Select(Of))}. 계약서를 보완한 뒤 표시해 주세요.",
        PrivacyRefusal.ContractDateMissing => "위탁 계약을 맺은 날짜를 적어 주세요.",
        PrivacyRefusal.SubConsentMissing => "재위탁에 동의했다는 기록이 없습니다. 먼저 동의를 기록해 주세요.",
        PrivacyRefusal.NotInState(ProcessorStatus.Ended, _) => "이미 끝난 수탁자입니다. 다시 맡기려면 새로 등록해 주세요.",
        PrivacyRefusal.NotInState => "이미 시작된 수탁자입니다. 화면을 새로 고쳐 주세요.",
        PrivacyRefusal.FieldMissing(var field) => $"{FieldOf(field)}을(를) 적어 주세요.",
        PrivacyRefusal.ProcessorNotNamed(var name) => $"고지문에 '{name}'이(가) 없습니다. 정보를 받는 곳을 모두 적어 주세요.",
        PrivacyRefusal.WordingTooLong(_, var max) => $"고지문은 {max:#,0}자까지 적을 수 있습니다.",
        PrivacyRefusal.DocumentInFuture(_, var today) => $"아직 시행되지 않은 약관입니다. 오늘({today:yyyy-MM-dd})이나 그 전의 날짜를 적어 주세요.",
        PrivacyRefusal.ParentUnknown => "재위탁한 곳을 명부에서 찾을 수 없습니다. 목록에서 다시 골라 주세요.",
        PrivacyRefusal.OfficerUnusable(0, _) => "개인정보 보호책임자의 이름이나 부서와 연락처를 적어 주세요.",
        PrivacyRefusal.OfficerUnusable(_, var max) => $"개인정보 보호책임자는 {max}자까지 적을 수 있습니다.",
        PrivacyRefusal.PolicyInPast(_, var today) => $"시행일은 오늘({today:yyyy-MM-dd})이나 그 뒤의 날짜로 적어 주세요.",
        PrivacyRefusal.PolicyUnchanged(var number) => $"게시한 제{number}판과 내용이 같습니다. 바뀐 것이 있을 때 다시 게시해 주세요.",
        PrivacyRefusal.EvidenceUnusable(var problem) => Of(problem),
        PrivacyRefusal.NoticeNotInState => "이미 보냈거나 전달된 알림입니다. 화면을 새로 고쳐 주세요.",
        _ => "개인정보를 보낼 수 있는 상태가 아닙니다. 콘솔의 개인정보 화면을 확인해 주세요.",
    };

    public static string Of(EntrustedWork work) => work switch
    {
        EntrustedWork.TaxInvoices => "전자세금계산서 발행과 국세청 전송",
        EntrustedWork.AccountHolderCheck => "예금주 확인",
        EntrustedWork.Remittance => "정산금 송금",
        EntrustedWork.Mail => "메일 발송",
        EntrustedWork.Hosting => "서버 운영",
        _ => throw new ArgumentOutOfRangeException(nameof(work), work, null),
    };

    public static string Of(PersonalDataItem item) => item switch
    {
        PersonalDataItem.BusinessIdentity => "사업자 정보(상호, 사업자등록번호, 대표자, 주소, 업태, 종목)",
        PersonalDataItem.Contact => "담당자 정보(이름, 이메일, 전화번호)",
        PersonalDataItem.BankAccount => "계좌 정보(은행, 계좌번호, 예금주)",
        PersonalDataItem.Birthdate => "생년월일",
        PersonalDataItem.ResidentNumber => "주민등록번호",
        PersonalDataItem.SettlementLines => "정산 내역(품목, 금액)",
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, null),
    };

    public static string Of(ContractPoint point) => point switch
    {
        ContractPoint.NoUseBeyondPurpose => "목적 외 처리 금지",
        ContractPoint.Safeguards => "기술적·관리적 보호조치",
        ContractPoint.PurposeAndScope => "위탁 업무의 목적과 범위",
        ContractPoint.SubEntrustingLimits => "재위탁 제한",
        ContractPoint.AccessLimits => "접근 제한 등 안전성 확보",
        ContractPoint.Supervision => "관리 현황 점검과 감독",
        ContractPoint.Liability => "손해배상 책임",
        _ => throw new ArgumentOutOfRangeException(nameof(point), point, null),
    };

    public static string Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Contract => "위탁 계약서",
        EvidenceKind.Supervision => "관리·감독 점검",
        EvidenceKind.Training => "개인정보 교육",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string Of(EvidenceProblem problem) => problem switch
    {
        EvidenceProblem.InFuture => "아직 오지 않은 날짜입니다. 점검이나 교육을 마친 날, 계약을 맺은 날을 적어 주세요.",
        EvidenceProblem.WordsMissing => "무엇을 확인했고 결과가 어땠는지 적어 주세요.",
        EvidenceProblem.WordsTooLong => $"내용은 {ProcessorEvidence.WordsLengthMax:#,0}자까지 적을 수 있습니다. 나머지는 파일로 붙여 주세요.",
        EvidenceProblem.FileEmpty => "빈 파일입니다. 다른 파일을 골라 주세요.",
        EvidenceProblem.FileTooLarge => $"파일은 {ProcessorEvidence.FileBytesMax / 1_048_576}MB까지 붙일 수 있습니다. 나누거나 줄여서 붙여 주세요.",
        EvidenceProblem.FileNameUnusable => $"파일 이름은 {ProcessorEvidence.FileNameLengthMax}자까지이고 / 와 \\ 를 쓸 수 없습니다. 이름을 바꾸어 붙여 주세요.",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, null),
    };

    private static string FieldOf(string field) => field switch
    {
        "name" => "수탁자 이름",
        "country" => "나라",
        "works" => "맡기는 업무",
        "items" => "보내는 항목",
        "wording" => "고지문",
        "document" => "약관이나 계약서의 이름",
        _ => field,
    };
}
