using System.Globalization;
using Jeongsan.Domain.Calendar;

namespace Jeongsan.Application.Privacy.Accesses;

/// <summary>The access log as rows of a file for reviewers.</summary>
public static class AccessSheet
{
    public static IReadOnlyList<string> Headings { get; } = ["번호", "때", "누가", "누구 ID", "접속지", "한 일", "대상", "항목", "정보주체 수", "정보주체", "해시"];

    public static IReadOnlyList<string> Cells(AccessRecord record) =>
    [
        record.Number.ToString(CultureInfo.InvariantCulture),
        record.At.ToOffset(SeoulTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        record.ActorKind.ToString(),
        record.ActorId,
        record.NetworkAddress,
        record.Operation,
        record.Target,
        string.Join(' ', record.Items),
        record.SubjectCount?.ToString(CultureInfo.InvariantCulture) ?? "전부",
        record.Subjects.TrimEnd('\n').Replace("\n", " · ", StringComparison.Ordinal),
        record.Hash,
    ];
}
