namespace Jeongsan.Popbill;

/// <summary>Which of Popbill's host names are used.</summary>
public enum PopbillHosts
{
    Ordinary,

    /// <summary>Names with fixed addresses (UseStaticIP), for firewalls that allow addresses only.</summary>
    StaticAddress,

    /// <summary>Names of the global accelerator (UseGAIP).</summary>
    GlobalAccelerator,
}

/// <summary>Where and as whom to speak to Popbill.</summary>
public sealed record PopbillOptions
{
    /// <summary>The partner's LinkID, at most 20 characters.</summary>
    public required string LinkId { get; init; }

    /// <summary>The partner's secret, Base64 as Popbill hands it out. Never logged.</summary>
    public required string SecretKey { get; init; }

    /// <summary>Selects Popbill's test or production service, in host and in tokens.</summary>
    public bool IsTest { get; init; } = true;

    public PopbillHosts Hosts { get; init; }

    /// <summary>Base address of the API host, when it is not Popbill's own; the emulator serves both hosts at one address.</summary>
    public Uri BaseAddress { get => field ?? new Uri($"https://{Prefix}popbill{(IsTest ? "-test" : "")}.linkhub.co.kr"); init; }

    /// <summary>Base address of the token host, when it is not Popbill's own; Popbill's test and production services share one.</summary>
    public Uri AuthAddress { get => field ?? new Uri($"https://{Prefix}auth.linkhub.co.kr"); init; }

    /// <summary>When true a token is tied to the caller's address; when false it may be used from anywhere.</summary>
    public bool RestrictTokensToAddress { get; init; } = true;

    /// <summary>How long one call may take before its outcome counts as unknown. Popbill's own clients use 180 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(180);

    internal string ServiceId => IsTest ? "POPBILL_TEST" : "POPBILL";

    private string Prefix => Hosts switch { PopbillHosts.StaticAddress => "static-", PopbillHosts.GlobalAccelerator => "ga-", _ => "" };

    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{nameof(PopbillOptions)} {LinkId} {BaseAddress}";
}
