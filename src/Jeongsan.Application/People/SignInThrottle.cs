using System.Security.Cryptography;
using System.Text;

namespace Jeongsan.Application.People;

/// <summary>
/// Counts wrong attempts of one account or one network address. Stored, so that a restart forgives nothing and
/// several servers count together.
/// </summary>
public sealed class SignInThrottle
{
    private SignInThrottle()
    {
    }

    private SignInThrottle(string key) => Key = key;

    /// <summary>A hash: neither addresses that somebody tried nor network addresses stand here in the clear.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Wrong attempts since the last right one or the last quiet hour.</summary>
    public int Failures { get; private set; }

    public DateTimeOffset LastFailureAt { get; private set; }

    public DateTimeOffset? BlockedUntil { get; private set; }

    public int Version { get; private set; }

    internal static SignInThrottle Start(string key) => new(key);

    /// <summary>An account may fail 5 times before it waits, an address (an office shares one) 30 times.</summary>
    internal static string AccountKey(string account) => $"account:{Hash(account)}";

    internal static string AddressKey(string networkAddress) => $"address:{Hash(networkAddress)}";

    internal TimeSpan? WaitAt(DateTimeOffset now) => BlockedUntil > now ? BlockedUntil - now : null;

    internal void Fail(DateTimeOffset now)
    {
        var forgotten = now - LastFailureAt > SignInThrottlePolicy.QuietTime;
        Failures = forgotten ? 1 : Failures + 1;
        LastFailureAt = now;
        var wait = SignInThrottlePolicy.WaitAfter(Failures, Key.StartsWith("account:", StringComparison.Ordinal)
            ? SignInThrottlePolicy.FreeFailuresOfAccount
            : SignInThrottlePolicy.FreeFailuresOfAddress);
        BlockedUntil = wait > TimeSpan.Zero ? now + wait : null;
        Version++;
    }

    private static string Hash(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)));
}

/// <summary>How long a wrong attempt makes the next one wait.</summary>
public static class SignInThrottlePolicy
{
    public const int FreeFailuresOfAccount = 4;
    public const int FreeFailuresOfAddress = 29;
    public static readonly TimeSpan QuietTime = TimeSpan.FromHours(1);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private const int DoublingsMax = 5;

    /// <summary>Nothing while free attempts remain, then 30 seconds, doubling up to 16 minutes.</summary>
    public static TimeSpan WaitAfter(int failures, int freeFailures)
    {
        var over = failures - freeFailures;
        return over <= 0 ? TimeSpan.Zero : FirstWait * (1 << Math.Min(over - 1, DoublingsMax));
    }
}
