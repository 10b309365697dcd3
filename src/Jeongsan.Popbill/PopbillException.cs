namespace Jeongsan.Popbill;

/// <summary>What is known about a call that did not succeed.</summary>
public enum PopbillOutcome
{
    /// <summary>Popbill answered with an error code: surely not done.</summary>
    Refused,

    /// <summary>The request never left, for example because no connection or no token could be had: surely not done.</summary>
    NotSent,

    /// <summary>Time-out, dropped connection or unreadable answer: it may have been done. Ask by document key before acting again.</summary>
    Unknown,
}

/// <summary>A call that did not succeed. <see cref="Outcome"/> says whether it may have taken effect.</summary>
public sealed class PopbillException : Exception
{
    internal PopbillException(PopbillOutcome outcome, int? code, string message, Exception? inner = null)
        : base(code is null ? $"Popbill call {outcome}: {message}" : $"Popbill refused with {code}: {message}", inner)
    {
        Outcome = outcome;
        Code = code;
        AspMessage = message;
    }

    public PopbillOutcome Outcome { get; }

    /// <summary>Popbill's negative error code; null unless <see cref="PopbillOutcome.Refused"/>.</summary>
    public int? Code { get; }

    /// <summary>HTTP status of the answer; null when there was none. From 500 on the trouble is Popbill's own, whatever the code says.</summary>
    public int? HttpStatus { get; internal init; }

    /// <summary>Popbill's own Korean message when it refused, otherwise what went wrong on the way.</summary>
    public string AspMessage { get; }
}
