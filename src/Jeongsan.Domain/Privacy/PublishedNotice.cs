using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Privacy;

/// <summary>고지문: what partners are told about who gets which of their data. A published wording never changes; a new one is a new number.</summary>
public sealed class PublishedNotice : ITenantOwned
{
    public const int WordingLengthMax = 10_000;

    private PublishedNotice()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }

    /// <summary>1 for the first.</summary>
    public int Number { get; private set; }

    public int RegisterRevision { get; private set; }
    public string Wording { get; private set; } = null!;
    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>As <see cref="Actor"/> writes it.</summary>
    public string PublishedBy { get; private set; } = null!;

    public NoticeVersion Version => new(Number, RegisterRevision);

    /// <param name="lastNumber">0 while there is none.</param>
    public static Outcome<PublishedNotice> Publish(Tenant tenant, int lastNumber, ConsignmentRegister register, string wording, Actor by, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(wording))
        {
            return new PrivacyRefusal.FieldMissing("wording");
        }

        if (wording.Length > WordingLengthMax)
        {
            return new PrivacyRefusal.WordingTooLong(wording.Length, WordingLengthMax);
        }

        return register.Active.FirstOrDefault(processor => !wording.Contains(processor.Name, StringComparison.Ordinal)) is { } unnamed
            ? new PrivacyRefusal.ProcessorNotNamed(unnamed.Name)
            : new PublishedNotice
            {
                MerchantId = tenant.Merchant,
                Mode = tenant.Mode,
                Number = lastNumber + 1,
                RegisterRevision = register.Revision,
                Wording = wording,
                PublishedAt = at,
                PublishedBy = by.ToString(),
            };
    }
}
