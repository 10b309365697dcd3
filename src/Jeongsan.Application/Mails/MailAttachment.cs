using Jeongsan.Domain.TaxInvoices;

namespace Jeongsan.Application.Mails;

/// <summary>Whose copy of which invoice's lawful form goes with a mail. It is drawn when the mail leaves, so that the outbox keeps no second copy of what stands in it.</summary>
/// <param name="IsSuppliersCopy">공급자 보관용 (red); else 공급받는자 보관용 (blue).</param>
public sealed record MailedForm(TaxInvoiceId TaxInvoiceId, bool IsSuppliersCopy);

/// <summary>A PDF as it goes with a mail.</summary>
public sealed record MailAttachment(string Name, byte[] Content)
{
    public const string MediaType = "application/pdf";
}
