using System.Collections.Frozen;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.BankFiles;

/// <summary>금융결제원 은행코드: three digits by which banks' files name a bank or a securities firm.</summary>
public static class BankCodes
{
    private static readonly FrozenDictionary<Bank, string> Codes = Table.Split(' ', '\n').Where(pair => pair.Length > 0)
        .Select(pair => pair.Split('=')).ToFrozenDictionary(pair => Enum.Parse<Bank>(pair[1].Trim()), pair => pair[0].Trim());

    /// <summary>How people divide account numbers, by bank and length; where nothing stands here a number stays whole.</summary>
    private static readonly FrozenDictionary<(Bank Bank, int Length), int[]> Groups = new Dictionary<(Bank, int), int[]>
    {
        [(Bank.Kookmin, 12)] = [3, 2, 4, 3],
        [(Bank.Kookmin, 14)] = [6, 2, 6],
        [(Bank.Shinhan, 11)] = [3, 2, 6],
        [(Bank.Shinhan, 12)] = [3, 3, 6],
        [(Bank.Woori, 13)] = [4, 3, 6],
        [(Bank.Hana, 14)] = [3, 6, 5],
        [(Bank.Nonghyup, 13)] = [3, 4, 4, 2],
        [(Bank.LocalNonghyup, 13)] = [3, 4, 4, 2],
        [(Bank.Ibk, 14)] = [3, 6, 2, 3],
        [(Bank.Kakao, 13)] = [4, 2, 7],
        [(Bank.Toss, 12)] = [4, 4, 4],
        [(Bank.Post, 14)] = [6, 2, 6],
    }.ToFrozenDictionary();

    /// <summary>Null where no code names one institution (기타 외국계은행).</summary>
    public static string? Find(Bank bank) => Codes.GetValueOrDefault(bank);

    /// <param name="number">Digits only.</param>
    public static string Divide(Bank bank, string number)
    {
        if (!Groups.TryGetValue((bank, number.Length), out var lengths))
        {
            return number;
        }
        var start = 0;
        return string.Join('-', lengths.Select(length => number.Substring((start += length) - length, length)));
    }

    private const string Table = """
        001=BankOfKorea 002=Kdb 003=Ibk 004=Kookmin 007=Suhyup 008=Kexim 011=Nonghyup 012=LocalNonghyup 020=Woori 023=StandardChartered 027=Citi
        030=SuhyupFederation 031=Daegu 032=Busan 034=Kwangju 035=Jeju 037=Jeonbuk 039=Kyongnam 045=Kfcc 048=Shinhyup 050=SavingsBank 052=MorganStanley
        054=Hsbc 055=Deutsche 057=Jpmc 058=Mizuho 059=Mufg 060=BankOfAmerica 061=BnpParibas 062=Icbc 063=BankOfChina 064=Nfcf 065=Uob 066=Bocom 067=Ccb
        071=Post 076=Kodit 077=Kibo 081=Hana 088=Shinhan 089=KBank 090=Kakao 092=Toss 094=Sgi 101=Kcis 209=YuantaSecurities 218=KbSecurities
        221=SangsanginSecurities 222=HanyangSecurities 223=LeadingSecurities 224=BnkSecurities 225=IbkSecurities 227=DaolSecurities 238=MiraeAssetSecurities
        240=SamsungSecurities 243=KoreaSecurities 247=NhSecurities 261=KyoboSecurities 262=HiSecurities 263=HyundaiMotorSecurities 264=KiwoomSecurities
        265=EbestSecurities 266=SkSecurities 267=DaishinSecurities 269=HanhwaSecurities 270=HanaSecurities 271=TossSecurities 278=ShinhanSecurities
        279=DbSecurities 280=EugeneSecurities 287=MeritzSecurities 288=KakaoPaySecurities 290=BookookSecurities 291=ShinyoungSecurities 292=CapeSecurities
        293=KoreaSecuritiesFinance 294=KoreaFossSecurities 295=WooriInvestmentBank
        """;
}
