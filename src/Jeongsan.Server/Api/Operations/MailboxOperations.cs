using Jeongsan.Application.Mails;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Console.Mailbox;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Operations;

/// <summary>메일함: what was "sent" while no SMTP server is set, and what the Popbill emulator sent in Popbill's name.</summary>
internal static class MailboxOperations
{
    private const string Ours = "jeongsan";
    private const string Emulators = "popbill-emulator";

    // Links in mails let their reader act for a supplier: whoever reads them all must be allowed to edit.
    public static void MapMailboxOperations(this IEndpointRouteBuilder api) =>
        api.MapGroup("/mailbox.json").WithTags("메일함 (자체 API)").MapGet("", GetMailbox).Needs(PersonRight.Edit).Refuses<MailboxError>();

    private static async Task<Answer<GetMailboxResponse>> GetMailbox(ApiCall call, Store store, EmulatorMails emulator, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        // What went with a mail stays in the table: the list only names it.
        var own = await db.Set<MailboxMail>()
            .Select(mail => new { mail.Id, mail.FromName, mail.To, mail.Subject, mail.Html, mail.Text, mail.SentAt, mail.AttachmentName }).ToListAsync(ct);
        if (await emulator.ReadAsync(ct) is not { } others)
        {
            return new MailboxUnavailableError();
        }
        return new GetMailboxResponse
        {
            Mails =
            [
                .. own.Select(mail => new MailView { Id = mail.Id, From = mail.FromName, To = mail.To, Subject = mail.Subject, Html = mail.Html, Text = mail.Text, SentAt = mail.SentAt, Source = Ours, AttachmentName = mail.AttachmentName })
                    .Concat(others.Select(mail => new MailView { Id = mail.Id, From = mail.From, To = mail.To, Subject = mail.Subject, Html = mail.Html, Text = mail.Text, SentAt = mail.SentAt, Source = Emulators }))
                    .OrderBy(mail => mail.SentAt)
                    .ThenBy(mail => mail.Id, StringComparer.Ordinal),
            ],
        };
    }
}

[Personal(PersonalDataItem.Contact)]
internal sealed record MailView
{
    public required string Id { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Html { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The PDF that goes with it; null when none does.</summary>
    public string? AttachmentName { get; init; }

    /// <summary>jeongsan or popbill-emulator.</summary>
    public required string Source { get; init; }
}

internal sealed record GetMailboxResponse
{
    public required IReadOnlyList<MailView> Mails { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(UnauthorizedError), typeof(InvalidRequestError), typeof(MailboxUnavailableError))]
internal sealed class MailboxError;

[ErrorType("MAILBOX_UNAVAILABLE", 503, "팝빌 에뮬레이터의 메일을 읽지 못했어요. 잠시 뒤 다시 시도해 주세요.")]
internal sealed record MailboxUnavailableError : ApiError;
