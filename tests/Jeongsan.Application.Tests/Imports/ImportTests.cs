using System.IO.Compression;
using System.Text;
using CsCheck;
using Jeongsan.Application.Imports;
using Jeongsan.Application.Partners;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Transfers;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Imports;

/// <summary>Files from strangers: whole or not at all, with the cell that is wrong.</summary>
public sealed class ImportTests(Worlds worlds)
{
    private static readonly Encoding Cp949 = CodePagesEncodingProvider.Instance.GetEncoding(949)!;

    private const string Head = "파트너 아이디,결제 아이디,주문 금액,주문명,상품 아이디,상품 금액,수량,정산 시작일\n";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static ImportUpload Orders(byte[] content, string? id = null, bool again = false) => new(ImportKind.Orders, content, "주문.csv", id, again);

    private static Task<Outcome<ImportRecord>> ImportAsync(Platform platform, ImportUpload upload) =>
        platform.World.Get<ImportFile>().ImportAsync(platform.Tenant, Platform.Actor, upload, CancellationToken.None);

    private static async Task<ImportPreview> PreviewAsync(Platform platform, ImportUpload upload) =>
        Platform.Must(await platform.World.Get<ImportFile>().PreviewAsync(platform.Tenant, Platform.Actor, upload, CancellationToken.None));

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Import_OrdersInKoreanExcelsEncoding_AreRegistered(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var file = Cp949.GetBytes(Head
            + "p0,pay-1,\"10,000\",똠방각하 펲시콜라,,,,2026-09-01\n"
            + "p1,pay-2,,묶음,사과,2000,5,2026-09-01\n"
            + "p1,pay-2,,,배,4000,1,\n"
            + ",,,,,,,\n"
            + "p2,pay-3,5000원,,,,,2026/09/02\n");

        var preview = await PreviewAsync(platform, Orders(file));
        Assert.Equal((4, 3, 0), (preview.RowCount, preview.ItemCount, preview.ProblemCount));
        Assert.Empty(await platform.RowsAsync<Transfer>());

        var record = Platform.Must(await ImportAsync(platform, Orders(file)));
        var transfers = (await platform.RowsAsync<Transfer>()).OrderBy(transfer => transfer.PaymentId!.Value.Value).ToArray();
        Assert.Equal((4, 3), (record.RowCount, record.ItemCount));
        Assert.Equal([8_900, 12_460, 4_450], transfers.Select(transfer => transfer.SignedSettlement.Value));
        Assert.Equal("똠방각하 펲시콜라", transfers[0].Payment!.OrderName);
        Assert.Equal(2, transfers[1].Lines.Count);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Import_SomeCellsWrong_TakesNothingAndNamesEachCell(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        Platform.Must(await platform.OrderAsync(0, "known", 1_000));
        var file = Utf8(Head
            + "p0,pay-1,10000,,,,,2026-09-01\n"
            + "nobody,pay-2,10000,,,,,2026-09-01\n"
            + "p0,pay-3,만원,,,,,2026-13-01\n"
            + "p0,,10000,,,,,\n"
            + "p0,pay-1,10000,,,,,\n"
            + "p0,known,10000,,,,,\n"
            + "p0,pay-6,100,,사과,100,1,\n"
            + "p0,pay-7,,,사과,100,0,\n");

        var wrong = Assert.IsType<ImportRefusal.Wrong>((await ImportAsync(platform, Orders(file))).Refusal).Preview;

        Assert.Equal(
            [(3, "파트너 아이디"), (4, "주문 금액"), (4, "정산 시작일"), (5, "결제 아이디"), (6, null), (7, "결제 아이디"), (8, "주문 금액"), (9, "수량")],
            wrong.Problems.Select(problem => (problem.Row, problem.Column)));
        Assert.Equal(new CellRefusal.SameAsRow(2), wrong.Problems[4].Reason);
        Assert.Equal(wrong.Problems.Select(problem => (problem.Row, problem.Column)), (await PreviewAsync(platform, Orders(file))).Problems.Select(problem => (problem.Row, problem.Column)));
        Assert.Single(await platform.RowsAsync<Transfer>());
        Assert.Empty(await platform.RowsAsync<ImportRecord>());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Import_SameContentTwice_MustBeMeant(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var file = Utf8("파트너 아이디,정산 금액,정산일\np0,-3000,2026-09-30\np0,500,2026-09-30\n");
        ImportUpload Manual(bool again = false, string? id = null) => new(ImportKind.ManualTransfers, file, null, id, again);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ImportAsync(platform, Manual())));

        var first = Assert.Single(outcomes, outcome => !outcome.IsRefused).Value;
        Assert.All(outcomes.Where(outcome => outcome.IsRefused), outcome => Assert.Equal(first.Id, Assert.IsType<ImportRefusal.AlreadyImported>(outcome.Refusal).ImportId));
        Assert.Equal(2, (await platform.RowsAsync<Transfer>()).Count);
        Platform.Must(await ImportAsync(platform, Manual(again: true, id: "meant")));
        Assert.Equal(-5_000, (await platform.RowsAsync<Transfer>()).Sum(transfer => transfer.SignedSettlement.Value));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Import_FormsOfEachKind_AreReadAgainAsTheyWereWritten(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind), partners: 1);
        foreach (var format in Enum.GetValues<ImportFormat>())
        {
            var partners = await PreviewAsync(platform, new ImportUpload(ImportKind.Partners, ImportForm.Write(ImportKind.Partners, format), null));
            // The form's own contract is an example only.
            Assert.Equal("기본 계약 아이디", Assert.Single(partners.Problems).Column);
            var orders = await PreviewAsync(platform, new ImportUpload(ImportKind.Orders, ImportForm.Write(ImportKind.Orders, format), null));
            Assert.Equal("파트너 아이디", Assert.Single(orders.Problems).Column);
            var manuals = await PreviewAsync(platform, new ImportUpload(ImportKind.ManualTransfers, ImportForm.Write(ImportKind.ManualTransfers, format), null));
            Assert.Equal("파트너 아이디", Assert.Single(manuals.Problems).Column);
        }
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Import_Partners_AreCreatedWithTheirTypes(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind), partners: 1);
        var file = Utf8(
            "파트너 아이디,이름,유형,기본 계약 아이디,은행,계좌번호,예금주,담당자 이름,담당자 이메일,사업자등록번호,상호,대표자,과세 유형,태그\n"
            + "shop,하늘상회,사업자,A,신한은행,110-000-000001,하늘상회,김하늘,sky@example.com,100-81-00013,하늘상회,김하늘,면세,식품;신선\n"
            + "person,박강사,원천징수 대상,A,카카오뱅크,3333000000001,박강사,박강사,p@example.com,,,,,\n");

        Platform.Must(await ImportAsync(platform, new ImportUpload(ImportKind.Partners, file, null)));

        var partners = (await platform.RowsAsync<Partner>()).ToDictionary(partner => partner.Id.Value);
        var shop = Assert.IsType<PartnerType.Business>(partners["shop"].Snapshot().Profile.Type);
        Assert.Equal((TaxationType.TaxFree, "1008100013"), (shop.TaxationType, shop.BusinessRegistrationNumber.Value));
        Assert.Equal(["식품", "신선"], partners["shop"].Snapshot().Profile.Tags);
        Assert.IsType<PartnerType.WhtPayer>(partners["person"].Snapshot().Profile.Type);
        var wrong = Utf8(
            "파트너 아이디,이름,유형,기본 계약 아이디,은행,계좌번호,예금주,담당자 이름,담당자 이메일\n"
            + "person,박강사,원천징수 대상,A,없는은행,3333000000001,박강사,박강사,p@example.com\n"
            + "other,박강사,사업자,A,신한은행,12,박강사,박강사,메일아님\n"
            + "person,박강사,원천징수 대상,A,신한은행,12345678,박강사,박강사,p@example.com\n");
        var preview = await PreviewAsync(platform, new ImportUpload(ImportKind.Partners, wrong, null));
        Assert.Equal(
            [(2, "은행"), (3, "상호"), (3, "대표자"), (3, "사업자등록번호"), (4, "파트너 아이디")],
            preview.Problems.Select(problem => (problem.Row, problem.Column)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Import_SeveralSets_AreOneImport(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var rows = Enumerable.Range(0, 4_500).Select(index => $"p{index % 3},pay-{index},1000,,,,,2026-09-01\n");
        var file = Utf8(Head + string.Concat(rows));

        var broken = Utf8(Head + string.Concat(rows) + "nobody,last,1000,,,,,\n");
        Assert.Equal(4_502, Assert.Single(Assert.IsType<ImportRefusal.Wrong>((await ImportAsync(platform, Orders(broken))).Refusal).Preview.Problems).Row);
        Assert.Empty(await platform.RowsAsync<Transfer>());
        Assert.Equal(4_500, Platform.Must(await ImportAsync(platform, Orders(file))).ItemCount);
        Assert.Equal(4_500 * 890, (await platform.RowsAsync<Transfer>()).Sum(transfer => transfer.SignedSettlement.Value));
    }

    public static TheoryData<string, byte[], Type> Hostile => new()
    {
        { "nothing", [], typeof(ImportRefusal.FileEmpty) },
        { "blank", Utf8("  \n\n"), typeof(ImportRefusal.FileEmpty) },
        { "head only", Utf8(Head), typeof(ImportRefusal.FileEmpty) },
        { "old excel", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], typeof(ImportRefusal.FormatUnknown) },
        { "no encoding", [0x61, 0x2C, 0xFF, 0xFF, 0x0A], typeof(ImportRefusal.EncodingUnknown) },
        { "half a letter", [0x61, 0x2C, 0xB0], typeof(ImportRefusal.EncodingUnknown) },
        { "binary", [0x61, 0x00, 0x62, 0x00, 0x00], typeof(ImportRefusal.FormatUnknown) },
        { "broken zip", "PK\x03\x04 and then nothing"u8.ToArray(), typeof(ImportRefusal.WorkbookBroken) },
        { "zip of no workbook", Zip(("a.txt", 10)), typeof(ImportRefusal.WorkbookBroken) },
        { "bomb", Zip(("xl/worksheets/sheet1.xml", ImportLimits.UnpackedBytesMax + 1)), typeof(ImportRefusal.UnpacksTooLarge) },
        { "too many rows", Utf8(Head + string.Concat(Enumerable.Repeat("p0,x,1,,,,,\n", ImportLimits.RowCountMax + 1))), typeof(ImportRefusal.TooManyRows) },
        { "too many columns", Utf8(string.Join(',', Enumerable.Range(0, 101)) + "\n1\n"), typeof(ImportRefusal.TooManyColumns) },
        { "unknown column", Utf8("파트너 아이디,결제 아이디,주문 금액,비밀\np0,x,1,2\n"), typeof(ImportRefusal.ColumnsUnknown) },
        { "missing column", Utf8("파트너 아이디,주문 금액\np0,1\n"), typeof(ImportRefusal.ColumnsMissing) },
        { "same column twice", Utf8("파트너 아이디,결제 아이디,결제 아이디\np0,x,y\n"), typeof(ImportRefusal.ColumnTwice) },
    };

    [Theory, MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public async Task Preview_HostileFile_IsRefused(string name, byte[] file, Type refusal)
    {
        Assert.NotEmpty(name);
        var platform = await Platform.CreateAsync(await worlds.OnAsync(DatabaseKind.Sqlite));
        Assert.IsType(refusal, (await platform.World.Get<ImportFile>().PreviewAsync(platform.Tenant, Platform.Actor, Orders(file), CancellationToken.None)).Refusal);
    }

    [Fact]
    public void Read_AnyBytes_IsATableOrARefusal() =>
        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            var read = TableFile.Read(bytes, CancellationToken.None);
            Assert.True(read.IsRefused || read.Value.Rows.Count > 0);
        });

    [Fact]
    public void Cell_ThatStartsAFormula_IsWrittenAsText()
    {
        Assert.Equal("'=1+1", ImportForm.Cell("=1+1"));
        Assert.Equal("'@SUM(A1)", ImportForm.Cell("@SUM(A1)"));
        Assert.Equal("\"'-1+cmd|' /C calc'!A0,\"", ImportForm.Cell("-1+cmd|' /C calc'!A0,"));
        Assert.Equal("-3000", ImportForm.Cell("-3000"));
        Assert.Equal("\"그는 \"\"예\"\"라고\"", ImportForm.Cell("그는 \"예\"라고"));
    }

    /// <summary>A ZIP file whose parts are zeros of that size.</summary>
    private static byte[] Zip(params (string Name, long Bytes)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            foreach (var (name, bytes) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                for (var left = bytes; left > 0; left -= zeros.Length)
                {
                    part.Write(zeros, 0, (int)Math.Min(left, zeros.Length));
                }
            }
        }
        return file.ToArray();
    }
}
