using System.Text.Json.Serialization;

namespace Jeongsan.Popbill.Emulator.TaxInvoices;

/// <summary>Body of the state calls; every part may be missing.</summary>
internal sealed record Memo([property: JsonPropertyName("memo")] string? Text, string? EmailSubject, bool? ForceIssue);
