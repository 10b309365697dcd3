using Jeongsan.Application.Mails;
using Jeongsan.Domain.BankFiles;

namespace Jeongsan.Server.Api.BankFiles;

/// <summary>Sentences about bank files that the API and the console say alike.</summary>
internal static class BankFileWords
{
    /// <summary>What comes of a row of a result file, or what to do about it.</summary>
    public static string Of(MatchedLine match) => match.Kind switch
    {
        ResultLineKind.WillSucceed => "이체됨으로 반영해요.",
        ResultLineKind.WillFail => "이체되지 않음으로 반영해요. 정산 내역을 다시 지급할 수 있게 돼요.",
        ResultLineKind.StillUnknown => "은행이 아직 결과를 알려 주지 않았어요. 처리 중으로 두어요.",
        ResultLineKind.AlreadyKnown => "이미 반영한 결과예요.",
        ResultLineKind.NotAPayout => "계좌번호가 없는 줄이라 건너뛰어요.",
        ResultLineKind.Mismatched => $"파일의 {match.Filed!.Number}번째 줄과 계좌번호나 금액이 달라요. 다른 파일의 결과이거나 고친 파일인지 확인해 주세요.",
        ResultLineKind.NotInFile => "이체 파일에 없는 지급이에요. 다른 파일의 결과인지 확인해 주세요.",
        ResultLineKind.Duplicate => "같은 지급의 줄이 또 있어요. 은행에서 두 번 이체되었는지 거래내역을 확인해 주세요.",
        ResultLineKind.Ambiguous => "계좌번호와 금액이 같은 지급이 여럿인데 결과가 서로 달라요. 거래내역을 보고 한 건씩 적어 주세요.",
        ResultLineKind.Contradicting => $"이미 {(match.Filed!.Known == ResultWord.Succeeded ? "이체됨" : "이체되지 않음")}으로 끝난 지급인데 다른 결과예요. 은행 거래내역을 확인해 주세요.",
        _ => throw new System.Diagnostics.UnreachableException(match.Kind.ToString()),
    };

    /// <summary>Which part of a layout is wrong, and the mend; null for other refusals.</summary>
    public static (string Field, string Mend)? OfLayout(BankFileRefusal refusal) => refusal switch
    {
        BankFileRefusal.LayoutFieldMissing missing => (missing.Field, "비어 있어요. 적어 주세요."),
        BankFileRefusal.LayoutFieldTooLong tooLong => (tooLong.Field, $"{tooLong.LengthMax}자 이하로 적어 주세요."),
        BankFileRefusal.LayoutTooMany many => (many.Field, $"{many.CountMax}개까지 적을 수 있어요."),
        BankFileRefusal.LayoutOutOfRange range => (range.Field, $"{KoreanWords.Digits(range.Min)}부터 {KoreanWords.Digits(range.Max)}까지의 수를 적어 주세요."),
        BankFileRefusal.LayoutTextTwice twice => (twice.Field, $"‘{twice.Text}’이(가) 두 번 있어요. 다르게 적어 주세요."),
        BankFileRefusal.LayoutFormula formula => (formula.Field, $"‘{formula.Text}’은(는) 쓸 수 없어요. =, +, -, @로 시작하거나 공백으로 시작하고 끝나지 않게 적어 주세요."),
        BankFileRefusal.LayoutValueNotOnce once => ("columns", $"{NameOf(once.Value)} 열이 꼭 하나 있어야 해요."),
        BankFileRefusal.LayoutBankMissing => ("columns", "은행코드나 은행 이름 열이 있어야 해요."),
        _ => null,
    };

    /// <summary>A member of a layout as the console calls it.</summary>
    public static string LabelOf(string field) => field switch
    {
        "name" => "양식 이름",
        "columns" => "열",
        "columns.header" => "열 이름",
        "columns.text" => "정해진 글자",
        "depositMemoWidth" => "받는 분 통장 표시의 길이",
        "withdrawalMemoWidth" => "내 통장 표시의 길이",
        "rowCountMax" => "파일 하나의 지급 수",
        "results" => "결과 파일의 열 이름",
        "results.key" => "결과 파일의 번호 열",
        "results.account" => "결과 파일의 계좌번호 열",
        "results.amount" => "결과 파일의 금액 열",
        "results.status" => "결과 파일의 처리 결과 열",
        "results.reason" => "결과 파일의 사유 열",
        "results.successWords" => "이체됨을 뜻하는 말",
        "results.failureWords" => "이체되지 않음을 뜻하는 말",
        "results.unknownWords" => "아직 모름을 뜻하는 말",
        _ => field,
    };

    public static string NameOf(BankFileValue value) => value switch
    {
        BankFileValue.BankCode => "은행코드 3자리",
        BankFileValue.BankName => "은행 이름",
        BankFileValue.AccountNumber => "계좌번호",
        BankFileValue.Amount => "금액",
        BankFileValue.Holder => "예금주",
        BankFileValue.DepositMemo => "받는 분 통장 표시",
        BankFileValue.WithdrawalMemo => "내 통장 표시",
        BankFileValue.RowNumber => "순번",
        BankFileValue.RowKey => "결과 맞춤 번호",
        BankFileValue.PartnerName => "파트너 이름",
        BankFileValue.FixedText => "정해진 글자",
        BankFileValue.Empty => "빈 칸",
        _ => throw new System.Diagnostics.UnreachableException(value.ToString()),
    };
}
