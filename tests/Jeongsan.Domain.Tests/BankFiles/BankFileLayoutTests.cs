using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Xunit;

namespace Jeongsan.Domain.Tests.BankFiles;

public sealed class BankFileLayoutTests
{
    private static BankFileLayout Good => StandardLayouts.Find(Bank.Kookmin)!;

    public static TheoryData<string, BankFileLayout> Wrong => new()
    {
        { "LayoutFieldMissing", Good with { Name = " " } },
        { "LayoutFieldTooLong", Good with { Name = new string('가', 51) } },
        { "LayoutTooMany", Good with { Columns = [.. Enumerable.Range(0, 31).Select(index => new BankFileColumn($"열{index}", BankFileValue.Empty))] } },
        { "LayoutFieldMissing", Good with { Columns = [new BankFileColumn("", BankFileValue.Amount)] } },
        { "LayoutFormula", Good with { Columns = [new BankFileColumn("=1+1", BankFileValue.Amount)] } },
        { "LayoutFormula", Good with { Columns = [new BankFileColumn("고정", BankFileValue.FixedText, "@SUM(1)")] } },
        { "LayoutFieldMissing", Good with { Columns = [new BankFileColumn("고정", BankFileValue.FixedText)] } },
        { "LayoutTextTwice", Good with { Columns = [.. Good.Columns, new BankFileColumn("입금액", BankFileValue.Empty)] } },
        { "LayoutValueNotOnce", Good with { Columns = [.. Good.Columns.Where(column => column.Value != BankFileValue.Amount)] } },
        { "LayoutValueNotOnce", Good with { Columns = [.. Good.Columns, new BankFileColumn("계좌 한 번 더", BankFileValue.AccountNumber)] } },
        { "LayoutBankMissing", Good with { Columns = [.. Good.Columns.Where(column => column.Value != BankFileValue.BankCode)] } },
        { "LayoutOutOfRange", Good with { DepositMemoWidth = 0 } },
        { "LayoutOutOfRange", Good with { WithdrawalMemoWidth = 41 } },
        { "LayoutOutOfRange", Good with { RowCountMax = 10_001 } },
        { "LayoutFieldMissing", Good with { Results = Good.Results with { Account = "" } } },
        { "LayoutFieldMissing", Good with { Results = Good.Results with { SuccessWords = [] } } },
        { "LayoutTextTwice", Good with { Results = Good.Results with { Amount = Good.Results.Account } } },
        { "LayoutTextTwice", Good with { Results = Good.Results with { FailureWords = ["정 상"] } } },
    };

    [Fact]
    public void Standard_OfEachBank_CanBeWrittenAndReadBack()
    {
        Assert.Equal([Bank.Kookmin, Bank.Shinhan, Bank.Woori, Bank.Hana, Bank.Nonghyup, Bank.Ibk], StandardLayouts.All.Select(layout => layout.Bank));
        Assert.All(StandardLayouts.All, layout => Assert.Null(BankFileLayoutCheck.Check(layout)));
        // The bank gives back what it was given: the result's columns are among the file's.
        Assert.All(StandardLayouts.All, layout => Assert.Empty(new[] { layout.Results.Key!, layout.Results.Account, layout.Results.Amount }.Except(layout.Columns.Select(column => column.Header))));
    }

    [Theory, MemberData(nameof(Wrong))]
    public void Check_OfAWrongLayout_SaysWhatIsWrong(string reason, BankFileLayout layout) => Assert.Equal(reason, BankFileLayoutCheck.Check(layout)?.Reason);

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "HYPERLINK(\"http://x\")")]
    [InlineData("==+-@1", "1")]
    [InlineData("\t=1", "1")]
    [InlineData("가게\r\n둘", "가게  둘")]
    [InlineData("A-1 + B", "A-1 + B")]
    [InlineData("＝1＋1", "1＋1")]
    [InlineData("---", "")]
    public void Text_ThatASpreadsheetWouldRun_LosesWhatBeginsIt(string text, string harmless) => Assert.Equal(harmless, BankFileText.Harmless(text));

    [Theory]
    [InlineData("가나다라마바사아", 14, "가나다라마바사")]
    [InlineData("가나다라마바사", 13, "가나다라마바")]
    [InlineData("가나다라마바🎉", 14, "가나다라마바")]
    [InlineData("abcdefghijklmnop", 14, "abcdefghijklmn")]
    public void Memo_WiderThanTheBankPrints_IsCut(string memo, int width, string cut) => Assert.Equal(cut, BankFileText.Cut(memo, width));

    [Fact]
    public void Codes_OfAllBanks_AreThreeDigitsAndEachOnesOwn()
    {
        var codes = Enum.GetValues<Bank>().Where(bank => bank != Bank.MiscForeign).Select(bank => BankCodes.Find(bank)).ToList();
        Assert.All(codes, code => Assert.Matches("^[0-9]{3}$", code));
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.Null(BankCodes.Find(Bank.MiscForeign));
    }

    [Theory]
    [InlineData(Bank.Shinhan, "110123456789", "110-123-456789")]
    [InlineData(Bank.Kookmin, "12345678901234", "123456-78-901234")]
    [InlineData(Bank.Nonghyup, "0012345678901", "001-2345-6789-01")]
    [InlineData(Bank.Hsbc, "001234567890", "001234567890")]
    public void Account_WithHyphens_IsDividedAsPeopleWriteIt(Bank bank, string number, string divided) => Assert.Equal(divided, BankCodes.Divide(bank, number));

    [Fact]
    public void Row_OfAColumnOfEachKind_SaysItsValue()
    {
        var layout = Good with { HasHyphens = true, Columns = [.. Enum.GetValues<BankFileValue>().Select(value => new BankFileColumn(value.ToString(), value, "급여"))] };
        var entry = new BankFileEntry(7, new BankAccount(Bank.Toss, Currency.Krw, "001212345678", "홍시험"), "토스뱅크", "가게", new Won(1_234_567), "시험마켓 정산입니다", null);
        Assert.Equal(
            ["092", "토스뱅크", "0012-1234-5678", "1234567", "홍시험", "시험마켓 정산", "", "7", "AB123-0007", "가게", "급여", ""],
            BankFileText.Row(layout, "AB123", entry).Select(cell => cell.Text));
    }
}
