using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.People;

/// <summary>Looks up and records wrong attempts for an account and for the address it came from.</summary>
public sealed class SignInAttempts(Store store, TimeProvider clock)
{
    // Attempts belong to no platform: whose account it is, is not known before it is right.
    private static readonly Tenant Nobody = new(new MerchantId(""), Mode.Live);

    /// <summary>The longer of both waits, or null when neither is blocked.</summary>
    internal async Task<TimeSpan?> WaitAsync(string account, string networkAddress, CancellationToken ct)
    {
        await using var db = store.Read(Nobody);
        var keys = Keys(account, networkAddress);
        var throttles = await db.Set<SignInThrottle>().Where(throttle => keys.Contains(throttle.Key)).ToListAsync(ct);
        var now = clock.GetUtcNow();
        return throttles.Max(throttle => throttle.WaitAt(now));
    }

    internal Task RecordFailureAsync(string account, string networkAddress, CancellationToken ct) =>
        store.CommandAsync<Done>(Nobody, Actor.System, async work =>
        {
            var keys = Keys(account, networkAddress);
            var known = await work.Db.Set<SignInThrottle>().Where(throttle => keys.Contains(throttle.Key)).ToListAsync(ct);
            foreach (var key in keys)
            {
                var throttle = known.Find(candidate => candidate.Key == key) ?? work.Db.Add(SignInThrottle.Start(key)).Entity;
                throttle.Fail(work.RealNow);
            }
            return default(Done);
        }, ct);

    /// <summary>A right attempt clears the account; the address keeps its count, or one's own account would launder guesses at others.</summary>
    internal static async Task ClearAccountAsync(Work work, string account, CancellationToken ct)
    {
        var key = SignInThrottle.AccountKey(account);
        if (await work.Db.Set<SignInThrottle>().SingleOrDefaultAsync(throttle => throttle.Key == key, ct) is { } throttle)
        {
            work.Db.Remove(throttle);
        }
    }

    private static string[] Keys(string account, string networkAddress) =>
        [SignInThrottle.AccountKey(account), SignInThrottle.AddressKey(networkAddress)];
}
