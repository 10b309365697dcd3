using System.Diagnostics;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Partners;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Statements;
using Jeongsan.Domain.Transfers;
using Jeongsan.Etax.Pdf;

namespace Jeongsan.Application.Statements;

/// <summary>A statement as a template shows it: what the PDF prints and the partner's page shows. Pure.</summary>
public static class StatementPaper
{
    /// <summary>One line of the table, whatever it stands for.</summary>
    private sealed record Line(TransferKind Kind, DateOnly? Date, string About, int Count, SettlementAmounts Amounts);

    /// <summary>A column, when it is shown, and what stands in it.</summary>
    private sealed record Column(TableColumn Head, bool IsShown, Func<Line, string> Cell);

    public static TableDocument Of(SettlementStatement statement, StatementTerms terms)
    {
        var columns = Columns(statement, terms).Where(column => column.IsShown).ToList();
        return new TableDocument(
            "정산내역서",
            Facts(statement, terms),
            [.. columns.Select(column => column.Head)],
            [.. Lines(statement, terms).Select(line => (IReadOnlyList<string>)[.. columns.Select(column => column.Cell(line))])],
            [.. Sums(statement.Payout, terms)],
            Note(statement, terms))
        { Lead = terms.Greeting ?? "" };
    }

    /// <summary>Other currencies in their smallest unit, as everywhere.</summary>
    public static string Money(Payout payout, long amount) =>
        payout.Currency == Currency.Krw ? KoreanWords.Won(amount) : $"{KoreanWords.Digits(amount)} {payout.Currency.ToString().ToUpperInvariant()}";

    /// <summary>The middle is hidden: the partner knows its own account.</summary>
    public static string MaskedAccount(string number) => number.Length <= 6 ? new string('*', number.Length) : $"{number[..3]}{new string('*', number.Length - 6)}{number[^3..]}";

    private static List<KeyValuePair<string, string>> Facts(SettlementStatement statement, StatementTerms terms)
    {
        var (payout, company) = (statement.Payout, statement.Company);
        List<KeyValuePair<string, string>> facts =
        [
            new("받는 곳", payout.Partner.Profile.Name),
            new("보내는 곳", company?.CompanyName ?? "-"),
            new("사업자번호 (받는 곳)", payout.Partner.Profile.Type is PartnerType.Business business ? KoreanWords.BusinessNumber(business.BusinessRegistrationNumber.Value) : "-"),
            new("사업자번호 (보내는 곳)", company is null ? "-" : KoreanWords.BusinessNumber(company.BusinessNumber.Value)),
            new("지급 아이디", payout.Id.Value),
            new("지급일", payout.PaidAt is { } paid ? KoreanWords.DateInTable(SeoulTime.DateOf(paid)) : "지급 전"),
        ];
        if (terms.ShowsBankAccount)
        {
            facts.Add(new("입금 계좌", $"{BankNames.Of(payout.Account.Bank)} {MaskedAccount(payout.Account.Number)}"));
        }
        if (terms.ShowsBankMemo)
        {
            facts.Add(new("통장 메모", payout.DepositMemo ?? "-"));
        }
        return facts;
    }

    private static IEnumerable<Column> Columns(SettlementStatement statement, StatementTerms terms)
    {
        var isSums = terms.Detail == StatementDetail.Sums;
        var hasTransfers = terms.Detail == StatementDetail.Transfers && statement.Transfers is not null;
        return
        [
            new(new("정산일", 11), !isSums, line => line.Date is { } date ? KoreanWords.DateInTable(date) : ""),
            new(new("구분", 8), true, line => Word(line.Kind)),
            new(new(hasTransfers ? "주문" : "계약", 16), !isSums, line => line.About),
            new(new("건수", 6, true), !hasTransfers, line => KoreanWords.Digits(line.Count)),
            new(new("주문 금액", 12, true), true, line => KoreanWords.Digits(line.Amounts.Order.Value)),
            new(new("할인 분담", 11, true), terms.ShowsDiscountShare, line => KoreanWords.Digits(line.Amounts.DiscountShare.Value)),
            new(new("수수료", 11, true), terms.ShowsPlatformFee, line => KoreanWords.Digits(line.Amounts.PlatformFee.Value)),
            new(new("추가 수수료", 11, true), terms.ShowsAdditionalFee, line => KoreanWords.Digits(line.Amounts.AdditionalFee.Value)),
            new(new("수수료 부가세", 11, true), terms.ShowsVat && (terms.ShowsPlatformFee || terms.ShowsAdditionalFee), line => KoreanWords.Digits(FeeVat(line.Amounts, terms).Value)),
            new(new("정산 금액", 13, true), true, line => KoreanWords.Digits(line.Amounts.Settlement.Value)),
        ];
    }

    private static Won FeeVat(SettlementAmounts amounts, StatementTerms terms) =>
        (terms.ShowsPlatformFee ? amounts.PlatformFeeVat : Won.Zero) + (terms.ShowsAdditionalFee ? amounts.AdditionalFeeVat : Won.Zero);

    private static IEnumerable<Line> Lines(SettlementStatement statement, StatementTerms terms) => (terms.Detail, statement.Transfers) switch
    {
        (StatementDetail.Sums, _) => statement.Settlements.GroupBy(row => row.Kind).OrderBy(group => group.Key).Select(group => new Line(
            group.Key, null, "", group.Sum(row => row.TransferCount), group.Aggregate(SettlementAmounts.Zero, (sum, row) => sum + SettlementStatement.Signed(row)))),
        (StatementDetail.Transfers, { } transfers) => transfers.Select(row => new Line(
            row.Kind, row.SettlementDate, row.PaymentId?.Value ?? "-", 1, SettlementStatement.Signed(row.Kind, row.Amounts))),
        (StatementDetail.Settlements or StatementDetail.Transfers, _) => statement.Settlements.Select(row => new Line(
            row.Kind, row.SettlementDate, row.Contract?.Terms.Name ?? "-", row.TransferCount, SettlementStatement.Signed(row))),
        _ => throw new UnreachableException(terms.Detail.ToString()),
    };

    private static string Word(TransferKind kind) => kind switch
    {
        TransferKind.Order => "주문",
        TransferKind.OrderCancel => "취소",
        TransferKind.Manual => "수기",
        _ => throw new UnreachableException(kind.ToString()),
    };

    private static IEnumerable<KeyValuePair<string, string>> Sums(Payout payout, StatementTerms terms)
    {
        yield return new("정산 금액 합계", Money(payout, payout.SettlementAmount.Value));
        if (terms.ShowsVat)
        {
            yield return new("공급가액", Money(payout, payout.SupplyAmount.Value));
            yield return new("면세 금액", Money(payout, payout.TaxFreeAmount.Value));
            yield return new("부가세", Money(payout, payout.VatAmount.Value));
        }
        if (terms.ShowsWithheldTax && payout.Partner.Profile.Type is PartnerType.WhtPayer)
        {
            yield return new("소득세 (원천징수)", Money(payout, -payout.IncomeTaxAmount.Value));
            yield return new("지방소득세 (원천징수)", Money(payout, -payout.LocalIncomeTaxAmount.Value));
        }
        yield return new("지급 금액", Money(payout, payout.Amount.Value));
    }

    private static string Note(SettlementStatement statement, StatementTerms terms) => string.Join('\n', new[]
    {
        terms.ShowsVat ? "플랫폼이 부담한 부가세와 결제 부가세 부담은 정산 금액에 반영되어 있습니다." : null,
        terms.Detail == StatementDetail.Transfers && statement.Transfers is null
            ? $"정산건이 {KoreanWords.Digits(StatementLimits.TransfersListedMax)}건을 넘어 정산 내역별로 적었습니다." : null,
        terms.Notice,
    }.OfType<string>());
}
