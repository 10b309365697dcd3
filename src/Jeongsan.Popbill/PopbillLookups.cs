namespace Jeongsan.Popbill;

/// <summary>Business state of a number. <see cref="State"/>: 0 unregistered, 1 in business, 2 closed, 3 suspended, null unknown.</summary>
/// <remarks><see cref="TaxType"/>: 10 general, 20 tax-free, 30 simplified, 31 simplified that issues invoices, 40 non-profit or state.</remarks>
public sealed record CorpState
{
    public string? CorpNum { get; init; }
    public string? TaxType { get; init; }
    public string? TypeDate { get; init; }
    public string? State { get; init; }
    public string? StateDate { get; init; }
    public string? CheckDate { get; init; }
}

/// <summary>Answer of an account holder look-up. HTTP success only says that it ran: see <see cref="Found"/>.</summary>
public sealed record AccountHolder
{
    public string? Result { get; init; }
    public string? ResultMessage { get; init; }
    public string? AccountName { get; init; }
    public string? BankCode { get; init; }
    public string? AccountNumber { get; init; }
    public string? CheckDT { get; init; }

    public bool Found => !string.IsNullOrEmpty(AccountName);
}

public sealed class PopbillLookups
{
    private readonly PopbillClient _client;

    internal PopbillLookups(PopbillClient client) => _client = client;

    public Task<CorpState> BusinessStateAsync(string corpNum, string checkedNumber, CancellationToken ct) =>
        _client.GetAsync<CorpState>(corpNum, $"/CloseDown?CN={checkedNumber}", ct);

    /// <summary>At most 1,000 numbers.</summary>
    public Task<IReadOnlyList<CorpState>> BusinessStatesAsync(string corpNum, IReadOnlyList<string> numbers, CancellationToken ct) =>
        _client.PostAsync<IReadOnlyList<CorpState>>(corpNum, "/CloseDown", null, numbers, ct);

    /// <summary>Name of the holder (예금주 성명). <paramref name="bankCode"/> has 4 digits, the number no hyphens.</summary>
    public Task<AccountHolder> AccountHolderAsync(string corpNum, string bankCode, string accountNumber, CancellationToken ct) =>
        _client.PostAsync<AccountHolder>(corpNum, $"/EasyFin/AccountCheck?c={bankCode}&n={accountNumber}", null, null, ct);

    /// <summary>Holder by name and identity (예금주 실명): birth date yyMMdd of a person, or a business number.</summary>
    public Task<AccountHolder> DepositorAsync(string corpNum, string bankCode, string accountNumber, bool isBusiness, string identity, CancellationToken ct) =>
        _client.PostAsync<AccountHolder>(corpNum, $"/EasyFin/DepositorCheck?c={bankCode}&n={accountNumber}&t={(isBusiness ? 'B' : 'P')}&p={identity}", null, null, ct);
}
