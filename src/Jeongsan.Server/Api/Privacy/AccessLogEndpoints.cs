using System.Globalization;
using Jeongsan.Application.Audit;
using Jeongsan.Application.People;
using Jeongsan.Application.Privacy.Accesses;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Operations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Privacy;

/// <summary>접속기록: who was shown whose personal data.</summary>
internal static class AccessLogEndpoints
{
    private const string MonthFormat = "yyyy-MM";
    private const string MonthMend = "2026-11처럼 연도와 달로 적어 주세요.";

    // Who looked at what is not for everybody to see.
    public static void MapAccessLog(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/privacy/access-records").WithTags("개인정보 (자체 API)");
        routes.MapGet("", GetAccessRecords).Needs(PersonRight.Edit).Refuses<PrivacyError>();
        routes.MapGet("/check", CheckAccessRecords).Needs(PersonRight.Edit).Refuses<PrivacyError>();
        routes.MapPost("/sheet", DownloadAccessRecords).Needs(PersonRight.Edit).Shows().Refuses<PrivacyError>();
        var reviews = api.MapGroup("/platform/privacy/access-reviews").WithTags("개인정보 (자체 API)");
        reviews.MapGet("", GetAccessReviews).Needs(PersonRight.Edit).Refuses<PrivacyError>();
        reviews.MapPost("", ReviewAccessRecords).Needs(PersonRight.Edit).Refuses<PrivacyError>();
    }

    private static async Task<Answer<GetAccessRecordsResponse>> GetAccessRecords(
        ApiCall call, [FromQuery] string? partnerId, [FromQuery] string? actorId, [FromQuery] string? operation, [FromQuery] DateTimeOffset? from, [FromQuery] DateTimeOffset? until,
        [FromQuery] int? page, [FromQuery] int? size, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(new PageInput { Number = page, Size = size });
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }
        await using var db = store.Read(call.Tenant);
        var records = await FindAccesses.In(db, new AccessFilter(partnerId is null ? null : PartnerId.From(partnerId), actorId, operation, from?.ToUniversalTime(), until?.ToUniversalTime()), ct);
        var found = await records.OrderByDescending(record => record.Number).PageAsync(paging.Value, ct);
        return new GetAccessRecordsResponse { Items = found.Write(Write), Page = found.Page };
    }

    private static async Task<Answer<CheckAccessRecordsResponse>> CheckAccessRecords(ApiCall call, AccessChain chain, CancellationToken ct)
    {
        var report = await chain.CheckAsync(call.Tenant, ct);
        return new CheckAccessRecordsResponse { Count = report.Count, LastNumber = report.Head?.Number, LastHash = report.Head?.Hash, IsWhole = report.IsWhole, BrokenNumbers = report.Broken };
    }

    private static async Task<CsvAnswer> DownloadAccessRecords(ApiCall<DownloadAccessRecordsBody> call, Store store, DownloadAccesses download, CancellationToken ct)
    {
        var (from, until) = (call.Body.From, call.Body.Until);
        if (!AuditPack.Allows(from, until))
        {
            return Invalid.Field("until", $"from부터 {AuditPack.DaysMax}일 안의 날짜로 적어 주세요.");
        }
        await download.NoteAsync(call.Tenant, call.Actor, from, until, ct);
        return new CsvAnswer(DownloadAccesses.FileName(from, until), AccessSheet.Headings, DownloadAccesses.RowsAsync(store, call.Tenant, from, until, ct));
    }

    private static async Task<Answer<GetAccessReviewsResponse>> GetAccessReviews(ApiCall call, [FromQuery] string? month, Store store, TimeProvider time, CancellationToken ct)
    {
        var chosen = month is null ? ReviewAccesses.FirstOf(SeoulTime.DateOf(time.GetUtcNow())).AddMonths(-1) : Month(month);
        if (chosen is not { } first)
        {
            return Invalid.Field("month", MonthMend);
        }
        await using var db = store.Read(call.Tenant);
        return new GetAccessReviewsResponse
        {
            Month = first.ToString(MonthFormat, CultureInfo.InvariantCulture),
            Tallies = [.. (await ReviewAccesses.TallyAsync(db, first, ct)).Select(tally => new AccessTallyView
            {
                ActorKind = Code.Of(tally.Kind).As<EventActorKind>(), ActorId = tally.ActorId, Count = tally.Count, FileCount = tally.FileCount, SubjectCount = tally.SubjectCount, NightCount = tally.NightCount,
            })],
            Reviews = [.. (await ReviewAccesses.ReadAsync(db, ct)).Select(Write)],
        };
    }

    private static async Task<Answer<ReviewAccessRecordsResponse>> ReviewAccessRecords(ApiCall<ReviewAccessRecordsBody> call, ReviewAccesses review, Store store, CancellationToken ct)
    {
        if (Month(call.Body.Month) is not { } first)
        {
            return Invalid.Field("month", MonthMend);
        }
        var done = await review.HandleAsync(call.Tenant, call.Actor, first, call.Body.Findings, ct);
        if (done.IsRefused)
        {
            return Refuse(done.Refusal);
        }
        await using var db = store.Read(call.Tenant);
        return new ReviewAccessRecordsResponse { Reviews = [.. (await ReviewAccesses.ReadAsync(db, ct)).Select(Write)] };
    }

    private static ApiError Refuse(Refusal refusal) => refusal switch
    {
        AccessReviewRefusal.MonthNotOver => Invalid.Field("month", "아직 끝나지 않은 달이에요. 지난달이나 그 전의 달을 적어 주세요."),
        AccessReviewRefusal.FindingsMissing => Invalid.Field("findings", "점검한 결과를 적어 주세요."),
        AccessReviewRefusal.FindingsTooLong tooLong => Invalid.Field("findings", $"{tooLong.LengthMax}자 이하로 적어 주세요."),
        _ => Invalid.Of(refusal),
    };

    private static DateOnly? Month(string text) => DateOnly.TryParseExact(text, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : null;

    private static AccessReviewView Write(AccessReview review) => new() { Month = review.Month, ActorId = review.ActorId, At = review.At, Findings = review.Findings };

    private static AccessRecordView Write(AccessRecord record) => new()
    {
        Number = record.Number,
        At = record.At,
        ActorKind = Code.Of(record.ActorKind).As<EventActorKind>(),
        ActorId = record.ActorId,
        NetworkAddress = record.NetworkAddress,
        Operation = record.Operation,
        Target = record.Target.Length > 0 ? record.Target : null,
        Items = [.. record.Items.Select(item => Code.Of(item).As<PersonalDataItemCode>())],
        Subjects = [.. record.SubjectList.Select(subject => new AccessSubjectView { Kind = Code.Of(subject.Kind).As<AccessSubjectKind>(), Id = subject.Id })],
        SubjectCount = record.SubjectCount,
        Hash = record.Hash,
    };
}
