namespace Jeongsan.Application.Adapters.Bank;

/// <summary>How the bank emulator fails on order, whatever the account number.</summary>
public enum BankFailure
{
    /// <summary>Answers 503 to everything, and does nothing.</summary>
    Down,

    /// <summary>Carries the order out, and its answer never arrives.</summary>
    AnswerLost,

    /// <summary>Refuses the transfer.</summary>
    TransferRefused,
}

/// <param name="Times">How often; null: until it is switched off. 0: switches it off.</param>
public sealed record BankFailureForm(BankFailure Kind, int? Times);
