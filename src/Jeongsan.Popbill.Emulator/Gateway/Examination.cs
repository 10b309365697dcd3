using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using Jeongsan.Etax;
using Jeongsan.Popbill.Emulator.Lookups;
using Jeongsan.Popbill.Emulator.Storage;

namespace Jeongsan.Popbill.Emulator.Gateway;

/// <summary>A signed document as it reached the tax office.</summary>
/// <param name="Registration">The sender's registration number.</param>
/// <param name="SentAt">What the sender says about when it sent.</param>
/// <param name="ReceivedAt">The tax office's own clock.</param>
/// <param name="SignerRandomValue">Tells whose certificate signed; null on the way that has none.</param>
internal sealed record Submitted(ReadOnlyMemory<byte> Xml, string Registration, DateTimeOffset SentAt, DateTimeOffset ReceivedAt, ReadOnlyMemory<byte>? SignerRandomValue);

/// <summary>The tax office's checks, in their order: believes only the signed document and its own registers.</summary>
internal static partial class Examination
{
    public const string Accepted = "SUC001";

    /// <summary>What no other code says.</summary>
    public const string Else = "ERR999";

    private const string SignatureInvalid = "SYN002";
    private const string ApprovalNumberBad = "SYN003";
    private const string NotTheSchema = "SYN004";

    /// <summary>The approval number as far as one can be made out, what the document says when it is read, and the result code. Whether the number is still free is not asked here.</summary>
    public sealed record Finding(string ApprovalNumber, EtaxInvoice? Document, string Code);

    public static Finding Examine(EmulatorSession db, Submitted submitted)
    {
        var verified = EtaxVerifier.Verify(submitted.Xml);
        using var certificate = verified.Certificate;
        if (verified.Invoice is not { } document) return new(GuessedNumber(submitted.Xml.Span), null, IsOfTheForm(verified.Reason!.Value) ? NotTheSchema : SignatureInvalid);
        return new(document.ApprovalNumber ?? GuessedNumber(submitted.Xml.Span), document, Examine(db, submitted, document, certificate!));
    }

    private static string Examine(EmulatorSession db, Submitted submitted, EtaxInvoice document, X509Certificate2 certificate)
    {
        if (submitted.SignerRandomValue is { } value && !IsSignersCertificate(document, certificate, value)) return SignatureInvalid;
        if (!ApprovalNumber.IsWellFormed(document.ApprovalNumber)) return ApprovalNumberBad;
        if (EtaxInvoiceChecks.Check(document).FirstOrDefault(problem => problem.IsError) is { } problem) return problem.NtsCode ?? Else;
        if (!document.ApprovalNumber.AsSpan(8, 8).SequenceEqual(submitted.Registration)) return "ERR010";
        if (Registers(db, document) is { } refusal) return refusal;
        if (EmulatorClock.SeoulDay(submitted.SentAt) != EmulatorClock.SeoulDay(submitted.ReceivedAt)) return "ERR004";
        // The document's issue time has whole seconds.
        if (document.IssuedAt is not { } issuedAt || issuedAt > submitted.ReceivedAt) return "ERR005";
        if (IsClosed(db, document.Supplier, document.WriteDate) || (document.Broker is { } broker && IsClosed(db, broker, document.WriteDate))) return "ERR009";
        if (document.OriginalApprovalNumber is { } original && SupplierOf(db, original) != document.Supplier.RegistrationNumber) return "ERR011";
        return Accepted;
    }

    /// <summary>The supplier signs; where a broker issues for it, the broker may.</summary>
    private static bool IsSignersCertificate(EtaxInvoice document, X509Certificate2 certificate, ReadOnlyMemory<byte> randomValue)
    {
        bool Owns(string? number) => number is not null && SignerCertificate.OwnershipOf(certificate, number, randomValue) == CertificateOwnership.Yes;
        return Owns(document.Supplier.RegistrationNumber) || Owns(document.Broker?.RegistrationNumber);
    }

    private static string? Registers(EmulatorSession db, EtaxInvoice document)
    {
        bool IsUnknown(EtaxParty party) => BusinessStates.Of(db, party.RegistrationNumber).State == "0";
        if (IsUnknown(document.Supplier)) return "ERR001";
        if (document.Recipient.Kind == EtaxRecipientKind.Business && IsUnknown(document.Recipient)) return "ERR002";
        return document.Broker is { } broker && IsUnknown(broker) ? "ERR003" : null;
    }

    private static bool IsClosed(EmulatorSession db, EtaxParty party, DateOnly writeDate) =>
        BusinessStates.Of(db, party.RegistrationNumber) is { State: "2", StateDate: { } closed }
        && string.CompareOrdinal(writeDate.ToString("yyyyMMdd", CultureInfo.InvariantCulture), closed) > 0;

    /// <summary>Of a document that the tax office has, whichever way it came.</summary>
    private static string? SupplierOf(EmulatorSession db, string approvalNumber) =>
        db.Text("SELECT supplier FROM nts_documents WHERE approval_number = $0", approvalNumber)
        ?? db.Text("SELECT i.invoicer FROM approvals a JOIN invoices i ON i.item_key = a.item_key WHERE a.number = $0 AND a.filed = 1", approvalNumber);

    /// <summary>Whether a refusal is about the document's form and not about its signature.</summary>
    private static bool IsOfTheForm(EtaxRefusal refusal) => refusal is EtaxRefusal.NotTheSchema or < EtaxRefusal.SeveralSignatures;

    private static string GuessedNumber(ReadOnlySpan<byte> xml)
    {
        var start = Encoding.UTF8.GetString(xml[..Math.Min(xml.Length, 64 << 10)]);
        return IssueId().Match(start) is { Success: true } match ? match.Groups[1].Value : new string('0', ApprovalNumber.Length);
    }

    [GeneratedRegex("<IssueID>([0-9A-Za-z]{1,24})</IssueID>")]
    private static partial Regex IssueId();
}
