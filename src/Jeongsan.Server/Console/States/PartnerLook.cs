using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;

namespace Jeongsan.Server.Console.States;

/// <summary>The words for what a partner is.</summary>
internal static class PartnerLook
{
    internal static StateLook Connection(Partner partner) => StateLook.Of(partner.NtsConnection, MayConnect(partner));

    internal static bool MayConnect(Partner partner) => !partner.IsArchived && TaxInvoiceDraft.MayIssue(partner.Type);

    internal static string TypeWords(PartnerType type) => type switch
    {
        PartnerType.Business { TaxationType: TaxationType.Normal } => "사업자 · 일반과세",
        PartnerType.Business { TaxationType: TaxationType.SimpleTaxInvoiceIssuer } => "사업자 · 간이과세 (발행)",
        PartnerType.Business { TaxationType: TaxationType.Simple } => "사업자 · 간이과세",
        PartnerType.Business { TaxationType: TaxationType.TaxFree } => "사업자 · 면세",
        PartnerType.WhtPayer => "개인 · 원천징수",
        PartnerType.NonWhtPayer => "개인 · 원천징수 없음",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>Account numbers are personal data: the middle is hidden wherever it is not needed.</summary>
    internal static string MaskedAccount(string number) => number.Length <= 6 ? number : $"{number[..3]}{new string('*', number.Length - 6)}{number[^3..]}";
}
