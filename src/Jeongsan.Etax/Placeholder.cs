namespace Jeongsan.Etax;
public sealed record EtaxVerification(bool IsValid, string? Reason);
public static class EtaxVerifier { public static EtaxVerification Verify(ReadOnlyMemory<byte> xml) => new(xml.Length > 0, null); }
