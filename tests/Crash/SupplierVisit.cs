using System.Net;
using System.Text.RegularExpressions;
using Jeongsan.TestKit;

namespace Jeongsan.Crash;

/// <summary>The supplier's way through the link of the mail, with plain forms. It may be walked again from the start.</summary>
internal sealed partial class SupplierVisit(MortalServer server, string link, string businessNumber, CancellationToken cancellation) : IDisposable
{
    private readonly HttpClient _browser = new(new HttpClientHandler { CookieContainer = new CookieContainer() });

    /// <summary>Business number, certificate on the agency's page, approval.</summary>
    public async Task ApproveAsync()
    {
        using var folder = new TemporaryFolder();
        await ServerProcess.RunCommandAsync(["test-certificate", businessNumber, folder.Path], cancellation);
        await server.AskAsync(token => EnterAsync(token), cancellation);
        await server.AskAsync(token => RegisterCertificateAsync(folder.Path, token), cancellation);
        await server.AskAsync(token => ApproveOnceAsync(token), cancellation);
    }

    public void Dispose() => _browser.Dispose();

    private async Task<string> EnterAsync(CancellationToken token)
    {
        var page = await _browser.GetStringAsync(new Uri(link), token);
        return await SubmitAsync(link, page, new() { ["BusinessNumber"] = businessNumber }, token);
    }

    private async Task<string> RegisterCertificateAsync(string folder, CancellationToken token)
    {
        var ours = await _browser.GetStringAsync(new Uri($"{link}/certificate"), token);
        if (RegistrationLink().Match(ours) is not { Success: true } found)
            return ours;
        using var opened = await _browser.GetAsync(new Uri(new Uri(link), WebUtility.HtmlDecode(found.Groups[1].Value)), token);
        var address = opened.RequestMessage!.RequestUri!;
        var theirs = await opened.Content.ReadAsStringAsync(token);
        using var form = new MultipartFormDataContent();
        foreach (Match field in HiddenField().Matches(theirs))
            form.Add(new StringContent(WebUtility.HtmlDecode(field.Groups["value"].Value)), field.Groups["name"].Value);
        form.Add(new StringContent("test1234"), "password");
        foreach (var (name, file) in new[] { ("signCert", "signCert.der"), ("signPri", "signPri.key") })
            form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(folder, file), token)), name, file);
        var action = FormAction().Match(theirs).Groups[1].Value;
        using var answer = await _browser.PostAsync(new Uri(address, WebUtility.HtmlDecode(action)), form, token);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(token);
    }

    // When it was approved already, the page leads on to the result and has no form.
    private async Task<string> ApproveOnceAsync(CancellationToken token)
    {
        using var answer = await _browser.GetAsync(new Uri($"{link}/invoice"), token);
        var page = await answer.Content.ReadAsStringAsync(token);
        return answer.RequestMessage!.RequestUri!.AbsolutePath.EndsWith("/invoice", StringComparison.Ordinal)
            ? await SubmitAsync($"{link}/invoice", page, [], token)
            : page;
    }

    private async Task<string> SubmitAsync(string address, string page, Dictionary<string, string> values, CancellationToken token)
    {
        foreach (Match field in HiddenField().Matches(page))
            values[field.Groups["name"].Value] = WebUtility.HtmlDecode(field.Groups["value"].Value);
        using var content = new FormUrlEncodedContent(values);
        using var answer = await _browser.PostAsync(new Uri(address), content, token);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(token);
    }

    [GeneratedRegex("""<a [^>]*href="([^"]+)"[^>]*>인증서 등록하러 가기</a>""")]
    private static partial Regex RegistrationLink();

    [GeneratedRegex("""<form\b[^>]*action="([^"]*)"[^>]*>""")]
    private static partial Regex FormAction();

    [GeneratedRegex("""<input (?=[^>]*type="hidden")(?=[^>]*name="(?<name>[^"]*)")(?=[^>]*value="(?<value>[^"]*)")[^>]*>""")]
    private static partial Regex HiddenField();
}
