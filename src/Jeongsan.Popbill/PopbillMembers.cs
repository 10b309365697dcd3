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

    /// <summary>Mobile phone; an old field.</summary>
    public string? ContactHP { get; init; }

    /// <summary>An old field.</summary>
    public string? ContactFAX { get; init; }

    public string? ZipCode { get; init; }

    /// <summary>Without password and persons.</summary>
    public override string ToString() => $"{nameof(JoinForm)} {CorpNum}";
}

public sealed record PopbillContact
{
    public required string Id { get; init; }
    public string? Password { get; init; }
    public string? PersonName { get; init; }
    public string? Tel { get; init; }
    public string? Hp { get; init; }
    public string? Fax { get; init; }
    public string? Email { get; init; }

    /// <summary>1 own documents, 2 read only, 3 whole company.</summary>
    public int? SearchRole { get; init; }

    /// <summary>The old form of <see cref="SearchRole"/>.</summary>
    public bool? SearchAllAllowYN { get; init; }

    /// <summary>The company's manager (관리자), who cannot be deleted.</summary>
    public bool? MgrYN { get; init; }
    public string? RegDT { get; init; }
    public int? State { get; init; }

    /// <summary>Without the person.</summary>
    public override string ToString() => $"{nameof(PopbillContact)} {Id}";
}

public sealed record PopbillCompany
{
    public string? Ceoname { get; init; }
    public string? CorpName { get; init; }
    public string? Addr { get; init; }
    public string? BizType { get; init; }
    public string? BizClass { get; init; }

    /// <summary>Without the person.</summary>
    public override string ToString() => $"{nameof(PopbillCompany)} {CorpName}";
}

/// <summary>A page of Popbill's web site for a member. The link dies after 30 seconds.</summary>
public enum PopbillPage
{
    /// <summary>Signed in at Popbill.</summary>
    Login,
    ChargePoints,
    Payments,
    UseHistory,

    /// <summary>Seal and the attached business registration and bank book (인감 및 첨부문서).</summary>
    Seal,

    /// <summary>Registration of the joint certificate.</summary>
    Certificate,
}

/// <summary>Membership, contacts and company data.</summary>
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
        Check(form);
        return _client.PostAsync<PopbillResult>(null, "/Join", null, PopbillJson.Spelled(new
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
            form.ContactHP,
            form.ContactFAX,
            form.ZipCode,
        }), ct);
    }

    /// <summary>Ends the membership (회원 탈퇴). It cannot be undone; the reason has at most 300 characters.</summary>
    public Task<PopbillResult> QuitAsync(string corpNum, string quitReason, CancellationToken ct)
    {
        PopbillLimits.RequiredLength("quitReason", quitReason, PopbillLimits.QuitReasonLengthMax);
        return _client.PostAsync<PopbillResult>(corpNum, "/QuitRequest", null, new { quitReason }, ct);
    }

    public async Task<Uri> PageAsync(string corpNum, PopbillPage page, CancellationToken ct) =>
        new((await _client.GetAsync<PopbillUrl>(corpNum, $"/Member?TG={Code(page)}", ct)).Url);

    public Task<PopbillCompany> CompanyAsync(string corpNum, CancellationToken ct) => _client.GetAsync<PopbillCompany>(corpNum, "/CorpInfo", ct);

    public Task<PopbillResult> UpdateCompanyAsync(string corpNum, PopbillCompany company, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(company);
        PopbillLimits.Length("ceoname", company.Ceoname, 100);
        PopbillLimits.Length("corpName", company.CorpName, 200);
        PopbillLimits.Length("addr", company.Addr, 300);
        PopbillLimits.Length("bizType", company.BizType, 100);
        PopbillLimits.Length("bizClass", company.BizClass, 100);
        return _client.PostAsync<PopbillResult>(corpNum, "/CorpInfo", null, company, ct);
    }

    public Task<IReadOnlyList<PopbillContact>> ContactsAsync(string corpNum, CancellationToken ct) =>
        _client.GetAsync<IReadOnlyList<PopbillContact>>(corpNum, "/IDs", ct);

    public Task<PopbillContact> ContactAsync(string corpNum, string id, CancellationToken ct)
    {
        PopbillLimits.RequiredLength("id", id, 50);
        return _client.PostAsync<PopbillContact>(corpNum, "/Contact", null, new { id }, ct);
    }

    /// <summary>Adds a contact; <see cref="PopbillContact.Password"/> is needed here only.</summary>
    public Task<PopbillResult> AddContactAsync(string corpNum, PopbillContact contact, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(contact);
        PopbillLimits.RequiredLength("Password", contact.Password, 20, 8);
        Check(contact);
        return _client.PostAsync<PopbillResult>(corpNum, "/IDs/New", null, Written(contact), ct);
    }

    public Task<PopbillResult> UpdateContactAsync(string corpNum, PopbillContact contact, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(contact);
        Check(contact);
        return _client.PostAsync<PopbillResult>(corpNum, "/IDs", null, Written(contact), ct);
    }

    public Task<PopbillResult> DeleteContactAsync(string corpNum, string id, CancellationToken ct)
    {
        PopbillLimits.RequiredLength("id", id, 50);
        return _client.PostAsync<PopbillResult>(corpNum, $"/Contact/Delete?ContactID={Uri.EscapeDataString(id)}", null, null, ct);
    }

    /// <inheritdoc cref="PopbillPoints.OfMemberAsync"/>
    public Task<long> PointsAsync(string corpNum, CancellationToken ct) => _client.Points.OfMemberAsync(corpNum, ct);

    /// <inheritdoc cref="PopbillPoints.OfPartnerAsync"/>
    public Task<long> PartnerPointsAsync(string corpNum, CancellationToken ct) => _client.Points.OfPartnerAsync(corpNum, ct);

    public Task<PopbillCharge> TaxInvoiceChargeAsync(string corpNum, CancellationToken ct) => _client.Points.ChargeAsync(corpNum, PopbillProduct.TaxInvoice, ct);

    /// <summary>The password is the one property that the protocol writes with a capital.</summary>
    private static object Written(PopbillContact c) => PopbillJson.Spelled(
        new { id = c.Id, c.Password, personName = c.PersonName, tel = c.Tel, hp = c.Hp, fax = c.Fax, email = c.Email, searchRole = c.SearchRole, searchAllAllowYN = c.SearchAllAllowYN });

    private static void Check(JoinForm f)
    {
        PopbillLimits.Digits("CorpNum", f.CorpNum, 10);
        PopbillLimits.RequiredLength("CorpName", f.CorpName, 200);
        PopbillLimits.RequiredLength("CEOName", f.CEOName, 100);
        PopbillLimits.RequiredLength("Addr", f.Addr, 300);
        PopbillLimits.RequiredLength("BizType", f.BizType, 100);
        PopbillLimits.RequiredLength("BizClass", f.BizClass, 100);
        PopbillLimits.RequiredLength("ID", f.ID, 50, 6);
        PopbillLimits.RequiredLength("Password", f.Password, 20, 8);
        PopbillLimits.RequiredLength("ContactName", f.ContactName, 100);
        PopbillLimits.RequiredLength("ContactEmail", f.ContactEmail, 100);
        PopbillLimits.RequiredLength("ContactTEL", f.ContactTEL, 20);
        PopbillLimits.Length("ContactHP", f.ContactHP, 20);
        PopbillLimits.Length("ContactFAX", f.ContactFAX, 20);
    }

    private static void Check(PopbillContact c)
    {
        PopbillLimits.RequiredLength("id", c.Id, 50);
        PopbillLimits.Length("Password", c.Password, 20, 8);
        PopbillLimits.Length("personName", c.PersonName, 100);
        PopbillLimits.Length("tel", c.Tel, 20);
        PopbillLimits.Length("hp", c.Hp, 20);
        PopbillLimits.Length("fax", c.Fax, 20);
        PopbillLimits.Length("email", c.Email, 100);
        if (c.SearchRole is < 1 or > 3) throw PopbillLimits.Problem("searchRole", PopbillFieldRule.BadForm, 3);
    }

    private static string Code(PopbillPage page) => page switch
    {
        PopbillPage.Login => "LOGIN",
        PopbillPage.ChargePoints => "CHRG",
        PopbillPage.Payments => "PAYMENT",
        PopbillPage.UseHistory => "USEHISTORY",
        PopbillPage.Seal => "SEAL",
        PopbillPage.Certificate => "CERT",
        _ => throw new ArgumentOutOfRangeException(nameof(page)),
    };
}
