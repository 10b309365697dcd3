using Jeongsan.Domain.Foundation;
using static Jeongsan.Domain.Privacy.Erasures.ErasureCommand;
using static Jeongsan.Domain.Privacy.Erasures.ErasureStatus;

namespace Jeongsan.Domain.Privacy.Erasures;

public enum ErasureStatus
{
    /// <summary>파기 중: copies of the person in settlements, payouts and invoices are being emptied.</summary>
    Erasing = 0,

    /// <summary>분리 보관: what another law demands is locked away.</summary>
    Locked,

    /// <summary>파기 완료: nothing of the person is left but the documents of the tax law.</summary>
    Erased,
}

public enum ErasureCommand
{
    /// <summary>Every copy is empty.</summary>
    Finish,

    /// <summary>The time for which it had to be kept is over.</summary>
    Destroy,
}

/// <param name="KeepsSomething">Whether another law demands that a part be kept.</param>
public sealed record KeptPart(bool KeepsSomething);

public static class ErasureLifecycle
{
    public static Lifecycle<ErasureStatus, ErasureCommand, KeptPart> Table { get; } = new(
        "Erasure",
        [Erasing],
        (status, command) => new ErasureRefusal.NotInState(status, command),
        [
            new(Erasing, Finish, Locked, new("a part must be kept", state => state.KeepsSomething ? null : new ErasureRefusal.NotInState(Erasing, Finish))),
            new(Erasing, Finish, Erased, new("nothing must be kept", state => state.KeepsSomething ? new ErasureRefusal.NotInState(Erasing, Finish) : null)),
            new(Locked, Destroy, Erased),
        ]);
}
