using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;

namespace Jeongsan.Domain.Statements;

/// <summary>Every way in which settlement statements and their templates say no, in the order in which it is checked.</summary>
public abstract record StatementRefusal : Refusal
{
    private StatementRefusal()
    {
    }

    public sealed record FieldMissing(string Field) : StatementRefusal;

    public sealed record FieldTooLong(string Field, int LengthMax) : StatementRefusal;

    public sealed record NameTaken(string Name) : StatementRefusal;

    public sealed record TooManyTemplates(int CountMax) : StatementRefusal;

    /// <summary>Another one has to become the default first.</summary>
    public sealed record DefaultNeeded(StatementTemplateId Id) : StatementRefusal;

    /// <summary>The chosen bulk payout has no payout at all.</summary>
    public sealed record NothingToSend : StatementRefusal;

    /// <summary>The platform has not entered the company in whose name its partners are written to.</summary>
    public sealed record CompanyMissing : StatementRefusal;

    /// <summary>Before it is confirmed its amounts may change; a failed or cancelled one is paid with another payout.</summary>
    public sealed record PayoutNotSendable(PayoutId Payout, PayoutStatus Status) : StatementRefusal;

    /// <summary>Sent by this template before, or being sent: only an explicit re-send sends it again.</summary>
    public sealed record AlreadySent(StatementSendingId Sending) : StatementRefusal;

    /// <summary>A newer sending of the same statement took its place.</summary>
    public sealed record NotNewest(StatementSendingId Newest) : StatementRefusal;

    public sealed record AddressMissing(PayoutId Payout) : StatementRefusal;

    public sealed record NotInState(StatementSendingStatus Status, StatementSendingCommand Command) : StatementRefusal;
}
