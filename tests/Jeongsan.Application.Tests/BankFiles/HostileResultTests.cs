using System.IO.Compression;
using System.Text;
using Jeongsan.Application.BankFiles;
using Jeongsan.Application.Imports;
using Jeongsan.Domain.BankFiles;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.BankFiles;

/// <summary>Result files that are no result files, or more than that.</summary>
public sealed class HostileResultTests(Worlds worlds)
{
    private const string Head = "메모,입금계좌번호,입금액,처리결과,오류내용";

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Result_ThatIsNoTableOrTooLarge_IsRefusedAndChangesNothing(DatabaseKind kind)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind));
        var file = await platform.FiledAsync();
        (string Reason, byte[] Content)[] hostile =
        [
            ("FileEmpty", []),
            ("FileEmpty", Encoding.UTF8.GetBytes(Head)),
            ("FileTooLarge", new byte[ImportLimits.FileBytesMax + 1]),
            ("FormatUnknown", [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3]),
            ("EncodingUnknown", [.. Encoding.UTF8.GetBytes(Head), 0x0A, 0xFF, 0x80, 0xFF]),
            ("WorkbookBroken", [.. "PK\x03\x04"u8, 1, 2, 3]),
            ("UnpacksTooLarge", Bomb()),
            ("ColumnsMissing", Encoding.UTF8.GetBytes("메모,입금계좌번호,입금액,처리결과\r\n1,2,3,4")),
            ("ColumnTwice", Encoding.UTF8.GetBytes($"{Head},입금액\r\n1,2,3,4,5,6")),
            ("TooManyRows", Encoding.UTF8.GetBytes(Head + string.Concat(Enumerable.Repeat("\r\n1,2,3,4,5", ImportLimits.RowCountMax + 1)))),
            ("TooManyColumns", Encoding.UTF8.GetBytes(new string(',', 300))),
        ];
        foreach (var (reason, content) in hostile)
        {
            Assert.Equal(reason, (await platform.PreviewAsync(file.Id, content)).Refusal?.Reason);
            Assert.Equal(reason, (await platform.ApplyAsync(file.Id, content)).Refusal?.Reason);
        }
        Assert.Null((await platform.ReadAsync(file.Id)).HeardAt);
    }

    /// <summary>Banks put a title over the table and a sum under it; formulas are texts and never run.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Result_WithATitleASumAndFormulas_IsReadAsText(DatabaseKind kind)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind));
        var file = await platform.FiledAsync();
        var rows = await platform.RowsAsync(file.Id);
        var text = $"대량이체 처리결과\r\n조회일,2026-09-01\r\n\r\n순번,{Head}\r\n"
            + string.Join("\r\n", rows.Select(row => $"{row.Row.Number},{row.Row.Number},{row.Payout.Account.Number},{row.Row.Amount.Value},오류,\"=cmd|'/c calc'!A1\""))
            + $"\r\n합계,,,{file.TotalAmount.Value},3건,";
        var content = CodePagesEncodingProvider.Instance.GetEncoding(949)!.GetBytes(text);

        var preview = Platform.Must(await platform.PreviewAsync(file.Id, content));
        Assert.Equal((3, 1, 0), (preview.CountOf(ResultLineKind.WillFail), preview.CountOf(ResultLineKind.NotAPayout), preview.WrongCount));
        Assert.Equal([5, 6, 7, 8], preview.Lines.Select(line => line.Line.Row));
        Platform.Must(await platform.ApplyAsync(file.Id, content));

        Assert.All(await platform.RowsAsync(file.Id), row => Assert.Equal("=cmd|'/c calc'!A1", row.Payout.FailReason));
    }

    /// <summary>What was given to the bank is no result of it.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Result_ThatIsTheFileItself_HasNoResultColumns(DatabaseKind kind)
    {
        var platform = await FilePlatform.SoldAsync(await worlds.OnAsync(kind));
        var file = await platform.FiledAsync();
        var own = Platform.Must(await platform.DownloadAsync(file.Id));
        Assert.Equal(["처리결과", "오류내용"], Assert.IsType<ImportRefusal.ColumnsMissing>((await platform.ApplyAsync(file.Id, own.Content)).Refusal).Names);
    }

    /// <summary>Zeros pack well: a small file that would fill the memory.</summary>
    private static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var chunk = new byte[1024 * 1024];
            for (var written = 0L; written <= ImportLimits.UnpackedBytesMax; written += chunk.Length)
            {
                part.Write(chunk);
            }
        }
        return stream.ToArray();
    }
}
