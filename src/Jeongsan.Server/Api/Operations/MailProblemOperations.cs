using Jeongsan.Application.Mails;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Operations;

/// <summary>Partners whom mails don't reach.</summary>
internal static class MailProblemOperations
{
    public static void MapMailProblemOperations(this IEndpointRouteBuilder api) =>
        api.MapGet("/platform/mail-problems", GetMailProblems).WithTags("메일 (자체 API)").Needs(PersonRight.See).Refuses<MailProblemsError>();

    private static async Task<Answer<GetMailProblemsResponse>> GetMailProblems(ApiCall call, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        return new GetMailProblemsResponse
        {
            Items = [.. (await MailProblems.ReadAsync(db, partner: null, ct)).Select(problem => new MailProblemView
            {
                PartnerId = problem.PartnerId.Value,
                PartnerName = problem.PartnerName,
                Since = problem.Since,
                Kind = problem.Fate == MailFate.Refused ? MailProblemKind.Refused : MailProblemKind.Bounced,
                Reason = problem.Reason,
            })],
        };
    }
}

internal enum MailProblemKind
{
    /// <summary>The mail server refused it at once.</summary>
    Refused,

    /// <summary>It came back later.</summary>
    Bounced,
}

internal sealed record MailProblemView
{
    public required string PartnerId { get; init; }

    public required string PartnerName { get; init; }

    /// <summary>When the first mail that the present address did not take was refused or came back.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Of the newest such mail.</summary>
    public required MailProblemKind Kind { get; init; }

    /// <summary>The mail server's words, without the address.</summary>
    public required string Reason { get; init; }
}

internal sealed record GetMailProblemsResponse
{
    /// <summary>Whoever has not been reached longest stands first. A changed address, or a mail that was taken, ends it.</summary>
    public required IReadOnlyList<MailProblemView> Items { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError))]
internal sealed class MailProblemsError;
