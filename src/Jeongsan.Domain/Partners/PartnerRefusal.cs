using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Partners;

/// <summary>Every way in which a partner says no.</summary>
public abstract record PartnerRefusal : Refusal
{
    private PartnerRefusal()
    {
    }

    public sealed record FieldMissing(string Field) : PartnerRefusal;

    /// <summary>Its personal data was destroyed: nothing is left to take up again.</summary>
    public sealed record Erased(PartnerId Id) : PartnerRefusal;

    public sealed record FieldTooLong(string Field, int Length, int LengthMax) : PartnerRefusal;

    public sealed record TooMany(string Field, int Count, int CountMax) : PartnerRefusal;

    public sealed record EmailMalformed(string Email) : PartnerRefusal;

    public sealed record AccountNumberMalformed(int LengthMin, int LengthMax) : PartnerRefusal;

    public sealed record BusinessNumberMalformed(string Text) : PartnerRefusal;

    public sealed record BirthdateInFuture(DateOnly Birthdate, DateOnly Today) : PartnerRefusal;

    public sealed record Archived(PartnerId Id) : PartnerRefusal;

    /// <summary>A connected partner's business number cannot change: disconnect first.</summary>
    public sealed record ConnectedBusinessNumberUnchangeable(PartnerId Id) : PartnerRefusal;

    public sealed record ConnectedTypeUnchangeable(PartnerId Id) : PartnerRefusal;

    public sealed record ArchivedWhileScheduled(PartnerId Id) : PartnerRefusal;

    public sealed record ArchivedCannotConnect(PartnerId Id) : PartnerRefusal;

    public sealed record ScheduleExists(PartnerId Id) : PartnerRefusal;

    /// <summary>One change can wait at a time: replace it or take it back.</summary>
    public sealed record ScheduledAlready(PartnerId Id) : PartnerRefusal;

    public sealed record NotScheduled(PartnerId Id) : PartnerRefusal;

    public sealed record ScheduleNotInFuture(DateTimeOffset At, DateTimeOffset Now) : PartnerRefusal;

    /// <summary>While the ASP takes the partner in or lets it go, nothing can be scheduled; of a member, its business data can't.</summary>
    public sealed record ConnectedCannotBeScheduled(PartnerId Id) : PartnerRefusal;

    /// <summary>Becoming a business needs its name, number and representative.</summary>
    public sealed record TypeIncomplete : PartnerRefusal;

    public sealed record NotABusiness(PartnerId Id, PartnerTypeName Type) : PartnerRefusal;

    /// <summary>간이과세자 that issues no tax invoices (부가가치세법 제36조).</summary>
    public sealed record SimpleTaxation(PartnerId Id) : PartnerRefusal;

    public sealed record OngoingTaxInvoice(PartnerId Id) : PartnerRefusal;

    public sealed record PendingConnection(PartnerId Id, NtsConnectionStatus Status) : PartnerRefusal;

    public sealed record NotConnected(NtsConnectionStatus Status) : PartnerRefusal;

    public sealed record ConnectionNotInState(NtsConnectionStatus Status, NtsConnectionCommand Command) : PartnerRefusal;
}
