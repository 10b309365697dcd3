namespace Jeongsan.Etax;

/// <summary>First two digits of the document's TypeCode.</summary>
public enum EtaxKind
{
    /// <summary>세금계산서 (01).</summary>
    TaxInvoice = 1,
    /// <summary>수정세금계산서 (02).</summary>
    AmendedTaxInvoice = 2,
    /// <summary>계산서 (03): a tax-free supply.</summary>
    TaxFreeInvoice = 3,
    /// <summary>수정계산서 (04).</summary>
    AmendedTaxFreeInvoice = 4,
}

/// <summary>Last two digits of the document's TypeCode.</summary>
public enum EtaxClass
{
    /// <summary>일반 (01).</summary>
    General = 1,
    /// <summary>영세율 (02): the tax is 0.</summary>
    ZeroRated = 2,
    /// <summary>위수탁 (03): a broker stands in the document.</summary>
    Consigned = 3,
    /// <summary>수입 (04): issued by the customs only; can be read, never passes the issuer's checks.</summary>
    Import = 4,
    /// <summary>영세율 위수탁 (05), in the two kinds with tax only.</summary>
    ZeroRatedConsigned = 5,
}

/// <summary>영수/청구, PurposeCode.</summary>
public enum EtaxPurpose
{
    /// <summary>영수 (01): already paid.</summary>
    Receipt = 1,
    /// <summary>청구 (02): to be paid.</summary>
    Charge = 2,
}

/// <summary>수정사유, AmendmentStatusCode: the reasons of 부가가치세법 시행령 제70조 ①.</summary>
public enum EtaxAmendmentReason
{
    /// <summary>기재사항의 착오·정정 (01).</summary>
    Correction = 1,
    /// <summary>공급가액 변동 (02).</summary>
    SupplyAmountChanged = 2,
    /// <summary>환입 (03): goods came back; the amounts are negative.</summary>
    Returned = 3,
    /// <summary>계약의 해제 (04); the amounts are negative.</summary>
    ContractRescinded = 4,
    /// <summary>내국신용장 사후개설 (05).</summary>
    LocalLetterOfCredit = 5,
    /// <summary>착오에 의한 이중발급 등 (06).</summary>
    IssuedByMistake = 6,
}

/// <summary>결제방법, the payment means' TypeCode.</summary>
public enum EtaxPaymentKind
{
    /// <summary>현금 (10).</summary>
    Cash = 10,
    /// <summary>수표 (20).</summary>
    Cheque = 20,
    /// <summary>어음 (30).</summary>
    PromissoryNote = 30,
    /// <summary>외상미수금 (40).</summary>
    Credit = 40,
}

/// <summary>What the recipient's registration number is, BusinessTypeCode.</summary>
public enum EtaxRecipientKind
{
    /// <summary>Business registration number of 10 digits (01).</summary>
    Business = 1,
    /// <summary>Resident registration number of 13 digits (02).</summary>
    Resident = 2,
    /// <summary>Foreigner (03): the number is <see cref="EtaxParty.ForeignerNumber"/>; the real one stands in the remarks.</summary>
    Foreigner = 3,
}

/// <summary>Questions about codes that several rules ask.</summary>
public static class EtaxCodes
{
    /// <summary>수정세금계산서 or 수정계산서.</summary>
    public static bool IsAmended(this EtaxKind kind) => kind is EtaxKind.AmendedTaxInvoice or EtaxKind.AmendedTaxFreeInvoice;

    /// <summary>계산서 or 수정계산서.</summary>
    public static bool IsTaxFree(this EtaxKind kind) => kind is EtaxKind.TaxFreeInvoice or EtaxKind.AmendedTaxFreeInvoice;

    /// <summary>The classes in which a broker must stand, and the only ones in which one may.</summary>
    public static bool HasBroker(this EtaxClass @class) => @class is EtaxClass.Consigned or EtaxClass.ZeroRatedConsigned;

    /// <summary>The classes whose tax is 0 by law.</summary>
    public static bool IsZeroRated(this EtaxClass @class) => @class is EtaxClass.ZeroRated or EtaxClass.ZeroRatedConsigned;

    /// <summary>The four digits of TypeCode.</summary>
    public static string TypeCode(EtaxKind kind, EtaxClass @class) => $"{(int)kind:00}{(int)@class:00}";

    /// <summary>The combinations that the standard knows: every class, except that 05 is for documents with tax.</summary>
    public static bool IsKnown(EtaxKind kind, EtaxClass @class) =>
        Enum.IsDefined(kind) && Enum.IsDefined(@class) && !(kind.IsTaxFree() && @class.IsZeroRated());

    /// <summary>The reason as the lawful form prints it.</summary>
    public static string KoreanName(this EtaxAmendmentReason reason) => reason switch
    {
        EtaxAmendmentReason.Correction => "기재사항의 착오·정정",
        EtaxAmendmentReason.SupplyAmountChanged => "공급가액 변동",
        EtaxAmendmentReason.Returned => "환입",
        EtaxAmendmentReason.ContractRescinded => "계약의 해제",
        EtaxAmendmentReason.LocalLetterOfCredit => "내국신용장 사후개설",
        EtaxAmendmentReason.IssuedByMistake => "착오에 의한 이중발급 등",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
