using Jeongsan.Application.Installation;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Tests.TaxInvoices;

/// <summary>A platform whose own company and whose partner p0 are members of the ASP, and what is done there with invoices.</summary>
internal sealed class InvoiceDesk
{
    private InvoiceDesk(Platform platform) => Platform = platform;

    public Platform Platform { get; }

    public static async Task<InvoiceDesk> CreateAsync(World world)
    {
        var platform = await Platform.CreateAsync(world, partners: 2);
        await platform.CommandAsync(async work =>
        {
            (await work.Db.Set<OwnCompany>().SingleAsync()).ConnectedAt = work.Now;
            var id = new PartnerId("p0");
            var partner = await work.Db.Set<Partner>().SingleAsync(row => row.Id == id);
            partner.Connect();
            partner.ConcludeConnection(NtsConnectionCommand.ConfirmConnected);
            return new Done();
        });
        return new InvoiceDesk(platform);
    }

    /// <summary>Of a platform that was made so before.</summary>
    public static InvoiceDesk Of(Platform platform) => new(platform);

    public static TaxInvoiceParty Nobody => new(new BusinessRegistrationNumber(""), null, null, "", "", null, null, null, null);

    public static TaxInvoiceParty Own => Nobody with { Brn = FirstStart.CompanyNumber };

    public TaxInvoiceContent Content(TaxInvoiceIssuance issuance, TaxInvoiceParty supplier, TaxInvoiceParty recipient) => new()
    {
        Taxation = TaxInvoiceTaxation.Taxable,
        Issuance = issuance,
        Purpose = TaxInvoicePurpose.Receipt,
        WriteDate = Platform.Today,
        TotalSupply = new Won(10_000),
        TotalTax = new Won(1_000),
        TotalAmount = new Won(11_000),
        Supplier = supplier,
        Recipient = recipient,
    };

    public async Task<TaxInvoice> DraftReverseAsync(params IReadOnlyList<TaxInvoiceItem> items) =>
        Platform.Must(await DraftAsync(new WrittenTaxInvoice(Content(TaxInvoiceIssuance.Reverse, Nobody with { CounterpartyId = "p0" }, Nobody) with { Items = items }, null, null, null, null)));

    public Task<Outcome<TaxInvoice>> DraftAsync(WrittenTaxInvoice written) =>
        Platform.World.Get<WriteTaxInvoice>().DraftAsync(Platform.Tenant, Platform.Actor, written, CancellationToken.None);

    public Task<Outcome<TaxInvoice>> RequestAsync(TaxInvoiceId id) =>
        Platform.World.Get<RequestTaxInvoice>().HandleAsync(Platform.Tenant, Platform.Actor, id, null, CancellationToken.None);

    public async Task<UploadedFileId> AnnounceAsync(string name) =>
        Platform.Must(await Platform.World.Get<UploadFile>().AnnounceAsync(Platform.Tenant, Platform.Actor, name, CancellationToken.None)).Id;

    public Task<Outcome<Done>> UploadAsync(UploadedFileId file, byte[] content) =>
        Platform.World.Get<UploadFile>().StoreAsync(Platform.Tenant, file, content, CancellationToken.None);

    public async Task<UploadedFileId> UploadedAsync(string name, byte[] content)
    {
        var file = await AnnounceAsync(name);
        Platform.Must(await UploadAsync(file, content));
        return file;
    }

    public Task<Outcome<TaxInvoiceAttachment>> AttachAsync(TaxInvoiceId id, UploadedFileId file) =>
        Platform.World.Get<AttachFile>().AttachAsync(Platform.Tenant, Platform.Actor, id, file, CancellationToken.None);

    public Task<Outcome<Done>> DetachAsync(TaxInvoiceId id, AttachmentId attachment) =>
        Platform.World.Get<AttachFile>().DetachAsync(Platform.Tenant, Platform.Actor, id, attachment, CancellationToken.None);
}
