using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Jeongsan.Popbill.Tests;

public sealed class WebhookTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private sealed record Event(string Mid, string Type, JsonElement Body)
    {
        public string State => $"{Type} {Body.GetProperty("stateCode").GetString()}";
    }

    [Fact]
    public async Task Events_ReceiverFailsOnce_ArriveAgainWithTheSameId()
    {
        var arrived = Channel.CreateUnbounded<Event>();
        await using var receiver = await ReceiverAsync(arrived, failFirst: true);
        await using var host = await EmulatorHost.StartAsync(o => o with { WebhookAddress = new Uri(receiver.Urls.First() + "/hook"), WebhookRetryDelay = TimeSpan.FromMilliseconds(50) });
        await host.JoinBothAsync();
        await host.Client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("W-1"), None);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var first = await arrived.Reader.ReadAsync(limit.Token);
        var second = await arrived.Reader.ReadAsync(limit.Token);
        Assert.Equal(("Request", first.Mid), (second.Type, second.Mid));
        await host.Client.TaxInvoices.IssueAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "W-1-S", null, true, None);
        var issue = await arrived.Reader.ReadAsync(limit.Token);
        Assert.Equal("Issue", issue.Type);
        Assert.Equal(24, issue.Body.GetProperty("ntsConfirmNum").GetString()!.Length);
        await host.Client.TaxInvoices.SendToNtsAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "W-1-S", None);
        Assert.Equal(["CLOSEDOWN 300", "NTS 301", "NTS 304"], await ReadAsync(arrived, 3, limit.Token));
        await host.Http.GetStringAsync(await host.Client.TaxInvoices.PageAsync(EmulatorHost.Buyer, InvoiceSide.Recipient, "W-1", InvoicePage.View, None));
        Assert.Equal(["OPEN 304"], await ReadAsync(arrived, 1, limit.Token));
    }

    [Fact]
    public async Task Event_OutOfOrder_ArrivesBehindTheOneThatFollowedIt()
    {
        var arrived = Channel.CreateUnbounded<Event>();
        await using var receiver = await ReceiverAsync(arrived, failFirst: false);
        await using var host = await EmulatorHost.StartAsync(o => o with { WebhookAddress = new Uri(receiver.Urls.First() + "/hook") });
        await host.JoinBothAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await host.FaultAsync(new { kind = "EventOutOfOrder", times = 1 });
        await host.Client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("W-2"), None);
        await host.Client.TaxInvoices.RefuseAsync(EmulatorHost.Supplier, "W-2-S", "아니오", None);
        Assert.Equal(["Refuse 400", "Request 200"], await ReadAsync(arrived, 2, limit.Token));
    }

    [Fact]
    public async Task Event_Late_ArrivesOnlyThen()
    {
        var arrived = Channel.CreateUnbounded<Event>();
        await using var receiver = await ReceiverAsync(arrived, failFirst: false);
        await using var host = await EmulatorHost.StartAsync(o => o with { WebhookAddress = new Uri(receiver.Urls.First() + "/hook") });
        await host.JoinBothAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await host.FaultAsync(new { kind = "EventLate", times = 1, delayMs = 3_600_000 });
        await host.Client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("W-3"), None);
        await host.Client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("W-4"), None);
        Assert.Equal("W-4", (await arrived.Reader.ReadAsync(limit.Token)).Body.GetProperty("invoiceeMgtKey").GetString());
        await host.SetClockAsync(DateTimeOffset.UtcNow.AddHours(2));
        Assert.Equal("W-3", (await arrived.Reader.ReadAsync(limit.Token)).Body.GetProperty("invoiceeMgtKey").GetString());
    }

    private static async Task<List<string>> ReadAsync(Channel<Event> arrived, int count, CancellationToken ct)
    {
        var states = new List<string>();
        while (states.Count < count) states.Add((await arrived.Reader.ReadAsync(ct)).State);
        return states;
    }

    private static async Task<WebApplication> ReceiverAsync(Channel<Event> arrived, bool failFirst)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = builder.Build();
        var calls = 0;
        receiver.MapPost("/hook", async (HttpContext http) =>
        {
            var body = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
            await arrived.Writer.WriteAsync(new Event(http.Request.Headers["Pb-Webhook-MID"].ToString(), http.Request.Headers["Pb-Webhook-EventType"].ToString(), body));
            return ++calls == 1 && failFirst ? Results.StatusCode(500) : Results.Text("OK");
        });
        await receiver.StartAsync();
        return receiver;
    }
}
