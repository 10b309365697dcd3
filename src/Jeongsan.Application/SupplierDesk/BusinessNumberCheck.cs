using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.SupplierDesk;

/// <summary>The one question at the door of every link of ours: whose business number is it? Of a person it is another number.</summary>
internal static class BusinessNumberCheck
{
    /// <summary>Wrong attempts count for the link and for the address that they came from, and are to be committed: a command that answers with their refusal would forget them.</summary>
    /// <param name="owner">Whom the link was sent to.</param>
    /// <returns>TooManyAttempts, or what the link says: BusinessNumberWrong, LinkExpired, LinkReplaced. Null when the door is open.</returns>
    public static Task<Refusal?> EnterAsync(
        this Work work, SupplierLink link, string entered, BusinessRegistrationNumber owner, string networkAddress, SupplierPlatform platform, CancellationToken ct) =>
        work.EnterAsync(link, entered, owner.Value ?? "", networkAddress, platform, ct);

    /// <inheritdoc cref="EnterAsync(Work, SupplierLink, string, BusinessRegistrationNumber, string, SupplierPlatform, CancellationToken)"/>
    /// <param name="expected">Digits; empty fits nothing.</param>
    public static async Task<Refusal?> EnterAsync(this Work work, SupplierLink link, string entered, string expected, string networkAddress, SupplierPlatform platform, CancellationToken ct)
    {
        var address = SignInThrottle.AddressKey($"supplier {networkAddress}");
        var throttle = await work.Db.Set<SignInThrottle>().SingleOrDefaultAsync(row => row.Key == address, ct);
        if (throttle?.WaitAt(work.RealNow) is { } wait)
        {
            return new SupplierDeskRefusal.TooManyAttempts(platform, wait);
        }
        var outcome = link.Enter(entered, expected, work.Now);
        if (outcome.IsRefused)
        {
            (throttle ?? work.Db.Add(SignInThrottle.Start(address)).Entity).Fail(work.RealNow);
        }
        return SupplierAccess.Translate(outcome.Refusal, link, platform, work.Now);
    }
}
