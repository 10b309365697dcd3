namespace Jeongsan.Application.Mails;

/// <summary>A finished mail text. Both bodies say the same; whoever reads only one misses nothing.</summary>
public sealed record MailLetter(string Subject, string Html, string Text);

/// <summary>Who writes: the platform, never the software's maker.</summary>
/// <param name="Name">The platform's name as its partners know it; also the sender's name and the subject's prefix.</param>
/// <param name="ContactEmail">Where answers and questions go.</param>
/// <param name="ContactPhone">Shown beside the address when the platform has one.</param>
public sealed record MailSender(string Name, string ContactEmail, string? ContactPhone = null);

/// <summary>The facts of one tax invoice that its mails speak about. Amounts are whole won and may be negative.</summary>
public sealed record InvoiceMailFacts
{
    public required string SupplierName { get; init; }
    public required string RecipientName { get; init; }
    public required DateOnly WriteDate { get; init; }
    public required long SupplyAmountWon { get; init; }
    public required long TaxAmountWon { get; init; }

    /// <summary>What the invoice is for, as on its first line: <c>10월 정산</c>.</summary>
    public required string Subject { get; init; }

    public long TotalAmountWon => SupplyAmountWon + TaxAmountWon;
}

/// <summary>A request that the supplier approves or refuses.</summary>
/// <param name="Link">The personal link with its token; the mail is the only place that holds it.</param>
/// <param name="Deadline">The last day (inclusive) on which approval is still in time.</param>
/// <param name="LinkExpires">The last day (inclusive) on which the link opens.</param>
public sealed record ApprovalRequest(Uri Link, DateOnly Deadline, DateOnly LinkExpires);
