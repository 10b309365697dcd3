namespace Jeongsan.Domain.Foundation;

/// <summary>A property that the platform defined for its partners or transfers. At most ten of each kind.</summary>
public sealed record UserDefinedProperty(string Key, string Value);
