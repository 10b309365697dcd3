using System.Globalization;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Incidents;

/// <summary>Looks through the incidents.</summary>
public static class FindIncidents
{
    /// <summary>Those that became known in a period, the earliest first.</summary>
    /// <param name="from">In Seoul, included.</param>
    /// <param name="until">In Seoul, included.</param>
    public static IAsyncEnumerable<Incident> ReadIncidentsAsync(JeongsanContext db, DateOnly from, DateOnly until)
    {
        var (first, end) = (SeoulTime.At(from, TimeOnly.MinValue), SeoulTime.At(until.AddDays(1), TimeOnly.MinValue));
        return db.Set<Incident>().Where(incident => incident.KnownAt >= first && incident.KnownAt < end).OrderBy(incident => incident.KnownAt).ThenBy(incident => incident.Id).AsAsyncEnumerable();
    }

    public static IQueryable<Incident> Open(JeongsanContext db) => db.Set<Incident>().Where(incident => incident.Status != IncidentStatus.Closed);
}

/// <summary>Incidents as rows of a file for reviewers.</summary>
public static class IncidentSheet
{
    public static IReadOnlyList<string> Headings { get; } =
        ["사고 ID", "알게 된 때", "기한", "무슨 일", "일어난 때", "끝난 때", "확실성", "항목", "민감·고유식별정보", "외부 침입", "상태", "대상을 찾은 방법", "대상 파트너 수", "파트너가 아닌 대상 수", "알리기 시작한 때", "신고 대상", "신고한 때", "접수번호", "종결 요약", "종결한 때"];

    public static IReadOnlyList<string> Cells(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return
        [
            incident.Id.Value, At(incident.KnownAt), At(incident.DueAt), incident.What, At(incident.Begun), At(incident.Ended), IncidentWords.Of(incident.Certainty), string.Join(' ', incident.Items), YesNo(incident.HasSensitive),
            YesNo(incident.ByIntrusion), IncidentWords.Of(incident.Status), incident.ChosenBy ?? "", Digits(incident.AffectedCount), Digits(incident.OthersCount), At(incident.ToldAt), YesNo(incident.MustBeReported), At(incident.ReportedAt),
            incident.ReceiptNumber ?? "", incident.Summary ?? "", At(incident.ClosedAt),
        ];
    }

    private static string At(DateTimeOffset? at) => at?.ToOffset(SeoulTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    private static string YesNo(bool value) => value ? "예" : "아니요";

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
