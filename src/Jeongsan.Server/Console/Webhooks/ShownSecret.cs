namespace Jeongsan.Server.Console.Webhooks;

/// <summary>A signing secret that a person sees once.</summary>
/// <param name="OldUntil">Until when the one of before fits too; null for the first one.</param>
public sealed record ShownSecret(Uri Url, string Secret, DateTimeOffset? OldUntil);
