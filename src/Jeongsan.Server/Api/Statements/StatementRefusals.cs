using Jeongsan.Application.Statements;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Statements;
using Jeongsan.Server.Api.Companies;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Operations;

namespace Jeongsan.Server.Api.Statements;

/// <summary>How refusals about settlement statements read on the wire.</summary>
internal static class StatementRefusals
{
    public static ApiError Of(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound { Subject: "Payout" } payout => new PayoutNotFoundError { PayoutId = payout.Id },
        StoredRefusal.NotFound { Subject: "BulkPayout" } => new BulkPayoutNotFoundError(),
        StoredRefusal.NotFound { Subject: SendStatement.Subject } => new SettlementStatementNotFoundError(),
        StoredRefusal.NotFound => new SettlementStatementTemplateNotFoundError(),
        StoredRefusal.AlreadyExists => new SettlementStatementTemplateIdAlreadyExistsError(),
        StatementRefusal.FieldMissing missing => Invalid.Field(missing.Field, "꼭 있어야 하는 값이에요."),
        StatementRefusal.FieldTooLong tooLong => Invalid.Field(tooLong.Field, $"{tooLong.LengthMax}자 이하로 적어 주세요."),
        StatementRefusal.NameTaken => new SettlementStatementTemplateNameTakenError(),
        StatementRefusal.TooManyTemplates => new TooManySettlementStatementTemplatesError(),
        StatementRefusal.DefaultNeeded => new SettlementStatementTemplateIsDefaultError(),
        StatementRefusal.NothingToSend => Invalid.Request("payoutIds와 bulkPayoutId 가운데 하나는 적어 주세요."),
        StatementRefusal.CompanyMissing => new OwnCompanyNotSetUpError { Message = StatementWords.Of(refusal) },
        StatementRefusal.PayoutNotSendable payout => new PayoutNotInStateError { Message = StatementWords.Of(refusal), PayoutStatus = Code.Of(payout.Status).As<PlatformPayoutStatus>() },
        StatementRefusal.AlreadySent sent => new SettlementStatementAlreadySentError { SettlementStatementId = sent.Sending.Value },
        StatementRefusal.NotNewest newest => new SettlementStatementReplacedError { SettlementStatementId = newest.Newest.Value },
        StatementRefusal.AddressMissing => new PartnerEmailMissingError(),
        StatementRefusal.NotInState => new SettlementStatementBeingSentError(),
        _ => Invalid.Of(refusal),
    };
}
