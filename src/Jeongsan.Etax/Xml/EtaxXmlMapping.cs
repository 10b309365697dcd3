using System.Globalization;

namespace Jeongsan.Etax;

/// <summary>Turns a parsed document into the model; strict about what may stand where, so that nothing is read twice or overlooked.</summary>
internal static class EtaxXmlMapping
{
    private static readonly TimeSpan Seoul = TimeSpan.FromHours(9);

    public static EtaxInvoice ToInvoice(EtaxXmlElement root)
    {
        // The outline is checked: management block, perhaps the signature, document, settlement, lines.
        var children = root.Children;
        var documentAt = children[1].Name == "ds:Signature" ? 2 : 1;
        var lines = new EtaxLine[Math.Min(children.Count - documentAt - 2, EtaxLimits.LineCountMax + 1)];
        for (var i = 0; i < lines.Length; i++) lines[i] = ReadLine(children[documentAt + 2 + i]);
        if (lines.Length is 0 or > EtaxLimits.LineCountMax) throw EtaxXmlFields.NotTheSchema("TaxInvoiceTradeLineItem", "품목은 1개부터 99개까지입니다");
        var management = new EtaxXmlFields(children[0]);
        var document = new EtaxXmlFields(children[documentAt]);
        var settlement = new EtaxXmlFields(children[documentAt + 1]);
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
            Lines = ValueList.Create<EtaxLine>(lines),
        };
        foreach (var fields in (ReadOnlySpan<EtaxXmlFields>)[management, document, settlement, summation]) fields.Done();
        return invoice;
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

    private static EtaxImportDeclaration? ReadImport(EtaxXmlFields? import)
    {
        if (import is null) return null;
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

    private static EtaxContact? ReadContact(EtaxXmlFields? contact)
    {
        if (contact is null) return null;
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
