using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>A page of a browser of its own that remembers every fault which a visitor would not see.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private static readonly string _folder = Environment.GetEnvironmentVariable("JEONGSAN_SCREENSHOTS") is { Length: > 0 } chosen
        ? chosen
        : Path.Combine(AppContext.BaseDirectory, "screenshots");

    private readonly ConcurrentQueue<string> _faults = new();

    public WatchedPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            // A page that answers 4xx is said by the browser as well; those the tests look at themselves.
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of 4", StringComparison.Ordinal))
                _faults.Enqueue($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, fault) => _faults.Enqueue($"{page.Url}: {fault}");
        page.Response += (_, response) =>
        {
            if (response.Status is >= 500 and not 503)
                _faults.Enqueue($"{response.Status} {response.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>No script failed, no content was blocked, nothing answered 5xx, and Blazor drew every page.</summary>
    public async Task AssertFaultlessAsync()
    {
        Assert.Empty(_faults);
        Assert.Equal(0, await Page.GetByText("이 화면을 그리지 못했습니다").CountAsync());
    }

    /// <summary>Waits until the console has drawn its heading.</summary>
    public async Task GoAsync(string address, string heading)
    {
        await Page.GotoAsync(address);
        await HeadingAsync(heading);
    }

    public Task HeadingAsync(string heading) => Assertions.Expect(Page.Locator("h1")).ToContainTextAsync(heading);

    public Task SeesAsync(string words) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(words, new() { UseInnerText = true });

    public Task ClickAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task FollowAsync(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    public async Task ShootAsync(string name)
    {
        Directory.CreateDirectory(_folder);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(_folder, $"{name}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
