using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Statements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Etax.Pdf;

namespace Jeongsan.Application.SupplierDesk;

/// <summary>What the link is about, without anything that only the partner may see.</summary>
/// <param name="LinkExpires">The last day (inclusive) on which the link opens.</param>
public sealed record StatementLinkView(SupplierPlatform Platform, string PartnerName, StatementProofKind Asks, DateOnly LinkExpires);

/// <summary>One statement that was sent to the partner.</summary>
public sealed record SentStatementLine(StatementSendingId Id, DateTimeOffset SentAt, string Amount, DateOnly? PaidOn, bool IsShown);

/// <summary>One invoice of the partner with the platform.</summary>
/// <param name="View">The supplier's copy, for half an hour; null before it is issued.</param>
public sealed record PartnerInvoiceLine(string Subject, DateOnly WriteDate, long TotalAmountWon, SupplierInvoiceState State, Uri? View);

/// <summary>Everything that the partner sees of one statement.</summary>
/// <param name="Payout">Where the payout stands now, whatever it was when the mail was sent.</param>
public sealed record StatementView(
    SupplierPlatform Platform, StatementSendingId Id, PayoutStatus Payout, TableDocument Paper, IReadOnlyList<SentStatementLine> Statements, IReadOnlyList<PartnerInvoiceLine> Invoices);
