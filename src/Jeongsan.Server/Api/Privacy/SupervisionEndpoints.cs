using Jeongsan.Application.People;
using Jeongsan.Application.Privacy.Supervision;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Privacy;

/// <summary>수탁자 관리·감독 (제26조 ④): what has to be done with whom by when, and what shows that it was.</summary>
internal static class SupervisionEndpoints
{
    public static void MapSupervision(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/privacy").WithTags("개인정보 (자체 API)");
        routes.MapGet("/supervision", GetDueSupervision).Needs(PersonRight.See).Refuses<PrivacyError>();
        routes.MapGet("/processors/{id}/evidence", GetProcessorEvidence).Needs(PersonRight.See).Refuses<PrivacyError>();
        routes.MapPost("/processors/{id}/evidence", RecordProcessorEvidence).Needs(PersonRight.Edit).Refuses<PrivacyError>();
        // A contract between two companies: no partner's data.
        routes.MapGet("/processors/{id}/evidence/{evidenceId}/file", DownloadProcessorEvidence).Needs(PersonRight.Edit).Shows().Refuses<PrivacyError>();
    }

    private static async Task<Answer<GetDueSupervisionResponse>> GetDueSupervision(ApiCall call, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        return new GetDueSupervisionResponse
        {
            Items = [.. (await SupervisionState.ReadAsync(db, ct)).Select(due => new DueSupervisionView
            {
                ProcessorId = due.Processor.Id.Value, Kind = Code.Of(due.Kind).As<EvidenceKindCode>(), DueOn = due.DueOn,
            })],
        };
    }

    private static async Task<Answer<GetProcessorEvidenceResponse>> GetProcessorEvidence(ApiCall call, string id, Store store, CancellationToken ct)
    {
        var own = ProcessorId.From(id);
        await using var db = store.Read(call.Tenant);
        if (!await db.Set<ConsignmentProcessor>().AnyAsync(row => row.Id == own, ct))
        {
            return new ProcessorNotFoundError();
        }
        return new GetProcessorEvidenceResponse { Items = [.. (await EvidenceList.ReadAsync(db, own, ct)).Select(Write)] };
    }

    private static async Task<Answer<RecordProcessorEvidenceResponse>> RecordProcessorEvidence(ApiCall<RecordProcessorEvidenceBody> call, string id, KeepEvidence keep, CancellationToken ct)
    {
        EvidenceFile? file = null;
        if (call.Body.File is { } sent)
        {
            if (!TryDecode(sent.Content, out var content))
            {
                return Invalid.Field("file.content", "base64로 적은 파일 내용이 아니에요.");
            }
            file = new EvidenceFile(sent.Name, content);
        }
        var evidence = new NewEvidence(Code.Of(call.Body.Kind).As<EvidenceKind>(), call.Body.On, call.Body.Words, file);
        return (await keep.HandleAsync(call.Tenant, call.Actor, ProcessorId.From(id), evidence, ct))
            .Answer(kept => new RecordProcessorEvidenceResponse { Evidence = Write(EvidenceRow.Of(kept)) }, PrivacyRefusals.Of);
    }

    private static async Task<BytesAnswer> DownloadProcessorEvidence(ApiCall call, string id, string evidenceId, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        return await EvidenceList.FileAsync(db, ProcessorId.From(id), ProcessorEvidenceId.From(evidenceId), ct) is { } file
            ? new BytesAnswer(file.Content, file.Name)
            : new BytesAnswer(new ProcessorNotFoundError());
    }

    private static bool TryDecode(string text, out byte[] content)
    {
        content = new byte[((text.Length / 4) + 1) * 3];
        var isBase64 = Convert.TryFromBase64String(text, content, out var length);
        content = content[..length];
        return isBase64;
    }

    private static ProcessorEvidenceView Write(EvidenceRow row) => new()
    {
        Id = row.Id.Value,
        Kind = Code.Of(row.Kind).As<EvidenceKindCode>(),
        On = row.On,
        Words = row.Words,
        FileName = row.FileName,
        FileSha256 = row.FileHash,
        RecordedAt = row.RecordedAt,
    };
}

internal enum EvidenceKindCode
{
    Contract,
    Supervision,
    Training,
}

internal sealed record DueSupervisionView
{
    public required string ProcessorId { get; init; }

    /// <summary><c>SUPERVISION</c> or <c>TRAINING</c>.</summary>
    public required EvidenceKindCode Kind { get; init; }

    /// <summary>A year after the last time, or after the work began; in Seoul.</summary>
    public required DateOnly DueOn { get; init; }
}

internal sealed record GetDueSupervisionResponse
{
    /// <summary>The earliest first; of processors that the platform supervises itself.</summary>
    public required IReadOnlyList<DueSupervisionView> Items { get; init; }
}

internal sealed record ProcessorEvidenceView
{
    public required string Id { get; init; }

    public required EvidenceKindCode Kind { get; init; }

    /// <summary>The day in Seoul on which it was done, or signed.</summary>
    public required DateOnly On { get; init; }

    public required string Words { get; init; }

    /// <summary>Absent without a file.</summary>
    public string? FileName { get; init; }

    /// <summary>Of the file, in lower-case hex.</summary>
    public string? FileSha256 { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

internal sealed record GetProcessorEvidenceResponse
{
    /// <summary>The latest first.</summary>
    public required IReadOnlyList<ProcessorEvidenceView> Items { get; init; }
}

internal sealed record EvidenceFileBody
{
    /// <summary>At most 200 characters, without a path.</summary>
    public required string Name { get; init; }

    /// <summary>Base64; at most 5 MiB when decoded.</summary>
    public required string Content { get; init; }
}

internal sealed record RecordProcessorEvidenceBody
{
    public required EvidenceKindCode Kind { get; init; }

    /// <summary>The day in Seoul on which it was done, or signed; not in the future.</summary>
    public required DateOnly On { get; init; }

    /// <summary>What was looked at or taught and what came of it; of a contract, what it is. At most 2,000 characters.</summary>
    public required string Words { get; init; }

    public EvidenceFileBody? File { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record RecordProcessorEvidenceResponse
{
    public required ProcessorEvidenceView Evidence { get; init; }
}
