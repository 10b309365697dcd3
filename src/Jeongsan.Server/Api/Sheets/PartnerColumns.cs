using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Server.Api.Sheets;

/// <summary>The partner as a part of other sheets, as it was when the row copied it.</summary>
internal static class PartnerColumns
{
    private const string KeyStart = "PARTNER_";

    public static IEnumerable<SheetColumn<T>> Of<T>(Func<T, PartnerSnapshot> partnerOf) => All.Select(column =>
        new SheetColumn<T>(KeyStart + column.Key, column.Heading, row => column.Text(partnerOf(row))));

    /// <summary>Its user-defined properties.</summary>
    public static (string KeyStart, Func<T, string, string?> Text) Named<T>(Func<T, PartnerSnapshot> partnerOf) =>
        (KeyStart, (row, key) => ValueOf(partnerOf(row).Profile.Properties, key));

    public static string? ValueOf(IReadOnlyList<UserDefinedProperty> properties, string key) => properties.FirstOrDefault(property => property.Key == key)?.Value;

    private static readonly SheetColumn<PartnerSnapshot>[] All =
    [
        new("ID", "파트너 아이디", partner => partner.Id.Value),
        new("NAME", "파트너 이름", partner => partner.Profile.Name),
        new("STATUS", "파트너 상태", partner => ApiJson.Code(partner.Status)),
        new("TYPE", "파트너 유형", partner => partner.Profile.Type.Name switch
        {
            PartnerTypeName.Business => "사업자",
            PartnerTypeName.WhtPayer => "원천징수 대상자",
            PartnerTypeName.NonWhtPayer => "원천징수 비대상자",
            _ => throw new System.Diagnostics.UnreachableException(partner.Profile.Type.Name.ToString()),
        }),
        new("TAXATION_TYPE", "과세 유형", partner => Business(partner) is { } business ? ApiJson.Code(business.TaxationType) : null),
        new("BUSINESS_REGISTRATION_NUMBER", "사업자등록번호", partner => Business(partner)?.BusinessRegistrationNumber.Value),
        new("COMPANY_NAME", "상호", partner => Business(partner)?.CompanyName),
        new("REPRESENTATIVE_NAME", "대표자", partner => Business(partner)?.RepresentativeName),
        new("CONTACT_NAME", "담당자 이름", partner => partner.Profile.Contact.Name),
        new("CONTACT_PHONE_NUMBER", "담당자 전화번호", partner => partner.Profile.Contact.PhoneNumber),
        new("CONTACT_EMAIL", "담당자 이메일", partner => partner.Profile.Contact.Email),
        new("ACCOUNT_BANK", "은행", partner => ApiJson.Code(partner.Profile.Account.Bank)),
        new("ACCOUNT_NUMBER", "계좌번호", partner => partner.Profile.Account.Number),
        new("ACCOUNT_HOLDER", "예금주", partner => partner.Profile.Account.Holder),
        new("ACCOUNT_CURRENCY", "계좌 통화", partner => ApiJson.Code(partner.Profile.Account.Currency)),
        new("DEFAULT_CONTRACT_ID", "기본 계약 아이디", partner => partner.Profile.DefaultContractId.Value),
        new("TAGS", "태그", partner => string.Join(", ", partner.Profile.Tags)),
        new("MEMO", "파트너 메모", partner => partner.Profile.Memo),
    ];

    private static PartnerType.Business? Business(PartnerSnapshot partner) => partner.Profile.Type as PartnerType.Business;
}
