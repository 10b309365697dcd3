using Jeongsan.Application.Adapters.Bank;
using Jeongsan.Application.Payouts;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Adapters;

public sealed class BankEmulatorTests
{
    private static readonly RemittanceOrder Order = new("payout-1", "Shinhan", "110123456789", "하늘상점", 97_900, null, null);

    [Fact]
    public async Task Order_SameIdTwentyTimesAtOnce_MovesMoneyOnce()
    {
        using var folder = new TemporaryFolder();
        using var bank = new BankEmulator(folder.Path, TimeProvider.System);
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => bank.OrderAsync(Order, CancellationToken.None))));
        Assert.All(results, result => Assert.Equal(RemittanceState.Succeeded, result!.State));
        Assert.Equal(BankEmulator.OpeningBalanceWon - 97_900, await bank.BalanceAsync(CancellationToken.None));
        Assert.Equal(20, Assert.Single(await bank.TransfersAsync(CancellationToken.None)).OrderCount);
    }

    [Fact]
    public async Task Order_SameIdWithOtherContent_IsRefusedAndKeepsTheFirst()
    {
        using var folder = new TemporaryFolder();
        using var bank = new BankEmulator(folder.Path, TimeProvider.System);
        await bank.OrderAsync(Order, CancellationToken.None);
        Assert.Null(await bank.OrderAsync(Order with { AmountWon = 1 }, CancellationToken.None));
        Assert.Null(await bank.OrderAsync(Order with { AccountNumber = "999" }, CancellationToken.None));
        Assert.Null(await bank.OrderAsync(Order with { Bank = "Kookmin" }, CancellationToken.None));
        Assert.Equal(97_900, Assert.Single(await bank.TransfersAsync(CancellationToken.None)).AmountWon);
    }

    [Fact]
    public async Task Order_MoreThanTheBalance_FailsAndMovesNothing()
    {
        using var folder = new TemporaryFolder();
        using var bank = new BankEmulator(folder.Path, TimeProvider.System);
        var result = await bank.OrderAsync(Order with { AmountWon = BankEmulator.OpeningBalanceWon + 1 }, CancellationToken.None);
        Assert.Equal(RemittanceState.Failed, result!.State);
        Assert.Equal(BankEmulator.OpeningBalanceWon, await bank.BalanceAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Order_ToAnAccountOfTheRules_FailsWithItsReason()
    {
        using var folder = new TemporaryFolder();
        using var bank = new BankEmulator(folder.Path, TimeProvider.System);
        foreach (var (digits, reason) in BankEmulator.Rules)
        {
            var result = await bank.OrderAsync(Order with { TransferId = $"to-{digits}", AccountNumber = $"1101234{digits}" }, CancellationToken.None);
            Assert.Equal((RemittanceState.Failed, reason), (result!.State, result.FailReason));
        }
    }

    /// <summary>What is ordered to fail fails so many times, and the same order is never decided twice.</summary>
    [Fact]
    public async Task Order_WhileRefusalsAreOrdered_FailsThatOftenAndMovesNothing()
    {
        using var folder = new TemporaryFolder();
        using var bank = new BankEmulator(folder.Path, TimeProvider.System);
        bank.Failures.SwitchOn(BankFailure.TransferRefused, 1);

        var refused = await bank.OrderAsync(Order, CancellationToken.None);
        var again = await bank.OrderAsync(Order, CancellationToken.None);
        var next = await bank.OrderAsync(Order with { TransferId = "payout-2" }, CancellationToken.None);

        Assert.Equal((RemittanceState.Failed, RemittanceState.Failed, RemittanceState.Succeeded), (refused!.State, again!.State, next!.State));
        Assert.Empty(bank.Failures.Left);
        Assert.Equal(BankEmulator.OpeningBalanceWon - Order.AmountWon, await bank.BalanceAsync(CancellationToken.None));
    }

    /// <summary>The books outlive the process.</summary>
    [Fact]
    public async Task Find_AfterAReopening_KnowsTheTransfer()
    {
        using var folder = new TemporaryFolder();
        using (var bank = new BankEmulator(folder.Path, TimeProvider.System))
        {
            await bank.OrderAsync(Order, CancellationToken.None);
        }
        using var again = new BankEmulator(folder.Path, TimeProvider.System);
        Assert.Equal(RemittanceState.Succeeded, (await again.FindAsync("payout-1", CancellationToken.None))!.State);
        Assert.Null(await again.FindAsync("payout-2", CancellationToken.None));
    }

    [Theory]
    [InlineData("0011", RemittanceState.Succeeded, null)]
    [InlineData("0012", RemittanceState.Failed, "수취 은행이 입금을 거절했습니다.")]
    public async Task Order_ToALateAccount_IsUnderWayWithItsMoneyGoneUntilItEnds(string digits, RemittanceState end, string? reason)
    {
        using var folder = new TemporaryFolder();
        var time = new TestTime();
        using var bank = new BankEmulator(folder.Path, time);
        var late = Order with { AccountNumber = $"1101234{digits}" };

        Assert.Equal(RemittanceState.Processing, (await bank.OrderAsync(late, CancellationToken.None))!.State);
        Assert.Equal(RemittanceState.Processing, (await bank.FindAsync(late.TransferId, CancellationToken.None))!.State);
        Assert.Equal(BankEmulator.OpeningBalanceWon - 97_900, await bank.BalanceAsync(CancellationToken.None));
        Assert.Empty(await bank.CallsDueAsync(CancellationToken.None));

        time.Advance(BankEmulator.LateBy);
        Assert.Equal(new BankCall(late.TransferId, 0), Assert.Single(await bank.CallsDueAsync(CancellationToken.None)));
        Assert.Equal(new Remittance(late.TransferId, end, reason), await bank.FindAsync(late.TransferId, CancellationToken.None));
        Assert.Equal(end, (await bank.OrderAsync(late, CancellationToken.None))!.State);
        Assert.Equal(BankEmulator.OpeningBalanceWon - (end == RemittanceState.Succeeded ? 97_900 : 0), await bank.BalanceAsync(CancellationToken.None));
    }

    /// <summary>Also after a restart; until it is taken, eight times at most.</summary>
    [Fact]
    public async Task Call_ThatNobodyTakes_IsDueAgainEightTimesAtMost()
    {
        using var folder = new TemporaryFolder();
        var time = new TestTime();
        using (var before = new BankEmulator(folder.Path, time))
        {
            await before.OrderAsync(Order with { AccountNumber = "11012340011" }, CancellationToken.None);
        }
        using var bank = new BankEmulator(folder.Path, time);
        time.Advance(BankEmulator.LateBy);
        for (var calls = 0; calls < 8; calls++)
        {
            var call = Assert.Single(await bank.CallsDueAsync(CancellationToken.None));
            Assert.Equal(calls, call.Calls);
            await bank.NoteCallAsync(call, isTaken: false, CancellationToken.None);
            Assert.Empty(await bank.CallsDueAsync(CancellationToken.None));
            time.Advance(TimeSpan.FromSeconds(1 << calls));
        }
        Assert.Empty(await bank.CallsDueAsync(CancellationToken.None));
    }
}
