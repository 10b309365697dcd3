using Jeongsan.Application.Partners;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;

namespace Jeongsan.Application.Imports;

/// <summary>Partners: one in each row.</summary>
internal static class PartnerRows
{
    private const string Id = "파트너 아이디";
    private const string NameColumn = "이름";
    private const string Type = "유형";
    private const string ContractColumn = "기본 계약 아이디";
    private const string BankColumn = "은행";
    private const string AccountNumber = "계좌번호";
    private const string Holder = "예금주";
    private const string ContactName = "담당자 이름";
    private const string Email = "담당자 이메일";
    private const string Phone = "담당자 전화번호";
    private const string BusinessNumber = "사업자등록번호";
    private const string Company = "상호";
    private const string Representative = "대표자";
    private const string Taxation = "과세 유형";
    private const string Address = "사업장 주소";
    private const string BusinessTypeColumn = "업태";
    private const string BusinessClass = "종목";
    private const string Birthdate = "생년월일";
    private const string Tags = "태그";
    private const string Memo = "메모";

    private static readonly Dictionary<string, PartnerTypeName> Types = new(StringComparer.Ordinal)
    {
        ["사업자"] = PartnerTypeName.Business,
        ["원천징수 대상"] = PartnerTypeName.WhtPayer,
        ["원천징수 비대상"] = PartnerTypeName.NonWhtPayer,
    };

    private static readonly Dictionary<string, TaxationType> Taxations = new(StringComparer.Ordinal)
    {
        ["일반과세"] = TaxationType.Normal,
        ["간이과세(발행)"] = TaxationType.SimpleTaxInvoiceIssuer,
        ["간이과세(미발행)"] = TaxationType.Simple,
        ["면세"] = TaxationType.TaxFree,
    };

    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Id, false, "partner-1"),
        new(NameColumn, true, "하늘상회(테스트)"),
        new(Type, true, "사업자"),
        new(ContractColumn, true, "contract-1"),
        new(BankColumn, true, "신한은행"),
        new(AccountNumber, true, "110-000-000001"),
        new(Holder, true, "하늘상회"),
        new(ContactName, true, "김하늘"),
        new(Email, true, "sky@example.com"),
        new(Phone, false, "010-0000-0000"),
        new(BusinessNumber, false, "100-81-00013"),
        new(Company, false, "하늘상회(테스트)"),
        new(Representative, false, "김하늘"),
        new(Taxation, false, "일반과세"),
        new(Address, false, "서울특별시 중구 시험로 1"),
        new(BusinessTypeColumn, false, "도소매업"),
        new(BusinessClass, false, "전자상거래"),
        new(Birthdate, false, ""),
        new(Tags, false, "식품;신선"),
        new(Memo, false, ""),
    ];

    public static List<(NewPartner Partner, int Row)> Read(RowReader reader)
    {
        var partners = new List<(NewPartner Partner, int Row)>();
        foreach (var row in reader.Rows())
        {
            var before = reader.ProblemCount;
            var profile = ReadRow(reader);
            var id = reader.Text(Id);
            if (reader.ProblemCount == before)
            {
                partners.Add((new NewPartner(id, profile!), row));
            }
        }
        return partners;
    }

    public static string? ColumnOf(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound => ContractColumn,
        StoredRefusal.AlreadyExists or StoredRefusal.IdNotUsable or CellRefusal.SameAsRow => Id,
        PartnerRefusal.FieldMissing field => ColumnOf(field.Field),
        PartnerRefusal.FieldTooLong field => ColumnOf(field.Field),
        PartnerRefusal.TooMany field => ColumnOf(field.Field),
        PartnerRefusal.EmailMalformed => Email,
        PartnerRefusal.AccountNumberMalformed => AccountNumber,
        PartnerRefusal.BusinessNumberMalformed => BusinessNumber,
        PartnerRefusal.BirthdateInFuture => Birthdate,
        _ => null,
    };

    private static string? ColumnOf(string field) => field switch
    {
        "name" => NameColumn,
        "contact.name" => ContactName,
        "contact.email" => Email,
        "contact.phoneNumber" => Phone,
        "account.holder" => Holder,
        "memo" => Memo,
        "tags" => Tags,
        "type.business.companyName" => Company,
        "type.business.representativeName" => Representative,
        "type.business.companyAddress" => Address,
        "type.business.businessType" => BusinessTypeColumn,
        "type.business.businessClass" => BusinessClass,
        _ => null,
    };

    private static PartnerProfile? ReadRow(RowReader reader)
    {
        string[] required = [NameColumn, Type, ContractColumn, BankColumn, AccountNumber, Holder, ContactName, Email];
        foreach (var column in required)
        {
            reader.Required(column);
        }
        var (bank, name, type) = (reader.OneOf(BankColumn, BankNames.Words), reader.OneOf(Type, Types), default(PartnerType?));
        type = name switch
        {
            PartnerTypeName.Business => Business(reader),
            PartnerTypeName.WhtPayer => new PartnerType.WhtPayer(reader.Date(Birthdate)),
            PartnerTypeName.NonWhtPayer => new PartnerType.NonWhtPayer(reader.Date(Birthdate)),
            _ => null,
        };
        if (bank is null || type is null)
        {
            return null;
        }
        // Account numbers are often written with dashes or blanks; the bank counts digits only.
        var number = reader.Raw(AccountNumber).Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return new PartnerProfile(
            reader.Raw(NameColumn),
            new Contact(reader.Raw(ContactName), reader.Text(Phone), reader.Raw(Email)),
            new BankAccount(bank.Value, Domain.Money.Currency.Krw, number, reader.Raw(Holder)),
            ContractId.From(reader.Raw(ContractColumn)),
            reader.Text(Memo),
            reader.Several(Tags),
            type,
            []);
    }

    private static PartnerType.Business? Business(RowReader reader)
    {
        reader.Required(Company);
        reader.Required(Representative);
        var taxation = reader.OneOf(Taxation, Taxations);
        var number = BusinessRegistrationNumber.Parse(reader.Required(BusinessNumber).Replace("-", "", StringComparison.Ordinal));
        if (number.IsRefused)
        {
            if (reader.Has(BusinessNumber))
            {
                reader.Add(BusinessNumber, number.Refusal);
            }
            return null;
        }
        return new PartnerType.Business(
            reader.Raw(Company), taxation ?? TaxationType.Normal, BusinessStatus.NotVerified, number.Value, reader.Raw(Representative), reader.Text(Address), reader.Text(BusinessTypeColumn), reader.Text(BusinessClass));
    }
}
