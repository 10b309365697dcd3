using Jeongsan.Application.Storage;
using Jeongsan.Domain.Privacy;

namespace Jeongsan.Application.Privacy;

/// <summary>The register as anybody may read it (제26조 ②).</summary>
public static class PublicRegister
{
    public static Task<ConsignmentRegister> ReadAsync(JeongsanContext db, CancellationToken ct) => PrivacyGate.ReadAsync(db, ct);
}
