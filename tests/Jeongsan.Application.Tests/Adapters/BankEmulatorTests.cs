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
        using var bank = new BankEmulator(folder.Path);
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => bank.OrderAsync(Order, CancellationToken.None))));
        Assert.All(results, result => Assert.Equal(RemittanceState.Succeeded, result!.State));
        Assert.Equal(BankEmulator.OpeningBalanceWon - 97_900, await bank.BalanceAsync(CancellationToken.None));
        Assert.Equal(20, Assert.Single(await bank.TransfersAsync(CancellationToken.None)).OrderCount);
    }

    [Fact]
    public async Task Order_SameIdWithOtherContent_IsRefusedAndKeepsTheFirst()
    {
        using var folder = new TemporaryFolder();
        using var bank = new BankEmulator(folder.Path);
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
        using var bank = new BankEmulator(folder.Path);
        var result = await bank.OrderAsync(Order with { AmountWon = BankEmulator.OpeningBalanceWon + 1 }, CancellationToken.None);
        Assert.Equal(RemittanceState.Failed, result!.State);
        Assert.Equal(BankEmulator.OpeningBalanceWon, await bank.BalanceAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Order_ToAnAccountOfTheRules_FailsWithItsReason()
    {
        using var folder = new TemporaryFolder();
        using var bank = new BankEmulator(folder.Path);
        foreach (var (digits, reason) in BankEmulator.Rules)
        {
            var result = await bank.OrderAsync(Order with { TransferId = $"to-{digits}", AccountNumber = $"1101234{digits}" }, CancellationToken.None);
            Assert.Equal((RemittanceState.Failed, reason), (result!.State, result.FailReason));
        }
    }

    /// <summary>The books outlive the process.</summary>
    [Fact]
    public async Task Find_AfterAReopening_KnowsTheTransfer()
    {
        using var folder = new TemporaryFolder();
        using (var bank = new BankEmulator(folder.Path))
        {
            await bank.OrderAsync(Order, CancellationToken.None);
        }
        using var again = new BankEmulator(folder.Path);
        Assert.Equal(RemittanceState.Succeeded, (await again.FindAsync("payout-1", CancellationToken.None))!.State);
        Assert.Null(await again.FindAsync("payout-2", CancellationToken.None));
    }
}
