using Jeongsan.Application.Mails;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Console.Privacy;
using Jeongsan.Server.Console.Session;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Console.Mailbox;

/// <summary>What went with a mail of the mailbox, as a file.</summary>
internal static class AttachmentDownload
{
    private const string Route = "/console/mailbox";

    internal static string AddressOf(string mailId) => $"{Route}/{Uri.EscapeDataString(mailId)}/attachment";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet($"{Route}/{{id}}/attachment", DownloadAsync).ExcludeFromDescription().NotesAccess(PersonalDataItem.BusinessIdentity, PersonalDataItem.SettlementLines).RequireAuthorization(ConsoleAuthentication.PolicyName(PersonRight.See));

    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(string id, HttpContext http, Store store, CancellationToken ct)
    {
        await using var db = store.Read(new Tenant(ConsoleAuthentication.MerchantOf(http.User), ConsoleCookies.ReadMode(http.Request)));
        if (await db.Set<MailboxMail>().SingleOrDefaultAsync(mail => mail.Id == id, ct) is not { Attachment: { } content, AttachmentName: { } name }) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(content, MailAttachment.MediaType, name);
    }
}
