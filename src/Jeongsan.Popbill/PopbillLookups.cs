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

    /// <summary>The old form of <see cref="TaxType"/>: 1 to 4.</summary>
    public string? Type { get; init; }
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

    /// <summary>Milliseconds since 1970, 13 digits.</summary>
    public string? CheckDate { get; init; }

    /// <summary>P person or B business; only of a look-up by identity.</summary>
    public string? IdentityNumType { get; init; }
    public string? IdentityNum { get; init; }

    public bool Found => !string.IsNullOrEmpty(AccountName);

    /// <summary>Without person and account.</summary>
    public override string ToString() => $"{nameof(AccountHolder)} result {Result}";
}

/// <summary>What is publicly known about a business (기업정보조회). The meaning of each code is in Popbill's reference; all may be missing.</summary>
public sealed record BusinessInformation
{
    public string? CorpNum { get; init; }
    public string? CheckDT { get; init; }
    public string? CorpName { get; init; }

    /// <summary>100 ordinary, 110–114 listed, 200 closed, 201 bankrupt, 300 suspended, …</summary>
    public int? CorpCode { get; init; }

    /// <summary>10 large, 20 middle-sized, 30 small, 90 non-profit, 99 other.</summary>
    public int? CorpScaleCode { get; init; }

    /// <summary>1 corporation, 2 person, 99 other.</summary>
    public int? PersonCorpCode { get; init; }

    /// <summary>1 head office, 2 branch, 99 other.</summary>
    public int? HeadOfficeCode { get; init; }
    public int? EstablishCode { get; init; }
    public int? WorkPlaceCode { get; init; }
    public int? AddrCode { get; init; }

    /// <summary>Code of the Korean standard industry classification.</summary>
    public string? IndustryCode { get; init; }

    /// <summary>Number in the company register (법인등록번호).</summary>
    public string? CompanyRegNum { get; init; }
    public string? EstablishDate { get; init; }
    public string? Ceoname { get; init; }
    public string? ZipCode { get; init; }
    public string? Addr { get; init; }
    public string? AddrDetail { get; init; }
    public string? EnAddr { get; init; }
    public string? BizClass { get; init; }
    public string? BizType { get; init; }

    /// <summary>Popbill's table is not public; 100 is taken for success.</summary>
    public int? Result { get; init; }
    public string? ResultMessage { get; init; }
    public int? CloseDownTaxType { get; init; }
    public string? CloseDownTaxTypeDate { get; init; }

    /// <summary>0 unregistered, 1 in business, 2 closed, 3 suspended, 9 unknown.</summary>
    public int? CloseDownState { get; init; }
    public string? CloseDownStateDate { get; init; }

    /// <summary>Without the person.</summary>
    public override string ToString() => $"{nameof(BusinessInformation)} {CorpNum}";
}

public sealed class PopbillLookups
{
    private readonly PopbillClient _client;

    internal PopbillLookups(PopbillClient client) => _client = client;

    public Task<CorpState> BusinessStateAsync(string corpNum, string checkedNumber, CancellationToken ct) =>
        _client.GetAsync<CorpState>(corpNum, $"/CloseDown?CN={Given("CN", checkedNumber)}", ct);

    /// <summary>At most 1,000 numbers.</summary>
    public Task<IReadOnlyList<CorpState>> BusinessStatesAsync(string corpNum, IReadOnlyList<string> numbers, CancellationToken ct)
    {
        PopbillLimits.Count("corpNumList", numbers, PopbillLimits.BusinessStatesCountMax);
        return _client.PostAsync<IReadOnlyList<CorpState>>(corpNum, "/CloseDown", null, numbers, ct);
    }

    public Task<BusinessInformation> BusinessInformationAsync(string corpNum, string checkedNumber, CancellationToken ct) =>
        _client.GetAsync<BusinessInformation>(corpNum, $"/BizInfo/Check?CN={Given("CN", checkedNumber)}", ct);

    /// <summary>Name of the holder (예금주 성명). <paramref name="bankCode"/> has 4 digits, the number no hyphens.</summary>
    public Task<AccountHolder> AccountHolderAsync(string corpNum, string bankCode, string accountNumber, CancellationToken ct) =>
        _client.PostAsync<AccountHolder>(corpNum, $"/EasyFin/AccountCheck?c={Given("c", bankCode)}&n={Account(accountNumber)}", null, null, ct);

    /// <summary>Holder by name and identity (예금주 실명): birth date yyMMdd of a person, or a business number.</summary>
    public Task<AccountHolder> DepositorAsync(string corpNum, string bankCode, string accountNumber, bool isBusiness, string identity, CancellationToken ct)
    {
        PopbillLimits.Digits("p", identity, isBusiness ? 10 : 6);
        return _client.PostAsync<AccountHolder>(corpNum, $"/EasyFin/DepositorCheck?c={Given("c", bankCode)}&n={Account(accountNumber)}&t={(isBusiness ? 'B' : 'P')}&p={identity}", null, null, ct);
    }

    private static string Given(string field, string text)
    {
        PopbillLimits.Required(field, text);
        return Uri.EscapeDataString(text);
    }

    private static string Account(string number)
    {
        PopbillLimits.RequiredLength("n", number, PopbillLimits.AccountNumberLengthMax);
        return Uri.EscapeDataString(number);
    }
}
