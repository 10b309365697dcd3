using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.TaxInvoices;

internal static class InvoiceErrors
{
    public static readonly PopbillError NoSuchKey = new(-11000005, "문서번호에 해당하는 세금계산서가 없습니다.");
    public static readonly PopbillError NoSuchInvoice = new(-11000000, "세금계산서가 없습니다.");
    public static readonly PopbillError BadSide = new(-11010008, "문서번호 유형이 올바르지 않습니다.");
    public static readonly PopbillError NoXml = new(-11003019, "이 상태에서는 XML을 볼 수 없습니다.");
    public static readonly PopbillError FutureWriteDate = new(-11002009, "작성일자가 미래인 세금계산서는 발행할 수 없습니다.");
    public static readonly PopbillError LetterOfCreditLate = new(-11002010, "내국신용장 사후개설은 과세기간이 끝난 다음 달 20일까지만 발행할 수 있습니다.");
    public static readonly PopbillError Late = new(-11002014, "발행기한이 지났습니다. 지연발행하려면 강제발행 여부를 지정해 주세요.");

    public static readonly PopbillError BodyEmpty = new(-11010001, "세금계산서 정보가 없습니다.");
    public static readonly PopbillError BodyUnreadable = new(-11010003, "세금계산서 정보를 읽을 수 없습니다.");

    /// <summary>The emulator's own choice: the step has no states any more.</summary>
    public static readonly PopbillError PreIssueRetired = new(-11000001, "발행예정 기능은 더 이상 제공되지 않습니다.");

    public static PopbillError KeyUsed(Side side) => side switch
    {
        Side.Sell => new(-11001038, "이미 사용 중인 공급자 문서번호입니다."),
        Side.Buy => new(-11001039, "이미 사용 중인 공급받는자 문서번호입니다."),
        Side.Trustee => new(-11001040, "이미 사용 중인 수탁자 문서번호입니다."),
        _ => throw new ArgumentOutOfRangeException(nameof(side)),
    };

    public static PopbillError HasKey(Side side) => side switch
    {
        Side.Sell => new(-11005018, "공급자 문서번호가 이미 있습니다."),
        Side.Buy => new(-11005019, "공급받는자 문서번호가 이미 있습니다."),
        Side.Trustee => new(-11005021, "수탁자 문서번호가 이미 있습니다."),
        _ => throw new ArgumentOutOfRangeException(nameof(side)),
    };
}
