using Jeongsan.Application.Privacy.Accesses;

namespace Jeongsan.Application.Audit;

/// <summary>What a proof states.</summary>
/// <param name="Before">Hash of the proof before it; null in the first one.</param>
/// <param name="Ledger">The lines that were written since the proof before.</param>
/// <param name="History">The events that were written since the proof before.</param>
/// <param name="Access">The last record of who was shown personal data; null while there is none.</param>
public sealed record ProofContent(
    int Number, string? Before, string Merchant, string Mode, DateTimeOffset At, AuditReport Report, ProofRange Ledger, ProofRange History, AccessHead? Access = null);

/// <summary>Rows of an append-only table.</summary>
/// <param name="After">Rows with a greater sequence number than this …</param>
/// <param name="Until">… up to this one, included.</param>
/// <param name="Digest">SHA-256 over the rows in order (<see cref="ProofDigest"/>), in lower-case hexadecimal digits.</param>
public sealed record ProofRange(long After, long Until, long Count, string Digest);
