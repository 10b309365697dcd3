namespace Jeongsan.Faults;

/// <summary>What the people of a run want with one invoice.</summary>
internal enum Fate
{
    /// <summary>The supplier approves; it goes to the tax office by schedule.</summary>
    Approve,

    /// <summary>The supplier approves; the platform sends it at once.</summary>
    ApproveAndSend,

    /// <summary>The supplier approves; the platform has it cancelled before it is sent.</summary>
    ApproveAndCancel,

    Refuse,

    /// <summary>The platform takes its request back.</summary>
    TakeBack,
}

/// <summary>
/// All that a seed decides: what becomes of each invoice, in which order they come, and after how much progress which server
/// is killed. What the seed can't decide is how the processes interleave.
/// </summary>
internal sealed class RunPlan
{
    private const int InvoicesOfAKill = 500;
    private const int KillsMin = 2;
    private const int StepsOfAnInvoice = 3;

    public RunPlan(int seed, int invoiceCount, int serverCount)
    {
        (Seed, InvoiceCount) = (seed, invoiceCount);
        var random = new Random(seed);
        Fates = [.. Enumerable.Range(0, invoiceCount).Select(index => index < 5 ? (Fate)index : Draw(random))];
        var kills = Math.Max(KillsMin, invoiceCount / InvoicesOfAKill);
        Kills = [.. Enumerable.Range(0, kills).Select(_ => new Kill(random.Next(1, invoiceCount * StepsOfAnInvoice), random.Next(serverCount))).OrderBy(kill => kill.AfterSteps)];
    }

    public int Seed { get; }

    public int InvoiceCount { get; }

    public IReadOnlyList<Fate> Fates { get; }

    public IReadOnlyList<Kill> Kills { get; }

    public Fate FateOf(string name) => Fates[int.Parse(name.AsSpan(3, 5), System.Globalization.CultureInfo.InvariantCulture)];

    public static string NameOf(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"정산-{index:D5}호");

    private static Fate Draw(Random random) => random.Next(100) switch
    {
        < 70 => Fate.Approve,
        < 80 => Fate.ApproveAndSend,
        < 87 => Fate.ApproveAndCancel,
        < 94 => Fate.Refuse,
        _ => Fate.TakeBack,
    };
}

/// <param name="AfterSteps">Steps of all invoices together after which it happens: each is there, is decided, is final.</param>
/// <param name="Server">Which one dies.</param>
internal sealed record Kill(int AfterSteps, int Server);
