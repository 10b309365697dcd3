namespace Jeongsan.Etax;

/// <summary>Supplier, recipient and broker.</summary>
internal static class EtaxPartyChecks
{
    public static void Check(EtaxInvoice invoice, EtaxProblemList found)
    {
        const string settlement = "TaxInvoiceTradeSettlement";
        CheckBusiness(invoice.Supplier, "공급자", settlement + "/InvoicerParty", found);
        CheckRecipient(invoice, settlement + "/InvoiceeParty", found);
        if (invoice.Class.HasBroker() && invoice.Broker is null)
            found.Error(EtaxProblemCode.BrokerMissing, "수탁자", $"{settlement}/BrokerParty", "위수탁 세금계산서에는 수탁자가 있어야 합니다.", "ERR003");
        if (!invoice.Class.HasBroker() && invoice.Broker is not null)
            found.Error(EtaxProblemCode.BrokerUnexpected, "수탁자", $"{settlement}/BrokerParty", "수탁자는 위수탁 세금계산서에만 쓸 수 있습니다.");
        if (invoice.Broker is { } broker) CheckBusiness(broker, "수탁자", settlement + "/BrokerParty", found);
    }

    private static void CheckBusiness(EtaxParty party, string who, string path, EtaxProblemList found)
    {
        CheckBusinessNumber(party.RegistrationNumber, who, path, found);
        if (party.Kind is not null)
            found.Error(EtaxProblemCode.FieldNotOfThisParty, $"{who} 구분", $"{path}/SpecifiedOrganization/BusinessTypeCode", "사업자 구분 코드는 공급받는자에게만 씁니다.", "ERR008");
        if (party.SecondContact is not null)
            found.Error(EtaxProblemCode.FieldNotOfThisParty, $"{who} 담당자", $"{path}/SecondaryDefinedContact", "두 번째 담당자는 공급받는자에게만 씁니다.");
        CheckTexts(party, who, path, found);
        CheckContact(party.Contact, who, path, "DefinedContact", found);
    }

    private static void CheckRecipient(EtaxInvoice invoice, string path, EtaxProblemList found)
    {
        const string who = "공급받는자";
        var party = invoice.Recipient;
        switch (party.Kind)
        {
            case EtaxRecipientKind.Business:
                CheckBusinessNumber(party.RegistrationNumber, who, path, found);
                break;
            case EtaxRecipientKind.Resident when !ResidentNumber.IsWellFormed(party.RegistrationNumber):
                found.Error(EtaxProblemCode.NumberMalformed, $"{who} 등록번호", $"{path}/ID", "주민등록번호가 숫자 13자리가 아닙니다.", "ERR002");
                break;
            case EtaxRecipientKind.Resident when !ResidentNumber.HasCheckDigit(party.RegistrationNumber):
                found.Warning(EtaxProblemCode.ResidentNumberUnusual, $"{who} 등록번호", $"{path}/ID", "주민등록번호의 마지막 자리가 맞지 않습니다. 2020년 10월 뒤에 받은 번호라면 정상일 수 있습니다.");
                break;
            case EtaxRecipientKind.Resident:
                break;
            case EtaxRecipientKind.Foreigner when party.RegistrationNumber != EtaxParty.ForeignerNumber:
                found.Error(EtaxProblemCode.NumberMalformed, $"{who} 등록번호", $"{path}/ID", "외국인의 등록번호 칸에는 9999999999999를 씁니다.", "ERR002");
                break;
            case EtaxRecipientKind.Foreigner when invoice.Remarks.All(string.IsNullOrWhiteSpace):
                found.Error(EtaxProblemCode.ForeignerNumberNotInRemarks, "비고", "TaxInvoiceDocument/DescriptionText", "외국인의 등록번호나 여권번호를 비고에 적어야 합니다.", null);
                break;
            case EtaxRecipientKind.Foreigner:
                break;
            default:
                found.Error(EtaxProblemCode.RecipientKindWrong, $"{who} 구분", $"{path}/SpecifiedOrganization/BusinessTypeCode", "사업자·주민등록번호·외국인 가운데 하나여야 합니다.", "ERR008");
                break;
        }
        CheckTexts(party, who, path, found);
        CheckContact(party.Contact, who, path, "PrimaryDefinedContact", found);
        CheckContact(party.SecondContact, who, path, "SecondaryDefinedContact", found);
        if (string.IsNullOrWhiteSpace(party.Contact?.Email))
            found.Error(EtaxProblemCode.RecipientMailMissing, $"{who} 이메일", $"{path}/PrimaryDefinedContact/URICommunication", "공급받는자의 이메일이 있어야 세금계산서를 받을 수 있습니다.", null);
    }

    private static void CheckBusinessNumber(string number, string who, string path, EtaxProblemList found)
    {
        if (number is not { Length: 10 } || number.AsSpan().ContainsAnyExceptInRange('0', '9'))
            found.Error(EtaxProblemCode.NumberMalformed, $"{who} 등록번호", $"{path}/ID", "사업자등록번호가 숫자 10자리가 아닙니다.", who == "공급받는자" ? "ERR002" : "ERR001");
        else if (!BusinessNumber.IsValid(number))
            found.Error(EtaxProblemCode.NumberCheckDigitWrong, $"{who} 등록번호", $"{path}/ID", "사업자등록번호의 마지막 자리가 맞지 않습니다. 사업자등록증과 비교해 주세요.", who == "공급받는자" ? "ERR002" : "ERR001");
    }

    private static void CheckTexts(EtaxParty party, string who, string path, EtaxProblemList found)
    {
        if (party.SubPlaceNumber is { Length: > 0 } place && (place.Length != 4 || place.AsSpan().ContainsAnyExceptInRange('0', '9')))
            found.Error(EtaxProblemCode.SubPlaceNumberMalformed, $"{who} 종사업장번호", $"{path}/SpecifiedOrganization/TaxRegistrationID", "종사업장번호가 숫자 4자리가 아닙니다.");
        found.RequiredText(party.CompanyName, EtaxLimits.CompanyNameMax, new(who, "상호", path, "NameText"));
        found.RequiredText(party.RepresentativeName, EtaxLimits.RepresentativeNameMax, new(who, "성명(대표자)", path, "SpecifiedPerson/NameText"));
        found.Text(party.BusinessType, EtaxLimits.BusinessTypeMax, new(who, "업태", path, "TypeCode"));
        found.Text(party.BusinessItem, EtaxLimits.BusinessItemMax, new(who, "종목", path, "ClassificationCode"));
        found.Text(party.Address, EtaxLimits.AddressMax, new(who, "사업장 주소", path, "SpecifiedAddress/LineOneText"));
    }

    private static void CheckContact(EtaxContact? contact, string who, string party, string name, EtaxProblemList found)
    {
        if (contact is null) return;
        void Text(string? text, int lengthMax, string what, string child)
        {
            // Nearly always absent or short: the path of a contact is put together only for a long or strange text.
            if (text is not null && (text.Length > lengthMax || !CanonicalText.IsXmlText(text))) found.Text(text, lengthMax, new(who, what, $"{party}/{name}", child));
        }

        Text(contact.Department, EtaxLimits.DepartmentMax, "담당부서", "DepartmentNameText");
        Text(contact.Name, EtaxLimits.ContactNameMax, "담당자", "PersonNameText");
        Text(contact.Phone, EtaxLimits.PhoneMax, "전화번호", "TelephoneCommunication");
        Text(contact.Email, EtaxLimits.EmailMax, "이메일", "URICommunication");
    }
}
