using System.Text.Json;

namespace Jeongsan.Popbill;

/// <summary>A state change that Popbill tells. It carries no signature: take it only as a hint to ask for the state.</summary>
/// <remarks>The same event may come several times; <see cref="ItemKey"/>, <see cref="EventType"/> and <see cref="StateDT"/> together name it. Unknown event names must be tolerated.</remarks>
public sealed record PopbillWebhook(string? CorpNum, string? ItemKey, string? EventType, int? StateCode, string? StateDT, string? ApprovalNumber, string? InvoicerMgtKey, string? InvoiceeMgtKey)
{
    /// <summary>The answer with which the receiver says that it has the event; anything else makes Popbill send it again.</summary>
    public const string Received = "OK";

    /// <summary>Null when the body is no JSON object. Reads any casing, and numbers as text.</summary>
    public static PopbillWebhook? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<Body>(body, PopbillJson.Options) is { } b
                ? new(b.CorpNum, b.ItemKey, b.EventType, int.TryParse(b.StateCode, out var state) ? state : null, b.StateDT, b.NtsConfirmNum, b.InvoicerMgtKey, b.InvoiceeMgtKey)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Body(string? CorpNum, string? ItemKey, string? EventType, string? StateCode, string? StateDT, string? NtsConfirmNum, string? InvoicerMgtKey, string? InvoiceeMgtKey);
}
