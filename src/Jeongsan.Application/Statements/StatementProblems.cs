using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Statements;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Statements;

/// <summary>Why sendings failed, or why they still wait: the latter is what their messages met last.</summary>
public sealed class StatementProblems
{
    private readonly Dictionary<string, string> _waiting;

    private StatementProblems(Dictionary<string, string> waiting) => _waiting = waiting;

    public static async Task<StatementProblems> OfAsync(JeongsanContext db, IReadOnlyList<StatementSending> sendings, CancellationToken ct)
    {
        var keys = sendings.Where(row => row.Status == StatementSendingStatus.Waiting).Select(KeyOf).ToArray();
        return new StatementProblems(keys.Length == 0 ? [] : await db.Set<OutboxMessage>().Where(row => keys.Contains(row.Key) && row.LastProblem != null)
            .ToDictionaryAsync(row => row.Key, row => row.LastProblem!, ct));
    }

    /// <summary>Korean; null when there is none.</summary>
    public string? Of(StatementSending sending) => sending.FailReason ?? _waiting.GetValueOrDefault(KeyOf(sending));

    /// <summary>Of the message, and by it of the mail: what makes a sending one mail.</summary>
    internal static string KeyOf(StatementSending sending) => $"mail-{sending.Id}";
}
