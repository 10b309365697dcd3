using System.Diagnostics;

namespace Jeongsan.Application.Outbox;

public sealed record OutboxOptions
{
    /// <summary>Messages performed at the same time by this process.</summary>
    public int Workers { get; init; } = 8;

    /// <summary>How long a claim holds. A handler's own time limits must end before it.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>After so many attempts a person is asked.</summary>
    public int AttemptsMax { get; init; } = 30;

    /// <summary>Longest time between two looks when nothing wakes the dispatcher.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Which data folder's process this is: after a restart its own unfinished claims are taken up at once.</summary>
    public required string Owner { get; init; }

    /// <summary>For crash tests only: <c>TYPE:before</c> or <c>TYPE:after</c> ends the process hard around that effect, <c>Api.Answer:…</c> around the commit of an answer (<c>JEONGSAN_CRASH_AT</c>).</summary>
    public string? CrashAt { get; init; }

    /// <summary>Ends the process as a power cut would, when this is the moment that a crash test chose.</summary>
    public void DieAt(string what, string moment)
    {
        if (CrashAt == $"{what}:{moment}")
        {
            Process.GetCurrentProcess().Kill();
        }
    }
}
