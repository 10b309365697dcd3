namespace Jeongsan.Popbill;

/// <summary>{code, message} of a call that succeeded.</summary>
public sealed record PopbillResult(int Code, string? Message);

/// <summary>What a company needs to become a member under the partner.</summary>
public sealed record JoinForm
{
    public required string CorpNum { get; init; }
    public required string CorpName { get; init; }
    public required string CEOName { get; init; }
    public required string Addr { get; init; }
    public required string BizType { get; init; }
    public required string BizClass { get; init; }

    /// <summary>Login id, 6 to 50 characters, unique over all of Popbill.</summary>
    public required string ID { get; init; }

    /// <summary>8 to 20 characters.</summary>
    public required string Password { get; init; }

    public required string ContactName { get; init; }
    public required string ContactEmail { get; init; }
    public required string ContactTEL { get; init; }
}

public sealed record PopbillContact
{
    public required string Id { get; init; }
    public string? Password { get; init; }
    public string? PersonName { get; init; }
    public string? Tel { get; init; }
    public string? Email { get; init; }

    /// <summary>1 own documents, 2 read only, 3 whole company.</summary>
    public int? SearchRole { get; init; }

    public bool? MgrYN { get; init; }
    public string? RegDT { get; init; }
    public int? State { get; init; }
}

public sealed record PopbillCompany
{
    public string? Ceoname { get; init; }
    public string? CorpName { get; init; }
    public string? Addr { get; init; }
    public string? BizType { get; init; }
    public string? BizClass { get; init; }
}

/// <summary>Price of one issue and who pays it (일반, 연동, 파트너).</summary>
public sealed record PopbillCharge(string? UnitCost, string? ChargeMethod, string? RateSystem);

/// <summary>Membership, contacts and points.</summary>
public sealed class PopbillMembers
{
    private readonly PopbillClient _client;

    internal PopbillMembers(PopbillClient client) => _client = client;

    public async Task<bool> IsMemberAsync(string corpNum, CancellationToken ct) =>
        (await _client.GetAsync<PopbillResult>(null, $"/Join?CorpNum={corpNum}&LID={Uri.EscapeDataString(_client.LinkId)}", ct)).Code == 1;

    public async Task<bool> IsLoginIdUsedAsync(string id, CancellationToken ct) =>
        (await _client.GetAsync<PopbillResult>(null, $"/IDCheck?ID={Uri.EscapeDataString(id)}", ct)).Code == 1;

    public Task<PopbillResult> JoinAsync(JoinForm form, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(form);
        return _client.PostAsync<PopbillResult>(null, "/Join", null, new
        {
            LinkID = _client.LinkId,
            form.CorpNum,
            form.CorpName,
            form.CEOName,
            form.Addr,
            form.BizType,
            form.BizClass,
            form.ID,
            form.Password,
            form.ContactName,
            form.ContactEmail,
            form.ContactTEL,
        }, ct);
    }

    public Task<PopbillCompany> CompanyAsync(string corpNum, CancellationToken ct) => _client.GetAsync<PopbillCompany>(corpNum, "/CorpInfo", ct);

    public Task<PopbillResult> UpdateCompanyAsync(string corpNum, PopbillCompany company, CancellationToken ct) =>
        _client.PostAsync<PopbillResult>(corpNum, "/CorpInfo", null, company, ct);

    public Task<IReadOnlyList<PopbillContact>> ContactsAsync(string corpNum, CancellationToken ct) =>
        _client.GetAsync<IReadOnlyList<PopbillContact>>(corpNum, "/IDs", ct);

    public Task<PopbillContact> ContactAsync(string corpNum, string id, CancellationToken ct) =>
        _client.PostAsync<PopbillContact>(corpNum, "/Contact", null, new { id }, ct);

    public Task<PopbillResult> AddContactAsync(string corpNum, PopbillContact contact, CancellationToken ct) =>
        _client.PostAsync<PopbillResult>(corpNum, "/IDs/New", null, contact, ct);

    public Task<PopbillResult> UpdateContactAsync(string corpNum, PopbillContact contact, CancellationToken ct) =>
        _client.PostAsync<PopbillResult>(corpNum, "/IDs", null, contact, ct);

    public Task<PopbillResult> DeleteContactAsync(string corpNum, string id, CancellationToken ct) =>
        _client.PostAsync<PopbillResult>(corpNum, $"/Contact/Delete?ContactID={Uri.EscapeDataString(id)}", null, null, ct);

    /// <summary>Points left to the company, rounded down to whole points.</summary>
    public async Task<long> PointsAsync(string corpNum, CancellationToken ct) =>
        (await _client.GetAuthAsync<Remaining>(corpNum, "Point", ct)).Whole;

    /// <summary>Points left to the partner, rounded down to whole points.</summary>
    public async Task<long> PartnerPointsAsync(string corpNum, CancellationToken ct) =>
        (await _client.GetAuthAsync<Remaining>(corpNum, "PartnerPoint", ct)).Whole;

    public Task<PopbillCharge> TaxInvoiceChargeAsync(string corpNum, CancellationToken ct) =>
        _client.GetAsync<PopbillCharge>(corpNum, "/Taxinvoice/ChargeInfo", ct);

    private sealed record Remaining(decimal RemainPoint)
    {
        public long Whole => (long)decimal.Floor(RemainPoint);
    }
}
