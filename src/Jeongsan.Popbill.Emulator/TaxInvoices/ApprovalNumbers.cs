using System.Globalization;
using Jeongsan.Popbill.Emulator.Storage;

namespace Jeongsan.Popbill.Emulator.TaxInvoices;

internal static class ApprovalNumbers
{
    /// <summary>24 characters, used once for ever: write date, registration number, eight hexadecimal digits of a running number.</summary>
    public static string Next(EmulatorSession db, PopbillEmulatorOptions options, DateOnly writeDate, string itemKey)
    {
        var serial = Settings.Next(db, "approval-sequence").ToString("x8", CultureInfo.InvariantCulture);
        var number = Etax.ApprovalNumber.Create(writeDate, options.NtsRegistrationNumber, serial);
        db.Execute("INSERT INTO approvals (number, item_key) VALUES ($0, $1)", number, itemKey);
        return number;
    }
}
