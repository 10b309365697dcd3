namespace Jeongsan.Popbill;

/// <summary>Where and as whom to speak to Popbill.</summary>
public sealed record PopbillOptions
{
    /// <summary>The partner's LinkID, at most 20 characters.</summary>
    public required string LinkId { get; init; }

    /// <summary>The partner's secret, Base64 as Popbill hands it out. Never logged.</summary>
    public required string SecretKey { get; init; }

    /// <summary>Selects the service id of tokens: POPBILL_TEST when true, POPBILL when false.</summary>
    public bool IsTest { get; init; } = true;

    /// <summary>Base address of the API host; the emulator serves both hosts at one address.</summary>
    public Uri BaseAddress { get; init; } = new("https://popbill-test.linkhub.co.kr");

    /// <summary>Base address of the token host, shared by Popbill's test and production environments.</summary>
    public Uri AuthAddress { get; init; } = new("https://auth.linkhub.co.kr");

    /// <summary>When true a token is tied to the caller's address; when false it may be used from anywhere.</summary>
    public bool RestrictTokensToAddress { get; init; } = true;

    /// <summary>How long one call may take before its outcome counts as unknown. Popbill's own clients use 180 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(180);

    internal string ServiceId => IsTest ? "POPBILL_TEST" : "POPBILL";
}
