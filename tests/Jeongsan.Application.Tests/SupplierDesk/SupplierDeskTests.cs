using Jeongsan.Application.Payouts;
using Jeongsan.Application.People;
using Jeongsan.Application.SupplierDesk;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.SupplierDesk;

public sealed class SupplierDeskTests(DeskWorld world) : IClassFixture<DeskWorld>
{
    private const string Wrong = "1008100013";

    [Fact]
    public async Task Open_UnknownToken_IsRefused() =>
        Assert.IsType<SupplierDeskRefusal.LinkUnknown>((await world.Desk.OpenAsync("no-such-token", CancellationToken.None)).Refusal);

    [Fact]
    public async Task CheckBusinessNumber_WrongFiveTimes_CountsAndLocks()
    {
        var (invoice, token) = await world.TakeAsync();
        for (var left = SupplierLink.AttemptCountMax - 1; left > 0; left--)
        {
            Assert.Equal(left, Assert.IsType<SupplierDeskRefusal.BusinessNumberWrong>(await EnterAsync(token, Wrong)).AttemptsLeft);
        }
        var locked = Assert.IsType<SupplierDeskRefusal.TooManyAttempts>(await EnterAsync(token, Wrong));
        Assert.InRange(locked.Wait, SupplierLink.LockedFor - TimeSpan.FromMinutes(1), SupplierLink.LockedFor);
        // Locked also for the right number, but the link itself still opens.
        Assert.IsType<SupplierDeskRefusal.TooManyAttempts>(await EnterAsync(token, invoice.SupplierBrn.Value));
        Assert.False((await world.Desk.OpenAsync(token, CancellationToken.None)).IsRefused);
    }

    [Fact]
    public async Task CheckBusinessNumber_WrongAtOnce_CountsEachAttempt()
    {
        var (_, token) = await world.TakeAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, SupplierLink.AttemptCountMax).Select(_ => Task.Run(() => EnterAsync(token, Wrong))));
        Assert.Single(answers.OfType<SupplierDeskRefusal.TooManyAttempts>());
        Assert.Equal([1, 2, 3, 4], answers.OfType<SupplierDeskRefusal.BusinessNumberWrong>().Select(answer => answer.AttemptsLeft).Order());
    }

    [Fact]
    public async Task CheckBusinessNumber_Right_NotesThatItWasOpened()
    {
        var (invoice, token) = await world.TakeAsync();
        Assert.IsType<SupplierDeskRefusal.BusinessNumberWrong>(await EnterAsync(token, Wrong));
        Assert.Null(await EnterAsync(token, invoice.SupplierBrn.Value));
        Assert.Equal(SupplierLink.AttemptCountMax - 1, Assert.IsType<SupplierDeskRefusal.BusinessNumberWrong>(await EnterAsync(token, Wrong)).AttemptsLeft);
        await using var db = world.World.Store.Read(world.Tenant);
        Assert.NotNull((await db.Set<SupplierLink>().SingleAsync(link => link.TaxInvoiceId == invoice.Id)).OpenedAt);
    }

    [Fact]
    public async Task Open_LinkOfAnOlderMail_IsReplacedAndTheNewOneOpens()
    {
        var (invoice, token) = await world.TakeAsync();
        Platform.Must(await world.World.Get<ResendRequest>().HandleAsync(world.Tenant, Platform.Actor, invoice.Id, null, CancellationToken.None));
        Assert.IsType<SupplierDeskRefusal.LinkReplaced>((await world.Desk.OpenAsync(token, CancellationToken.None)).Refusal);
        Assert.IsType<SupplierDeskRefusal.LinkReplaced>((await world.Desk.ApproveAsync(token, CancellationToken.None)).Refusal);
        var newer = await world.TokenAsync(invoice.Id);
        Assert.NotEqual(token, newer);
        Assert.Equal(SupplierInvoiceState.Waiting, Platform.Must(await world.Desk.OpenAsync(newer, CancellationToken.None)).State);
    }

    [Fact]
    public async Task Open_AfterTwoMonths_IsExpired()
    {
        var (invoice, token) = await world.TakeAsync();
        // Time that passed, without moving the others' clock.
        await using (var db = world.World.Store.Read(world.Tenant))
        {
            await db.Set<SupplierLink>().Where(link => link.TaxInvoiceId == invoice.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(link => link.ExpiresAt, TimeProvider.System.GetUtcNow().AddSeconds(-1)));
        }
        Assert.IsType<SupplierDeskRefusal.LinkExpired>((await world.Desk.OpenAsync(token, CancellationToken.None)).Refusal);
        Assert.IsType<SupplierDeskRefusal.LinkExpired>((await world.Desk.RefuseAsync(token, "기한이 지났어요", CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task Approve_WithoutACertificate_IsRefusedAndNothingMoves()
    {
        var (invoice, token) = await world.TakeAsync();
        Assert.IsType<SupplierDeskRefusal.CertificateMissing>((await world.Desk.ApproveAsync(token, CancellationToken.None)).Refusal);
        Assert.Equal(TaxInvoiceStatus.Requested, (await world.InvoiceAsync(invoice.Id)).Status);
    }

    [Fact]
    public async Task Approve_TenTimesAtOnce_IsOneIssueAtTheAgency()
    {
        var (invoice, token) = await world.TakeAsync();
        await world.RegisterCertificateAsync(token, invoice);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => world.Desk.ApproveAsync(token, CancellationToken.None))));
        Assert.Contains(outcomes, outcome => !outcome.IsRefused);
        await world.UntilAsync(invoice.Id, row => row.NtsApprovalNumber is not null);
        Platform.Must(await world.Desk.ApproveAsync(token, CancellationToken.None));
        Assert.Equal(["REQUEST", "ISSUE"], await world.VerbsAsync(invoice));
        Assert.Equal(24, (await world.InvoiceAsync(invoice.Id)).NtsApprovalNumber!.Length);
    }

    [Fact]
    public async Task Approve_Issued_MailsTheSuppliersCopyToTheSupplierOnly()
    {
        var (invoice, token) = await world.TakeAsync();
        await world.RegisterCertificateAsync(token, invoice);
        Platform.Must(await world.Desk.ApproveAsync(token, CancellationToken.None));

        var mail = await world.MailAsync($"mail-issued-{invoice.Id}@jeongsan");

        var issued = await world.InvoiceAsync(invoice.Id);
        Assert.Equal((invoice.Content.Supplier.Contact!.Email, $"{issued.NtsApprovalNumber}.pdf"), (mail.To, mail.AttachmentName));
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(mail.Attachment!), StringComparison.Ordinal);
        Assert.Contains("공급자 보관용", mail.Text, StringComparison.Ordinal);
        // What a request asks to approve is shown only behind the business number: its mail carries nothing.
        Assert.Null((await world.RequestMailAsync(invoice.Id)).Attachment);
    }

    [Fact]
    public async Task ApproveAndRefuse_AtOnce_EndInExactlyOne()
    {
        var (invoice, token) = await world.TakeAsync();
        await world.RegisterCertificateAsync(token, invoice);
        var approving = Task.Run(() => world.Desk.ApproveAsync(token, CancellationToken.None));
        var refusing = Task.Run(() => world.Desk.RefuseAsync(token, "금액이 달라요", CancellationToken.None));
        var outcomes = await Task.WhenAll(approving, refusing);
        var refused = Assert.Single(outcomes, outcome => outcome.IsRefused);
        Assert.IsType<SupplierDeskRefusal.NotWaiting>(refused.Refusal);
        var approved = !(await approving).IsRefused;
        await world.UntilAsync(invoice.Id, row => row.Status == TaxInvoiceStatus.RequestRefused || row.NtsApprovalNumber is not null);
        Assert.Equal(["REQUEST", approved ? "ISSUE" : "REFUSE"], await world.VerbsAsync(invoice));
        Assert.Equal(approved, (await world.InvoiceAsync(invoice.Id)).NtsApprovalNumber is not null);
    }

    [Fact]
    public async Task Refuse_ThenApprove_IsRefusedAndTellsTheReason()
    {
        var (invoice, token) = await world.TakeAsync();
        Platform.Must(await world.Desk.RefuseAsync(token, "금액이 달라요", CancellationToken.None));
        await world.UntilAsync(invoice.Id, row => row.Status == TaxInvoiceStatus.RequestRefused);
        Assert.Equal(new SupplierDeskRefusal.NotWaiting(SupplierInvoiceState.Refused), (await world.Desk.ApproveAsync(token, CancellationToken.None)).Refusal);
        Assert.Equal("금액이 달라요", Platform.Must(await world.Desk.ViewAsync(token, CancellationToken.None)).RefusalReason);
        Assert.IsType<SupplierDeskRefusal.NotIssuedYet>((await world.Desk.XmlAsync(token, CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task CancelPayout_WithItsTaxInvoice_TakesTheRequestBackAtTheAgencyOnceAndFreesTheSupply()
    {
        var (invoice, token) = await world.TakeAsync();
        var cancel = world.World.Get<CancelPayouts>();
        Platform.Must(await cancel.OneAsync(world.Tenant, Platform.Actor, invoice.PayoutId!.Value, cancelTaxInvoice: true, CancellationToken.None));
        Assert.IsType<SupplierDeskRefusal.NotWaiting>((await world.Desk.ApproveAsync(token, CancellationToken.None)).Refusal);
        await world.UntilAsync(invoice.Id, row => row.Status == TaxInvoiceStatus.RequestCancelled);
        Assert.Equal(["REQUEST", "CANCELREQUEST"], await world.VerbsAsync(invoice));

        // What was taken back may be paid and invoiced with another one.
        await using var db = world.World.Store.Read(world.Tenant);
        var settlements = await db.Set<PartnerSettlement>().Where(row => row.PartnerId == invoice.PartnerId).Select(row => row.Id).ToListAsync();
        var bulk = Platform.Must(await world.World.Get<CreateBulkPayout>().HandleAsync(world.Tenant, Platform.Actor, new NewBulkPayout(null, null, null, settlements), CancellationToken.None));
        Platform.Must(await world.World.Get<ConfirmBulkPayout>().HandleAsync(world.Tenant, Platform.Actor, bulk.Id, CancellationToken.None));
        var drafted = Platform.Must(await world.World.Get<DraftFromPayouts>().HandleAsync(world.Tenant, Platform.Actor, new NewPayoutInvoices(bulk.Id, null, null, null), CancellationToken.None));
        Assert.Equal(invoice.TotalAmount, Assert.Single(drafted.Drafted).TotalAmount);
    }

    [Fact]
    public async Task CancelPayout_WithoutItsTaxInvoice_LeavesTheRequestToTheSupplier()
    {
        var (invoice, _) = await world.TakeAsync();
        Platform.Must(await world.World.Get<CancelPayouts>().OneAsync(world.Tenant, Platform.Actor, invoice.PayoutId!.Value, cancelTaxInvoice: false, CancellationToken.None));
        Assert.Equal(TaxInvoiceStatus.Requested, (await world.InvoiceAsync(invoice.Id)).Status);
        Assert.Equal(["REQUEST"], await world.VerbsAsync(invoice));
    }

    [Fact]
    public async Task CancelPayout_WithAnIssuedTaxInvoice_LeavesTheDocument()
    {
        var (invoice, token) = await world.TakeAsync();
        await world.RegisterCertificateAsync(token, invoice);
        Platform.Must(await world.Desk.ApproveAsync(token, CancellationToken.None));
        await world.UntilAsync(invoice.Id, row => row.NtsApprovalNumber is not null);
        Platform.Must(await world.World.Get<CancelPayouts>().OneAsync(world.Tenant, Platform.Actor, invoice.PayoutId!.Value, cancelTaxInvoice: true, CancellationToken.None));
        Assert.Equal(["REQUEST", "ISSUE"], await world.VerbsAsync(invoice));
        Assert.NotNull((await world.InvoiceAsync(invoice.Id)).NtsApprovalNumber);
    }

    /// <summary>Who tries numbers on many links is slowed down too, and only they.</summary>
    [Fact]
    public async Task CheckBusinessNumber_WrongTooOftenFromOneAddress_SlowsThatAddressOnly()
    {
        var (invoice, token) = await world.TakeAsync();
        await EnterAsync(token, Wrong, "203.0.113.7");
        Platform.Must(await world.World.Store.CommandAsync<Done>(world.Tenant, Actor.System, async work =>
        {
            var throttle = await work.Db.Set<SignInThrottle>().SingleAsync(row => row.Key == SignInThrottle.AddressKey("supplier 203.0.113.7"));
            for (var more = throttle.Failures; more <= SignInThrottlePolicy.FreeFailuresOfAddress; more++)
            {
                throttle.Fail(work.RealNow);
            }
            return new Done();
        }, CancellationToken.None));
        Assert.IsType<SupplierDeskRefusal.TooManyAttempts>(await EnterAsync(token, invoice.SupplierBrn.Value, "203.0.113.7"));
        Assert.Null(await EnterAsync(token, invoice.SupplierBrn.Value, "203.0.113.8"));
    }

    private async Task<Refusal?> EnterAsync(string token, string number, string? address = null) =>
        (await world.Desk.CheckBusinessNumberAsync(token, number, address ?? $"address-{token}", CancellationToken.None)).Refusal;
}
