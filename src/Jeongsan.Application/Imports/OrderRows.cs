using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Application.Imports;

/// <summary>
/// Orders: a row is an order by total, or one product of it; rows of products that follow each other with the same partner,
/// payment and id are one order. Discounts and fees of a row with a product belong to the product.
/// </summary>
internal static class OrderRows
{
    private const string Id = "정산건 아이디";
    private const string PartnerColumn = "파트너 아이디";
    private const string ContractColumn = "계약 아이디";
    private const string PaymentColumn = "결제 아이디";
    private const string OrderName = "주문명";
    private const string Total = "주문 금액";
    private const string TaxFree = "면세 금액";
    private const string ProductColumn = "상품 아이디";
    private const string ProductName = "상품명";
    private const string ProductAmount = "상품 금액";
    private const string ProductTaxFree = "상품 면세 금액";
    private const string Quantity = "수량";
    private const string DiscountPolicy = "할인 분담 정책 아이디";
    private const string Discount = "할인 금액";
    private const string DiscountTaxFree = "할인 면세 금액";
    private const string Fees = "추가 수수료 정책 아이디";
    private const string PaidAt = "결제 일시";
    private const string StartDate = "정산 시작일";
    private const string SettlementDate = "정산일";
    private const string CurrencyColumn = "통화";
    private const string Memo = "메모";

    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(PartnerColumn, true, "partner-1"),
        new(PaymentColumn, true, "order-20260901-0001"),
        new(Total, false, "10000"),
        new(TaxFree, false, "0"),
        new(OrderName, false, "사과 한 상자"),
        new(ContractColumn, false, ""),
        new(DiscountPolicy, false, ""),
        new(Discount, false, ""),
        new(DiscountTaxFree, false, ""),
        new(Fees, false, ""),
        new(ProductColumn, false, ""),
        new(ProductName, false, ""),
        new(ProductAmount, false, ""),
        new(ProductTaxFree, false, ""),
        new(Quantity, false, ""),
        new(PaidAt, false, "2026-09-01 10:00"),
        new(StartDate, false, ""),
        new(SettlementDate, false, ""),
        new(CurrencyColumn, false, "KRW"),
        new(Id, false, ""),
        new(Memo, false, ""),
    ];

    /// <returns>Each order with the row where it starts. Orders with a wrong cell are left out.</returns>
    public static List<(NewOrder Order, int Row)> Read(RowReader reader)
    {
        var orders = new List<(NewOrder Order, int Row)>();
        Draft? open = null;
        foreach (var row in reader.Rows())
        {
            var before = reader.ProblemCount;
            var draft = ReadRow(reader, row);
            if (open is not null && draft.Product is not null && open.Continues(draft))
            {
                CheckSame(reader, open, draft);
                open.Add(draft, isWrong: reader.ProblemCount > before);
                continue;
            }
            open?.CloseInto(orders);
            open = draft;
            open.IsWrong = reader.ProblemCount > before;
        }
        open?.CloseInto(orders);
        return orders;
    }

    /// <summary>Which column a refusal of the whole order is about; null when it is about several.</summary>
    public static string? ColumnOf(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound { Subject: "Contract" } => ContractColumn,
        StoredRefusal.NotFound => PartnerColumn,
        StoredRefusal.AlreadyExists or StoredRefusal.IdNotUsable => Id,
        RegistrationRefusal.AlreadyRegistered => PaymentColumn,
        RegistrationRefusal.PoliciesNotFound { Subject: "DiscountSharePolicy" } => DiscountPolicy,
        RegistrationRefusal.PoliciesNotFound => Fees,
        RegistrationRefusal.DateOutOfRange { Field: "settlementDate" } or TransferRefusal.SettlementDateBeforeStartDate => SettlementDate,
        RegistrationRefusal.DateOutOfRange => StartDate,
        TransferRefusal.ProductDuplicated => ProductColumn,
        TransferRefusal.QuantityOutOfRange => Quantity,
        TransferRefusal.AmountsExceeded { Kind: AmountExceeded.PaymentTaxFreeThanPayment } => TaxFree,
        TransferRefusal.AmountsExceeded { Kind: AmountExceeded.DiscountThanOrder } => Discount,
        TransferRefusal.AmountsExceeded => DiscountTaxFree,
        TransferRefusal.ContractFeeCurrencyMismatched or TransferRefusal.AdditionalFeeCurrencyMismatched => CurrencyColumn,
        TransferRefusal.FieldMissing => Total,
        TransferRefusal.FieldTooLong => Memo,
        _ => null,
    };

    private static Draft ReadRow(RowReader reader, int row)
    {
        var currency = reader.Currency(CurrencyColumn);
        var payment = new PaymentSnapshot(
            PaymentId.From(reader.Required(PaymentColumn)), IsExternal: true, currency.ToString().ToUpperInvariant(), reader.Text(OrderName), reader.Instant(PaidAt), null, null, null);
        var order = new NewOrder(
            reader.Text(Id), PartnerId.From(reader.Required(PartnerColumn)), reader.Text(ContractColumn) is { } contract ? ContractId.From(contract) : null, payment,
            reader.Amount(Total), null, reader.Amount(TaxFree), Discounts(reader), [.. reader.Several(Fees).Select(AdditionalFeePolicyId.From)],
            reader.Date(StartDate), reader.Date(SettlementDate), currency, reader.Text(Memo), [], []);
        if (!reader.Has(ProductColumn))
        {
            if (!reader.Has(Total))
            {
                reader.Add(Total, new CellRefusal.Missing());
            }
            return new Draft(order, null, row);
        }
        if (reader.Has(Total))
        {
            reader.Add(Total, new CellRefusal.TotalWithProducts());
        }
        if (!reader.Has(ProductAmount))
        {
            reader.Add(ProductAmount, new CellRefusal.Missing());
        }
        var product = new Product(
            ProductId.From(reader.Required(ProductColumn)), reader.Text(ProductName) ?? reader.Raw(ProductColumn), reader.Amount(ProductAmount) ?? Won.Zero, reader.Amount(ProductTaxFree) ?? Won.Zero, null);
        var quantity = (int)(reader.Number(Quantity, TransferLimits.QuantityMin, TransferLimits.QuantityMax) ?? 1);
        return new Draft(order with { Total = null, Discounts = [], AdditionalFees = [] }, new NewOrderLine(product, quantity, order.Discounts, order.AdditionalFees), row);
    }

    private static IReadOnlyList<NewOrderDiscount> Discounts(RowReader reader)
    {
        if (reader.Has(Discount) != reader.Has(DiscountPolicy))
        {
            reader.Add(reader.Has(Discount) ? DiscountPolicy : Discount, new CellRefusal.Needs(reader.Has(Discount) ? Discount : DiscountPolicy));
            return [];
        }
        return reader.Has(Discount) && reader.Amount(Discount) is { } amount
            ? [new NewOrderDiscount(DiscountSharePolicyId.From(reader.Raw(DiscountPolicy)), amount, reader.Amount(DiscountTaxFree) ?? Won.Zero)]
            : [];
    }

    /// <summary>What belongs to the order stands the same in each of its rows, or only in the first.</summary>
    private static void CheckSame(RowReader reader, Draft open, Draft draft)
    {
        void Check<T>(string column, T? first, T? later)
        {
            if (reader.Has(column) && !Equals(first, later))
            {
                reader.Add(column, new CellRefusal.DiffersFromRow(open.Row));
            }
        }

        Check(ContractColumn, open.Order.ContractId, draft.Order.ContractId);
        Check(TaxFree, open.Order.TaxFree, draft.Order.TaxFree);
        Check(StartDate, open.Order.StartDate, draft.Order.StartDate);
        Check(SettlementDate, open.Order.SettlementDate, draft.Order.SettlementDate);
        Check(CurrencyColumn, open.Order.Currency, draft.Order.Currency);
        Check(PaidAt, open.Order.Payment.PaidAt, draft.Order.Payment.PaidAt);
    }

    private sealed class Draft(NewOrder order, NewOrderLine? product, int row)
    {
        private readonly List<NewOrderLine> _lines = product is null ? [] : [product];

        public NewOrder Order => order;
        public NewOrderLine? Product => product;
        public int Row => row;
        public bool IsWrong { get; set; }

        public bool Continues(Draft next) => product is not null && next.Order.PartnerId == order.PartnerId && next.Order.Payment.Id == order.Payment.Id && next.Order.Id == order.Id;

        public void Add(Draft next, bool isWrong)
        {
            _lines.Add(next.Product!);
            IsWrong |= isWrong;
        }

        public void CloseInto(List<(NewOrder Order, int Row)> orders)
        {
            if (!IsWrong)
            {
                orders.Add((product is null ? order : order with { Lines = _lines }, row));
            }
        }
    }
}
