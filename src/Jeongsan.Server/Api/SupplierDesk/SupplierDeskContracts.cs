using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.SupplierDesk;

internal enum SupplierLinkKindCode
{
    Approval,
    Certificate,
}

internal enum SupplierInvoiceStateCode
{
    Waiting,
    Issuing,
    Issued,
    Refused,
    Cancelled,
}

internal sealed record SupplierPlatformView
{
    public required string Name { get; init; }

    public required string ContactEmail { get; init; }

    public string? ContactPhone { get; init; }
}

/// <summary>What a link is about, before the business number: nothing that only the supplier may see.</summary>
internal sealed record GetSupplierLinkResponse
{
    public required SupplierLinkKindCode Kind { get; init; }

    public required SupplierPlatformView Platform { get; init; }

    public required string SupplierName { get; init; }

    /// <summary>The last day on which the link opens.</summary>
    public required DateOnly LinkExpires { get; init; }

    /// <summary>APPROVAL: what it is for, such as 10월 정산.</summary>
    public string? Subject { get; init; }

    public SupplierInvoiceStateCode? State { get; init; }

    public long? TotalAmount { get; init; }

    /// <summary>The last day on which approval is in time.</summary>
    public DateOnly? Deadline { get; init; }
}

internal sealed record BeginSupplierVisitBody
{
    /// <summary>Of the supplier, with or without hyphens.</summary>
    public required string BusinessRegistrationNumber { get; init; }
}

internal sealed record BeginSupplierVisitResponse
{
    /// <summary>For the other operations, as a Bearer.</summary>
    public required string AccessToken { get; init; }

    public required int ExpiresInSeconds { get; init; }
}

internal sealed record SupplierPartyView
{
    public required string BusinessRegistrationNumber { get; init; }

    public string? TaxRegistrationId { get; init; }

    public required string Name { get; init; }

    public required string RepresentativeName { get; init; }

    public string? Address { get; init; }

    public string? BusinessType { get; init; }

    public string? BusinessClass { get; init; }

    public string? Email { get; init; }
}

internal sealed record SupplierInvoiceLineView
{
    public required DateOnly Date { get; init; }

    public required string Name { get; init; }

    public string? Specification { get; init; }

    public string? Quantity { get; init; }

    public string? UnitPrice { get; init; }

    public required long SupplyAmount { get; init; }

    public required long TaxAmount { get; init; }

    public string? Remark { get; init; }
}

internal sealed record SupplierSettlementView
{
    public required string Label { get; init; }

    public required DateOnly Date { get; init; }

    public required long Amount { get; init; }
}

internal sealed record SupplierTaxInvoiceResponse
{
    public required SupplierInvoiceStateCode State { get; init; }

    public required string Subject { get; init; }

    public required DateOnly WriteDate { get; init; }

    public required long SupplyAmount { get; init; }

    public required long TaxAmount { get; init; }

    public required long TotalAmount { get; init; }

    /// <summary>계산서.</summary>
    public required bool IsTaxFree { get; init; }

    /// <summary>영수; else 청구.</summary>
    public required bool IsReceipt { get; init; }

    public required SupplierPartyView Supplier { get; init; }

    public required SupplierPartyView Recipient { get; init; }

    public required IReadOnlyList<SupplierInvoiceLineView> Lines { get; init; }

    public string? Remark { get; init; }

    public required DateOnly Deadline { get; init; }

    /// <summary>Of a 수정세금계산서: what it amends and why, in Korean.</summary>
    public string? Amendment { get; init; }

    /// <summary>What it waits for after the approval, in Korean.</summary>
    public string? WaitsFor { get; init; }

    public string? ApprovalNumber { get; init; }

    /// <summary>On which it goes to the NTS at 15:00, or went.</summary>
    public DateOnly? TransmissionDate { get; init; }

    public required bool IsSentToNts { get; init; }

    public string? RefusalReason { get; init; }

    /// <summary>Why the last approval did not lead to an issue, in Korean.</summary>
    public string? LastProblem { get; init; }

    /// <summary>What it is made of.</summary>
    public required IReadOnlyList<SupplierSettlementView> Settlements { get; init; }

    /// <summary>Other invoices of this supplier that wait; each has a mail and a link of its own.</summary>
    public required int OtherWaitingCount { get; init; }
}

internal sealed record SupplierReasonBody
{
    /// <summary>1 to 200 characters, for the platform to read.</summary>
    public required string Reason { get; init; }
}

internal sealed record GetSupplierCertificateResponse
{
    /// <summary>One that can sign now.</summary>
    public required bool IsRegistered { get; init; }

    public DateOnly? Expires { get; init; }

    /// <summary>The ASP's own page. It opens for half a minute, and leads back to the page of the link.</summary>
    public required string RegistrationUrl { get; init; }
}

internal enum SupplierEventByCode
{
    Supplier,
    Platform,
    System,
}

internal sealed record SupplierTaxInvoiceEvent
{
    public required DateTimeOffset At { get; init; }

    /// <summary>In Korean.</summary>
    public required string What { get; init; }

    public required SupplierEventByCode By { get; init; }
}

internal sealed record GetSupplierTaxInvoiceHistoryResponse
{
    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<SupplierTaxInvoiceEvent> Items { get; init; }
}

[ErrorType("SUPPLIER_LINK_REPLACED", 410, "더 새로운 메일이 있어 이 링크는 닫혔어요. 가장 최근에 받은 메일의 링크를 써 주세요.")]
internal sealed record SupplierLinkReplacedError : ApiError;

[ErrorType("SUPPLIER_LINK_EXPIRED", 410, "링크의 기한이 지났어요. 플랫폼에 메일을 다시 보내 달라고 해 주세요.")]
internal sealed record SupplierLinkExpiredError : ApiError;

[ErrorType("SUPPLIER_NUMBER_WRONG", 403, "링크를 받은 사업자의 번호와 달라요. 사업자등록증과 비교해 주세요.")]
internal sealed record SupplierNumberWrongError : ApiError
{
    /// <summary>Before attempts are slowed down.</summary>
    public required int AttemptsLeft { get; init; }
}

[ErrorType("SUPPLIER_TOO_MANY_ATTEMPTS", 429, "사업자등록번호가 여러 번 달라서 잠시 멈췄어요. 기다린 뒤 다시 해 주세요.")]
internal sealed record SupplierTooManyAttemptsError : ApiError
{
    public required int RetryAfterSeconds { get; init; }
}

[ErrorType("SUPPLIER_TAX_INVOICE_NOT_FOUND", 404, "인증서를 등록하는 링크라서 세금계산서가 없어요. 승인 요청 메일의 링크를 써 주세요.")]
internal sealed record SupplierTaxInvoiceNotFoundError : ApiError;

[ErrorType("SUPPLIER_TAX_INVOICE_NOT_WAITING", 409, "승인을 기다리는 세금계산서가 아니에요. 지금 상태를 확인해 주세요.")]
internal sealed record SupplierTaxInvoiceNotWaitingError : ApiError
{
    public required SupplierInvoiceStateCode State { get; init; }
}

[ErrorType("SUPPLIER_TAX_INVOICE_NOT_ISSUED", 409, "아직 발행되지 않은 세금계산서예요. 발행된 뒤 다시 해 주세요.")]
internal sealed record SupplierTaxInvoiceNotIssuedError : ApiError;

[ErrorType("SUPPLIER_TAX_INVOICE_SENT", 409, "국세청 전송이 시작되어 취소할 수 없어요. 플랫폼에 수정세금계산서를 요청해 주세요.")]
internal sealed record SupplierTaxInvoiceSentError : ApiError;

[ErrorType("SUPPLIER_CERTIFICATE_MISSING", 409, "등록된 공동인증서가 없어요. 인증서를 등록한 뒤 다시 승인해 주세요.")]
internal sealed record SupplierCertificateMissingError : ApiError;

[ErrorType("SUPPLIER_CERTIFICATE_EXPIRED", 409, "등록된 공동인증서의 유효기간이 끝났어요. 갱신한 인증서를 등록한 뒤 다시 승인해 주세요.")]
internal sealed record SupplierCertificateExpiredError : ApiError;

[ErrorType("SUPPLIER_CERTIFICATE_OF_ANOTHER_COMPANY", 409, "다른 사업자의 공동인증서가 등록되어 있어요. 이 사업자의 인증서를 등록한 뒤 다시 승인해 주세요.")]
internal sealed record SupplierCertificateOfAnotherCompanyError : ApiError;

[ErrorType("SUPPLIER_AGENCY_NOT_ENTRUSTED", 503, "플랫폼이 전자세금계산서 서비스 이용을 멈춘 상태라 정보를 보내지 않았어요. 플랫폼에 알려 주세요.")]
internal sealed record SupplierAgencyNotEntrustedError : ApiError;

[ErrorType("SUPPLIER_AGENCY_UNAVAILABLE", 503, "전자세금계산서 서비스가 응답하지 않아요. 잃은 것은 없으니 몇 분 뒤 다시 해 주세요.")]
internal sealed record SupplierAgencyUnavailableError : ApiError;

[OneOf(typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(SupplierLinkReplacedError), typeof(SupplierLinkExpiredError), typeof(SupplierNumberWrongError), typeof(SupplierTooManyAttemptsError))]
internal sealed class SupplierLinkError;

[OneOf(typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(SupplierLinkReplacedError), typeof(SupplierLinkExpiredError), typeof(SupplierTaxInvoiceNotFoundError),
    typeof(SupplierTaxInvoiceNotWaitingError), typeof(SupplierTaxInvoiceNotIssuedError), typeof(SupplierTaxInvoiceSentError), typeof(SupplierCertificateMissingError),
    typeof(SupplierCertificateExpiredError), typeof(SupplierCertificateOfAnotherCompanyError), typeof(SupplierAgencyNotEntrustedError), typeof(SupplierAgencyUnavailableError))]
internal sealed class SupplierTaxInvoiceError;
