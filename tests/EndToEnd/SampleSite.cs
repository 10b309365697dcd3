using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Jeongsan.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>A real server with the sample month, a browser, and the first person signed in. One for all tests.</summary>
public partial class SampleSite : IAsyncLifetime
{
    public const string OwnerEmail = "owner@samplemarket.example";
    public const string Password = "correct-horse-battery";
    private static readonly TimeSpan _sampleLimit = TimeSpan.FromSeconds(150);
    private const float StepMilliseconds = 20_000;

    private IPlaywright? _playwright;
    private string? _ownerState;

    protected virtual bool HasSampleMonth => true;

    public ServerProcess Server { get; private set; } = null!;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>The day in Korea on which the sample month was paid, often in the year before its end: the clock of the test side goes on from there with any test.</summary>
    public DateOnly SamplePaid => DateOnly.ParseExact(ClockMoved().Match(Server.Output).Groups[1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Gives the six digits of the first person's app.</summary>
    internal AuthenticatorApp Owner { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await ServerProcess.StartAsync(new ServerSettings
        {
            Arguments = HasSampleMonth ? ["sample"] : [],
            Variables = new Dictionary<string, string> { ["JEONGSAN_OWNER_EMAIL"] = OwnerEmail, ["JEONGSAN_OWNER_PASSWORD"] = Password, ["JEONGSAN_WEBHOOK_INTERNAL"] = "allow" },
        });
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(StepMilliseconds);
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("JEONGSAN_TEST_CHROMIUM") ?? "/usr/bin/chromium", Args = ["--no-sandbox"] });
        if (HasSampleMonth)
            await Polling.UntilTrueAsync("the sample month", _ => Task.FromResult(Server.Output.Contains("샘플 한 달이 끝났습니다", StringComparison.Ordinal)), _sampleLimit);
        await using var page = await OpenAsync(null);
        Owner = await SignIn.EnrolAsync(page.Page, Server.Address, OwnerEmail);
        _ownerState = await page.Page.Context.StorageStateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        _playwright?.Dispose();
        if (Server is not null)
            await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The console as the first person sees it, on a desktop.</summary>
    public Task<WatchedPage> ConsoleAsync() => OpenAsync(_ownerState);

    /// <summary>A browser that knows nobody yet.</summary>
    public async Task<WatchedPage> OpenAsync(string? state, int width = 1280, int height = 900, bool isDark = false)
    {
        var context = await Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            Locale = "ko-KR",
            TimezoneId = "Asia/Seoul",
            StorageState = state,
            BaseURL = Server.Address.AbsoluteUri,
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
        });
        context.SetDefaultTimeout(StepMilliseconds);
        return new WatchedPage(await context.NewPageAsync());
    }

    /// <summary>A supplier's phone.</summary>
    public Task<WatchedPage> PhoneAsync(bool isDark = false) => OpenAsync(null, 390, 844, isDark);

    /// <summary>The link in the newest mail to a partner that asks for approval.</summary>
    /// <param name="before">Links that were there already, from <see cref="LinksAsync"/>: a newer one is waited for.</param>
    public async Task<string> NewestLinkAsync(string partner, IReadOnlySet<string>? before = null)
    {
        var mail = await Polling.UntilAsync($"a link for {partner}", async token => (await Server.Mailbox.AllAsync(token))
            .OrderBy(one => one.SentAt).LastOrDefault(one => one.To.Contains($"{partner}@", StringComparison.Ordinal)
                && one.Subject.Contains("승인 요청", StringComparison.Ordinal)
                && SupplierLink().Match(one.Text) is { Success: true } link && before?.Contains(link.Value) is not true));
        return SupplierLink().Match(mail.Text).Value;
    }

    /// <summary>Every supplier's link that was mailed so far.</summary>
    public async Task<IReadOnlySet<string>> LinksAsync() =>
        (await Server.Mailbox.AllAsync()).Select(mail => SupplierLink().Match(mail.Text)).Where(link => link.Success).Select(link => link.Value).ToHashSet();

    /// <summary>An order of the test side, settled at the next month's end.</summary>
    public async Task OrderAsync(string partner, string payment, long amountWon)
    {
        using var answer = await Server.Client.PostAsJsonAsync("platform/transfers/order?test=true", JsonNode.Parse($$"""
            { "partnerId": "{{partner}}", "paymentId": "{{payment}}", "orderDetail": { "orderAmount": {{amountWon}} }, "discounts": [], "additionalFees": [],
              "externalPaymentDetail": { "currency": "KRW" } }
            """));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async Task<DateTimeOffset> TestNowAsync() =>
        (await Server.Client.GetFromJsonAsync<JsonNode>("platform/test-clock?test=true"))!["now"]!.GetValue<DateTimeOffset>();

    public async Task AdvanceToAsync(DateTimeOffset to)
    {
        using var answer = await Server.Client.PostAsJsonAsync("platform/test-clock/advance?test=true", new { to });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The sample month first moves its clock to the day of payment.</summary>
    [GeneratedRegex(@"시험 시계를 (\d{4}-\d{2}-\d{2})")]
    private static partial Regex ClockMoved();

    /// <summary>What no screen does yet, straight in the server's database.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Server.DataFolder, "jeongsan.db")};Default Timeout=30");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(await command.ExecuteNonQueryAsync() > 0, sql);
    }

    [GeneratedRegex(@"http://[^\s]+/s/[A-Za-z0-9_-]+")]
    private static partial Regex SupplierLink();
}

/// <summary>A platform of today, which has told nobody anything yet.</summary>
public sealed class NewSite : SampleSite
{
    protected override bool HasSampleMonth => false;
}

[CollectionDefinition("site")]
public sealed class SiteCollection : ICollectionFixture<SampleSite>;

/// <summary>After the others: two servers and two browsers at once are too much for a small machine.</summary>
[CollectionDefinition("new site", DisableParallelization = true)]
public sealed class NewSiteCollection : ICollectionFixture<NewSite>;

/// <summary>The same for tests that change how the whole platform pays.</summary>
public sealed class FileSite : SampleSite
{
    protected override bool HasSampleMonth => false;
}

[CollectionDefinition("file site", DisableParallelization = true)]
public sealed class FileSiteCollection : ICollectionFixture<FileSite>;

/// <summary>The same for tests of a whole payout day.</summary>
public sealed class PayoutSite : SampleSite
{
    protected override bool HasSampleMonth => false;
}

[CollectionDefinition("payout site", DisableParallelization = true)]
public sealed class PayoutSiteCollection : ICollectionFixture<PayoutSite>;
