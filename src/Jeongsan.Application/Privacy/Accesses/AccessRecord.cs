using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Privacy.Accesses;

/// <summary>
/// 접속기록: that somebody was shown personal data (개인정보의 안전성 확보조치 기준 제8조: who, when, from where, whose, what was done).
/// Only added, never changed: the database refuses it, and each record holds the fingerprint of the one before it.
/// </summary>
public sealed class AccessRecord : ITenantOwned
{
    /// <summary>A list shows no more at once; of a longer one the first are kept, and all are counted.</summary>
    public const int SubjectsMax = 1_000;

    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }

    /// <summary>1, 2, 3 …; none is missing.</summary>
    public required long Number { get; init; }

    /// <summary>By the machine's clock.</summary>
    public required DateTimeOffset At { get; init; }
    public required ActorKind ActorKind { get; init; }
    public required string ActorId { get; init; }

    /// <summary>From where: the IP address of the caller; empty when a command of the server itself looked.</summary>
    public required string NetworkAddress { get; init; }

    /// <summary>What was done: the operation of the API (<c>getPlatformPartner</c>), or the page of the console (<c>/partners/{id}</c>).</summary>
    public required string Operation { get; init; }

    /// <summary>Of what, as the address named it: <c>id=pay-1</c>; empty for lists.</summary>
    public required string Target { get; init; }
    public required IReadOnlyList<PersonalDataItem> Items { get; init; }

    /// <summary>Whose data: one line each, the kind, a blank, the id. Empty when a whole sheet was taken.</summary>
    public required string Subjects { get; init; }

    /// <summary>How many there were; null when a whole sheet was taken and nobody counted.</summary>
    public required int? SubjectCount { get; init; }

    /// <summary>SHA-256 of the hash before and this record, in lower-case hexadecimal digits (<see cref="HashAfter"/>).</summary>
    public string Hash { get; internal set; } = "";

    /// <summary>Those that were kept, as they were noted.</summary>
    public IEnumerable<DataSubject> SubjectList => Subjects.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2)).Select(parts => new DataSubject(Enum.Parse<DataSubjectKind>(parts[0]), parts[1]));

    public static string Line(DataSubject subject) => $"{subject.Kind} {subject.Id}\n";

    /// <summary>What <see cref="Hash"/> has to be: of the hash before it (empty for the first one), a line feed, and the values as a JSON array; instants as microseconds since 1970.</summary>
    public string HashAfter(string? before)
    {
        object?[] values =
        [
            MerchantId.Value, Mode.ToString(), Number, (At.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond, ActorKind.ToString(), ActorId, NetworkAddress, Operation, Target,
            Items.Select(item => item.ToString()).ToArray(), Subjects, SubjectCount,
        ];
        return Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes($"{before}\n"), .. JsonSerializer.SerializeToUtf8Bytes(values)]));
    }
}

internal sealed class AccessRecordMapping : IEntityTypeConfiguration<AccessRecord>
{
    public void Configure(EntityTypeBuilder<AccessRecord> builder)
    {
        builder.ToTable("access_records");
        builder.TenantKey(nameof(AccessRecord.Number));
        builder.Property(record => record.Items).Json();
        builder.Ignore(record => record.SubjectList);
        builder.HasIndex(record => new { record.MerchantId, record.Mode, record.At });
        builder.HasIndex(record => new { record.MerchantId, record.Mode, record.ActorId, record.At });
    }
}
