using System.Text;
using Jeongsan.Application.BankFiles;
using Jeongsan.Application.Imports;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Xunit;

namespace Jeongsan.Application.Tests.BankFiles;

/// <summary>What each bank's site is given, to the byte.</summary>
public sealed class GoldenFileTests
{
    private static readonly BankFileEntry[] Entries =
    [
        new(1, new BankAccount(Bank.Shinhan, Currency.Krw, "110123456789", "홍시험"), "신한은행", "가게0", new Won(11_000), "시험마켓", "가게0"),
        // Zeros in front, and texts that a spreadsheet would run.
        new(2, new BankAccount(Bank.Nonghyup, Currency.Krw, "0012345678901", "=HYPERLINK(\"http://x\",\"홍\")"), "농협은행", "가게1", new Won(1_234_567), "+시험마켓 정산금입니다", "-1+1"),
        new(3, new BankAccount(Bank.MiraeAssetSecurities, Currency.Krw, "123456", "김,쉼표"), "미래에셋증권", "가게2", new Won(1), null, "@가게"),
    ];

    public static TheoryData<Bank, string[]> Golden => new()
    {
        {
            Bank.Kookmin,
            [
                "입금은행,입금계좌번호,입금액,예금주,입금통장표시내용,출금통장표시내용,메모",
                "088,110123456789,11000,홍시험,시험마켓,가게0,AB123-0001",
                "011,0012345678901,1234567,\"HYPERLINK(\"\"http://x\"\",\"\"홍\"\")\",시험마켓 정산,1+1,AB123-0002",
                "238,123456,1,\"김,쉼표\",,가게,AB123-0003",
            ]
        },
        {
            Bank.Shinhan,
            [
                "입금은행,입금계좌번호,이체금액,받는분,받는통장 메모,내통장 메모,CMS코드",
                "신한은행,110123456789,11000,홍시험,시험마켓,가게0,AB123-0001",
                "농협은행,0012345678901,1234567,\"HYPERLINK(\"\"http://x\"\",\"\"홍\"\")\",시험마켓 정산,1+1,AB123-0002",
                "미래에셋증권,123456,1,\"김,쉼표\",,가게,AB123-0003",
            ]
        },
        {
            Bank.Woori,
            [
                "입금은행코드,입금계좌번호,이체금액,예금주명,받는분통장표시,내통장표시,비고",
                "088,110123456789,11000,홍시험,시험마켓,가게0,AB123-0001",
                "011,0012345678901,1234567,\"HYPERLINK(\"\"http://x\"\",\"\"홍\"\")\",시험마켓 정산,1+1,AB123-0002",
                "238,123456,1,\"김,쉼표\",,가게,AB123-0003",
            ]
        },
        {
            Bank.Hana,
            [
                "입금은행코드,입금계좌번호,입금금액,받는분 성명,받는분 통장표시,내 통장표시,관리번호",
                "088,110123456789,11000,홍시험,시험마켓,가게0,AB123-0001",
                "011,0012345678901,1234567,\"HYPERLINK(\"\"http://x\"\",\"\"홍\"\")\",시험마켓 정산,1+1,AB123-0002",
                "238,123456,1,\"김,쉼표\",,가게,AB123-0003",
            ]
        },
        {
            Bank.Nonghyup,
            [
                "순번,은행코드,계좌번호,이체금액,예금주,입금통장인자내용,출금통장인자내용,비고",
                "1,088,110123456789,11000,홍시험,시험마켓,가게0,AB123-0001",
                "2,011,0012345678901,1234567,\"HYPERLINK(\"\"http://x\"\",\"\"홍\"\")\",시험마켓 정산,1+1,AB123-0002",
                "3,238,123456,1,\"김,쉼표\",,가게,AB123-0003",
            ]
        },
        {
            Bank.Ibk,
            [
                "은행명,입금계좌번호,이체금액,예금주명,입금계좌 통장표시,출금계좌 통장표시,업체고유번호",
                "신한은행,110123456789,11000,홍시험,시험마켓,가게0,AB123-0001",
                "농협은행,0012345678901,1234567,\"HYPERLINK(\"\"http://x\"\",\"\"홍\"\")\",시험마켓 정산,1+1,AB123-0002",
                "미래에셋증권,123456,1,\"김,쉼표\",,가게,AB123-0003",
            ]
        },
    };

    [Theory, MemberData(nameof(Golden))]
    public void Csv_OfAStandardLayout_IsTheGoldenFile(Bank bank, string[] lines)
    {
        var layout = StandardLayouts.Find(bank)! with { Format = BankFileFormat.Csv };
        var text = string.Concat(lines.Select(line => line + "\r\n"));
        Assert.Equal([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], BankFileWriter.Write(layout, "AB123", Entries));
        Assert.Equal(CodePagesEncodingProvider.Instance.GetEncoding(949)!.GetBytes(text), BankFileWriter.Write(layout with { Encoding = CsvEncoding.Cp949 }, "AB123", Entries));
        var without = string.Concat(lines.Skip(1).Select(line => line + "\r\n"));
        Assert.Equal([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(without)], BankFileWriter.Write(layout with { HasHeader = false }, "AB123", Entries));
    }

    /// <summary>Read as anybody's spreadsheet is: the cells are those of the CSV, and every zero is there.</summary>
    [Theory, MemberData(nameof(Golden))]
    public void Xlsx_OfAStandardLayout_HasTheGoldenCells(Bank bank, string[] lines)
    {
        var csv = TableFile.Read(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)), CancellationToken.None).Value;

        var written = BankFileWriter.Write(StandardLayouts.Find(bank)!, "AB123", Entries);

        var read = TableFile.Read(written, CancellationToken.None).Value;
        Assert.Equal(csv.Columns, read.Columns);
        Assert.Equal(csv.Rows, read.Rows);
        Assert.Equal(written, BankFileWriter.Write(StandardLayouts.Find(bank)!, "AB123", Entries));
    }

    /// <summary>Only amounts and numbers of rows are numbers; no cell is a formula; text stays text when a person edits it.</summary>
    [Fact]
    public void Xlsx_Cells_AreTextButForAmounts()
    {
        var written = BankFileWriter.Write(StandardLayouts.Find(Bank.Kookmin)!, "AB123", Entries);

        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(written));
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var sheet = System.Xml.Linq.XDocument.Parse(reader.ReadToEnd());
        var cells = sheet.Descendants().Where(element => element.Name.LocalName == "c").ToList();
        Assert.Equal(4 * 7, cells.Count);
        Assert.Equal(3, cells.Count(cell => cell.Attribute("t") is null));
        Assert.All(cells.Where(cell => cell.Attribute("t") is not null), cell => Assert.Equal(("inlineStr", "1"), (cell.Attribute("t")!.Value, cell.Attribute("s")!.Value)));
        Assert.DoesNotContain(sheet.Descendants(), element => element.Name.LocalName == "f");
    }

    /// <summary>What banks' systems have no letter for is left out, and nothing breaks the sheet.</summary>
    [Fact]
    public void Text_ThatAFormatCannotHold_IsLeftOut()
    {
        BankFileEntry[] odd = [Entries[0] with { DepositMemo = "정산🎉\u0001끝", Account = Entries[0].Account with { Holder = "홍\uFFFF<&\">" } }];
        var layout = StandardLayouts.Find(Bank.Kookmin)! with { Format = BankFileFormat.Csv, Encoding = CsvEncoding.Cp949, HasHeader = false };
        Assert.Equal("088,110123456789,11000,\"홍<&\"\">\",정산 끝,가게0,AB123-0001\r\n", CodePagesEncodingProvider.Instance.GetEncoding(949)!.GetString(BankFileWriter.Write(layout, "AB123", odd)));
        Assert.Equal("정산🎉 끝", TableFile.Read(BankFileWriter.Write(StandardLayouts.Find(Bank.Kookmin)!, "AB123", odd), CancellationToken.None).Value.Rows[0][4]);
    }
}
