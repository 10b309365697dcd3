using Jeongsan.Application.Merchants;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payees;

/// <summary>휴폐업조회 of a partner's business.</summary>
internal sealed class CheckBusiness(Store store, ITaxInvoiceAgency agency) : OutboxHandler
{
    public const string MessageType = "Payee.CheckBusiness";
    public static readonly CarriedData.OfPartners Carried = new(EntrustedWork.TaxInvoices, PersonalDataItem.BusinessIdentity);

    public sealed record Payload(PartnerId PartnerId);

    public override string Type => MessageType;

    public override CarriedData Carries => Carried;

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        var id = message.Read<Payload>().PartnerId;
        await using var db = store.Read(message.Tenant);
        var asker = (await db.Set<OwnCompany>().SingleAsync(ct)).BusinessNumber;
        if ((await db.Set<Partner>().SingleAsync(row => row.Id == id, ct)).BusinessRegistrationNumber is not { HasValidCheckDigit: true } number)
        {
            // No business any more, since it was decided.
            return new Delivery.Finished(work => ConcludeAsync(work, id, (check, _) => check.GiveUp(ofAccount: false), ct));
        }
        var state = await agency.CompanyStateAsync(message.Tenant, asker, number, ct);
        if (state.IsRefused)
        {
            return AgencyWords.Wait(state.Refusal)
                ?? (Delivery)new Delivery.Finished(work => ConcludeAsync(work, id, (check, _) => check.GiveUp(ofAccount: false), ct, AgencyWords.Of(state.Refusal)));
        }
        return new Delivery.Finished(work => ConcludeAsync(work, id, (check, partner) =>
        {
            check.ConcludeBusiness(number, StatusOf(state.Value?.Activity), work.Now);
            if (partner.BusinessRegistrationNumber == number)
            {
                partner.NoteBusiness(check.Business);
            }
        }, ct));
    }

    private static BusinessStatus StatusOf(BusinessActivity? activity) => activity switch
    {
        null => BusinessStatus.NotFound,
        BusinessActivity.Closed => BusinessStatus.Closed,
        BusinessActivity.Suspended => BusinessStatus.Suspended,
        BusinessActivity.InBusiness => BusinessStatus.InBusiness,
        _ => throw new System.Diagnostics.UnreachableException(activity.ToString()),
    };

    private static async Task ConcludeAsync(Work work, PartnerId id, Action<PayeeCheck, Partner> conclude, CancellationToken ct, string? why = null)
    {
        var check = await work.Db.Set<PayeeCheck>().SingleAsync(row => row.PartnerId == id, ct);
        conclude(check, await work.Db.Set<Partner>().SingleAsync(row => row.Id == id, ct));
        work.Record("Partner", id.Value, why is null ? $"PayeeBusiness{check.Business}" : "PayeeBusinessNotChecked", why: why);
    }
}
