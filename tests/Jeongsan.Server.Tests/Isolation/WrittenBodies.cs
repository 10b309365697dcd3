using System.Text.Json;
using System.Text.Json.Nodes;

namespace Jeongsan.Server.Tests.Isolation;

/// <summary>Bodies of requests that a schema alone can't say: of several members one must be given, or amounts must tie.</summary>
internal static class WrittenBodies
{
    private const string OtherContract = "others-contract";

    /// <summary>Parts of addresses that are no ids of anything.</summary>
    public static void AddTo(KnownIds known)
    {
        known.Add("/platform/holidays/date", "2026-12-24");
        // Each tenant counts its own.
        known.Add("/platform/audit/proofs/number", "2");
        known.Add("/platform/user-defined-properties/scope", "PARTNER");
        known.Add("/platform/user-defined-properties/PARTNER/key", "others-property");
    }

    /// <summary>Null where the schema says it well enough. Things are made under ids of the asker's own, and name the known ones wherever they name a thing.</summary>
    public static JsonNode? For(ApiOperation operation, KnownIds known) => Of(operation.ToString(), known) is { } body ? JsonSerializer.SerializeToNode(body) : null;

    private static object? Of(string operation, KnownIds known) => operation switch
    {
        "POST /platform/contracts" => Contract,
        "POST /platform/additional-fee-policies" => new { id = "others-fee", name = "수수료", fee = new { fixedRate = 5_000 }, vatPayer = "PARTNER" },
        "POST /platform/receivables/{partnerId}/ask-back" => new { amount = 1, dueOn = "2026-12-31", account = new { bank = "SHINHAN", number = "110-000-000000", holder = "플랫폼" } },
        "POST /platform/payee-checks" => new { partnerIds = new[] { known.ForName("partnerId") } },
        "PUT /platform/deadline-reminders" => new { isOn = true },
        "PUT /platform/holidays/{date}" => new { isHoliday = true, name = "임시공휴일" },
        "PUT /platform/user-defined-properties/{scope}/{key}" => new { name = "등급" },
        "POST /platform/privacy/told-in-terms" => new { document = "약관 제1조", documentDate = "2026-01-01" },
        "POST /platform/privacy/access-reviews" => new { month = "2026-01", findings = "확인함" },
        "POST /platform/privacy/requests" => new { partnerId = known.ForName("partnerId"), kind = "ACCESS", channel = "MAIL", receivedOn = "2026-01-05", asked = "보여 주세요" },
        "POST /platform/privacy/incidents" or "PATCH /platform/privacy/incidents/{id}" => new { knownAt = "2026-01-05T00:00:00Z", what = "사고", certainty = "LIKELY", items = new[] { "CONTACT" } },
        "POST /platform/privacy/incidents/{id}/find-affected" or "POST /platform/privacy/incidents/{id}/confirm-affected" => new { partnerIds = new[] { known.ForName("partnerId") } },
        "POST /platform/privacy/processors/{id}/evidence" => new { kind = "SUPERVISION", on = "2026-01-05", words = "점검" },
        "POST /platform/privacy/policy" => new { officer = "개인정보 보호팀" },
        "POST /platform/privacy/erasures" => new { partnerId = known.ForName("partnerId"), reason = "거래 종료" },
        "POST /platform/privacy/erasures/{id}/locked-store" => new { reason = "세무조사" },
        "POST /platform/privacy/incidents/{id}/report" => new { reportedAt = "2026-01-05T00:00:00Z", receiptNumber = "2026-1" },
        "POST /platform/partners" => Person("others-partner", known.ForName("contractId")),
        "POST /platform/partners/batch" => new { partners = new[] { Person("others-partner-1", OtherContract), Person("others-partner-2", OtherContract) } },
        "POST /platform/bulk-payouts/{id}/take-out" or "POST /platform/bulk-payouts/{id}/put-back" => new { partnerIds = new[] { known.ForName("partnerId") } },
        "POST /platform/bulk-tax-invoices/from-payouts" => new { bulkPayoutId = known.ForName("bulkPayoutId") },
        "POST /platform/tax-invoices/{taxInvoiceId}/amend" => new { cause = "ISSUED_TWICE" },
        "POST /b2b/tax-invoices/draft" => new { taxInvoice = Invoice(known, new { brn = "6050500057" }) },
        "PUT /b2b/tax-invoices/draft" => new { taxInvoiceKey = known.ForName("taxInvoiceId"), taxInvoice = Invoice(known, new { brn = "6050500057" }) },
        "POST /b2b/tax-invoices/request-reverse-issuance" => new { taxInvoice = Invoice(known, new { brn = "6050500057" }) },
        _ => null,
    };

    private static object Contract => new
    {
        id = OtherContract,
        name = "계약",
        platformFee = new { fixedRate = 10_000 },
        platformFeeVatPayer = "PARTNER",
        subtractPaymentVatAmount = false,
        settlementCycle = new { lagDays = 1, datePolicy = "CALENDAR_DAY", method = new { daily = new { } } },
    };

    private static object Person(string id, string contract) => new
    {
        id,
        name = id,
        contact = new { name = "김정산", email = "other@tenant.example", phoneNumber = "010-0000-0000" },
        account = new { bank = "SHINHAN", currency = "KRW", number = "110000009999", holder = "김정산" },
        defaultContractId = contract,
        tags = Array.Empty<string>(),
        type = new { nonWhtPayer = new { } },
    };

    private static object Invoice(KnownIds known, object recipient) => new
    {
        taxationType = "TAXABLE",
        writeDate = "2026-11-30",
        purposeType = "RECEIPT",
        totalSupplyAmount = 10_000,
        totalTaxAmount = 1_000,
        totalAmount = 11_000,
        supplier = new { brn = known.ForName("businessRegistrationNumber") },
        recipient,
    };
}
