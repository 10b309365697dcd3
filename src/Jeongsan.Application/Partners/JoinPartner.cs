using Jeongsan.Application.BulkTasks;
using Jeongsan.Application.Certificates;
using Jeongsan.Application.Counterparties;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Partners;

/// <summary>Asks the ASP whether the partner is a member already, and joins it when it is not.</summary>
internal sealed class JoinPartner(Store store, ITaxInvoiceAgency agency, CertificateLinks links) : OutboxHandler
{
    public const string MessageType = "Partner.Join";
    public static readonly CarriedData.OfPartners Carried = new(EntrustedWork.TaxInvoices, PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact);
    private const string NotStated = "-";

    public sealed record Payload(PartnerId PartnerId);

    public override string Type => MessageType;

    public override CarriedData Carries => Carried;

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        var id = message.Read<Payload>().PartnerId;
        await using var db = store.Read(message.Tenant);
        var partner = await db.Set<Partner>().SingleAsync(row => row.Id == id, ct);
        if (partner.Type is not PartnerType.Business business)
        {
            return new Delivery.Finished(work => ConcludeAsync(work, id, NtsConnectionCommand.RejectConnection, "사업자 파트너가 아닙니다.", ct));
        }
        if (!business.BusinessRegistrationNumber.HasValidCheckDigit)
        {
            return new Delivery.Finished(work => ConcludeAsync(work, id, NtsConnectionCommand.RejectConnection,
                "사업자등록번호의 마지막 자리가 맞지 않습니다. 사업자등록증과 비교해 주세요.", ct));
        }
        var joined = await agency.JoinOnceAsync(message.Tenant, Member(partner, business), ct);
        return joined.Refusal switch
        {
            // After an unknown outcome a member is what we made of it.
            null => new Delivery.Finished(work => WelcomeAsync(work, id, isLinked: joined.Value && message.Attempts == 1, ct)),
            AgencyRefusal.Refused refused => new Delivery.Finished(work => ConcludeAsync(work, id, NtsConnectionCommand.RejectConnection, refused.Words, ct)),
            { } refusal => AgencyWords.Wait(refusal) ?? AgencyWords.NotReached(),
        };
    }

    internal static AgencyMember Member(Partner partner, PartnerType.Business business) => new(
        business.BusinessRegistrationNumber,
        business.CompanyName,
        business.RepresentativeName,
        business.CompanyAddress ?? NotStated,
        business.BusinessType ?? NotStated,
        business.BusinessClass ?? NotStated,
        partner.Contact.Name,
        partner.Contact.Email,
        partner.Contact.PhoneNumber ?? NotStated);

    /// <summary>The partner hears from the platform what the ASP's mail was about, and may register its certificate before the first approval.</summary>
    private async Task WelcomeAsync(Work work, PartnerId id, bool isLinked, CancellationToken ct)
    {
        if (await ConcludeAsync(work, id, NtsConnectionCommand.ConfirmConnected, null, ct, isLinked ? "이미 팝빌 회원이어서 가입 없이 연결했습니다." : null) is { } partner)
        {
            await links.ConnectedAsync(work, partner, isLinked, ct);
        }
    }

    private static async Task<Partner?> ConcludeAsync(Work work, PartnerId id, NtsConnectionCommand answer, string? reason, CancellationToken ct, string? note = null)
    {
        var partner = await work.Db.Set<Partner>().SingleAsync(row => row.Id == id, ct);
        var concluded = partner.ConcludeConnection(answer, reason);
        // Refused only when somebody ended the connection meanwhile: then there is nothing to conclude.
        if (!concluded.IsRefused)
        {
            await PartnerTasks.ConcludeAsync(work, id, answer == NtsConnectionCommand.ConfirmConnected ? null : reason, ct);
            work.Record(CreatePartners.Subject, id.Value, $"Nts{concluded.Value.To}", concluded.Value.From, concluded.Value.To, reason ?? note);
            await work.TellConnectionAsync(partner, reason, ct);
        }
        return concluded.IsRefused ? null : partner;
    }
}
