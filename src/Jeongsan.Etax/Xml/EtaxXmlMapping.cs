using System.Globalization;

namespace Jeongsan.Etax;

/// <summary>Turns a parsed document into the model; strict about what may stand where, so that nothing is read twice or overlooked.</summary>
internal static class EtaxXmlMapping
{
    private static readonly TimeSpan Seoul = TimeSpan.FromHours(9);

    public static EtaxInvoice ToInvoice(EtaxXmlElement root)
    {
        // The outline is checked: management block, perhaps the signature, document, settlement, lines.
        var managementBlock = root.FirstChild!;
        var documentBlock = managementBlock.Next is { Name: EtaxXmlDocument.SignatureName } signature ? signature.Next! : managementBlock.Next!;
        var settlementBlock = documentBlock.Next!;
        var lines = ReadLines(settlementBlock.Next);
        if (lines.Count is 0 or > EtaxLimits.LineCountMax) throw EtaxXmlFields.NotTheSchema("TaxInvoiceTradeLineItem", "품목은 1개부터 99개까지입니다");
        var management = new EtaxXmlFields(managementBlock);
        var document = new EtaxXmlFields(documentBlock);
        var settlement = new EtaxXmlFields(settlementBlock);
        var (kind, @class) = ReadType(document.Required("TypeCode"));
        var summation = settlement.RequiredGroup("SpecifiedMonetarySummation");
        var invoice = new EtaxInvoice
        {
            ManagementId = management.Text("ID"),
            ReferencedManagementId = ReadReference(management.Group("ReferencedDocument")),
            IssuedAt = ReadInstant(management.Text("IssueDateTime")),
            ApprovalNumber = document.Text("IssueID"),
            Kind = kind,
            Class = @class,
            Remarks = [.. document.All("DescriptionText", EtaxLimits.RemarkCountMax).Select(EtaxXmlFields.TextOf).OfType<string>()],
            WriteDate = document.RequiredDate("IssueDateTime"),
            AmendmentReason = document.Code<EtaxAmendmentReason>("AmendmentStatusCode"),
            Purpose = document.Code<EtaxPurpose>("PurposeCode"),
            OriginalApprovalNumber = document.Text("OriginalIssueID"),
            ImportDeclaration = ReadImport(document.Group("ReferencedImportDocument")),
            Supplier = ReadParty(settlement.RequiredGroup("InvoicerParty"), isRecipient: false),
            Recipient = ReadParty(settlement.RequiredGroup("InvoiceeParty"), isRecipient: true),
            Broker = settlement.Group("BrokerParty") is { } broker ? ReadParty(broker, isRecipient: false) : null,
            Payments = [.. settlement.All("SpecifiedPaymentMeans", EtaxLimits.PaymentCountMax).Select(ReadPayment).OfType<EtaxPayment>()],
            SupplyTotal = summation.RequiredNumber("ChargeTotalAmount"),
            TaxTotal = summation.Number("TaxTotalAmount") ?? 0,
            GrandTotal = summation.RequiredNumber("GrandTotalAmount"),
            Lines = ValueList.Create<EtaxLine>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(lines)),
        };
        foreach (var fields in (ReadOnlySpan<EtaxXmlFields>)[management, document, settlement, summation]) fields.Done();
        return invoice;
    }

    private static List<EtaxLine> ReadLines(EtaxXmlElement? line)
    {
        var lines = new List<EtaxLine>();
        for (; line is not null && lines.Count <= EtaxLimits.LineCountMax; line = line.Next) lines.Add(ReadLine(line));
        return lines;
    }

    private static (EtaxKind, EtaxClass) ReadType(string code)
    {
        if (code.Length == 4 && !code.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            var number = int.Parse(code, CultureInfo.InvariantCulture);
            var (kind, @class) = ((EtaxKind)(number / 100), (EtaxClass)(number % 100));
            if (EtaxCodes.IsKnown(kind, @class)) return (kind, @class);
        }
        throw EtaxXmlFields.NotTheSchema("TypeCode", "표준에 없는 세금계산서 종류입니다");
    }

    private static DateTimeOffset? ReadInstant(string? text)
    {
        if (text is null) return null;
        return DateTime.TryParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            && time.Ticks >= Seoul.Ticks
                ? new DateTimeOffset(time, Seoul)
                : throw EtaxXmlFields.NotTheSchema("ExchangedDocument/IssueDateTime", "발행일시(14자리)가 아닙니다");
    }

    private static string? ReadReference(EtaxXmlFields? reference)
    {
        var id = reference?.Text("ID");
        reference?.Done();
        return id;
    }

    private static EtaxImportDeclaration? ReadImport(EtaxXmlFields? group)
    {
        if (group is not { } import) return null;
        var period = import.Group("AcceptablePeriod");
        var count = import.Number("ItemQuantity");
        if (count is < 0 or > 999_999) throw EtaxXmlFields.NotTheSchema("ItemQuantity", "여섯 자리 이하의 수가 아닙니다");
        var declaration = new EtaxImportDeclaration
        {
            Id = import.Text("ID"),
            ItemCount = (int?)count,
            Start = period?.Date("StartDateTime"),
            End = period?.Date("EndDateTime"),
        };
        period?.Done();
        import.Done();
        return declaration;
    }

    private static EtaxParty ReadParty(EtaxXmlFields party, bool isRecipient)
    {
        var organization = party.Group("SpecifiedOrganization");
        var person = party.Group("SpecifiedPerson");
        var address = party.Group("SpecifiedAddress");
        var read = new EtaxParty
        {
            RegistrationNumber = party.Text("ID") ?? "",
            BusinessType = party.Text("TypeCode"),
            CompanyName = party.Text("NameText") ?? "",
            BusinessItem = party.Text("ClassificationCode"),
            SubPlaceNumber = organization?.Text("TaxRegistrationID"),
            Kind = isRecipient ? organization?.Code<EtaxRecipientKind>("BusinessTypeCode") : null,
            RepresentativeName = person?.Text("NameText") ?? "",
            Contact = ReadContact(party.Group(isRecipient ? "PrimaryDefinedContact" : "DefinedContact")),
            SecondContact = isRecipient ? ReadContact(party.Group("SecondaryDefinedContact")) : null,
            Address = address?.Text("LineOneText"),
        };
        organization?.Done();
        person?.Done();
        address?.Done();
        party.Done();
        return read;
    }

    private static EtaxContact? ReadContact(EtaxXmlFields? group)
    {
        if (group is not { } contact) return null;
        var read = new EtaxContact
        {
            Department = contact.Text("DepartmentNameText"),
            Name = contact.Text("PersonNameText"),
            Phone = contact.Text("TelephoneCommunication"),
            Email = contact.Text("URICommunication"),
        };
        contact.Done();
        return read.IsEmpty ? null : read;
    }

    private static EtaxPayment? ReadPayment(EtaxXmlElement element)
    {
        var fields = new EtaxXmlFields(element);
        var (kind, amount) = (fields.Code<EtaxPaymentKind>("TypeCode"), fields.Number("PaidAmount"));
        fields.Done();
        if (kind is null && amount is null) return null;
        return new(kind ?? throw EtaxXmlFields.NotTheSchema("SpecifiedPaymentMeans/TypeCode", "있어야 하는 값이 없습니다"), amount ?? 0);
    }

    private static EtaxLine ReadLine(EtaxXmlElement element)
    {
        var fields = new EtaxXmlFields(element);
        var tax = fields.Group("TotalTax");
        var price = fields.Group("UnitPrice");
        _ = fields.Number("SequenceNumeric");
        var line = new EtaxLine
        {
            Remark = fields.Text("DescriptionText"),
            SupplyAmount = fields.Number("InvoiceAmount"),
            Quantity = fields.Decimal("ChargeableUnitQuantity"),
            Specification = fields.Text("InformationText"),
            Name = fields.Text("NameText"),
            SupplyDate = fields.Date("PurchaseExpiryDateTime"),
            TaxAmount = tax?.Number("CalculatedAmount"),
            UnitPrice = price?.Decimal("UnitAmount"),
        };
        tax?.Done();
        price?.Done();
        fields.Done();
        return line;
    }
}
