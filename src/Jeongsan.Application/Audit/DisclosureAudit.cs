using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Privacy.Notices;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Audit;

/// <summary>Messages with partners' data against the register: none left without its line, and no line is older than the notice to its partner.</summary>
internal static class DisclosureAudit
{
    public static async Task RunAsync(JeongsanContext db, IEnumerable<OutboxHandler> handlers, AuditFindings findings, CancellationToken ct)
    {
        string[] carrying = [.. handlers.Where(handler => handler.Carries is CarriedData.OfPartners).Select(handler => handler.Type)];
        var lines = db.Set<DisclosureLine>();
        var unwritten = db.Set<OutboxMessage>().Where(message =>
            message.Attempts > 0 && (message.Cargo != null || carrying.Contains(message.Type)) && !lines.Any(line => line.MessageKey == message.Key));
        await foreach (var message in unwritten.Select(message => new { message.Key, message.Type }).AsAsyncEnumerable().WithCancellation(ct))
        {
            findings.Add(AuditCheck.Disclosure, message.Type, message.Key, "수탁자 명부의 줄", "1줄", null);
        }
        await UntoldAsync(db, findings, ct);
        await StoppedAsync(db, findings, ct);
    }

    /// <summary>Nothing was decided of a partner while the processing of its data was stopped, but what it was owed and what the law made us tell it.</summary>
    private static async Task StoppedAsync(JeongsanContext db, AuditFindings findings, CancellationToken ct)
    {
        var stops = db.Set<ProcessingStop>();
        var lines = db.Set<DisclosureLine>().Where(line => line.SubjectKind == DataSubjectKind.Partner && line.Work != EntrustedWork.Remittance
            && line.MessageType != SendPartnerNotice.MessageType && line.MessageType != SendLegalNotice.MessageType
            && stops.Any(stop => (string)(object)stop.PartnerId == line.SubjectId && line.At > stop.StoppedAt && (stop.LiftedAt == null || line.At < stop.LiftedAt)));
        await foreach (var line in lines.Select(line => new { line.MessageKey, line.MessageType, line.SubjectId, line.At }).AsAsyncEnumerable().WithCancellation(ct))
        {
            findings.Add(AuditCheck.Disclosure, line.MessageType, line.MessageKey, $"파트너 {line.SubjectId}의 처리정지", "정지한 동안 보내지 않음", $"{line.At:O}에 보냄");
        }
    }

    /// <summary>
    /// What told the partner in the first place needs no notice before it, nor does what the law makes us tell it; nor what a supplier asks about its own certificate at our page, which tells it there.
    /// </summary>
    private static async Task UntoldAsync(JeongsanContext db, AuditFindings findings, CancellationToken ct)
    {
        var told = await db.Set<PartnerNotice>().Where(notice => notice.DeliveredAt != null).GroupBy(notice => notice.PartnerId)
            .Select(group => new { group.Key, First = group.Min(notice => notice.DeliveredAt) }).ToDictionaryAsync(row => row.Key.Value, row => row.First!.Value, ct);
        var lines = db.Set<DisclosureLine>().Where(line => line.SubjectKind == DataSubjectKind.Partner
            && line.MessageType != SendPartnerNotice.MessageType && line.MessageType != SendLegalNotice.MessageType && line.MessageType != DiscloseLookup.CertificateType);
        await foreach (var line in lines.Select(line => new { line.MessageKey, line.MessageType, line.SubjectId, line.At }).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!told.TryGetValue(line.SubjectId, out var first) || first > line.At)
            {
                findings.Add(AuditCheck.Disclosure, line.MessageType, line.MessageKey, $"파트너 {line.SubjectId}에게 알린 때", $"{line.At:O} 이전", told.TryGetValue(line.SubjectId, out var at) ? at : null);
            }
        }
    }
}
