using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Jeongsan.Application.Webhooks;

/// <summary>A call to this server that says to be signed as Standard Webhooks are.</summary>
/// <param name="Id">The header <c>webhook-id</c>.</param>
/// <param name="Timestamp">The header <c>webhook-timestamp</c>: Unix seconds.</param>
/// <param name="Signatures">The header <c>webhook-signature</c>: one or more, separated by spaces, of which one must fit.</param>
/// <param name="Body">The bytes as they came.</param>
public sealed record SignedCall(string Id, string Timestamp, string Signatures, ReadOnlyMemory<byte> Body)
{
    public const string IdHeader = WebhookSignature.IdHeader;
    public const string TimestampHeader = WebhookSignature.TimestampHeader;
    public const string SignatureHeader = WebhookSignature.SignatureHeader;

    /// <summary>How far the caller's clock may be from ours, to either side.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>A key is 24 to 64 bytes.</summary>
    private const int KeySizeMin = 24;
    private const int KeySizeMax = 64;

    /// <summary>More would only cost time: nobody has so many secrets.</summary>
    private const int SignaturesMax = 10;

    /// <summary>Whether a secret can be used: base64 of 24 to 64 bytes, with or without <c>whsec_</c> before it.</summary>
    public static bool IsSecret(string secret)
    {
        try
        {
            return WebhookSignature.Key(secret).Length is >= KeySizeMin and <= KeySizeMax;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Whether someone who knows the secret signed this body under this id, not longer than <see cref="Tolerance"/> ago.</summary>
    public bool IsSignedBy(string secret, DateTimeOffset now)
    {
        if (Id.Length == 0 || !long.TryParse(Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.Ticks / TimeSpan.TicksPerSecond)
        {
            return false;
        }
        var right = Encoding.UTF8.GetBytes(WebhookSignature.Sign(WebhookSignature.Key(secret), Id, seconds, Body.Span));
        return Signatures.Split(' ', SignaturesMax + 1, StringSplitOptions.RemoveEmptyEntries).Take(SignaturesMax)
            .Any(given => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), right));
    }
}
