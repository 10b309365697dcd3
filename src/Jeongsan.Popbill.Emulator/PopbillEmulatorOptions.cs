namespace Jeongsan.Popbill.Emulator;

/// <summary>Settings of one emulator. Every value that Popbill does not publish is an invention of the emulator.</summary>
public sealed record PopbillEmulatorOptions
{
    /// <summary>Addresses to listen on, separated by semicolons; port 0 takes a free one.</summary>
    public required string Urls { get; init; }

    /// <summary>Folder that holds the emulator's own database; created when missing.</summary>
    public required string DataFolder { get; init; }

    public string LinkId { get; init; } = "TESTER";

    /// <summary>Base64. The default is a published test value, not a secret.</summary>
    public string SecretKey { get; init; } = "amVvbmdzYW4tZW11bGF0b3ItdGVzdC1zZWNyZXQtMDE=";

    /// <summary>Address that links in mails and answers begin with; null takes the first address listened on.</summary>
    public string? PublicAddress { get; init; }

    public TimeSpan TokenLife { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How far a token request's date may be from the real clock.</summary>
    public TimeSpan AllowedClockSkew { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Life of popup links. The page itself may then stay open for half an hour.</summary>
    public TimeSpan PopupLife { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Points for one issue.</summary>
    public long UnitCostPoints { get; init; } = 100;

    /// <summary>Points that a new member starts with.</summary>
    public long MemberStartPoints { get; init; } = 1_000_000;

    public long SmsCostPoints { get; init; } = 20;

    public long FaxCostPoints { get; init; } = 70;

    /// <summary>Whether <c>?PDF</c> is granted; otherwise it answers -10010038 as for a partner without that right.</summary>
    public bool GrantsPdf { get; init; } = true;

    /// <summary>Calls that are begun in a second, the others queue; null for no limit. The admin API changes it.</summary>
    public int? CallsPerSecond { get; init; }

    /// <summary>Added to every answer; null for nothing. The admin API changes it.</summary>
    public int? LatencyMs { get; init; }

    /// <summary>Calls at the same time, one more is refused with -10010032; null for no limit. The admin API changes it.</summary>
    public int? ConcurrentCallsMax { get; init; }

    public long PartnerStartPoints { get; init; } = 10_000_000;

    /// <summary>When true the partner's points pay for every issue instead of a member's.</summary>
    public bool PartnerPays { get; init; }

    /// <summary>Eight digits of the emulator as issuing system, inside every approval number.</summary>
    public string NtsRegistrationNumber { get; init; } = "41009999";

    /// <summary>Whether business numbers must pass their checksum.</summary>
    public bool CheckBusinessNumbers { get; init; } = true;

    /// <summary>Where events are sent; null sends none.</summary>
    public Uri? WebhookAddress { get; init; }

    /// <summary>Sent with every event as <c>X-Api-Key</c>, as a receiver can ask Popbill for; null sends none.</summary>
    public string? WebhookApiKey { get; init; }

    public TimeSpan WebhookRetryDelay { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Sends in all, the first included.</summary>
    public int WebhookSendsMax { get; init; } = 4;

    /// <summary>The result code of a successful account holder look-up; Popbill's table is not public.</summary>
    public string AccountFoundResult { get; init; } = "0";

    /// <summary>The real clock; the test clock's offset is added to it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
