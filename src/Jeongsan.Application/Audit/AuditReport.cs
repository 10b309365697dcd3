using Jeongsan.Domain.Ledger;
using Jeongsan.Domain.Money;

namespace Jeongsan.Application.Audit;

/// <summary>What is held against what.</summary>
public enum AuditCheck
{
    /// <summary>The parts of a transfer against its sums.</summary>
    Transfer = 0,

    /// <summary>Transfers against the settlement that gathered them: every amount, the number, and the state.</summary>
    Settlement,

    /// <summary>Settlements against the payout that pays them, and the payout against its own reckoning.</summary>
    Payout,

    /// <summary>Payouts against their bulk payout.</summary>
    BulkPayout,

    /// <summary>Payouts against what the bank moved.</summary>
    BankLine,

    /// <summary>Files for banks against the payouts in them, and each payout against the one way on which it was sent.</summary>
    BankFile,

    /// <summary>Payouts against their invoices.</summary>
    TaxInvoice,

    /// <summary>Issued invoices against the signed documents that are kept of them.</summary>
    SignedDocument,

    /// <summary>The ledger's entries against themselves, and its lines against the documents that they are of.</summary>
    Ledger,

    /// <summary>Signed proofs against each other and against the rows that they are fingerprints of: whether the past was changed.</summary>
    Proof,

    /// <summary>Messages with partners' data against the register: the line, and the notice before it.</summary>
    Disclosure,

    /// <summary>Access records against each other and against the signed proofs: whether one was changed, added or taken away.</summary>
    Access,
}

/// <summary>One thing that does not tie.</summary>
/// <param name="Subject">What it is, by its name in the history: <c>Payout</c>, for example.</param>
/// <param name="What">Which figure or fact, in Korean.</param>
/// <param name="Expected">What the other side says; amounts in whole won.</param>
/// <param name="Found">What stands here.</param>
public sealed record AuditDifference(AuditCheck Check, string Subject, string Id, string What, string Expected, string Found);

/// <param name="Sum">In whole won; other currencies aren't in it.</param>
public sealed record AuditSum(long Count, long Sum);

/// <summary>An account of the ledger: debit above 0, credit below.</summary>
public sealed record AuditBalance(Currency Currency, LedgerAccount Account, Won Amount);

/// <summary>대조: how much went through each stage, and what does not tie.</summary>
/// <param name="Transfers">All that are kept, signed as they count in settlements.</param>
/// <param name="Settlements">Those with their transfers in them.</param>
/// <param name="Payouts">Those that are paid: what left the platform for them.</param>
/// <param name="BankLines">Withdrawals that the bank made.</param>
/// <param name="Invoices">Issued ones, amendments included, with VAT.</param>
/// <param name="Disclosures">Lines of the register.</param>
/// <param name="Balances">Of every account that was ever booked.</param>
/// <param name="Differences">The first ones.</param>
public sealed record AuditReport(
    DateTimeOffset At,
    AuditSum Transfers,
    AuditSum Settlements,
    AuditSum Payouts,
    AuditSum BankLines,
    AuditSum Invoices,
    long Disclosures,
    IReadOnlyList<AuditBalance> Balances,
    IReadOnlyList<AuditDifference> Differences,
    int DifferenceCount);

/// <summary>Collects what does not tie; keeps the first ones and counts all.</summary>
internal sealed class AuditFindings
{
    /// <summary>More than that nobody mends one by one.</summary>
    private const int KeptMax = 1_000;

    private readonly List<AuditDifference> _kept = [];

    public IReadOnlyList<AuditDifference> Kept => _kept;

    public int Count { get; private set; }

    public void Add(AuditCheck check, string subject, string id, string what, object? expected, object? found)
    {
        Count++;
        if (_kept.Count < KeptMax)
        {
            _kept.Add(new AuditDifference(check, subject, id, what, Text(expected), Text(found)));
        }
    }

    public void Compare<T>(AuditCheck check, string subject, string id, string what, T expected, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found))
        {
            Add(check, subject, id, what, expected, found);
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "없음",
        Domain.Money.Won won => won.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
