using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>Writes the requested document at the ASP, then decides the supplier's mail.</summary>
internal sealed class CarryRequest(Store store, ITaxInvoiceAgency agency, SupplierMails mails) : OutboxHandler
{
    public const string MessageType = "TaxInvoice.Request";
    public static readonly CarriedData.OfPartners Carried = new(EntrustedWork.TaxInvoices, PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact, PersonalDataItem.SettlementLines);

    public sealed record Payload(TaxInvoiceId TaxInvoiceId);

    public override string Type => MessageType;

    public override CarriedData Carries => Carried;

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        var id = message.Read<Payload>().TaxInvoiceId;
        await using var db = store.Read(message.Tenant);
        var invoice = await db.Set<TaxInvoice>().SingleAsync(row => row.Id == id, ct);
        if (message.Attempts > 1 && await agency.FindAsync(message.Tenant, invoice, ct) is not null)
        {
            return new Delivery.Finished(work => ConfirmAsync(work, id, ct));
        }
        var carried = await agency.RequestAsync(message.Tenant, invoice, ct);
        return carried.Refusal switch
        {
            null => new Delivery.Finished(work => ConfirmAsync(work, id, ct)),
            AgencyRefusal.NotReached => AgencyWords.NotReached(),
            var refusal => new Delivery.Finished(work => work.ObserveAsync(id, new(TaxInvoiceCommand.RejectRequest, AgencyWords.Of(refusal)), ct)),
        };
    }

    private async Task ConfirmAsync(Work work, TaxInvoiceId id, CancellationToken ct)
    {
        if (await work.ObserveAsync(id, new(TaxInvoiceCommand.ConfirmRequest), ct))
        {
            await mails.RequestApprovalAsync(work, await work.Db.Set<TaxInvoice>().SingleAsync(row => row.Id == id, ct), again: false, toAddress: null, ct);
        }
    }
}

internal static class AgencyWords
{
    public static Delivery NotReached() => new Delivery.Later("팝빌에 연결하지 못했습니다. 잠시 뒤 자동으로 다시 시도합니다.");

    public static string Of(Domain.Foundation.Refusal refusal) => refusal switch
    {
        AgencyRefusal.Refused refused => refused.Words,
        AgencyRefusal.CertificateMissing missing => missing.Words,
        _ => refusal.Reason,
    };
}
