using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Xunit;
using static Jeongsan.Domain.TaxInvoices.TaxInvoiceStatus;

namespace Jeongsan.Domain.Tests.Lifecycles;

public sealed class TaxInvoiceLifecycleTests
{
    private static readonly CertificateFacts Certificate = new(Sample.ValidBrn, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
    private static readonly Actor Supplier = new(ActorKind.Supplier, "p1");

    private const string EitherIssuance =
        "Drafted:Edit=Drafted RequestFailed:Edit=Drafted DraftPending:ConfirmDraft=Drafted DraftPending:RejectDraft=DraftFailed DraftFailed:RetryDraft=DraftPending "
        + "RequestPending:ConfirmRequest=Requested RequestPending:RejectRequest=RequestFailed Requested:Resend=Requested "
        + "IssuePending:ConfirmIssue=Issued Requested:ConfirmIssue=Issued IssueFailed:ConfirmIssue=Issued IssuePending:RejectIssue=IssueFailed "
        + "CancelPending:ConfirmRefusal=RequestRefused Requested:ConfirmRefusal=RequestRefused Requested:ConfirmRequestCancelled=RequestCancelled "
        + "Issued:CancelIssuance=CancelPending BeforeSending:CancelIssuance=CancelPending WaitingSending:CancelIssuance=CancelPending "
        + "Issued:ConfirmIssuanceCancelled=IssuanceCancelled BeforeSending:ConfirmIssuanceCancelled=IssuanceCancelled WaitingSending:ConfirmIssuanceCancelled=IssuanceCancelled "
        + "Issued:SendToNts=SendingPending BeforeSending:SendToNts=SendingPending WaitingSending:SendToNts=SendingPending SendingFailed:SendToNts=SendingPending "
        + "SendingPending:RejectSendToNts=BeforeSending Issued:QueueSending=BeforeSending Issued:AwaitSending=WaitingSending BeforeSending:AwaitSending=WaitingSending "
        + "Issued:StartSending=Sending BeforeSending:StartSending=Sending WaitingSending:StartSending=Sending SendingPending:StartSending=Sending SendingFailed:StartSending=Sending "
        + "Issued:CompleteSending=SendingCompleted BeforeSending:CompleteSending=SendingCompleted WaitingSending:CompleteSending=SendingCompleted "
        + "SendingPending:CompleteSending=SendingCompleted Sending:CompleteSending=SendingCompleted SendingFailed:CompleteSending=SendingCompleted "
        + "Issued:FailSending=SendingFailed BeforeSending:FailSending=SendingFailed WaitingSending:FailSending=SendingFailed SendingPending:FailSending=SendingFailed Sending:FailSending=SendingFailed ";

    private const string OnlyReverse =
        "Drafted:Request=RequestPending RequestFailed:Request=RequestPending Requested:Approve=IssuePending IssueFailed:Approve=IssuePending "
        + "Requested:Refuse=CancelPending IssueFailed:Refuse=CancelPending Requested:CancelRequest=CancelPending IssueFailed:CancelRequest=CancelPending ";

    [Theory]
    [InlineData(TaxInvoiceAgencyAim.CancelRequest, "CancelPending:ConfirmRequestCancelled=RequestCancelled CancelPending:RejectCancel=Requested CancelPending:ConfirmIssue=Issued")]
    [InlineData(TaxInvoiceAgencyAim.Refuse, "CancelPending:ConfirmRequestCancelled=RequestCancelled CancelPending:RejectCancel=Requested CancelPending:ConfirmIssue=Issued")]
    [InlineData(TaxInvoiceAgencyAim.CancelIssuance, "CancelPending:ConfirmIssuanceCancelled=IssuanceCancelled CancelPending:RejectCancel=Issued")]
    public void Reverse_EveryPair_MovesOrIsRefused(TaxInvoiceAgencyAim aim, string ofAim)
    {
        var invoice = Sample.Invoice();
        Set(invoice, nameof(TaxInvoice.AgencyAim), aim);
        var facts = new TaxInvoiceFacts(invoice, NtsConnectionStatus.Connected, Sample.ValidBrn, Certificate, Sample.Today);
        LifecycleTests.Walk(TaxInvoiceLifecycle.Table, facts, EitherIssuance + OnlyReverse + ofAim, (status, command) => RefusalOf(status, command, aim, TaxInvoiceIssuance.Reverse));
    }

    [Fact]
    public void Forward_EveryPair_MovesOrIsRefused()
    {
        var invoice = Sample.Invoice(TaxInvoiceIssuance.Normal);
        Set(invoice, nameof(TaxInvoice.AgencyAim), TaxInvoiceAgencyAim.CancelIssuance);
        var facts = new TaxInvoiceFacts(invoice, NtsConnectionStatus.Connected, Sample.ValidBrn, Certificate, Sample.Today);
        const string ofForward = "Drafted:Issue=IssuePending IssueFailed:Issue=IssuePending IssueFailed:Edit=Drafted "
            + "CancelPending:ConfirmIssuanceCancelled=IssuanceCancelled CancelPending:RejectCancel=Issued";
        LifecycleTests.Walk(TaxInvoiceLifecycle.Table, facts, EitherIssuance + ofForward, (status, command) => RefusalOf(status, command, TaxInvoiceAgencyAim.CancelIssuance, TaxInvoiceIssuance.Normal));
    }

    private static TaxInvoiceRefusal RefusalOf(TaxInvoiceStatus status, TaxInvoiceCommand command, TaxInvoiceAgencyAim aim, TaxInvoiceIssuance issuance)
    {
        if (status == CancelPending && command is TaxInvoiceCommand.ConfirmIssue or TaxInvoiceCommand.ConfirmRequestCancelled or TaxInvoiceCommand.ConfirmIssuanceCancelled && TaxInvoiceLifecycle.Table.Knows(status, command))
        {
            return new TaxInvoiceRefusal.AgencyNotAsked(aim);
        }

        if (TaxInvoiceLifecycle.Table.Knows(status, command) && command != TaxInvoiceCommand.Edit)
        {
            var expected = issuance == TaxInvoiceIssuance.Reverse ? TaxInvoiceIssuance.Normal : TaxInvoiceIssuance.Reverse;
            return new TaxInvoiceRefusal.IssuanceMismatched(expected, issuance);
        }

        return command switch
        {
            TaxInvoiceCommand.Edit or TaxInvoiceCommand.Request or TaxInvoiceCommand.Issue => new TaxInvoiceRefusal.NotDrafted(status),
            TaxInvoiceCommand.Resend or TaxInvoiceCommand.Approve or TaxInvoiceCommand.Refuse or TaxInvoiceCommand.CancelRequest => new TaxInvoiceRefusal.NotRequested(status),
            TaxInvoiceCommand.CancelIssuance or TaxInvoiceCommand.SendToNts => new TaxInvoiceRefusal.NotIssued(status),
            _ => new TaxInvoiceRefusal.NotInState(status, command),
        };
    }

    [Theory]
    [InlineData(NtsConnectionStatus.NotConnected)]
    [InlineData(NtsConnectionStatus.ConnectPending)]
    [InlineData(NtsConnectionStatus.ConnectFailed)]
    [InlineData(NtsConnectionStatus.DisconnectPending)]
    public void Request_SupplierNotConnected_IsRefusedAsSupplierNotConnected(NtsConnectionStatus connection)
    {
        var invoice = Sample.Invoice();
        Assert.Equal(new TaxInvoiceRefusal.SupplierNotConnected(Sample.ValidBrn, connection), invoice.Request(connection, Actor.System, null, Sample.Now).Refusal);
        Assert.Equal(Drafted, invoice.Status);
    }

    [Fact]
    public void Approve_WrongNumberOrCertificate_IsRefusedByName()
    {
        var invoice = Requested();
        Outcome<Move> Approve(BusinessRegistrationNumber brn, CertificateFacts? certificate) => invoice.Approve(brn, certificate, Supplier, Sample.Today, Sample.Now);

        Assert.IsType<TaxInvoiceRefusal.SupplierNumberMismatched>(Approve(Sample.PlatformBrn, Certificate).Refusal);
        Assert.IsType<TaxInvoiceRefusal.CertificateNotRegistered>(Approve(Sample.ValidBrn, null).Refusal);
        Assert.IsType<TaxInvoiceRefusal.CertificateOfAnother>(Approve(Sample.ValidBrn, Certificate with { Owner = Sample.PlatformBrn }).Refusal);
        Assert.Equal(
            new TaxInvoiceRefusal.CertificateExpired(new DateOnly(2026, 8, 31), Sample.Today),
            Approve(Sample.ValidBrn, Certificate with { ValidUntil = new DateOnly(2026, 8, 31) }).Refusal);
        Assert.IsType<TaxInvoiceRefusal.CertificateNotYetValid>(Approve(Sample.ValidBrn, Certificate with { ValidFrom = new DateOnly(2026, 9, 2) }).Refusal);
        Assert.Equal(TaxInvoiceStatus.Requested, invoice.Status);
        Assert.Equal(IssuePending.ToString(), Approve(Sample.ValidBrn, Certificate).Value.To);
    }

    /// <summary>국세기본법 제85조의3 ②: what was issued is kept in the form of the law; a draft is not.</summary>
    [Fact]
    public void ErasePartner_OfAnIssuedOne_KeepsTheLawfulForm_OfADraft_KeepsNothing()
    {
        var draft = Sample.Invoice();
        draft.ErasePartner();
        Assert.Equal((Jeongsan.Domain.Partners.PartnerProfile.ErasedName, "0000000000", ""), (draft.SupplierName, draft.SupplierBrn.Value, draft.Content.Supplier.RepresentativeName));
        var invoice = Requested();
        Assert.False(invoice.Approve(Sample.ValidBrn, Certificate, Supplier, Sample.Today, Sample.Now).IsRefused);
        Assert.False(invoice.Observe(new TaxInvoiceObservation(TaxInvoiceCommand.ConfirmIssue, NtsApprovalNumber: new string('1', 24)), Sample.Now.AddHours(1)).IsRefused);
        var before = invoice.Content.Supplier;
        invoice.ErasePartner();
        Assert.Equal(before with { Contact = null }, invoice.Content.Supplier);
        Assert.Equal(before.Name, invoice.SupplierName);
    }

    [Fact]
    public void Observe_TheWholeWay_StampsAndTells()
    {
        var invoice = Requested();
        Assert.False(invoice.Approve(Sample.ValidBrn, Certificate, Supplier, Sample.Today, Sample.Now).IsRefused);
        var issued = invoice.Observe(new TaxInvoiceObservation(TaxInvoiceCommand.ConfirmIssue, NtsApprovalNumber: new string('1', 24)), Sample.Now.AddHours(1)).Value;
        Assert.Equal(nameof(TaxInvoiceEvent.Issued), issued.Says);
        Assert.False(invoice.Observe(new(TaxInvoiceCommand.AwaitSending), Sample.Now.AddHours(2)).IsRefused);
        var sent = invoice.Observe(new(TaxInvoiceCommand.CompleteSending, NtsResultCode: "SUC001"), Sample.Now.AddDays(1)).Value;
        Assert.Equal((nameof(TaxInvoiceEvent.SendingCompleted), SendingCompleted), (sent.Says, invoice.Status));
        Assert.Equal((Sample.Now.AddHours(1), Sample.Now.AddDays(1), "SUC001"), (invoice.IssuedAt, invoice.NtsSentAt, invoice.NtsResultCode));
        Assert.Equal("Supplier:p1", invoice.IssuedBy);
        Assert.False(invoice.IsDelayed(new DateOnly(2026, 12, 1)));
    }

    [Fact]
    public void Refuse_ByTheSupplier_KeepsItsReason()
    {
        var invoice = Requested();
        Assert.False(invoice.Refuse(Sample.ValidBrn, "금액이 달라요", Supplier, Sample.Now).IsRefused);
        Assert.Equal(TaxInvoiceAgencyAim.Refuse, invoice.AgencyAim);
        Assert.Equal(nameof(TaxInvoiceEvent.Refused), invoice.Observe(new(TaxInvoiceCommand.ConfirmRefusal), Sample.Now).Value.Says);
        Assert.Equal((RequestRefused, "금액이 달라요", TaxInvoiceAgencyAim.None), (invoice.Status, invoice.StatusReason, invoice.AgencyAim));
        Assert.False(invoice.Delete(Actor.System, Sample.Now).IsRefused);
        Assert.IsType<TaxInvoiceRefusal.Deleted>(invoice.Delete(Actor.System, Sample.Now).Refusal);
    }

    [Fact]
    public void Delete_Requested_IsRefusedAsNotDeletable() =>
        Assert.Equal(new TaxInvoiceRefusal.NotDeletable(TaxInvoiceStatus.Requested), Requested().Delete(Actor.System, Sample.Now).Refusal);

    internal static TaxInvoice Requested()
    {
        var invoice = Sample.Invoice();
        Assert.False(invoice.Request(NtsConnectionStatus.Connected, Actor.System, null, Sample.Now).IsRefused);
        Assert.Equal(nameof(TaxInvoiceEvent.Requested), invoice.Observe(new(TaxInvoiceCommand.ConfirmRequest), Sample.Now).Value.Says);
        return invoice;
    }

    private static void Set(TaxInvoice invoice, string property, object value) => typeof(TaxInvoice).GetProperty(property)!.SetValue(invoice, value);
}
