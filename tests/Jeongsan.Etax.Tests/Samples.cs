namespace Jeongsan.Etax.Tests;

/// <summary>One valid invoice of every kind, and the parts they are made of. Names and numbers are invented.</summary>
internal static class Samples
{
    public static readonly DateOnly WriteDate = new(2026, 10, 31);

    public static readonly DateTimeOffset IssuedAt = new(2026, 11, 9, 6, 30, 0, TimeSpan.Zero);

    public static readonly EtaxParty Supplier = new()
    {
        RegistrationNumber = "1234567891",
        CompanyName = "시험공급 주식회사",
        RepresentativeName = "가나다",
        BusinessType = "서비스",
        BusinessItem = "소프트웨어 & 플랫폼",
        Address = "서울특별시 시험구 보기로 1",
        Contact = new() { Name = "공급담당", Email = "supplier@example.com" },
    };

    public static readonly EtaxParty Recipient = Supplier with
    {
        RegistrationNumber = "2222222227",
        Kind = EtaxRecipientKind.Business,
        CompanyName = "시험플랫폼 주식회사",
        RepresentativeName = "라마바",
        Contact = new() { Name = "정산담당", Email = "recipient@example.com" },
    };

    public static readonly EtaxParty Broker = Supplier with { RegistrationNumber = "1234567891", SubPlaceNumber = "0002", CompanyName = "시험중개 주식회사" };

    public static EtaxInvoice Invoice(EtaxKind kind = EtaxKind.TaxInvoice, EtaxClass @class = EtaxClass.General, long supply = 1_000_000)
    {
        var tax = kind.IsTaxFree() || @class.IsZeroRated() ? 0 : supply / 10;
        return new()
        {
            ManagementId = "TEST-2026-000001",
            IssuedAt = IssuedAt,
            ApprovalNumber = "202610314100000800000001",
            Kind = kind,
            Class = @class,
            Remarks = ["2026년 10월 정산 <시험>"],
            WriteDate = WriteDate,
            Purpose = EtaxPurpose.Charge,
            Supplier = Supplier,
            Recipient = Recipient,
            Broker = @class.HasBroker() ? Broker : null,
            Payments = [new(EtaxPaymentKind.Credit, supply + tax)],
            SupplyTotal = supply,
            TaxTotal = tax,
            GrandTotal = supply + tax,
            Lines =
            [
                new()
                {
                    SupplyDate = WriteDate, Name = "10월 강의 정산금", Quantity = Hundredths.FromWhole(1),
                    UnitPrice = Hundredths.FromWhole(supply), SupplyAmount = supply, TaxAmount = kind.IsTaxFree() ? null : tax,
                },
            ],
        };
    }

    public static EtaxInvoice Amendment(EtaxAmendmentReason reason, EtaxKind kind = EtaxKind.AmendedTaxInvoice, EtaxClass @class = EtaxClass.General) =>
        Invoice(kind, @class, -1_000_000) with { AmendmentReason = reason, OriginalApprovalNumber = "202609304100000800000077" };

    /// <summary>Every type that an issuer may write, every amendment, every kind of recipient, and the extremes of length; by name.</summary>
    public static IEnumerable<(string Name, EtaxInvoice Invoice)> All()
    {
        foreach (var kind in Enum.GetValues<EtaxKind>())
            foreach (var @class in Enum.GetValues<EtaxClass>())
                if (@class != EtaxClass.Import && EtaxCodes.IsKnown(kind, @class))
                    yield return (EtaxCodes.TypeCode(kind, @class), kind.IsAmended() ? Amendment(EtaxAmendmentReason.Correction, kind, @class) : Invoice(kind, @class));
        foreach (var reason in Enum.GetValues<EtaxAmendmentReason>()) yield return ($"0201-reason-{(int)reason:00}", Amendment(reason));
        // A letter of credit zero-rates a taxed supply: there is none for tax-free ones.
        foreach (var reason in Enum.GetValues<EtaxAmendmentReason>())
            if (reason != EtaxAmendmentReason.LocalLetterOfCredit) yield return ($"0401-reason-{(int)reason:00}", Amendment(reason, EtaxKind.AmendedTaxFreeInvoice));
        yield return ("0101-resident", Invoice() with { Recipient = Recipient with { Kind = EtaxRecipientKind.Resident, RegistrationNumber = "9001011234568" } });
        yield return ("0101-foreigner", Invoice() with { Recipient = Recipient with { Kind = EtaxRecipientKind.Foreigner, RegistrationNumber = EtaxParty.ForeignerNumber } });
        yield return ("0101-full", Full());
    }

    /// <summary>Every optional field, 99 lines, all that needs escaping, characters outside the basic plane.</summary>
    public static EtaxInvoice Full() => Invoice() with
    {
        ReferencedManagementId = "TEST-2026-000000",
        Remarks = ["첫째 & <둘째> \"셋째\"", "탭\t줄\n바꿈\r캐리지", "한자 漢字 · 그림 🧾"],
        Supplier = Supplier with { SubPlaceNumber = "0001", Contact = new() { Department = "재무팀", Name = "김공급", Phone = "02-000-0000", Email = "supplier@example.com" } },
        Recipient = Recipient with { SubPlaceNumber = "0002", SecondContact = new() { Department = "정산팀", Name = "이정산", Phone = "010-0000-0000", Email = "second@example.com" } },
        Payments = [new(EtaxPaymentKind.Cash, 100_000), new(EtaxPaymentKind.Cheque, 200_000), new(EtaxPaymentKind.PromissoryNote, 300_000), new(EtaxPaymentKind.Credit, 489_000)],
        SupplyTotal = 990_000,
        TaxTotal = 99_000,
        GrandTotal = 1_089_000,
        Lines = ValueList.Create<EtaxLine>([.. Enumerable.Range(1, 99).Select(number => new EtaxLine
        {
            SupplyDate = WriteDate.AddDays(-number % 31), Name = $"품목 {number} ]]> & 끝", Specification = "규격 <A>", Quantity = new Hundredths(250),
            UnitPrice = new Hundredths(400_050), SupplyAmount = 10_000, TaxAmount = 1_000, Remark = "비고",
        })]),
    };

    /// <summary>The supplier's certificate in <c>vectors/npki</c>: business number 1234567891.</summary>
    public static SignerCertificate Key() =>
        SignerCertificate.OpenNpki(Vectors.Read("npki", "signCert.der"), Vectors.Read("npki", "signPri.pbes2.key"), "test1234").Certificate!;
}
