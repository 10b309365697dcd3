using Jeongsan.Domain.Foundation;
using Jeongsan.Popbill;

namespace Jeongsan.Application.Adapters.Popbill;

/// <summary>Where the ASP is and who we are there.</summary>
public sealed record PopbillSettings
{
    public required string LinkId { get; init; }

    /// <summary>Base64, as Linkhub gave it out.</summary>
    public required string SecretKey { get; init; }

    /// <summary>Null: Popbill's own hosts.</summary>
    public Uri? Address { get; init; }

    /// <summary>Where the emulator is, when it is the emulator: its clock follows the test clock.</summary>
    public Uri? EmulatorAddress { get; init; }

    /// <summary>Which of Popbill's own host names are used where no address is given: a firewall may allow fixed addresses only.</summary>
    public PopbillHosts Hosts { get; init; }

    public bool IsEmulated => EmulatorAddress is not null;

    /// <summary>Null: Linkhub's own host.</summary>
    public Uri? AuthAddress { get; init; }

    /// <summary>Calls that this process makes in a second; null: no limit.</summary>
    public int? CallsPerSecond { get; init; }

    /// <summary>Messages to the ASP performed at the same time by this process.</summary>
    public int Workers { get; init; } = 8;
}

/// <summary>One client for each of the ASP's services: live and test.</summary>
public sealed class PopbillClients : IDisposable
{
    /// <summary>Below the outbox lease: an attempt ends before another worker may take it over.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(40);

    private readonly PopbillClient _live;
    private readonly PopbillClient _test;

    public PopbillClients(PopbillSettings settings, IHttpClientFactory http, TimeProvider time)
    {
        _live = new PopbillClient(Options(settings, isTest: false), http.CreateClient(nameof(PopbillClients)), time);
        _test = new PopbillClient(Options(settings, isTest: true), http.CreateClient(nameof(PopbillClients)), time);
    }

    public PopbillClient For(Mode mode) => mode == Mode.Live ? _live : _test;

    public void Dispose()
    {
        _live.Dispose();
        _test.Dispose();
    }

    /// <summary>The client's options for one of the two services.</summary>
    public static PopbillOptions Options(PopbillSettings settings, bool isTest)
    {
        var options = new PopbillOptions { LinkId = settings.LinkId, SecretKey = settings.SecretKey, IsTest = isTest, Hosts = settings.Hosts, Timeout = Timeout };
        options = settings.Address is { } address ? options with { BaseAddress = address } : options;
        return (settings.AuthAddress ?? settings.Address) is { } auth ? options with { AuthAddress = auth } : options;
    }
}
