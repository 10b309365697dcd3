using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.People;

/// <summary>Looks up and records wrong attempts for an account and for the address it came from.</summary>
internal sealed class SignInAttempts(JeongsanContext db, TimeProvider clock)
{
    /// <summary>The longer of both waits, or null when neither is blocked.</summary>
    internal async Task<TimeSpan?> WaitAsync(string account, string networkAddress, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var throttles = await LoadAsync(account, networkAddress, ct);
        return throttles.Max(throttle => throttle.WaitAt(now));
    }

    internal async Task RecordFailureAsync(string account, string networkAddress, CancellationToken ct)
    {
        // Two wrong attempts at once: the second writer reads again, so that none goes uncounted.
        const int attemptsMax = 5;
        for (var attempt = 1; ; attempt++)
        {
            var known = await LoadAsync(account, networkAddress, ct);
            foreach (var key in Keys(account, networkAddress))
                (known.Find(throttle => throttle.Key == key) ?? Add(key)).Fail(clock.GetUtcNow());
            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateException) when (attempt < attemptsMax)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>A right attempt clears the account; the address keeps its count, or one's own account would launder guesses at others.</summary>
    internal async Task ClearAccountAsync(string account, CancellationToken ct)
    {
        var key = SignInThrottle.AccountKey(account);
        await db.Set<SignInThrottle>().Where(throttle => throttle.Key == key).ExecuteDeleteAsync(ct);
    }

    private async Task<List<SignInThrottle>> LoadAsync(string account, string networkAddress, CancellationToken ct)
    {
        var keys = Keys(account, networkAddress);
        return await db.Set<SignInThrottle>().Where(throttle => keys.Contains(throttle.Key)).ToListAsync(ct);
    }

    private SignInThrottle Add(string key) => db.Add(SignInThrottle.Start(key)).Entity;

    private static string[] Keys(string account, string networkAddress) =>
        [SignInThrottle.AccountKey(account), SignInThrottle.AddressKey(networkAddress)];
}
