using Jeongsan.Application.Holidays;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>발행(승인): the supplier's approval. The ASP signs with the supplier's certificate, from the outbox.</summary>
public sealed class ApproveTaxInvoice(Store store)
{
    /// <param name="certificate">As the ASP told just now; null when it has none.</param>
    public Task<Outcome<TaxInvoice>> HandleAsync(
        Tenant tenant, Actor actor, TaxInvoiceId id, BusinessRegistrationNumber given, CertificateFacts? certificate, CancellationToken ct, string? memo = null) =>
        store.CommandAsync<TaxInvoice>(tenant, actor, async work =>
        {
            var found = await work.FindInvoiceAsync(id, ct);
            if (found.IsRefused)
            {
                return found;
            }
            var waitsFor = await Amendments.WaitsForAsync(work, found.Value, ct);
            var approved = found.Value.Approve(given, certificate, actor, work.Today, work.Now, waitsFor);
            if (approved.IsRefused)
            {
                return approved.Refusal;
            }
            if (memo is not null)
            {
                found.Value.SetMemo(memo);
            }
            await work.ToldAsync(found.Value, approved.Value, ct);
            if (waitsFor is not null)
            {
                return found;
            }
            var sent = await CarryIssue.SendAsync(work, found.Value, ct);
            return sent.IsRefused ? sent.Refusal : found;
        }, ct);
}

/// <summary>Has the ASP sign and issue an approved invoice: the requested document, or what is written in the supplier's name.</summary>
internal sealed class CarryIssue(Store store, ITaxInvoiceAgency agency) : OutboxHandler
{
    public const string MessageType = "TaxInvoice.Issue";
    /// <summary>What is written in the supplier's name goes whole; what was requested has gone with the request.</summary>
    public static readonly CarriedData.OfPartners Carried = new(EntrustedWork.TaxInvoices, PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact, PersonalDataItem.SettlementLines);

    private static readonly AgencyState[] IssuedThere =
        [AgencyState.Issued, AgencyState.BeforeSending, AgencyState.WaitingSending, AgencyState.Sending, AgencyState.SendingCompleted, AgencyState.SendingFailed];

    public sealed record Payload(TaxInvoiceId TaxInvoiceId);

    public override string Type => MessageType;

    /// <summary>Once for each approval: an invoice's version never comes again.</summary>
    public static Task<Outcome<Done>> SendAsync(Work work, TaxInvoice invoice, CancellationToken ct) =>
        work.SendToAgencyAsync(invoice, Carried, MessageType, $"issue-{invoice.Id}-{invoice.Version}", new Payload(invoice.Id), AgencyQueue.Issue(invoice), ct);

    public override CarriedData Carries => Carried;

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        var id = message.Read<Payload>().TaxInvoiceId;
        await using var db = store.Read(message.Tenant);
        var invoice = await db.Set<TaxInvoice>().SingleAsync(row => row.Id == id, ct);
        if (message.Attempts > 1 && await FindAsync(message, invoice, ct) is { State: not (AgencyState.Requested or AgencyState.Drafted) } known)
        {
            return Known(invoice, known, ct);
        }
        var today = SeoulTime.DateOf(await store.NowAsync(message.Tenant, ct));
        var late = today > invoice.IssuanceDueDate;
        var issued = invoice.IsWrittenBySupplier
            ? await agency.IssueForwardAsync(message.Tenant, invoice, await AttachedFiles.ReadAsync(db, id, ct), late, ct)
            : await agency.IssueAsync(message.Tenant, invoice, late, ct);
        if (issued.IsRefused && AgencyWords.Wait(issued.Refusal) is { } wait)
        {
            return wait;
        }
        if (!issued.IsRefused && issued.Value is { ApprovalNumber: { } number, IssuedAt: var at })
        {
            return Confirm(id, number, at, ct);
        }
        // Refused, it may be because it was issued before: an answer that was lost, or the supplier on the ASP's own site.
        return await FindAsync(message, invoice, ct) is { } there && (!issued.IsRefused || IssuedThere.Contains(there.State))
            ? Known(invoice, there, ct)
            : issued.IsRefused ? Reject(id, AgencyWords.Of(issued.Refusal), ct) : AgencyWords.NotShownYet();
    }

    private Task<AgencyDocument?> FindAsync(OutboxMessage message, TaxInvoice invoice, CancellationToken ct) =>
        agency.FindAsync(message.Tenant, AgencyKey.Of(invoice), ct);

    private static Delivery Known(TaxInvoice invoice, AgencyDocument known, CancellationToken ct) => known switch
    {
        _ when !known.IsOf(invoice) => Reject(invoice.Id, "팝빌에 같은 문서번호의 다른 세금계산서가 있습니다. 팝빌에 문의해 주세요.", ct),
        { ApprovalNumber: { } number } when IssuedThere.Contains(known.State) => Confirm(invoice.Id, number, known.IssuedAt, ct),
        { State: AgencyState.Refused or AgencyState.RequestCancelled or AgencyState.IssuanceCancelled } =>
            new Delivery.Finished(async work =>
            {
                await work.ObserveAsync(invoice.Id, new(TaxInvoiceCommand.RejectIssue, "팝빌에서 이미 거부되거나 취소된 세금계산서입니다."), ct);
                await AgencyComparison.ApplyAsync(work, invoice.Id, known, ct);
            }),
        _ => AgencyWords.NotShownYet(),
    };

    private static Delivery.Finished Reject(TaxInvoiceId id, string words, CancellationToken ct) =>
        new(work => work.ObserveAsync(id, new(TaxInvoiceCommand.RejectIssue, words), ct));

    private static Delivery.Finished Confirm(TaxInvoiceId id, string number, DateTimeOffset? at, CancellationToken ct) => new(work =>
        work.ObserveAsync(id, new(TaxInvoiceCommand.ConfirmIssue, HappenedAt: at, NtsApprovalNumber: number), ct));
}

/// <summary>When an issued invoice goes to the NTS by itself.</summary>
internal static class Transmission
{
    public static DateOnly DateFor(TaxInvoice invoice, BusinessDays calendar) =>
        IssueDeadline.ToSend(SeoulTime.DateOf(invoice.IssuedAt ?? invoice.StatusUpdatedAt), calendar);
}
