using Jeongsan.Application.Storage;
using Jeongsan.Domain.Privacy;

namespace Jeongsan.Application.Privacy;

/// <summary>
/// The register that a new platform starts with: who gets data because of what this software does. With emulators nothing
/// leaves the machine and the lines are active at once; with real services they wait for the platform's written contracts.
/// </summary>
internal static class RegisterDefaults
{
    public static readonly ProcessorId Agency = new("popbill");
    public static readonly ProcessorId Nts = new("nts");
    public static readonly ProcessorId Remittance = new("remittance");
    public static readonly ProcessorId Mail = new("mail");

    /// <param name="smtpHost">Null: mails stay in this server's mailbox.</param>
    public static void Add(Work work, bool isEmulated, string? smtpHost)
    {
        var revision = 0;
        foreach (var (id, parent, facts) in Lines(smtpHost))
        {
            var emulated = facts with { ContractDate = work.Today, ContractFile = "에뮬레이터라서 실제 계약은 없습니다", ContractPoints = Enum.GetValues<ContractPoint>() };
            var processor = ConsignmentProcessor.Plan(work.Tenant, id, parent, isEmulated ? emulated : facts).Value;
            if (isEmulated)
            {
                if (parent is not null)
                {
                    processor.Consent(new SubConsent(work.Actor.ToString(), work.Today));
                }
                revision = processor.Activate(revision, work.Now).IsRefused ? revision : processor.RegisterRevision;
            }
            work.Db.Add(processor);
            work.Record(KeepRegister.Subject, id.Value, isEmulated ? "ProcessorActivated" : "ProcessorAdded");
        }
    }

    private static IEnumerable<(ProcessorId Id, ProcessorId? Parent, ProcessorFacts Facts)> Lines(string? smtpHost)
    {
        yield return (Agency, null, Facts("주식회사 링크허브(팝빌)",
            [EntrustedWork.TaxInvoices, EntrustedWork.AccountHolderCheck],
            [PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact, PersonalDataItem.SettlementLines, PersonalDataItem.BankAccount, PersonalDataItem.Birthdate]));
        yield return (Nts, Agency, Facts("국세청",
            [EntrustedWork.TaxInvoices], [PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact, PersonalDataItem.SettlementLines]));
        yield return (Remittance, null, Facts("송금 대행 서비스와 은행", [EntrustedWork.Remittance], [PersonalDataItem.BankAccount]));
        yield return (Mail, null, Facts(smtpHost is null ? "메일 서버(이 서버의 메일함)" : $"메일 발송 서비스({smtpHost})",
            [EntrustedWork.Mail], [PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact, PersonalDataItem.SettlementLines]));
    }

    private static ProcessorFacts Facts(string name, IReadOnlyList<EntrustedWork> works, IReadOnlyList<PersonalDataItem> items) =>
        new(name, "KR", works, items, null, null, []);
}
