namespace Jeongsan.Server.Api.Contracts;

[ErrorType("B2B_CERTIFICATE_UNREGISTERED", 404, "")]
internal sealed record B2bCertificateUnregisteredError : ApiError;

[ErrorType("B2B_COUNTERPARTY_BRN_INVALID", 400, "")]
internal sealed record B2bCounterpartyBrnInvalidError : ApiError;

[ErrorType("B2B_COUNTERPARTY_BRN_MODIFICATION_NOT_ALLOWED", 400, "")]
internal sealed record B2bCounterpartyBrnModificationNotAllowedError : ApiError;

[ErrorType("B2B_COUNTERPARTY_ID_ALREADY_EXISTS_BY_PARTNER", 409, "")]
internal sealed record B2bCounterpartyIdAlreadyExistsByPartnerError : ApiError;

[ErrorType("B2B_COUNTERPARTY_ID_ALREADY_EXISTS", 409, "")]
internal sealed record B2bCounterpartyIdAlreadyExistsError : ApiError;

[ErrorType("B2B_COUNTERPARTY_MISSING_REQUIRED_FIELDS", 400, "")]
internal sealed record B2bCounterpartyMissingRequiredFieldsError : ApiError;

[ErrorType("B2B_COUNTERPARTY_NOT_FOUND", 404, "")]
internal sealed record B2bCounterpartyNotFoundError : ApiError
{
    public string? CounterpartyId { get; init; }
}

[ErrorType("B2B_COUNTERPARTY_NTS_CONNECTION_FAILED", 502, "")]
internal sealed record B2bCounterpartyNtsConnectionFailedError : ApiError;

[ErrorType("B2B_COUNTERPARTY_NTS_NOT_CONNECTED", 400, "")]
internal sealed record B2bCounterpartyNtsNotConnectedError : ApiError
{
    public string? Brn { get; init; }

    public string? CounterpartyId { get; init; }
}

[ErrorType("B2B_COUNTERPARTY_ONGOING_TAX_INVOICE_EXISTS", 409, "")]
internal sealed record B2bCounterpartyOngoingTaxInvoiceExistsError : ApiError;

[ErrorType("B2B_COUNTERPARTY_PARTNER_NOT_CONNECTABLE", 403, "")]
internal sealed record B2bCounterpartyPartnerNotConnectableError : ApiError;

[ErrorType("B2B_COUNTERPARTY_PARTNER_NOT_DELETABLE", 403, "")]
internal sealed record B2bCounterpartyPartnerNotDeletableError : ApiError;

[ErrorType("B2B_COUNTERPARTY_PARTNER_NOT_UPDATABLE", 403, "")]
internal sealed record B2bCounterpartyPartnerNotUpdatableError : ApiError;

[ErrorType("B2B_COUNTERPARTY_SELF_ORIGIN_BRN_MISMATCH", 400, "")]
internal sealed record B2bCounterpartySelfOriginBrnMismatchError : ApiError;

[ErrorType("B2B_COUNTERPARTY_TOO_MANY_ADDITIONAL_CONTACTS", 400, "")]
internal sealed record B2bCounterpartyTooManyAdditionalContactsError : ApiError;

[ErrorType("B2B_COUNTERPARTY_VERIFICATION_BRN_MISMATCH", 400, "")]
internal sealed record B2bCounterpartyVerificationBrnMismatchError : ApiError;

[ErrorType("B2B_COUNTERPARTY_VERIFICATION_INVALID", 400, "")]
internal sealed record B2bCounterpartyVerificationInvalidError : ApiError;

[ErrorType("B2B_COUNTERPARTY_VERIFICATION_NOT_FOUND", 404, "")]
internal sealed record B2bCounterpartyVerificationNotFoundError : ApiError;

[ErrorType("B2B_COUNTERPARTY_VERIFICATION_TYPE_MISMATCH", 400, "")]
internal sealed record B2bCounterpartyVerificationTypeMismatchError : ApiError;
