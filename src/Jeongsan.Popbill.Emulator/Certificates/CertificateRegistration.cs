using Jeongsan.Etax;
using Jeongsan.Popbill.Emulator.Members;
using Jeongsan.Popbill.Emulator.Storage;

namespace Jeongsan.Popbill.Emulator.Certificates;

/// <summary>Decides whether a certificate may be stored for a company. The first thing that is wrong is said in Korean.</summary>
internal sealed class CertificateRegistration(CertificateStore store, EmulatorClock clock)
{
    /// <summary>Null when it is stored.</summary>
    public string? Register(EmulatorSession db, string corpNum, CertificateFiles files)
    {
        if (files.Pfx is null && files.SignCert is null && files.SignKey is null) return "인증서 파일을 선택해 주세요. PFX 파일 하나, 또는 signCert.der와 signPri.key 두 개가 필요해요.";
        if (files.Pfx is null && (files.SignCert is null || files.SignKey is null)) return "signCert.der와 signPri.key를 모두 선택해 주세요.";
        if (files.Password.Length == 0) return "인증서 비밀번호를 입력해 주세요.";
        var opening = files.Open();
        if (!opening.IsOpened) return opening.Message;
        using var key = opening.Certificate;
        var now = clock.Now(db);
        if (key.NotAfter < now) return $"유효기간이 {EmulatorClock.SeoulDay(key.NotAfter):yyyy-MM-dd}에 끝난 인증서예요. 갱신한 인증서를 등록해 주세요.";
        if (key.NotBefore > now) return "아직 유효기간이 시작되지 않은 인증서예요.";
        if (!key.MayIssueTaxInvoices) return "전자세금계산서를 발행할 수 없는 종류의 인증서예요. 사업자용 범용 또는 전자세금용 공동인증서를 등록해 주세요.";
        if (key.BelongsTo(corpNum) is CertificateOwnership.No) return $"이 인증서는 사업자번호 {corpNum[..3]}-{corpNum[3..5]}-{corpNum[5..]}의 인증서가 아니에요.";
        if (key.BelongsTo(corpNum) is CertificateOwnership.Unknown) return "인증서의 사업자번호를 확인할 수 없어요. 식별정보(R값)가 들어 있는 인증서로 다시 내보내 주세요.";

        var contact = Contact.Of(db, corpNum).Find(c => c.MgrYN);
        var certificate = key.Certificate;
        store.Save(db, corpNum, files, new CertificateFacts(
            EmulatorClock.Stamp(now), EmulatorClock.Stamp(key.NotAfter), certificate.Issuer, certificate.Subject,
            certificate.GetNameInfo(System.Security.Cryptography.X509Certificates.X509NameType.SimpleName, forIssuer: true), key.PolicyOid, contact?.PersonName, contact?.Id));
        return null;
    }
}
