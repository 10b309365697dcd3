using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Partners;

/// <summary>Tells the ASP what a connected partner looks like now: company data and the contact who gets its mails.</summary>
internal sealed class KeepInStep(Store store, ITaxInvoiceAgency agency) : OutboxHandler
{
    public const string MessageType = "Partner.KeepInStep";
    public static readonly CarriedData.OfPartners Carried = new(EntrustedWork.TaxInvoices, PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact);

    public sealed record Payload(PartnerId PartnerId);

    public override string Type => MessageType;

    public override CarriedData Carries => Carried;

    /// <summary>Decides the message when the edit changed anything that the ASP has.</summary>
    /// <param name="before">The profile before the edit.</param>
    public static async Task AfterAsync(Work work, Partner partner, PartnerProfile before, CancellationToken ct)
    {
        if (partner.NtsConnection == NtsConnectionStatus.Connected && (partner.Contact != before.Contact || !SameBusiness(partner.Type, before.Type)))
        {
            // The edit itself is ours and stands; what may not go to the ASP yet waits for its notice.
            await work.SendOrHoldAsync(Carried.About(partner.Id), MessageType, $"keep-{partner.Id}-{partner.Version}", $"Partner:{partner.Id}", new Payload(partner.Id), ct);
        }
    }

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        var id = message.Read<Payload>().PartnerId;
        await using var db = store.Read(message.Tenant);
        var partner = await db.Set<Partner>().SingleAsync(row => row.Id == id, ct);
        // Always the present data: an older message says the same as a newer one, and saying it twice changes nothing.
        if (partner is not { NtsConnection: NtsConnectionStatus.Connected, Type: PartnerType.Business business })
        {
            return new Delivery.Finished(work => Task.CompletedTask);
        }
        var updated = await agency.UpdateMemberAsync(message.Tenant, JoinPartner.Member(partner, business), ct);
        return updated.Refusal switch
        {
            null => new Delivery.Finished(work => NoteAsync(work, id)),
            AgencyRefusal.NotReached => AgencyWords.NotReached(),
            var refusal => new Delivery.Stuck($"팝빌이 회원 정보를 고쳐 주지 않았습니다: {AgencyWords.Of(refusal)} 파트너 정보를 사업자등록증과 비교해 고친 뒤 다시 보내 주세요."),
        };
    }

    private static Task NoteAsync(Work work, PartnerId id)
    {
        work.Record(CreatePartners.Subject, id.Value, "AgencyUpdated");
        return Task.CompletedTask;
    }

    private static bool SameBusiness(PartnerType now, PartnerType before) => (now, before) is (PartnerType.Business a, PartnerType.Business b)
        && (a.CompanyName, a.RepresentativeName, a.CompanyAddress, a.BusinessType, a.BusinessClass) == (b.CompanyName, b.RepresentativeName, b.CompanyAddress, b.BusinessType, b.BusinessClass);
}
