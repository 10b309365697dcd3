namespace Jeongsan.Application.Adapters.Bank;

public sealed record BankOptions
{
    /// <summary>Where the remittance provider's REST interface is; the emulator's by default.</summary>
    public required Uri Address { get; init; }
}
