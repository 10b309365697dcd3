using System.Reflection;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Statements;
using Jeongsan.Domain.Transfers;
using Xunit;

namespace Jeongsan.Domain.Tests.Lifecycles;

public sealed class LifecycleTests
{
    /// <summary>Every life cycle of the domain, found by reflection.</summary>
    public static readonly IReadOnlyList<ILifecycle> All =
    [
        .. typeof(ILifecycle).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(property => typeof(ILifecycle).IsAssignableFrom(property.PropertyType))
            .Select(property => (ILifecycle)property.GetValue(null)!)
            .OrderBy(lifecycle => lifecycle.Name, StringComparer.Ordinal),
    ];

    public static TheoryData<string> Names => [.. All.Select(lifecycle => lifecycle.Name)];

    private static ILifecycle Of(string name) => All.Single(lifecycle => lifecycle.Name == name);

    [Theory]
    [MemberData(nameof(Names))]
    public void Table_EveryState_IsReachedFromAStart(string name)
    {
        var lifecycle = Of(name);
        var reached = lifecycle.Starts.ToHashSet();
        while (lifecycle.Rows.Where(row => reached.Contains(row.From)).Select(row => row.To).Any(reached.Add))
        {
        }

        Assert.Empty(lifecycle.Rows.SelectMany(row => new[] { row.From, row.To }).Distinct().Except(reached));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Table_TwoRowsOfOnePair_AreToldApartByGuards(string name) =>
        Assert.All(
            Of(name).Rows.GroupBy(row => (row.From, row.Command)).Where(group => group.Count() > 1),
            group => Assert.All(group, row => Assert.NotNull(row.Guard)));

    // The states in which nothing more happens, as the rules name them.
    [Theory]
    [InlineData("AccountTransfer", "Failed,Succeeded")]
    [InlineData("Transfer", "PaidOut")]
    [InlineData("PartnerSettlement", "PaidOut")]
    [InlineData("Payout", "Cancelled,Succeeded")]
    [InlineData("BankFile", "Completed,Discarded")]
    [InlineData("BulkPayout", "Cancelled,Completed")]
    [InlineData("NtsConnection", "")]
    [InlineData("CounterpartyConnection", "")]
    [InlineData("PartnerNotice", "")]
    [InlineData("ConsignmentProcessor", "Ended")]
    [InlineData("SubjectRequest", "Answered,Withdrawn")]
    [InlineData("LegalNotice", "Delivered,ToldOtherwise")]
    [InlineData("Incident", "Closed")]
    [InlineData("Erasure", "Erased")]
    [InlineData("StatementSending", "")]
    [InlineData("TaxInvoice", "IssuanceCancelled,RequestCancelled,RequestRefused,SendingCompleted")]
    public void Ends_OfEachTable_AreTheNamedOnes(string name, string ends) =>
        Assert.Equal(ends, string.Join(",", LifecycleDiagram.Ends(Of(name))));

    [Fact]
    public void Ends_AreStated_ForEveryTable() => Assert.Equal(16, All.Count);

    [Fact]
    public void Transfer_EveryPair_MovesOrIsRefusedAsNotInState() => Walk<TransferStatus, TransferCommand, Done>(
        TransferLifecycle.Table,
        default,
        "Scheduled:Begin=InProcess Scheduled:Settle=Settled InProcess:Settle=Settled Settled:ConfirmPayout=PayoutConfirmed Settled:CompleteByHand=PaidOut "
        + "PayoutConfirmed:StartPayout=InPayout PayoutConfirmed:ReleasePayout=Settled PayoutConfirmed:CompleteByHand=PaidOut InPayout:CompletePayout=PaidOut InPayout:ReleasePayout=Settled",
        (status, command) => new TransferRefusal.NotInState(status, command));

    // People may move: prepared, withheld, cancelled → excluded; excluded → prepared or withheld; withheld, failed → prepared.
    [Fact]
    public void PartnerSettlement_EveryPair_MovesOrIsRefusedAsNotInState() => Walk<PartnerSettlementStatus, PartnerSettlementCommand, Done>(
        PartnerSettlementLifecycle.Table,
        default,
        "PayoutPrepared:Exclude=PayoutExcluded PayoutWithheld:Exclude=PayoutExcluded Cancelled:Exclude=PayoutExcluded PayoutExcluded:Prepare=PayoutPrepared "
        + "PayoutExcluded:Withhold=PayoutWithheld PayoutPrepared:Withhold=PayoutWithheld PayoutWithheld:Prepare=PayoutPrepared PayoutFailed:Prepare=PayoutPrepared "
        + "PayoutPrepared:Confirm=Confirmed PayoutFailed:Confirm=Confirmed Cancelled:Confirm=Confirmed Confirmed:Schedule=PayoutScheduled PayoutScheduled:Unschedule=Confirmed "
        + "Confirmed:StartPayout=InPayout PayoutScheduled:StartPayout=InPayout InPayout:CompletePayout=PaidOut InPayout:FailPayout=PayoutFailed "
        + "Confirmed:CancelPayout=Cancelled PayoutScheduled:CancelPayout=Cancelled Confirmed:TakeOut=PayoutPrepared PayoutPrepared:CompleteByHand=PaidOut PayoutFailed:CompleteByHand=PaidOut Cancelled:CompleteByHand=PaidOut",
        (status, command) => new PartnerSettlementRefusal.NotInState(status, command));

    // Cancellable: confirmed, stopped, failed; scheduled after it was unscheduled.
    [Fact]
    public void Payout_EveryPair_MovesOrIsRefused() => Walk<PayoutStatus, PayoutCommand, Done>(
        PayoutLifecycle.Table,
        default,
        "Prepared:Confirm=Confirmed Confirmed:Schedule=Scheduled Scheduled:Schedule=Scheduled Scheduled:Unschedule=Confirmed Confirmed:Execute=Processing Scheduled:Execute=Processing "
        + "Processing:Succeed=Succeeded Processing:Fail=Failed Confirmed:Stop=Stopped Scheduled:Stop=Stopped Stopped:Resume=Confirmed "
        + "Confirmed:Cancel=Cancelled Stopped:Cancel=Cancelled Failed:Cancel=Cancelled Prepared:Drop=Cancelled Prepared:CompleteByHand=Succeeded Confirmed:CompleteByHand=Succeeded",
        (status, command) => (status, command) == (PayoutStatus.Scheduled, PayoutCommand.Cancel)
            ? new PayoutRefusal.UnscheduleFirst()
            : new PayoutRefusal.NotInState(status, command));

    [Fact]
    public void BulkPayout_EveryPair_MovesOrIsRefusedAsBulkNotInState() => Walk<BulkPayoutStatus, BulkPayoutCommand, Done>(
        BulkPayoutLifecycle.Table,
        default,
        "Preparing:ChangeRows=Preparing Preparing:Confirm=Prepared Prepared:Schedule=Prepared Prepared:Unschedule=Prepared Prepared:Execute=Ongoing Ongoing:Stop=Ongoing Ongoing:Halt=Prepared "
        + "Prepared:Resume=Prepared Prepared:Complete=Completed Ongoing:AwaitPostProcess=PostProcessPending Ongoing:Complete=Completed PostProcessPending:Complete=Completed "
        + "Preparing:Cancel=Cancelled Prepared:Cancel=Cancelled Preparing:CompleteByHand=Completed Prepared:CompleteByHand=Completed",
        (status, command) => new PayoutRefusal.BulkNotInState(status, command));

    [Fact]
    public void BankFile_EveryPair_MovesOrIsRefused() => Walk(
        BankFileLifecycle.Table,
        new BankFileFacts(HasResults: false),
        "AwaitingResults:ReadResults=AwaitingResults AwaitingResults:Complete=Completed AwaitingResults:Discard=Discarded",
        (status, command) => status == BankFileStatus.Discarded ? new BankFileRefusal.Discarded() : new BankFileRefusal.NotInState(status, command));

    [Fact]
    public void BankFile_DiscardAfterAResultWasRead_IsRefusedAsResultsRead() => Assert.Equal(
        new BankFileRefusal.ResultsRead(), BankFileLifecycle.Table.Decide(BankFileStatus.AwaitingResults, BankFileCommand.Discard, new BankFileFacts(HasResults: true)).Refusal);

    [Fact]
    public void StatementSending_EveryPair_MovesOrIsRefusedAsNotInState() => Walk<StatementSendingStatus, StatementSendingCommand, Done>(
        StatementSendingLifecycle.Table,
        default,
        "Waiting:ConfirmSent=Sent Waiting:RejectSending=Failed Sent:SendAgain=Sent Failed:SendAgain=Failed",
        (status, command) => new StatementRefusal.NotInState(status, command));

    [Fact]
    public void NtsConnection_EveryPair_MovesOrIsRefused() => Walk(
        NtsConnectionLifecycle.Table,
        new NtsConnectionFacts(Sample.Partner(), false),
        "NotConnected:Connect=ConnectPending ConnectFailed:Connect=ConnectPending ConnectPending:ConfirmConnected=Connected ConnectPending:RejectConnection=ConnectFailed "
        + "ConnectFailed:Reset=NotConnected Connected:Disconnect=DisconnectPending DisconnectPending:ConfirmDisconnected=NotConnected DisconnectPending:RejectDisconnection=Connected",
        (status, command) => command == NtsConnectionCommand.Disconnect
            ? new PartnerRefusal.NotConnected(status)
            : new PartnerRefusal.ConnectionNotInState(status, command));

    /// <summary>Walks every (state, command) pair, legal or not, against what the test itself states.</summary>
    internal static void Walk<TState, TCommand, TFacts>(
        Lifecycle<TState, TCommand, TFacts> table, TFacts facts, string stated, Func<TState, TCommand, Refusal> refusalOf)
        where TState : struct, Enum
        where TCommand : struct, Enum
    {
        var legal = stated.Split(' ').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        foreach (var state in Enum.GetValues<TState>())
        {
            foreach (var command in Enum.GetValues<TCommand>())
            {
                var decided = table.Decide(state, command, facts);
                if (legal.Remove($"{state}:{command}", out var to))
                {
                    Assert.True(!decided.IsRefused, $"{state} {command} is refused: {decided.Refusal}");
                    Assert.Equal(to, decided.Value.To.ToString());
                }
                else
                {
                    Assert.True(decided.IsRefused, $"{state} {command} is not refused");
                    Assert.Equal(refusalOf(state, command), decided.Refusal);
                }
            }
        }

        Assert.Empty(legal);
    }
}
