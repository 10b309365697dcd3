using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Jeongsan.Application.Mails;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Privacy.Erasures;

namespace Jeongsan.Application.Privacy.Erasures;

/// <summary>파기 확인서: what was destroyed, when, by whom and how, and what had to stay. Names nobody but whoever ordered it.</summary>
public static class ErasureCertificate
{
    public static string FileNameOf(Erasure erasure) => $"파기확인서-{erasure.Id}.txt";

    /// <summary>Plain text in Korean that ends with a line feed, and the SHA-256 of its UTF-8 bytes in lower-case hex.</summary>
    internal static (string Text, string Sha256) Write(Erasure erasure)
    {
        string[] lines =
        [
            "개인정보 파기 확인서",
            "",
            $"번호: {erasure.Id}",
            $"파트너 아이디: {erasure.PartnerId}",
            $"파기 사유: {erasure.Reason}",
            $"파기를 정한 때: {KoreanWords.InstantInTable(erasure.OrderedAt)}",
            $"파기를 마친 때: {(erasure.FinishedAt is { } at ? KoreanWords.InstantInTable(at) : "-")}",
            $"파기한 사람: {erasure.OrderedBy}",
            "방법: 데이터베이스의 값을 지우거나 빈 값으로 덮어쓰기. 계좌번호와 연락처는 암호화되어 있어, 키를 바꾸면(rotate-keys) 지워진 자리에서 되살릴 수도 없습니다. 백업에 든 것은 백업의 보관 기간이 끝나면 없어집니다.",
            "",
            "파기한 것",
            .. ErasedOf(erasure).Select(line => $"- {line}"),
            "",
            "남긴 것",
            .. KeptOf(erasure).Select(line => $"- {line}"),
        ];
        var text = string.Join('\n', lines) + "\n";
        return (text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    public static IEnumerable<string> ErasedOf(Erasure erasure) =>
        erasure.Counts.Where(one => one.Value > 0 && one.Key != ErasureWords.BankFiles).Select(one => $"{ErasureWords.Of(one.Key)} {KoreanWords.Digits(one.Value)}건");

    public static IEnumerable<string> KeptOf(Erasure erasure)
    {
        if (erasure.KeepUntil is { } until)
        {
            yield return $"이름(상호)·사업자 정보·계좌·생년월일: {until:yyyy-MM-dd}까지 분리 보관 (국세기본법 제85조의3 제2항). 그 뒤 저절로 파기합니다.";
        }
        yield return "발행된 (세금)계산서 전자문서: 법이 정한 서식 그대로 (국세기본법 제85조의3 제2항)";
        if (erasure.Counts.GetValueOrDefault(ErasureWords.BankFiles) is > 0 and var files)
        {
            yield return $"은행에 낸 이체 파일 {KoreanWords.Digits(files)}건: 여러 파트너의 계좌가 든 지급의 증빙이라 암호화한 채로 (국세기본법 제85조의3 제2항)";
        }
        if (erasure.Counts.GetValueOrDefault(ErasureWords.Notices) > 0)
        {
            yield return "법에 따른 통지와 상환 요청의 내용: 알린 증빙으로, 받는 주소 없이";
        }
        yield return "정산·지급의 날짜와 금액, 개인정보를 보낸 기록과 접속기록: 누구인지 알 수 없는 파트너 아이디로만";
    }
}

/// <summary>Erasures as rows of a file for reviewers.</summary>
public static class ErasureSheet
{
    public static IReadOnlyList<string> Headings { get; } = ["파기 ID", "파트너 ID", "까닭", "정한 사람", "정한 때", "상태", "마친 때", "따로 보관할 기한", "따로 보관한 것을 없앤 때", "확인서의 SHA-256"];

    public static IReadOnlyList<string> Cells(Erasure erasure)
    {
        ArgumentNullException.ThrowIfNull(erasure);
        return
        [
            erasure.Id.Value, erasure.PartnerId.Value, erasure.Reason, erasure.OrderedBy, At(erasure.OrderedAt), ErasureWords.Of(erasure.Status), At(erasure.FinishedAt),
            erasure.KeepUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", At(erasure.DestroyedAt), erasure.CertificateHash ?? "",
        ];
    }

    private static string At(DateTimeOffset? at) => at?.ToOffset(SeoulTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";
}
