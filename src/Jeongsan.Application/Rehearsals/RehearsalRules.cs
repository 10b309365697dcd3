using Jeongsan.Application.Policies.Formulas;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Policies.Formulas;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Rehearsals;

/// <summary>A change with all that it names, ready to be asked what becomes of each transfer.</summary>
internal sealed class RehearsalRules
{
    private readonly RuleChange _change;
    private readonly PlatformSettings _settings;
    private readonly BusinessDays _businessDays;
    private readonly HeldFormulas? _draft;
    private readonly IReadOnlyDictionary<ContractId, ContractSnapshot> _contracts;
    private readonly FormulaBook _book;
    private readonly Dictionary<int, SettlementFormulas> _versions = [];

    private RehearsalRules(RuleChange change, PlatformSettings settings, FormulaBook book, HeldFormulas? draft, IReadOnlyDictionary<ContractId, ContractSnapshot> contracts)
    {
        (_change, _settings, _book, _draft, _contracts) = (change, settings, book, draft, contracts);
        _businessDays = settings.BusinessDays();
    }

    public bool TouchesTransfers => _change.TouchesTransfers;

    private bool AdjustsAfter => _change.AdjustAfterHolidayIfEarlier ?? _settings.AdjustSettlementDateAfterHolidayIfEarlier;

    /// <summary>Refused with what saving the change would be refused with.</summary>
    public static async Task<Outcome<RehearsalRules>> ReadAsync(JeongsanContext db, FormulaBook book, RuleChange change, DateTimeOffset now, CancellationToken ct)
    {
        if (change.Formulas is { } texts && SettlementFormulas.Check(texts) is { Count: > 0 } mistakes)
        {
            return new RehearsalRefusal.FormulasWrong(mistakes);
        }
        ContractId[] ids = [.. change.Contracts.Keys.Concat(change.Partners.Values.Select(partner => partner.DefaultContractId).OfType<ContractId>()).Distinct()];
        var contracts = await db.Set<Contract>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.SnapshotAt(now), ct);
        if (Missing(Contract.Kind, ids, contracts.Keys) is { } noContract)
        {
            return noContract;
        }
        if (RefusedTerms(Contract.Kind, change.Contracts, contracts, snapshot => snapshot.Terms) is { } refused)
        {
            return refused;
        }
        if (await CheckPoliciesAsync(db, change, now, ct) is { } noPolicy)
        {
            return noPolicy;
        }
        if (await CheckPartnersAsync(db, change, now, ct) is { } noPartner)
        {
            return noPartner;
        }
        var draft = change.Formulas is null ? null : new HeldFormulas(0, SettlementFormulas.Parse(change.Formulas).Value);
        return new RehearsalRules(change, await PlatformSettings.ReadAsync(db, ct), book, draft, contracts);
    }

    public PayoutRules PayoutRules(DateOnly paymentDate, bool isAfter) => isAfter
        ? new PayoutRules(_change.AmountType ?? _settings.SettlementAmountType, _change.DeductWht ?? _settings.DeductWht, paymentDate)
        : _settings.PayoutRules(paymentDate);

    public PartnerType TypeOf(PartnerSnapshot partner) =>
        _change.Partners.TryGetValue(partner.Id, out var change) && change.Type is { } type ? type.ApplyTo(partner.Profile.Type).Value : partner.Profile.Type;

    /// <summary>The contract that an order or a cancellation counts by.</summary>
    public ContractSnapshot ContractOf(Transfer transfer)
    {
        var own = transfer.Contract!;
        var isMoved = _change.Partners.TryGetValue(transfer.PartnerId, out var partner) && partner.DefaultContractId is { } other
            && own.Id == transfer.Partner.Profile.DefaultContractId && other != own.Id;
        var agreed = isMoved ? _contracts[partner!.DefaultContractId!.Value] : own;
        return _change.Contracts.TryGetValue(agreed.Id, out var change) ? agreed with { Terms = change.ApplyTo(agreed.Terms) } : agreed;
    }

    /// <summary>A date that the cycle gave is given again by the cycle that holds now; one that was stated stays.</summary>
    public DateOnly DateOf(Transfer transfer)
    {
        if (transfer is not { Contract: { } contract, SettlementStartDate: { } start })
        {
            return transfer.SettlementDate;
        }
        var agreed = ContractOf(transfer);
        var isSame = ReferenceEquals(agreed.Terms.SettlementCycle, contract.Terms.SettlementCycle) && AdjustsAfter == _settings.AdjustSettlementDateAfterHolidayIfEarlier;
        return isSame || transfer.SettlementDate != contract.Terms.SettlementCycle.DateFor(start, _businessDays, _settings.AdjustSettlementDateAfterHolidayIfEarlier)
            ? transfer.SettlementDate
            : agreed.Terms.SettlementCycle.DateFor(start, _businessDays, AdjustsAfter);
    }

    /// <summary>False where registering would refuse the date.</summary>
    public bool IsDated(Transfer transfer) => DateOf(transfer) >= transfer.SettlementStartDate;

    /// <summary>True if anything that the order's amounts come from is different.</summary>
    public bool TouchesAmountsOf(Transfer order) =>
        _draft is not null
        || IsOtherFee(order.Contract!.Terms, ContractOf(order).Terms)
        || (_change.Discounts.Count > 0 && order.Discounts.Concat(order.Lines.SelectMany(line => line.Discounts)).Any(one => _change.Discounts.ContainsKey(one.Policy.Id)))
        || (_change.AdditionalFees.Count > 0 && order.AdditionalFees.Concat(order.Lines.SelectMany(line => line.AdditionalFees)).Any(one => _change.AdditionalFees.ContainsKey(one.Policy.Id)));

    public async Task<Outcome<ReplayedOrder>> ReplayAsync(JeongsanContext db, Transfer order, CancellationToken ct)
    {
        if (!_versions.TryGetValue(order.FormulaVersion, out var registeredBy))
        {
            registeredBy = (await _book.OfVersionAsync(db, order.FormulaVersion, ct)).Formulas;
            _versions.Add(order.FormulaVersion, registeredBy);
        }
        var formulas = _draft?.Formulas ?? registeredBy;
        return RequestOf(order, registeredBy, formulas).Then(request =>
            ReplayedOrder.Of(order, new ReplayTerms(ContractOf(order), formulas, request, DateOf(order))));
    }

    private Outcome<OrderRequest> RequestOf(Transfer order, SettlementFormulas registeredBy, SettlementFormulas formulas)
    {
        var told = TransferReplay.RequestOf(order);
        var request = told with { Discounts = Read(told.Discounts), AdditionalFees = Read(told.AdditionalFees), Detail = Read(told.Detail) };
        if (_draft is null)
        {
            return request;
        }
        // Whether a value was told or taken from the default isn't kept: one that equals the default of its time follows the new default.
        var given = order.Parameters.Where(parameter => !registeredBy.Texts.Parameters.Any(known => known.Key == parameter.Key && known.DefaultUnscaled == parameter.Unscaled && known.DefaultScale == parameter.Scale));
        var defined = formulas.Texts.Parameters;
        return ParameterValues.OfOrder(defined, [.. given.Where(parameter => defined.Any(known => known.Key == parameter.Key))])
            .Then<OrderRequest>(parameters => request with { Parameters = parameters, Detail = OfScope(request.Detail, defined) });
    }

    private static OrderDetail OfScope(OrderDetail detail, IReadOnlyList<ParameterDefinition> defined) => detail is not OrderDetail.Itemized itemized ? detail : new OrderDetail.Itemized(
        [.. itemized.Lines.Select(line => line with { Parameters = [.. line.Parameters.Where(parameter => defined.Any(known => known.Key == parameter.Key && known.Scope == ParameterScope.Product))] })]);

    private OrderDetail Read(OrderDetail detail) => detail is not OrderDetail.Itemized itemized ? detail : new OrderDetail.Itemized(
        [.. itemized.Lines.Select(line => line with { Discounts = Read(line.Discounts), AdditionalFees = Read(line.AdditionalFees) })]);

    private IReadOnlyList<OrderDiscount> Read(IReadOnlyList<OrderDiscount> discounts) =>
        [.. discounts.Select(one => _change.Discounts.TryGetValue(one.Policy.Id, out var change) ? one with { Policy = one.Policy with { Terms = change.ApplyTo(one.Policy.Terms) } } : one)];

    private IReadOnlyList<AdditionalFeeSnapshot> Read(IReadOnlyList<AdditionalFeeSnapshot> fees) =>
        [.. fees.Select(one => _change.AdditionalFees.TryGetValue(one.Id, out var change) ? one with { Terms = change.ApplyTo(one.Terms) } : one)];

    private static bool IsOtherFee(ContractTerms one, ContractTerms other) =>
        one.PlatformFee != other.PlatformFee || one.PlatformFeeVatPayer != other.PlatformFeeVatPayer || one.SubtractPaymentVatAmount != other.SubtractPaymentVatAmount;

    private static async Task<RehearsalRefusal?> CheckPoliciesAsync(JeongsanContext db, RuleChange change, DateTimeOffset now, CancellationToken ct)
    {
        DiscountSharePolicyId[] discountIds = [.. change.Discounts.Keys];
        var discounts = await db.Set<DiscountSharePolicy>().Where(row => discountIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.SnapshotAt(now), ct);
        AdditionalFeePolicyId[] feeIds = [.. change.AdditionalFees.Keys];
        var fees = await db.Set<AdditionalFeePolicy>().Where(row => feeIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.SnapshotAt(now), ct);
        return Missing(DiscountSharePolicy.Kind, discountIds, discounts.Keys) ?? Missing(AdditionalFeePolicy.Kind, feeIds, fees.Keys)
            ?? RefusedTerms(DiscountSharePolicy.Kind, change.Discounts, discounts, snapshot => snapshot.Terms)
            ?? RefusedTerms(AdditionalFeePolicy.Kind, change.AdditionalFees, fees, snapshot => snapshot.Terms);
    }

    private static async Task<RehearsalRefusal?> CheckPartnersAsync(JeongsanContext db, RuleChange change, DateTimeOffset now, CancellationToken ct)
    {
        PartnerId[] ids = [.. change.Partners.Keys];
        var partners = await db.Set<Partner>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.SnapshotAt(now), ct);
        return Missing("Partner", ids, partners.Keys) ?? change.Partners
            .Select(one => one.Value.Type?.ApplyTo(partners[one.Key].Profile.Type).Refusal is { } why ? new RehearsalRefusal.TermsRefused("Partner", one.Key.Value, why) : null)
            .FirstOrDefault(refusal => refusal is not null);
    }

    private static RehearsalRefusal? Missing<TId>(string subject, IEnumerable<TId> asked, IEnumerable<TId> found) where TId : struct, ITextId<TId> =>
        asked.Except(found).Select(id => new RehearsalRefusal.NotFound(subject, id.Value)).FirstOrDefault();

    private static RehearsalRefusal? RefusedTerms<TId, TChange, TSnapshot, TTerms>(
        string subject, IReadOnlyDictionary<TId, TChange> changes, IReadOnlyDictionary<TId, TSnapshot> present, Func<TSnapshot, TTerms> termsOf)
        where TId : struct, ITextId<TId> where TChange : IPolicyChange<TTerms> where TTerms : IPolicyTerms =>
        changes.Select(one => one.Value.ApplyTo(termsOf(present[one.Key])).Check() is { } why ? new RehearsalRefusal.TermsRefused(subject, one.Key.Value, why) : null)
            .FirstOrDefault(refusal => refusal is not null);
}
