using Jeongsan.Application.Holidays;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>국세청 바로 전송: transmits now instead of on the next business day at 15:00.</summary>
public sealed class SendToNts(Store store)
{
    public Task<Outcome<TaxInvoice>> HandleAsync(Tenant tenant, Actor actor, TaxInvoiceId id, CancellationToken ct) =>
        store.CommandAsync<TaxInvoice>(tenant, actor, async work =>
        {
            var found = await work.FindInvoiceAsync(id, ct);
            if (found.IsRefused)
            {
                return found;
            }
            var sent = found.Value.SendToNts(work.Now);
            if (sent.IsRefused)
            {
                return sent.Refusal;
            }
            await work.ToldAsync(found.Value, sent.Value, ct);
            var decided = await work.SendToAgencyAsync(found.Value, CarryToNts.Carried, CarryToNts.MessageType, $"nts-{id}-{found.Value.Version}", new CarryToNts.Payload(id), AgencyQueue.SendToNts(found.Value, await work.Db.BusinessDaysAsync(ct)), ct);
            return decided.IsRefused ? decided.Refusal : found;
        }, ct);
}

/// <summary>Asks the ASP to transmit at once, then follows what the NTS says.</summary>
internal sealed class CarryToNts(Store store, ITaxInvoiceAgency agency) : OutboxHandler
{
    public const string MessageType = "TaxInvoice.SendToNts";
    public static readonly CarriedData.OfPartners Carried = new(EntrustedWork.TaxInvoices, PersonalDataItem.BusinessIdentity);

    public sealed record Payload(TaxInvoiceId TaxInvoiceId);

    public override string Type => MessageType;

    public override CarriedData Carries => Carried;

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        var id = message.Read<Payload>().TaxInvoiceId;
        await using var db = store.Read(message.Tenant);
        var invoice = await db.Set<TaxInvoice>().SingleAsync(row => row.Id == id, ct);
        var known = message.Attempts > 1 ? await agency.FindAsync(message.Tenant, AgencyKey.Of(invoice), ct) : null;
        if (known is null or { State: AgencyState.Issued })
        {
            var sent = await agency.SendToNtsAsync(message.Tenant, invoice, ct);
            if (sent.IsRefused && AgencyWords.Wait(sent.Refusal) is { } wait)
            {
                return wait;
            }
            known = await agency.FindAsync(message.Tenant, AgencyKey.Of(invoice), ct);
            if (sent.IsRefused && known is null or { State: AgencyState.Issued or AgencyState.IssuanceCancelled })
            {
                return new Delivery.Finished(work => work.ObserveAsync(id, new(TaxInvoiceCommand.RejectSendToNts, AgencyWords.Of(sent.Refusal)), ct));
            }
        }
        return new Delivery.Finished(work => known is null ? Task.CompletedTask : AgencyComparison.ApplyAsync(work, id, known, ct));
    }
}
