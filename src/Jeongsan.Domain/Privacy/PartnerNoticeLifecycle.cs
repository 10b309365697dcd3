using Jeongsan.Domain.Foundation;
using static Jeongsan.Domain.Privacy.NoticeCommand;
using static Jeongsan.Domain.Privacy.NoticeDelivery;

namespace Jeongsan.Domain.Privacy;

public enum NoticeDelivery
{
    Pending = 0,

    /// <summary>Handed over, or told in the contract.</summary>
    Delivered,

    /// <summary>Could not be reached.</summary>
    Failed,
}

public enum NoticeCommand
{
    ConfirmDelivered,
    RejectDelivery,
    Retry,
}

public static class PartnerNoticeLifecycle
{
    public static Lifecycle<NoticeDelivery, NoticeCommand, Done> Table { get; } = new(
        "PartnerNotice",
        [Pending, Delivered],
        (delivery, command) => new PrivacyRefusal.NoticeNotInState(delivery, command),
        [
            new(Pending, ConfirmDelivered, Delivered),
            new(Pending, RejectDelivery, Failed),
            // A mail that was accepted may come back later.
            new(Delivered, RejectDelivery, Failed),
            new(Failed, Retry, Pending),
        ]);
}
