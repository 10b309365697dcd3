using Jeongsan.Domain.Foundation;
using static Jeongsan.Domain.Privacy.ProcessorCommand;
using static Jeongsan.Domain.Privacy.ProcessorStatus;

namespace Jeongsan.Domain.Privacy;

public enum ProcessorStatus
{
    Planned = 0,

    /// <summary>Disclosed, and allowed to get data.</summary>
    Active,
    Ended,
}

public enum ProcessorCommand
{
    Activate,
    End,
}

public static class ProcessorLifecycle
{
    private static readonly Guard<ConsignmentProcessor> IsComplete = new("written contract, consent to sub-entrust", processor =>
        processor.MissingPoints is { Count: > 0 } missing ? new PrivacyRefusal.ContractIncomplete(processor.Id, missing)
        : processor.ContractDate is null ? new PrivacyRefusal.ContractDateMissing(processor.Id)
        : processor is { ParentId: { } parent, SubConsent: null } ? new PrivacyRefusal.SubConsentMissing(processor.Id, parent)
        : null);

    public static Lifecycle<ProcessorStatus, ProcessorCommand, ConsignmentProcessor> Table { get; } = new(
        "ConsignmentProcessor",
        [Planned],
        (status, command) => new PrivacyRefusal.NotInState(status, command),
        [
            new(Planned, Activate, Active, IsComplete),
            new(Active, End, Ended),
            new(Planned, End, Ended),
        ]);
}
