using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Statements;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Statements;

/// <summary>Why sendings failed, why they still wait (what their messages met last), or why they did not arrive although they were sent.</summary>
public sealed class StatementProblems
{
    private readonly Dictionary<string, string> _waiting;
    private readonly Dictionary<string, string> _returned;

    private StatementProblems(Dictionary<string, string> waiting, Dictionary<string, string> returned) => (_waiting, _returned) = (waiting, returned);

    public static async Task<StatementProblems> OfAsync(JeongsanContext db, IReadOnlyList<StatementSending> sendings, CancellationToken ct)
    {
        var keys = sendings.Where(row => row.Status == StatementSendingStatus.Waiting).Select(KeyOf).ToArray();
        var sent = sendings.Where(row => row.Status == StatementSendingStatus.Sent).Select(KeyOf).ToArray();
        var returned = await db.Set<MailDelivery>().Where(row => sent.Contains(row.Key) && row.Reason != null).ToDictionaryAsync(row => row.Key, Words, ct);
        return new StatementProblems(keys.Length == 0 ? [] : await db.Set<OutboxMessage>().Where(row => keys.Contains(row.Key) && row.LastProblem != null)
            .ToDictionaryAsync(row => row.Key, row => row.LastProblem!, ct), returned);
    }

    private static string Words(MailDelivery mail) => mail.Fate == MailFate.Delayed
        ? $"메일이 늦어지고 있습니다: {mail.Reason}"
        : $"메일이 전달되지 않고 돌아왔습니다: {mail.Reason} 주소를 확인하고 다시 보내 주세요.";

    /// <summary>Korean; null when there is none.</summary>
    public string? Of(StatementSending sending) => sending.FailReason ?? _waiting.GetValueOrDefault(KeyOf(sending)) ?? _returned.GetValueOrDefault(KeyOf(sending));

    /// <summary>Of the message, and by it of the mail: what makes a sending one mail.</summary>
    internal static string KeyOf(StatementSending sending) => $"mail-{sending.Id}";
}
