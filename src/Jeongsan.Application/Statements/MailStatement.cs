using Jeongsan.Application.BulkTasks;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Statements;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Statements;

/// <summary>Mails the link to one statement, and writes down whether the receiver's mail server took it. The statement itself stands behind the link.</summary>
internal sealed class MailStatement(MailOptions options, MailboxFailures failures, TimeProvider time) : MailHandler(options, failures, time)
{
    public const string MessageType = "Statement.Mail";
    public static readonly CarriedData.OfPartners Carried = SendMail.Carried;

    public sealed record Payload(StatementSendingId SendingId, OutgoingMail Mail);

    public override string Type => MessageType;

    public override CarriedData Carries => Carried;

    public override bool ForgetsPayload => true;

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        var payload = message.Read<Payload>();
        return await DeliverAsync(message, payload.Mail, attachment: null, ct) switch
        {
            Delivery.Finished sent => new Delivery.Finished(async work =>
            {
                await sent.Close(work);
                await NoteAsync(work, payload.SendingId, null, ct);
            }),
            // A sure no ends the sending; another one may follow.
            Delivery.Stuck stuck => new Delivery.Finished(async work =>
            {
                await stuck.Close(work);
                await NoteAsync(work, payload.SendingId, stuck.Problem, ct);
            }),
            var later => later,
        };
    }

    private static async Task NoteAsync(Work work, StatementSendingId id, string? problem, CancellationToken ct)
    {
        var sending = await work.Db.Set<StatementSending>().SingleAsync(row => row.Id == id, ct);
        var noted = problem is null ? sending.ConfirmSent(work.Now) : sending.Reject(problem);
        if (noted.IsRefused)
        {
            return;
        }
        work.Record("Payout", sending.PayoutId.Value, problem is null ? "SettlementStatementSent" : "SettlementStatementFailed", noted.Value.From, noted.Value.To, problem);
        if (sending is { BulkTaskId: { } task, BulkTaskIndex: { } index })
        {
            await work.ConcludeAsync(await work.Db.Set<BulkTaskItem>().SingleAsync(row => row.TaskId == task && row.Index == index, ct), problem, ct);
        }
    }
}
