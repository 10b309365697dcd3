using System.Net;
using System.Text.RegularExpressions;

namespace Jeongsan.Faults;

/// <summary>One try of a supplier at the pages behind the link of a mail, with plain forms.</summary>
internal static partial class SupplierVisit
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <returns>False when a page did not come: the supplier comes back later.</returns>
    public static async Task<bool> TryAsync(Uri server, string token, string businessNumber, string? refusalReason, CancellationToken ct)
    {
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = server, Timeout = Patience };
        try
        {
            var link = $"s/{token}";
            await SubmitAsync(browser, link, await browser.GetStringAsync(new Uri(link, UriKind.Relative), ct), new() { ["BusinessNumber"] = businessNumber }, ct);
            var page = refusalReason is null ? $"{link}/invoice" : $"{link}/refuse";
            using var shown = await browser.GetAsync(new Uri(page, UriKind.Relative), ct);
            // Decided already, the page leads on to the result.
            if (shown.RequestMessage!.RequestUri!.AbsolutePath.EndsWith(refusalReason is null ? "/invoice" : "/refuse", StringComparison.Ordinal))
                await SubmitAsync(browser, page, await shown.Content.ReadAsStringAsync(ct), refusalReason is null ? [] : new() { ["Reason"] = refusalReason }, ct);
            return true;
        }
        catch (Exception gone) when ((gone is HttpRequestException or IOException or OperationCanceledException) && !ct.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async Task SubmitAsync(HttpClient browser, string address, string page, Dictionary<string, string> values, CancellationToken ct)
    {
        foreach (Match field in HiddenField().Matches(page))
            values[field.Groups["name"].Value] = WebUtility.HtmlDecode(field.Groups["value"].Value);
        using var content = new FormUrlEncodedContent(values);
        using var answer = await browser.PostAsync(new Uri(address, UriKind.Relative), content, ct);
        answer.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("""<input (?=[^>]*type="hidden")(?=[^>]*name="(?<name>[^"]*)")(?=[^>]*value="(?<value>[^"]*)")[^>]*>""")]
    private static partial Regex HiddenField();
}
