using System.Globalization;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Requests;

/// <summary>Looks into the desk of data subjects.</summary>
public static class FindSubjectRequests
{
    /// <summary>Those that arrived in a period, the earliest first.</summary>
    /// <param name="from">In Seoul, included.</param>
    /// <param name="until">In Seoul, included.</param>
    public static IAsyncEnumerable<SubjectRequest> ReadRequestsAsync(JeongsanContext db, DateOnly from, DateOnly until) =>
        db.Set<SubjectRequest>().Where(request => request.ReceivedOn >= from && request.ReceivedOn <= until).OrderBy(request => request.ReceivedOn).ThenBy(request => request.Id).AsAsyncEnumerable();

    /// <summary>Those that somebody of the platform has to do something about.</summary>
    public static IQueryable<SubjectRequest> Open(JeongsanContext db)
    {
        var open = SubjectRequestLifecycle.Open;
        return db.Set<SubjectRequest>().Where(request => open.Contains(request.Status));
    }

    /// <summary>Those of them whose last day is that day or an earlier one.</summary>
    public static IQueryable<SubjectRequest> DueBy(JeongsanContext db, DateOnly day) => Open(db).Where(request => (request.DeferredUntil ?? request.DueOn) <= day);
}

/// <summary>Requests as rows of a file for reviewers.</summary>
public static class SubjectRequestSheet
{
    public static IReadOnlyList<string> Headings { get; } =
        ["요구 ID", "파트너 ID", "종류", "받은 방법", "받은 날", "기한", "연기한 기한", "연기한 이유", "요구한 내용", "상태", "본인 확인 방법", "본인 확인한 때", "거절 사유", "처리한 내용", "정정한 것", "지운 것", "남긴 것", "처리한 때", "알린 때"];

    public static IReadOnlyList<string> Cells(SubjectRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return
        [
            request.Id.Value, request.PartnerId.Value, SubjectRequestWords.Of(request.Kind), SubjectRequestWords.Of(request.Channel), Day(request.ReceivedOn), Day(request.DueOn), Day(request.DeferredUntil),
            request.DeferralReason ?? "", request.Asked, SubjectRequestWords.Of(request.Status), request.IdentityMethod ?? "", At(request.IdentifiedAt), request.Ground is { } ground ? SubjectRequestWords.Of(ground) : "",
            request.Words ?? "", string.Join(" · ", request.Corrections.Select(field => $"{field.Field}: {field.From} → {field.To}")), request.Erased ?? "", request.Kept ?? "", At(request.DecidedAt), At(request.AnsweredAt),
        ];
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string At(DateTimeOffset? at) => at?.ToOffset(SeoulTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";
}
