using System.Globalization;
using System.Security.Cryptography;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Popbill;

namespace Jeongsan.Application.Adapters.Popbill;

/// <summary>Popbill as our agency: the real one or the emulator, over the same protocol. Test tenants use its test service.</summary>
internal sealed partial class PopbillAgency(PopbillClients clients, AgencyHealth health) : ITaxInvoiceAgency
{
    private const string RequestMail = "TAX_REQUEST";
    private const string IssueMail = "TAX_ISSUE";

    public Task<bool> IsMemberAsync(Tenant tenant, BusinessRegistrationNumber company, CancellationToken ct) =>
        WatchedAsync(() => clients.For(tenant.Mode).Members.IsMemberAsync(company.Value, ct));

    public async Task<Outcome<Done>> JoinAsync(Tenant tenant, AgencyMember member, CancellationToken ct)
    {
        var joined = await ActAsync(() => clients.For(tenant.Mode).Members.JoinAsync(Form(member), ct));
        // Live and test may share an agency, and another of our messages may have been first: a member is what was wanted.
        return joined.Refusal is AgencyRefusal.Refused && await IsMemberAsync(tenant, member.BusinessNumber, ct) ? new Done() : joined;
    }

    private static JoinForm Form(AgencyMember member) => new()
    {
        CorpNum = member.BusinessNumber.Value,
        CorpName = member.CompanyName,
        CEOName = member.RepresentativeName,
        Addr = member.Address,
        BizType = member.BusinessType,
        BizClass = member.BusinessClass,
        ID = LoginId(member.BusinessNumber),
        Password = NewPassword(),
        ContactName = member.ContactName,
        ContactEmail = member.ContactEmail,
        ContactTEL = member.ContactPhone,
    };

    public Task<Outcome<Done>> KeepRequestMailsOursAsync(Tenant tenant, BusinessRegistrationNumber company, CancellationToken ct) => ActAsync(async () =>
    {
        await clients.For(tenant.Mode).TaxInvoices.SetEmailAsync(company.Value, RequestMail, send: false, ct);
        return await clients.For(tenant.Mode).TaxInvoices.SetEmailAsync(company.Value, IssueMail, send: false, ct);
    });

    public async Task<AgencyDocument?> FindAsync(Tenant tenant, AgencyKey key, CancellationToken ct) =>
        await WatchedAsync(() => clients.For(tenant.Mode).TaxInvoices.FindAsync(key.Company.Value, Side(key), key.Key, ct)) is { } found ? Read(found) : null;

    public async Task<IReadOnlyDictionary<TaxInvoiceId, AgencyDocument>> FindManyAsync(Tenant tenant, IReadOnlyList<AgencyKey> keys, CancellationToken ct)
    {
        var byKey = keys.ToDictionary(one => one.Key, one => one.Invoice);
        var found = await WatchedAsync(() => clients.For(tenant.Mode).TaxInvoices.FindManyAsync(keys[0].Company.Value, Side(keys[0]), [.. byKey.Keys], ct));
        return found
            .Select(one => (Key: keys[0].IsSuppliers ? one.InvoicerMgtKey : one.InvoiceeMgtKey, Document: Read(one)))
            .Where(one => one.Key is not null && byKey.ContainsKey(one.Key))
            .ToDictionary(one => byKey[one.Key!], one => one.Document);
    }

    public Task<Outcome<Done>> CancelRequestAsync(Tenant tenant, TaxInvoice invoice, string? reason, CancellationToken ct) => ActAsync(() =>
        clients.For(tenant.Mode).TaxInvoices.CancelRequestAsync(invoice.RecipientBrn.Value, invoice.RecipientDocumentKey!, reason, ct));

    public Task<Outcome<AgencyIssue>> IssueAsync(Tenant tenant, TaxInvoice invoice, bool late, CancellationToken ct) => IssuedAsync(() =>
        clients.For(tenant.Mode).TaxInvoices.IssueAsync(invoice.SupplierBrn.Value, InvoiceSide.Supplier, invoice.SupplierDocumentKey!, null, late, ct));

    public Task<Outcome<Done>> RefuseAsync(Tenant tenant, TaxInvoice invoice, string reason, CancellationToken ct) => ActAsync(() =>
        clients.For(tenant.Mode).TaxInvoices.RefuseAsync(invoice.SupplierBrn.Value, invoice.SupplierDocumentKey!, reason, ct));

    public Task<Outcome<Done>> CancelIssuanceAsync(Tenant tenant, TaxInvoice invoice, string? reason, CancellationToken ct) => ActAsync(() =>
        clients.For(tenant.Mode).TaxInvoices.CancelIssueAsync(invoice.SupplierBrn.Value, InvoiceSide.Supplier, invoice.SupplierDocumentKey!, reason, ct));

    public Task<Outcome<Done>> SendToNtsAsync(Tenant tenant, TaxInvoice invoice, CancellationToken ct) => ActAsync(() =>
        clients.For(tenant.Mode).TaxInvoices.SendToNtsAsync(invoice.SupplierBrn.Value, InvoiceSide.Supplier, invoice.SupplierDocumentKey!, ct));

    public Task<string> XmlAsync(Tenant tenant, AgencyKey key, CancellationToken ct) =>
        WatchedAsync(() => clients.For(tenant.Mode).TaxInvoices.XmlAsync(key.Company.Value, Side(key), key.Key, ct));

    public Task<string> XmlAsync(Tenant tenant, TaxInvoice invoice, CancellationToken ct) =>
        clients.For(tenant.Mode).TaxInvoices.XmlAsync(invoice.RecipientBrn.Value, InvoiceSide.Recipient, invoice.RecipientDocumentKey!, ct);

    public Task<AgencyCertificate?> CertificateAsync(Tenant tenant, BusinessRegistrationNumber company, CancellationToken ct) => WatchedAsync(async () =>
    {
        var certificates = clients.For(tenant.Mode).Certificates;
        return await certificates.StateAsync(company.Value, ct) is CertificateState.None
            ? null
            : new AgencyCertificate(await certificates.ExpiryAsync(company.Value, ct));
    });

    private async Task<Outcome<Done>> ActAsync<T>(Func<Task<T>> call)
    {
        try
        {
            await WatchedAsync(call);
            return new Done();
        }
        catch (PopbillException fault)
        {
            return PopbillFaults.Read(fault);
        }
    }

    private async Task<Outcome<AgencyIssue>> IssuedAsync(Func<Task<TaxinvoiceIssued>> call)
    {
        try
        {
            var issued = await WatchedAsync(call);
            return new AgencyIssue(Empty(issued.NtsConfirmNum), Instant(issued.IssueDT));
        }
        catch (PopbillException fault)
        {
            return PopbillFaults.Read(fault);
        }
    }

    /// <summary>Every call tells the breaker how it went.</summary>
    private async Task<T> WatchedAsync<T>(Func<Task<T>> call)
    {
        try
        {
            var answer = await call();
            health.Answered();
            return answer;
        }
        catch (PopbillException fault)
        {
            if (PopbillFaults.IsOutage(fault))
            {
                health.Failed(PopbillFaults.Words(fault));
            }
            else
            {
                health.Answered();
            }
            throw;
        }
    }

    private static InvoiceSide Side(AgencyKey key) => key.IsSuppliers ? InvoiceSide.Supplier : InvoiceSide.Recipient;

    private static AgencyDocument Read(TaxinvoiceInfo info) => new(
        State(info.StateCode), Empty(info.NtsconfirmNum), Instant(info.IssueDT), Instant(info.NtssendDT), Instant(info.NtsresultDT), Empty(info.NtssendErrCode), Empty(info.StateMemo), info.LateIssueYN,
        new AgencyFacts(Empty(info.InvoicerCorpNum), Empty(info.InvoiceeCorpNum), Empty(info.WriteDate), Amount(info.SupplyCostTotal), Amount(info.TaxTotal)));

    private static long? Amount(string? text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var won) ? won : null;

    private static AgencyState State(int code) => code switch
    {
        100 => AgencyState.Drafted,
        200 => AgencyState.Requested,
        300 => AgencyState.Issued,
        301 => AgencyState.BeforeSending,
        302 => AgencyState.WaitingSending,
        303 => AgencyState.Sending,
        304 => AgencyState.SendingCompleted,
        305 => AgencyState.SendingFailed,
        400 => AgencyState.Refused,
        500 => AgencyState.RequestCancelled,
        600 => AgencyState.IssuanceCancelled,
        _ => AgencyState.Unknown,
    };

    private static string? Empty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>The ASP writes times of Seoul as fourteen digits.</summary>
    private static DateTimeOffset? Instant(string? text) =>
        DateTime.TryParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, SeoulTime.Offset).ToUniversalTime() : null;

    /// <summary>Nobody signs in at the ASP: the password is made, used once and forgotten. Letters, digits and a mark, as the ASP demands.</summary>
    private static string NewPassword() => RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz", 8) + RandomNumberGenerator.GetString("23456789", 6) + "!A";
}
