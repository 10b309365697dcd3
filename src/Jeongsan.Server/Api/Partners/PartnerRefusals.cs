using Jeongsan.Application.Partners;
using Jeongsan.Application.Storage;
using Jeongsan.Application.UserDefinedProperties;
using Jeongsan.Application.Verifications;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Partners;

/// <summary>How partners' refusals read on the wire.</summary>
internal static class PartnerRefusals
{
    public const string NothingScheduled = "예약된 수정이 없어요. 수정을 먼저 예약해 주세요.";

    public static ApiError OfEdit(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound { Subject: "Contract" } => new PlatformContractNotFoundError(),
        StoredRefusal.NotFound => new PlatformPartnerNotFoundError(),
        StoredRefusal.AlreadyExists => new PlatformPartnerIdAlreadyExistsError(),
        PartnerRefusal.TypeIncomplete => new PlatformInsufficientDataToChangePartnerTypeError(),
        PartnerRefusal.Archived => new PlatformArchivedPartnerError(),
        PartnerRefusal.Erased => Invalid.Field("id", "개인정보를 파기한 파트너예요. 다시 거래한다면 새 파트너로 등록해 주세요."),
        PartnerRefusal.ConnectedBusinessNumberUnchangeable => new PlatformMemberCompanyConnectedPartnerBrnUnchangeableError(),
        PartnerRefusal.ConnectedTypeUnchangeable => new PlatformMemberCompanyConnectedPartnerTypeUnchangeableError(),
        PartnerRefusal.ArchivedWhileScheduled => new PlatformCannotArchiveScheduledPartnerError(),
        PartnerRefusal.ScheduledAlready => new PlatformPartnerScheduleAlreadyExistsError(),
        PartnerRefusal.NotScheduled => new PlatformPartnerNotFoundError { Message = NothingScheduled },
        PartnerRefusal.ConnectedCannotBeScheduled => new PlatformMemberCompanyConnectedPartnerCannotBeScheduledError(),
        PartnerRefusal.PendingConnection => new PlatformPartnerPendingNtsOperationError(),
        PartnerRefusal.OngoingTaxInvoice => new PlatformCounterpartyOngoingTaxInvoiceExistsError(),
        _ => OfData(refusal),
    };

    /// <summary>Changes of a partner that is there.</summary>
    public static ApiError OfChange(Refusal refusal) => refusal is CurrencyNotSettled
        ? Invalid.Field("account.currency", "정산할 수 없는 통화예요. KRW, USD, JPY, EUR, CNY, TWD, AUD, THB, HKD 가운데 골라 주세요.")
        : OfEdit(refusal);

    /// <summary>Where an operation has no type of its own for a case.</summary>
    public static ApiError WithoutOwnType(ApiError error) => error is InvalidRequestError ? error : Invalid.Request(error.Message);

    /// <summary>Replacing a schedule says less exactly what a connection keeps.</summary>
    public static ApiError OfReplacedSchedule(Refusal refusal) => refusal switch
    {
        PartnerRefusal.ConnectedBusinessNumberUnchangeable or PartnerRefusal.ConnectedTypeUnchangeable => new PlatformMemberCompanyConnectedPartnerCannotBeScheduledError(),
        PartnerRefusal.TypeIncomplete => OfManySchedules(refusal),
        PropertyRefusal.NotDefined or VerificationRefusal => WithoutOwnType(OfEdit(refusal)),
        _ => OfChange(refusal),
    };

    public static ApiError OfManySchedules(Refusal refusal) => refusal switch
    {
        ScheduleManyRefusal.ArchivedAmong => new PlatformArchivedPartnersCannotBeScheduledError(),
        ScheduleManyRefusal.ScheduledAmong scheduled => new PlatformPartnerSchedulesAlreadyExistError
        {
            Ids = [.. scheduled.Ids.Select(id => id.Value)],
            GraphqlIds = [.. scheduled.Ids.Select(id => GraphqlId.Of("PlatformPartner", id.Value))],
        },
        ScheduleManyRefusal.ConnectedAmong connected => new PlatformMemberCompanyConnectedPartnersCannotBeScheduledError
        {
            Ids = [.. connected.Ids.Select(id => id.Value)],
            GraphqlIds = [.. connected.Ids.Select(id => GraphqlId.Of("PlatformPartner", id.Value))],
        },
        PartnerRefusal.TypeIncomplete => Invalid.Field("update.type", "파트너 유형을 바꾸려면 그 유형에 필요한 정보를 모두 보내 주세요."),
        _ => OfChange(refusal),
    };

    /// <summary>Batches name the ids that stood in the way.</summary>
    public static ApiError OfBatch(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound { Subject: "Contract" } contract => new PlatformContractsNotFoundError
        {
            Ids = [contract.Id],
            GraphqlIds = [GraphqlId.Of("PlatformContract", contract.Id)],
        },
        StoredRefusal.AlreadyExists partner => new PlatformPartnerIdsAlreadyExistError
        {
            Ids = [partner.Id],
            GraphqlIds = [GraphqlId.Of("PlatformPartner", partner.Id)],
        },
        VerificationRefusal => WithoutOwnType(OfData(refusal)),
        _ => OfData(refusal),
    };

    /// <param name="byCounterpartyName">The same act has two names in the reference, with different errors.</param>
    public static ApiError OfConnection(Refusal refusal, bool byCounterpartyName) => refusal switch
    {
        StoredRefusal.NotFound => new PlatformPartnerNotFoundError(),
        PartnerRefusal.NotABusiness => new PlatformPartnerTypeIsNotBusinessError(),
        PartnerRefusal.SimpleTaxation => new PlatformPartnerTaxationTypeIsSimpleError(),
        PartnerRefusal.ScheduleExists => new PlatformPartnerScheduleExistsError(),
        PartnerRefusal.OngoingTaxInvoice => new PlatformOngoingTaxInvoiceExistsError(),
        PartnerRefusal.ArchivedCannotConnect when byCounterpartyName => new PlatformArchivedPartnerNtsNotAllowedError(),
        PartnerRefusal.ArchivedCannotConnect => Invalid.Field("id", "보관된 파트너예요. 복원한 뒤 연동해 주세요."),
        PartnerRefusal.NotConnected when byCounterpartyName => new PlatformCounterpartyNotConnectedError(),
        PartnerRefusal.NotConnected => new PlatformMemberCompanyNotConnectedError(),
        PartnerRefusal.ConnectionNotInState when byCounterpartyName => new PlatformCounterpartyNotConnectableStatusError(),
        PartnerRefusal.ConnectionNotInState => new PlatformMemberCompanyNotConnectableStatusError(),
        _ => Invalid.Of(refusal),
    };

    private static ApiError OfData(Refusal refusal) => refusal switch
    {
        PartnerRefusal.FieldMissing missing => Invalid.Field(missing.Field, "꼭 있어야 하는 값이에요."),
        PartnerRefusal.FieldTooLong tooLong => Invalid.Field(tooLong.Field, $"{tooLong.LengthMax}자 이하로 적어 주세요."),
        PartnerRefusal.TooMany tooMany => Invalid.Field(tooMany.Field, $"{tooMany.CountMax}개까지 적을 수 있어요."),
        PartnerRefusal.EmailMalformed => Invalid.Field("contact.email", "이메일 주소 형식으로 적어 주세요."),
        PartnerRefusal.AccountNumberMalformed number => Invalid.Field("account.number", $"숫자 {number.LengthMin}~{number.LengthMax}자리로 적어 주세요."),
        PartnerRefusal.BusinessNumberMalformed => Invalid.Field("type.business.businessRegistrationNumber", "사업자등록번호 10자리를 적어 주세요."),
        PartnerRefusal.ScheduleNotInFuture => Invalid.Field("appliedAt", "지금보다 뒤의 시각이어야 해요."),
        PropertyRefusal.NotDefined => new PlatformUserDefinedPropertyNotFoundError(),
        VerificationRefusal.AccountAlreadyUsed => new PlatformAccountVerificationAlreadyUsedError(),
        VerificationRefusal.CompanyAlreadyUsed => new PlatformCompanyVerificationAlreadyUsedError(),
        CurrencyNotSettled => new PlatformCurrencyNotSupportedError(),
        PartnerRefusal.BirthdateInFuture => Invalid.Field("type.birthdate", "오늘 또는 그 전의 날짜를 적어 주세요."),
        _ => Invalid.Of(refusal),
    };
}
