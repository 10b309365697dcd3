namespace Jeongsan.Popbill;

/// <summary>Error codes of Popbill that callers branch on; the published table holds over a thousand.</summary>
public static class PopbillCodes
{
    /// <summary>No invoice with this document number: the number is free.</summary>
    public const int NoSuchInvoice = -11000005;

    public const int AlreadyMember = -10001000;
    public const int LoginIdInUse = -10001003;
    public const int NotAMember = -99003008;
    public const int RequestTimeOutOfRange = -99010004;
    public const int SessionExpired = -99000026;
    public const int TokenUnreadable = -99910004;
    public const int NoCertificate = -10002009;
    public const int NoCertificateOnFile = -10004000;
    public const int CertificateExpired = -10004003;
    public const int CertificateRevoked = -10004004;
    public const int CertificateInvalid = -10004005;
    public const int CertificateOfAnotherCompany = -10004009;
    public const int PointsTooLow = -99005005;
    public const int PartnerPointsTooLow = -99005001;
    public const int SupplierKeyUsed = -11001038;
    public const int RecipientKeyUsed = -11001039;
    public const int TrusteeKeyUsed = -11001040;
    public const int IssueNotInThisState = -11002013;
    public const int LateIssueNeedsConsent = -11002014;
    public const int AlreadyIssued = -11002051;
    public const int CancelRequestNotInThisState = -11002022;
    public const int RefuseOnlyWhileRequested = -11002042;
    public const int SupplierHasKey = -11005018;

    /// <summary>An amendment cannot be reverse-issued.</summary>
    public const int AmendmentNotReversible = -11001054;

    /// <summary>The original of an amendment has not reached the tax office.</summary>
    public const int OriginalNotFiled = -11001056;

    /// <summary>Bulk issue takes no reverse issuance.</summary>
    public const int NotInBulk = -11010026;
    public const int SubmitIdUsed = -11010034;
    public const int NoSuchSubmission = -11010035;

    /// <summary>Too many calls at the same time: not done, come again later.</summary>
    public const int TooManyCalls = -10010032;
}
