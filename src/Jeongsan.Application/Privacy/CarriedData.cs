using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;

namespace Jeongsan.Application.Privacy;

/// <summary>What personal data of partners an outgoing message carries. Each outbox handler declares it.</summary>
public abstract record CarriedData
{
    private CarriedData()
    {
    }

    /// <param name="Why">Why nothing of a partner leaves with it.</param>
    public sealed record Nothing(string Why) : CarriedData;

    /// <summary>Such a message leaves only with its line in the register.</summary>
    /// <param name="Work">What the receiver does with it for the platform.</param>
    public sealed record OfPartners(EntrustedWork Work, params IReadOnlyList<PersonalDataItem> Items) : CarriedData
    {
        public Cargo About(DataSubject subject) => new(subject, Work, Items, NeedsNotice: subject.Kind == DataSubjectKind.Partner);

        public Cargo About(PartnerId partner) => About(DataSubject.Of(partner));
    }
}

/// <summary>Whose data one message carries.</summary>
/// <param name="NeedsNotice">False for what tells the partner in the first place, and for counterparties: the public table is enough for them.</param>
public sealed record Cargo(DataSubject Subject, EntrustedWork Work, IReadOnlyList<PersonalDataItem> Items, bool NeedsNotice);
