using Jeongsan.Application.Outbox;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Etax;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.TaxInvoices;

/// <summary>What an amendment writes, what it waits for, and what can't be amended. The ASP's answers are stated; its own behaviour is in AgencyTroubleTests.</summary>
public sealed class AmendmentTests(Worlds worlds)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Correction_WritesTheNegativeAndTheRightOne_AndAsksForBoth(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        var original = await IssuedAsync(desk);

        var written = Platform.Must(await AmendAsync(desk, original, Corrected(new CorrectedContent { Supply = new Won(9_000), Tax = new Won(900), Supplier = new(null, "이정정", null, null, null, null) })));

        Assert.Equal([(-10_000, -1_000), (9_000, 900)], written.Select(one => ((int)one.TotalSupplyAmount.Value, (int)one.TotalTaxAmount.Value)));
        Assert.Equal([(-10_000, -10_000), (9_000, 0)], written.Select(one => ((int)one.Content.Items[0].SupplyCost!.Value.Value, (int)(one.Content.Items[0].UnitCost is { } price ? -price.Unscaled / 100 : 0))));
        Assert.Equal(["홍시험", "이정정"], written.Select(one => one.Content.Supplier.RepresentativeName));
        Assert.All(written, one => Assert.Equal(
            (AmendmentReason.CorrectionOfEntryErrors, original.Id, original.NtsApprovalNumber, original.WriteDate, TaxInvoiceStatus.RequestPending),
            (one.Content.Amendment!.Reason, one.Content.Amendment.OriginalTaxInvoiceId, one.Content.Amendment.OriginalNtsApprovalNumber, one.WriteDate, one.Status)));
        Assert.Equal((written[1].Id, written[0].Id), (written[0].Content.Amendment!.PairTaxInvoiceId!.Value, written[1].Content.Amendment!.PairTaxInvoiceId!.Value));
        Assert.Equal(
            written.Select(one => TaxInvoiceWork.Aggregate(one.Id)).Order(),
            (await desk.Platform.RowsAsync<OutboxMessage>()).Where(message => message.Type == CarryRequest.MessageType).Select(message => message.Aggregate).Except([TaxInvoiceWork.Aggregate(original.Id)]).Order());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Correction_OneApproved_WaitsForTheOtherAndThenForTheOriginal(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        var original = await IssuedAsync(desk, isSent: false);
        var (negative, right) = await CorrectAsync(desk, original);

        await ApproveAsync(desk, negative);
        Assert.Equal([AmendmentWait.PairApproval, AmendmentWait.OriginalTransmission], await WaitsAsync(desk, negative));
        Assert.Equal([AmendmentWait.Approval, AmendmentWait.OriginalTransmission], await WaitsAsync(desk, right));
        await ObserveAsync(desk, original.Id, new(TaxInvoiceCommand.CompleteSending));
        await ReleaseAsync(desk);
        var waiting = await InvoiceAsync(desk, negative);
        Assert.Equal((TaxInvoiceStatus.IssuePending, Amendments.UntilPairApproved), (waiting.Status, waiting.StatusReason));
        Assert.Empty(await IssuesAsync(desk, negative));

        // The second yes lets both go, each once.
        await ApproveAsync(desk, right);
        await ReleaseAsync(desk);
        await ReleaseAsync(desk);
        Assert.Single(await IssuesAsync(desk, negative));
        Assert.Single(await IssuesAsync(desk, right));
        Assert.Empty(await WaitsAsync(desk, negative));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Correction_OneRefused_EndsTheOtherWithItsReason_AndCanBeWrittenAgain(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        var original = await IssuedAsync(desk);
        var (negative, right) = await CorrectAsync(desk, original);
        await ApproveAsync(desk, right);

        await ObserveAsync(desk, negative, new(TaxInvoiceCommand.ConfirmRefusal, "금액이 다릅니다"));
        await ReleaseAsync(desk);

        var ended = await InvoiceAsync(desk, right);
        Assert.Equal((TaxInvoiceStatus.IssueFailed, Amendments.PairEnded), (ended.Status, ended.StatusReason));
        Assert.Empty(await IssuesAsync(desk, right));
        Assert.Equal(new AmendmentRefusal.AlreadyAmended(right), (await AmendAsync(desk, original, new AmendmentCause.ContractCancelled(original.WriteDate))).Refusal);
        await ObserveAsync(desk, right, new(TaxInvoiceCommand.ConfirmRequestCancelled), cancelFirst: true);
        Assert.Equal(2, Platform.Must(await AmendAsync(desk, original, Corrected(new CorrectedContent { WriteDate = original.WriteDate.AddDays(-1) }))).Count);
    }

    /// <summary>Ten people at once: an invoice that is taken back twice would be worse than one that was never amended.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Amend_AtOnceByMany_IsWrittenOnce(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        var original = await IssuedAsync(desk);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(index => Task.Run(() => AmendAsync(
            desk, original, index % 2 == 0 ? new AmendmentCause.ContractCancelled(original.WriteDate) : Corrected(new CorrectedContent { Tax = new Won(900) })))));

        var written = Assert.Single(answers, answer => !answer.IsRefused);
        Assert.All(answers.Where(answer => answer.IsRefused), answer => Assert.IsType<AmendmentRefusal.AlreadyAmended>(answer.Refusal));
        Assert.Equal(1 + written.Value.Count, (await desk.Platform.RowsAsync<TaxInvoice>()).Count);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Change_InParts_NeverTakesAwayMoreThanThereIs(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        var original = await IssuedAsync(desk);

        Assert.Single(Platform.Must(await AmendAsync(desk, original, new AmendmentCause.Returned(original.WriteDate, new Won(6_000), new Won(600)))));
        var tooMuch = Assert.IsType<AmendmentRefusal.NotPlanned>((await AmendAsync(desk, original, new AmendmentCause.SupplyChanged(original.WriteDate, new Won(-4_001), new Won(-401)))).Refusal);
        Assert.Equal(EtaxAmendmentRefusal.MoreThanOriginal, tooMuch.Why);
        Assert.Contains("남은 공급가액은 4,000원, 세액은 400원", tooMuch.Words, StringComparison.Ordinal);
        Assert.Single(Platform.Must(await AmendAsync(desk, original, new AmendmentCause.SupplyChanged(original.WriteDate, new Won(-4_000), new Won(-400)))));
        Assert.IsType<AmendmentRefusal.AlreadyAmended>((await AmendAsync(desk, original, new AmendmentCause.IssuedTwice())).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Correction_OneIssuanceCancelled_CancelsBothOrNeither(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        foreach (var isOtherSent in new[] { false, true })
        {
            var (negative, right) = await CorrectAsync(desk, await IssuedAsync(desk));
            foreach (var one in new[] { negative, right })
            {
                await ApproveAsync(desk, one);
                await ObserveAsync(desk, one, new(TaxInvoiceCommand.ConfirmIssue, NtsApprovalNumber: ApprovalNumber.Create(desk.Platform.Today, "41000026", one.Value[^8..])));
            }
            if (isOtherSent)
            {
                await ObserveAsync(desk, right, new(TaxInvoiceCommand.CompleteSending));
            }

            var cancelled = await desk.Platform.World.Get<UndoTaxInvoice>().CancelIssuanceAsync(desk.Platform.Tenant, Platform.Actor, negative, "잘못 고쳤어요", Ct);

            var states = new[] { (await InvoiceAsync(desk, negative)).Status, (await InvoiceAsync(desk, right)).Status };
            Assert.Equal(isOtherSent ? new TaxInvoiceRefusal.NotIssued(TaxInvoiceStatus.SendingCompleted) : null, cancelled.Refusal);
            Assert.Equal(isOtherSent ? [TaxInvoiceStatus.Issued, TaxInvoiceStatus.SendingCompleted] : [TaxInvoiceStatus.CancelPending, TaxInvoiceStatus.CancelPending], states);
        }
    }

    /// <summary>Also what somebody writes by hand as an amendment, by many at once and by an edit.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task AmendmentByHand_NeverTakesAwayMoreThanThereIs(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        var original = await IssuedAsync(desk);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.DraftAsync(ReturnByHand(desk, original, -6_000)), Ct)));

        var first = Assert.Single(outcomes, outcome => !outcome.IsRefused).Value;
        Assert.All(outcomes.Where(outcome => outcome.IsRefused), outcome =>
            Assert.Equal(EtaxAmendmentRefusal.MoreThanOriginal, Assert.IsType<AmendmentRefusal.NotPlanned>(outcome.Refusal).Why));
        var second = Platform.Must(await desk.DraftAsync(ReturnByHand(desk, original, -4_000)));
        var edit = desk.Platform.World.Get<WriteTaxInvoice>();
        Assert.IsType<AmendmentRefusal.NotPlanned>((await edit.EditAsync(desk.Platform.Tenant, Platform.Actor, second.Id, ReturnByHand(desk, original, -4_010), Ct)).Refusal);
        Platform.Must(await edit.EditAsync(desk.Platform.Tenant, Platform.Actor, second.Id, ReturnByHand(desk, original, -3_990), Ct));
        Platform.Must(await edit.DeleteAsync(desk.Platform.Tenant, Platform.Actor, first.Id, Ct));
        Platform.Must(await desk.DraftAsync(ReturnByHand(desk, original, -6_010)));
    }

    private static WrittenTaxInvoice ReturnByHand(InvoiceDesk desk, TaxInvoice original, long supply) => new(
        desk.Content(TaxInvoiceIssuance.Reverse, InvoiceDesk.Nobody with { CounterpartyId = "p0" }, InvoiceDesk.Nobody) with
        {
            TotalSupply = new Won(supply),
            TotalTax = new Won(supply / 10),
            TotalAmount = new Won(supply + (supply / 10)),
        }, null, null, null, new AmendedOriginal(AmendmentReason.Return, original.Id));

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Amend_WhatTheLawOrTheContentForbids_IsRefusedWithItsReasonAndLeavesNothing(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        var original = await IssuedAsync(desk);
        (AmendmentCause Cause, Type Refusal, EtaxAmendmentRefusal? Why)[] cases =
        [
            (Corrected(new CorrectedContent()), typeof(AmendmentRefusal.NotPlanned), EtaxAmendmentRefusal.NothingChanges),
            (Corrected(new CorrectedContent { WriteDate = desk.Platform.Today.AddDays(1) }), typeof(AmendmentRefusal.NotPlanned), EtaxAmendmentRefusal.ReasonInFuture),
            (Corrected(new CorrectedContent { Supplier = new("", null, null, null, null, null) }), typeof(TaxInvoiceRefusal.FieldMissing), null),
            (Corrected(new CorrectedContent { Taxation = TaxInvoiceTaxation.ZeroRated, Tax = new Won(1) }), typeof(TaxInvoiceRefusal.TaxNotAllowed), null),
            (Corrected(new CorrectedContent { Taxation = TaxInvoiceTaxation.Free }), typeof(AmendmentRefusal.NotPlanned), EtaxAmendmentRefusal.RightContentOfAnotherKind),
            (Corrected(new CorrectedContent { Items = [new(null, "품목", null, null, null, new Won(1), null, null)] }), typeof(TaxInvoiceRefusal.ItemsMismatched), null),
            (Corrected(new CorrectedContent { Supply = new Won(Won.Limit), Tax = new Won(Won.Limit) }), typeof(AmendmentRefusal.NotPlanned), EtaxAmendmentRefusal.RightContentFaulty),
            (new AmendmentCause.ContractCancelled(original.WriteDate.AddDays(-1)), typeof(AmendmentRefusal.NotPlanned), EtaxAmendmentRefusal.ReasonBeforeOriginal),
            (new AmendmentCause.Returned(original.WriteDate, new Won(10_001), new Won(1_000)), typeof(AmendmentRefusal.NotPlanned), EtaxAmendmentRefusal.MoreThanOriginal),
        ];
        foreach (var (cause, refusal, why) in cases)
        {
            var answer = (await AmendAsync(desk, original, cause)).Refusal;
            Assert.IsType(refusal, answer);
            Assert.Equal(why, (answer as AmendmentRefusal.NotPlanned)?.Why);
            // What a person is shown first says the same.
            Assert.Equal(answer, (await desk.Platform.World.Get<AmendTaxInvoice>().PlanAsync(desk.Platform.Tenant, original.Id, cause, Ct)).Refusal);
        }
        Assert.Single(await desk.Platform.RowsAsync<TaxInvoice>());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task WrongTaxRate_BecomesZeroRated_WithTheSameItems(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        var original = await IssuedAsync(desk);

        var written = Platform.Must(await AmendAsync(desk, original, new AmendmentCause.Corrected(EtaxCorrectionCause.WrongTaxRate, new CorrectedContent { Taxation = TaxInvoiceTaxation.ZeroRated })));

        Assert.Equal((TaxInvoiceTaxation.ZeroRated, 10_000L, 0L, 10_000L), (written[1].Taxation, written[1].TotalSupplyAmount.Value, written[1].TotalTaxAmount.Value, written[1].TotalAmount.Value));
        Assert.Equal((TaxInvoiceTaxation.Taxable, -1_000L), (written[0].Taxation, written[0].TotalTaxAmount.Value));
    }

    private static AmendmentCause.Corrected Corrected(CorrectedContent right) => new(EtaxCorrectionCause.RequiredItemMistaken, right);

    private static Task<Outcome<IReadOnlyList<TaxInvoice>>> AmendAsync(InvoiceDesk desk, TaxInvoice original, AmendmentCause cause) =>
        desk.Platform.World.Get<AmendTaxInvoice>().HandleAsync(desk.Platform.Tenant, Platform.Actor, original.Id, cause, null, Ct);

    /// <summary>A correction whose two documents wait for their approval.</summary>
    private static async Task<(TaxInvoiceId Negative, TaxInvoiceId Right)> CorrectAsync(InvoiceDesk desk, TaxInvoice original)
    {
        var written = Platform.Must(await AmendAsync(desk, original, Corrected(new CorrectedContent { Supply = new Won(9_000), Tax = new Won(900) })));
        foreach (var one in written)
        {
            await ObserveAsync(desk, one.Id, new(TaxInvoiceCommand.ConfirmRequest));
        }
        return (written[0].Id, written[1].Id);
    }

    private static async Task<TaxInvoice> IssuedAsync(InvoiceDesk desk, bool isSent = true)
    {
        var invoice = await desk.DraftReverseAsync(new TaxInvoiceItem(desk.Platform.Today, "판매대금 정산", null, new ScaledNumber(1), new ScaledNumber(10_000), new Won(10_000), new Won(1_000), null));
        Platform.Must(await desk.RequestAsync(invoice.Id));
        await ObserveAsync(desk, invoice.Id, new(TaxInvoiceCommand.ConfirmRequest));
        await ApproveAsync(desk, invoice.Id);
        await ObserveAsync(desk, invoice.Id, new(TaxInvoiceCommand.ConfirmIssue, NtsApprovalNumber: ApprovalNumber.Create(invoice.WriteDate, "41000026", "abcd1234")));
        if (isSent)
        {
            await ObserveAsync(desk, invoice.Id, new(TaxInvoiceCommand.CompleteSending));
        }
        return await InvoiceAsync(desk, invoice.Id);
    }

    private static async Task ApproveAsync(InvoiceDesk desk, TaxInvoiceId id)
    {
        var brn = (await InvoiceAsync(desk, id)).SupplierBrn;
        var certificate = new CertificateFacts(brn, DateOnly.MinValue, desk.Platform.Today.AddYears(1));
        Platform.Must(await desk.Platform.World.Get<ApproveTaxInvoice>().HandleAsync(desk.Platform.Tenant, Platform.Actor, id, brn, certificate, Ct));
    }

    /// <summary>What the ASP would have told.</summary>
    private static async Task ObserveAsync(InvoiceDesk desk, TaxInvoiceId id, TaxInvoiceObservation observation, bool cancelFirst = false)
    {
        if (cancelFirst)
        {
            Platform.Must(await desk.Platform.World.Get<UndoTaxInvoice>().CancelRequestAsync(desk.Platform.Tenant, Platform.Actor, id, null, Ct));
        }
        Platform.Must(await desk.Platform.CommandAsync(async work =>
        {
            Assert.True(await work.ObserveAsync(id, observation, Ct), observation.Command.ToString());
            return new Done();
        }));
    }

    private static Task ReleaseAsync(InvoiceDesk desk) => desk.Platform.World.All<DueStep>().OfType<ReleaseAmendments>().Single().RunAsync(desk.Platform.Tenant, Ct);

    private static async Task<TaxInvoice> InvoiceAsync(InvoiceDesk desk, TaxInvoiceId id) => (await desk.Platform.RowsAsync<TaxInvoice>()).Single(row => row.Id == id);

    private static async Task<IReadOnlyList<AmendmentWait>> WaitsAsync(InvoiceDesk desk, TaxInvoiceId id)
    {
        await using var db = desk.Platform.World.Store.Read(desk.Platform.Tenant);
        return await Amendments.WaitsOfAsync(db, await db.Set<TaxInvoice>().SingleAsync(row => row.Id == id, Ct), Ct);
    }

    private static async Task<IReadOnlyList<OutboxMessage>> IssuesAsync(InvoiceDesk desk, TaxInvoiceId id) =>
        [.. (await desk.Platform.RowsAsync<OutboxMessage>()).Where(message => message.Type == CarryIssue.MessageType && message.Aggregate == TaxInvoiceWork.Aggregate(id))];
}
