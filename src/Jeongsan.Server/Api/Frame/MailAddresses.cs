using System.Net.Mail;

namespace Jeongsan.Server.Api;

internal static class MailAddresses
{
    private const int LengthMax = 254;

    /// <summary>One address and nothing else: no name beside it, no second one.</summary>
    public static bool IsUsable(string text) =>
        text.Length <= LengthMax && MailAddress.TryCreate(text, out var address) && address.Address == text;
}
