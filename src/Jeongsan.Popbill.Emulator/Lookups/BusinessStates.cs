using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.TaxInvoices;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.Lookups;

/// <summary>휴폐업조회. Facts set through the admin API win; otherwise the two middle digits decide, as documented in docs/popbill.md.</summary>
internal static class BusinessStates
{
    public sealed record Facts(string? TaxType, string? State, string? StateDate);

    public static Answer One(ApiCall call)
    {
        if (call.Q("CN") is not { } number) return Errors.CloseDownNumberMissing;
        return Shape(call, number) is { } shape ? Answer.Of(shape) with { DocumentKey = number } : Errors.CloseDownNumberBad;
    }

    public static Answer Many(ApiCall call)
    {
        if (LenientJson.Read<string[]>(call.Body) is not { Length: > 0 } numbers) return Errors.CloseDownListMissing;
        if (numbers.Length > 1000) return Errors.CloseDownTooMany;
        var shapes = numbers.Select(n => Shape(call, n)).ToList();
        return shapes.Contains(null) ? Errors.CloseDownNumberBad : Answer.Of(shapes);
    }

    public static Facts Of(EmulatorSession db, string number)
    {
        var set = db.One("SELECT tax_type, state, state_date FROM businesses WHERE number = $0", r => new Facts(Text(r, 0), Text(r, 1), Text(r, 2)), number);
        if (set is not null) return set;
        if (!Etax.BusinessNumber.IsValid(number)) return new(null, "0", null);
        return number[3..5] switch
        {
            "82" or "83" => new("40", "1", null),
            "90" or "91" or "92" or "93" or "94" => new("20", "1", null),
            "95" => new("31", "1", null),
            "96" => new("30", "1", null),
            "97" => new("10", "3", "20240101"),
            "98" => new("10", "2", "20240101"),
            "99" => new(null, "0", null),
            _ => new("10", "1", null),
        };
    }

    /// <summary>closeDownState of an invoice: an int here, text in the look-up itself.</summary>
    public static (int? State, string? Date) OfRecipient(EmulatorSession db, InvoiceForm form)
    {
        if (form.InvoiceeType != "사업자") return (null, null);
        var facts = Of(db, form.InvoiceeCorpNum!);
        return (facts.State is { } state ? int.Parse(state, System.Globalization.CultureInfo.InvariantCulture) : 4, facts.StateDate);
    }

    private static object? Shape(ApiCall call, string? text)
    {
        var number = text?.Replace("-", "", StringComparison.Ordinal) ?? "";
        if (number.Length != 10 || !number.All(char.IsAsciiDigit)) return null;
        var facts = Of(call.Db, number);
        return new
        {
            corpNum = number,
            type = facts.TaxType switch { "10" => "1", "20" => "2", "30" or "31" => "3", "40" => "4", _ => null },
            taxType = facts.TaxType,
            typeDate = (string?)null,
            state = facts.State,
            stateDate = facts.StateDate,
            checkDate = EmulatorClock.Stamp(call.Now)[..8],
        };
    }

    private static string? Text(Microsoft.Data.Sqlite.SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
