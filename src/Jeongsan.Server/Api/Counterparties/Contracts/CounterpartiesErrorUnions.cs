using Jeongsan.Server.Api.Privacy;

namespace Jeongsan.Server.Api.Contracts;

[OneOf(
    typeof(B2bCounterpartyBrnInvalidError),
    typeof(B2bCounterpartyIdAlreadyExistsByPartnerError),
    typeof(B2bCounterpartyIdAlreadyExistsError),
    typeof(B2bCounterpartyMissingRequiredFieldsError),
    typeof(B2bCounterpartyNtsConnectionFailedError),
    typeof(B2bCounterpartyPartnerNotConnectableError),
    typeof(B2bCounterpartySelfOriginBrnMismatchError),
    typeof(B2bCounterpartyTooManyAdditionalContactsError),
    typeof(B2bCounterpartyVerificationBrnMismatchError),
    typeof(B2bCounterpartyVerificationInvalidError),
    typeof(B2bCounterpartyVerificationNotFoundError),
    typeof(B2bCounterpartyVerificationTypeMismatchError),
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError),
    typeof(PartnerNotToldError))]
internal sealed class CreateB2bCounterpartyError;

[OneOf(
    typeof(B2bCounterpartyNotFoundError),
    typeof(B2bCounterpartyOngoingTaxInvoiceExistsError),
    typeof(B2bCounterpartyPartnerNotDeletableError),
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class DeleteB2bCounterpartyError;

[OneOf(
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class GetB2bCounterpartiesError;

[OneOf(
    typeof(B2bCertificateUnregisteredError),
    typeof(B2bCounterpartyNotFoundError),
    typeof(B2bCounterpartyNtsNotConnectedError),
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError),
    typeof(PartnerNotToldError))]
internal sealed class GetB2bCounterpartyCertificateError;

[OneOf(
    typeof(B2bCounterpartyNotFoundError),
    typeof(B2bCounterpartyNtsNotConnectedError),
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError),
    typeof(PartnerNotToldError))]
internal sealed class GetB2bCounterpartyCertificateRegistrationUrlError;

[OneOf(
    typeof(B2bCounterpartyNotFoundError),
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class GetB2bCounterpartyError;

[OneOf(
    typeof(B2bCounterpartyBrnModificationNotAllowedError),
    typeof(B2bCounterpartyMissingRequiredFieldsError),
    typeof(B2bCounterpartyNotFoundError),
    typeof(B2bCounterpartyPartnerNotUpdatableError),
    typeof(B2bCounterpartyTooManyAdditionalContactsError),
    typeof(B2bCounterpartyVerificationBrnMismatchError),
    typeof(B2bCounterpartyVerificationInvalidError),
    typeof(B2bCounterpartyVerificationNotFoundError),
    typeof(B2bCounterpartyVerificationTypeMismatchError),
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError),
    typeof(PartnerNotToldError))]
internal sealed class UpdateB2bCounterpartyError;

[OneOf(
    typeof(B2bCertificateUnregisteredError),
    typeof(B2bCounterpartyNotFoundError),
    typeof(B2bCounterpartyNtsNotConnectedError),
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError),
    typeof(PartnerNotToldError))]
internal sealed class ValidateB2bCounterpartyCertificateError;
