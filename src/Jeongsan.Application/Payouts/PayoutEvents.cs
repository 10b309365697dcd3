using Jeongsan.Application.Storage;
using Jeongsan.Application.Webhooks;
using Jeongsan.Domain.Payouts;

namespace Jeongsan.Application.Payouts;

/// <summary>What others are told of a payout: how it ended, and nothing of whom it is paid to.</summary>
internal static class PayoutEvents
{
    /// <summary>Nothing while it goes on. A failed one can still be cancelled, which is an end of its own.</summary>
    /// <param name="reason">Of a bank or a person.</param>
    public static async Task TellEndAsync(this Work work, Payout payout, string? reason, CancellationToken ct)
    {
        if (payout.Status is not (PayoutStatus.Succeeded or PayoutStatus.Failed or PayoutStatus.Cancelled))
        {
            return;
        }
        // A payout comes to each of these states once at most: its key can't be decided twice.
        await work.PublishAsync($"{PayoutWork.Subject}:{payout.Id}", $"{payout.Id}.{payout.Status}", $"Payout.{payout.Status}", new
        {
            payoutId = payout.Id.Value,
            bulkPayoutId = payout.BulkPayoutId.Value,
            partnerId = payout.PartnerId.Value,
            status = WebhookWork.ApiName(payout.Status),
            amount = payout.Amount.Value,
            currency = WebhookWork.ApiName(payout.Currency),
            reason = WebhookWork.WithoutPersonal(reason, payout.Account.Number, payout.Account.Holder, payout.Partner.Profile.Name, payout.Partner.Profile.Contact.Name),
        }, ct);
    }
}
