using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;

namespace Jeongsan.Application.Imports;

/// <summary>
/// Tax invoices: a row is one item. Rows that follow each other with the same document key are one invoice; without a key each
/// row is an invoice of its own. The other side is a counterparty, named by its id or its business number; our side is our own company.
/// </summary>
internal static class InvoiceRows
{
    private const string Issuance = "발행 방향";
    private const string CounterpartyColumn = "거래처 아이디";
    private const string BusinessNumber = "거래처 사업자등록번호";
    private const string Taxation = "과세 유형";
    private const string Purpose = "영수·청구";
    private const string WriteDate = "작성일자";
    private const string ItemDate = "품목 일자";
    private const string ItemName = "품목명";
    private const string Spec = "규격";
    private const string Quantity = "수량";
    private const string UnitCost = "단가";
    private const string Supply = "공급가액";
    private const string Tax = "세액";
    private const string ItemRemark = "품목 비고";
    private const string Remark = "비고";
    private const string Key = "문서번호";
    private const string Memo = "메모";

    private static readonly Dictionary<string, TaxInvoiceIssuance> Issuances = new(StringComparer.Ordinal) { ["역발행"] = TaxInvoiceIssuance.Reverse, ["정발행"] = TaxInvoiceIssuance.Normal };

    private static readonly Dictionary<string, TaxInvoiceTaxation> Taxations = new(StringComparer.Ordinal)
    {
        ["과세"] = TaxInvoiceTaxation.Taxable,
        ["영세"] = TaxInvoiceTaxation.ZeroRated,
        ["면세"] = TaxInvoiceTaxation.Free,
    };

    private static readonly Dictionary<string, TaxInvoicePurpose> Purposes = new(StringComparer.Ordinal)
    {
        ["영수"] = TaxInvoicePurpose.Receipt,
        ["청구"] = TaxInvoicePurpose.Invoice,
        ["없음"] = TaxInvoicePurpose.None,
    };

    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Issuance, false, "역발행"),
        new(CounterpartyColumn, false, ""),
        new(BusinessNumber, false, "100-81-00013"),
        new(Taxation, true, "과세"),
        new(Purpose, false, "청구"),
        new(WriteDate, true, "2026-09-30"),
        new(ItemName, false, "9월 정산"),
        new(Spec, false, ""),
        new(Quantity, false, "1"),
        new(UnitCost, false, ""),
        new(Supply, true, "100000"),
        new(Tax, false, "10000"),
        new(ItemDate, false, ""),
        new(ItemRemark, false, ""),
        new(Remark, false, ""),
        new(Key, false, ""),
        new(Memo, false, ""),
    ];

    /// <returns>Each invoice with the row where it starts. Invoices with a wrong cell are left out.</returns>
    public static List<(WrittenTaxInvoice Invoice, int Row)> Read(RowReader reader)
    {
        var invoices = new List<(WrittenTaxInvoice Invoice, int Row)>();
        Draft? open = null;
        foreach (var row in reader.Rows())
        {
            var before = reader.ProblemCount;
            var draft = ReadRow(reader, row);
            if (open is not null && open.Continues(draft))
            {
                CheckSame(reader, open, draft);
                open.Add(draft);
            }
            else
            {
                open?.CloseInto(invoices);
                open = draft;
                if (!reader.Has(CounterpartyColumn) && !reader.Has(BusinessNumber))
                {
                    reader.Add(BusinessNumber, new CellRefusal.Missing());
                }
            }
            open.IsWrong |= reader.ProblemCount > before;
        }
        open?.CloseInto(invoices);
        return invoices;
    }

    /// <summary>What makes two invoices of a file the same: the key that the ASP knows them by.</summary>
    public static string? KeyOf(WrittenTaxInvoice written) =>
        (written.RecipientDocumentKey ?? written.SupplierDocumentKey) is { } key ? $"{written.Content.Issuance}/{key}" : null;

    public static string? ColumnOf(Refusal refusal) => refusal switch
    {
        WritingRefusal.CounterpartyNotFound => CounterpartyColumn,
        WritingRefusal.NumberIsAnothers or WritingRefusal.SupplierNotFound or WritingRefusal.RecipientNotFound or TaxInvoiceRefusal.SupplierNotConnected or TaxInvoiceRefusal.BrnInvalid
            or TaxInvoiceRefusal.SupplierIsRecipient or TaxInvoiceRefusal.FieldMissing => BusinessNumber,
        WritingRefusal.RecipientKeyUsed or WritingRefusal.SupplierKeyUsed or TaxInvoiceRefusal.DocumentKeyMalformed => Key,
        TaxInvoiceRefusal.TaxNotAllowed or TaxInvoiceRefusal.ItemsMismatched or TaxInvoiceRefusal.TotalMismatched => Tax,
        TaxInvoiceRefusal.FieldTooLong { Field: "items.name" } => ItemName,
        TaxInvoiceRefusal.FieldTooLong { Field: "items.spec" } => Spec,
        TaxInvoiceRefusal.FieldTooLong { Field: "items.remark" } => ItemRemark,
        TaxInvoiceRefusal.FieldTooLong or TaxInvoiceRefusal.TooMany { Field: "remarks" } => Remark,
        _ => null,
    };

    private static Draft ReadRow(RowReader reader, int row)
    {
        reader.Required(Taxation);
        reader.Required(Supply);
        reader.Required(WriteDate);
        var (issuance, taxation) = (reader.OneOf(Issuance, Issuances) ?? TaxInvoiceIssuance.Reverse, reader.OneOf(Taxation, Taxations) ?? TaxInvoiceTaxation.Taxable);
        var (date, supply) = (reader.Date(WriteDate) ?? default, reader.Amount(Supply, mayBeNegative: true) ?? Won.Zero);
        // 부가가치세법 제30조: a tenth of the supply, where the file leaves it to be reckoned.
        var tax = reader.Amount(Tax, mayBeNegative: true) ?? (taxation == TaxInvoiceTaxation.Taxable ? Vat.OnTopOf(supply, Rounding.Floor) : Won.Zero);
        var item = new TaxInvoiceItem(
            reader.Date(ItemDate) ?? date, reader.Text(ItemName), reader.Text(Spec), reader.Scaled(Quantity), reader.Scaled(UnitCost), supply, tax, reader.Text(ItemRemark));
        var (other, own) = (Counterparty(reader), new TaxInvoiceParty(default, null, null, "", "", null, null, null, null));
        var content = new TaxInvoiceContent
        {
            Taxation = taxation,
            Issuance = issuance,
            Purpose = reader.OneOf(Purpose, Purposes) ?? TaxInvoicePurpose.Invoice,
            WriteDate = date,
            TotalSupply = supply,
            TotalTax = tax,
            TotalAmount = supply + tax,
            Supplier = issuance == TaxInvoiceIssuance.Reverse ? other : own,
            Recipient = issuance == TaxInvoiceIssuance.Reverse ? own : other,
            Remarks = reader.Text(Remark) is { } remark ? [remark] : [],
            Items = [item],
        };
        var key = reader.Text(Key);
        return new Draft(new WrittenTaxInvoice(content, issuance == TaxInvoiceIssuance.Normal ? key : null, issuance == TaxInvoiceIssuance.Reverse ? key : null, reader.Text(Memo), null), row);
    }

    private static TaxInvoiceParty Counterparty(RowReader reader)
    {
        var brn = default(BusinessRegistrationNumber);
        if (reader.Has(BusinessNumber))
        {
            var parsed = BusinessRegistrationNumber.Parse(reader.Raw(BusinessNumber).Replace("-", "", StringComparison.Ordinal));
            if (parsed.IsRefused)
            {
                reader.Add(BusinessNumber, parsed.Refusal);
            }
            else
            {
                brn = parsed.Value;
            }
        }
        return new TaxInvoiceParty(brn, reader.Text(CounterpartyColumn), null, "", "", null, null, null, null);
    }

    /// <summary>What belongs to the invoice stands the same in each of its rows, or only in the first.</summary>
    private static void CheckSame(RowReader reader, Draft open, Draft draft)
    {
        void Check(string column, object? first, object? later)
        {
            if (reader.Has(column) && !Equals(first, later))
            {
                reader.Add(column, new CellRefusal.DiffersFromRow(open.Row));
            }
        }

        var (first, later) = (open.Written, draft.Written);
        Check(Issuance, first.Content.Issuance, later.Content.Issuance);
        Check(Taxation, first.Content.Taxation, later.Content.Taxation);
        Check(WriteDate, first.Content.WriteDate, later.Content.WriteDate);
        Check(Purpose, first.Content.Purpose, later.Content.Purpose);
        Check(CounterpartyColumn, open.Other.CounterpartyId, draft.Other.CounterpartyId);
        Check(BusinessNumber, open.Other.Brn, draft.Other.Brn);
    }

    private sealed class Draft(WrittenTaxInvoice written, int row)
    {
        private readonly List<TaxInvoiceItem> _items = [.. written.Content.Items];
        private readonly List<string> _remarks = [.. written.Content.Remarks];

        public WrittenTaxInvoice Written => written;
        public TaxInvoiceParty Other => written.Content.Issuance == TaxInvoiceIssuance.Reverse ? written.Content.Supplier : written.Content.Recipient;
        public int Row => row;
        public bool IsWrong { get; set; }

        public bool Continues(Draft next) => KeyOf(written) is { } key && key == KeyOf(next.Written);

        public void Add(Draft next)
        {
            _items.AddRange(next.Written.Content.Items);
            _remarks.AddRange(next.Written.Content.Remarks);
        }

        public void CloseInto(List<(WrittenTaxInvoice Invoice, int Row)> invoices)
        {
            if (IsWrong)
            {
                return;
            }
            var (supply, tax) = (_items.Total(item => item.SupplyCost ?? Won.Zero), _items.Total(item => item.Tax ?? Won.Zero));
            invoices.Add((written with { Content = written.Content with { Items = _items, Remarks = _remarks, TotalSupply = supply, TotalTax = tax, TotalAmount = supply + tax } }, row));
        }
    }
}
