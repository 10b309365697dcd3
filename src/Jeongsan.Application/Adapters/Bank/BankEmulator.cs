using System.Globalization;
using Jeongsan.Application.Adapters.Failures;
using Jeongsan.Application.Payouts;
using Microsoft.Data.Sqlite;

namespace Jeongsan.Application.Adapters.Bank;

/// <summary>
/// A bank for trying out. It keeps its own books in its own file, moves money at most once per transfer id, and fails as
/// banks do: what happens is chosen by the last four digits of the recipient's account number (see <see cref="Rules"/>).
/// </summary>
public sealed partial class BankEmulator(string dataFolder, TimeProvider time) : IDisposable
{
    public const long OpeningBalanceWon = 1_000_000_000;

    /// <summary>Last four digits of the account number → why the transfer fails. All other accounts receive.</summary>
    public static IReadOnlyDictionary<string, string> Rules { get; } = new Dictionary<string, string>
    {
        ["0001"] = "해지된 계좌입니다.",
        ["0002"] = "예금주 이름이 다릅니다.",
        ["0003"] = "입금이 정지된 계좌입니다.",
        ["0004"] = "1회 이체 한도를 넘었습니다.",
        ["0005"] = "은행 점검 시간입니다.",
    };

    /// <summary>Last four digits → why a transfer that was taken fails some seconds later; null: it succeeds then.</summary>
    public static IReadOnlyDictionary<string, string?> LateRules { get; } = new Dictionary<string, string?>
    {
        ["0011"] = null,
        ["0012"] = "수취 은행이 입금을 거절했습니다.",
    };

    /// <summary>Last four digits of accounts whose order is carried out, and whose answer never arrives.</summary>
    public const string LostAnswer = "0013";

    /// <summary>What fails on order, beside the rules above.</summary>
    public CountedFailures<BankFailure> Failures { get; } = new();

    private readonly SemaphoreSlim _gate = new(1);
    private SqliteConnection? _connection;

    public async Task<long> BalanceAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            return await BalanceAsync(await OpenAsync(ct), ct);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<Remittance?> FindAsync(string transferId, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            var connection = await OpenAsync(ct);
            await EndLateAsync(connection, ct);
            return (await ReadAsync(connection, transferId, ct))?.Result;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Every transfer ever ordered, oldest first, and how often its order arrived.</summary>
    public async Task<IReadOnlyList<BankTransfer>> TransfersAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            var connection = await OpenAsync(ct);
            await EndLateAsync(connection, ct);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT id, bank, account_number, holder, amount, state, fail_reason, orders FROM transfers ORDER BY sequence";
            await using var reader = await command.ExecuteReaderAsync(ct);
            var transfers = new List<BankTransfer>();
            while (await reader.ReadAsync(ct))
            {
                transfers.Add(Row(reader));
            }
            return transfers;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Null when the id was used before for another order.</summary>
    public async Task<Remittance?> OrderAsync(RemittanceOrder order, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            var connection = await OpenAsync(ct);
            await EndLateAsync(connection, ct);
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(ct);
            var known = await ReadAsync(connection, order.TransferId, ct);
            if (known is not null && (known.AmountWon != order.AmountWon || known.AccountNumber != order.AccountNumber || known.Bank != order.Bank))
            {
                return null;
            }
            var result = known?.Result ?? await DecideAsync(connection, order, ct);
            await WriteAsync(connection, order, result, ct);
            if (known is null && result.State == RemittanceState.Processing)
            {
                await TakeLateAsync(connection, order, ct);
            }
            await transaction.CommitAsync(ct);
            return result;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _gate.Dispose();
    }

    /// <summary>Whether the answer to this order is lost on its way.</summary>
    public static bool LosesAnswer(string accountNumber)
    {
        ArgumentNullException.ThrowIfNull(accountNumber);
        return accountNumber.EndsWith(LostAnswer, StringComparison.Ordinal);
    }

    private async Task<Remittance> DecideAsync(SqliteConnection connection, RemittanceOrder order, CancellationToken ct)
    {
        var reason = order.AccountNumber.Length >= 4 ? Rules.GetValueOrDefault(order.AccountNumber[^4..]) : "계좌번호가 올바르지 않습니다.";
        if (reason is null && Failures.Take(BankFailure.TransferRefused))
        {
            reason = "받는 은행이 입금을 거절했습니다.";
        }
        if (reason is null && await BalanceAsync(connection, ct) < order.AmountWon)
        {
            reason = "출금 계좌의 잔액이 부족합니다.";
        }
        var state = reason is not null ? RemittanceState.Failed : LateRules.ContainsKey(order.AccountNumber[^4..]) ? RemittanceState.Processing : RemittanceState.Succeeded;
        return new Remittance(order.TransferId, state, reason);
    }

    private static async Task<long> BalanceAsync(SqliteConnection connection, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        // What is under way has left the account already, and comes back when it fails.
        command.CommandText = "SELECT $opening - (SELECT COALESCE(SUM(amount), 0) FROM transfers WHERE state <> 'Failed') + (SELECT COALESCE(SUM(amount), 0) FROM deposits)";
        command.Parameters.AddWithValue("$opening", OpeningBalanceWon);
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    private static async Task<BankTransfer?> ReadAsync(SqliteConnection connection, string id, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, bank, account_number, holder, amount, state, fail_reason, orders FROM transfers WHERE id = $id";
        command.Parameters.AddWithValue("$id", id);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? Row(reader) : null;
    }

    private static async Task WriteAsync(SqliteConnection connection, RemittanceOrder order, Remittance result, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO transfers (id, bank, account_number, holder, amount, state, fail_reason, orders)
            VALUES ($id, $bank, $account, $holder, $amount, $state, $reason, 1)
            ON CONFLICT (id) DO UPDATE SET orders = orders + 1
            """;
        command.Parameters.AddWithValue("$id", order.TransferId);
        command.Parameters.AddWithValue("$bank", order.Bank);
        command.Parameters.AddWithValue("$account", order.AccountNumber);
        command.Parameters.AddWithValue("$holder", order.Holder);
        command.Parameters.AddWithValue("$amount", order.AmountWon);
        command.Parameters.AddWithValue("$state", result.State.ToString());
        command.Parameters.AddWithValue("$reason", (object?)result.FailReason ?? DBNull.Value);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static BankTransfer Row(SqliteDataReader reader) => new(
        reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt64(4),
        Enum.Parse<RemittanceState>(reader.GetString(5)), reader.IsDBNull(6) ? null : reader.GetString(6), reader.GetInt32(7));

    private async Task<SqliteConnection> OpenAsync(CancellationToken ct)
    {
        if (_connection is null)
        {
            var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "bank-emulator.db") }.ToString());
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
                CREATE TABLE IF NOT EXISTS transfers (
                    sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, bank TEXT NOT NULL, account_number TEXT NOT NULL,
                    holder TEXT NOT NULL, amount INTEGER NOT NULL, state TEXT NOT NULL, fail_reason TEXT, orders INTEGER NOT NULL);
                CREATE TABLE IF NOT EXISTS deposits (
                    sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, account TEXT NOT NULL, amount INTEGER NOT NULL,
                    depositor TEXT NOT NULL, memo TEXT, traded_at TEXT NOT NULL);
                CREATE TABLE IF NOT EXISTS late (
                    id TEXT PRIMARY KEY, ends_at INTEGER NOT NULL, fail_reason TEXT, call_at INTEGER, calls INTEGER NOT NULL)
                """;
            await command.ExecuteNonQueryAsync(ct);
            _connection = connection;
        }
        return _connection;
    }
}

/// <param name="OrderCount">How often an order with this id arrived; money moved at most once.</param>
public sealed record BankTransfer(string Id, string Bank, string AccountNumber, string Holder, long AmountWon, RemittanceState State, string? FailReason, int OrderCount)
{
    internal Remittance Result => new(Id, State, FailReason);
}
