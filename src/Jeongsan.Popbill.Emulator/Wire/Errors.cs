namespace Jeongsan.Popbill.Emulator.Wire;

/// <summary>Errors that do not belong to one invoice rule. Codes are Popbill's, sentences ours.</summary>
internal static class Errors
{
    public static readonly PopbillError Malformed = new(-99010001, "요청 형식이 올바르지 않습니다.");
    public static readonly PopbillError DateMissing = new(-99010002, "요청일시가 없습니다.", 401);
    public static readonly PopbillError DateBad = new(-99010003, "요청일시를 읽을 수 없습니다.", 401);
    public static readonly PopbillError DateOutOfRange = new(-99010004, "요청일시가 허용 범위를 벗어났습니다.", 401);
    public static readonly PopbillError NoAuthorization = new(-99010005, "인증정보가 없습니다.", 401);
    public static readonly PopbillError BadAuthorization = new(-99010006, "인증정보를 확인할 수 없습니다.", 401);
    public static readonly PopbillError SignatureDiffers = new(-99010007, "서명값이 일치하지 않습니다.", 401);
    public static readonly PopbillError ServiceNotUsable = new(-99010016, "이용할 수 없는 서비스입니다.", 401);
    public static readonly PopbillError UnknownLinkId = new(-99003004, "등록되지 않은 링크아이디입니다.", 401);
    public static readonly PopbillError NotAMember = new(-99003008, "연동회원으로 가입되지 않은 사업자번호입니다.", 401);
    public static readonly PopbillError SessionExpired = new(-99000026, "토큰이 만료되었습니다.", 401);
    public static readonly PopbillError TokenUnreadable = new(-99910004, "토큰을 읽을 수 없습니다.", 401);
    public static readonly PopbillError TokenOtherAddress = new(-99910006, "토큰을 발급받은 주소와 다른 주소에서 호출했습니다.", 401);
    public static readonly PopbillError ScopeMissing = new(-99910002, "해당 상품의 API 이용 권한이 없습니다.", 401);
    public static readonly PopbillError UnknownPath = new(-11010005, "지원하지 않는 요청입니다.", 404);
    public static readonly PopbillError Busy = new(-11000001, "일시적으로 처리할 수 없습니다.", 500);
    public static readonly PopbillError Maintenance = new(-99000099, "시스템 점검 중입니다.", 503);

    public static readonly PopbillError TooManyCalls = new(-10010032, "동시에 호출할 수 있는 횟수를 넘었습니다. 잠시 뒤 다시 호출해 주세요.");

    public static readonly PopbillError LinkIdMissing = new(-10010001, "링크아이디가 없습니다.");
    public static readonly PopbillError NoJoinForm = new(-10010007, "회원가입 정보가 없습니다.");
    public static readonly PopbillError AlreadyMember = new(-10001000, "이미 가입된 사업자번호입니다.");
    public static readonly PopbillError LoginIdInUse = new(-10001003, "이미 사용 중인 아이디입니다.");
    public static readonly PopbillError CorpNumLength = new(-10001046, "사업자번호는 숫자 10자리여야 합니다.");
    public static readonly PopbillError CorpNumUnusable = new(-10001059, "사용할 수 없는 사업자번호입니다.");
    public static readonly PopbillError LoginIdMissing = new(-10000006, "아이디가 없습니다.");
    public static readonly PopbillError LoginIdLength = new(-10000041, "아이디는 4자 이상 50자 이하여야 합니다.");
    public static readonly PopbillError LoginIdCharacters = new(-10000042, "아이디에 사용할 수 없는 문자가 있습니다.");
    public static readonly PopbillError PasswordForm = new(-10000007, "비밀번호 형식이 올바르지 않습니다. 8자 이상 20자 이하로 입력해 주세요.");
    public static readonly PopbillError ContactUnknown = new(-10001026, "담당자를 찾을 수 없습니다.");
    public static readonly PopbillError ContactMissing = new(-10001025, "담당자 정보가 없습니다.");
    public static readonly PopbillError ContactIsManager = new(-10001091, "관리자 담당자는 삭제할 수 없습니다.");
    public static readonly PopbillError BadTogo = new(-99002014, "TG 값이 올바르지 않습니다.");
    public static readonly PopbillError PointsTooLow = new(-99005005, "잔여포인트가 부족합니다.");
    public static readonly PopbillError PartnerPointsTooLow = new(-99005001, "파트너 잔여포인트가 부족합니다.");

    public static readonly PopbillError NoCertificate = new(-10002009, "공동인증서가 등록되지 않았습니다.");
    public static readonly PopbillError CertificateExpired = new(-10004003, "공동인증서의 유효기간이 지났습니다.");
    public static readonly PopbillError CertificateInvalid = new(-10004005, "사용할 수 없는 공동인증서입니다.");
    public static readonly PopbillError CertificateOfAnother = new(-10004009, "공동인증서의 사업자번호가 다릅니다.");

    public static readonly PopbillError BizInfoNumberMissing = new(-17100000, "조회할 사업자번호가 없습니다.");
    public static readonly PopbillError BizInfoNumberBad = new(-17100003, "사업자번호 형식이 올바르지 않습니다.");
    public static readonly PopbillError CloseDownNumberMissing = new(-17000000, "조회할 사업자번호가 없습니다.");
    public static readonly PopbillError CloseDownListMissing = new(-17000001, "조회할 사업자번호 목록이 없습니다.");
    public static readonly PopbillError CloseDownTooMany = new(-17000002, "한 번에 1,000건까지 조회할 수 있습니다.");
    public static readonly PopbillError CloseDownNumberBad = new(-17000003, "사업자번호 형식이 올바르지 않습니다.");
}
