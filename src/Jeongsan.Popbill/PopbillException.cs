namespace Jeongsan.Popbill;

/// <summary>What is known about a call that did not succeed.</summary>
public enum PopbillOutcome
{
    /// <summary>Surely not done: Popbill answered with an error code, or a field breaks a published limit and nothing was sent.</summary>
    Refused,

    /// <summary>The request never left, for example because no connection or no token could be had: surely not done.</summary>
    NotSent,

    /// <summary>Time-out, dropped connection or unreadable answer: it may have been done. Ask by document key before acting again.</summary>
    Unknown,
}

/// <summary>A call that did not succeed. <see cref="Outcome"/> says whether it may have taken effect.</summary>
/// <remarks><see cref="Exception.Message"/> holds no personal data and no secret: it may be logged. <see cref="AspMessage"/> is Popbill's text and is not part of it.</remarks>
public sealed class PopbillException : Exception
{
    internal PopbillException(PopbillOutcome outcome, int? code, string message, Exception? inner = null)
        : base(code is null ? $"Popbill call {outcome}: {message}" : $"Popbill refused with {code}", inner)
    {
        Outcome = outcome;
        Code = code;
        AspMessage = message;
    }

    internal PopbillException(PopbillFieldProblem problem)
        : base($"Not sent to Popbill: {problem.Field} breaks the limit {problem.Rule}{(problem.Limit is { } limit ? $" ({limit})" : "")}")
    {
        Outcome = PopbillOutcome.Refused;
        Field = problem;
        AspMessage = problem.Sentence;
    }

    public PopbillOutcome Outcome { get; }

    /// <summary>Popbill's negative error code; null unless Popbill itself refused.</summary>
    public int? Code { get; }

    /// <summary>HTTP status of the answer; null when there was none. From 500 on the trouble is Popbill's own, whatever the code says.</summary>
    public int? HttpStatus { get; internal init; }

    /// <summary>The field that kept the call from being sent; null otherwise.</summary>
    public PopbillFieldProblem? Field { get; }

    /// <summary>Popbill's own Korean message when it refused, otherwise what went wrong on the way. May repeat what was sent: not for logs.</summary>
    public string AspMessage { get; }
}
