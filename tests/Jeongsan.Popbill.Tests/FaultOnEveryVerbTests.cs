namespace Jeongsan.Popbill.Tests;

/// <summary>Each misbehaviour on each changing call: the client says what is known, and asking by document key tells the truth.</summary>
public sealed class FaultOnEveryVerbTests
{
    private const string Buyer = EmulatorHost.Buyer;
    private const string Supplier = EmulatorHost.Supplier;
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Kind, what the client knows, and whether the work was done.</summary>
    private static readonly (string Kind, PopbillOutcome? Outcome, bool WasDone)[] Faults =
    [
        ("Late", null, true), ("ServerError", PopbillOutcome.Refused, false), ("Maintenance", PopbillOutcome.Refused, false),
        ("TimeoutAfterWork", PopbillOutcome.Unknown, true), ("DropMidAnswer", PopbillOutcome.Unknown, true), ("MalformedJson", PopbillOutcome.Unknown, true),
    ];

    /// <summary>Verb, the state before it (0: no document) and after it.</summary>
    public static TheoryData<string, int, int> Verbs() => new()
    {
        { "REGISTER", 0, 100 }, { "REQUEST", 0, 200 }, { "PATCH", 100, 100 }, { "REQUEST DRAFT", 100, 200 }, { "CANCELREQUEST", 200, 500 }, { "REFUSE", 200, 400 }, { "ISSUE", 200, 300 },
        { "CANCELISSUE", 300, 600 }, { "NTS", 300, 304 }, { "DELETE", 400, 0 }, { "REGISTER AND ISSUE", 0, 300 },
    };

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Call_UnderEachFault_SaysWhatIsKnownAndFindTellsTheTruth(string verb, int before, int after)
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinBothAsync();
        await host.Client.Members.CompanyAsync(Buyer, None);
        await host.Client.Members.CompanyAsync(Supplier, None);
        foreach (var (kind, outcome, wasDone) in Faults)
        {
            var key = $"V-{kind}";
            await PrepareAsync(host.Client.TaxInvoices, key, before);
            await host.FaultAsync(new { kind, verb = Header(verb), times = 1, delayMs = 200 });
            var failed = await Record.ExceptionAsync(() => ActAsync(host.Client.TaxInvoices, verb, key));
            Assert.Equal((kind, outcome), (kind, (failed as PopbillException)?.Outcome));
            Assert.Equal((kind, wasDone ? after : before), (kind, await StateAsync(host.Client.TaxInvoices, verb, key, wasDone ? after : before)));
        }
    }

    /// <summary>What costs points fails as if none were left, and leaves everything as it was.</summary>
    [Theory]
    [InlineData("ISSUE", 200)]
    [InlineData("REGISTER AND ISSUE", 0)]
    public async Task Issue_OutOfPoints_LeavesTheStateAsItWas(string verb, int before)
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinBothAsync();
        await PrepareAsync(host.Client.TaxInvoices, "V-1", before);
        await host.FaultAsync(new { kind = "OutOfPoints", verb = "ISSUE", times = 1 });
        Assert.Equal(PopbillCodes.PointsTooLow, (await Assert.ThrowsAsync<PopbillException>(() => ActAsync(host.Client.TaxInvoices, verb, "V-1"))).Code);
        Assert.Equal(before, await StateAsync(host.Client.TaxInvoices, verb, "V-1", before));
    }

    [Fact]
    public async Task Filing_StateLate_StaysIssuedUntilThen()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinBothAsync();
        var start = new DateTimeOffset(2025, 11, 28, 10, 0, 0, TimeSpan.FromHours(9));
        await host.SetClockAsync(start);
        await PrepareAsync(host.Client.TaxInvoices, "V-2", 300);
        await host.FaultAsync(new { kind = "StateLate", times = 1, delayMs = 3_600_000 });
        await host.SetClockAsync(new DateTimeOffset(2025, 12, 1, 15, 0, 0, TimeSpan.FromHours(9)));
        Assert.Equal(300, (await host.Client.TaxInvoices.FindAsync(Buyer, InvoiceSide.Recipient, "V-2", None))!.StateCode);
        await host.SetClockAsync(new DateTimeOffset(2025, 12, 1, 16, 1, 0, TimeSpan.FromHours(9)));
        Assert.Equal(304, (await host.Client.TaxInvoices.FindAsync(Buyer, InvoiceSide.Recipient, "V-2", None))!.StateCode);
    }

    private static string Header(string verb) => verb switch { "REGISTER" => "POST", "REQUEST DRAFT" => "REQUEST", "REGISTER AND ISSUE" => "ISSUE", _ => verb };

    private static async Task PrepareAsync(PopbillTaxInvoices invoices, string key, int state)
    {
        var form = Invoices.Reverse(key);
        if (state == 0) return;
        await invoices.RegisterAsync(Buyer, form, None);
        if (state >= 200) await invoices.RequestAsync(Buyer, key, null, None);
        if (state == 300) await invoices.IssueAsync(Supplier, InvoiceSide.Supplier, key + "-S", null, true, None);
        if (state == 400) await invoices.RefuseAsync(Supplier, key + "-S", null, None);
    }

    private static Task ActAsync(PopbillTaxInvoices invoices, string verb, string key) => verb switch
    {
        "REGISTER" => invoices.RegisterAsync(Buyer, Invoices.Reverse(key), None),
        "REQUEST" => invoices.RequestReverseIssueAsync(Buyer, Invoices.Reverse(key), None),
        "PATCH" => invoices.UpdateAsync(Buyer, InvoiceSide.Recipient, key, Invoices.Reverse(key) with { Remark1 = "고침" }, None),
        "REQUEST DRAFT" => invoices.RequestAsync(Buyer, key, null, None),
        "CANCELREQUEST" => invoices.CancelRequestAsync(Buyer, key, null, None),
        "REFUSE" => invoices.RefuseAsync(Supplier, key + "-S", null, None),
        "ISSUE" => invoices.IssueAsync(Supplier, InvoiceSide.Supplier, key + "-S", null, true, None),
        "CANCELISSUE" => invoices.CancelIssueAsync(Supplier, InvoiceSide.Supplier, key + "-S", null, None),
        "NTS" => invoices.SendToNtsAsync(Supplier, InvoiceSide.Supplier, key + "-S", None),
        "DELETE" => invoices.DeleteAsync(Buyer, InvoiceSide.Recipient, key, None),
        "REGISTER AND ISSUE" => invoices.RegisterAndIssueAsync(Supplier, Invoices.Forward(key) with { ForceIssue = true }, None),
        _ => throw new ArgumentOutOfRangeException(nameof(verb)),
    };

    /// <summary>The state; filing goes through its steps by itself, so the end of it is waited for.</summary>
    private static async Task<int> StateAsync(PopbillTaxInvoices invoices, string verb, string key, int expected)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var found = verb == "REGISTER AND ISSUE" ? await invoices.FindAsync(Supplier, InvoiceSide.Supplier, key, limit.Token) : await invoices.FindAsync(Buyer, InvoiceSide.Recipient, key, limit.Token);
            var state = found?.StateCode ?? 0;
            if (state == expected || state is not (301 or 302 or 303)) return state;
            await Task.Delay(50, limit.Token);
        }
    }
}
