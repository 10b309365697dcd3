namespace Jeongsan.Server.Api;

/// <summary>The 200 answer of an operation that says nothing but that it was carried out.</summary>
internal sealed record Nothing;
