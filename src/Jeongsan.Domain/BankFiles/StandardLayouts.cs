using Jeongsan.Domain.Partners;
using static Jeongsan.Domain.BankFiles.BankFileValue;

namespace Jeongsan.Domain.BankFiles;

/// <summary>
/// Layouts to begin with. No law and no public page fixes them, banks change them, and each bank's site lets a company say which
/// column is what: these are the columns that such sites ask for, by the names that they use, to be fitted by the platform.
/// </summary>
public static class StandardLayouts
{
    /// <summary>Seven Korean letters, as in bank books.</summary>
    private const int MemoWidth = 14;

    private const int RowCount = 1_000;

    public static IReadOnlyList<BankFileLayout> All { get; } =
    [
        Of("KB국민은행 대량이체", Bank.Kookmin, [new("입금은행", BankCode), new("입금계좌번호", AccountNumber), new("입금액", Amount), new("예금주", Holder),
            new("입금통장표시내용", DepositMemo), new("출금통장표시내용", WithdrawalMemo), new("메모", RowKey)], Results("메모", "입금계좌번호", "입금액", "처리결과", "오류내용")),
        Of("신한은행 다계좌이체", Bank.Shinhan, [new("입금은행", BankName), new("입금계좌번호", AccountNumber), new("이체금액", Amount), new("받는분", Holder),
            new("받는통장 메모", DepositMemo), new("내통장 메모", WithdrawalMemo), new("CMS코드", RowKey)], Results("CMS코드", "입금계좌번호", "이체금액", "처리결과", "처리내용")),
        Of("우리은행 대량이체", Bank.Woori, [new("입금은행코드", BankCode), new("입금계좌번호", AccountNumber), new("이체금액", Amount), new("예금주명", Holder),
            new("받는분통장표시", DepositMemo), new("내통장표시", WithdrawalMemo), new("비고", RowKey)], Results("비고", "입금계좌번호", "이체금액", "처리상태", "불능사유")),
        Of("하나은행 다건이체", Bank.Hana, [new("입금은행코드", BankCode), new("입금계좌번호", AccountNumber), new("입금금액", Amount), new("받는분 성명", Holder),
            new("받는분 통장표시", DepositMemo), new("내 통장표시", WithdrawalMemo), new("관리번호", RowKey)], Results("관리번호", "입금계좌번호", "입금금액", "처리결과", "오류사유")),
        Of("NH농협은행 대량이체", Bank.Nonghyup, [new("순번", RowNumber), new("은행코드", BankCode), new("계좌번호", AccountNumber), new("이체금액", Amount), new("예금주", Holder),
            new("입금통장인자내용", DepositMemo), new("출금통장인자내용", WithdrawalMemo), new("비고", RowKey)], Results("비고", "계좌번호", "이체금액", "처리결과", "불능사유")),
        Of("IBK기업은행 대량이체", Bank.Ibk, [new("은행명", BankName), new("입금계좌번호", AccountNumber), new("이체금액", Amount), new("예금주명", Holder),
            new("입금계좌 통장표시", DepositMemo), new("출금계좌 통장표시", WithdrawalMemo), new("업체고유번호", RowKey)], Results("업체고유번호", "입금계좌번호", "이체금액", "처리상태", "오류메시지")),
    ];

    public static BankFileLayout? Find(Bank bank) => All.FirstOrDefault(layout => layout.Bank == bank);

    private static BankFileLayout Of(string name, Bank bank, IReadOnlyList<BankFileColumn> columns, ResultColumns results) =>
        new(name, bank, BankFileFormat.Xlsx, CsvEncoding.Utf8, HasHeader: true, HasHyphens: false, MemoWidth, MemoWidth, RowCount, columns, results);

    private static ResultColumns Results(string key, string account, string amount, string status, string reason) => new(
        key, account, amount, status, reason,
        ["정상", "성공", "완료", "이체완료", "처리완료", "정상처리", "정상완료"],
        ["오류", "실패", "불능", "거절", "이체실패", "이체불능", "처리불능", "처리실패", "에러"],
        ["확인", "처리중", "접수", "대기", "타임아웃", "시간초과", "응답없음", "통신장애"]);
}
