using Jeongsan.Popbill.Emulator.Storage;
using Microsoft.AspNetCore.Http;

namespace Jeongsan.Popbill.Emulator.Wire;

/// <summary>One request, read whole, with the open transaction it runs in.</summary>
internal sealed record ApiCall
{
    public required string Method { get; init; }

    public required string[] Segments { get; init; }

    /// <summary>X-HTTP-Method-Override; null when absent or empty.</summary>
    public required string? Verb { get; init; }

    public required IQueryCollection Query { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>Parts of a multipart body; empty for every other.</summary>
    public IReadOnlyList<FormPart> Parts { get; init; } = [];

    public required IHeaderDictionary Headers { get; init; }

    /// <summary>Address of the caller.</summary>
    public required string Ip { get; init; }

    public required EmulatorSession Db { get; init; }

    /// <summary>The emulator's clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Ten digits of the acting company; empty only on the calls that carry no token.</summary>
    public string CorpNum { get; init; } = "";

    /// <summary>A fault makes every charge fail as if no points were left.</summary>
    public bool OutOfPoints { get; init; }

    public string? Q(string name) => Query.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } text ? text : null;

    public bool Has(string name) => Query.ContainsKey(name);
}
