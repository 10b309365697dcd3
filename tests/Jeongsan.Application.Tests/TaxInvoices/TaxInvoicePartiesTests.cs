using Jeongsan.Application.Counterparties;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.TaxInvoices;

/// <summary>Who supplies and who receives: stated in full, by a counterparty, or left out.</summary>
public sealed class TaxInvoicePartiesTests(Worlds worlds)
{
    private static readonly BusinessRegistrationNumber Stranger = new("6050500057");

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Reverse_ByThePartnersId_IsFilledFromPartnerAndOwnCompany(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));

        var invoice = await desk.DraftReverseAsync();

        Assert.Equal(("가게0", "p0", "㈜시험마켓"), (invoice.SupplierName, invoice.SupplierCounterpartyId, invoice.RecipientName));
        Assert.Equal(new PartnerId("p0"), invoice.PartnerId);
        Assert.Equal("finance@market.example", invoice.Content.Recipient.Contact?.Email);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Reverse_WhatIsStated_WinsOverWhatIsKnown(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        var supplier = InvoiceDesk.Nobody with { Brn = Platform.Number(0), Name = "다른 상호" };

        var invoice = Platform.Must(await desk.DraftAsync(Written(desk.Content(TaxInvoiceIssuance.Reverse, supplier, InvoiceDesk.Own))));

        Assert.Equal(("다른 상호", "홍시험"), (invoice.SupplierName, invoice.Content.Supplier.RepresentativeName));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Reverse_SupplierUnknownOrNotConnected_IsRefused(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        await CreateAsync(desk, "c1", Platform.Number(9));

        Assert.Equal(new WritingRefusal.SupplierNotFound(Stranger), await RefusalAsync(desk, InvoiceDesk.Nobody with { Brn = Stranger }));
        // A partner that was never connected is no counterparty.
        Assert.Equal(new WritingRefusal.SupplierNotFound(Platform.Number(1)), await RefusalAsync(desk, InvoiceDesk.Nobody with { Brn = Platform.Number(1) }));
        Assert.Equal(new TaxInvoiceRefusal.SupplierNotConnected(Platform.Number(9), NtsConnectionStatus.NotConnected), await RefusalAsync(desk, InvoiceDesk.Nobody with { CounterpartyId = "c1" }));
        Assert.Equal(new WritingRefusal.CounterpartyNotFound("nobody"), await RefusalAsync(desk, InvoiceDesk.Nobody with { CounterpartyId = "nobody" }));
        Assert.Equal(new WritingRefusal.NumberIsAnothers(Stranger, "p0", IsSupplier: true), await RefusalAsync(desk, InvoiceDesk.Nobody with { CounterpartyId = "p0", Brn = Stranger }));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Reverse_ConnectedCounterparty_CanBeRequested(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        await CreateAsync(desk, "c1", Platform.Number(9));
        await desk.Platform.CommandAsync(async work =>
        {
            var id = new CounterpartyId("c1");
            var counterparty = await work.Db.Set<Counterparty>().SingleAsync(row => row.Id == id);
            counterparty.Connect();
            counterparty.ConcludeConnection(NtsConnectionCommand.ConfirmConnected, work.Now);
            return new Done();
        });

        var invoice = Platform.Must(await desk.DraftAsync(Written(desk.Content(TaxInvoiceIssuance.Reverse, InvoiceDesk.Nobody with { Brn = Platform.Number(9) }, InvoiceDesk.Nobody))));

        Assert.Equal(("c1", null), (invoice.SupplierCounterpartyId, invoice.PartnerId));
        Assert.Equal(TaxInvoiceStatus.RequestPending, Platform.Must(await desk.RequestAsync(invoice.Id)).Status);
        var refused = await desk.Platform.World.Get<DeleteCounterparty>().HandleAsync(desk.Platform.Tenant, Platform.Actor, new CounterpartyId("c1"), CancellationToken.None);
        Assert.Equal(new CounterpartyRefusal.OngoingTaxInvoice(new CounterpartyId("c1")), refused.Refusal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Forward_ToAStranger_HasOurCompanyAndNoRecipientKey(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        var recipient = InvoiceDesk.Nobody with { Brn = Stranger, Name = "받는상사", RepresentativeName = "이받음" };

        var invoice = Platform.Must(await desk.DraftAsync(Written(desk.Content(TaxInvoiceIssuance.Normal, InvoiceDesk.Nobody, recipient))));

        Assert.Equal(("㈜시험마켓", null, null), (invoice.SupplierName, invoice.RecipientDocumentKey, invoice.RecipientCounterpartyId));
        Assert.NotNull(invoice.SupplierDocumentKey);
        Assert.Empty(await desk.Platform.RowsAsync<Counterparty>());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Forward_CreatingTheRecipient_MakesOneCounterparty_AndUsesItNextTime(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        var recipient = InvoiceDesk.Nobody with { Brn = Stranger, Name = "받는상사", RepresentativeName = "이받음", Contact = new TaxInvoiceContact("이담당", null, null, null, "tax@recipient.example") };
        var written = Written(desk.Content(TaxInvoiceIssuance.Normal, InvoiceDesk.Nobody, recipient)) with { CreatesRecipient = true };

        var first = Platform.Must(await desk.DraftAsync(written));
        var second = Platform.Must(await desk.DraftAsync(written));
        var bare = Platform.Must(await desk.DraftAsync(Written(desk.Content(TaxInvoiceIssuance.Normal, InvoiceDesk.Nobody, InvoiceDesk.Nobody with { Brn = Stranger }))));

        var made = Assert.Single(await desk.Platform.RowsAsync<Counterparty>());
        Assert.All([first, second, bare], invoice => Assert.Equal(made.Id.Value, invoice.RecipientCounterpartyId));
        Assert.Equal(("받는상사", "tax@recipient.example"), (bare.RecipientName, bare.Content.Recipient.Contact?.Email));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Forward_AdditionalContactsOfTheCounterparty_AreUsedOnlyWhenNoneAreStated(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        await CreateAsync(desk, "c1", Stranger, new CounterpartyContact("추가", null, "more@recipient.example", null));
        var content = desk.Content(TaxInvoiceIssuance.Normal, InvoiceDesk.Nobody, InvoiceDesk.Nobody with { CounterpartyId = "c1" });

        var filled = Platform.Must(await desk.DraftAsync(Written(content) with { UsesCounterpartyContacts = true }));
        var stated = Platform.Must(await desk.DraftAsync(Written(content with { AdditionalContacts = [new TaxInvoiceAdditionalContact(null, "own@x.example", null)] }) with { UsesCounterpartyContacts = true }));
        var none = Platform.Must(await desk.DraftAsync(Written(content)));

        Assert.Equal(["more@recipient.example"], filled.Content.AdditionalContacts.Select(contact => contact.Email));
        Assert.Equal(["own@x.example"], stated.Content.AdditionalContacts.Select(contact => contact.Email));
        Assert.Empty(none.Content.AdditionalContacts);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Forward_OwnCompanyNotConnectedOrMissing_IsRefused(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        var written = Written(desk.Content(TaxInvoiceIssuance.Normal, InvoiceDesk.Nobody, InvoiceDesk.Nobody with { Brn = Stranger, Name = "받는상사", RepresentativeName = "이" }));
        await desk.Platform.CommandAsync(async work =>
        {
            (await work.Db.Set<OwnCompany>().SingleAsync()).ConnectedAt = null;
            return new Done();
        });
        Assert.IsType<TaxInvoiceRefusal.SupplierNotConnected>((await desk.DraftAsync(written)).Refusal);

        await desk.Platform.CommandAsync(async work =>
        {
            work.Db.Remove(await work.Db.Set<OwnCompany>().SingleAsync());
            return new Done();
        });
        Assert.IsType<WritingRefusal.NoOwnCompany>((await desk.DraftAsync(written)).Refusal);
    }

    private static WrittenTaxInvoice Written(TaxInvoiceContent content) => new(content, null, null, null, null);

    private static async Task<Refusal?> RefusalAsync(InvoiceDesk desk, TaxInvoiceParty supplier) =>
        (await desk.DraftAsync(Written(desk.Content(TaxInvoiceIssuance.Reverse, supplier, InvoiceDesk.Nobody)))).Refusal;

    private static async Task CreateAsync(InvoiceDesk desk, string id, BusinessRegistrationNumber brn, params CounterpartyContact[] more) =>
        Platform.Must(await desk.Platform.World.Get<CreateCounterparty>().HandleAsync(desk.Platform.Tenant, Platform.Actor, new NewCounterparty(id, brn, new CounterpartyProfile(
            "거래상사", "박대표", "서울특별시 중구 시험로 1", "도매업", "문구", new CounterpartyContact("박담당", null, "tax@counter.example", null), more, null), new CounterpartyLookups()), CancellationToken.None));
}
