using Jeongsan.Application.Storage;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Counterparties;

/// <summary>How counterparties' refusals read on the wire.</summary>
internal static class CounterpartyRefusals
{
    public static ApiError Of(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound missing => new B2bCounterpartyNotFoundError { CounterpartyId = missing.Id },
        StoredRefusal.AlreadyExists => new B2bCounterpartyIdAlreadyExistsError(),
        CounterpartyRefusal.IdIsPartners => new B2bCounterpartyIdAlreadyExistsByPartnerError(),
        CounterpartyRefusal.NumberInvalid => new B2bCounterpartyBrnInvalidError(),
        CounterpartyRefusal.IsOwnCompany => new B2bCounterpartySelfOriginBrnMismatchError(),
        CounterpartyRefusal.FieldMissing missing => new B2bCounterpartyMissingRequiredFieldsError { Message = $"counterparty.{missing.Field}: 꼭 있어야 하는 값이에요." },
        CounterpartyRefusal.FieldTooLong tooLong => Field(tooLong.Field, $"{tooLong.LengthMax}자 이하로 적어 주세요."),
        CounterpartyRefusal.EmailMalformed email => Field(email.Field, "이메일 주소를 확인해 주세요."),
        CounterpartyRefusal.TooManyAdditionalContacts => new B2bCounterpartyTooManyAdditionalContactsError(),
        CounterpartyRefusal.NumberUnchangeable => new B2bCounterpartyBrnModificationNotAllowedError(),
        CounterpartyRefusal.PartnerEditsIt => new B2bCounterpartyPartnerNotUpdatableError(),
        CounterpartyRefusal.PartnerDeletesIt => new B2bCounterpartyPartnerNotDeletableError(),
        CounterpartyRefusal.PartnerConnectsIt => new B2bCounterpartyPartnerNotConnectableError(),
        CounterpartyRefusal.OngoingTaxInvoice => new B2bCounterpartyOngoingTaxInvoiceExistsError(),
        CounterpartyRefusal.ConnectionNotInState { Command: NtsConnectionCommand.Disconnect } => new B2bCounterpartyNtsNotConnectedError(),
        CounterpartyRefusal.ConnectionNotInState => new CounterpartyNotConnectableStatusError(),
        _ => Invalid.Of(refusal),
    };

    private static InvalidRequestError Field(string field, string mend) => Invalid.Field($"counterparty.{field}", mend);
}

[ErrorType("COUNTERPARTY_NOT_CONNECTABLE_STATUS", 409, "이미 연동되었거나 연동하고 있는 거래처예요. 상태를 확인해 주세요.")]
internal sealed record CounterpartyNotConnectableStatusError : ApiError;
