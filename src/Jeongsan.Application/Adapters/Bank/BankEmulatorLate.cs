using Jeongsan.Application.Payouts;
using Microsoft.Data.Sqlite;

namespace Jeongsan.Application.Adapters.Bank;

/// <param name="TransferId">Whose result is known.</param>
/// <param name="Calls">How often it was told before without being taken.</param>
public sealed record BankCall(string TransferId, int Calls);

/// <summary>Transfers that are taken at once and end some seconds later, and who is to be told of it.</summary>
public sealed partial class BankEmulator
{
    /// <summary>From the order to the result.</summary>
    public static readonly TimeSpan LateBy = TimeSpan.FromSeconds(3);

    /// <summary>Nobody took the call-back so often: whoever ordered asks.</summary>
    private const int CallsMax = 8;

    /// <summary>Whose call-back is due now, the oldest first. Calling ends nothing: <see cref="NoteCallAsync"/> does.</summary>
    public async Task<IReadOnlyList<BankCall>> CallsDueAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            var connection = await OpenAsync(ct);
            await EndLateAsync(connection, ct);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT id, calls FROM late WHERE call_at <= $now ORDER BY call_at, id LIMIT 100";
            command.Parameters.AddWithValue("$now", Now());
            await using var reader = await command.ExecuteReaderAsync(ct);
            var calls = new List<BankCall>();
            while (await reader.ReadAsync(ct))
            {
                calls.Add(new BankCall(reader.GetString(0), reader.GetInt32(1)));
            }
            return calls;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>What was not taken is told again after 1, 2, 4 … seconds.</summary>
    public async Task NoteCallAsync(BankCall call, bool isTaken, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(call);
        var isOver = isTaken || call.Calls + 1 >= CallsMax;
        await _gate.WaitAsync(ct);
        try
        {
            await using var command = (await OpenAsync(ct)).CreateCommand();
            command.CommandText = "UPDATE late SET calls = calls + 1, call_at = $next WHERE id = $id";
            command.Parameters.AddWithValue("$id", call.TransferId);
            command.Parameters.AddWithValue("$next", isOver ? DBNull.Value : Now() + (1000L << call.Calls));
            await command.ExecuteNonQueryAsync(ct);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Within the transaction that takes the order.</summary>
    private async Task TakeLateAsync(SqliteConnection connection, RemittanceOrder order, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO late (id, ends_at, fail_reason, call_at, calls) VALUES ($id, $ends, $reason, $ends, 0)";
        command.Parameters.AddWithValue("$id", order.TransferId);
        command.Parameters.AddWithValue("$ends", Now() + (LateBy.Ticks / TimeSpan.TicksPerMillisecond));
        command.Parameters.AddWithValue("$reason", (object?)LateRules[order.AccountNumber[^4..]] ?? DBNull.Value);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Before whatever looks at transfers: what should have ended by now has ended.</summary>
    private async Task EndLateAsync(SqliteConnection connection, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """
            UPDATE transfers SET
                state = CASE WHEN late.fail_reason IS NULL THEN 'Succeeded' ELSE 'Failed' END,
                fail_reason = late.fail_reason
            FROM late WHERE late.id = transfers.id AND late.ends_at <= $now AND transfers.state = 'Processing'
            """;
        command.Parameters.AddWithValue("$now", Now());
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Unix milliseconds.</summary>
    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
