using System.Net;
using System.Net.Http.Json;
using Jeongsan.Application.Payouts;

namespace Jeongsan.Application.Adapters.Bank;

/// <summary>
/// Speaks to a remittance provider over REST: transfers are put under our id, so that ordering is idempotent, and
/// the result is asked for by the same id.
/// </summary>
internal sealed class RemittanceApi(HttpClient http) : IRemittance
{
    public async Task<long> BalanceAsync(CancellationToken ct) =>
        (await http.GetFromJsonAsync<BalanceAnswer>("bank/balance", ct) ?? throw new HttpRequestException("The bank answered without a balance.")).Balance;

    public async Task<Remittance?> FindAsync(string transferId, CancellationToken ct)
    {
        using var answer = await http.GetAsync(Address(transferId), ct);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        return await ReadAsync(answer, ct);
    }

    public async Task<Remittance> SendAsync(RemittanceOrder order, CancellationToken ct)
    {
        using var answer = await http.PutAsJsonAsync(Address(order.TransferId), order, ct);
        return await ReadAsync(answer, ct);
    }

    public async Task<IReadOnlyList<BankDeposit>> DepositsAsync(string account, CancellationToken ct) =>
        await http.GetFromJsonAsync<List<BankDeposit>>("bank/deposits?account=" + Uri.EscapeDataString(account), BankJson.Options, ct)
        ?? throw new HttpRequestException("The bank answered without deposits.");

    private static Uri Address(string transferId) => new("bank/transfers/" + Uri.EscapeDataString(transferId), UriKind.Relative);

    private static async Task<Remittance> ReadAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<Remittance>(BankJson.Options, ct) ?? throw new HttpRequestException("The bank answered without a transfer.");
    }

    private sealed record BalanceAnswer(long Balance);
}
