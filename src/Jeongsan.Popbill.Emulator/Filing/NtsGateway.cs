using Jeongsan.Popbill.Emulator.Faults;
using Jeongsan.Popbill.Emulator.Gateway;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.TaxInvoices;

namespace Jeongsan.Popbill.Emulator.Filing;

/// <summary>The tax office's side for what the ASP files: the same examination as at the gateway, without the R value of a package.</summary>
internal sealed class NtsGateway(PopbillEmulatorOptions options, FaultPlan faults)
{
    public const string Accepted = Examination.Accepted;

    public string Submit(EmulatorSession db, Invoice invoice, DateTimeOffset at)
    {
        if (faults.NtsRefusal(db) is { } forced) return forced;
        if (InvoiceTable.Xml(db, invoice.ItemKey) is not { } xml) return "SYN004";
        var finding = Examination.Examine(db, new(xml, options.NtsRegistrationNumber, at, at, SignerRandomValue: null));
        // Popbill has its own code for everything else.
        if (finding.Code != Examination.Accepted) return finding.Code == Examination.Else ? "ERR099" : finding.Code;
        // An approval number is taken once for ever: the second document with it is refused.
        return db.Execute("UPDATE approvals SET filed = 1 WHERE number = $0 AND filed = 0", finding.ApprovalNumber) == 1 ? Examination.Accepted : "SYN003";
    }
}
