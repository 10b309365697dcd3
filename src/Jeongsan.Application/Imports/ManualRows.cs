using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Application.Imports;

/// <summary>수기 정산: one correction in each row.</summary>
internal static class ManualRows
{
    private const string Id = "정산건 아이디";
    private const string PartnerColumn = "파트너 아이디";
    private const string Amount = "정산 금액";
    private const string TaxFree = "정산 면세 금액";
    private const string Date = "정산일";
    private const string CurrencyColumn = "통화";
    private const string Memo = "메모";

    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(PartnerColumn, true, "partner-1"),
        new(Amount, true, "-3000"),
        new(Date, true, "2026-09-30"),
        new(TaxFree, false, ""),
        new(CurrencyColumn, false, "KRW"),
        new(Id, false, ""),
        new(Memo, false, "8월 배송비 정정"),
    ];

    public static List<(NewManualTransfer Manual, int Row)> Read(RowReader reader)
    {
        var manuals = new List<(NewManualTransfer Manual, int Row)>();
        foreach (var row in reader.Rows())
        {
            var before = reader.ProblemCount;
            var partner = reader.Required(PartnerColumn);
            reader.Required(Amount);
            reader.Required(Date);
            var (amount, taxFree, date) = (reader.Amount(Amount, mayBeNegative: true), reader.Amount(TaxFree, mayBeNegative: true), reader.Date(Date));
            var (currency, id, memo) = (reader.Currency(CurrencyColumn), reader.Text(Id), reader.Text(Memo));
            if (reader.ProblemCount == before)
            {
                manuals.Add((new NewManualTransfer(id, PartnerId.From(partner), amount!.Value, taxFree ?? Won.Zero, date!.Value, currency, memo, []), row));
            }
        }
        return manuals;
    }

    public static string? ColumnOf(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound => PartnerColumn,
        StoredRefusal.AlreadyExists or StoredRefusal.IdNotUsable => Id,
        RegistrationRefusal.DateOutOfRange => Date,
        TransferRefusal.ManualTaxFreeOutOfRange => TaxFree,
        TransferRefusal.FieldTooLong => Memo,
        TransferRefusal.AmountOutOfRange => Amount,
        _ => null,
    };
}
