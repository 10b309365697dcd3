using System.Net.Http.Json;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Application.TestClocks;
using Jeongsan.Application.Tests.SupplierDesk;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Popbill;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.TaxInvoices;

/// <summary>What the ASP does wrong, or without us, and what becomes of the invoice. Against the real emulator.</summary>
public sealed class AgencyTroubleTests(DeskWorld desk) : IClassFixture<DeskWorld>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>An error code with HTTP 500 was once taken for a refusal: the approval failed, and the supplier was asked again.</summary>
    [Fact]
    public async Task Issue_AgencyAnswers500WithACode_IsAskedAgainAndIssuedOnce()
    {
        var (invoice, token) = await ReadyAsync();
        await FaultAsync(new { kind = "ServerError", verb = "ISSUE", times = 1 });
        Platform.Must(await desk.Desk.ApproveAsync(token, Ct));
        await desk.UntilAsync(invoice.Id, row => row.Status == TaxInvoiceStatus.Issued);
        Assert.DoesNotContain(await HistoryAsync(invoice.Id), what => what == "RejectIssue");
    }

    /// <summary>Empty points once failed the approval. Nothing is wrong with it: it waits until somebody charges.</summary>
    [Fact]
    public async Task Issue_OutOfPoints_WaitsAndSaysSo()
    {
        var (invoice, token) = await ReadyAsync();
        await FaultAsync(new { kind = "OutOfPoints", verb = "ISSUE", times = 1 });
        Platform.Must(await desk.Desk.ApproveAsync(token, Ct));
        var problem = await Polling.UntilAsync("the wait to be told", async ct =>
        {
            await using var db = desk.World.Store.Read(desk.Tenant);
            var aggregate = TaxInvoiceWork.Aggregate(invoice.Id);
            var message = await db.Set<OutboxMessage>().SingleOrDefaultAsync(row => row.Type == CarryIssue.MessageType && row.Aggregate == aggregate, ct);
            return message?.LastProblem ?? (message?.State == OutboxState.Done ? "issued" : null);
        });
        Assert.True(problem == "issued" || problem.StartsWith(AgencyWords.PointsTooLow, StringComparison.Ordinal), problem);
        await desk.UntilAsync(invoice.Id, row => row.Status == TaxInvoiceStatus.Issued);
        Assert.DoesNotContain(await HistoryAsync(invoice.Id), what => what == "RejectIssue");
        Assert.Equal(2, (await desk.VerbsAsync(invoice)).Count(verb => verb == "ISSUE"));
    }

    [Fact]
    public async Task Issue_AnswerLost_IsAskedForAndIssuedOnce()
    {
        var (invoice, token) = await ReadyAsync();
        await FaultAsync(new { kind = "DropMidAnswer", verb = "ISSUE", times = 1 });
        Platform.Must(await desk.Desk.ApproveAsync(token, Ct));
        await desk.UntilAsync(invoice.Id, row => row.Status == TaxInvoiceStatus.Issued);
        Assert.Equal(1, (await desk.VerbsAsync(invoice)).Count(verb => verb == "ISSUE"));
    }

    /// <summary>An issue that the comparison found was once told to nobody: the supplier's mail hung on our own attempt.</summary>
    [Fact]
    public async Task Compare_SupplierIssuedOnTheAgencysOwnSite_IsTakenOverAndToldOnce()
    {
        var (invoice, _) = await ReadyAsync();
        Platform.Must(await Agency.IssueAsync(desk.Tenant, invoice, late: true, Ct));
        Assert.True(await desk.World.Get<ReceiveAgencyEvent>().HandleAsync(new PopbillWebhook(null, null, "Issue", 300, null, null, null, invoice.RecipientDocumentKey), Ct));
        await desk.UntilAsync(invoice.Id, row => row.Status == TaxInvoiceStatus.Issued && row.NtsApprovalNumber is not null);
        var id = $"mail-issued-{invoice.Id}@jeongsan";
        await Polling.UntilTrueAsync("the mail", async ct =>
        {
            await using var db = desk.World.Store.Read(desk.Tenant);
            return await db.Set<MailboxMail>().AnyAsync(mail => mail.Id == id, ct);
        });
    }

    /// <summary>Events come more than once and in any order. None of them is believed: ours stays what the ASP itself says.</summary>
    [Fact]
    public async Task Event_RepeatedAndOutOfOrder_LeavesWhatTheAgencyItselfSays()
    {
        var (invoice, _) = await ReadyAsync();
        // Late or not: another test may have moved the emulator's clock past the deadline.
        Platform.Must(await Agency.IssueAsync(desk.Tenant, invoice, late: true, Ct));
        foreach (var (told, state) in new[] { ("Issue", 300), ("SendToNTS", 304), ("Request", 200), ("Issue", 300), ("CancelIssue", 600), ("Issue", 300) })
        {
            Assert.True(await desk.World.Get<ReceiveAgencyEvent>().HandleAsync(new PopbillWebhook(null, null, told, state, null, null, null, invoice.RecipientDocumentKey), Ct));
        }
        await Polling.UntilTrueAsync("every hint to be looked after", async ct =>
        {
            await using var db = desk.World.Store.Read(desk.Tenant);
            return !await db.Set<OutboxMessage>().AnyAsync(row => row.Type == LookAtAgency.MessageType && row.State != OutboxState.Done, ct);
        }, TimeSpan.FromSeconds(60), Ct);
        Assert.Equal(TaxInvoiceStatus.Issued, (await desk.InvoiceAsync(invoice.Id)).Status);
        Assert.Null((await WatchAsync(invoice.Id)).Difference);
        Assert.Equal(1, (await desk.VerbsAsync(invoice)).Count(verb => verb == "ISSUE"));
    }

    [Fact]
    public async Task Event_OfNoInvoiceOfOurs_ChangesNothing() =>
        Assert.False(await desk.World.Get<ReceiveAgencyEvent>().HandleAsync(new PopbillWebhook(null, null, "Issue", 300, null, null, null, "NOBODYS"), Ct));

    /// <summary>What our life cycle can't take over is shown to a person, but not after one look: it may pass.</summary>
    [Fact]
    public async Task Compare_DocumentGoneAtTheAgency_IsADifferenceFromTheSecondLookOn()
    {
        var (invoice, _) = await desk.TakeAsync();
        Platform.Must(await Agency.CancelRequestAsync(desk.Tenant, invoice, null, Ct));
        using var http = new HttpClient();
        using var client = new PopbillClient(
            new PopbillOptions { LinkId = "TESTER", SecretKey = "amVvbmdzYW4tZW11bGF0b3ItdGVzdC1zZWNyZXQtMDE=", BaseAddress = desk.Agency.BaseAddress!, AuthAddress = desk.Agency.BaseAddress! }, http, TimeProvider.System);
        await client.TaxInvoices.DeleteAsync(invoice.RecipientBrn.Value, InvoiceSide.Recipient, invoice.RecipientDocumentKey!, Ct);
        await LookAsync(invoice.Id);
        Assert.Null((await WatchAsync(invoice.Id)).Difference);
        await LookAsync(invoice.Id);
        Assert.Equal("팝빌에 이 세금계산서가 없습니다.", (await WatchAsync(invoice.Id)).Difference);
        Assert.True((await desk.World.Get<ReadAgencyQueue>().HandleAsync(desk.Tenant, Ct)).Different >= 1);
        Assert.Equal(TaxInvoiceStatus.Requested, (await desk.InvoiceAsync(invoice.Id)).Status);
    }

    /// <summary>Asked for and approved like any other; the ASP has it only when the original reached the tax office, and then in the supplier's name.</summary>
    [Fact]
    public async Task Amend_BeforeTheOriginalIsSent_WaitsForItAndIsIssuedForward()
    {
        var (original, token) = await ReadyAsync();
        Platform.Must(await desk.Desk.ApproveAsync(token, Ct));
        await desk.UntilAsync(original.Id, row => row.Status == TaxInvoiceStatus.Issued);
        var amended = Platform.Must(await desk.World.Get<AmendTaxInvoice>().HandleAsync(desk.Tenant, Platform.Actor, original.Id, new AmendmentCause.ContractCancelled(original.WriteDate), null, Ct))[0];
        await desk.UntilAsync(amended.Id, row => row.Status == TaxInvoiceStatus.Requested);
        var page = Platform.Must(await desk.Desk.ViewAsync(await desk.TokenAsync(amended.Id), Ct));
        Assert.Equal(-original.TotalSupplyAmount.Value, page.SupplyAmountWon);

        Platform.Must(await desk.Desk.ApproveAsync(await desk.TokenAsync(amended.Id), Ct));
        var waiting = await desk.InvoiceAsync(amended.Id);
        Assert.Equal(TaxInvoiceStatus.IssuePending, waiting.Status);
        Assert.StartsWith("당초 세금계산서가 국세청에 전송되기를 기다리고", waiting.StatusReason, StringComparison.Ordinal);
        Assert.Empty(await desk.VerbsAsync(amended));

        await MoveAsync(SeoulTime.DateOf(await desk.World.Store.NowAsync(desk.Tenant, Ct)).AddDays(6));
        await desk.UntilAsync(original.Id, row => row.Status == TaxInvoiceStatus.SendingCompleted);
        await Polling.UntilTrueAsync("the amendment to be issued", async ct =>
        {
            await desk.World.Get<DueWork>().RunAsync(desk.Tenant, ct);
            return (await desk.InvoiceAsync(amended.Id)).Status == TaxInvoiceStatus.Issued;
        }, TimeSpan.FromSeconds(60), Ct);
        await MoveAsync(SeoulTime.DateOf(await desk.World.Store.NowAsync(desk.Tenant, Ct)).AddDays(6));
        await desk.UntilAsync(amended.Id, row => row.Status == TaxInvoiceStatus.SendingCompleted);
        var there = await Agency.FindAsync(desk.Tenant, AgencyKey.Of(amended), Ct);
        Assert.True(there!.IsOf(amended));
        Assert.Null(await Agency.FindAsync(desk.Tenant, new AgencyKey(amended.Id, amended.RecipientBrn, IsSuppliers: false, amended.RecipientDocumentKey!), Ct));
    }

    /// <summary>Both documents of a correction at the ASP, each once, after the supplier approved both and the original was sent.</summary>
    [Fact]
    public async Task Correct_BothApproved_AreIssuedForwardOnceEach()
    {
        var (original, token) = await ReadyAsync();
        Platform.Must(await desk.Desk.ApproveAsync(token, Ct));
        await desk.UntilAsync(original.Id, row => row.Status == TaxInvoiceStatus.Issued);
        var right = new CorrectedContent { Supplier = new CorrectedParty(null, "김정정", null, null, null, null), Supply = original.TotalSupplyAmount - new Won(1_000), Tax = original.TotalTaxAmount - new Won(100) };
        var written = Platform.Must(await desk.World.Get<AmendTaxInvoice>().HandleAsync(
            desk.Tenant, Platform.Actor, original.Id, new AmendmentCause.Corrected(Jeongsan.Etax.EtaxCorrectionCause.RequiredItemMistaken, right), null, Ct));
        foreach (var one in written)
        {
            await desk.UntilAsync(one.Id, row => row.Status == TaxInvoiceStatus.Requested);
            var link = await desk.TokenAsync(one.Id);
            Assert.Contains("두 장을 모두 승인", Platform.Must(await desk.Desk.ViewAsync(link, Ct)).AmendmentWords, StringComparison.Ordinal);
            Platform.Must(await desk.Desk.ApproveAsync(link, Ct));
        }
        Assert.All(await Task.WhenAll(written.Select(one => desk.VerbsAsync(one))), Assert.Empty);

        await MoveAsync(SeoulTime.DateOf(await desk.World.Store.NowAsync(desk.Tenant, Ct)).AddDays(6));
        await desk.UntilAsync(original.Id, row => row.Status == TaxInvoiceStatus.SendingCompleted);
        foreach (var one in written)
        {
            await Polling.UntilTrueAsync("a half of the correction to be issued", async ct =>
            {
                await desk.World.Get<DueWork>().RunAsync(desk.Tenant, ct);
                return (await desk.InvoiceAsync(one.Id)).Status is TaxInvoiceStatus.Issued or TaxInvoiceStatus.BeforeSending or TaxInvoiceStatus.WaitingSending;
            }, TimeSpan.FromSeconds(90), Ct);
            Assert.True((await Agency.FindAsync(desk.Tenant, AgencyKey.Of(one), Ct))!.IsOf(one));
        }
    }

    [Fact]
    public async Task Amend_OfAnInvoiceThatIsNotIssued_IsRefusedAsOriginalNotIssued()
    {
        var (invoice, _) = await desk.TakeAsync();
        Assert.Equal(
            new AmendmentRefusal.OriginalNotIssued(TaxInvoiceStatus.Requested),
            (await desk.World.Get<AmendTaxInvoice>().HandleAsync(desk.Tenant, Platform.Actor, invoice.Id, new AmendmentCause.IssuedTwice(), null, Ct)).Refusal);
    }

    private ITaxInvoiceAgency Agency => desk.World.Get<ITaxInvoiceAgency>();

    /// <summary>A waiting invoice whose supplier has registered a certificate.</summary>
    private async Task<(TaxInvoice Invoice, string Token)> ReadyAsync()
    {
        var (invoice, token) = await desk.TakeAsync();
        await desk.RegisterCertificateAsync(token, invoice);
        return (invoice, token);
    }

    private async Task FaultAsync(params object[] rules)
    {
        using var answer = await desk.Agency.PutAsJsonAsync("emulator/faults", new { seed = 1, rules }, Ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>15:02 of a day comes for the ASP and for us.</summary>
    private async Task MoveAsync(DateOnly day)
    {
        var at = SeoulTime.At(day, new TimeOnly(15, 2));
        using var answer = await desk.Agency.PutAsJsonAsync("emulator/clock", new { now = at }, Ct);
        answer.EnsureSuccessStatusCode();
        Platform.Must(await desk.World.Get<AdvanceTestClock>().HandleAsync(desk.Tenant, Platform.Actor, at, Ct));
    }

    /// <summary>The ASP hints at news of one invoice, and the next round looks.</summary>
    private async Task LookAsync(TaxInvoiceId id)
    {
        Platform.Must(await desk.World.Store.CommandAsync<Done>(desk.Tenant, Actor.System, async work =>
        {
            var watch = await work.Db.Set<AgencyWatch>().SingleOrDefaultAsync(row => row.Id == id, Ct);
            if (watch is null)
            {
                work.Db.Add(watch = AgencyWatch.Begin(work.Tenant, id));
            }
            watch.Hint(work.Now);
            return new Done();
        }, Ct));
        await desk.World.Get<AgencyComparison>().RunAsync(desk.Tenant, Ct);
    }

    private async Task<AgencyWatch> WatchAsync(TaxInvoiceId id)
    {
        await using var db = desk.World.Store.Read(desk.Tenant);
        return await db.Set<AgencyWatch>().SingleAsync(row => row.Id == id, Ct);
    }

    private async Task<List<string>> HistoryAsync(TaxInvoiceId id)
    {
        await using var db = desk.World.Store.Read(desk.Tenant);
        return await db.Set<HistoryRow>().Where(row => row.SubjectId == id.Value).Select(row => row.What).ToListAsync(Ct);
    }
}
