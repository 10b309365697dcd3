using System.Security.Cryptography;
using System.Text.Json;
using Jeongsan.Application.Mails;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.AspNetCore.DataProtection;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>What the address of an invoice's view holds.</summary>
/// <param name="IsSuppliersCopy">공급자 보관용 (red); else 공급받는자 보관용 (blue).</param>
/// <param name="HasMenu">Whether the page has buttons to print and save.</param>
/// <param name="IsMailed">From the mail to a forward invoice's recipient: opening it is noted.</param>
public sealed record InvoiceLink(string Merchant, Mode Mode, string TaxInvoiceId, bool IsSuppliersCopy, bool HasMenu, bool IsMailed, DateTimeOffset ExpiresAt)
{
    public Tenant Tenant => new(new MerchantId(Merchant), Mode);

    public TaxInvoiceId Invoice => new(TaxInvoiceId);
}

/// <summary>Where one announced file may be sent.</summary>
public sealed record UploadLink(string Merchant, Mode Mode, string FileId, DateTimeOffset ExpiresAt)
{
    public Tenant Tenant => new(new MerchantId(Merchant), Mode);

    public UploadedFileId File => new(FileId);
}

/// <summary>
/// Addresses that need no other authorization: whoever has one may do what it says, until it ends. They carry their content,
/// sealed, so that nothing is stored and any server process opens them.
/// </summary>
public sealed class SealedLinks(IDataProtectionProvider protection, TimeProvider time, MailOptions options)
{
    public static readonly TimeSpan ShortLife = TimeSpan.FromMinutes(30);
    public const int MailedMonths = 2;

    private readonly IDataProtector _invoices = protection.CreateProtector("Jeongsan.InvoiceLink.v1");
    private readonly IDataProtector _uploads = protection.CreateProtector("Jeongsan.UploadLink.v1");

    /// <param name="tail">What of it: "" the page, "/print", "/pdf".</param>
    public Uri Invoice(Tenant tenant, TaxInvoiceId invoice, bool isSuppliersCopy, bool hasMenu, string tail) =>
        Address($"i/{Seal(_invoices, new InvoiceLink(tenant.Merchant.Value, tenant.Mode, invoice.Value, isSuppliersCopy, hasMenu, IsMailed: false, time.GetUtcNow() + ShortLife))}{tail}");

    public Uri MailedInvoice(Tenant tenant, TaxInvoiceId invoice) =>
        Address($"i/{Seal(_invoices, new InvoiceLink(tenant.Merchant.Value, tenant.Mode, invoice.Value, IsSuppliersCopy: false, HasMenu: true, IsMailed: true, time.GetUtcNow().AddMonths(MailedMonths)))}");

    public Uri Upload(Tenant tenant, UploadedFileId file) =>
        Address($"uploads/{Seal(_uploads, new UploadLink(tenant.Merchant.Value, tenant.Mode, file.Value, time.GetUtcNow() + ShortLife))}");

    /// <summary>Null when it is not one of ours or has ended.</summary>
    public InvoiceLink? OpenInvoice(string token) => Open<InvoiceLink>(_invoices, token) is { } link && link.ExpiresAt > time.GetUtcNow() ? link : null;

    public UploadLink? OpenUpload(string token) => Open<UploadLink>(_uploads, token) is { } link && link.ExpiresAt > time.GetUtcNow() ? link : null;

    private Uri Address(string path) => new($"{options.PublicAddress.AbsoluteUri.TrimEnd('/')}/{path}");

    private static string Seal<T>(IDataProtector protector, T content) => protector.Protect(JsonSerializer.Serialize(content));

    private static T? Open<T>(IDataProtector protector, string token) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(protector.Unprotect(token));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }
}
