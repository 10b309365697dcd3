using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.Privacy;

/// <summary>Whose data it is.</summary>
public enum DataSubjectKind
{
    Partner = 0,

    /// <summary>A company that the platform trades with and that is no partner (거래처): by its business number.</summary>
    Counterparty,

    /// <summary>Whoever holds an account that was looked up, before anybody says who that is: by the account's last digits.</summary>
    AccountHolder,
}

public sealed record DataSubject(DataSubjectKind Kind, string Id)
{
    public static DataSubject Of(PartnerId partner) => new(DataSubjectKind.Partner, partner.Value);

    public static DataSubject Of(BusinessRegistrationNumber counterparty) => new(DataSubjectKind.Counterparty, counterparty.Value);

    public static DataSubject OfAccount(string number) => new(DataSubjectKind.AccountHolder, number.Length > AccountDigits ? number[^AccountDigits..] : number);

    private const int AccountDigits = 4;
}

/// <summary>That personal data left: written in the same transaction as the message that carries it.</summary>
/// <param name="MessageKey">The outbox message's stable key.</param>
public sealed record Disclosure(ProcessorId Processor, DataSubject Subject, EntrustedWork Work, IReadOnlyList<PersonalDataItem> Items, string MessageKey, DateTimeOffset At);

/// <summary>처리위탁 현황: all processors of a platform, and the gate that data passes on its way out.</summary>
/// <param name="PublishedRevision">The revision that the platform's published notice shows; null while there is none.</param>
public sealed record ConsignmentRegister(IReadOnlyList<ConsignmentProcessor> Processors, int? PublishedRevision)
{
    /// <summary>Grows whenever somebody new gets data, or somebody gets more.</summary>
    public int Revision => Processors.Select(processor => processor.RegisterRevision).DefaultIfEmpty(0).Max();

    /// <summary>Whether the platform has published what the register says now.</summary>
    public bool IsPublished => PublishedRevision is { } published && published >= Revision;

    public IReadOnlyList<ConsignmentProcessor> Active => [.. Processors.Where(processor => processor.Status == ProcessorStatus.Active)];

    /// <summary>The public table, processors before their sub-processors.</summary>
    public IReadOnlyList<(ConsignmentProcessor Processor, int Depth)> Chain() =>
        [.. Active.Where(IsDirect).SelectMany(processor => Below(processor, 0))];

    /// <summary>The newest revision that somebody who gets data for that work came in with; null when nobody does it.</summary>
    public int? RevisionOf(EntrustedWork work) =>
        Active.Where(each => IsDirect(each) && each.Works.Contains(work)).SelectMany(each => Below(each, 0)).Select(line => (int?)line.Processor.RegisterRevision).Max();

    /// <summary>
    /// Whether a partner's data may go out for that work, and as what it is then written down. Order: the register,
    /// the published notice, the partner's own notice.
    /// </summary>
    /// <param name="notices">Of this partner.</param>
    public Outcome<Disclosure> Admit(PartnerId partner, EntrustedWork work, IReadOnlyList<PersonalDataItem> items, IReadOnlyList<PartnerNotice> notices, string messageKey, DateTimeOffset at)
    {
        var told = notices
            .Where(notice => notice.PartnerId == partner && notice.Delivery == NoticeDelivery.Delivered)
            .Select(notice => (int?)notice.RegisterRevision)
            .Max();
        return Admit(partner, work, items, told, messageKey, at);
    }

    /// <param name="toldRevision">The newest revision that a delivered notice told this partner of.</param>
    public Outcome<Disclosure> Admit(PartnerId partner, EntrustedWork work, IReadOnlyList<PersonalDataItem> items, int? toldRevision, string messageKey, DateTimeOffset at)
    {
        var admitted = AdmitPublished(DataSubject.Of(partner), work, items, messageKey, at);
        if (admitted.IsRefused)
        {
            return admitted;
        }

        var needed = RevisionOf(work)!.Value;
        return toldRevision is null || toldRevision < needed ? new PrivacyRefusal.PartnerNotTold(partner, needed, toldRevision) : admitted;
    }

    /// <summary>The same without a notice of its own: the notice's own mail, and counterparties, for whom the public table is what the law asks for.</summary>
    public Outcome<Disclosure> AdmitPublished(DataSubject subject, EntrustedWork work, IReadOnlyList<PersonalDataItem> items, string messageKey, DateTimeOffset at)
    {
        var listed = AdmitListed(subject, work, items, messageKey, at);
        return listed.IsRefused || IsPublished ? listed : new PrivacyRefusal.NoticeNotPublished(Revision, PublishedRevision);
    }

    /// <summary>The register alone: what somebody asks about itself at our own page, which tells whom we ask.</summary>
    public Outcome<Disclosure> AdmitListed(DataSubject subject, EntrustedWork work, IReadOnlyList<PersonalDataItem> items, string messageKey, DateTimeOffset at)
    {
        // Data goes to those whom we entrust ourselves; they pass it on to theirs.
        var direct = Active.Where(each => IsDirect(each) && each.Works.Contains(work)).ToList();
        if (direct.Find(each => !items.Except(each.Items).Any()) is not { } processor)
        {
            return new PrivacyRefusal.NotInRegister(work, [.. items.Except(direct.SelectMany(each => each.Items))]);
        }

        return new Disclosure(processor.Id, subject, work, items, messageKey, at);
    }

    private bool IsDirect(ConsignmentProcessor processor) =>
        processor.ParentId is null || Processors.All(other => other.Status != ProcessorStatus.Active || other.Id != processor.ParentId);

    private IEnumerable<(ConsignmentProcessor Processor, int Depth)> Below(ConsignmentProcessor processor, int depth) =>
        Active.Where(other => other.ParentId == processor.Id).SelectMany(other => Below(other, depth + 1)).Prepend((processor, depth));
}
