using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>The page of the API.</summary>
[Collection("site")]
public sealed class DocsTests(SampleSite site)
{
    [Fact]
    public async Task Docs_WithoutInternet_ShowsOperationsInKoreanAndEnglish()
    {
        await using var page = await site.OpenAsync(null);
        var elsewhere = new ConcurrentQueue<string>();
        await page.Page.RouteAsync(address => new Uri(address).Host != "127.0.0.1" && !address.StartsWith("data:", StringComparison.Ordinal) && !address.StartsWith("blob:", StringComparison.Ordinal), route =>
        {
            elsewhere.Enqueue(route.Request.Url);
            return route.AbortAsync();
        });

        await page.Page.GotoAsync("/docs");

        var body = page.Page.Locator("body");
        var limit = new LocatorAssertionsToContainTextOptions { Timeout = 60_000 };
        await Assertions.Expect(body).ToContainTextAsync("포트원 V2 파트너 정산", limit);
        await Assertions.Expect(body).ToContainTextAsync("The wire format is that of PortOne V2", limit);
        await Assertions.Expect(body).ToContainTextAsync("계약", limit);
        await page.ShootAsync("docs");
        Assert.Empty(elsewhere);
    }
}
