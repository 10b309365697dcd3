using Jeongsan.Application.Policies;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Versions;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Console.Policies;

/// <summary>계약.</summary>
public sealed class ContractDesk(Store store, Contracts commands) : PolicyDesk<Contract, ContractId, ContractTerms, ContractChange>(store, commands)
{
    public override string Title => "계약";

    public override string Path => "/contracts";

    public override string Purpose => "파트너와 정한 플랫폼 수수료, 부가세 부담, 정산하는 날이에요. 파트너마다 기본 계약이 하나 있어요.";

    public override bool IsOfPartners => true;

    public override PolicyForm NewForm() => new() { Fee = new FeeForm(), Cycle = new CycleForm() };

    protected override PolicyForm Write(ContractTerms terms) => new()
    {
        Name = terms.Name,
        Memo = terms.Memo ?? "",
        Fee = FeeForm.Of(terms.PlatformFee),
        Cycle = CycleForm.Of(terms.SettlementCycle),
        VatPayer = terms.PlatformFeeVatPayer,
        SubtractsPaymentVat = terms.SubtractPaymentVatAmount,
        PaysAfterInvoice = terms.PaysAfterInvoice,
    };

    protected override Outcome<ContractTerms> Read(PolicyForm form) => form.Fee!.Read().Then(fee => form.Cycle!.Read().Then<ContractTerms>(cycle =>
        new ContractTerms(form.Name.Trim(), form.MemoOrNull, fee, form.VatPayer, form.SubtractsPaymentVat, cycle, form.PaysAfterInvoice)));

    protected override ContractChange Difference(ContractTerms before, ContractTerms after) => new(
        Other(before.Name, after.Name),
        Other(before.Memo ?? "", after.Memo ?? ""),
        Other(before.PlatformFee, after.PlatformFee),
        OtherValue(before.PlatformFeeVatPayer, after.PlatformFeeVatPayer),
        OtherValue(before.SubtractPaymentVatAmount, after.SubtractPaymentVatAmount),
        CycleForm.IsSame(before.SettlementCycle, after.SettlementCycle) ? null : after.SettlementCycle,
        OtherValue(before.PaysAfterInvoice, after.PaysAfterInvoice));

    protected override (ContractTerms Terms, bool IsArchived) Open(VersionRow row)
    {
        var snapshot = row.Read<ContractSnapshot>();
        return (snapshot.Terms, snapshot.IsArchived);
    }

    protected override Task<Dictionary<ContractId, int>> PartnerCountsAsync(JeongsanContext db, IReadOnlyList<ContractId> ids, CancellationToken ct) =>
        db.Set<Partner>().Where(partner => !partner.IsArchived && ids.Contains(partner.DefaultContractId)).GroupBy(partner => partner.DefaultContractId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
}

/// <summary>추가 수수료.</summary>
public sealed class AdditionalFeeDesk(Store store, AdditionalFeePolicies commands)
    : PolicyDesk<AdditionalFeePolicy, AdditionalFeePolicyId, AdditionalFeeTerms, AdditionalFeeChange>(store, commands)
{
    public override string Title => "추가 수수료";

    public override string Path => "/additional-fees";

    public override string Purpose => "광고비나 배송 대행비처럼 주문이나 상품에 따로 붙이는 수수료예요. 어느 주문에 붙일지는 주문을 등록할 때 정해요.";

    public override PolicyForm NewForm() => new() { Fee = new FeeForm() };

    protected override PolicyForm Write(AdditionalFeeTerms terms) => new() { Name = terms.Name, Memo = terms.Memo ?? "", Fee = FeeForm.Of(terms.Fee), VatPayer = terms.VatPayer };

    protected override Outcome<AdditionalFeeTerms> Read(PolicyForm form) =>
        form.Fee!.Read().Then<AdditionalFeeTerms>(fee => new AdditionalFeeTerms(form.Name.Trim(), form.MemoOrNull, fee, form.VatPayer));

    protected override AdditionalFeeChange Difference(AdditionalFeeTerms before, AdditionalFeeTerms after) =>
        new(Other(before.Name, after.Name), Other(before.Memo ?? "", after.Memo ?? ""), Other(before.Fee, after.Fee), OtherValue(before.VatPayer, after.VatPayer));

    protected override (AdditionalFeeTerms Terms, bool IsArchived) Open(VersionRow row)
    {
        var snapshot = row.Read<AdditionalFeeSnapshot>();
        return (snapshot.Terms, snapshot.IsArchived);
    }
}

/// <summary>할인 분담.</summary>
public sealed class DiscountShareDesk(Store store, DiscountSharePolicies commands)
    : PolicyDesk<DiscountSharePolicy, DiscountSharePolicyId, DiscountShareTerms, DiscountShareChange>(store, commands)
{
    public override string Title => "할인 분담";

    public override string Path => "/discount-shares";

    public override string Purpose => "쿠폰처럼 깎아 준 금액 가운데 파트너가 부담하는 비율이에요. 어느 할인에 쓸지는 주문을 등록할 때 정해요.";

    public override PolicyForm NewForm() => new() { Share = new ShareForm() };

    protected override PolicyForm Write(DiscountShareTerms terms) =>
        new() { Name = terms.Name, Memo = terms.Memo ?? "", Share = new ShareForm { Percent = Percents.Of(terms.PartnerShareRate) } };

    protected override Outcome<DiscountShareTerms> Read(PolicyForm form) =>
        PolicyLimits.RateOf("partnerShareRate", Percents.Per100000(form.Share!.Percent)).Then<DiscountShareTerms>(rate => new DiscountShareTerms(form.Name.Trim(), form.MemoOrNull, rate));

    protected override DiscountShareChange Difference(DiscountShareTerms before, DiscountShareTerms after) =>
        new(Other(before.Name, after.Name), Other(before.Memo ?? "", after.Memo ?? ""), OtherValue(before.PartnerShareRate, after.PartnerShareRate));

    protected override (DiscountShareTerms Terms, bool IsArchived) Open(VersionRow row)
    {
        var snapshot = row.Read<DiscountShareSnapshot>();
        return (snapshot.Terms, snapshot.IsArchived);
    }
}
