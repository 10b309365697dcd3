using System.Globalization;
using Jeongsan.Application.Payouts;
using Microsoft.Data.Sqlite;

namespace Jeongsan.Application.Adapters.Bank;

/// <param name="Account">The platform's account: its merchant id, and <c>/test</c> for the test side.</param>
public sealed record DepositForm(string Account, long AmountWon, string DepositorName, string? Memo);

/// <summary>Money that comes in: somebody pays into a platform's account.</summary>
public sealed partial class BankEmulator
{
    public async Task<BankDeposit> DepositAsync(DepositForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        await _gate.WaitAsync(ct);
        try
        {
            var deposit = new BankDeposit($"deposit-{Guid.CreateVersion7():n}", form.AmountWon, form.DepositorName, form.Memo, time.GetUtcNow());
            await using var command = (await OpenAsync(ct)).CreateCommand();
            command.CommandText = "INSERT INTO deposits (id, account, amount, depositor, memo, traded_at) VALUES ($id, $account, $amount, $depositor, $memo, $at)";
            command.Parameters.AddWithValue("$id", deposit.Id);
            command.Parameters.AddWithValue("$account", form.Account);
            command.Parameters.AddWithValue("$amount", deposit.AmountWon);
            command.Parameters.AddWithValue("$depositor", deposit.DepositorName);
            command.Parameters.AddWithValue("$memo", (object?)deposit.Memo ?? DBNull.Value);
            command.Parameters.AddWithValue("$at", deposit.TradedAt.ToString("O", CultureInfo.InvariantCulture));
            await command.ExecuteNonQueryAsync(ct);
            return deposit;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<IReadOnlyList<BankDeposit>> DepositsAsync(string account, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            await using var command = (await OpenAsync(ct)).CreateCommand();
            command.CommandText = "SELECT id, amount, depositor, memo, traded_at FROM deposits WHERE account = $account ORDER BY sequence";
            command.Parameters.AddWithValue("$account", account);
            await using var reader = await command.ExecuteReaderAsync(ct);
            var deposits = new List<BankDeposit>();
            while (await reader.ReadAsync(ct))
            {
                deposits.Add(Deposit(reader));
            }
            return deposits;
        }
        finally
        {
            _gate.Release();
        }
    }

    private static BankDeposit Deposit(SqliteDataReader reader) => new(
        reader.GetString(0), reader.GetInt64(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3),
        DateTimeOffset.Parse(reader.GetString(4), CultureInfo.InvariantCulture));
}
