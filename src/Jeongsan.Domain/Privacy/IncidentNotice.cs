using System.Text;

namespace Jeongsan.Domain.Privacy;

/// <summary>What everybody must be told whose data leaked or may have (제34조 ①).</summary>
public enum IncidentNoticePart
{
    /// <summary>유출등이 된 개인정보의 항목.</summary>
    Items = 0,

    /// <summary>시점과 경위.</summary>
    WhenAndHow,

    /// <summary>피해를 줄이기 위해 할 수 있는 방법.</summary>
    WhatToDo,

    /// <summary>개인정보처리자의 대응조치와 피해 구제절차.</summary>
    Measures,

    /// <summary>신고 등을 접수할 담당부서와 연락처.</summary>
    Contact,

    /// <summary>손해배상과 분쟁조정에 관한 권리 (since 2026).</summary>
    Rights,
}

/// <summary>The notice part by part; empty while nobody wrote it.</summary>
public sealed record IncidentNotice(string Items, string WhenAndHow, string WhatToDo, string Measures, string Contact, string Rights)
{
    public const int PartLengthMax = 4_000;

    public static IncidentNotice Empty { get; } = new("", "", "", "", "", "");

    public IEnumerable<(IncidentNoticePart Part, string Words)> Parts() =>
    [
        (IncidentNoticePart.Items, Items), (IncidentNoticePart.WhenAndHow, WhenAndHow), (IncidentNoticePart.WhatToDo, WhatToDo),
        (IncidentNoticePart.Measures, Measures), (IncidentNoticePart.Contact, Contact), (IncidentNoticePart.Rights, Rights),
    ];

    /// <summary>The first part that the law asks for and that nobody wrote; null when all are there.</summary>
    public IncidentNoticePart? FirstMissing() => Parts().Where(part => string.IsNullOrWhiteSpace(part.Words)).Select(part => (IncidentNoticePart?)part.Part).FirstOrDefault();

    /// <summary>Lines, with a heading after ■.</summary>
    /// <param name="opening">Before the first part.</param>
    public string Text(string opening, Func<IncidentNoticePart, string> title)
    {
        var text = new StringBuilder(opening).Append("\n\n");
        foreach (var (part, words) in Parts())
        {
            text.Append("■ ").Append(title(part)).Append('\n').Append(words.Trim()).Append("\n\n");
        }

        return text.ToString().TrimEnd() + "\n";
    }
}
