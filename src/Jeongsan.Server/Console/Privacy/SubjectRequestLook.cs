using Jeongsan.Application.Mails;
using Jeongsan.Application.Privacy.Incidents;
using Jeongsan.Application.Privacy.Requests;
using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Console.States;
using MudBlazor;

namespace Jeongsan.Server.Console.Privacy;

/// <summary>How requests of data subjects and incidents look.</summary>
internal static class SubjectRequestLook
{
    internal static StateLook Of(SubjectRequest request, DateOnly today) => request.IsLate(today)
        ? new($"{SubjectRequestWords.Of(request.Status)} · {KoreanWords.DaysLeft(today, request.Deadline)}", StateColour.Red, Icons.Material.Outlined.ErrorOutline)
        : request.Status switch
        {
            SubjectRequestStatus.Received or SubjectRequestStatus.Identified => new(SubjectRequestWords.Of(request.Status), StateColour.Amber, Icons.Material.Outlined.Schedule),
            SubjectRequestStatus.Completed or SubjectRequestStatus.Refused => new(SubjectRequestWords.Of(request.Status), StateColour.Amber, Icons.Material.Outlined.Mail),
            SubjectRequestStatus.Answering => new(SubjectRequestWords.Of(request.Status), StateColour.Blue, Icons.Material.Outlined.Autorenew, true),
            SubjectRequestStatus.AnswerFailed => new(SubjectRequestWords.Of(request.Status), StateColour.Red, Icons.Material.Outlined.ErrorOutline),
            SubjectRequestStatus.Answered => new(SubjectRequestWords.Of(request.Status), StateColour.Green, Icons.Material.Outlined.CheckCircle),
            SubjectRequestStatus.Withdrawn => new(SubjectRequestWords.Of(request.Status), StateColour.Grey, Icons.Material.Outlined.RemoveCircleOutline),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Status, null),
        };

    /// <summary><c>D-3 (11월 10일 화)</c>; empty when nothing is to be done any more.</summary>
    internal static string Deadline(SubjectRequest request, DateOnly today) =>
        request.IsOpen ? $"{KoreanWords.DaysLeft(today, request.Deadline)} ({KoreanWords.DayAndWeekday(request.Deadline)})" : "";

    internal static StateLook Of(LegalNoticeDelivery delivery) => delivery switch
    {
        LegalNoticeDelivery.Pending => new(SubjectRequestWords.Of(delivery), StateColour.Blue, Icons.Material.Outlined.Autorenew, true),
        LegalNoticeDelivery.Delivered or LegalNoticeDelivery.ToldOtherwise => new(SubjectRequestWords.Of(delivery), StateColour.Green, Icons.Material.Outlined.CheckCircle),
        LegalNoticeDelivery.Failed => new(SubjectRequestWords.Of(delivery), StateColour.Red, Icons.Material.Outlined.ErrorOutline),
        _ => throw new ArgumentOutOfRangeException(nameof(delivery), delivery, null),
    };

    internal static StateLook Of(Incident incident, DateTimeOffset now) => incident.Status switch
    {
        IncidentStatus.Closed => new(IncidentWords.Of(incident.Status), StateColour.Grey, Icons.Material.Outlined.CheckCircle),
        IncidentStatus.Telling => new(IncidentWords.Of(incident.Status), StateColour.Blue, Icons.Material.Outlined.Mail),
        _ => new(IncidentWords.Of(incident.Status), now > incident.DueAt ? StateColour.Red : StateColour.Amber, Icons.Material.Outlined.Schedule),
    };

    /// <summary><c>31시간 남음 (11-10 09:00까지)</c>.</summary>
    internal static string Clock(Incident incident, DateTimeOffset now)
    {
        var hours = (incident.DueAt - now).Ticks / TimeSpan.TicksPerHour;
        return now <= incident.DueAt
            ? $"{KoreanWords.Digits(hours)}시간 남음 ({KoreanWords.InstantInTable(incident.DueAt)}까지)"
            : $"{KoreanWords.Digits(-hours)}시간 지남 ({KoreanWords.InstantInTable(incident.DueAt)}까지였음)";
    }
}
