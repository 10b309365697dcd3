using System.Text.RegularExpressions;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Faults;

/// <summary>What must hold when a run is over, however it went.</summary>
internal static partial class Verdict
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The final states that an invoice of a fate may end in.</summary>
    public static IReadOnlyList<string> Allowed(Fate fate) => fate switch
    {
        Fate.Approve or Fate.ApproveAndSend => ["SendingCompleted", "SendingFailed"],
        Fate.ApproveAndCancel => ["IssuanceCancelled"],
        Fate.Refuse => ["RequestRefused"],
        Fate.TakeBack => ["RequestCancelled"],
        _ => throw new ArgumentOutOfRangeException(nameof(fate)),
    };

    public static async Task HoldsAsync(RunPlan plan, Ledgers ledgers, Action<string> say, CancellationToken ct)
    {
        var ours = await ledgers.OursAsync(ct);
        var theirs = await ledgers.TheirsAsync(ct);
        Assert.Equal(plan.InvoiceCount, ours.Count);
        Assert.Equal(Enumerable.Range(0, plan.InvoiceCount).Select(RunPlan.NameOf), ours.Select(one => one.Name).Order(StringComparer.Ordinal));
        Assert.Empty(ours.Where(one => !Allowed(plan.FateOf(one.Name)).Contains(one.Status)).Select(one => $"{one.Name} {plan.FateOf(one.Name)}: {one.Status}"));
        AssertSame(ours, theirs);
        await AssertApprovalsAsync(ours, theirs, ledgers, ct);
        await AssertMailsAsync(ours, ledgers, ct);
        await TellAsync(ours, ledgers, say, ct);
        // The ASP's late events still make the comparison look: what is open comes to its end, while more may come.
        var last = await ledgers.LastMessageAsync(ct);
        await Polling.UntilTrueAsync("the outbox to be done with what was in it", async _ => (await ledgers.OpenMessagesAsync(ct, last)).Count == 0, Patience, ct);
    }

    /// <summary>Exactly one document there for each of ours, and both sides say the same of it.</summary>
    private static void AssertSame(IReadOnlyList<OurInvoice> ours, IReadOnlyList<TheirDocument> theirs)
    {
        Assert.Equal(ours.Select(one => one.DocumentKey).Order(StringComparer.Ordinal), theirs.Select(one => one.DocumentKey!).Order(StringComparer.Ordinal));
        var byKey = theirs.ToDictionary(one => one.DocumentKey!);
        Assert.Empty(ours.Where(one => one.Status != Name(byKey[one.DocumentKey].State)).Select(one => $"{one.Name}: {one.Status}, {byKey[one.DocumentKey].State} there"));
        Assert.Empty(ours.Where(one => one.ApprovalNumber != byKey[one.DocumentKey].ApprovalNumber).Select(one => $"{one.Name}: {one.ApprovalNumber}, {byKey[one.DocumentKey].ApprovalNumber} there"));
    }

    private static async Task AssertApprovalsAsync(IReadOnlyList<OurInvoice> ours, IReadOnlyList<TheirDocument> theirs, Ledgers ledgers, CancellationToken ct)
    {
        var approvals = await ledgers.ApprovalsAsync(ct);
        Assert.Equal(approvals.Count, approvals.Select(one => one.Number).Distinct().Count());
        Assert.Equal(approvals.Count, approvals.Select(one => one.ItemKey).Distinct().Count());
        var numbers = ours.Where(one => one.ApprovalNumber is not null).Select(one => one.ApprovalNumber!).ToList();
        Assert.Equal(approvals.Select(one => one.Number).Order(StringComparer.Ordinal), numbers.Order(StringComparer.Ordinal));
        var archived = await ledgers.ArchivedAsync(ct);
        Assert.Equal(numbers.Order(StringComparer.Ordinal), archived.Select(one => one.Number).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(archived, one => one.Problem is not null);
        // Paid once for each document that stayed issued, and given back for each that was cancelled.
        var stayed = theirs.Where(one => one.State is 304 or 305).Select(one => one.ItemKey).ToHashSet();
        Assert.DoesNotContain(await ledgers.ChargesAsync(ct), charge => charge.Points != (stayed.Contains(charge.ItemKey) ? 100 : 0));
    }

    /// <summary>One request to each supplier, and one more mail about what became of it; nothing twice.</summary>
    private static async Task AssertMailsAsync(IReadOnlyList<OurInvoice> ours, Ledgers ledgers, CancellationToken ct)
    {
        var mails = (await ledgers.MailsAsync(ct)).Select(mail => (mail.Subject, About: NameIn().Match(mail.Subject + mail.Body).Value)).Where(mail => mail.About.Length > 0).ToList();
        Assert.Empty(mails.GroupBy(mail => mail).Where(group => group.Count() > 1).Select(group => $"{group.Count()} × {group.Key}"));
        // Reminders of the deadline come beside them, as far as it was reached before the supplier acted.
        var byName = mails.Where(mail => !mail.Subject.Contains("승인 안내", StringComparison.Ordinal)).ToLookup(mail => mail.About);
        Assert.Empty(ours.Where(one => byName[one.Name].Count() != 2).Select(one => $"{one.Name} ({one.Status}): {string.Join(", ", byName[one.Name])}"));
        Assert.Empty(await ledgers.TheirMailsTwiceAsync(ct));
    }

    private static async Task TellAsync(IReadOnlyList<OurInvoice> ours, Ledgers ledgers, Action<string> say, CancellationToken ct)
    {
        say(string.Join(", ", ours.GroupBy(one => one.Status).OrderByDescending(group => group.Count()).Select(group => $"{group.Key} {group.Count()}")));
        say($"requests at the agency: {string.Join(", ", (await ledgers.FaultsAsync(ct)).Select(fault => $"{fault.Fault} {fault.Count}"))}");
        say($"differences still shown: {(await ledgers.DifferencesAsync(ct)).Count}");
    }

    private static string Name(int state) => state switch
    {
        304 => "SendingCompleted",
        305 => "SendingFailed",
        400 => "RequestRefused",
        500 => "RequestCancelled",
        600 => "IssuanceCancelled",
        _ => $"{state}, which is not final",
    };

    [GeneratedRegex("정산-[0-9]{5}호")]
    private static partial Regex NameIn();
}
