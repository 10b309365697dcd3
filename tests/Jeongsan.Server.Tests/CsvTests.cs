using Jeongsan.Application.Sheets;
using Jeongsan.Server.Api;

namespace Jeongsan.Server.Tests;

/// <summary>Sheets are opened in spreadsheet programs: texts stay texts.</summary>
public sealed class CsvTests
{
    [Theory]
    [InlineData("상호", "상호")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("말 \"따옴표\"", "\"말 \"\"따옴표\"\"\"")]
    [InlineData("두\n줄", "\"두\n줄\"")]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+82-2-000-0000", "'+82-2-000-0000")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-cmd|x", "'-cmd|x")]
    [InlineData("-11000", "-11000")]
    [InlineData("-", "'-")]
    [InlineData("", "")]
    public void Cell_IsWrittenSoThatItIsReadAsText(string text, string written) => Assert.Equal($"{written},끝\r\n", Csv.Line([text, "끝"]));
}
