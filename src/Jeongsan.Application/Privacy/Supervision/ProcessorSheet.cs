using Jeongsan.Application.Mails;
using Jeongsan.Domain.Privacy;

namespace Jeongsan.Application.Privacy.Supervision;

/// <summary>The register of processors and its evidence as a reviewer gets them.</summary>
public static class ProcessorSheet
{
    public static IReadOnlyList<string> Headings { get; } =
        ["수탁자", "ID", "누가 다시 맡겼는지", "상태", "나라", "맡기는 업무", "보내는 항목", "계약일", "계약서", "계약의 빠진 항목", "재위탁 동의", "시작", "끝", "명부 판"];

    public static IReadOnlyList<string> EvidenceHeadings { get; } = ["수탁자 ID", "종류", "날짜", "내용", "파일", "파일의 SHA-256", "적은 사람", "적은 때"];

    public static IReadOnlyList<string> Cells(ConsignmentProcessor processor)
    {
        ArgumentNullException.ThrowIfNull(processor);
        return
        [
            processor.Name, processor.Id.Value, processor.ParentId?.Value ?? "", processor.Status.ToString(), processor.Country,
            string.Join(", ", processor.Works.Select(PrivacyWords.Of)), string.Join(", ", processor.Items.Select(PrivacyWords.Of)),
            processor.ContractDate is { } signed ? KoreanWords.DateInTable(signed) : "", processor.ContractFile ?? "", string.Join(", ", processor.MissingPoints.Select(PrivacyWords.Of)),
            processor.SubConsent is { } consent ? $"{KoreanWords.DateInTable(consent.On)} {consent.By}" : "",
            processor.ActiveSince is { } since ? KoreanWords.InstantInTable(since) : "", processor.EndedAt is { } ended ? KoreanWords.InstantInTable(ended) : "", KoreanWords.Digits(processor.RegisterRevision),
        ];
    }

    public static IReadOnlyList<string> EvidenceCells(EvidenceRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return
        [
            row.Processor.Value, PrivacyWords.Of(row.Kind), KoreanWords.DateInTable(row.On), row.Words, row.FileName is null ? "" : FileNameOf(row), row.FileHash ?? "", row.RecordedBy,
            KoreanWords.InstantInTable(row.RecordedAt),
        ];
    }

    /// <summary>Within an archive: two processors may use the same name.</summary>
    public static string FileNameOf(EvidenceRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return $"{row.Id}-{row.FileName}";
    }
}
