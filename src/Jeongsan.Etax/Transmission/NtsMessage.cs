namespace Jeongsan.Etax.Transmission;

/// <summary>OperationType.</summary>
public enum NtsOperation
{
    /// <summary>01: documents to the National Tax Service.</summary>
    InvoiceSubmission = 1,
    /// <summary>02: results of a submission, from the National Tax Service.</summary>
    Results = 2,
    /// <summary>03: asking for results.</summary>
    ResultsRequest = 3,
}

/// <summary>Who sends or gets a message.</summary>
/// <param name="Id">Business number of ten digits.</param>
public sealed record NtsParty(string Id, string Name)
{
    /// <summary>The National Tax Service.</summary>
    public static NtsParty NationalTaxService { get; } = new("9999999999", "National Tax Service");
}

/// <summary>What a message says. Which fields an operation needs stands in <see cref="NtsMessage.RequiredFields"/>.</summary>
public sealed record NtsMessageBody
{
    /// <summary>Registration number, <c>-yyyyMMdd-</c>, 32 hexadecimal digits; names a submission for ever.</summary>
    public string? SubmitId { get; init; }

    /// <summary>Names a sending of results.</summary>
    public string? ResultId { get; init; }

    /// <summary>The submission whose results are asked for.</summary>
    public string? RefSubmitId { get; init; }

    /// <summary>The sending of results that is acknowledged.</summary>
    public string? RefResultId { get; init; }

    /// <summary>Number of documents in the attachment, 1 to 100.</summary>
    public int? TotalCount { get; init; }

    /// <summary>Content-ID of the attachment; set by the writer.</summary>
    public string? ReferenceId { get; init; }
}

/// <summary>A SOAP message to or from the National Tax Service's gateway.</summary>
public sealed record NtsMessage
{
    /// <summary><c>yyyyMMddHHmmssfff-</c> and 32 hexadecimal digits: see <see cref="CreateMessageId"/>.</summary>
    public required string MessageId { get; init; }

    /// <summary>In answers: the request's message id.</summary>
    public string? RelatesTo { get; init; }

    /// <summary>Address of the receiving end.</summary>
    public required string To { get; init; }

    public required NtsOperation Operation { get; init; }

    public required bool IsAnswer { get; init; }

    public required NtsParty Sender { get; init; }

    public required NtsParty Recipient { get; init; }

    /// <summary>Where results are to be sent; in submissions only.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Written in UTC with milliseconds.</summary>
    public required DateTimeOffset SentAt { get; init; }

    public NtsMessageBody Body { get; init; } = new();

    /// <summary>The wsa:Action that goes with operation and direction.</summary>
    public string Action => NtsSoap.Kec + (Operation, IsAnswer) switch
    {
        (NtsOperation.InvoiceSubmission, false) => "TaxInvoiceSubmit",
        (NtsOperation.InvoiceSubmission, true) => "TaxInvoiceRecvAck",
        (NtsOperation.Results, false) => "ResultsSubmit",
        (NtsOperation.Results, true) => "ResultsRecvAck",
        (NtsOperation.ResultsRequest, false) => "ResultsReqSubmit",
        (NtsOperation.ResultsRequest, true) => "ResultsReqRecvAck",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Whether this kind of message carries an encrypted attachment: submissions and results.</summary>
    public bool HasAttachment => !IsAnswer && Operation is (NtsOperation.InvoiceSubmission or NtsOperation.Results);

    /// <summary>Whether everything that the operation needs is there.</summary>
    /// <remarks>The bodies of results and of the two acknowledgements that come from the gateway were not found in public: nothing is required of them.</remarks>
    public bool RequiredFields => (Operation, IsAnswer) switch
    {
        (NtsOperation.InvoiceSubmission, false) => Body is { SubmitId: not null, TotalCount: >= 1 and <= TransmissionLimits.PackageCountMax },
        (NtsOperation.ResultsRequest, false) => Body.RefSubmitId is not null,
        (NtsOperation.Results, true) => Body.RefResultId is not null,
        _ => true,
    };

    /// <summary>A message id of the standard's form.</summary>
    /// <param name="sentAt">Its Korean time stands in the id.</param>
    /// <param name="random">Unique, such as <see cref="Guid.NewGuid"/>.</param>
    public static string CreateMessageId(DateTimeOffset sentAt, Guid random) =>
        sentAt.ToOffset(TimeSpan.FromHours(9)).ToString("yyyyMMddHHmmssfff", System.Globalization.CultureInfo.InvariantCulture) + "-" + random.ToString("N");

    /// <summary>A submission's id of the standard's form.</summary>
    /// <param name="registrationNumber">The issuing system's registration number, 8 digits.</param>
    public static string CreateSubmitId(string registrationNumber, DateTimeOffset sentAt, Guid random) =>
        registrationNumber + sentAt.ToOffset(TimeSpan.FromHours(9)).ToString("-yyyyMMdd-", System.Globalization.CultureInfo.InvariantCulture) + random.ToString("N");
}
