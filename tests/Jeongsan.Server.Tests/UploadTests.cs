using System.Net;
using System.Text;
using Jeongsan.Domain.TaxInvoices;

namespace Jeongsan.Server.Tests;

/// <summary>Files come from anywhere: what the upload address takes, and what it says no to.</summary>
public sealed class UploadTests(RunningServer server)
{
    [Fact]
    public async Task Put_AsAnnounced_IsTaken_AndMayBeRepeated()
    {
        var address = await AnnounceAsync("견적서.pdf");

        Assert.Equal(HttpStatusCode.OK, (await PutAsync(address, Encoding.UTF8.GetBytes("%PDF-1.7 first"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(address, Encoding.UTF8.GetBytes("%PDF-1.7 second"))).Status);
    }

    [Fact]
    public async Task Put_LargerThanTheLimit_IsRefused()
    {
        var address = await AnnounceAsync("큰 파일.txt");

        var reply = await PutAsync(address, new byte[AttachmentFiles.SizeBytesMax + 1]);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Contains("5MB 이하", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.pdf", "<html><script>")]
    [InlineData("a.png", "%PDF-1.7")]
    [InlineData("a.txt", "\0\0")]
    [InlineData("a.pdf", "")]
    public async Task Put_NotWhatTheNameSays_IsRefused(string name, string content) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync(await AnnounceAsync(name), Encoding.UTF8.GetBytes(content))).Status);

    [Theory]
    [InlineData("../../etc/passwd.txt")]
    [InlineData("run.exe")]
    [InlineData("a\r\nSet-Cookie: x.pdf")]
    public async Task Announce_UnusableName_IsRefused(string fileName) =>
        Assert.Equal("INVALID_REQUEST", (await server.PostAsync("/b2b/file-upload-url?test=true", new { fileName })).ErrorType);

    [Fact]
    public async Task Put_ToAForgedAddress_IsRefused()
    {
        var address = await AnnounceAsync("a.txt");

        Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync(new Uri(address.AbsoluteUri[..^6] + "AAAAAA"), "x"u8.ToArray())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync(new Uri(server.Server.Address, "uploads/x"), "x"u8.ToArray())).Status);
    }

    private async Task<Uri> AnnounceAsync(string fileName) =>
        new((await server.PostAsync("/b2b/file-upload-url?test=true", new { fileName })).Body.GetProperty("url").GetString()!);

    private static async Task<(HttpStatusCode Status, string Text)> PutAsync(Uri address, byte[] content)
    {
        using var client = new HttpClient();
        using var answer = await client.PutAsync(address, new ByteArrayContent(content), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
