using Jeongsan.Domain.TaxInvoices;
using Xunit;

namespace Jeongsan.Domain.Tests.TaxInvoices;

public sealed class SupplierLinkTests
{
    private static readonly byte[] Random = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    private static SupplierLink Link() => SupplierLink.Create(new("l1"), Sample.Invoice(), "a@example.com", Random, Sample.Now).Link;

    [Fact]
    public void Create_Token_IsKeptAsHashOnly()
    {
        var (link, token) = SupplierLink.Create(new("l1"), Sample.Invoice(), "a@example.com", Random, Sample.Now);
        Assert.Equal(43, token.Length);
        Assert.Equal(SupplierLink.HashOf(token), link.TokenHash);
        Assert.DoesNotContain(token, link.TokenHash, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_AfterTwoMonths_IsRefusedAsLinkExpired()
    {
        var link = Link();
        Assert.Null(link.Check(Sample.Now.AddMonths(2).AddTicks(-1)));
        Assert.Equal(new TaxInvoiceRefusal.LinkExpired(Sample.Now.AddMonths(2)), link.Check(Sample.Now.AddMonths(2)));
    }

    [Fact]
    public void Check_Replaced_IsRefusedAsLinkReplaced()
    {
        var link = Link();
        link.Replace(Sample.Now.AddDays(1));
        Assert.Equal(new TaxInvoiceRefusal.LinkReplaced(Sample.Now.AddDays(1)), link.Check(Sample.Now.AddDays(2)));
    }

    [Fact]
    public void Enter_FiveWrongNumbers_LocksForHalfAnHour()
    {
        var link = Link();
        for (var attempt = 1; attempt < SupplierLink.AttemptCountMax; attempt++)
        {
            Assert.IsType<TaxInvoiceRefusal.SupplierNumberMismatched>(link.Enter(Sample.PlatformBrn, Sample.ValidBrn, Sample.Now).Refusal);
        }

        var locked = new TaxInvoiceRefusal.LinkLocked(Sample.Now.AddMinutes(30), 5);
        Assert.Equal(locked, link.Enter(Sample.PlatformBrn, Sample.ValidBrn, Sample.Now).Refusal);
        Assert.Equal(locked, link.Enter(Sample.ValidBrn, Sample.ValidBrn, Sample.Now.AddMinutes(29)).Refusal);
        Assert.False(link.Enter(Sample.ValidBrn, Sample.ValidBrn, Sample.Now.AddMinutes(30)).IsRefused);
        Assert.Equal(Sample.Now.AddMinutes(30), link.OpenedAt);
    }
}
