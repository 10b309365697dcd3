using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.Privacy;

/// <summary>That personal data left: written in the same transaction as the message that carries it.</summary>
/// <param name="MessageKey">The outbox message's stable key.</param>
public sealed record Disclosure(ProcessorId Processor, PartnerId Partner, EntrustedWork Work, IReadOnlyList<PersonalDataItem> Items, string MessageKey, DateTimeOffset At);

/// <summary>처리위탁 현황: all processors of a platform, and the gate that data passes on its way out.</summary>
/// <param name="PublishedRevision">The revision that the platform's published notice shows; null while there is none.</param>
public sealed record ConsignmentRegister(IReadOnlyList<ConsignmentProcessor> Processors, int? PublishedRevision)
{
    /// <summary>Grows whenever somebody new gets data, or somebody gets more.</summary>
    public int Revision => Processors.Select(processor => processor.RegisterRevision).DefaultIfEmpty(0).Max();

    /// <summary>The public table, processors before their sub-processors.</summary>
    public IReadOnlyList<(ConsignmentProcessor Processor, int Depth)> Chain() =>
        [.. Active.Where(processor => processor.ParentId is null || Active.All(other => other.Id != processor.ParentId)).SelectMany(processor => Below(processor, 0))];

    /// <summary>
    /// Whether a partner's data may go out for that work, and as what it is then written down. Order: the register,
    /// the published notice, the partner's own notice.
    /// </summary>
    /// <param name="notices">Of this partner.</param>
    public Outcome<Disclosure> Admit(PartnerId partner, EntrustedWork work, IReadOnlyList<PersonalDataItem> items, IReadOnlyList<PartnerNotice> notices, string messageKey, DateTimeOffset at)
    {
        var processor = Active.FirstOrDefault(each => each.Works.Contains(work) && !items.Except(each.Items).Any());
        if (processor is null)
        {
            var listed = Active.Where(each => each.Works.Contains(work)).SelectMany(each => each.Items);
            return new PrivacyRefusal.NotInRegister(work, [.. items.Except(listed)]);
        }

        if (PublishedRevision is not { } published || published < Revision)
        {
            return new PrivacyRefusal.NoticeNotPublished(Revision, PublishedRevision);
        }

        var told = notices
            .Where(notice => notice.PartnerId == partner && notice.Delivery == NoticeDelivery.Delivered)
            .Select(notice => (int?)notice.RegisterRevision)
            .Max();
        return told is null || told < processor.RegisterRevision
            ? new PrivacyRefusal.PartnerNotTold(partner, processor.RegisterRevision, told)
            : new Disclosure(processor.Id, partner, work, items, messageKey, at);
    }

    private ConsignmentProcessor[] Active => [.. Processors.Where(processor => processor.Status == ProcessorStatus.Active)];

    private IEnumerable<(ConsignmentProcessor Processor, int Depth)> Below(ConsignmentProcessor processor, int depth) =>
        Active.Where(other => other.ParentId == processor.Id).SelectMany(other => Below(other, depth + 1)).Prepend((processor, depth));
}
