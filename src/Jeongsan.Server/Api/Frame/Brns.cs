using Jeongsan.Domain.Partners;

namespace Jeongsan.Server.Api;

/// <summary>Business numbers as callers write them: with dashes or without.</summary>
internal static class Brns
{
    public static BusinessRegistrationNumber Read(string text) => BusinessRegistrationNumber.From(text.Replace("-", "", StringComparison.Ordinal).Trim());
}
