using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Privacy;

/// <summary>Who agreed that a processor passes data on, and when.</summary>
/// <param name="By">As <see cref="Actor"/> writes it.</param>
public sealed record SubConsent(string By, DateOnly On);

/// <param name="Country">ISO 3166-1 alpha-2; abroad means more to disclose (제28조의8).</param>
public sealed record ProcessorFacts(
    string Name,
    string Country,
    IReadOnlyList<EntrustedWork> Works,
    IReadOnlyList<PersonalDataItem> Items,
    DateOnly? ContractDate,
    string? ContractFile,
    IReadOnlyList<ContractPoint> ContractPoints);

/// <summary>수탁자 or 재수탁자: one line of the register of entrustment.</summary>
public sealed class ConsignmentProcessor : ITenantOwned
{
    private ConsignmentProcessor()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public ProcessorId Id { get; private set; }

    /// <summary>Of a sub-processor: who passes the data on to it.</summary>
    public ProcessorId? ParentId { get; private set; }

    public ProcessorStatus Status { get; private set; }
    public string Name { get; private set; } = null!;
    public string Country { get; private set; } = null!;
    public IReadOnlyList<EntrustedWork> Works { get; private set; } = [];
    public IReadOnlyList<PersonalDataItem> Items { get; private set; } = [];
    public DateOnly? ContractDate { get; private set; }
    public string? ContractFile { get; private set; }
    public IReadOnlyList<ContractPoint> ContractPoints { get; private set; } = [];
    public SubConsent? SubConsent { get; private set; }
    public DateTimeOffset? ActiveSince { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The register's revision that this line's present disclosure belongs to.</summary>
    public int RegisterRevision { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<ContractPoint> MissingPoints => [.. Enum.GetValues<ContractPoint>().Except(ContractPoints)];

    public bool IsAbroad => Country != "KR";

    public static Outcome<ConsignmentProcessor> Plan(Tenant tenant, ProcessorId id, ProcessorId? parent, ProcessorFacts facts)
    {
        if (Check(facts) is { } refusal)
        {
            return refusal;
        }

        var processor = new ConsignmentProcessor { MerchantId = tenant.Merchant, Mode = tenant.Mode, Id = id, ParentId = parent, Status = ProcessorStatus.Planned };
        processor.Take(facts);
        return processor;
    }

    /// <summary>Changes the line. While it is active, new work or items make a new revision of the register.</summary>
    /// <param name="registerRevision">The register's present revision.</param>
    public Outcome<Done> Change(ProcessorFacts facts, int registerRevision)
    {
        if (Check(facts) is { } refusal)
        {
            return refusal;
        }

        var isMore = facts.Name != Name || facts.Country != Country || facts.Works.Except(Works).Any() || facts.Items.Except(Items).Any();
        Take(facts);
        if (Status == ProcessorStatus.Active && isMore)
        {
            RegisterRevision = registerRevision + 1;
        }

        return default(Done);
    }

    public void Consent(SubConsent consent)
    {
        SubConsent = consent;
        Version++;
    }

    public Outcome<Move> Activate(int registerRevision, DateTimeOffset at) => MoveBy(ProcessorCommand.Activate).Then<Move>(move =>
    {
        (ActiveSince, RegisterRevision) = (at, registerRevision + 1);
        return move;
    });

    public Outcome<Move> End(DateTimeOffset at) => MoveBy(ProcessorCommand.End).Then<Move>(move =>
    {
        EndedAt = at;
        return move;
    });

    private static PrivacyRefusal? Check(ProcessorFacts facts) =>
        string.IsNullOrWhiteSpace(facts.Name) ? new PrivacyRefusal.FieldMissing("name")
        : string.IsNullOrWhiteSpace(facts.Country) ? new PrivacyRefusal.FieldMissing("country")
        : facts.Works.Count == 0 ? new PrivacyRefusal.FieldMissing("works")
        : facts.Items.Count == 0 ? new PrivacyRefusal.FieldMissing("items")
        : null;

    private void Take(ProcessorFacts facts)
    {
        (Name, Country, Works, Items) = (facts.Name, facts.Country, facts.Works, facts.Items);
        (ContractDate, ContractFile, ContractPoints) = (facts.ContractDate, facts.ContractFile, facts.ContractPoints);
        Version++;
    }

    private Outcome<Move> MoveBy(ProcessorCommand command)
    {
        var decided = ProcessorLifecycle.Table.Decide(Status, command, this);
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }

        Status = decided.Value.To;
        Version++;
        return new Move(decided.Value.From.ToString(), command.ToString(), Status.ToString());
    }
}
