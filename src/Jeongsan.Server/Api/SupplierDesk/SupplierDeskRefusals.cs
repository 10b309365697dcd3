using System.Diagnostics;
using Jeongsan.Application.SupplierDesk;
using Jeongsan.Domain.Foundation;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.SupplierDesk;

/// <summary>How a link's refusals read on the wire.</summary>
internal static class SupplierDeskRefusals
{
    /// <summary>At the door.</summary>
    public static ApiError OfLink(Refusal refusal) => refusal switch
    {
        SupplierDeskRefusal.LinkUnknown => new UnauthorizedError { Message = "없는 링크의 토큰이에요. 메일의 주소에서 마지막 / 뒤를 통째로 보내 주세요." },
        SupplierDeskRefusal.BusinessNumberWrong wrong => new SupplierNumberWrongError { AttemptsLeft = Math.Max(0, wrong.AttemptsLeft) },
        SupplierDeskRefusal.TooManyAttempts many => new SupplierTooManyAttemptsError { RetryAfterSeconds = Math.Max(1, (int)Math.Ceiling(many.Wait.TotalSeconds)) },
        _ => Of(refusal),
    };

    /// <summary>Behind the door.</summary>
    public static ApiError Of(Refusal refusal) => refusal switch
    {
        // The visit proves that the link is there: it leads to the registration of a certificate.
        SupplierDeskRefusal.LinkUnknown => new SupplierTaxInvoiceNotFoundError(),
        SupplierDeskRefusal.LinkReplaced => new SupplierLinkReplacedError(),
        SupplierDeskRefusal.LinkExpired => new SupplierLinkExpiredError(),
        SupplierDeskRefusal.NotWaiting waiting => new SupplierTaxInvoiceNotWaitingError { State = Code.Of(waiting.State).As<SupplierInvoiceStateCode>() },
        SupplierDeskRefusal.NotIssuedYet => new SupplierTaxInvoiceNotIssuedError(),
        SupplierDeskRefusal.SentAlready => new SupplierTaxInvoiceSentError(),
        SupplierDeskRefusal.CertificateMissing => new SupplierCertificateMissingError(),
        SupplierDeskRefusal.CertificateExpired => new SupplierCertificateExpiredError(),
        SupplierDeskRefusal.CertificateOfAnotherCompany => new SupplierCertificateOfAnotherCompanyError(),
        SupplierDeskRefusal.AgencyNotEntrusted => new SupplierAgencyNotEntrustedError(),
        SupplierDeskRefusal.AgencyUnavailable => new SupplierAgencyUnavailableError(),
        _ => throw new UnreachableException($"No API error for {refusal.Reason}"),
    };
}
