using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage;

namespace Jeongsan.Server.Api;

/// <summary>Runs the work of a key once: the key, the work and the answer are committed together.</summary>
internal sealed class IdempotentAnswers(IdempotentRequests requests, OutboxOptions options) : IIdempotentAnswers
{
    /// <summary>What crash tests call the moment of the answer.</summary>
    private const string CrashPoint = "Api.Answer";

    public async Task<IdempotentResult> OnceAsync(IdempotentRequest request, Func<CancellationToken, Task<StoredAnswer>> work, CancellationToken ct)
    {
        if (await requests.FindAsync(request.Tenant, request.Key, ct) is { } earlier)
        {
            return Repeat(request, earlier);
        }
        var mark = new IdempotencyMark(request.Key, request.Fingerprint);
        IdempotencyMark.Current = mark;
        try
        {
            var answer = await work(ct);
            options.DieAt(CrashPoint, "before");
            await mark.KeepAsync(new KeptAnswer(answer.Status, answer.Body.ToArray()), ct);
            options.DieAt(CrashPoint, "after");
            return new IdempotentResult.Answered(answer, IsRepeat: false);
        }
        catch (IdempotencyKeyTakenException)
        {
            IdempotencyMark.Current = null;
            return await requests.FindAsync(request.Tenant, request.Key, ct) is { } faster ? Repeat(request, faster) : new IdempotentResult.InProgress();
        }
        finally
        {
            IdempotencyMark.Current = null;
            await mark.AbandonAsync();
        }
    }

    private static IdempotentResult Repeat(IdempotentRequest request, RememberedRequest known) => known.Fingerprint == request.Fingerprint
        ? new IdempotentResult.Answered(new StoredAnswer(known.Status, known.Body), IsRepeat: true)
        : new IdempotentResult.KeyReused();
}
