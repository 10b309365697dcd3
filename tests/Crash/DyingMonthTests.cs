using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Crash;

/// <summary>The month goes on, and the outside sees everything once, wherever the process dies.</summary>
public abstract class DyingMonthTests
{
    /// <summary>Every kind of outbox message that the month sends, in the order of the month; <see cref="Month_KilledAfterEveryStep_EverythingOnce"/> keeps the list whole.</summary>
    private static readonly string[] MessageTypes =
    [
        "OwnCompany.Join", "Partner.Join", "Certificate.LookAtOwn", "Certificate.Look", "Payout.Remit", "Mail.SendStaff", "Statement.Mail", "TaxInvoice.Request", "TaxInvoice.Undo", "TaxInvoice.Issue",
        "TaxInvoice.SendToNts", "TaxInvoice.Archive", "TaxInvoice.Compare", "Mail.Send", "Webhook.Deliver",
    ];

    private const int TypesOfMonth = 3;

    private readonly DatabaseKind _kind;

    protected DyingMonthTests(DatabaseKind kind)
    {
        _kind = kind;
        if (TestDatabases.WhyMissing(kind) is { } why)
            Assert.Skip(why);
    }

    /// <summary>A month takes long to live: in each, it dies of a few types, one after the other in the order of the month.</summary>
    public static TheoryData<string> TypesOfMonths
    {
        get
        {
            var months = MessageTypes.Length / TypesOfMonth;
            return [.. MessageTypes.Index().GroupBy(type => type.Index % months, type => type.Item).Select(month => string.Join(' ', month))];
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TypesOfMonths))]
    public Task Month_DiesBeforeAndAfterMessages_EverythingOnce(string messageTypes)
    {
        string[] points = [.. messageTypes.Split(' ').SelectMany(type => new[] { $"{type}:before", $"{type}:after" })];
        return LiveAsync(points, isKilledBetweenSteps: false, (server, _, trace) =>
        {
            Assert.Equal(points, server.Deaths);
            NothingTwice.AssertOf(trace);
            return Task.CompletedTask;
        });
    }

    /// <summary>Dies with the work done and neither it nor its answer committed, then with both committed and the answer not sent.</summary>
    [Fact]
    public Task Month_DiesBetweenWorkAndAnswer_RepeatGetsTheFirstAnswer() =>
        LiveAsync(["Api.Answer:before", "Api.Answer:after"], isKilledBetweenSteps: false, (server, _, trace) =>
        {
            Assert.Equal(["Api.Answer:before", "Api.Answer:after"], server.Deaths);
            Assert.Equal(1, trace.ReplayedCount);
            NothingTwice.AssertOf(trace);
            return Task.CompletedTask;
        });

    [Fact]
    public Task Month_KilledAfterEveryStep_EverythingOnce() =>
        LiveAsync([], isKilledBetweenSteps: true, async (server, outbox, trace) =>
        {
            Assert.True(server.Deaths.Count >= 10, string.Join('\n', server.Deaths));
            NothingTwice.AssertOf(trace);
            var types = await outbox.TypesAsync(Cancellation);
            Assert.Equal(MessageTypes.Order(StringComparer.Ordinal), types.Order(StringComparer.Ordinal));
        });

    private async Task LiveAsync(string[] crashPoints, bool isKilledBetweenSteps, Func<MortalServer, OutboxProbe, MonthTrace, Task> judge)
    {
        await using var database = await TestDatabase.CreateAsync(_kind, Cancellation);
        await using var receiver = new WebhookReceiver();
        await using var server = await MortalServer.StartAsync(database.ServerSetting, crashPoints, Cancellation);
        var outbox = new OutboxProbe(database, server.Process);
        var month = new Month(server, receiver, outbox, isKilledBetweenSteps ? () => server.KillAndStartAgainAsync(Cancellation) : () => Task.CompletedTask, Cancellation);
        try
        {
            var trace = await month.LiveAsync();
            await judge(server, outbox, trace);
        }
        catch (Exception) when (Say(server))
        {
            throw;
        }
    }

    // What the server wrote belongs to a failure's message.
    private static bool Say(MortalServer server)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"Died: {string.Join(", ", server.Deaths)}\n{server.Process.Output}");
        return true;
    }
}

public sealed class DyingMonthOnSqliteTests() : DyingMonthTests(DatabaseKind.Sqlite);

public sealed class DyingMonthOnPostgreSqlTests() : DyingMonthTests(DatabaseKind.PostgreSql);
