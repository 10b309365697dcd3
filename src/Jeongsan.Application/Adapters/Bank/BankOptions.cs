namespace Jeongsan.Application.Adapters.Bank;

public sealed record BankOptions
{
    /// <summary>Where the remittance provider's REST interface is; the emulator's by default.</summary>
    public required Uri Address { get; init; }

    /// <summary>Sent as <c>Authorization: Bearer</c> with each request; null: none is.</summary>
    public string? ApiKey { get; init; }

    /// <summary>What the provider signs its call-backs with; null: none are taken, and results are asked for at short intervals.</summary>
    public string? CallbackSecret { get; init; }

    /// <summary>The account that payouts leave from, as lists name it.</summary>
    public string AccountId { get; init; } = "main";

    public Domain.Partners.Bank AccountBank { get; init; } = Domain.Partners.Bank.Shinhan;

    /// <summary>Invented; the emulator's own.</summary>
    public string AccountNumber { get; init; } = "100000000001";
}
