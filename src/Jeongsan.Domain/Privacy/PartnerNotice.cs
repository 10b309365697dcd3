using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.Privacy;

public enum NoticeChannel
{
    Mail = 0,

    /// <summary>Told in the contract with the partner.</summary>
    Contract,
}

/// <summary>A published wording and the register that it tells of.</summary>
public readonly record struct NoticeVersion(int Number, int RegisterRevision);

/// <summary>That one partner was told which of its data goes to whom, before anything went.</summary>
public sealed class PartnerNotice : ITenantOwned
{
    private PartnerNotice()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public PartnerNoticeId Id { get; private set; }
    public PartnerId PartnerId { get; private set; }
    public NoticeChannel Channel { get; private set; }

    /// <summary>The register's revision that the notice tells of.</summary>
    public int RegisterRevision { get; private set; }

    /// <summary>Which of the platform's published wordings it was.</summary>
    public int NoticeNumber { get; private set; }

    public NoticeDelivery Delivery { get; private set; }
    public string? FailReason { get; private set; }

    /// <summary>Of a mail: its address. Of a contract: the document.</summary>
    public string Where { get; private set; } = null!;

    /// <summary>Of a contract: its date.</summary>
    public DateOnly? ContractDate { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? DeliveredAt { get; private set; }
    public int Version { get; private set; }

    public static PartnerNotice ByMail(PartnerNoticeId id, Partner partner, NoticeVersion version, DateTimeOffset at) =>
        Start(id, partner, NoticeChannel.Mail, NoticeDelivery.Pending, version, partner.Contact.Email, at);

    public static Outcome<PartnerNotice> InContract(PartnerNoticeId id, Partner partner, NoticeVersion version, string document, DateOnly contractDate, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(document))
        {
            return new PrivacyRefusal.FieldMissing("document");
        }

        var notice = Start(id, partner, NoticeChannel.Contract, NoticeDelivery.Delivered, version, document, at);
        (notice.ContractDate, notice.DeliveredAt) = (contractDate, at);
        return notice;
    }

    public Outcome<Move> ConfirmDelivered(DateTimeOffset at) => MoveBy(NoticeCommand.ConfirmDelivered).Then<Move>(move =>
    {
        DeliveredAt = at;
        return move;
    });

    public Outcome<Move> RejectDelivery(string reason) => MoveBy(NoticeCommand.RejectDelivery).Then<Move>(move =>
    {
        (FailReason, DeliveredAt) = (reason, null);
        return move;
    });

    public Outcome<Move> Retry() => MoveBy(NoticeCommand.Retry).Then<Move>(move =>
    {
        FailReason = null;
        return move;
    });

    private static PartnerNotice Start(
        PartnerNoticeId id, Partner partner, NoticeChannel channel, NoticeDelivery delivery, NoticeVersion version, string where, DateTimeOffset at) => new()
        {
            MerchantId = partner.MerchantId,
            Mode = partner.Mode,
            Id = id,
            PartnerId = partner.Id,
            Channel = channel,
            Delivery = delivery,
            RegisterRevision = version.RegisterRevision,
            NoticeNumber = version.Number,
            Where = where,
            CreatedAt = at,
            Version = 1,
        };

    private Outcome<Move> MoveBy(NoticeCommand command)
    {
        var decided = PartnerNoticeLifecycle.Table.Decide(Delivery, command, default);
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }

        Delivery = decided.Value.To;
        Version++;
        return new Move(decided.Value.From.ToString(), command.ToString(), Delivery.ToString());
    }
}
