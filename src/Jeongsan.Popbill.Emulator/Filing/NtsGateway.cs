using Jeongsan.Etax;
using Jeongsan.Popbill.Emulator.Faults;
using Jeongsan.Popbill.Emulator.Lookups;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.TaxInvoices;

namespace Jeongsan.Popbill.Emulator.Filing;

/// <summary>The tax office's side: believes only the signed document and its own registers, and answers one of its result codes.</summary>
internal sealed class NtsGateway(PopbillEmulatorOptions options, FaultPlan faults)
{
    public const string Accepted = "SUC001";

    public string Submit(EmulatorSession db, Invoice invoice, DateTimeOffset at)
    {
        if (faults.NtsRefusal(db) is { } forced) return forced;
        if (InvoiceTable.Xml(db, invoice.ItemKey) is not { } xml) return "SYN004";
        if (EtaxVerifier.Verify(xml).Invoice is not { ApprovalNumber: { } number } document) return "SYN002";
        if (EtaxInvoiceChecks.Check(document).FirstOrDefault(p => p.IsError) is { } problem) return problem.NtsCode ?? "ERR099";
        return Registers(db, document, number, at);
    }

    private string Registers(EmulatorSession db, EtaxInvoice document, string number, DateTimeOffset at)
    {
        if (!number.AsSpan(8, 8).SequenceEqual(options.NtsRegistrationNumber)) return "ERR010";
        var supplier = BusinessStates.Of(db, document.Supplier.RegistrationNumber);
        if (supplier.State == "0") return "ERR001";
        if (document.Recipient.Kind == EtaxRecipientKind.Business && BusinessStates.Of(db, document.Recipient.RegistrationNumber).State == "0") return "ERR002";
        if (document.Broker is { } broker && BusinessStates.Of(db, broker.RegistrationNumber).State == "0") return "ERR003";
        // The document's issue time has whole seconds.
        if (document.IssuedAt is not { } issuedAt || issuedAt > at) return "ERR005";
        if (supplier is { State: "2", StateDate: { } closed } && string.CompareOrdinal(document.WriteDate.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture), closed) > 0) return "ERR009";
        if (document.OriginalApprovalNumber is { } original && db.Number("SELECT COUNT(*) FROM approvals WHERE number = $0 AND filed = 1", original) == 0) return "ERR011";
        // An approval number is taken once for ever: the second document with it is refused.
        return db.Execute("UPDATE approvals SET filed = 1 WHERE number = $0 AND filed = 0", number) == 1 ? Accepted : "SYN003";
    }
}
