using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Etax;
using Xunit;

namespace Jeongsan.Application.Tests.TaxInvoices;

public sealed class EtaxFormTests
{
    private static readonly TaxInvoiceContent Plain = new()
    {
        Taxation = TaxInvoiceTaxation.Taxable,
        Issuance = TaxInvoiceIssuance.Reverse,
        Purpose = TaxInvoicePurpose.Receipt,
        WriteDate = new DateOnly(2026, 10, 31),
        TotalSupply = new Won(1_000_000),
        TotalTax = new Won(100_000),
        TotalAmount = new Won(1_100_000),
        Supplier = new(new BusinessRegistrationNumber("1008100013"), null, "0001", "하늘상회", "김하늘", "서울시 중구", "도소매", "잡화",
            new("김담당", "영업부", null, "010-0000-0000", "sky@example.com")),
        Recipient = new(new BusinessRegistrationNumber("1008100027"), null, null, "㈜모두마켓", "박모두", null, null, null, null),
        Remarks = ["10월 정산"],
        PaymentMeans = new(new Won(1_100_000), null, null, null),
        Items = [new(new DateOnly(2026, 10, 31), "판매 대금", "1식", new ScaledNumber(2), new ScaledNumber(500_000), new Won(1_000_000), new Won(100_000), null)],
    };

    [Fact]
    public void Of_TaxableInvoice_StatesWhatTheFormPrints()
    {
        var document = EtaxForm.Of(Plain);

        Assert.Equal("0101", document.TypeCode);
        Assert.Equal(EtaxPurpose.Receipt, document.Purpose);
        Assert.Equal((1_000_000, 100_000, 1_100_000), (document.SupplyTotal, document.TaxTotal, document.GrandTotal));
        Assert.Equal(("1008100013", "0001", "하늘상회"), (document.Supplier.RegistrationNumber, document.Supplier.SubPlaceNumber, document.Supplier.CompanyName));
        Assert.Equal("010-0000-0000", document.Supplier.Contact?.Phone);
        Assert.Equal(EtaxRecipientKind.Business, document.Recipient.Kind);
        Assert.Equal([new EtaxPayment(EtaxPaymentKind.Cash, 1_100_000)], document.Payments);
        var line = Assert.Single(document.Lines);
        Assert.Equal((Hundredths.FromWhole(2), Hundredths.FromWhole(500_000), 1_000_000L, 100_000L), (line.Quantity, line.UnitPrice, line.SupplyAmount, line.TaxAmount));
    }

    [Theory]
    [InlineData(TaxInvoiceTaxation.Taxable, false, "0101")]
    [InlineData(TaxInvoiceTaxation.ZeroRated, false, "0102")]
    [InlineData(TaxInvoiceTaxation.Free, false, "0301")]
    [InlineData(TaxInvoiceTaxation.Taxable, true, "0201")]
    [InlineData(TaxInvoiceTaxation.ZeroRated, true, "0202")]
    [InlineData(TaxInvoiceTaxation.Free, true, "0401")]
    public void Of_EachTaxation_HasTheTypeOfTheStandard(TaxInvoiceTaxation taxation, bool isAmended, string typeCode)
    {
        var amendment = isAmended ? new TaxInvoiceAmendment(AmendmentReason.Return, "20261031410000000000abcd", new("first"), new("first")) : null;

        var document = EtaxForm.Of(Plain with { Taxation = taxation, Amendment = amendment });

        Assert.Equal(typeCode, document.TypeCode);
        Assert.Equal(isAmended ? EtaxAmendmentReason.Returned : null, document.AmendmentReason);
        Assert.Equal(amendment?.OriginalNtsApprovalNumber, document.OriginalApprovalNumber);
        Assert.Equal(taxation == TaxInvoiceTaxation.Free ? null : 100_000L, document.Lines[0].TaxAmount);
    }

    [Theory]
    [InlineData(12, 0, "12")]
    [InlineData(123, 1, "12.3")]
    [InlineData(1234, 2, "12.34")]
    [InlineData(12340, 3, "12.34")]
    [InlineData(-5, 2, "-0.05")]
    public void Of_QuantityWithinTwoDecimals_IsKeptExactly(long unscaled, int scale, string printed) =>
        Assert.Equal(printed, Quantity(unscaled, scale)?.ToString());

    [Fact]
    public void Of_QuantityWithThreeDecimals_IsNotRounded() => Assert.Null(Quantity(12345, 3));

    [Fact]
    public void RenderSvg_OfOurInvoice_PrintsPartiesAndAmountsAndThatItIsNotIssued()
    {
        var page = Assert.Single(TaxInvoiceForm.RenderSvg(EtaxForm.Of(Plain), FormCopy.Supplier));

        Assert.Contains("하늘상회", page, StringComparison.Ordinal);
        Assert.Contains("㈜모두마켓", page, StringComparison.Ordinal);
        Assert.Contains("1,000,000", page, StringComparison.Ordinal);
        Assert.Contains("미발행", page, StringComparison.Ordinal);
        // The supplier pages' content security policy lets no inline style through.
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    private static Hundredths? Quantity(long unscaled, int scale) =>
        EtaxForm.Of(Plain with { Items = [Plain.Items[0] with { Quantity = new ScaledNumber(unscaled, scale) }] }).Lines[0].Quantity;
}
