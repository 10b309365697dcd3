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
    public void Text(string? text, int lengthMax, string field, string path)
    {
        if (string.IsNullOrEmpty(text)) return;
        if (!CanonicalText.IsXmlText(text))
            Error(EtaxProblemCode.IllegalCharacter, field, path, $"{field}에 XML에 쓸 수 없는 문자가 있습니다.");
        else if (EtaxLimits.LengthOf(text) > lengthMax)
            Error(EtaxProblemCode.TooLong, field, path, $"{field}은(는) {lengthMax}자까지 쓸 수 있습니다.");
    }

    /// <summary>As <see cref="Text"/>, and it must be there.</summary>
    public void RequiredText(string? text, int lengthMax, string field, string path)
    {
        if (string.IsNullOrWhiteSpace(text)) Error(EtaxProblemCode.ValueMissing, field, path, $"{field}이(가) 비어 있습니다.");
        Text(text, lengthMax, field, path);
    }

    public void Amount(long? amount, string field, string path)
    {
        if (amount is > EtaxLimits.AmountMax or < -EtaxLimits.AmountMax)
            Error(EtaxProblemCode.AmountTooLarge, field, path, $"{field}이(가) 표준의 자릿수를 넘습니다.");
    }
}
