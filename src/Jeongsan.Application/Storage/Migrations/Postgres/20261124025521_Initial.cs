using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "additional_fee_policies",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    memo = table.Column<string>(type: "text", nullable: true),
                    fee = table.Column<string>(type: "text", nullable: false),
                    vat_payer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_archived = table.Column<bool>(type: "boolean", nullable: false),
                    applied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_additional_fee_policies", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "api_secrets",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_secrets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bulk_payouts",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    creator_id = table.Column<string>(type: "text", nullable: false),
                    method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status_updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deduct_wht = table.Column<bool>(type: "boolean", nullable: false),
                    settlement_amount_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    payment_date = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    total_payout_amount = table.Column<long>(type: "bigint", nullable: false),
                    total_settlement_amount = table.Column<long>(type: "bigint", nullable: false),
                    payout_count = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bulk_payouts", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "bulk_tax_invoices",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    creator_id = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bulk_tax_invoices", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "contracts",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    memo = table.Column<string>(type: "text", nullable: true),
                    platform_fee = table.Column<string>(type: "text", nullable: false),
                    platform_fee_vat_payer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subtract_payment_vat_amount = table.Column<bool>(type: "boolean", nullable: false),
                    settlement_cycle = table.Column<string>(type: "text", nullable: false),
                    is_archived = table.Column<bool>(type: "boolean", nullable: false),
                    applied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contracts", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "discount_share_policies",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    memo = table.Column<string>(type: "text", nullable: true),
                    partner_share_rate = table.Column<int>(type: "integer", nullable: false),
                    is_archived = table.Column<bool>(type: "boolean", nullable: false),
                    applied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_discount_share_policies", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "history",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    from_state = table.Column<string>(type: "text", nullable: true),
                    to_state = table.Column<string>(type: "text", nullable: true),
                    why = table.Column<string>(type: "text", nullable: true),
                    actor_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_history", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotency_keys", x => new { x.merchant_id, x.mode, x.key });
                });

            migrationBuilder.CreateTable(
                name: "mailbox",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    from_name = table.Column<string>(type: "text", nullable: false),
                    reply_to = table.Column<string>(type: "text", nullable: false),
                    to = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    html = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mailbox", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "merchants",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_merchants", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    aggregate = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lease_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lease_owner = table.Column<string>(type: "text", nullable: true),
                    last_problem = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    trace_parent = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "own_companies",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    business_number = table.Column<string>(type: "text", nullable: false),
                    company_name = table.Column<string>(type: "text", nullable: false),
                    representative_name = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    business_type = table.Column<string>(type: "text", nullable: false),
                    business_class = table.Column<string>(type: "text", nullable: false),
                    contact_name = table.Column<string>(type: "text", nullable: false),
                    contact_email = table.Column<string>(type: "text", nullable: false),
                    contact_phone = table.Column<string>(type: "text", nullable: false),
                    connected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    connect_failed_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_own_companies", x => new { x.merchant_id, x.mode });
                });

            migrationBuilder.CreateTable(
                name: "partner_settlements",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status_updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    memo = table.Column<string>(type: "text", nullable: true),
                    partner_id = table.Column<string>(type: "text", nullable: false),
                    partner = table.Column<string>(type: "text", nullable: false),
                    contract_id = table.Column<string>(type: "text", nullable: true),
                    contract = table.Column<string>(type: "text", nullable: true),
                    settlement_date = table.Column<DateOnly>(type: "date", nullable: false),
                    settlement_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    start_date_from = table.Column<DateOnly>(type: "date", nullable: true),
                    start_date_until = table.Column<DateOnly>(type: "date", nullable: true),
                    formula_results = table.Column<string>(type: "text", nullable: false),
                    signed_settlement = table.Column<long>(type: "bigint", nullable: false),
                    signed_settlement_tax_free = table.Column<long>(type: "bigint", nullable: false),
                    transfer_count = table.Column<int>(type: "integer", nullable: false),
                    only_transfer_id = table.Column<string>(type: "text", nullable: true),
                    bulk_payout_id = table.Column<string>(type: "text", nullable: true),
                    payout_id = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    amounts_additional_fee = table.Column<long>(type: "bigint", nullable: false),
                    amounts_additional_fee_vat = table.Column<long>(type: "bigint", nullable: false),
                    amounts_discount = table.Column<long>(type: "bigint", nullable: false),
                    amounts_discount_share = table.Column<long>(type: "bigint", nullable: false),
                    amounts_discount_share_tax_free = table.Column<long>(type: "bigint", nullable: false),
                    amounts_discount_tax_free = table.Column<long>(type: "bigint", nullable: false),
                    amounts_order = table.Column<long>(type: "bigint", nullable: false),
                    amounts_order_tax_free = table.Column<long>(type: "bigint", nullable: false),
                    amounts_payment = table.Column<long>(type: "bigint", nullable: false),
                    amounts_payment_supply = table.Column<long>(type: "bigint", nullable: false),
                    amounts_payment_tax_free = table.Column<long>(type: "bigint", nullable: false),
                    amounts_payment_vat = table.Column<long>(type: "bigint", nullable: false),
                    amounts_payment_vat_burden = table.Column<long>(type: "bigint", nullable: false),
                    amounts_platform_fee = table.Column<long>(type: "bigint", nullable: false),
                    amounts_platform_fee_vat = table.Column<long>(type: "bigint", nullable: false),
                    amounts_settlement = table.Column<long>(type: "bigint", nullable: false),
                    amounts_settlement_tax_free = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partner_settlements", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "partners",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    contact = table.Column<string>(type: "text", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    default_contract_id = table.Column<string>(type: "text", nullable: false),
                    memo = table.Column<string>(type: "text", nullable: true),
                    tags = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    type_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    business_registration_number = table.Column<string>(type: "text", nullable: true),
                    properties = table.Column<string>(type: "text", nullable: false),
                    nts_connection = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    nts_connection_failed_reason = table.Column<string>(type: "text", nullable: true),
                    is_archived = table.Column<bool>(type: "boolean", nullable: false),
                    applied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "payouts",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    bulk_payout_id = table.Column<string>(type: "text", nullable: false),
                    index = table.Column<int>(type: "integer", nullable: false),
                    method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status_updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    scheduled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paid_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fail_reason = table.Column<string>(type: "text", nullable: true),
                    memo = table.Column<string>(type: "text", nullable: true),
                    partner_id = table.Column<string>(type: "text", nullable: false),
                    partner = table.Column<string>(type: "text", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    settlement_amount = table.Column<long>(type: "bigint", nullable: false),
                    settlement_tax_free_amount = table.Column<long>(type: "bigint", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    supply_amount = table.Column<long>(type: "bigint", nullable: false),
                    tax_free_amount = table.Column<long>(type: "bigint", nullable: false),
                    vat_amount = table.Column<long>(type: "bigint", nullable: false),
                    income_tax_amount = table.Column<long>(type: "bigint", nullable: false),
                    local_income_tax_amount = table.Column<long>(type: "bigint", nullable: false),
                    deduct_wht = table.Column<bool>(type: "boolean", nullable: false),
                    settlement_amount_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    withdrawal_memo = table.Column<string>(type: "text", nullable: true),
                    deposit_memo = table.Column<string>(type: "text", nullable: true),
                    tax_invoice_id = table.Column<string>(type: "text", nullable: true),
                    tax_free_invoice_id = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payouts", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    password_hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    protected_totp_secret = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    last_totp_step = table.Column<long>(type: "bigint", nullable: false),
                    security_stamp = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => new { x.merchant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "platform_settings",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    default_withdrawal_memo = table.Column<string>(type: "text", nullable: true),
                    default_deposit_memo = table.Column<string>(type: "text", nullable: true),
                    settlement_amount_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    deduct_wht = table.Column<bool>(type: "boolean", nullable: false),
                    adjust_settlement_date_after_holiday_if_earlier = table.Column<bool>(type: "boolean", nullable: false),
                    manual_settlement_per_transfer = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_settings", x => new { x.merchant_id, x.mode });
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_throttles",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    last_failure_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    blocked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in_throttles", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "signed_documents",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    approval_number = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false),
                    problem = table.Column<string>(type: "text", nullable: true),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signed_documents", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "supplier_links",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    tax_invoice_id = table.Column<string>(type: "text", nullable: false),
                    token_hash = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failed_attempt_count = table.Column<int>(type: "integer", nullable: false),
                    locked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supplier_links", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "tax_invoices",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status_updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency_aim = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status_reason = table.Column<string>(type: "text", nullable: true),
                    content = table.Column<string>(type: "text", nullable: false),
                    taxation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    issuance = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    document = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    write_date = table.Column<DateOnly>(type: "date", nullable: false),
                    issuance_due_date = table.Column<DateOnly>(type: "date", nullable: false),
                    total_supply_amount = table.Column<long>(type: "bigint", nullable: false),
                    total_tax_amount = table.Column<long>(type: "bigint", nullable: false),
                    total_amount = table.Column<long>(type: "bigint", nullable: false),
                    supplier_brn = table.Column<string>(type: "text", nullable: false),
                    supplier_name = table.Column<string>(type: "text", nullable: false),
                    recipient_brn = table.Column<string>(type: "text", nullable: false),
                    recipient_name = table.Column<string>(type: "text", nullable: false),
                    supplier_document_key = table.Column<string>(type: "text", nullable: true),
                    recipient_document_key = table.Column<string>(type: "text", nullable: true),
                    partner_id = table.Column<string>(type: "text", nullable: true),
                    payout_id = table.Column<string>(type: "text", nullable: true),
                    bulk_tax_invoice_id = table.Column<string>(type: "text", nullable: true),
                    memo = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    nts_sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    nts_approval_number = table.Column<string>(type: "text", nullable: true),
                    nts_result = table.Column<string>(type: "text", nullable: true),
                    nts_result_code = table.Column<string>(type: "text", nullable: true),
                    nts_result_received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    drafted_by = table.Column<string>(type: "text", nullable: true),
                    requested_by = table.Column<string>(type: "text", nullable: true),
                    issued_by = table.Column<string>(type: "text", nullable: true),
                    ended_by = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tax_invoices", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "test_clocks",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    ahead = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_test_clocks", x => x.merchant_id);
                });

            migrationBuilder.CreateTable(
                name: "transfers",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status_updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    memo = table.Column<string>(type: "text", nullable: true),
                    partner_id = table.Column<string>(type: "text", nullable: false),
                    partner = table.Column<string>(type: "text", nullable: false),
                    contract_id = table.Column<string>(type: "text", nullable: true),
                    contract = table.Column<string>(type: "text", nullable: true),
                    settlement_start_date = table.Column<DateOnly>(type: "date", nullable: true),
                    settlement_date = table.Column<DateOnly>(type: "date", nullable: false),
                    settlement_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    signed_settlement = table.Column<long>(type: "bigint", nullable: false),
                    signed_settlement_tax_free = table.Column<long>(type: "bigint", nullable: false),
                    lines = table.Column<string>(type: "text", nullable: false),
                    discounts = table.Column<string>(type: "text", nullable: false),
                    additional_fees = table.Column<string>(type: "text", nullable: false),
                    payment_id = table.Column<string>(type: "text", nullable: true),
                    payment = table.Column<string>(type: "text", nullable: true),
                    original_transfer_id = table.Column<string>(type: "text", nullable: true),
                    cancellation_id = table.Column<string>(type: "text", nullable: true),
                    cancellation = table.Column<string>(type: "text", nullable: true),
                    cancelled = table.Column<string>(type: "text", nullable: true),
                    cancellation_count = table.Column<int>(type: "integer", nullable: false),
                    parameters = table.Column<string>(type: "text", nullable: false),
                    formula_results = table.Column<string>(type: "text", nullable: false),
                    properties = table.Column<string>(type: "text", nullable: false),
                    partner_settlement_id = table.Column<string>(type: "text", nullable: true),
                    payout_id = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    gathering_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    natural_key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    amounts_additional_fee = table.Column<long>(type: "bigint", nullable: false),
                    amounts_additional_fee_vat = table.Column<long>(type: "bigint", nullable: false),
                    amounts_discount = table.Column<long>(type: "bigint", nullable: false),
                    amounts_discount_share = table.Column<long>(type: "bigint", nullable: false),
                    amounts_discount_share_tax_free = table.Column<long>(type: "bigint", nullable: false),
                    amounts_discount_tax_free = table.Column<long>(type: "bigint", nullable: false),
                    amounts_order = table.Column<long>(type: "bigint", nullable: false),
                    amounts_order_tax_free = table.Column<long>(type: "bigint", nullable: false),
                    amounts_payment = table.Column<long>(type: "bigint", nullable: false),
                    amounts_payment_supply = table.Column<long>(type: "bigint", nullable: false),
                    amounts_payment_tax_free = table.Column<long>(type: "bigint", nullable: false),
                    amounts_payment_vat = table.Column<long>(type: "bigint", nullable: false),
                    amounts_payment_vat_burden = table.Column<long>(type: "bigint", nullable: false),
                    amounts_platform_fee = table.Column<long>(type: "bigint", nullable: false),
                    amounts_platform_fee_vat = table.Column<long>(type: "bigint", nullable: false),
                    amounts_settlement = table.Column<long>(type: "bigint", nullable: false),
                    amounts_settlement_tax_free = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_transfers", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "webhook_endpoints",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    url = table.Column<string>(type: "text", nullable: false),
                    protected_secret = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhook_endpoints", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_api_secrets_hash",
                table: "api_secrets",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bulk_payouts_merchant_id_mode_status",
                table: "bulk_payouts",
                columns: new[] { "merchant_id", "mode", "status" });

            migrationBuilder.CreateIndex(
                name: "IX_history_merchant_id_mode_sequence",
                table: "history",
                columns: new[] { "merchant_id", "mode", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_history_merchant_id_mode_subject_subject_id_sequence",
                table: "history",
                columns: new[] { "merchant_id", "mode", "subject", "subject_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_idempotency_keys_created_at",
                table: "idempotency_keys",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "IX_mailbox_sent_at",
                table: "mailbox",
                column: "sent_at");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_merchant_id_mode_aggregate_sequence",
                table: "outbox",
                columns: new[] { "merchant_id", "mode", "aggregate", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_merchant_id_mode_key",
                table: "outbox",
                columns: new[] { "merchant_id", "mode", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_state_due_at",
                table: "outbox",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_partner_settlements_merchant_id_mode_bulk_payout_id",
                table: "partner_settlements",
                columns: new[] { "merchant_id", "mode", "bulk_payout_id" });

            migrationBuilder.CreateIndex(
                name: "IX_partner_settlements_merchant_id_mode_partner_id_settlement_~",
                table: "partner_settlements",
                columns: new[] { "merchant_id", "mode", "partner_id", "settlement_date" });

            migrationBuilder.CreateIndex(
                name: "IX_partner_settlements_merchant_id_mode_payout_id",
                table: "partner_settlements",
                columns: new[] { "merchant_id", "mode", "payout_id" });

            migrationBuilder.CreateIndex(
                name: "IX_partner_settlements_merchant_id_mode_status_settlement_date",
                table: "partner_settlements",
                columns: new[] { "merchant_id", "mode", "status", "settlement_date" });

            migrationBuilder.CreateIndex(
                name: "IX_partners_merchant_id_mode_business_registration_number",
                table: "partners",
                columns: new[] { "merchant_id", "mode", "business_registration_number" });

            migrationBuilder.CreateIndex(
                name: "IX_partners_merchant_id_mode_nts_connection",
                table: "partners",
                columns: new[] { "merchant_id", "mode", "nts_connection" });

            migrationBuilder.CreateIndex(
                name: "IX_payouts_merchant_id_mode_bulk_payout_id",
                table: "payouts",
                columns: new[] { "merchant_id", "mode", "bulk_payout_id" });

            migrationBuilder.CreateIndex(
                name: "IX_payouts_merchant_id_mode_partner_id",
                table: "payouts",
                columns: new[] { "merchant_id", "mode", "partner_id" });

            migrationBuilder.CreateIndex(
                name: "IX_payouts_merchant_id_mode_status",
                table: "payouts",
                columns: new[] { "merchant_id", "mode", "status" });

            migrationBuilder.CreateIndex(
                name: "IX_people_email",
                table: "people",
                column: "email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_signed_documents_approval_number",
                table: "signed_documents",
                column: "approval_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_supplier_links_merchant_id_mode_tax_invoice_id",
                table: "supplier_links",
                columns: new[] { "merchant_id", "mode", "tax_invoice_id" });

            migrationBuilder.CreateIndex(
                name: "IX_supplier_links_token_hash",
                table: "supplier_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tax_invoices_merchant_id_mode_bulk_tax_invoice_id",
                table: "tax_invoices",
                columns: new[] { "merchant_id", "mode", "bulk_tax_invoice_id" });

            migrationBuilder.CreateIndex(
                name: "IX_tax_invoices_merchant_id_mode_partner_id",
                table: "tax_invoices",
                columns: new[] { "merchant_id", "mode", "partner_id" });

            migrationBuilder.CreateIndex(
                name: "IX_tax_invoices_merchant_id_mode_payout_id",
                table: "tax_invoices",
                columns: new[] { "merchant_id", "mode", "payout_id" });

            migrationBuilder.CreateIndex(
                name: "IX_tax_invoices_merchant_id_mode_recipient_brn_recipient_docum~",
                table: "tax_invoices",
                columns: new[] { "merchant_id", "mode", "recipient_brn", "recipient_document_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tax_invoices_merchant_id_mode_status_issuance_due_date",
                table: "tax_invoices",
                columns: new[] { "merchant_id", "mode", "status", "issuance_due_date" });

            migrationBuilder.CreateIndex(
                name: "IX_tax_invoices_merchant_id_mode_supplier_brn_supplier_documen~",
                table: "tax_invoices",
                columns: new[] { "merchant_id", "mode", "supplier_brn", "supplier_document_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_transfers_merchant_id_mode_natural_key",
                table: "transfers",
                columns: new[] { "merchant_id", "mode", "natural_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_transfers_merchant_id_mode_partner_id_settlement_date",
                table: "transfers",
                columns: new[] { "merchant_id", "mode", "partner_id", "settlement_date" });

            migrationBuilder.CreateIndex(
                name: "IX_transfers_merchant_id_mode_partner_settlement_id",
                table: "transfers",
                columns: new[] { "merchant_id", "mode", "partner_settlement_id" });

            migrationBuilder.CreateIndex(
                name: "IX_transfers_merchant_id_mode_payment_id",
                table: "transfers",
                columns: new[] { "merchant_id", "mode", "payment_id" });

            migrationBuilder.CreateIndex(
                name: "IX_transfers_merchant_id_mode_payout_id",
                table: "transfers",
                columns: new[] { "merchant_id", "mode", "payout_id" });

            migrationBuilder.CreateIndex(
                name: "IX_transfers_merchant_id_mode_status_settlement_date",
                table: "transfers",
                columns: new[] { "merchant_id", "mode", "status", "settlement_date" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "additional_fee_policies");

            migrationBuilder.DropTable(
                name: "api_secrets");

            migrationBuilder.DropTable(
                name: "bulk_payouts");

            migrationBuilder.DropTable(
                name: "bulk_tax_invoices");

            migrationBuilder.DropTable(
                name: "contracts");

            migrationBuilder.DropTable(
                name: "discount_share_policies");

            migrationBuilder.DropTable(
                name: "history");

            migrationBuilder.DropTable(
                name: "idempotency_keys");

            migrationBuilder.DropTable(
                name: "mailbox");

            migrationBuilder.DropTable(
                name: "merchants");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "own_companies");

            migrationBuilder.DropTable(
                name: "partner_settlements");

            migrationBuilder.DropTable(
                name: "partners");

            migrationBuilder.DropTable(
                name: "payouts");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "platform_settings");

            migrationBuilder.DropTable(
                name: "protection_keys");

            migrationBuilder.DropTable(
                name: "sign_in_throttles");

            migrationBuilder.DropTable(
                name: "signed_documents");

            migrationBuilder.DropTable(
                name: "supplier_links");

            migrationBuilder.DropTable(
                name: "tax_invoices");

            migrationBuilder.DropTable(
                name: "test_clocks");

            migrationBuilder.DropTable(
                name: "transfers");

            migrationBuilder.DropTable(
                name: "webhook_endpoints");
        }
    }
}
