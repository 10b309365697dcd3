using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Application.BankFiles;

/// <param name="Layout">A layout of the platform's own; or</param>
/// <param name="Standard">the standard one for this bank's site. Neither: the one that was chosen before.</param>
public sealed record NewPayoutSending(PayoutWay Way, BankFileLayout? Layout, Bank? Standard);

/// <summary>Chooses how payouts leave. What is on its way already stays on it.</summary>
public sealed class ChoosePayoutSending(Store store)
{
    public Task<Outcome<PayoutSending>> HandleAsync(Tenant tenant, Actor actor, NewPayoutSending command, CancellationToken ct) =>
        store.CommandAsync<PayoutSending>(tenant, actor, async work =>
        {
            if (command.Layout is { } own && BankFileLayoutCheck.Check(own) is { } refusal)
            {
                return refusal;
            }
            var settings = await PlatformSettings.ToChangeAsync(work, ct);
            var standard = command.Standard is { } bank ? StandardLayouts.Find(bank) : null;
            if (command.Layout is null && command.Standard is not null && standard is null)
            {
                return new BankFileRefusal.NoStandardLayout();
            }
            var layout = command.Layout ?? standard ?? settings.SendingNow.Layout;
            if (command.Way == PayoutWay.BankFile && layout is null)
            {
                return new BankFileRefusal.LayoutMissing();
            }
            var before = settings.SendingNow.Way;
            settings.Sending = new PayoutSending(command.Way, layout);
            work.Record("PlatformSettings", tenant.Merchant.Value, "PayoutSendingChosen", before.ToString(), command.Way.ToString(), layout?.Name);
            return settings.Sending;
        }, ct);
}
