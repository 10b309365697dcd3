using Jeongsan.Application.Adapters.Failures;

namespace Jeongsan.Application.Mails;

public enum MailboxFailure
{
    /// <summary>The mail server takes nothing just now.</summary>
    Unavailable,

    /// <summary>The mail server refuses the address for good.</summary>
    AddressRefused,
}

/// <summary>How mails of the test side fail while they go to the mailbox page. Nothing of it reaches a real mail server.</summary>
public sealed class MailboxFailures : CountedFailures<MailboxFailure>;
