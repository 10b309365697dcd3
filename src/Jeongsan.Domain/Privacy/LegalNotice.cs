using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.Privacy;

/// <summary>What the law makes the platform tell one partner, whatever else was stopped or not told.</summary>
public enum LegalNoticeKind
{
    /// <summary>Why access is later (시행령 제42조 ②).</summary>
    RequestDeferral = 0,

    /// <summary>What was done about a request, or why it is refused (제35조~제38조).</summary>
    RequestAnswer,

    /// <summary>A leak, certain or likely (제34조).</summary>
    Incident,
}

/// <summary>Every way in which telling says no.</summary>
public abstract record LegalNoticeRefusal : Refusal
{
    private LegalNoticeRefusal()
    {
    }

    public sealed record NotInState(LegalNoticeDelivery Delivery, LegalNoticeCommand Command) : LegalNoticeRefusal;

    /// <summary>How somebody was told otherwise.</summary>
    public sealed record HowMissing : LegalNoticeRefusal;

    public sealed record DayInFuture(DateOnly Day, DateOnly Today) : LegalNoticeRefusal;

    /// <summary>An answer that did not arrive is answered again by its request.</summary>
    public sealed record AnswerByRequest(string RequestId) : LegalNoticeRefusal;
}

/// <summary>How a person told somebody without our mail.</summary>
/// <param name="How">By what, to whom: 전화로 담당자 홍길동에게.</param>
/// <param name="On">In Seoul.</param>
public sealed record ToldByHand(string How, DateOnly On)
{
    internal LegalNoticeRefusal? Check(DateOnly today) =>
        string.IsNullOrWhiteSpace(How) ? new LegalNoticeRefusal.HowMissing()
        : On > today ? new LegalNoticeRefusal.DayInFuture(On, today)
        : null;
}

/// <summary>Whom a notice tells what, and for the sake of what.</summary>
/// <param name="OwnerId">Of the request or the incident.</param>
/// <param name="To">A mail address; null where it was told otherwise.</param>
/// <param name="Title">A mail's subject.</param>
/// <param name="Text">As it was sent; null where the incident's own notice is it.</param>
public sealed record LegalNoticeFacts(LegalNoticeKind Kind, string OwnerId, PartnerId Partner, string? To, string Title, string? Text);

/// <summary>That one partner was told something: the words, and whether they arrived.</summary>
public sealed class LegalNotice : ITenantOwned
{
    private LegalNotice()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public LegalNoticeId Id { get; private set; }
    public LegalNoticeKind Kind { get; private set; }

    /// <summary>Of the request or the incident.</summary>
    public string OwnerId { get; private set; } = null!;
    public PartnerId PartnerId { get; private set; }
    public string? To { get; private set; }
    public string Title { get; private set; } = null!;

    /// <summary>Null where the incident's own notice is it.</summary>
    public string? Text { get; private set; }
    public LegalNoticeDelivery Delivery { get; private set; }

    /// <summary>1 for the first mail.</summary>
    public int Attempt { get; private set; }
    public string? FailReason { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>Where it was told otherwise.</summary>
    public string? ToldHow { get; private set; }
    public DateOnly? ToldOn { get; private set; }
    public int Version { get; private set; }

    /// <summary>Stable for ever, one for each mail.</summary>
    public string MessageKey => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"legal-{Id}-{Attempt}");

    public static LegalNotice ByMail(Tenant tenant, LegalNoticeId id, LegalNoticeFacts facts, DateTimeOffset at) => Start(tenant, id, facts, LegalNoticeDelivery.Pending, at);

    /// <summary>There is no address.</summary>
    public static LegalNotice Unreachable(Tenant tenant, LegalNoticeId id, LegalNoticeFacts facts, string reason, DateTimeOffset at)
    {
        var notice = Start(tenant, id, facts, LegalNoticeDelivery.Failed, at);
        notice.FailReason = reason;
        return notice;
    }

    public static Outcome<LegalNotice> ByHand(Tenant tenant, LegalNoticeId id, LegalNoticeFacts facts, ToldByHand told, DateOnly today, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(told);
        if (told.Check(today) is { } refusal)
        {
            return refusal;
        }

        var notice = Start(tenant, id, facts, LegalNoticeDelivery.ToldOtherwise, at);
        (notice.ToldHow, notice.ToldOn) = (told.How.Trim(), told.On);
        return notice;
    }

    public Outcome<Move> ConfirmDelivered(DateTimeOffset at) => MoveBy(LegalNoticeCommand.ConfirmDelivered).Then<Move>(move =>
    {
        DeliveredAt = at;
        return move;
    });

    public Outcome<Move> RejectDelivery(string reason) => MoveBy(LegalNoticeCommand.RejectDelivery).Then<Move>(move =>
    {
        FailReason = reason;
        return move;
    });

    /// <param name="to">The address that the partner has now.</param>
    public Outcome<Move> SendAgain(string to) => MoveBy(LegalNoticeCommand.SendAgain).Then<Move>(move =>
    {
        (To, FailReason, Attempt) = (to, null, Attempt + 1);
        return move;
    });

    public Outcome<Move> TellOtherwise(ToldByHand told, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(told);
        if (told.Check(today) is { } refusal)
        {
            return refusal;
        }

        return MoveBy(LegalNoticeCommand.TellOtherwise).Then<Move>(move =>
        {
            (ToldHow, ToldOn) = (told.How.Trim(), told.On);
            return move;
        });
    }

    private static LegalNotice Start(Tenant tenant, LegalNoticeId id, LegalNoticeFacts facts, LegalNoticeDelivery delivery, DateTimeOffset at) => new()
    {
        MerchantId = tenant.Merchant,
        Mode = tenant.Mode,
        Id = id,
        Kind = facts.Kind,
        OwnerId = facts.OwnerId,
        PartnerId = facts.Partner,
        To = facts.To,
        Title = facts.Title,
        Text = facts.Text,
        Delivery = delivery,
        Attempt = 1,
        CreatedAt = at,
        Version = 1,
    };

    private Outcome<Move> MoveBy(LegalNoticeCommand command)
    {
        var decided = LegalNoticeLifecycle.Table.Decide(Delivery, command, default);
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }

        Delivery = decided.Value.To;
        Version++;
        return new Move(decided.Value.From.ToString(), command.ToString(), Delivery.ToString());
    }
}
