using System.Text;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Etax;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>Fetches the signed document of an issued invoice, verifies it and keeps it.</summary>
internal sealed class ArchiveDocument(Store store, ITaxInvoiceAgency agency) : OutboxHandler
{
    public const string MessageType = "TaxInvoice.Archive";

    public sealed record Payload(TaxInvoiceId TaxInvoiceId);

    public static string KeyOf(TaxInvoiceId id) => $"archive-{id}";

    public override string Type => MessageType;

    public override CarriedData Carries => new CarriedData.Nothing("asks by our document number, in the name of our own company");

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        var id = message.Read<Payload>().TaxInvoiceId;
        await using var db = store.Read(message.Tenant);
        var invoice = await db.Set<TaxInvoice>().SingleAsync(row => row.Id == id, ct);
        var xml = await agency.XmlAsync(message.Tenant, AgencyKey.Of(invoice), ct);
        return new Delivery.Finished(work => KeepAsync(work, id, xml, ct));
    }

    private static async Task KeepAsync(Work work, TaxInvoiceId id, string xml, CancellationToken ct)
    {
        if (await work.Db.Set<SignedDocument>().AnyAsync(row => row.Id == id, ct))
        {
            return;
        }
        var invoice = await work.Db.Set<TaxInvoice>().SingleAsync(row => row.Id == id, ct);
        var problem = Problem(invoice, xml);
        work.Db.Add(new SignedDocument
        {
            MerchantId = work.Tenant.Merchant,
            Mode = work.Tenant.Mode,
            Id = id,
            ApprovalNumber = invoice.NtsApprovalNumber ?? "",
            Xml = xml,
            Problem = problem,
            ArchivedAt = work.Now,
        });
        work.Record(TaxInvoiceWork.Subject, id.Value, problem is null ? "DocumentArchived" : "DocumentDoubtful", why: problem);
    }

    /// <summary>The signature holds, and the document says what we asked for.</summary>
    private static string? Problem(TaxInvoice invoice, string xml)
    {
        var verified = EtaxVerifier.Verify(Encoding.UTF8.GetBytes(xml));
        return !verified.IsValid ? $"전자서명 검증에 실패했습니다: {verified.Reason}"
            : !xml.Contains($"<IssueID>{invoice.NtsApprovalNumber}</IssueID>", StringComparison.Ordinal) ? "승인번호가 팝빌이 알려 준 것과 다릅니다."
            : !xml.Contains($"<GrandTotalAmount>{invoice.TotalAmount.Value}</GrandTotalAmount>", StringComparison.Ordinal) ? "합계금액이 요청한 것과 다릅니다."
            : null;
    }
}
