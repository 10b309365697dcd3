using System.Globalization;
using Jeongsan.Popbill.Emulator.Members;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.Lookups;

/// <summary>기업정보조회. A member's own data are known; of other numbers only what <see cref="BusinessStates"/> knows, under an invented name.</summary>
internal static class BusinessInformation
{
    private const int Succeeded = 100;
    private const int Unregistered = 200;

    public static Answer Check(ApiCall call)
    {
        if (call.Q("CN") is not { } text) return Errors.BizInfoNumberMissing;
        var number = text.Replace("-", "", StringComparison.Ordinal);
        if (number.Length != 10 || !number.All(char.IsAsciiDigit)) return Errors.BizInfoNumberBad;
        var state = BusinessStates.Of(call.Db, number);
        var member = Member.Find(call.Db, number);
        var known = state.State is not (null or "0");
        // 국세청: 81–88 corporations, the last of them with their branches; the others persons.
        var isCorporation = number[3] == '8';
        return Answer.Of(new
        {
            corpNum = number,
            checkDT = EmulatorClock.Stamp(call.Now),
            corpName = known ? member?.CorpName ?? $"시험기업 {number[5..]}" : null,
            corpCode = known ? state.State switch { "2" => 200, "3" => 300, _ => 100 } : (int?)null,
            corpScaleCode = known ? 30 : (int?)null,
            personCorpCode = known ? isCorporation ? 1 : 2 : (int?)null,
            headOfficeCode = known ? number[3..5] == "85" ? 2 : 1 : (int?)null,
            industryCode = known ? "63991" : null,
            companyRegNum = (string?)null,
            establishDate = known ? "20200101" : null,
            establishCode = known ? isCorporation ? 1 : 7 : (int?)null,
            ceoname = known ? member?.Ceoname ?? "김시험" : null,
            workPlaceCode = known ? 10 : (int?)null,
            addrCode = known ? 1 : (int?)null,
            zipCode = known ? "04524" : null,
            addr = known ? member?.Addr ?? "서울특별시 중구 세종대로 110" : null,
            addrDetail = (string?)null,
            enAddr = (string?)null,
            bizClass = known ? member?.BizClass ?? "정보서비스" : null,
            bizType = known ? member?.BizType ?? "서비스" : null,
            result = known ? Succeeded : Unregistered,
            resultMessage = known ? "조회되었습니다." : "등록되지 않은 사업자번호입니다.",
            closeDownTaxType = Code(state.TaxType) ?? 99,
            closeDownTaxTypeDate = (string?)null,
            closeDownState = Code(state.State) ?? 9,
            closeDownStateDate = state.StateDate,
        }) with
        { DocumentKey = number };
    }

    private static int? Code(string? text) => text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);
}
