using Jeongsan.Domain.Payouts;

namespace Jeongsan.Server.Console.Payouts;

/// <summary>What a person chose before partners are asked for what they owe.</summary>
/// <param name="IsAgain">Also whoever was asked for the same today.</param>
internal sealed record AskBackForm(RepaymentAccount Account, DateOnly DueOn, bool IsAgain);
