using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Jeongsan.Popbill.Tests;

public sealed class WebhookTests
{
    [Fact]
    public async Task Events_ReceiverFailsOnce_ArriveAgainWithTheSameId()
    {
        var arrived = Channel.CreateUnbounded<(string Mid, string Type, JsonElement Body)>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var receiver = builder.Build();
        var calls = 0;
        receiver.MapPost("/hook", async (HttpContext http) =>
        {
            var body = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
            await arrived.Writer.WriteAsync((http.Request.Headers["Pb-Webhook-MID"].ToString(), http.Request.Headers["Pb-Webhook-EventType"].ToString(), body));
            return ++calls == 1 ? Results.StatusCode(500) : Results.Text("OK");
        });
        await receiver.StartAsync();

        await using var host = await EmulatorHost.StartAsync(o => o with { WebhookAddress = new Uri(receiver.Urls.First() + "/hook"), WebhookRetryDelay = TimeSpan.FromMilliseconds(50) });
        await host.JoinBothAsync();
        await host.Client.TaxInvoices.RequestReverseIssueAsync(EmulatorHost.Buyer, Invoices.Reverse("W-1"), CancellationToken.None);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var first = await arrived.Reader.ReadAsync(limit.Token);
        var second = await arrived.Reader.ReadAsync(limit.Token);
        Assert.Equal(("Request", first.Mid), (second.Type, second.Mid));
        await host.Client.TaxInvoices.IssueAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "W-1-S", null, true, CancellationToken.None);
        var issue = await arrived.Reader.ReadAsync(limit.Token);
        Assert.Equal("Issue", issue.Type);
        Assert.Equal(24, issue.Body.GetProperty("ntsConfirmNum").GetString()!.Length);
        await host.Client.TaxInvoices.SendToNtsAsync(EmulatorHost.Supplier, InvoiceSide.Supplier, "W-1-S", CancellationToken.None);
        Assert.Equal("301", (await arrived.Reader.ReadAsync(limit.Token)).Body.GetProperty("stateCode").GetString());
        Assert.Equal("304", (await arrived.Reader.ReadAsync(limit.Token)).Body.GetProperty("stateCode").GetString());
    }
}
