using System.Text;
using Jeongsan.Popbill.Emulator.Faults;
using Jeongsan.Popbill.Emulator.Lookups;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.TaxInvoices;

namespace Jeongsan.Popbill.Emulator.Filing;

/// <summary>The tax office's side: looks at the document alone and answers one of its result codes.</summary>
internal sealed class NtsGateway(PopbillEmulatorOptions options, FaultPlan faults)
{
    public const string Accepted = "SUC001";

    public string Submit(EmulatorSession db, Invoice invoice, DateTimeOffset at)
    {
        if (faults.NtsRefusal(db) is { } forced) return forced;
        if (InvoiceTable.Xml(db, invoice.ItemKey) is not { } xml) return "SYN004";
        var verification = Etax.EtaxVerifier.Verify(xml);
        if (!verification.IsValid) return "SYN002";
        var f = invoice.Form;
        var number = invoice.Facts.NtsConfirmNum!;
        if (!Encoding.UTF8.GetString(xml).Contains($"<IssueID>{number}</IssueID>", StringComparison.Ordinal)) return "SYN003";
        if (number.AsSpan(8, 8).SequenceEqual(options.NtsRegistrationNumber) is false) return "ERR010";
        if (!number.StartsWith(f.WriteDate!, StringComparison.Ordinal)) return "ERR006";
        if (Known(db, f.InvoicerCorpNum!) is "0") return "ERR001";
        if (f.InvoiceeType == "사업자" && Known(db, f.InvoiceeCorpNum!) is "0") return "ERR002";
        if (f.TrusteeCorpNum is { } trustee && invoice.IsConsigned && Known(db, trustee) is "0") return "ERR003";
        if (string.CompareOrdinal(invoice.Facts.IssueDT, EmulatorClock.Stamp(at)) > 0) return "ERR005";
        if (InvoiceRules.Won(f.SupplyCostTotal) is not { } supply || InvoiceRules.Won(f.TaxTotal) is not { } tax || Math.Sign(supply) * Math.Sign(tax) < 0) return "ERR007";
        if (Closed(db, f.InvoicerCorpNum!, f.WriteDate!)) return "ERR009";
        if (f.ModifyCode is not null && db.Number("SELECT COUNT(*) FROM approvals WHERE number = $0 AND filed = 1", f.OrgNTSConfirmNum) == 0) return "ERR011";
        // An approval number is taken once for ever: the second document with it is refused.
        return db.Execute("UPDATE approvals SET filed = 1 WHERE number = $0 AND filed = 0", number) == 1 ? Accepted : "SYN003";
    }

    private string? Known(EmulatorSession db, string number) => options.CheckBusinessNumbers ? BusinessStates.Of(db, number).State : "1";

    private static bool Closed(EmulatorSession db, string number, string writeDate) =>
        BusinessStates.Of(db, number) is { State: "2", StateDate: { } closed } && string.CompareOrdinal(writeDate, closed) > 0;
}
