using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Jeongsan.Etax;

namespace Jeongsan.Popbill.Tests;

/// <summary>Fills in the certificate page as a person does: no JavaScript, only the form that the page shows.</summary>
internal static partial class CertificatePage
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A key takes long to make; the same company gets the same one in each test.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<TestCertificate>> Made = new();

    public static (string Name, string File, byte[] Bytes)[] Npki(string corpNum, DateTimeOffset? from = null, DateTimeOffset? to = null)
    {
        var issued = from is null && to is null ? Usual(corpNum) : TestAuthority.IssueCertificate(corpNum, "시험상사", from ?? From, to ?? To);
        return [("signCert", "signCert.der", issued.SignCert.ToArray()), ("signPri", "signPri.key", issued.SignPri.ToArray())];
    }

    public static (string Name, string File, byte[] Bytes)[] Pfx(string corpNum) => [("pfx", "cert.p12", Usual(corpNum).Pfx.ToArray())];

    private static TestCertificate Usual(string corpNum) => Made.GetOrAdd(corpNum, c => new(() => TestAuthority.IssueCertificate(c, "시험상사", From, To))).Value;

    public static async Task<string> SubmitAsync(HttpClient http, Uri page, (string Name, string File, byte[] Bytes)[] files, string password = "test1234", string? back = null)
    {
        var shown = await http.GetStringAsync(back is null ? page : new Uri(page + "&return=" + Uri.EscapeDataString(back)));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(WebUtility.HtmlDecode(Hidden(shown, "T"))), "T" },
            { new StringContent(WebUtility.HtmlDecode(Hidden(shown, "return"))), "return" },
            { new StringContent(password), "password" },
        };
        foreach (var (name, file, bytes) in files) form.Add(new ByteArrayContent(bytes), name, file);
        using var answer = await http.PostAsync("/App/Certificate", form);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string Hidden(string html, string name) => HiddenField().Matches(html).First(m => m.Groups[1].Value == name).Groups[2].Value;

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")]
    private static partial Regex HiddenField();
}
