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
        if (invoice.Document == TaxInvoiceDocument.Modification)
        {
            // The ASP takes no amendment by reverse issuance (-11001054): the request stays ours until the supplier approves.
            return new Delivery.Finished(work => ConfirmAsync(work, id, ct));
        }
        if (message.Attempts > 1 && await agency.FindAsync(message.Tenant, AgencyKey.Of(invoice), ct) is { State: not AgencyState.Drafted } known)
        {
            return Found(invoice, known, ct);
        }
        var carried = await agency.RequestAsync(message.Tenant, invoice, await AttachedFiles.ReadAsync(db, id, ct), ct);
        if (carried.Refusal is AgencyRefusal.KeyUsed)
        {
            // An attempt of ours whose answer was lost, and which a look-up did not show yet; or somebody else's document.
            return await agency.FindAsync(message.Tenant, AgencyKey.Of(invoice), ct) is { } there ? Found(invoice, there, ct) : AgencyWords.NotShownYet();
        }
        return carried.Refusal switch
        {
            null => new Delivery.Finished(work => ConfirmAsync(work, id, ct)),
            { } refusal => (Delivery?)AgencyWords.Wait(refusal) ?? Reject(id, AgencyWords.Of(refusal), ct),
        };
    }

    private Delivery Found(TaxInvoice invoice, AgencyDocument known, CancellationToken ct) => known.IsOf(invoice)
        ? new Delivery.Finished(work => ConfirmAsync(work, invoice.Id, ct))
        : Reject(invoice.Id, "팝빌에 같은 문서번호의 다른 세금계산서가 있습니다. 문서번호를 바꿔 새로 작성해 주세요.", ct);

    private static Delivery.Finished Reject(TaxInvoiceId id, string words, CancellationToken ct) =>
        new(work => work.ObserveAsync(id, new(TaxInvoiceCommand.RejectRequest, words), ct));

    private async Task ConfirmAsync(Work work, TaxInvoiceId id, CancellationToken ct)
    {
        if (await work.ObserveAsync(id, new(TaxInvoiceCommand.ConfirmRequest), ct))
        {
            await mails.RequestApprovalAsync(work, await work.Db.Set<TaxInvoice>().SingleAsync(row => row.Id == id, ct), again: false, toAddress: null, ct);
        }
    }
}
