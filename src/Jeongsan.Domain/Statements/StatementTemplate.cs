using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Statements;

/// <summary>정산내역서 양식. Of a platform that has any, one is the default.</summary>
public sealed class StatementTemplate : ITenantOwned
{
    private StatementTemplate()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public StatementTemplateId Id { get; private set; }
    public StatementTerms Terms { get; private set; } = null!;

    /// <summary>Sent by when no other is named.</summary>
    public bool IsDefault { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public int Version { get; private set; }

    public static Outcome<StatementTemplate> Create(Tenant tenant, StatementTemplateId id, StatementTerms terms, bool isDefault, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms.Check() is { } refusal ? refusal : new StatementTemplate
        {
            MerchantId = tenant.Merchant,
            Mode = tenant.Mode,
            Id = id,
            Terms = terms,
            IsDefault = isDefault,
            CreatedAt = at,
            UpdatedAt = at,
            Version = 1,
        };
    }

    /// <summary>Statements that were sent stay as they were.</summary>
    public Outcome<Done> Update(StatementTerms terms, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.Check() is { } refusal)
        {
            return refusal;
        }

        (Terms, UpdatedAt) = (terms, at);
        Version++;
        return default(Done);
    }

    public void SetDefault(bool isDefault)
    {
        if (IsDefault != isDefault)
        {
            IsDefault = isDefault;
            Version++;
        }
    }
}
