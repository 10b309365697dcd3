using Jeongsan.Application.Partners;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Server.Console.BankFiles;

/// <summary>The first rows of a layout with invented partners.</summary>
internal static class LayoutPreview
{
    private const string Tag = "8XK2P";

    public static IReadOnlyList<IReadOnlyList<string>> Rows(BankFileLayout layout) =>
    [
        .. new[]
        {
            Entry(1, Bank.Shinhan, "110123456789", "홍길동", "가나다 상점", 1_234_500),
            Entry(2, Bank.Nonghyup, "0012345678901", "주식회사 라마바", "라마바", 98_000),
            Entry(3, Bank.Kakao, "3333012345678", "김정산", "사아자 공방", 5_670),
        }.Select(entry => BankFileText.Row(layout, Tag, entry).Select(cell => cell.Text).ToList()),
    ];

    private static BankFileEntry Entry(int number, Bank bank, string account, string holder, string partner, long won) =>
        new(number, new BankAccount(bank, Currency.Krw, account, holder), BankNames.Of(bank), partner, new Won(won), "우리플랫폼 정산", partner);
}
