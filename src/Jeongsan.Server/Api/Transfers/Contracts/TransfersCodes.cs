namespace Jeongsan.Server.Api.Contracts;

internal enum EasyPayMethodType
{
    Card,
    Transfer,
    Charge,
}

internal enum EasyPayProvider
{
    Samsungpay,
    Kakaopay,
    Naverpay,
    Payco,
    Ssgpay,
    Chai,
    Lpay,
    Kpay,
    Tosspay,
    Lgpay,
    Pinpay,
    Applepay,
    Skpay,
    TossBrandpay,
    KbApp,
    Alipay,
    Hyphen,
    Tmoney,
    Paypal,
    Smilepay,
    Mir,
    Wechat,
    Linepay,
    Klarna,
    Grabpay,
    Shopeepay,
    Jkopay,
    Paypay,
    Amazonpay,
    Rakutenpay,
    Dbarai,
    Aupay,
    Merpay,
    Moneytree,
    Kplus,
    Tinaba,
    BillEase,
    Kredivo,
    RabbitLinePay,
    AlipayHk,
    AkulakuPayLater,
    Boost,
    Bpi,
    Dana,
    GCash,
    Hipay,
    Mpay,
    TouchNGo,
    TrueMoney,
    DokuWallet,
    JeniusPay,
    Ovo,
    Maya,
    Qris,
    ThaiQr,
    GooglePay,
}

internal enum PaymentMethodType
{
    Card,
    Transfer,
    VirtualAccount,
    GiftCertificate,
    Mobile,
    EasyPay,
    ConvenienceStore,
    Crypto,
}

internal enum PlatformAmountExceededType
{
    DiscountThanOrder,
    DiscountTaxFreeThanDiscount,
    DiscountTaxFreeThanOrderTaxFree,
    PaymentTaxFreeThanPayment,
}

internal enum PlatformCancellableAmountType
{
    SupplyWithVat,
    TaxFree,
}

internal enum PlatformPortOnePaymentCancelAmountType
{
    SupplyWithVat,
    TaxFree,
}

internal enum PlatformTransferStatus
{
    Scheduled,
    InProcess,
    Settled,
    InPayout,
    PaidOut,
    PayoutConfirmed,
}

internal enum PlatformTransferSummaryPartnerType
{
    Business,
    WhtPayer,
    NonWhtPayer,
}

internal enum PlatformTransferType
{
    Order,
    OrderCancel,
    Manual,
}
