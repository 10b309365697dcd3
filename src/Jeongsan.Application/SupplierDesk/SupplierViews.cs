using Jeongsan.Domain.Foundation;

namespace Jeongsan.Application.SupplierDesk;

/// <summary>The platform as the supplier knows it, and how to reach it.</summary>
public sealed record SupplierPlatform(string Name, string ContactEmail, string? ContactPhone);

/// <summary>Where the invoice stands, as far as the supplier is concerned.</summary>
public enum SupplierInvoiceState
{
    /// <summary>Approve or refuse.</summary>
    Waiting,

    /// <summary>Approved; the ASP is signing, or its answer is being asked for.</summary>
    Issuing,

    /// <summary>Signed and numbered; to be sent to the NTS, or sent.</summary>
    Issued,

    /// <summary>The supplier refused.</summary>
    Refused,

    /// <summary>The platform took the request back, or the issue was cancelled.</summary>
    Cancelled,
}

/// <param name="Subject">What it is for: <c>10월 정산</c>.</param>
/// <param name="TotalAmountWon">With tax.</param>
/// <param name="Deadline">Inclusive; the last day on which approval is in time.</param>
/// <param name="LinkExpires">Inclusive.</param>
public sealed record SupplierLinkView(
    SupplierPlatform Platform, SupplierInvoiceState State, string Subject, string SupplierName, long TotalAmountWon, DateOnly Deadline, DateOnly LinkExpires);

/// <summary>A party of the invoice as its form prints it.</summary>
public sealed record SupplierInvoiceParty
{
    public required string BusinessNumber { get; init; }
    public string? BranchNumber { get; init; }
    public required string Name { get; init; }
    public required string Representative { get; init; }
    public string? Address { get; init; }
    public string? BusinessType { get; init; }
    public string? BusinessItem { get; init; }
    public string? Email { get; init; }
}

/// <param name="Date">Day of the supply.</param>
/// <param name="Quantity">As written on the invoice; null prints nothing.</param>
public sealed record SupplierInvoiceLine(
    DateOnly Date, string Item, string? Specification, string? Quantity, string? UnitPrice, long SupplyAmountWon, long TaxAmountWon, string? Remark);

/// <summary>One of the settlements of which the invoice is made.</summary>
public sealed record SupplierSettlementLine(string Label, DateOnly Date, long AmountWon);

/// <summary>Everything the supplier sees of one invoice.</summary>
public sealed record SupplierInvoiceView
{
    public required SupplierPlatform Platform { get; init; }
    public required SupplierInvoiceState State { get; init; }
    public required string Subject { get; init; }
    public required SupplierInvoiceParty Supplier { get; init; }
    public required SupplierInvoiceParty Recipient { get; init; }
    public required DateOnly WriteDate { get; init; }
    public required long SupplyAmountWon { get; init; }
    public required long TaxAmountWon { get; init; }
    public required IReadOnlyList<SupplierInvoiceLine> Lines { get; init; }

    /// <summary>The lawful form in the supplier's copy, one drawing (SVG) a page.</summary>
    public required IReadOnlyList<string> FormPages { get; init; }
    public required DateOnly Deadline { get; init; }

    /// <summary>Without tax (전자계산서): the form has no tax column.</summary>
    public bool IsTaxFree { get; init; }

    /// <summary>영수 (received) instead of 청구 (demanded).</summary>
    public bool IsReceipt { get; init; }
    public string? Remark { get; init; }

    /// <summary>24 characters; null until issued.</summary>
    public string? ApprovalNumber { get; init; }

    /// <summary>The business day on which it goes to the NTS at 15:00, or went; null until issued.</summary>
    public DateOnly? TransmissionDate { get; init; }

    public bool IsSentToNts { get; init; }
    public string? RefusalReason { get; init; }

    /// <summary>Of a 수정세금계산서: what it amends and why, in Korean; null of any other.</summary>
    public string? AmendmentWords { get; init; }

    /// <summary>What an approved invoice waits for before it is issued, in Korean; null when it waits for nothing.</summary>
    public string? WaitsFor { get; init; }

    /// <summary>Why the last approval did not lead to an issue, for the supplier; null when none failed.</summary>
    public string? LastProblem { get; init; }

    public IReadOnlyList<SupplierSettlementLine> Settlements { get; init; } = [];

    /// <summary>Other invoices of the same supplier and platform that wait for approval.</summary>
    public int OtherWaitingCount { get; init; }

    public long TotalAmountWon => SupplyAmountWon + TaxAmountWon;
}

/// <summary>Something that happened to the invoice; what the platform keeps to itself is left out.</summary>
/// <param name="What">The time line's own name of it.</param>
public sealed record SupplierHistoryLine(DateTimeOffset At, string What, ActorKind By);

/// <param name="IsRegistered">A certificate that can sign now.</param>
/// <param name="Expires">Inclusive; null when none is registered or the ASP does not say.</param>
/// <param name="RegistrationUrl">The ASP's page; leads back when it is done.</param>
public sealed record SupplierCertificateView(SupplierPlatform Platform, bool IsRegistered, DateOnly? Expires, Uri RegistrationUrl);
