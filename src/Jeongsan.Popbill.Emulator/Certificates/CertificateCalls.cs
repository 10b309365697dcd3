using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.Certificates;

/// <summary>Questions about the stored certificate.</summary>
internal sealed class CertificateCalls(CertificateStore store)
{
    public static Answer Expiry(ApiCall call) =>
        CertificateStore.Facts(call.Db, call.CorpNum) is { } facts ? Answer.Of(new { certificateExpiration = facts.ExpireDT }) : Errors.NoCertificate;

    public Answer Check(ApiCall call)
    {
        var (_, error) = store.KeyOf(call.Db, call.CorpNum, call.Now);
        return error is null ? Answer.Done("사용 가능한 공동인증서입니다.") : error;
    }

    public static Answer Info(ApiCall call) => CertificateStore.Facts(call.Db, call.CorpNum) is { } f
        ? Answer.Of(new Dictionary<string, string?>
        {
            ["regDT"] = f.RegDT,
            ["expireDT"] = f.ExpireDT,
            ["issuerDN"] = f.IssuerDN,
            ["subjectDN"] = f.SubjectDN,
            ["issuerName"] = f.IssuerName,
            ["oid"] = f.Oid,
            ["OID"] = f.Oid,
            ["regContactName"] = f.RegContactName,
            ["regContactID"] = f.RegContactID,
        })
        : Errors.NoCertificate;
}
