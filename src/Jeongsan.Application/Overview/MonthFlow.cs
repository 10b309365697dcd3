using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;

namespace Jeongsan.Application.Overview;

public enum FlowStageKind
{
    /// <summary>What was ordered, discounts not taken off.</summary>
    Orders = 0,

    /// <summary>정산건: orders, cancellations and corrections, as what they settle.</summary>
    Transfers,

    /// <summary>정산 내역.</summary>
    Settlements,

    /// <summary>지급 that hold a settlement of the month.</summary>
    Payouts,

    /// <summary>What those payouts call for invoices on.</summary>
    Invoices,

    /// <summary>Issued invoices.</summary>
    Nts,
}

public enum FlowPartKind
{
    /// <summary>Cancelled orders.</summary>
    Cancelled = 0,

    /// <summary>Ordered and not cancelled.</summary>
    Ordered,

    /// <summary>Discounts, fees and what else lies between an order and what it settles.</summary>
    Kept,

    /// <summary>Corrections by hand.</summary>
    Manual,

    /// <summary>The settlement date hasn't come.</summary>
    NotGathered,
    Gathered,
    Owing,
    Withheld,
    Excluded,
    Failed,
    Waiting,
    Held,

    /// <summary>Settlements of other months in the same payouts.</summary>
    OtherMonths,

    /// <summary>VAT that is paid on top of a settlement.</summary>
    Vat,

    /// <summary>Withheld income tax.</summary>
    WithheldTax,

    /// <summary>Not confirmed yet.</summary>
    Unconfirmed,
    NotPaid,
    Paid,

    /// <summary>Partners that issue no invoice.</summary>
    NotInvoiced,
    Missing,
    Draft,
    Awaiting,
    Refused,
    Issued,

    /// <summary>By how much issued invoices differ from what their payouts call for.</summary>
    Rewritten,
    Unsent,
    SendFailed,
    Sent,
}

public enum FlowCourse
{
    /// <summary>On to the next stage.</summary>
    On = 0,

    /// <summary>Left behind at its stage, for now or for good.</summary>
    Out,

    /// <summary>Added on the way to the next stage; negative when it is taken off.</summary>
    Change,
}

/// <param name="Count">Documents; 0 where none stand behind the amount.</param>
public sealed record FlowPart(FlowPartKind Kind, FlowCourse Course, Won Amount, int Count);

/// <summary>One stage of a month. What goes on and what drops out add up to its amount; what goes on and what changes add up to the next stage's.</summary>
public sealed record FlowStage(FlowStageKind Kind, Won Amount, int Count, IReadOnlyList<FlowPart> Parts)
{
    public Won Of(FlowCourse course) => Parts.Where(part => part.Course == course).Total(part => part.Amount);

    public FlowPart? Find(FlowPartKind kind) => Parts.FirstOrDefault(part => part.Kind == kind);
}

/// <summary>A month of settlement dates, from its orders to the NTS. Won only.</summary>
public sealed record MonthFlow(SeoulMonth Month, IReadOnlyList<FlowStage> Stages)
{
    public FlowStage Stage(FlowStageKind kind) => Stages.Single(stage => stage.Kind == kind);
}
