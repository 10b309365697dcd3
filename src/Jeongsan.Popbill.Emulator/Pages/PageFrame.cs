using System.Net;
using Microsoft.AspNetCore.Http;

namespace Jeongsan.Popbill.Emulator.Pages;

/// <summary>The frame of every page; works without JavaScript and on a phone.</summary>
internal static class PageFrame
{
    private const string Style = """
        body{font-family:'Noto Sans KR','Malgun Gothic',sans-serif;margin:0;background:#f4f5f7;color:#1c1e21;line-height:1.6}
        main{max-width:52rem;margin:1.5rem auto;padding:1.5rem;background:#fff;border-radius:.5rem;box-shadow:0 1px 4px #0002}
        h1{font-size:1.3rem;margin-top:0} table{border-collapse:collapse;width:100%;margin:.75rem 0} th,td{border:1px solid #c8ccd2;padding:.35rem .5rem;text-align:left;font-size:.92rem}
        th{background:#f0f2f5;font-weight:600} td.n{text-align:right} label{display:block;margin:.75rem 0 .25rem;font-weight:600} input{font-size:1rem;max-width:100%}
        input[type=password]{padding:.5rem;border:1px solid #9aa1ab;border-radius:.3rem;width:16rem} button,.button{display:inline-block;margin-top:1rem;padding:.6rem 1.2rem;border:0;border-radius:.3rem;background:#1f5fd0;color:#fff;font-size:1rem;text-decoration:none}
        .bad{background:#fdecea;border:1px solid #d93025;padding:.75rem;border-radius:.3rem} .good{background:#e6f4ea;border:1px solid #188038;padding:.75rem;border-radius:.3rem} small{color:#5f6672}
        """;

    public static string Text(string? value) => WebUtility.HtmlEncode(value ?? "");

    public static async Task WriteAsync(HttpContext http, int status, string title, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html;charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        await http.Response.WriteAsync(
            $"<!doctype html><html lang=\"ko\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>{Text(title)}</title><style>{Style}</style></head><body><main><h1>{Text(title)}</h1>{body}<p><small>팝빌 모의 서버의 화면입니다. 실제 팝빌이 아닙니다.</small></p></main></body></html>",
            http.RequestAborted);
    }
}
