using System.Net.Http.Json;

namespace Jeongsan.Popbill.Tests;

public sealed class LookupTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    // Invented rule of the emulator: the two middle digits of a valid number decide.
    [Theory]
    [InlineData(EmulatorHost.Buyer, "1", "10")]
    [InlineData("1059712344", "3", "10")]
    [InlineData("1109812343", "2", "10")]
    [InlineData("1109912340", "0", null)]
    [InlineData("1019012343", "1", "20")]
    [InlineData("1019612345", "1", "30")]
    [InlineData("1234567890", "0", null)]
    public async Task BusinessState_ByMiddleDigits_IsDeterministic(string number, string state, string? taxType)
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinAsync(EmulatorHost.Buyer);
        var found = await host.Client.Lookups.BusinessStateAsync(EmulatorHost.Buyer, number, None);
        Assert.Equal((state, taxType), (found.State, found.TaxType));
        Assert.Equal(found, (await host.Client.Lookups.BusinessStatesAsync(EmulatorHost.Buyer, [number], None)).Single());
    }

    [Fact]
    public async Task BusinessState_SetByAdmin_Wins()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinAsync(EmulatorHost.Buyer);
        await host.Http.PutAsJsonAsync($"/emulator/businesses/{EmulatorHost.Buyer}", new { state = "2", taxType = "10", stateDate = "20251101" });
        var found = await host.Client.Lookups.BusinessStateAsync(EmulatorHost.Buyer, EmulatorHost.Buyer, None);
        Assert.Equal(("2", "20251101"), (found.State, found.StateDate));
        Assert.Equal(-17000003, (await Assert.ThrowsAsync<PopbillException>(() => host.Client.Lookups.BusinessStateAsync(EmulatorHost.Buyer, "123", None))).Code);
    }

    [Fact]
    public async Task AccountHolder_KnownUnknownAndSet_AreToldApart()
    {
        await using var host = await EmulatorHost.StartAsync();
        await host.JoinAsync(EmulatorHost.Buyer);
        var lookups = host.Client.Lookups;
        var first = await lookups.AccountHolderAsync(EmulatorHost.Buyer, "0004", "12345678901", None);
        Assert.True(first.Found);
        Assert.Equal(first.AccountName, (await lookups.AccountHolderAsync(EmulatorHost.Buyer, "0004", "12345678901", None)).AccountName);
        Assert.False((await lookups.AccountHolderAsync(EmulatorHost.Buyer, "0004", "12345670000", None)).Found);
        await host.Http.PutAsJsonAsync("/emulator/accounts", new { bankCode = "0004", accountNumber = "12345670000", holder = "홍길동", identity = "900101" });
        Assert.Equal("홍길동", (await lookups.DepositorAsync(EmulatorHost.Buyer, "0004", "12345670000", false, "900101", None)).AccountName);
        Assert.False((await lookups.DepositorAsync(EmulatorHost.Buyer, "0004", "12345670000", false, "900102", None)).Found);
        Assert.Equal(-18201006, (await Assert.ThrowsAsync<PopbillException>(() => lookups.AccountHolderAsync(EmulatorHost.Buyer, "4", "12345678901", None))).Code);
    }
}
