using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Transfers;

/// <summary>An order as a platform reports it; policies and products by their ids.</summary>
/// <param name="Id">Chosen by the caller, or null for a new one.</param>
/// <param name="ContractId">Null: the partner's default contract.</param>
/// <param name="StartDate">Null: the day of the payment, or today.</param>
/// <param name="SettlementDate">Null: as the contract's cycle says.</param>
public sealed record NewOrder(
    string? Id,
    PartnerId PartnerId,
    ContractId? ContractId,
    PaymentSnapshot Payment,
    Won? Total,
    IReadOnlyList<NewOrderLine>? Lines,
    Won? TaxFree,
    IReadOnlyList<NewOrderDiscount> Discounts,
    IReadOnlyList<AdditionalFeePolicyId> AdditionalFees,
    DateOnly? StartDate,
    DateOnly? SettlementDate,
    Currency Currency,
    string? Memo,
    IReadOnlyList<SettlementParameter> Parameters,
    IReadOnlyList<UserDefinedProperty> Properties);

public sealed record NewOrderLine(Product Product, int Quantity, IReadOnlyList<NewOrderDiscount> Discounts, IReadOnlyList<AdditionalFeePolicyId> AdditionalFees)
{
    public IReadOnlyList<SettlementParameter> Parameters { get; init; } = [];
}

public sealed record NewOrderDiscount(DiscountSharePolicyId Policy, Won Amount, Won TaxFree);

/// <summary>What registering transfers says no to besides the domain's own reasons.</summary>
public abstract record RegistrationRefusal : Refusal
{
    private RegistrationRefusal()
    {
    }

    /// <summary>The payment (or cancellation) of this partner has its transfer already; another one needs an id of its own.</summary>
    public sealed record AlreadyRegistered(TransferId Existing) : RegistrationRefusal;

    public sealed record PoliciesNotFound(string Subject, IReadOnlyList<string> Ids) : RegistrationRefusal;

    /// <summary>Several transfers fit: say which by its id.</summary>
    public sealed record TransferAmbiguous(string PaymentId) : RegistrationRefusal;

    /// <summary>Lunar holidays, and so settlement dates, are known for these years only.</summary>
    public sealed record DateOutOfRange(string Field, DateOnly Date, DateOnly Min, DateOnly Max) : RegistrationRefusal;
}

/// <summary>Registers an order transfer: partner, contract and policies are copied into it as they are now.</summary>
public sealed class RegisterOrder(Store store, OrderIntake intake, RegisterOrders orders)
{
    public const string Subject = "Transfer";

    public Task<Outcome<Transfer>> HandleAsync(Tenant tenant, Actor actor, NewOrder order, CancellationToken ct) =>
        // A request with a key commits by itself, together with its answer.
        IdempotencyMark.Current is null ? intake.RegisterAsync(tenant, actor, order)
        : store.CommandAsync<Transfer>(tenant, actor, async work => (await orders.RegisterAsync(work, [order], null, ct))[0], ct);
}

/// <summary>From start date and cycle to settlement date, with the platform's own wish first.</summary>
internal static class SettlementDates
{
    private static readonly DateOnly Min = new(KoreanHolidays.YearMin, 1, 1);
    private static readonly DateOnly Max = new(KoreanHolidays.YearMax - 1, 12, 31);

    public static Outcome<(DateOnly Start, DateOnly Settlement)> For(Work work, PlatformSettings settings, SettlementCycle cycle, DateOnly? start, DateOnly? settlement)
    {
        var from = start ?? work.Today;
        if (Check("settlementStartDate", from) is { } early)
        {
            return early;
        }
        if (settlement is { } stated)
        {
            return Check("settlementDate", stated) is { } outside ? outside : (from, stated);
        }
        return (from, cycle.DateFor(from, settings.BusinessDays(), settings.AdjustSettlementDateAfterHolidayIfEarlier));
    }

    public static RegistrationRefusal? Check(string field, DateOnly date) =>
        date < Min || date > Max ? new RegistrationRefusal.DateOutOfRange(field, date, Min, Max) : null;
}

/// <summary>What makes two requests the same transfer.</summary>
internal static class TransferKeys
{
    public static string ById(string id) => $"id:{id}";

    public static async Task<Refusal?> CheckAsync(Work work, string? id, CancellationToken ct)
    {
        if (id is null)
        {
            return null;
        }
        var own = new TransferId(id);
        return CallerIds.Check(RegisterOrder.Subject, id)
            ?? (await work.Db.Set<Transfer>().AnyAsync(row => row.Id == own, ct) ? new StoredRefusal.AlreadyExists(RegisterOrder.Subject, id) : null);
    }

    public static Transfer Keep(this Work work, Transfer transfer, string naturalKey, string what)
    {
        work.Db.Add(transfer).Property(TransferMapping.NaturalKey).CurrentValue = naturalKey;
        work.Record(RegisterOrder.Subject, transfer.Id.Value, what, to: transfer.Status.ToString());
        return transfer;
    }
}
