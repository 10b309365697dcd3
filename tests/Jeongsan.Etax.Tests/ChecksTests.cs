namespace Jeongsan.Etax.Tests;

/// <summary>Each check of the issuer, in the order in which they run.</summary>
public sealed class ChecksTests
{
    public static TheoryData<EtaxProblemCode, Func<EtaxInvoice, EtaxInvoice>> Faults => new()
    {
        { EtaxProblemCode.ApprovalNumberMalformed, invoice => invoice with { ApprovalNumber = "2026" } },
        { EtaxProblemCode.ApprovalNumberMalformed, invoice => invoice with { ApprovalNumber = null } },
        { EtaxProblemCode.ApprovalNumberNotOfWriteDate, invoice => invoice with { ApprovalNumber = "202610304100000800000001" } },
        { EtaxProblemCode.IssueTimeMissing, invoice => invoice with { IssuedAt = null } },
        { EtaxProblemCode.WriteDateAfterIssue, invoice => invoice with { IssuedAt = new DateTimeOffset(2026, 10, 30, 14, 59, 59, TimeSpan.Zero) } },
        { EtaxProblemCode.TypeUnknown, invoice => invoice with { Class = (EtaxClass)9 } },
        { EtaxProblemCode.ImportNotIssuable, invoice => invoice with { Class = EtaxClass.Import, Purpose = null } },
        { EtaxProblemCode.AmendmentReasonMissing, invoice => invoice with { Kind = EtaxKind.AmendedTaxInvoice, OriginalApprovalNumber = invoice.ApprovalNumber } },
        { EtaxProblemCode.AmendmentReasonUnexpected, invoice => invoice with { AmendmentReason = EtaxAmendmentReason.Correction } },
        { EtaxProblemCode.OriginalApprovalNumberUnexpected, invoice => invoice with { OriginalApprovalNumber = invoice.ApprovalNumber } },
        { EtaxProblemCode.OriginalApprovalNumberMalformed, _ => Samples.Amendment(EtaxAmendmentReason.Returned) with { OriginalApprovalNumber = "1" } },
        { EtaxProblemCode.PurposeMissing, invoice => invoice with { Purpose = null } },
        { EtaxProblemCode.ValueMissing, invoice => invoice with { Supplier = invoice.Supplier with { CompanyName = "" } } },
        { EtaxProblemCode.ValueMissing, invoice => invoice with { Recipient = invoice.Recipient with { RepresentativeName = " " } } },
        { EtaxProblemCode.NumberMalformed, invoice => invoice with { Supplier = invoice.Supplier with { RegistrationNumber = "123-45-67891" } } },
        { EtaxProblemCode.NumberCheckDigitWrong, invoice => invoice with { Recipient = invoice.Recipient with { RegistrationNumber = "2222222222" } } },
        { EtaxProblemCode.NumberMalformed, invoice => invoice with { Recipient = invoice.Recipient with { Kind = EtaxRecipientKind.Resident } } },
        { EtaxProblemCode.NumberMalformed, invoice => invoice with { Recipient = invoice.Recipient with { Kind = EtaxRecipientKind.Foreigner } } },
        { EtaxProblemCode.ForeignerNumberNotInRemarks, invoice => invoice with { Remarks = [], Recipient = invoice.Recipient with { Kind = EtaxRecipientKind.Foreigner, RegistrationNumber = EtaxParty.ForeignerNumber } } },
        { EtaxProblemCode.RecipientKindWrong, invoice => invoice with { Recipient = invoice.Recipient with { Kind = null } } },
        { EtaxProblemCode.SubPlaceNumberMalformed, invoice => invoice with { Supplier = invoice.Supplier with { SubPlaceNumber = "1" } } },
        { EtaxProblemCode.RecipientMailMissing, invoice => invoice with { Recipient = invoice.Recipient with { Contact = null } } },
        { EtaxProblemCode.BrokerMissing, invoice => invoice with { Class = EtaxClass.Consigned } },
        { EtaxProblemCode.BrokerUnexpected, invoice => invoice with { Broker = Samples.Broker } },
        { EtaxProblemCode.FieldNotOfThisParty, invoice => invoice with { Supplier = invoice.Supplier with { Kind = EtaxRecipientKind.Business } } },
        { EtaxProblemCode.FieldNotOfThisParty, invoice => invoice with { Supplier = invoice.Supplier with { SecondContact = invoice.Supplier.Contact } } },
        { EtaxProblemCode.TooMany, invoice => invoice with { Remarks = ["1", "2", "3", "4"] } },
        { EtaxProblemCode.TooLong, invoice => invoice with { Remarks = [new string('가', 151)] } },
        { EtaxProblemCode.IllegalCharacter, invoice => invoice with { Remarks = ["\u0001"] } },
        { EtaxProblemCode.IllegalCharacter, invoice => invoice with { Remarks = ["\uD800"] } },
        { EtaxProblemCode.GrandTotalWrong, invoice => invoice with { GrandTotal = 1, Payments = [] } },
        { EtaxProblemCode.SignsDiffer, invoice => Amounts(invoice, 1_000_000, -100_000) },
        { EtaxProblemCode.AmendmentNotNegative, _ => Amounts(Samples.Amendment(EtaxAmendmentReason.Returned), 1_000_000, 100_000) },
        { EtaxProblemCode.TaxMissing, invoice => Amounts(invoice, 10, 0) },
        { EtaxProblemCode.TaxUnexpected, _ => Amounts(Samples.Invoice(EtaxKind.TaxFreeInvoice), 1_000_000, 100_000) },
        { EtaxProblemCode.PaymentsDiffer, invoice => invoice with { Payments = [new(EtaxPaymentKind.Cash, 1)] } },
        { EtaxProblemCode.LinesDiffer, invoice => invoice with { Lines = [invoice.Lines[0] with { SupplyAmount = 999_999 }] } },
        { EtaxProblemCode.AmountTooLarge, invoice => Amounts(invoice, 1_000_000_000_000_000, 1) },
    };

    [Fact]
    public void Check_EverySample_HasNoError() =>
        Assert.All(Samples.All(), sample => Assert.DoesNotContain(EtaxInvoiceChecks.Check(sample.Invoice), problem => problem.IsError));

    [Theory]
    [MemberData(nameof(Faults))]
    public void Check_OneFault_IsFoundAndNotSigned(EtaxProblemCode expected, Func<EtaxInvoice, EtaxInvoice> fault)
    {
        var invoice = fault(Samples.Invoice());
        var problem = Assert.Single(EtaxInvoiceChecks.Check(invoice).Where(problem => problem.IsError).DistinctBy(problem => problem.Code));
        Assert.Equal(expected, problem.Code);
        Assert.True(problem.Field.Length > 0 && problem.Message.Length > 0 && problem.XmlPath.Length > 0);
        using var key = Samples.Key();
        Assert.Throws<InvalidEtaxInvoiceException>(() => EtaxSigner.Sign(invoice, key));
    }

    [Fact]
    public void Check_ResidentNumberWithoutCheckDigit_IsAWarningOnly()
    {
        var invoice = Samples.Invoice() with { Recipient = Samples.Recipient with { Kind = EtaxRecipientKind.Resident, RegistrationNumber = "9001011234567" } };
        var problem = Assert.Single(EtaxInvoiceChecks.Check(invoice));
        Assert.Equal((EtaxProblemCode.ResidentNumberUnusual, false), (problem.Code, problem.IsError));
    }

    [Fact]
    public void Check_SupplyUnderTenWonWithoutTax_HasNoProblem() => Assert.Empty(EtaxInvoiceChecks.Check(Amounts(Samples.Invoice(), 9, 0)));

    /// <summary>Each text that is a letter too long, and the amounts: who it belongs to and its label on the form, and where it stands in the XML.</summary>
    public static TheoryData<string, string, Func<EtaxInvoice, EtaxInvoice>> Fields
    {
        get
        {
            static string Long(int lengthMax) => new('가', lengthMax + 1);
            const string supplier = "TaxInvoiceTradeSettlement/InvoicerParty";
            const string recipient = "TaxInvoiceTradeSettlement/InvoiceeParty";
            const string broker = "TaxInvoiceTradeSettlement/BrokerParty";
            const string second = "TaxInvoiceTradeLineItem[2]";
            static EtaxInvoice Line(EtaxInvoice invoice, Func<EtaxLine, EtaxLine> change) => invoice with { Lines = [invoice.Lines[0], change(new EtaxLine())] };
            return new()
            {
                { "관리번호", "ExchangedDocument/ID", invoice => invoice with { ManagementId = Long(24) } },
                { "참조 관리번호", "ExchangedDocument/ReferencedDocument/ID", invoice => invoice with { ReferencedManagementId = Long(24) } },
                { "비고", "TaxInvoiceDocument/DescriptionText[2]", invoice => invoice with { Remarks = ["가", Long(150)] } },
                { "공급자 상호", $"{supplier}/NameText", invoice => invoice with { Supplier = invoice.Supplier with { CompanyName = Long(70) } } },
                { "공급자 성명(대표자)", $"{supplier}/SpecifiedPerson/NameText", invoice => invoice with { Supplier = invoice.Supplier with { RepresentativeName = Long(30) } } },
                { "공급자 업태", $"{supplier}/TypeCode", invoice => invoice with { Supplier = invoice.Supplier with { BusinessType = Long(40) } } },
                { "공급자 종목", $"{supplier}/ClassificationCode", invoice => invoice with { Supplier = invoice.Supplier with { BusinessItem = Long(40) } } },
                { "공급자 사업장 주소", $"{supplier}/SpecifiedAddress/LineOneText", invoice => invoice with { Supplier = invoice.Supplier with { Address = Long(150) } } },
                { "공급자 이메일", $"{supplier}/DefinedContact/URICommunication", invoice => invoice with { Supplier = invoice.Supplier with { Contact = new() { Email = Long(40) } } } },
                { "공급받는자 상호", $"{recipient}/NameText", invoice => invoice with { Recipient = invoice.Recipient with { CompanyName = Long(70) } } },
                { "공급받는자 담당부서", $"{recipient}/PrimaryDefinedContact/DepartmentNameText", invoice => invoice with { Recipient = invoice.Recipient with { Contact = new() { Department = Long(40), Email = "a@b.c" } } } },
                { "공급받는자 담당자", $"{recipient}/SecondaryDefinedContact/PersonNameText", invoice => invoice with { Recipient = invoice.Recipient with { SecondContact = new() { Name = Long(30) } } } },
                { "공급받는자 전화번호", $"{recipient}/SecondaryDefinedContact/TelephoneCommunication", invoice => invoice with { Recipient = invoice.Recipient with { SecondContact = new() { Phone = Long(20) } } } },
                { "수탁자 상호", $"{broker}/NameText", invoice => invoice with { Class = EtaxClass.Consigned, Broker = Samples.Broker with { CompanyName = Long(70) } } },
                { "품목", $"{second}/NameText", invoice => Line(invoice, line => line with { Name = Long(100) }) },
                { "규격", $"{second}/InformationText", invoice => Line(invoice, line => line with { Specification = Long(60) }) },
                { "품목 비고", $"{second}/DescriptionText", invoice => Line(invoice, line => line with { Remark = Long(100) }) },
                { "수량", $"{second}/ChargeableUnitQuantity", invoice => Line(invoice, line => line with { Quantity = new(EtaxLimits.AmountMax + 1) }) },
                { "단가", $"{second}/UnitPrice/UnitAmount", invoice => Line(invoice, line => line with { UnitPrice = new(EtaxLimits.AmountMax + 1) }) },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Check_FieldBeyondItsLimit_IsNamedByLabelAndPath(string label, string path, Func<EtaxInvoice, EtaxInvoice> fault)
    {
        var problem = Assert.Single(EtaxInvoiceChecks.Check(fault(Samples.Invoice())));
        Assert.Equal((label, path), (problem.Field, problem.XmlPath));
        Assert.StartsWith(label, problem.Message, StringComparison.Ordinal);
    }

    /// <summary>Lengths count characters: each of these takes two chars of a string.</summary>
    [Fact]
    public void Check_TextsOfExactlyTheLimit_AreFine() =>
        Assert.Empty(EtaxInvoiceChecks.Check(Samples.Invoice() with { Remarks = [.. Enumerable.Repeat(string.Concat(Enumerable.Repeat("🧾", EtaxLimits.RemarkMax)), 3)] }));

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void Check_LineCount_IsOneToNinetyNine(int count)
    {
        var line = Samples.Invoice().Lines[0] with { SupplyAmount = null, TaxAmount = null };
        var invoice = Samples.Invoice() with { Lines = ValueList.Create<EtaxLine>([.. Enumerable.Repeat(line, count)]) };
        Assert.Contains(EtaxInvoiceChecks.Check(invoice), problem => problem.Code == EtaxProblemCode.LineCountWrong);
    }

    private static EtaxInvoice Amounts(EtaxInvoice invoice, long supply, long tax) => invoice with
    {
        SupplyTotal = supply,
        TaxTotal = tax,
        GrandTotal = supply + tax,
        Payments = [],
        Lines = [invoice.Lines[0] with { SupplyAmount = supply, TaxAmount = tax }],
    };
}
