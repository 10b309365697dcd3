namespace Jeongsan.Domain.TaxInvoices;

/// <summary>Why a penalty is what it is: the law's article for each side, and the whole in Korean sentences.</summary>
public static class LatePenaltyArticles
{
    // 계산서 have no VAT: their penalties stand in the income tax laws of persons and of corporations.
    private const string TaxFree = "소득세법 제81조의10, 법인세법 제75조의8";

    /// <summary>Null when there is no penalty.</summary>
    public static string? SupplierArticle(this LatePenalty penalty) => (penalty.Reason, penalty.IsTaxFree) switch
    {
        (LatePenaltyReason.None, _) => null,
        (_, true) => TaxFree,
        (LatePenaltyReason.IssuedLate, _) => "부가가치세법 제60조 제2항 제1호",
        (LatePenaltyReason.NotIssued, _) => "부가가치세법 제60조 제2항 제2호",
        (LatePenaltyReason.SentLate, _) => "부가가치세법 제60조 제2항 제3호",
        (LatePenaltyReason.NotSent, _) => "부가가치세법 제60조 제2항 제4호",
        _ => throw new System.Diagnostics.UnreachableException(penalty.Reason.ToString()),
    };

    /// <summary>Null when nothing happens to the recipient.</summary>
    public static string? RecipientArticle(this LatePenalty penalty) => (penalty.Reason, penalty.IsTaxFree) switch
    {
        (LatePenaltyReason.IssuedLate, false) => "부가가치세법 제60조 제7항 제1호",
        (LatePenaltyReason.NotIssued, false) => penalty.RecipientDeducts
            ? "부가가치세법 시행령 제75조 제7호, 부가가치세법 제60조 제7항 제1호"
            : "부가가치세법 제39조 제1항 제2호",
        _ => null,
    };

    /// <summary>One sentence a side; empty when there is no penalty.</summary>
    public static IReadOnlyList<string> Explain(this LatePenalty penalty)
    {
        if (penalty.SupplierArticle() is not { } supplier)
        {
            return [];
        }
        var sentences = new List<string> { $"공급자: {Why(penalty)} 공급가액의 {SupplierRate(penalty)}인 {penalty.Supplier.Value:#,0}원의 가산세를 냅니다. ({supplier})" };
        if (penalty.RecipientArticle() is { } recipient)
        {
            sentences.Add((penalty.Reason, penalty.RecipientDeducts) switch
            {
                (LatePenaltyReason.IssuedLate, _) => $"공급받는 자: 매입세액을 공제받을 수 있지만 공급가액의 0.5%인 {penalty.Recipient.Value:#,0}원의 가산세를 냅니다. ({recipient})",
                (_, true) => $"공급받는 자: 확정신고기한 다음 날부터 1년 안에 받았으므로 수정신고나 경정청구로 매입세액을 공제받을 수 있고, 공급가액의 0.5%인 {penalty.Recipient.Value:#,0}원의 가산세를 냅니다. ({recipient})",
                (_, false) => $"공급받는 자: 매입세액을 공제받지 못합니다. ({recipient})",
            });
        }
        return sentences;
    }

    private static string Why(LatePenalty penalty) => penalty.Reason switch
    {
        LatePenaltyReason.IssuedLate => "발행 기한(다음 달 10일)을 넘겨 발행해서",
        LatePenaltyReason.NotIssued => "확정신고기한까지 발행하지 않아서",
        LatePenaltyReason.SentLate => "발행일 다음 날까지 국세청에 전송하지 않아서",
        LatePenaltyReason.NotSent => "확정신고기한까지 국세청에 전송하지 않아서",
        _ => throw new System.Diagnostics.UnreachableException(penalty.Reason.ToString()),
    };

    private static string SupplierRate(LatePenalty penalty) => (penalty.Reason, penalty.IsTaxFree) switch
    {
        (LatePenaltyReason.IssuedLate, false) or (LatePenaltyReason.NotIssued, true) => "1%",
        (LatePenaltyReason.IssuedLate, true) or (LatePenaltyReason.NotSent, _) => "0.5%",
        (LatePenaltyReason.NotIssued, false) => "2%",
        (LatePenaltyReason.SentLate, _) => "0.3%",
        _ => throw new System.Diagnostics.UnreachableException(penalty.Reason.ToString()),
    };
}
