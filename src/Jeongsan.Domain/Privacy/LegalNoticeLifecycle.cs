using Jeongsan.Domain.Foundation;
using static Jeongsan.Domain.Privacy.LegalNoticeCommand;
using static Jeongsan.Domain.Privacy.LegalNoticeDelivery;

namespace Jeongsan.Domain.Privacy;

public enum LegalNoticeDelivery
{
    Pending = 0,

    /// <summary>The receiver's mail server took it.</summary>
    Delivered,

    /// <summary>Could not be reached by mail.</summary>
    Failed,

    /// <summary>By phone, on paper, face to face.</summary>
    ToldOtherwise,
}

public enum LegalNoticeCommand
{
    ConfirmDelivered,
    RejectDelivery,
    SendAgain,
    TellOtherwise,
}

public static class LegalNoticeLifecycle
{
    public static Lifecycle<LegalNoticeDelivery, LegalNoticeCommand, Done> Table { get; } = new(
        "LegalNotice",
        [Pending, Failed, ToldOtherwise],
        (delivery, command) => new LegalNoticeRefusal.NotInState(delivery, command),
        [
            new(Pending, ConfirmDelivered, Delivered),
            new(Pending, RejectDelivery, Failed),
            new(Failed, SendAgain, Pending),
            new(Failed, TellOtherwise, ToldOtherwise),
        ]);
}
