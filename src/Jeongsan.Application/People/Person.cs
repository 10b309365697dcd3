using Jeongsan.Domain.Foundation;

namespace Jeongsan.Application.People;

public readonly record struct PersonId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Someone who signs in to a platform's console. Belongs to the platform in both modes, live and test.</summary>
public sealed class Person
{
    private Person()
    {
    }

    public Person(MerchantId merchantId, PersonId id, string email, string name, PersonRole role, DateTimeOffset createdAt)
    {
        MerchantId = merchantId;
        Id = id;
        Email = NormalizeEmail(email);
        Name = name;
        Role = role;
        CreatedAt = createdAt;
        SecurityStamp = PersonSecrets.NewStamp();
    }

    public MerchantId MerchantId { get; private set; }

    public PersonId Id { get; private set; }

    /// <summary>Lower case, trimmed; unique over the whole installation, because it alone is typed at sign-in.</summary>
    public string Email { get; private set; } = "";

    public string Name { get; private set; } = "";

    public PersonRole Role { get; private set; }

    public string PasswordHash { get; private set; } = "";

    /// <summary>The TOTP secret, encrypted by the installation's key ring; null until the person has enrolled.</summary>
    public string? ProtectedTotpSecret { get; private set; }

    /// <summary>The last 30-second step whose code was accepted; the same or an earlier one is never accepted again.</summary>
    public long LastTotpStep { get; private set; }

    /// <summary>Changes when the password, the role or the second factor changes, and when the person is deactivated; sessions with an older one end.</summary>
    public string SecurityStamp { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Since when the person may not sign in; null for everybody who may. The name stays in the history.</summary>
    public DateTimeOffset? DeactivatedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Where a person's own history stands: people belong to both modes, and live is kept for ever.</summary>
    public Tenant HomeTenant => new(MerchantId, Mode.Live);

    public bool HasSecondFactor => ProtectedTotpSecret is not null;

    public static string NormalizeEmail(string email) => email.Trim().ToLowerInvariant();

    internal void SetPassword(string passwordHash)
    {
        PasswordHash = passwordHash;
        Changed();
    }

    /// <summary>The same password, hashed with the parameters of today; sessions go on.</summary>
    internal void RehashPassword(string passwordHash)
    {
        PasswordHash = passwordHash;
        Version++;
    }

    internal void EnrolTotp(string protectedSecret, long acceptedStep)
    {
        ProtectedTotpSecret = protectedSecret;
        LastTotpStep = acceptedStep;
        Changed();
    }

    /// <summary>The person lost the device: the next sign-in enrols a new one.</summary>
    internal void ForgetTotp()
    {
        ProtectedTotpSecret = null;
        Changed();
    }

    internal void ChangeRole(PersonRole role)
    {
        Role = role;
        Changed();
    }

    internal void Deactivate(DateTimeOffset at)
    {
        DeactivatedAt = at;
        Changed();
    }

    /// <summary>May sign in again, with a second factor that is enrolled anew: nobody knows who has the old device.</summary>
    internal void Reactivate()
    {
        DeactivatedAt = null;
        ForgetTotp();
    }

    internal void AcceptTotpStep(long step)
    {
        LastTotpStep = step;
        Version++;
    }

    private void Changed()
    {
        SecurityStamp = PersonSecrets.NewStamp();
        Version++;
    }
}
