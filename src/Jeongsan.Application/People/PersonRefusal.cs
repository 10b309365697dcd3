using Jeongsan.Domain.Foundation;

namespace Jeongsan.Application.People;

/// <summary>Every way in which signing in, or confirming with the second factor, says no.</summary>
public abstract record PersonRefusal : Refusal
{
    private PersonRefusal()
    {
    }

    /// <summary>Unknown address or wrong password; deliberately one reason for both.</summary>
    public sealed record CredentialsWrong : PersonRefusal;

    /// <summary>The six digits are wrong, too old, or were used already.</summary>
    public sealed record CodeWrong : PersonRefusal;

    /// <summary>Too many wrong attempts for this account or from this address; nothing was checked.</summary>
    public sealed record TooManyAttempts(TimeSpan Wait) : PersonRefusal;

    /// <summary>The person has no second factor yet.</summary>
    public sealed record NotEnrolled : PersonRefusal;

    /// <summary>The person has one already; it is not replaced by whoever only knows the password.</summary>
    public sealed record AlreadyEnrolled : PersonRefusal;

    /// <summary>The enrolment page was open for more than 15 minutes, or was not this person's.</summary>
    public sealed record EnrolmentExpired : PersonRefusal;

    /// <summary>The address belongs to a person already.</summary>
    public sealed record EmailTaken : PersonRefusal;

    /// <summary>Shorter than <see cref="AddPerson.PasswordLengthMin"/> characters.</summary>
    public sealed record PasswordTooShort : PersonRefusal;
}
