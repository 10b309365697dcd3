using Jeongsan.Application.Storage;

namespace Jeongsan.Server.Api;

/// <summary>Runs the work of a key once: the key is written in the work's own transaction, the answer right after it.</summary>
internal sealed class IdempotentAnswers(IdempotentRequests requests, TimeProvider time) : IIdempotentAnswers
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);

    /// <summary>A key whose work is this old and that still has no answer belongs to a process that ended in between.</summary>
    private static readonly TimeSpan AnswerDue = TimeSpan.FromSeconds(8);

    public async Task<IdempotentResult> OnceAsync(IdempotentRequest request, Func<CancellationToken, Task<StoredAnswer>> work, CancellationToken ct)
    {
        if (await requests.FindAsync(request.Tenant, request.Key, ct) is { } earlier)
        {
            return await RepeatAsync(request, earlier, ct);
        }
        var mark = new IdempotencyMark(request.Key, request.Fingerprint);
        IdempotencyMark.Current = mark;
        StoredAnswer answer;
        try
        {
            answer = await work(ct);
        }
        catch (IdempotencyKeyTakenException)
        {
            var faster = await requests.FindAsync(request.Tenant, request.Key, ct);
            return faster is null ? new IdempotentResult.InProgress() : await RepeatAsync(request, faster, ct);
        }
        finally
        {
            IdempotencyMark.Current = null;
        }
        // Nothing was written when the request was refused: the caller may mend it and use the key again.
        if (mark.IsWritten)
        {
            await requests.RememberAnswerAsync(request.Tenant, request.Key, answer.Status, answer.Body.ToArray(), CancellationToken.None);
        }
        return new IdempotentResult.Answered(answer, IsRepeat: false);
    }

    private async Task<IdempotentResult> RepeatAsync(IdempotentRequest request, RememberedRequest earlier, CancellationToken ct)
    {
        var limit = time.GetUtcNow() + WaitMax;
        for (RememberedRequest? known = earlier; known is not null && time.GetUtcNow() < limit; known = await requests.FindAsync(request.Tenant, request.Key, ct))
        {
            if (known.Fingerprint != request.Fingerprint)
            {
                return new IdempotentResult.KeyReused();
            }
            if (known.Status is { } status)
            {
                return new IdempotentResult.Answered(new StoredAnswer(status, known.Body), IsRepeat: true);
            }
            if (known.CarriedOutAt + AnswerDue < time.GetUtcNow())
            {
                return new IdempotentResult.AnswerLost();
            }
            await Task.Delay(Look, time, ct);
        }
        return new IdempotentResult.InProgress();
    }
}
