using System.Collections.Frozen;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Companies;

/// <summary>금융기관 공동코드, four digits, of the banks whose account holders can be looked up.</summary>
internal static class BankCodes
{
    private static readonly FrozenDictionary<BankCode, string> Codes = new Dictionary<BankCode, string>
    {
        [BankCode.Kdb] = "0002",
        [BankCode.Ibk] = "0003",
        [BankCode.Kookmin] = "0004",
        [BankCode.Suhyup] = "0007",
        [BankCode.Nonghyup] = "0011",
        [BankCode.LocalNonghyup] = "0012",
        [BankCode.Woori] = "0020",
        [BankCode.StandardChartered] = "0023",
        [BankCode.Citi] = "0027",
        [BankCode.Daegu] = "0031",
        [BankCode.Busan] = "0032",
        [BankCode.Kwangju] = "0034",
        [BankCode.Jeju] = "0035",
        [BankCode.Jeonbuk] = "0037",
        [BankCode.Kyongnam] = "0039",
        [BankCode.Kfcc] = "0045",
        [BankCode.Shinhyup] = "0048",
        [BankCode.SavingsBank] = "0050",
        [BankCode.Hsbc] = "0054",
        [BankCode.Deutsche] = "0055",
        [BankCode.Nfcf] = "0064",
        [BankCode.Post] = "0071",
        [BankCode.Hana] = "0081",
        [BankCode.Shinhan] = "0088",
        [BankCode.KBank] = "0089",
        [BankCode.Kakao] = "0090",
        [BankCode.Toss] = "0092",
    }.ToFrozenDictionary();

    public static string? Find(BankCode bank) => Codes.GetValueOrDefault(bank);
}
