// Error types that the reference declares and no caller of this server can meet, and why. Also told in docs/api.md.
const noGateway = "there is no payment gateway behind this installation: payments are known by what the platform tells";
const alwaysOn = "its capabilities are never switched off";

export const unreachable = {
  FORBIDDEN: "an API secret may do everything here but pay out live money, which has a type of its own",
  PLATFORM_NOT_ENABLED: alwaysOn,
  PLATFORM_BTX_NOT_ENABLED: alwaysOn,
  PLATFORM_PAYMENT_NOT_FOUND: noGateway,
  PLATFORM_CANCELLATION_NOT_FOUND: noGateway,
  PLATFORM_CANCELLATION_AND_PAYMENT_TYPE_MISMATCHED: noGateway,
  PLATFORM_SETTLEMENT_PAYMENT_AMOUNT_EXCEEDED_PORT_ONE_PAYMENT: noGateway,
  PLATFORM_SETTLEMENT_SUPPLY_WITH_VAT_AMOUNT_EXCEEDED_PORT_ONE_PAYMENT: noGateway,
  PLATFORM_SETTLEMENT_TAX_FREE_AMOUNT_EXCEEDED_PORT_ONE_PAYMENT: noGateway,
  PLATFORM_SETTLEMENT_CANCEL_AMOUNT_EXCEEDED_PORT_ONE_CANCEL: noGateway,
  PLATFORM_CONTRACT_PLATFORM_FIXED_AMOUNT_FEE_CURRENCY_AND_SETTLEMENT_CURRENCY_MISMATCHED: "a fixed fee has no currency of its own in a request: it is in the order's",
  PLATFORM_ADDITIONAL_FIXED_AMOUNT_FEE_CURRENCY_AND_SETTLEMENT_CURRENCY_MISMATCHED: "a fixed fee has no currency of its own in a request: it is in the order's",
  B2B_NOT_ENABLED: "the sample platform has its own company; a platform without one meets it (the walk of two tenants does)",
  B2B_ID_ALREADY_EXISTS: "no request gives an invoice an id",
  B2B_MODIFICATION_NOT_PROVIDED: "an amendment is one because its modification was given",
  B2B_TAX_INVOICE_NO_SUPPLIER_DOCUMENT_KEY: "every invoice has a supplier's document number: the caller's or ours",
  B2B_COUNTERPARTY_NTS_CONNECTION_FAILED: "making a counterparty doesn't connect it; how connecting ended is its state",
  B2B_COUNTERPARTY_VERIFICATION_INVALID: "a look-up is valid for 24 hours of real time, longer than any test runs",
};
