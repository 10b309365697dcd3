namespace Jeongsan.Etax;

/// <summary>One kind of certificate that may sign e-tax invoices.</summary>
public sealed record CertificatePolicy(string Oid, string Authority, bool IsTaxInvoiceOnly);

/// <summary>The certificate policies that may sign e-tax invoices, as data: an operator can add to the published ones.</summary>
/// <remarks>Collected from public pages of banks and ministries. Not among them, on purpose: personal and corporate banking certificates.</remarks>
public sealed class CertificatePolicies(IEnumerable<CertificatePolicy> policies)
{
    private readonly Dictionary<string, CertificatePolicy> byOid = policies.ToDictionary(policy => policy.Oid);

    /// <summary>The policies known when this version was published.</summary>
    public static CertificatePolicies Published { get; } = new(
    [
        new("1.2.410.200004.5.2.1.1", "한국정보인증", false),
        new("1.2.410.200004.5.1.1.7", "코스콤", false),
        new("1.2.410.200005.1.1.5", "금융결제원", false),
        new("1.2.410.200004.5.4.1.2", "한국전자인증", false),
        new("1.2.410.200012.1.1.3", "한국무역정보통신", false),
        new("1.2.410.200004.5.3.1.1", "한국지능정보사회진흥원", false),
        new("1.2.410.200004.5.3.1.2", "한국지능정보사회진흥원", false),
        new("1.2.410.200005.1.1.6.8", "금융결제원", true),
        new("1.2.410.200004.5.2.1.6.257", "한국정보인증", true),
        new("1.2.410.200004.5.2.1.5001", "한국정보인증", true),
        new("1.2.410.200004.5.4.1.74", "한국전자인증", true),
        new("1.2.410.200004.5.5.1.4.2", "이니텍", true),
    ]);

    /// <summary>These and more; one with the same OID is replaced.</summary>
    public CertificatePolicies With(params IEnumerable<CertificatePolicy> more) =>
        new(byOid.Values.Concat(more).GroupBy(policy => policy.Oid).Select(group => group.Last()));

    /// <summary>Null when certificates of this policy may not sign e-tax invoices.</summary>
    public CertificatePolicy? Find(string? oid) => oid is null ? null : byOid.GetValueOrDefault(oid);
}
