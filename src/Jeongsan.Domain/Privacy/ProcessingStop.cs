using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.Privacy;

/// <summary>
/// 처리정지 (제37조): while it stands, nothing new of this partner leaves. What is owed is still remitted: the contract can't be
/// carried out otherwise (제37조 ② 4호), and whoever asks wants to be paid.
/// </summary>
public sealed class ProcessingStop : ITenantOwned
{
    private ProcessingStop()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public ProcessingStopId Id { get; private set; }
    public PartnerId PartnerId { get; private set; }

    /// <summary>The request that it follows from.</summary>
    public SubjectRequestId RequestId { get; private set; }
    public DateTimeOffset StoppedAt { get; private set; }
    public string StoppedBy { get; private set; } = null!;
    public DateTimeOffset? LiftedAt { get; private set; }
    public string? LiftedBy { get; private set; }
    public string? LiftReason { get; private set; }
    public int Version { get; private set; }

    /// <summary>What a stop does not hold back.</summary>
    public static bool HoldsBack(EntrustedWork work) => work != EntrustedWork.Remittance;

    public static ProcessingStop Begin(ProcessingStopId id, SubjectRequest request, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(by);
        return new()
        {
            MerchantId = request.MerchantId,
            Mode = request.Mode,
            Id = id,
            PartnerId = request.PartnerId,
            RequestId = request.Id,
            StoppedAt = at,
            StoppedBy = by.ToString(),
            Version = 1,
        };
    }

    /// <param name="reason">E.g. that the partner asked for it, and how.</param>
    public Outcome<Done> Lift(string reason, Actor by, DateTimeOffset at)
    {
        if (SubjectRequest.Check("reason", reason) is { } refusal)
        {
            return refusal;
        }

        (LiftedAt, LiftedBy, LiftReason) = (at, by.ToString(), reason.Trim());
        Version++;
        return default(Done);
    }
}
