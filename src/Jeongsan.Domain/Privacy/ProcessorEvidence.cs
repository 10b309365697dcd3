using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Privacy;

public enum EvidenceKind
{
    /// <summary>위탁 계약서: the written contract itself (제26조 ①).</summary>
    Contract,

    /// <summary>감독: how the processor treats the data was looked at (제26조 ④).</summary>
    Supervision,

    /// <summary>교육 (제26조 ④).</summary>
    Training,
}

[JsonConverter(typeof(TextIdJsonConverter<ProcessorEvidenceId>))]
public readonly record struct ProcessorEvidenceId(string Value) : ITextId<ProcessorEvidenceId>
{
    public static ProcessorEvidenceId From(string value) => new(value);

    public override string ToString() => Value;
}

public sealed record EvidenceFile(string Name, byte[] Content);

/// <param name="On">The day in Seoul on which it was done, or signed.</param>
/// <param name="Words">What was looked at or taught and what came of it; of a contract, what it is.</param>
public sealed record NewEvidence(EvidenceKind Kind, DateOnly On, string Words, EvidenceFile? File);

/// <summary>What shows that a processor is bound, supervised and trained. Never changes and is never removed: what was wrong is corrected by a further one.</summary>
public sealed class ProcessorEvidence : ITenantOwned
{
    public const int WordsLengthMax = 2_000;
    public const int FileNameLengthMax = 200;
    public const int FileBytesMax = 5 * 1024 * 1024;

    private ProcessorEvidence()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public ProcessorEvidenceId Id { get; private set; }
    public ProcessorId ProcessorId { get; private set; }
    public EvidenceKind Kind { get; private set; }
    public DateOnly On { get; private set; }
    public string Words { get; private set; } = null!;

    /// <summary>Null without a file.</summary>
    public string? FileName { get; private set; }

    public byte[]? File { get; private set; }

    /// <summary>SHA-256 of the file in lower-case hex.</summary>
    public string? FileHash { get; private set; }

    /// <summary>As <see cref="Actor"/> writes it.</summary>
    public string RecordedBy { get; private set; } = null!;

    public DateTimeOffset RecordedAt { get; private set; }

    /// <param name="today">Today in Seoul.</param>
    /// <remarks>Refused: EvidenceUnusable.</remarks>
    public static Outcome<ProcessorEvidence> Record(Tenant tenant, ProcessorEvidenceId id, ProcessorId processor, NewEvidence evidence, DateOnly today, Actor by, DateTimeOffset at)
    {
        if (Check(evidence, today) is { } problem)
        {
            return new PrivacyRefusal.EvidenceUnusable(problem);
        }

        return new ProcessorEvidence
        {
            MerchantId = tenant.Merchant,
            Mode = tenant.Mode,
            Id = id,
            ProcessorId = processor,
            Kind = evidence.Kind,
            On = evidence.On,
            Words = evidence.Words.Trim(),
            FileName = evidence.File?.Name.Trim(),
            File = evidence.File?.Content,
            FileHash = evidence.File is { } file ? Convert.ToHexStringLower(SHA256.HashData(file.Content)) : null,
            RecordedBy = by.ToString(),
            RecordedAt = at,
        };
    }

    private static EvidenceProblem? Check(NewEvidence evidence, DateOnly today) => evidence switch
    {
        _ when evidence.On > today => EvidenceProblem.InFuture,
        _ when string.IsNullOrWhiteSpace(evidence.Words) => EvidenceProblem.WordsMissing,
        _ when evidence.Words.Trim().Length > WordsLengthMax => EvidenceProblem.WordsTooLong,
        { File: null } => null,
        { File.Content.Length: 0 } => EvidenceProblem.FileEmpty,
        { File.Content.Length: > FileBytesMax } => EvidenceProblem.FileTooLarge,
        { File.Name: var name } when name.Trim().Length is 0 or > FileNameLengthMax || name.Any(mark => char.IsControl(mark) || mark is '/' or '\\') => EvidenceProblem.FileNameUnusable,
        _ => null,
    };
}

public enum EvidenceProblem
{
    InFuture,
    WordsMissing,
    WordsTooLong,
    FileEmpty,
    FileTooLarge,
    FileNameUnusable,
}

/// <summary>When a processor has to be supervised and trained again: a year after the last time, or after the work began.</summary>
public static class SupervisionRule
{
    /// <summary>Shown as a task so long before.</summary>
    public const int DaysAhead = 30;

    /// <summary>Null of a contract, which is made once, and of a processor that the platform does not supervise itself: a sub-processor's processor does.</summary>
    /// <param name="lastOn">When it was done last; null: never.</param>
    /// <param name="since">The day in Seoul since which the processor does the work.</param>
    public static DateOnly? DueOn(EvidenceKind kind, ConsignmentProcessor processor, DateOnly? lastOn, DateOnly since)
    {
        ArgumentNullException.ThrowIfNull(processor);
        return kind == EvidenceKind.Contract || processor.Status != ProcessorStatus.Active || processor.ParentId is not null
            ? null
            : (lastOn > since ? lastOn.Value : since).AddYears(1);
    }

    public static bool IsNear(DateOnly dueOn, DateOnly today) => dueOn <= today.AddDays(DaysAhead);
}
