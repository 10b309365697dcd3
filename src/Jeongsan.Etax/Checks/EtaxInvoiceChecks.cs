namespace Jeongsan.Etax;

/// <summary>The checks of a good issuer before signing: what the National Tax Service or its schema would refuse, each with its own code.</summary>
public static class EtaxInvoiceChecks
{
    /// <summary>Every problem, errors and warnings; empty when there is none.</summary>
    public static IReadOnlyList<EtaxProblem> Check(EtaxInvoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        var found = new EtaxProblemList();
        EtaxDocumentChecks.Check(invoice, found);
        EtaxPartyChecks.Check(invoice, found);
        EtaxAmountChecks.Check(invoice, found);
        EtaxLineChecks.Check(invoice, found);
        return found.Problems;
    }
}

/// <summary>Collects problems.</summary>
internal sealed class EtaxProblemList
{
    private readonly List<EtaxProblem> problems = [];

    public IReadOnlyList<EtaxProblem> Problems => problems;

    public void Error(EtaxProblemCode code, string field, string path, string message, string? ntsCode = "SYN004") =>
        problems.Add(new(code, field, path, message, ntsCode));

    public void Warning(EtaxProblemCode code, string field, string path, string message) =>
        problems.Add(new(code, field, path, message, null, IsError: false));

    /// <summary>Length and characters of a text that may be absent.</summary>
    public void Text(string? text, int lengthMax, FieldName field)
    {
        if (string.IsNullOrEmpty(text)) return;
        if (!CanonicalText.IsXmlText(text))
            Error(EtaxProblemCode.IllegalCharacter, field.Label, field.Path, $"{field.Label}에 XML에 쓸 수 없는 문자가 있습니다.");
        else if (text.Length > lengthMax && EtaxLimits.LengthOf(text) > lengthMax)
            Error(EtaxProblemCode.TooLong, field.Label, field.Path, $"{field.Label}은(는) {lengthMax}자까지 쓸 수 있습니다.");
    }

    /// <summary>As <see cref="Text"/>, and it must be there.</summary>
    public void RequiredText(string? text, int lengthMax, FieldName field)
    {
        if (string.IsNullOrWhiteSpace(text)) Error(EtaxProblemCode.ValueMissing, field.Label, field.Path, $"{field.Label}이(가) 비어 있습니다.");
        Text(text, lengthMax, field);
    }

    public void Amount(long? amount, FieldName field)
    {
        if (amount is > EtaxLimits.AmountMax or < -EtaxLimits.AmountMax)
            Error(EtaxProblemCode.AmountTooLarge, field.Label, field.Path, $"{field.Label}이(가) 표준의 자릿수를 넘습니다.");
    }
}

/// <summary>The Korean label of a field on the form and its place in the XML, in parts: put together only for a problem, as most documents have none.</summary>
/// <param name="Who">Whose field; null for the document's own.</param>
/// <param name="What">The label.</param>
/// <param name="Parent">The element's path.</param>
/// <param name="Child">Path within it.</param>
/// <param name="Number">Which of several, from 1; 0 where there is one only.</param>
internal readonly record struct FieldName(string? Who, string What, string Parent, string Child, int Number = 0)
{
    public string Label => Who is null ? What : $"{Who} {What}";

    public string Path => Number == 0 ? $"{Parent}/{Child}" : Child.Length == 0 ? $"{Parent}[{Number}]" : $"{Parent}[{Number}]/{Child}";
}
